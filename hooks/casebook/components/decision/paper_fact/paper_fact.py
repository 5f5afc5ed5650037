from __future__ import annotations

from markupsafe import Markup

from casebook.citations.labels import names_in
from casebook.render.context import PageContext, component
from casebook.schema.base import Sourced
from casebook.schema.case import Case


@component
def paper_fact(ctx: PageContext, case: Case, thing: Sourced, cited: bool = False) -> Markup:
    """A statement on paper: its part, its doubts, and what another source says; `cited` names its sources by author and
    year.
    """
    parts = {part.id: part.name for part in case.parts}
    return ctx.render("paper_fact", thing=thing, cited=cited, parts=parts, names=names_in(ctx.library, case).short)
