from __future__ import annotations

from markupsafe import Markup

from casebook.components.facilitate.session_sheets import decision_of
from casebook.core import routes
from casebook.render.context import PageContext, component


@component
def session_decision(ctx: PageContext, session: str, html: Markup) -> Markup:
    """What a session shows or prints, in which script puts another decision in the place of the first: the one that a
    `decision_choice` inside it or the address names. A session without a decision stays as it is.
    """
    decision = decision_of(ctx, ctx.library.sessions[session])
    if not decision:
        return html
    return ctx.render("session_decision", html=html, folder=ctx.link(routes.session_script("_")).removesuffix("_.js"))
