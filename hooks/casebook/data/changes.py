"""What changed in cases and exercises, and the Atom feed that is made from it (RFC 4287)."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from casebook.citations.records import NAME
from casebook.core import routes
from casebook.data.data_version import data_date
from casebook.library.library import Library
from casebook.schema.case import Case, Change
from casebook.schema.exercise import Exercise
from casebook.text.dates import MONTHS
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled

NO_DAY = "1970-01-01"
"""The day of a feed of a casebook in which nothing has a day yet."""


@dataclass(frozen=True)
class ItemChange:
    """A change, with the item in which it was made."""

    name: str
    """What its id is made from: the same for ever, whatever its words become."""
    page: str
    title: str
    summary: str
    change: Change

    @property
    def id(self) -> str:
        """Its anchor on the page of all changes."""
        return self.name.replace("/", "-")

    @property
    def uuid(self) -> uuid.UUID:
        """Its id in the feed; it needs no address of the site."""
        return uuid_of(self.name)

    @property
    def month(self) -> str:
        """The month of it, in words."""
        day = self.change.when.begins
        return f"{MONTHS[day.month]} {day.year}"


def uuid_of(name: str) -> uuid.UUID:
    """The id of something in the feed, from a name that stays the same."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:systems-leadership-casebook:{name}")


def every_change(library: Library) -> list[ItemChange]:
    """What changed in every case and exercise, the newest first."""
    items: list[tuple[str, Case | Exercise]] = [*library.cases.items(), *library.exercises.items()]
    found = [change for id_, item in items for change in _changes_of(id_, item)]
    return sorted(found, key=lambda one: (one.change.when.begins, one.name), reverse=True)


def _changes_of(id_: str, item: Case | Exercise) -> Iterator[ItemChange]:
    if isinstance(item, Case):
        page, title, summary = routes.case(id_), titled(item.title, item.place), item.summary
    else:
        page, title, summary = routes.exercise(id_), item.title, item.aim
    alike: Counter[str] = Counter()
    for change in item.changes:
        name = f"{page.removesuffix('.html')}/{change.when.written()}/{change.kind}"
        alike[name] += 1
        again = f"/{alike[name]}" if alike[name] > 1 else ""
        yield ItemChange(f"{name}{again}", page, title, summary, change)


def feed(library: Library, site_url: str = "") -> str:
    """The Atom feed of what changed. Links are relative where the site has no address of its own."""
    changes, base = every_change(library), f"{site_url.rstrip('/')}/" if site_url else ""
    day = changes[0].change.when.begins.isoformat() if changes else str(data_date(library) or NO_DAY)
    t = library.messages.t
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"{f" xml:base={quoteattr(base)}" if base else ""}>',
        f"<id>urn:uuid:{uuid_of('feed')}</id>",
        f"<title>{escape(NAME)}</title>",
        f"<subtitle>{escape(t('changes.tells'))}</subtitle>",
        f"<updated>{_moment(day)}</updated>",
        f"<author><name>{escape(NAME)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(base + routes.FEED)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(base + routes.WHAT_CHANGED)}/>',
    ]
    return "\n".join([*head, *(_entry(library, one, base) for one in changes), "</feed>", ""])


def _entry(library: Library, one: ItemChange, base: str) -> str:
    change, t = one.change, library.messages.t
    kind = t(f"changes.kinds.{change.kind}")
    said = [change.text or one.summary, *([f"{t('changes.why')} {change.why}"] if change.why else [])]
    return "\n".join(
        (
            "<entry>",
            f"<id>urn:uuid:{one.uuid}</id>",
            f"<title>{escape(typographic(f'{kind}: {one.title}'))}</title>",
            f"<updated>{_moment(change.when.begins.isoformat())}</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(base + one.page)}/>',
            f"<summary>{escape(typographic(' '.join(said)))}</summary>",
            "</entry>",
        )
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
