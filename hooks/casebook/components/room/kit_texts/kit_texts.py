from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from casebook.data.payloads.room_sessions import KitPage
from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import SESSIONS

_BLANK = re.compile(r"\[([a-z]+)\]")
_LINE = re.compile(r"<hr ?/?>")
"""What Markdown makes of a paragraph ____."""


@dataclass(frozen=True)
class KitText:
    """A text of the kit: what it is called, when it is used, and its HTML; slips to cut up have two halves."""

    id: str
    title: str
    use: str
    html: Markup
    halves: tuple[Markup, ...] = ()


@component
def kit_texts(ctx: PageContext) -> Markup:
    """The texts before and after a session: an invitation, notes, promise slips. Each is printed by itself, or copied,
    with the blanks that were filled in.
    """
    blanks: dict[str, str] = {one["name"]: one["label"] for one in ctx.messages.at("kit_texts.blanks")}
    page: KitPage = {
        "words": ctx.messages.at("kit_texts.script"),
        "sessions": [
            {"id": id_, "title": session.title, "minutes": session.minutes}
            for id_, session in in_order(ctx.library, SESSIONS)
        ],
    }
    texts = [_text(ctx, one, blanks) for one in ctx.messages.at("kit_texts.texts")]
    return ctx.render("kit_texts", page=page, texts=texts, blanks=blanks)


def _text(ctx: PageContext, one: dict[str, Any], blanks: dict[str, str]) -> KitText:
    halves = tuple(_html(ctx, half, blanks) for half in one.get("halves", ()))
    return KitText(one["id"], one["title"], one["use"], _html(ctx, one["text"], blanks), halves)


def _html(ctx: PageContext, text: str, blanks: dict[str, str]) -> Markup:
    """A text in Markdown, with its [blanks] as places that script fills in, and a line to write on for each ____."""

    def blank(found: re.Match[str]) -> str:
        name = found[1]
        if name not in blanks:
            return found[0]
        return f'<span class="blank" data-blank="{name}">[{escape(blanks[name])}]</span>'

    return Markup(_LINE.sub('<p class="write-here">________</p>', _BLANK.sub(blank, str(ctx.prose(text)))))
