"""Words for a mode and a country."""

from __future__ import annotations

from casebook.render.context import PageContext

MODES_FOR_READERS = ("network", "alliance", "group", "contract", "hierarchy")
"""The modes as lists for readers have them: the network, which the casebook is about, comes first."""


def country_name(ctx: PageContext, code: str) -> str:
    """A country in words; its code where nobody has given it a name yet."""
    names = ctx.messages.at("countries")
    return str(names.get(code, code))
