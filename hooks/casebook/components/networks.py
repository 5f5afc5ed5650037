"""Components that show a network of members: its cover, its map, its lines and shapes."""

from __future__ import annotations

from markupsafe import Markup

from casebook.drawing import Drawing, draw, scale_in
from casebook.measures import measure
from casebook.models.case import Case
from casebook.modes import mode_of, modes_of_parts
from casebook.rendering import Desk, component
from casebook.story import AsOf, as_of, first_day


def shapes(desk: Desk) -> dict[str, str]:
    """The shape of each kind of member, in the order of the vocabulary."""
    return {id_: kind.shape for id_, kind in desk.library.vocabulary.member_kinds.items()}


def picture(desk: Desk, case: Case, shown: AsOf) -> Drawing:
    """The drawing of a case's network as it stood, at the scale of all its pictures; ties of a part in the colour of its form."""
    return draw(shown.members, shown.ties, shapes(desk), modes_of_parts(case, shown.day), scale_in(desk.library, case))


def how_many(desk: Desk, shown: AsOf, words: str) -> str:
    """How many members it has; where one sum would count unlike things, how many kinds of member."""
    if shown.counts_unlike_things:
        return desk.say("case.kind_count", count=len(shown.kinds_of_members))
    return desk.say(words, count=shown.number_of_members)


def cover_label(desk: Desk, shown: AsOf) -> str:
    """What a cover shows, in words."""
    named = [desk.library.kind(kind).label.lower() for kind in shown.kinds_of_members]
    tables = sum(member.kind == "table" for member in shown.members)
    label = how_many(desk, shown, "case.cover_label")
    if named:
        label += ": " + ", ".join(named)
    return label + (desk.say("case.cover_tables", count=tables) if tables else "")


@component
def case_cover(desk: Desk, slug: str) -> Markup:
    """The picture of a case: its own members' network, as it was at the first decision."""
    case = desk.library.cases[slug]
    shown = as_of(case, first_day(case))
    return desk.render("case-cover", drawing=picture(desk, case, shown), mode=mode_of(case, shown.day), label=cover_label(desk, shown))


@component
def network_map(desk: Desk, slug: str, decision: str | None = None, finished: bool = False, heading: str = "map") -> Markup:
    """The map of a case's members beside its table: as of the first decision, of a named one, or finished."""
    case = desk.library.cases[slug]
    day = None if finished else next((one.when.begins for one in case.decisions if one.id == decision), first_day(case))
    return _map(desk, slug, case, as_of(case, day), heading)


def _map(desk: Desk, slug: str, case: Case, shown: AsOf, heading: str) -> Markup:
    names = {member.id: member.name for member in shown.members}
    number = {member.id: index + 1 for index, member in enumerate(shown.members)}
    found = measure(names, [(tie.from_, tie.to, tie.strength) for tie in shown.ties])
    parts = {part.id: part.name for part in case.parts}
    drawing = picture(desk, case, shown)
    kinds = [kind for kind in desk.library.vocabulary.tie_kinds if any(tie.kind == kind for tie in shown.ties)]
    by_kind = [(kind, [tie for tie in shown.ties if tie.kind == kind]) for kind in kinds]
    return desk.render(
        "network-map", slug=slug, case=case, shown=shown, drawing=drawing, names=names, number=number, parts=parts, measures=found, ties_by_kind=by_kind,
        mode=mode_of(case, shown.day), label=cover_label(desk, shown), heading=heading, shapes=shapes(desk),
    )  # fmt: skip


@component
def network_picture(desk: Desk, drawing: Drawing, numbered: bool) -> Markup:
    """The lines and shapes of a drawing, with or without the numbers of its list."""
    known = desk.library.memory.setdefault("pictures", {})
    if (drawing, numbered) not in known:
        known[drawing, numbered] = desk.render("network-picture", drawing=drawing, numbered=numbered)
    picture_: Markup = known[drawing, numbered]
    return picture_
