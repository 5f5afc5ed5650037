from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import first_day, has_begun
from casebook.library.library import Library, plain_value
from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import FORMS


@component
def form_page(ctx: PageContext, form_id: str) -> Markup:
    """A form: what it is, and the cases that took it.

    Those that took it only after their first decision are held back, for that tells how they went on.
    """
    at_first, later = _taken(ctx.library, form_id)
    body = ctx.prose(ctx.library.files_of(FORMS)[form_id].body)
    return ctx.render(
        "form_page",
        id=form_id,
        form=ctx.library.forms[form_id],
        body=body,
        at_first=at_first,
        later=later,
        continued_by=[(id_, form) for id_, form in in_order(ctx.library, FORMS) if form_id in form.continues],
    )


@plain_value
def _taken(library: Library, form_id: str) -> tuple[list[str], list[str]]:
    """The cases that had a form at their first decision, and those that took it later."""
    at_first, later = [], []
    for slug, case in library.cases.items():
        if any(form.form == form_id for form in has_begun(case.forms, first_day(case))):
            at_first.append(slug)
        elif any(form.form == form_id for form in case.forms):
            later.append(slug)
    return at_first, later
