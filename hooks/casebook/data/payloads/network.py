"""The maps of cases as the map builder loads them, one small file a case: as each stood at its first decision, with
nothing of how it ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.governance_modes import mode_of, modes_of_parts
from casebook.analysis.network_layout import scale_in
from casebook.core import routes
from casebook.core.attempts import written
from casebook.data.script_file import as_script
from casebook.library.library import Library
from casebook.schema.case import Case, Tie
from casebook.text.markdown import typographic
from casebook.wording.messages import Messages


class MapMember(TypedDict):
    """A member of a network; `place` is the name of its part."""

    id: str
    label: str
    kind: str
    part: str
    place: str
    count: int


# `from` is a Python keyword, so this one is written as a call.
MapTie = TypedDict("MapTie", {"from": str, "to": str, "strength": str, "part": str, "words": str})


class MapScale(TypedDict):
    """The scale of all drawings of a case: whether a line of members is one mark, and the most marks around the
    ring.
    """

    oneEach: bool
    marks: int


class NetworkPayload(TypedDict):
    """The members' network of a case as it was at the first decision: data/maps/<slug>.js."""

    title: str
    place: str
    when: str
    members: list[MapMember]
    ties: list[MapTie]
    mode: str
    modes: dict[str, str]
    """The mode of each part that has one of its own."""
    scale: MapScale


def every_map_file(library: Library) -> Iterator[tuple[str, str]]:
    """The path and content of the map of every case that has members by then."""
    return written(library, ((map_path(slug), partial(_map_file, library, slug)) for slug in cases_with_maps(library)))


def _map_file(library: Library, slug: str) -> str:
    return as_script(f"map:{slug}", case_map(library, library.cases[slug], library.messages))


def map_path(slug: str) -> str:
    """Where the map of a case stands in the site."""
    return routes.map_script(slug)


def cases_with_maps(library: Library) -> list[str]:
    """The cases, by title, that have members before their first decision."""
    return sorted(
        (slug for slug, case in library.cases.items() if as_of(case, first_day(case)).members),
        key=lambda slug: library.cases[slug].title,
    )


def case_map(library: Library, case: Case, messages: Messages) -> NetworkPayload:
    """Members and ties as of the first decision, in words, with what the drawing needs."""
    shown = as_of(case, first_day(case))
    names = {member.id: typographic(member.name) for member in shown.members}
    parts = {part.id: part.name for part in case.parts}
    scale = scale_in(library, case)
    members: list[MapMember] = [
        {
            "id": one.id,
            "label": names[one.id],
            "kind": one.kind,
            "part": one.part or "",
            "place": parts.get(one.part or "", ""),
            "count": one.count,
        }
        for one in shown.members
    ]
    ties: list[MapTie] = [
        {
            "from": tie.from_,
            "to": tie.to,
            "strength": tie.strength,
            "part": tie.part or "",
            "words": _in_words(library, tie, names, messages),
        }
        for tie in shown.ties
    ]
    when = messages.t("map.compare_when", date=case.decisions[0].when.spoken()) if case.decisions else ""
    return {
        "title": typographic(case.title),
        "place": typographic(case.place),
        "when": when,
        "members": members,
        "ties": ties,
        "mode": mode_of(case, shown.day),
        "modes": modes_of_parts(case, shown.day),
        "scale": {"oneEach": scale.one_each, "marks": scale.marks},
    }


def _in_words(library: Library, tie: Tie, names: dict[str, str], messages: Messages) -> str:
    strength = f" ({messages.t(f'strengths.{tie.strength}')})" if tie.strength != "strong" else ""
    arrow = "↔" if tie.both else "→"
    return f"{names[tie.from_]} {arrow} {names[tie.to]}: {library.vocabulary.tie_kinds[tie.kind]}{strength}"
