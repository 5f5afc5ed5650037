from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from casebook.citations.records import case_record, cited_as
from casebook.data.data_version import case_version
from casebook.render.context import PageContext, component


@component
def cite_case(ctx: PageContext, slug: str) -> Markup:
    """How to cite a case: as text, and as files for reference managers. Where the address of the site is not known when
    it is built, script puts in the one that the page has.
    """
    record = case_record(slug, ctx.library.cases[slug], case_version(ctx.library, slug), ctx.site_url)
    return ctx.render(
        "cite_case",
        slug=slug,
        text=cited_as(replace(record, url=None)),
        address=record.url,
        is_relative=not ctx.site_url,
    )
