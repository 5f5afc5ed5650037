from __future__ import annotations

from markupsafe import Markup

from casebook.citations.records import LICENCE, LICENCE_ADDRESS
from casebook.data.data_version import data_date, data_version
from casebook.render.context import PageContext, component
from casebook.text.dates import Point

FILES = (
    "cases.json",
    "findings.csv",
    "results.csv",
    "ties.csv",
    "sources.bib",
    "sources.ris",
    "sources.csl.json",
    "datapackage.json",
)


@component
def data_files(ctx: PageContext) -> Markup:
    """The files of the open data, with licence, version and date. They tell endings."""
    day = data_date(ctx.library)
    licence = {"name": LICENCE, "address": LICENCE_ADDRESS}
    return ctx.render(
        "data_files",
        files=FILES,
        what=ctx.messages.at("data.files"),
        licence=licence,
        version=data_version(ctx.library),
        date=Point(day.year, day.month, day.day).spoken() if day else "",
    )
