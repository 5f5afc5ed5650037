from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import as_of, first_day
from casebook.render.context import PageContext, component


@component
def case_story(ctx: PageContext, slug: str) -> Markup:
    """The story that leads to the first decision, a paragraph each; nothing where a case has none yet."""
    case = ctx.library.cases[slug]
    story = as_of(case, first_day(case)).statements["story"]
    return ctx.render("case_story", case=case, story=story) if story else Markup("")
