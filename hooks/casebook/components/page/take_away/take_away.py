from __future__ import annotations

from markupsafe import Markup

from casebook.core import routes
from casebook.render.context import PageContext, component

SIZE, DIGEST = "⟨size⟩", "⟨sha256⟩"
"""What stands for the size and the checksum of the file until it is made."""


@component
def take_away(ctx: PageContext, path: str = routes.OFFLINE_COPY, what: str = "zip", instead: bool = False) -> Markup:
    """A file to take away, which is made from the built site: a PDF, or the whole site in one file. It is hidden, and
    leads nowhere, until the file is there (`casebook.site.taking_away`). `instead` says where to get one until then.
    """
    return ctx.render("take_away", path=path, what=what, instead=instead, SIZE=SIZE, DIGEST=DIGEST)
