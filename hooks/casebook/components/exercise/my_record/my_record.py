from __future__ import annotations

from markupsafe import Markup

from casebook.core import routes
from casebook.render.context import PageContext, component


@component
def my_record(ctx: PageContext) -> Markup:
    """What is saved on this device: rounds side by side, taking them along, bringing them in, deleting them."""
    words = ctx.messages.at("record") | {"status_note": ctx.t("exercise.not_assurance_alone")}
    record = ctx.link(routes.RECORD)
    return ctx.render("my_record", words=words, folder=record[: record.rfind("/") + 1])
