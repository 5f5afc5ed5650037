from __future__ import annotations

from markupsafe import Markup

from casebook.citations.labels import printed
from casebook.render.context import PageContext, component
from casebook.schema.case import Source


@component
def source_line(ctx: PageContext, source: Source, letter: str = "", bare: bool = False) -> Markup:
    """A source as every list prints it: who, when, its title, where it appeared; unless `bare`, its address and how it
    was read.
    """
    unverified = (
        () if (source.note or "").startswith("We ") else source.unverified
    )  # a note that says what we read names the doubtful fields as well
    return ctx.render("source_line", source=source, one=printed(source, letter), bare=bare, unverified=unverified)
