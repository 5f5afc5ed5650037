from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component


@component
def my_record(desk: Desk) -> Markup:
    """What is saved on this device: rounds side by side, taking them along, bringing them in, deleting them."""
    words = desk.words.at("record") | {"status_note": desk.say("exercise.not_assurance")}
    return desk.render("my_record", words=words)
