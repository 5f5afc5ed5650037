"""Components of the open data: the files, their columns, and how to cite a case."""

from __future__ import annotations

from markupsafe import Markup

from casebook.citing import LICENCE, case_record, cited_as
from casebook.open_data import LICENCE_ADDRESS, fingerprint, version
from casebook.rendering import Desk, component
from casebook.tables import TABLES

FILES = ("cases.json", "findings.csv", "results.csv", "ties.csv", "sources.bib", "sources.ris")


@component
def data_files(desk: Desk) -> Markup:
    """The files of the open data, with licence, version and a fingerprint of the cases. They tell endings."""
    licence = {"name": LICENCE, "address": LICENCE_ADDRESS}
    return desk.render("data-files", files=FILES, what=desk.words.at("data.files"), licence=licence, version=version(), fingerprint=fingerprint(desk.library))


@component
def data_columns(desk: Desk) -> Markup:
    """Every column of every table, with what it holds in the words of the models."""
    return desk.render("data-columns", tables=TABLES)


@component
def cite_case(desk: Desk, slug: str) -> Markup:
    """How to cite a case: as text, and as files for reference managers."""
    record = case_record(slug, desk.library.cases[slug], version(), desk.site_url)
    return desk.render("cite-case", slug=slug, text=cited_as(record), address=record.url)
