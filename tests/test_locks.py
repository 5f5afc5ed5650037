"""Everything that is fetched is locked with its hash, in lists that agree; every checkout has the same bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(path: Path) -> dict[str, tuple[str, set[str]]]:
    """The packages of a locked list: name to what stands in its line, and its hashes."""
    found = {}
    for entry in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()):
        head, *hashes = re.split(r"\s*\\\n\s*--hash=sha256:", entry)
        found[head.split("==")[0]] = (head.strip(), set(hashes))
    return found


def wanted(root: Path, *extras: str) -> set[str]:
    """The names of the packages that pyproject.toml asks for, as the locked lists write them."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    return {re.split(r"[\[<>=]", line)[0].lower().replace(".", "-") for line in lines}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_its_version_and_hashes(root: Path, name: str) -> None:
    found = pins(root / name)
    assert len(found) > 40
    assert all(re.match(r"[a-z0-9-]+==[\w.]+( ; .+)?$", head) and hashes for head, hashes in found.values())


@pytest.mark.parametrize("name", [*LOCKS, "deno.lock"])
def test_no_list_names_an_address(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|^\s*-[ief]\b|tarball", text, re.MULTILINE)


def test_the_list_for_testing_is_the_one_for_serving_and_more(root: Path) -> None:
    serving, testing = pins(root / LOCKS[0]), pins(root / LOCKS[1])
    assert {name: testing.get(name) for name in serving} == serving
    assert len(testing) > len(serving)


def test_the_lists_hold_what_the_project_asks_for(root: Path) -> None:
    assert wanted(root, "site") <= set(pins(root / LOCKS[0]))
    assert wanted(root, "site", "dev") <= set(pins(root / LOCKS[1]))


def test_serving_installs_no_tool_of_testing(root: Path) -> None:
    serving = set(pins(root / LOCKS[0]))
    assert not serving & (wanted(root, "dev") - wanted(root, "site"))


FILES = {
    "cases/leeds.yml": b"title: Leeds\n",
    ".ci/run": b"#!/usr/bin/env bash\nset -euo pipefail\n",
    "docs/messages/en.yml": "a: größer\n".encode(),
    "tests/broken/returns.yml": b"title: one\r\nquestion: two\n",
    "tests/inputs/some/latin.yml": b"title: caf\xe9\r\n",
    "tests/hostile/bom.yml": b"\xef\xbb\xbftitle: one\n",
    "docs/assets/picture.png": b"\x89PNG\r\n\x1a\n\x00",
}


def git(folder: Path, *words: str) -> None:
    settings = [
        "-c",
        "core.autocrlf=true",
        "-c",
        "core.safecrlf=false",
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
    ]
    subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("attributes", [True, False])
def test_a_windows_checkout_has_the_same_bytes(root: Path, tmp_path: Path, attributes: bool) -> None:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    if attributes:
        shutil.copy(root / ".gitattributes", tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "all")
    for name in FILES:
        (tmp_path / name).unlink()
    git(tmp_path, "checkout", "-q", "--", ".")
    changed = [name for name, content in FILES.items() if (tmp_path / name).read_bytes() != content]
    assert bool(changed) is not attributes, changed
