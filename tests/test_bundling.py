"""The scripts are bundled by a program whose hash is committed: another program is refused, and none is a warning."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import logging
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.site.bundling import deno, minified, scripts
from conftest import serving

VERSION = "0.28.2"
NAMES = ("esbuild", "@esbuild/linux-x64", "@esbuild/linux-arm64", "@esbuild/darwin-arm64", "@esbuild/darwin-x64")
# A bundler of somebody else's: it writes a script that no source of ours contains.
FAKE = """
export const build = () => ({ outputFiles: [{ path: "core.js", text: "somebody else's script" }] });
export const stop = () => {};
"""


def package(name: str) -> bytes:
    """The archive of a package that is not what its name says."""
    about = {"name": name, "version": VERSION, "type": "module", "main": "main.js"}
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for path, text in {"package.json": json.dumps(about), "main.js": FAKE}.items():
            entry = tarfile.TarInfo(f"package/{path}")
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return held.getvalue()


def publish(folder: Path, address: str) -> None:
    """Lays out a registry whose packages and hashes agree with each other, as an attacker's would."""
    for name in NAMES:
        archive = package(name)
        short = f"{name.split('/')[-1]}-{VERSION}.tgz"
        file = folder / name / "-" / short
        file.parent.mkdir(parents=True)
        file.write_bytes(archive)
        digest = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
        dist = {
            "tarball": f"{address}/{name}/-/{short}",
            "integrity": digest,
            "shasum": hashlib.sha1(archive).hexdigest(),
        }
        version = {"name": name, "version": VERSION, "dist": dist}
        (folder / name / "index.html").write_text(
            json.dumps({"name": name, "dist-tags": {"latest": VERSION}, "versions": {VERSION: version}})
        )


@pytest.fixture
def false_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A registry on this machine that hands out another bundler, and a deno that has fetched nothing yet."""
    folder = tmp_path / "registry"
    with serving(folder) as address:
        publish(folder, address)
        monkeypatch.setenv("NPM_CONFIG_REGISTRY", address)
        monkeypatch.setenv("DENO_DIR", str(tmp_path / "fetched"))
        yield address


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two scripts, one of which imports a third file."""
    folder = tmp_path / "a project, of one's own"
    entries = folder / "hooks/scripts"
    (entries / "shared").mkdir(parents=True)
    (entries / "shared/greeting.ts").write_text('export const greeting: string = "from the third file";\n')
    (entries / "core.ts").write_text('import { greeting } from "./shared/greeting.ts";\nconsole.log(greeting);\n')
    (entries / "tool.ts").write_text('document.title = "tool";\n')
    return folder


def test_every_script_is_bundled_with_what_it_imports(project: Path) -> None:
    made = dict(scripts(project))
    assert list(made) == ["assets/core.js", "assets/tool.js"]
    assert "import" not in made["assets/core.js"]
    assert "from the third file" in made["assets/core.js"]
    assert '"tool"' in made["assets/tool.js"]


def test_a_script_is_the_same_in_another_folder(project: Path, tmp_path: Path) -> None:
    elsewhere = project.rename(tmp_path / "Über Fälle (NHS) #1 & 100%")
    again = elsewhere.rename(tmp_path / "b")
    first, second = scripts(again), scripts(again.rename(elsewhere))
    assert first
    assert first == second


def test_another_bundler_than_the_committed_one_is_refused(
    project: Path, false_registry: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert scripts(project) == []
    assert "not the one whose hash is in deno.lock" in caplog.text


def test_the_false_registry_would_be_believed_without_the_lock(root: Path, false_registry: str) -> None:
    program = deno()
    assert program
    words = [program, "run", "--quiet", "--no-lock", f"--config={root / 'deno.json'}", "--allow-env", "--allow-run"]
    run = subprocess.run(
        [*words, str(root / "hooks/bundle.ts"), "core.ts"], capture_output=True, text=True, check=False
    )
    assert "somebody else" in run.stdout, run.stderr


def test_without_a_network_the_site_is_built_without_scripts_and_says_so(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://127.0.0.1:9")
    monkeypatch.setenv("DENO_DIR", str(tmp_path / "fetched"))
    with caplog.at_level(logging.WARNING):
        assert scripts(project) == []
    assert "build once where the npm registry can be reached" in caplog.text
    assert "Stack backtrace" not in caplog.text


def test_without_deno_the_site_is_built_without_scripts_and_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("casebook.site.bundling.deno", lambda: None)
    with caplog.at_level(logging.WARNING):
        assert scripts(project) == []
    assert "deno is not installed" in caplog.text


def test_a_deno_that_cannot_run_is_a_warning(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "deno"
    broken.write_bytes(b"\x7fELF not a program")
    broken.chmod(0o755)
    monkeypatch.setattr("casebook.site.bundling.deno", lambda: str(broken))
    with caplog.at_level(logging.WARNING):
        assert scripts(project) == []
    assert "built without them" in caplog.text


def test_a_mistake_in_a_script_is_a_warning_that_names_its_place(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "hooks/scripts/tool.ts").write_text("const = 1;\n")
    with caplog.at_level(logging.WARNING):
        assert scripts(project) == []
    assert "hooks/scripts/tool.ts:1" in caplog.text


def test_the_bundler_is_locked_for_every_system_that_people_work_on(root: Path) -> None:
    lock = json.loads((root / "deno.lock").read_text(encoding="utf-8"))
    systems = ("linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64", "win32-arm64")
    wanted = [f"esbuild@{VERSION}", *(f"@esbuild/{system}@{VERSION}" for system in systems)]
    assert all(lock["npm"][name]["integrity"].startswith("sha512-") for name in wanted)
    settings = json.loads((root / "deno.json").read_text(encoding="utf-8"))
    assert settings["imports"] == {"esbuild": f"npm:esbuild@{VERSION}"}


SHEET = "a {\n  color: #ffffff;\n  margin: 0px 0px;\n}\n"


def test_a_style_sheet_is_made_small(root: Path) -> None:
    assert minified(SHEET, root).strip() == "a{color:#fff;margin:0}"


def test_without_the_bundler_a_style_sheet_stays_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebook.site.bundling.deno", lambda: None)
    assert minified(SHEET, root) == SHEET
