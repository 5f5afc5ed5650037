from __future__ import annotations

from markupsafe import Markup

from casebook.core import routes
from casebook.data.payloads.tally import GroupPagePayload, tally_rules
from casebook.render.context import PageContext, component
from casebook.render.paper.exercise_sheets import has_tally


@component
def group_results(ctx: PageContext) -> Markup:
    """Counts the sheets of a group by keys, and shows the result once, by the rules of the tally sheet."""
    words = ctx.messages.at("group_results.script") | {"not_assurance": ctx.t("exercise.not_assurance")}
    page: GroupPagePayload = {"words": words, "rules": tally_rules()}
    exercises = [(slug, one.title) for slug, one in ctx.library.exercises.items() if has_tally(one)]
    return ctx.render(
        "group_results",
        exercises=sorted(exercises, key=lambda one: one[1].lower()),
        page=page,
        data=ctx.link(routes.case_script("exercises")),
    )
