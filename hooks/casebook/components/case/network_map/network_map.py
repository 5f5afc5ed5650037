from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import CaseSnapshot, as_of, first_day
from casebook.analysis.governance_modes import mode_of
from casebook.analysis.network_metrics import measure
from casebook.components.evidence.doubts_once import doubts_once
from casebook.render.context import PageContext, component
from casebook.render.network_drawing import drawing_label, picture, shapes
from casebook.schema.case import Case


@component
def network_map(
    ctx: PageContext, slug: str, decision: str | None = None, finished: bool = False, heading: str = "map"
) -> Markup:
    """The map of a case's members beside its table: as of the first decision, of a named one, or finished."""
    case = ctx.library.cases[slug]
    day = None if finished else next((one.when.begins for one in case.decisions if one.id == decision), first_day(case))
    return _map(ctx, slug, case, as_of(case, day), heading)


def _map(ctx: PageContext, slug: str, case: Case, shown: CaseSnapshot, heading: str) -> Markup:
    names = {member.id: member.name for member in shown.members}
    number = {member.id: index + 1 for index, member in enumerate(shown.members)}
    found = measure(names, [(tie.from_, tie.to, tie.strength) for tie in shown.ties])
    parts = {part.id: part.name for part in case.parts}
    drawing = picture(ctx, case, shown)
    kinds = [kind for kind in ctx.library.vocabulary.tie_kinds if any(tie.kind == kind for tie in shown.ties)]
    by_kind = [(kind, [tie for tie in shown.ties if tie.kind == kind]) for kind in kinds]
    return ctx.render(
        "network_map",
        slug=slug,
        case=case,
        shown=shown,
        drawing=drawing,
        names=names,
        number=number,
        parts=parts,
        measures=found,
        ties_by_kind=by_kind,
        mode=mode_of(case, shown.day),
        of_members=doubts_once(ctx, shown.members),
        of_ties=doubts_once(ctx, shown.ties),
        label=drawing_label(ctx, shown, listed=True),
        heading=heading,
        shapes=shapes(ctx),
    )
