"""Scripts are bundled and style sheets made small by esbuild, which deno runs with its hash locked.

Without the bundler the site is built without scripts and with its style as it was written, and says so.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from casebook.core import folders, routes
from casebook.yamlfiles.kept_files import KeptFiles
from casebook.yamlfiles.project_files import why_refused

log = logging.getLogger("mkdocs.casebook")
PATIENCE = 180  # seconds for the bundler; only the first time has to fetch it


def scripts(machine: Path = folders.CODE_ROOT, kept: KeptFiles | None = None) -> list[tuple[str, str]]:
    """Every script, bundled: one small core, one for each tool. Bundles of the same sources are taken from `kept`.

    Without a bundler the site is built without scripts, and says so.
    """
    if not entries(machine):
        return []
    sources = [path for path in sorted((machine / "hooks").glob("**/*.ts")) if not why_refused(machine, path)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    key = kept.key("bundles", digest, _lock(machine)) if kept else ""
    known = kept.get(key) if kept else None
    if known is not None:
        return [(path, text) for path, text in json.loads(known)]
    made = list(_bundle(machine, tuple(entries(machine)), digest))
    if kept and made:
        kept.put(key, json.dumps(made))
    return made


def entries(machine: Path = folders.CODE_ROOT) -> list[Path]:
    """What is bundled: one file for each script."""
    return [path for path in sorted((machine / "hooks/scripts").glob("*.ts")) if not why_refused(machine, path)]


def minified(sheet: str, machine: Path = folders.CODE_ROOT, kept: KeptFiles | None = None) -> str:
    """A style sheet made small, or as it was given where it cannot be; one made small before is taken from `kept`."""
    key = kept.key("style", sheet, _lock(machine)) if kept else ""
    known = kept.get(key) if kept else None
    if known is not None:
        return known
    program = deno()
    made, _ = _run(program, machine, "minify_style.ts", [], sheet) if program else ("", "")
    if kept and made:
        kept.put(key, made)
    return made or sheet


def deno() -> str | None:
    """The program deno, from the virtual environment or the path."""
    return shutil.which("deno", path=str(Path(sys.executable).parent)) or shutil.which("deno")


def _lock(machine: Path) -> bytes:
    lock = machine / "deno.lock"
    return lock.read_bytes() if lock.exists() else b""


@lru_cache(maxsize=2)
def _bundle(machine: Path, entries: tuple[Path, ...], _seal: str) -> tuple[tuple[str, str], ...]:
    program = deno()
    if not program:
        log.warning("deno is not installed, so the site is built without scripts; install the extra [site]")
        return ()
    said, complaint = _run(program, machine, "bundle.ts", [str(entry) for entry in entries])
    try:
        made: dict[str, str] = json.loads(said or "{}")
    except ValueError as error:
        made, complaint = {}, str(error)
    if not made:
        complaint = complaint.partition("Stack backtrace")[0].strip()[:600]
        log.warning(
            "the scripts could not be bundled, so the site is built without them: %s\n%s", _remedy(complaint), complaint
        )
    return tuple((routes.script(name), text) for name, text in sorted(made.items()))


def _run(program: str, machine: Path, script: str, words: list[str], given: str = "") -> tuple[str, str]:
    """What a script of `hooks/` prints, and what deno complains of. What it fetches must have the hash in deno.lock,
    or it does not run.
    """
    command = [
        program, "run", "--quiet", "--no-prompt",
        "--frozen", f"--lock={folders.CODE_ROOT / 'deno.lock'}", f"--config={folders.CODE_ROOT / 'deno.json'}",
        "--allow-env", "--allow-run", str(folders.HOOKS / script), *words,
    ]  # fmt: skip
    try:
        run = subprocess.run(
            command,
            cwd=machine,
            env=os.environ | {"NO_COLOR": "1"},
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return "", str(error)
    return (run.stdout if run.returncode == 0 else "", run.stderr)


def _remedy(said: str) -> str:
    """What to do about a fault of the bundler, from what deno said of it."""
    if "checksum" in said or "lockfile" in said:
        return "the bundler that the registry sent is not the one whose hash is in deno.lock, and was not run"
    if "caching npm package" in said:
        return "the bundler, esbuild, is fetched once and kept: build once where the npm registry can be reached"
    return "deno said this"
