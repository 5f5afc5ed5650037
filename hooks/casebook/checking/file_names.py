"""Names of files: each is an address with one owner, and what would be passed over in silence is named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from casebook.checking.misplaced import KIND_BY_FOLDER
from casebook.core import routes
from casebook.core.addresses import LONGEST, why_not, why_not_here
from casebook.library.library import Library
from casebook.schema.kinds import KINDS
from casebook.text.letters import as_id
from casebook.validation.issues import Issue
from casebook.yamlfiles.project_files import is_leftover, printable

WHAT = {"cases": "case files end in .yml", "exercises": "exercise files end in .yml"}
BESIDE = frozenset({"case.schema.json", "exercise.schema.json", "ids.txt"})


def name_issues(library: Library) -> Iterator[Issue]:
    """No two things of the site have one address, and Windows can hold every name."""
    for folder, files in (("cases", library.case_files), ("exercises", library.exercise_files)):
        for slug, loaded in files.items():
            reason = why_not_here(library.root, folder, slug)
            if reason:
                yield Issue(loaded.file, 1, "", reason)
    for pages in (library.item_files[kind.name] for kind in KINDS if kind.is_page):
        for id_, page in pages.items():
            reason = why_not(id_)
            if reason:
                yield Issue(page.file, 1, "", reason)
    yield from _decision_issues(library)


def _decision_issues(library: Library) -> Iterator[Issue]:
    """A decision's id is an address below its case: cases/<case>/<decision>.html, and a folder for its sheets."""
    for slug, loaded in library.case_files.items():
        for index, decision in enumerate(loaded.model.decisions if loaded.model else ()):
            path = ("decisions", index, "id")
            reason = why_not(decision.id)
            if reason:
                yield loaded.issue(path, reason.replace("has a name", f"“{decision.id}” is a name"))
            elif (library.root / f"docs/cases/{slug}/{decision.id}.md").exists():
                page = routes.decision(slug, decision.id)
                yield loaded.issue(
                    path, f"“{decision.id}” is a name that a page of the casebook already has ({page}); choose another"
                )


def unread_names(library: Library) -> Iterator[Issue]:
    """Files in cases/ and exercises/ that are not read because of their ending or their folder."""
    for folder, rule in WHAT.items():
        for path in _files_below(library.root / folder):
            file = printable(path.relative_to(library.root).as_posix())
            if path.parent != library.root / folder:
                why = f"is not read, because it is in a folder below {folder}/; put it into {folder}/ itself"
                yield Issue(file, 1, "", why)
            elif not path.name.endswith(".yml"):
                yield Issue(file, 1, "", f"is not read; {rule}, {_remedy(library.root, folder, path.name)}")


def _files_below(folder: Path) -> Iterator[Path]:
    """The files below a folder; not templates, schemas, lists of ids, READMEs, hidden files and what editors leave.

    Links to folders are not followed.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_leftover(name) and not name.endswith(".yml"))
        for name in sorted(names):
            if not is_leftover(name) and name not in BESIDE and not name.upper().startswith("README"):
                yield Path(place) / name


def _remedy(root: Path, folder: str, name: str) -> str:
    """What to do with a file whose ending is wrong: a name that it may have, and that no other file has."""
    lower = name.casefold()
    ending = next((one for one in (".yml.txt", ".yaml.txt", ".yaml", ".yml") if lower.endswith(one)), "")
    if not ending:
        return "so rename it, or move it elsewhere"
    plain = as_id(name[: -len(ending)])[:LONGEST].strip("-")
    file = f"{plain}.yml"
    if plain and os.path.lexists(root / folder / file):
        return f"and {file} is there already; keep one of the two"
    if plain and not why_not_here(root, folder, plain):
        return f"so rename it to {file}"
    kind = KIND_BY_FOLDER[folder][1].split()[-1]
    other = f"{plain}-{kind}"
    if plain and not why_not_here(root, folder, other) and not os.path.lexists(root / folder / f"{other}.yml"):
        return f"so rename it to {other}.yml ({plain} is a name that no {kind} can have)"
    return "so rename it: lower-case letters, digits and single hyphens, and then .yml"
