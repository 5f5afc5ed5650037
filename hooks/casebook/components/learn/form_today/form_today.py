from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def form_today(ctx: PageContext, form_id: str) -> Markup:
    """What is to be known of a form of today: its standing in law and since when, how it is held together, who answers
    to whom, how it tends to fail, how firm the evidence is, what it continues, and what is planned for it.
    """
    form = ctx.library.forms[form_id]
    told = [
        ("standing", form.standing),
        ("held_together", form.held_together),
        ("answers", form.answers),
        ("fails", form.fails),
        ("evidence", form.evidence),
    ]
    return ctx.render(
        "form_today",
        form=form,
        told=[(name, ctx.prose(text)) for name, text in told if text],
        plans=[(plan.when.spoken(), ctx.prose(plan.text)) for plan in form.plans],
        continues=[(id_, ctx.library.forms[id_]) for id_ in form.continues if id_ in ctx.library.forms],
    )
