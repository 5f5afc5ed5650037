"""The version and the date of the data, worked out from the files alone: two builds of one commit say the same, and the
code has a version of its own.
"""

from __future__ import annotations

import datetime
import hashlib

from casebook.citations.records import last_reading
from casebook.library.library import Library, per_library

BEHIND_THE_DATA = ("docs/learn/bibliography.yml", "docs/learn/vocabulary.yml")
"""The lists whose words are in the data files, besides the cases."""
LENGTH = 12


@per_library
def data_date(library: Library) -> datetime.date | None:
    """The day on which the data were last read against their sources: the newest reading of any case."""
    days = (last_reading(case) for case in library.cases.values())
    return max((day for day in days if day), default=None)


@per_library
def fingerprint(library: Library) -> str:
    """Twelve characters that change when the file of any case, the words of a claim, the bibliography or the vocabulary
    change.
    """
    digest = hashlib.sha256()
    for slug, _ in library.cases.items():
        digest.update(slug.encode() + library.case_files[slug].digest.encode())
    for id_, claim in library.claims.items():
        digest.update(f"{id_}: {claim.statement}".encode())
    for file in BEHIND_THE_DATA:
        loaded = library.list_files.get(file)
        digest.update(file.encode() + (loaded.digest if loaded else "").encode())
    return digest.hexdigest()[:LENGTH]


def data_version(library: Library) -> str:
    """The version of the data, in the form of a semantic version: 2026.11.29+1f0c5a7b2d3e, date and fingerprint."""
    day = data_date(library)
    return f"{f'{day.year}.{day.month}.{day.day}' if day else '0.0.0'}+{fingerprint(library)}"


def case_version(library: Library, slug: str) -> str:
    """The version of one case: the day of its last reading, and a fingerprint of its file alone."""
    day, digest = last_reading(library.cases[slug]), library.case_files[slug].digest
    own = hashlib.sha256(digest.encode()).hexdigest()[:LENGTH]
    return f"{f'{day.year}.{day.month}.{day.day}' if day else '0.0.0'}+{own}"
