from __future__ import annotations

from markupsafe import Markup

from casebook.citations.bibtex_ris import case_record, cited_as
from casebook.data.dataset import version
from casebook.render.context import PageContext, component


@component
def cite_case(ctx: PageContext, slug: str) -> Markup:
    """How to cite a case: as text, and as files for reference managers."""
    record = case_record(slug, ctx.library.cases[slug], version(), ctx.site_url)
    return ctx.render("cite_case", slug=slug, text=cited_as(record), address=record.url)
