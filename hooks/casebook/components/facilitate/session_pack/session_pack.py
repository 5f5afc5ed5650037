from __future__ import annotations

from markupsafe import Markup

from casebook.components.facilitate.session_sheets import kits
from casebook.render.context import Desk, component


@component
def session_pack(desk: Desk, session: str) -> Markup:
    """Everything to print for a session: the plan, and each sheet once, behind a page that says how many it takes."""
    one = desk.library.sessions[session]
    return desk.render("session_pack", id=session, session=one, kits=list(kits(desk, one, True)))
