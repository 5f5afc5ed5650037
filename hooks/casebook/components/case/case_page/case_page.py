from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.stages import Stage, stages
from casebook.components.case.look_it_up.look_it_up import parts_of
from casebook.render.context import PageContext, component
from casebook.schema.case import Case


@component
def case_page(ctx: PageContext, slug: str) -> Markup:
    """A whole case: the story, each decision with what they did behind its stop line, the end, and what to look up."""
    case = ctx.library.cases[slug]
    told = stages(case)
    contents = _contents(ctx, case, told)
    return ctx.render(
        "case_page",
        slug=slug,
        case=case,
        stages=told,
        contents=[(anchor, words) for anchor, words, _ in contents],
        after={anchor: after for anchor, _, after in contents if after},
        first=case.decisions[0] if case.decisions else None,
    )


def _contents(ctx: PageContext, case: Case, told: tuple[Stage, ...]) -> list[tuple[str, str, str]]:
    """What is on the page: anchor, words, and the id of the decision after which it is shown (empty: at once)."""
    entries = [("story", ctx.t("case.story"), "")] if case.story else []
    for number, stage in enumerate(told, 1):
        after = stage.after.id if stage.after else ""
        if stage.after:
            words = "open.how_it_stands" if case.is_undecided(stage.after) else "case.what_they_did"
            entries.append((f"after-{after}", ctx.t(words), after))
        if stage.decision:
            words = ctx.t("decision.decision", number=number)
            entries.append((f"decide-{stage.decision.id}", f"{words} · {stage.decision.when.spoken()}", after))
        elif stage.after:
            entries.append(("in-the-end", ctx.t("open.for_now" if case.open else "case.in_the_end"), after))
    entries.append(("look-it-up", ctx.t("case.look_it_up"), ""))
    return entries + [(part, ctx.t(f"look.{part}"), after) for part, after in parts_of(case)]
