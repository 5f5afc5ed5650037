from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import first_day, has_begun
from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import FORMS


@component
def form_page(ctx: PageContext, form_id: str) -> Markup:
    """A form: what it is, and the cases that took it.

    Those that took it only after their first decision are held back, for that tells how they went on.
    """
    taken = {slug: case for slug, case in ctx.library.cases.items() if any(form.form == form_id for form in case.forms)}
    at_first = [
        slug
        for slug, case in taken.items()
        if any(form.form == form_id for form in has_begun(case.forms, first_day(case)))
    ]
    later = [slug for slug in taken if slug not in at_first]
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
