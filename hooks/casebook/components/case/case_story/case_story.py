from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import CaseSnapshot, as_of, first_day, stages
from casebook.citations.withheld_titles import sources_by_stage
from casebook.render.context import PageContext, component
from casebook.schema.base import Statement


@component
def case_story(ctx: PageContext, slug: str) -> Markup:
    """A whole case, told in the order of time, with its pauses and stop lines."""
    case = ctx.library.cases[slug]
    shown = as_of(case, first_day(case))
    finished = as_of(case, None)
    changed = (finished.members, finished.ties) != (shown.members, shown.ties)
    told = stages(case)
    return ctx.render(
        "case_story",
        slug=slug,
        case=case,
        shown=shown,
        finished=finished,
        stages=told,
        changed=changed,
        later_facts=[fact for fact in finished.facts if fact not in shown.facts],
        parts={part.id: part.name for part in case.parts},
        later_lines=_later_lines(shown, finished),
        cited=sources_by_stage(case, shown, told),
    )


def _later_lines(shown: CaseSnapshot, finished: CaseSnapshot) -> list[tuple[str, list[Statement]]]:
    lines = [
        (name, [one for one in statements if one not in shown.statements[name]])
        for name, statements in finished.statements.items()
    ]
    return [(name, statements) for name, statements in lines if statements]
