"""Sources that stand behind several cases: two cases that rest on one source are not two witnesses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from casebook.library.library import Library, per_library
from casebook.schema.case import Source


@dataclass(frozen=True)
class Shared:
    """A source, as the first case names it, and every case (slug, id of the source there) that has it in its list."""

    source: Source
    cases: tuple[tuple[str, str], ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The cases alone."""
        return tuple(slug for slug, _ in self.cases)


def identity(source: Source) -> str:
    """What makes two entries the same source: the DOI, else the address of a page (not of a whole site), else title and
    place.

    A whole site stands for the place where no other is named: the home pages of two networks are two sources.
    """
    if source.doi:
        return "doi " + source.doi.lower()
    address = urlsplit(source.url or "")
    doi = re.search(r"10\.\d{4,}/\S+", address.path) if "doi.org" in address.netloc else None
    if doi:
        return "doi " + doi[0].lower()
    if address.path.strip("/"):
        return (
            "page "
            + (address.netloc.removeprefix("www.") + address.path).lower().rstrip("/")
            + (f"?{address.query}" if address.query else "")
        )
    return (
        "title "
        + re.sub(r"\W+", " ", f"{source.title} {source.in_ or address.netloc} {source.year or ''}".lower()).strip()
    )


@per_library
def sources_by_identity(library: Library) -> dict[str, Shared]:
    """Every source of every case, each once, with the cases that have it."""
    found: dict[str, Shared] = {}
    for slug, case in library.cases.items():
        for source in case.sources:
            known = found.setdefault(identity(source), Shared(source, ()))
            if slug not in known.slugs:
                found[identity(source)] = Shared(known.source, (*known.cases, (slug, source.id)))
    return found


def shared_sources(library: Library) -> list[Shared]:
    """The sources that several cases have, by title."""
    return sorted(
        (one for one in sources_by_identity(library).values() if len(one.cases) > 1),
        key=lambda one: one.source.title.lower(),
    )
