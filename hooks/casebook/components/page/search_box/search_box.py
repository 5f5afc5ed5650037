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
    words = {
        "none": ctx.t("search_box.none"),
        "cases": ctx.t("search_box.cases"),
        "one": ctx.t("search_box.one"),
        "other": ctx.t("search_box.other"),
        "from_disk": ctx.t("search_box.from_disk"),
        "broken": ctx.t("search_box.broken"),
        "searching": ctx.t("search_box.searching"),
        "placed": ctx.t("search_box.placed"),
    }
    told = json.dumps({name: typographic(text) for name, text in words.items()}, ensure_ascii=False)
    return ctx.render("search_box", in_dialog=in_dialog, words=escape(told))
