"""The maps of cases as the map builder loads them, one small file a case: as each stood at its first decision, with
nothing of how it ended.
"""

from __future__ import annotations

from typing import TypedDict

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.governance_modes import mode_of
from casebook.core import routes
from casebook.library.library import Library, plain_value
from casebook.schema.case import Case, Tie
from casebook.text.markdown import typographic
from casebook.wording.messages import Messages


class MapMember(TypedDict):
    """A member of a network; `place` is the name of its part."""

    id: str
    label: str
    kind: str
    place: str
    count: int


# `from` is a Python keyword, so this one is written as a call.
MapTie = TypedDict("MapTie", {"from": str, "to": str, "strength": str, "words": str})


class MapPicture(TypedDict):
    """The picture of a network as pages show it: its SVG elements as tag, attributes and text, within a box."""

    viewBox: str
    shapes: list[tuple[str, dict[str, str], str]]


class NetworkPayload(TypedDict):
    """The members' network of a case as it was at the first decision: data/maps/<slug>.js."""

    title: str
    place: str
    when: str
    members: list[MapMember]
    ties: list[MapTie]
    mode: str
    picture: MapPicture


def map_path(slug: str) -> str:
    """Where the map of a case stands in the site."""
    return routes.map_script(slug)


@plain_value
def cases_with_maps(library: Library) -> list[str]:
    """The cases, by title, that have members before their first decision."""
    return sorted(
        (slug for slug, case in library.cases.items() if as_of(case, first_day(case)).members),
        key=lambda slug: library.cases[slug].title,
    )


def network_payload(library: Library, case: Case, picture: MapPicture, messages: Messages) -> NetworkPayload:
    """Members and ties as of the first decision, in words, beside their picture."""
    shown = as_of(case, first_day(case))
    names = {member.id: typographic(member.name) for member in shown.members}
    parts = {part.id: part.name for part in case.parts}
    members: list[MapMember] = [
        {
            "id": one.id,
            "label": names[one.id],
            "kind": one.kind,
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
        "picture": picture,
    }


def _in_words(library: Library, tie: Tie, names: dict[str, str], messages: Messages) -> str:
    strength = f" ({messages.t(f'strengths.{tie.strength}')})" if tie.strength != "strong" else ""
    arrow = "↔" if tie.both else "→"
    return f"{names[tie.from_]} {arrow} {names[tie.to]}: {library.vocabulary.tie_kinds[tie.kind]}{strength}"
