from __future__ import annotations

from markupsafe import Markup

from casebook.citations.records import case_record, cited_as
from casebook.data.data_version import case_version
from casebook.render.context import PageContext, component


@component
def cite_case(ctx: PageContext, slug: str) -> Markup:
    """How to cite a case: as text, and as files for reference managers."""
    record = case_record(slug, ctx.library.cases[slug], case_version(ctx.library, slug), ctx.site_url)
    return ctx.render("cite_case", slug=slug, text=cited_as(record), address=record.url)
