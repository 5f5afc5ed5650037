from __future__ import annotations

import json

from markupsafe import Markup, escape

from casebook.render.context import PageContext, component
from casebook.text.markdown import typographic


@component
def search_box(ctx: PageContext, in_dialog: bool = False) -> Markup:
    """The search: of the search page, or of the dialog that every page has in its header.

    From a disk, and without script, it leads to the library. In a dialog it has no link of its own, so that the same
    HTML serves every page.
    """
    names = ("none", "one", "other", "from_disk", "broken", "searching", "placed")
    words = {name: typographic(ctx.t(f"search_box.{name}")) for name in names}
    return ctx.render("search_box", in_dialog=in_dialog, words=escape(json.dumps(words, ensure_ascii=False)))
