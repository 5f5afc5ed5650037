from __future__ import annotations

from markupsafe import Markup

from casebook.citations.bibtex_ris import case_record, cited_as
from casebook.data.dataset import version
from casebook.render.context import Desk, component


@component
def cite_case(desk: Desk, slug: str) -> Markup:
    """How to cite a case: as text, and as files for reference managers."""
    record = case_record(slug, desk.library.cases[slug], version(), desk.site_url)
    return desk.render("cite_case", slug=slug, text=cited_as(record), address=record.url)
