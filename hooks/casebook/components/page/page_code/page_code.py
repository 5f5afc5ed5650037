from __future__ import annotations

import io

import segno
from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def page_code(desk: Desk, path: str) -> Markup:
    """The QR code of a page's address, for paper; nothing while no site_url is set."""
    if not desk.site_url:
        return Markup("")
    address = desk.site_url.rstrip("/") + "/" + path
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, nl=False)
    return desk.render("page_code", address=address, svg=Markup(out.getvalue().decode()))
