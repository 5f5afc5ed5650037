"""The files beside cases and exercises: schemas, and the list of ids that only grows.

Templates have rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from casebook.core.addresses import why_not
from casebook.library.json_schema import PLACES, schema_text
from casebook.library.library import LISTS, Library, item_fingerprints
from casebook.text.quoting import put_back
from casebook.validation.issues import Issue
from casebook.validation.vocabulary_rules import GONE, NOT_LISTED, check_ids_only_grow
from casebook.wording.messages import WORDS
from casebook.yamlfiles.parser import SourceFileError
from casebook.yamlfiles.project_files import text_inside

IDS = "exercises/ids.txt"
MISSING = (
    f"is missing, so no change of a published id would be noticed; {put_back(IDS)} "
    "(if there never was one, run: casebook ids --accept)"
)
STALE = "does not match the models and the vocabulary; write it again: casebook schema"


def id_issues(library: Library, elsewhere: Iterable[str] = ()) -> Iterator[Issue]:
    """Ids that were published stay, because answers that visitors have kept name them.

    Exercises that cannot be read are left out, and those that lie where they are not read (`elsewhere`, or in cases/).
    """
    current = {id_: one for id_, one in item_fingerprints(library).items() if not why_not(id_.partition("/")[0])}
    path = library.root / IDS
    if not path.exists() and not path.is_symlink():
        if current and (library.root / WORDS).parent.exists():  # without a site nothing was published
            yield Issue(IDS, 1, "", MISSING)
        return
    try:
        text = text_inside(library.root, path)
    except SourceFileError as stop:
        yield Issue(IDS, stop.line, "", stop.message)
        return
    lines = [
        (number, line.split()) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"
    ]
    for number, words in lines:
        if len(words) != 2:
            remedy = "if two changes have mixed the list, write it again: casebook ids --accept"
            yield Issue(IDS, number, "", f"is not an id with its fingerprint; {remedy}")
    unread = {slug for slug, loaded in library.exercise_files.items() if not loaded.model}
    unread |= {slug for slug, case in library.case_files.items() if not case.model}
    unread |= {PurePosixPath(file).name.partition(".")[0] for file in elsewhere} - set(library.exercise_files)
    listed = {words[0]: words[1] for _, words in lines if len(words) == 2 and words[0].partition("/")[0] not in unread}
    for (file, message), ids in _by_file(library, check_ids_only_grow(listed, current)).items():
        if message == NOT_LISTED and len(ids) > 1:
            yield Issue(file, 1, "", f"has {len(ids)} ids that are not in exercises/ids.txt; run casebook ids --accept")
        elif file == IDS:
            yield from _gone(ids)
        elif message == GONE and len(ids) > 1:
            yield _taken_out(library, file, ids)
        else:
            yield from (Issue(file, 1, id_, message) for id_ in ids)


def _taken_out(library: Library, file: str, ids: list[str]) -> Issue:
    """Several published ids that their file has no more: because it is a draft now, or because they were taken out."""
    if any(loaded.file == file and loaded.is_draft for loaded in library.exercise_files.values()):
        return Issue(
            file, 1, "draft", "hides an exercise that was published, and old answers name its ids; delete this line"
        )
    names = ", ".join(id_.partition("/")[2] for id_ in ids)
    return Issue(
        file, 1, names, f"were published and are gone; {GONE.partition('; ')[2].replace('put it', 'put them')}"
    )


def _gone(ids: list[str]) -> Iterator[Issue]:
    """Published ids that are gone; one sentence for all of an exercise that is gone with them."""
    slugs = dict.fromkeys(id_.partition("/")[0] for id_ in ids)
    for slug in slugs:
        file = f"exercises/{slug}.yml"
        by_hand = "or take its ids out of this list by hand, with the reason in the commit"
        message = f"was published, and its file is gone; old answers name its ids, so {put_back(file)} ({by_hand})"
        yield Issue(IDS, 1, slug, message)


def _by_file(library: Library, found: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Ids by the file that they stand in, and by what is wrong with them; in the list itself where the file is gone."""
    groups: dict[tuple[str, str], list[str]] = {}
    for id_, message in found:
        exercise = library.exercise_files.get(id_.partition("/")[0])
        groups.setdefault((exercise.file if exercise else IDS, message), []).append(id_)
    return groups


def schema_issues(library: Library) -> Iterator[Issue]:
    """The schemas that editors read offer the words of today; not compared while a list of words cannot be read."""
    if any(library.is_lost(file) for file in LISTS):
        return
    for model, folder, name in PLACES:
        path = library.root / folder / name
        if not path.exists():
            continue
        try:
            same = text_inside(library.root, path).replace("\r\n", "\n") == schema_text(model, library)
        except SourceFileError as stop:
            yield Issue(f"{folder}/{name}", stop.line, "", stop.message)
        else:
            if not same:
                yield Issue(f"{folder}/{name}", 1, "", STALE)
