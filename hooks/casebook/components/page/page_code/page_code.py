from __future__ import annotations

import io
from typing import Literal

import segno
from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def page_code(ctx: PageContext, path: str, part: Literal["both", "code", "address"] = "both") -> Markup:
    """The QR code of a page's address, for paper, with the address, or one of the two; nothing while no site_url is
    set.
    """
    if not ctx.site_url:
        return Markup("")
    address = ctx.site_url.rstrip("/") + "/" + path
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, nl=False)
    return ctx.render("page_code", part=part, address=address, svg=Markup(out.getvalue().decode()))
