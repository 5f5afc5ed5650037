"""Style, scripts and data files of the site: joined, bundled and made from the components' own files."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from casebook.core import folders, routes
from casebook.core.addresses import FOLDER_OF, is_shown
from casebook.core.attempts import Writer, attempt, written
from casebook.core.opened_files import open_file, unsound
from casebook.core.remembering import remembered
from casebook.data.dataset import citation_files, data_files
from casebook.data.payloads.findings import claim_scripts
from casebook.library.library import Library
from casebook.schema.kinds import CASES
from casebook.site.case_maps import map_files
from casebook.site.colours import in_both_schemes
from casebook.site.long_lists import list_files
from casebook.yamlfiles.kept_files import KeptFiles
from casebook.yamlfiles.project_files import text_inside, why_refused

log = logging.getLogger("mkdocs.casebook")
PATIENCE = 180  # seconds for bundling; only the first time has to fetch the bundler
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
UNUSED = re.compile(r"(assets/(javascripts/|stylesheets/|images/favicon)|style/)")


def is_unused(path: str) -> bool:
    """True for files of the theme that no page of ours loads."""
    return bool(UNUSED.match(path))


def every_asset(library: Library, site_url: str = "") -> Iterator[tuple[str, str]]:
    """The path and content of every style sheet, script and data file."""
    yield from written(library, [(routes.STYLE, style), (routes.TOOL_STYLE, tool_style)])
    yield from attempt(library, routes.script("*"), lambda: scripts(kept=library.texts_kept)) or ()
    for writers in (claim_scripts(library), data_files(library, site_url), map_files(library), list_files(library)):
        yield from written(library, _remembered(library, writers))
    yield from written(library, _templates(library.root))
    if library.serving:
        yield from written(library, _citations_of_drafts(library, site_url))


def _remembered(library: Library, writers: Iterable[Writer[str]]) -> Iterator[Writer[str]]:
    """What writes the same files, but takes each from an earlier build where nothing has changed that it rests on."""
    for path, write in writers:
        yield path, partial(remembered, library, path, "", write)


def _templates(root: Path) -> Iterator[Writer[str]]:
    for kind, folder in FOLDER_OF.items():
        path = root / folder / "_template.yml"
        if path.exists():
            yield routes.data(f"{kind}-template.txt"), partial(text_inside, root, path)


def _citations_of_drafts(library: Library, site_url: str) -> Iterator[Writer[str]]:
    """How to cite the cases that are drafts or have problems: linked from their own pages."""
    for slug, _ in unsound(library, CASES):
        opened = open_file(library, CASES, slug)
        if slug in opened.cases and is_shown(slug):
            yield from citation_files(opened, slug, site_url)


TOOL_GROUPS = ("contribute", "exercise", "facilitate")
TOOL_COMPONENTS = (
    "case_compare", "evidence_matrix", "facilitator_sheet", "outcome_sheet", "participant_sheet", "policy_timeline",
    "room_page", "sheet_choice", "stop_page",
)  # fmt: skip
"""The groups of components, and the others, whose style only pages load on which one works."""


def style() -> str:
    """The style sheet of every page: tokens first, then the page, then each component, then print."""
    theme = folders.THEME / "style"
    components = [path for path in folders.component_files(".css") if not _is_tool(path)]
    last = [theme / "paper.css", theme / "print.css"]
    tokens, *rest = _read([theme / "tokens.css", theme / "page.css", *components, *last])
    return _shortened("\n".join([in_both_schemes(tokens), *rest]))


def tool_style() -> str:
    """The style sheet of exercises, sheets, the room and contributing. What is said for paper comes last here too, but
    for the paper itself: browsers let the page of a later sheet outdo a named page of an earlier one.
    """
    components = [path for path in folders.component_files(".css") if _is_tool(path)]
    return _shortened("\n".join(_read([*components, folders.THEME / "style/print.css"])))


def _is_tool(sheet: Path) -> bool:
    return sheet.parent.parent.name in TOOL_GROUPS or sheet.parent.name in TOOL_COMPONENTS


def _read(sheets: Iterable[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sheets if not why_refused(folders.CODE_ROOT, path)]


def _shortened(sheet: str) -> str:
    """A style sheet without comments and empty lines."""
    return "\n".join(line.strip() for line in _COMMENT.sub("", sheet).splitlines() if line.strip()) + "\n"


def scripts(machine: Path = folders.CODE_ROOT, kept: KeptFiles | None = None) -> list[tuple[str, str]]:
    """Every script, bundled: one small core, one for each tool. Bundles of the same sources are taken from `kept`.

    Without a bundler the site is built without scripts, and says so.
    """
    entries = [path for path in sorted((machine / "hooks/scripts").glob("*.ts")) if not why_refused(machine, path)]
    if not entries:
        return []
    sources = [path for path in sorted((machine / "hooks").glob("**/*.ts")) if not why_refused(machine, path)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    lock = machine / "deno.lock"
    key = kept.key("bundles", digest, lock.read_bytes() if lock.exists() else b"") if kept else ""
    known = kept.get(key) if kept else None
    if known is not None:
        return [(path, text) for path, text in json.loads(known)]
    made = list(_bundle(machine, tuple(entries), digest))
    if kept and made:
        kept.put(key, json.dumps(made))
    return made


def deno() -> str | None:
    """The program deno, from the virtual environment or the path."""
    return shutil.which("deno", path=str(Path(sys.executable).parent)) or shutil.which("deno")


@lru_cache(maxsize=2)
def _bundle(machine: Path, entries: tuple[Path, ...], _seal: str) -> tuple[tuple[str, str], ...]:
    program = deno()
    if not program:
        log.warning("deno is not installed, so the site is built without scripts; install the extra [site]")
        return ()
    settings = os.environ | {"NO_COLOR": "1"}
    words = [*_bundler(program), *map(str, entries)]
    try:
        run = subprocess.run(
            words, cwd=machine, env=settings, capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE
        )
        made: dict[str, str] = json.loads(run.stdout) if run.returncode == 0 else {}
        said = run.stderr
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        made, said = {}, str(error)
    if not made:
        said = said.partition("Stack backtrace")[0].strip()[:600]
        log.warning("the scripts could not be bundled, so the site is built without them: %s\n%s", _remedy(said), said)
    return tuple((routes.script(name), text) for name, text in sorted(made.items()))


def _remedy(said: str) -> str:
    """What to do about a fault of the bundler, from what deno said of it."""
    if "checksum" in said or "lockfile" in said:
        return "the bundler that the registry sent is not the one whose hash is in deno.lock, and was not run"
    if "caching npm package" in said:
        return "the bundler, esbuild, is fetched once and kept: build once where the npm registry can be reached"
    return "deno said this"


def _bundler(program: str) -> list[str]:
    """The command that bundles scripts. What it fetches must have the hash in deno.lock, or it does not run."""
    return [
        program, "run", "--quiet", "--no-prompt",
        "--frozen", f"--lock={folders.CODE_ROOT / 'deno.lock'}", f"--config={folders.CODE_ROOT / 'deno.json'}",
        "--allow-env", "--allow-run", str(folders.HOOKS / "bundle.ts"),
    ]  # fmt: skip
