"""Words for a mode and a country."""

from __future__ import annotations

from casebook.render.context import PageContext

MODES = ("network", "alliance", "group", "contract", "hierarchy")


def country_name(ctx: PageContext, code: str) -> str:
    """A country in words; its code where nobody has given it a name yet."""
    names = ctx.messages.at("countries")
    return str(names.get(code, code))
