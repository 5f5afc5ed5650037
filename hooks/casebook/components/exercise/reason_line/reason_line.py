from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from casebook.citations.labels import names_in
from casebook.render.context import PageContext, component
from casebook.schema.base import Citation, Statement
from casebook.schema.exercise import Exercise
from casebook.text.markdown import typographic


@component
def reason_line(ctx: PageContext, slug: str, reason: Statement) -> Markup:
    """A statement of an exercise with its sources, its doubts and whose judgement it is."""
    return ctx.render("reason_line", reason=reason, cited=_cite(ctx, ctx.library.exercises[slug]))


def _cite(ctx: PageContext, exercise: Exercise) -> Callable[[Citation], Markup]:
    """Notes that lead to the exercise's own list of sources, or to the bibliography."""
    own = {source.id for source in exercise.sources}

    def cite(citation: Citation) -> Markup:
        if citation.source not in own:
            return Markup(ctx.cite(citation.source, citation.at))
        name = typographic(names_in(ctx.library, exercise).short[citation.source])
        place = f", {citation.at}" if citation.at else ""
        return Markup('<span class="citation">(<a href="#source-{}">{}</a>{})</span>').format(
            citation.source, name, place
        )

    return cite
