from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from casebook.components.learn.exercises_on_claim import exercises_on
from casebook.render.context import PageContext, component
from casebook.schema.exercise import Exercise


@component
def coverage_table(ctx: PageContext) -> Markup:
    """Each claim with the exercises that work on it and the cases that speak to it; says so where none does.

    No totals.
    """
    library = ctx.library
    rows = [
        (id_, claim, _linked(exercises_on(library, id_), library.exercises), _cases(ctx, id_))
        for id_, claim in library.claims.items()
    ]
    return ctx.render("coverage_table", rows=rows)


def _linked(slugs: Iterable[str], things: dict[str, Exercise]) -> list[tuple[str, Exercise]]:
    return sorted(((slug, things[slug]) for slug in slugs if slug in things), key=lambda one: one[1].title)


def _cases(ctx: PageContext, claim_id: str) -> list[tuple[str, str]]:
    """The cases that have a finding on a claim, by title. Which stance they take stands on the claim's page."""
    found = {told.slug: told.case.title for told in ctx.library.findings.get(claim_id, [])}
    return sorted(found.items(), key=lambda one: one[1])
