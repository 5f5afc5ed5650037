from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import AsOf, as_of, first_day
from casebook.analysis.governance_modes import mode_of
from casebook.analysis.network_metrics import measure
from casebook.render.context import Desk, component
from casebook.render.network_drawing import cover_label, picture, shapes
from casebook.schema.case import Case


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
        "network_map", slug=slug, case=case, shown=shown, drawing=drawing, names=names, number=number, parts=parts, measures=found, ties_by_kind=by_kind,
        mode=mode_of(case, shown.day), label=cover_label(desk, shown), heading=heading, shapes=shapes(desk),
    )  # fmt: skip
