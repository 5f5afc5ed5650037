"""What ages: ids that were published and must stay, texts that were weighed and may have changed since."""

from __future__ import annotations

from pathlib import Path

from casebook.library import Library, item_fingerprints

IDS = "exercises/ids.txt"
HEAD = (
    "# Every rated item that was published: exercise/part/item and a fingerprint of its text.",
    "# Answers kept by visitors name these ids, so the list only grows. Written by: casebook ids --accept",
)


def read_ids(path: Path) -> dict[str, str]:
    """The committed list: id and fingerprint; empty where there is no file yet."""
    if not path.exists():
        return {}
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#"))
    return {words[0]: words[1] for words in lines if len(words) == 2}


def accept_ids(library: Library) -> int:
    """Adds new ids to the list, and new fingerprints of texts changed with an erratum; never takes one away.

    Returns the exit status: 1 where a text changed without an erratum, or an id is gone, and the list was left as it is for these.
    """
    path = library.root / IDS
    before = read_ids(path)
    current = item_fingerprints(library)
    new = {id_: seal for id_, (seal, _) in current.items() if id_ not in before}
    mended = {id_: seal for id_, (seal, erratum) in current.items() if erratum and before.get(id_, seal) != seal}
    refused = [id_ for id_, (seal, erratum) in current.items() if not erratum and before.get(id_, seal) != seal]
    gone = [id_ for id_ in before if id_ not in current]
    after = before | new | mended
    path.write_text("\n".join([*HEAD, *(f"{id_} {seal}" for id_, seal in sorted(after.items()))]) + "\n", encoding="utf-8")
    for id_ in refused:
        print(f"{id_}: has another text under its old id; give it a new id, or add erratum with the reason")
    for id_ in gone:
        print(f"{id_}: was published and is gone; old answers name it, so it stays on the list")
    print(f"Added {len(new)} and renewed {len(mended)} of {len(after)} ids in {IDS}.")
    return 1 if refused or gone else 0
