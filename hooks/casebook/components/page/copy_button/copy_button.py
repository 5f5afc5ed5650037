from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def copy_button(ctx: PageContext, target_id: str, label: str) -> Markup:
    """A button that copies the text of the element with an id, or of a field its value; without an id the page's
    address.

    `label` says what is copied: the citation. Without script there is no button.
    """
    return ctx.render("copy_button", target_id=target_id, label=label)
