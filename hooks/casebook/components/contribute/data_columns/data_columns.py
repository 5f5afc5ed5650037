from __future__ import annotations

from markupsafe import Markup

from casebook.data.csv_tables import TABLES
from casebook.render.context import PageContext, component


@component
def data_columns(ctx: PageContext) -> Markup:
    """Every column of every table, with what it holds in the words of the models."""
    return ctx.render("data_columns", tables=[(table.file.partition(".")[0], table) for table in TABLES])
