"""What `casebook check` prints: a line for each problem and a last line that counts; annotations for proposals."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from casebook.checking.validate import every_advice
from casebook.library.library import Library
from casebook.schema.kinds import KINDS
from casebook.validation.issues import Issue
from casebook.yamlfiles.project_files import printable

FOLDERS = ("cases", "exercises")
_NAME = re.compile(r"[^/\\.]+")
_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def check(library: Library, files: Sequence[str], github: bool = False) -> int:
    """Prints every problem (of the named files, or of all) and a last line that counts. Returns the exit status.

    What would be better told otherwise comes first, so that problems stand above the last line; it is no failure.

    A file may be named by its path, or by its name alone: two-valleys. With `github`, problems are workflow commands,
    and the same list is added to the file that GITHUB_STEP_SUMMARY names.
    """
    items = {_real(library.root / file) for file in library.every_file}
    if not items:
        print(f"There is no casebook in {library.root} or above it; go to the folder of the casebook first.")
        return 2
    wanted = {name: named(library.root, name, items) for name in files}
    asked = {path for paths in wanted.values() for path in paths}
    everything = (*every_advice(library), *library.issues)
    shown = [issue for issue in everything if not files or _real(library.root / issue.file) in asked]
    for issue in shown:
        print(annotation(issue) if github else issue)
    known = items | {_real(library.root / issue.file) for issue in shown}
    stray = [name for name, paths in wanted.items() if not paths & known]
    for name in stray:
        print(f"{printable(name)}: {_why_stray(bool(wanted[name]))}")
    last = _last_line(library, shown, len(asked & known) if files else None)
    print(last)
    if github:
        add_to_summary(shown, last)
    return 1 if stray or any(not issue.warning for issue in shown) else 0


def named(root: Path, name: str, items: set[Path]) -> set[Path]:
    """The files that a path, a folder or the name of a case or an exercise stands for; perhaps none."""
    if not name:
        return set()
    path = Path(name)
    if os.path.isdir(name):
        return {item for item in items if item.is_relative_to(_real(path))} or {_real(path)}
    if os.path.lexists(name):
        return {_real(path)}
    found = [root / folder / f"{name}.yml" for folder in FOLDERS] if _NAME.fullmatch(name) else []
    return {_real(path) for path in (*found, root / name) if os.path.lexists(path)}


def _real(path: Path) -> Path:
    """Where a path leads; links in a circle lead nowhere further."""
    return Path(os.path.realpath(path))


def _why_stray(exists: bool) -> str:
    if exists:
        return "is neither a case nor an exercise; those are in cases/ and exercises/, and end in .yml"
    return "there is no such file; check the spelling"


def _last_line(library: Library, shown: Sequence[Issue], asked: int | None) -> str:
    """What was checked, and how many problems there are; nothing, where no file that was asked for is there."""
    if asked == 0:
        return "Nothing was checked."
    errors = sum(not issue.warning for issue in shown)
    advised = sum(issue.advice for issue in shown)
    in_drafts = len(shown) - errors - advised
    issues = counted(errors, "problem") if errors or not in_drafts else counted(in_drafts, "problem")
    drafts = f", and {in_drafts} more in drafts" if errors and in_drafts else ", only in drafts" if in_drafts else ""
    *first, last = (counted(len(library.item_files[kind.name]), kind.counted) for kind in KINDS if kind.counted)
    checked = f"{', '.join(first)} and {last}"
    found = f"{issues}{drafts}" + (f", and {counted(advised, 'warning')}" if advised else "")
    if not asked:
        return f"Checked {checked}; {found}."
    return f"Checked {checked}; in the {'file' if asked == 1 else f'{asked} files'} that you named: {found}."


def counted(number: int, word: str) -> str:
    """1 problem, 2 problems, no problems."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def annotation(issue: Issue) -> str:
    """A problem as a workflow command of GitHub, which shows it beside the line of the file."""
    level = "warning" if issue.warning else "error"
    message = f"{issue.where}: {issue.message}" if issue.where else issue.message
    return f"::{level} file={_property(issue.file)},line={issue.line}::{_data(message)}"


def _data(text: str) -> str:
    """A text that no reader of workflow commands takes for another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def add_to_summary(issues: Iterable[Issue], last: str) -> None:
    """Adds the list to the summary of a workflow's step, fenced, so that nothing in it is read as Markdown or HTML."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    lines = [_BREAKS.sub(" ", str(issue)) for issue in issues]
    longest = max((len(ticks) for line in lines for ticks in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    listed = ["", f"{fence}text", *lines, fence] if lines else []
    with Path(file).open("a", encoding="utf-8", errors="backslashreplace") as summary:
        summary.write("\n".join([f"**casebook check**: {last}", *listed, "", ""]))
