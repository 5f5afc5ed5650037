from __future__ import annotations

from markupsafe import Markup

from casebook.citations.bibtex_ris import LICENCE
from casebook.data.dataset import LICENCE_ADDRESS, fingerprint, version
from casebook.render.context import PageContext, component

FILES = ("cases.json", "findings.csv", "results.csv", "ties.csv", "sources.bib", "sources.ris")


@component
def data_files(ctx: PageContext) -> Markup:
    """The files of the open data, with licence, version and a fingerprint of the cases. They tell endings."""
    licence = {"name": LICENCE, "address": LICENCE_ADDRESS}
    return ctx.render(
        "data_files",
        files=FILES,
        what=ctx.messages.at("data.files"),
        licence=licence,
        version=version(),
        fingerprint=fingerprint(ctx.library),
    )
