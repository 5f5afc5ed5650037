from __future__ import annotations

from markupsafe import Markup

from casebook.components.case.labels import MODES_FOR_READERS
from casebook.render.context import PageContext, component
from casebook.schema.case import STANCES, STATEMENT_FIELDS
from casebook.text.markdown import typographic


@component
def case_compare(ctx: PageContext) -> Markup:
    """Two to four cases or parts side by side, chosen by the visitor. Tells endings."""
    cases = sorted(ctx.library.cases.items(), key=lambda one: one[1].title.lower())
    words = {**ctx.messages.at("compare.script"), "our_reading": ctx.t("case.our_reading")}
    claims = [(id_, typographic(claim.statement)) for id_, claim in ctx.library.claims.items()]
    statements = [(name, ctx.t(f"case.{name}")) for name in STATEMENT_FIELDS]
    data = {"words": words, "claims": claims, "statements": statements}
    return ctx.render(
        "case_compare",
        cases=cases,
        data=data,
        modes=MODES_FOR_READERS,
        stances=STANCES,
        selects=ctx.messages.at("compare.selects"),
    )
