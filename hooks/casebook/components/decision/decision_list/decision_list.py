from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.disclosure import place_of
from casebook.render.context import PageContext, component
from casebook.schema.case import Case, Decision


def decisions_by_theme(ctx: PageContext, later: bool = False) -> dict[str, list[tuple[str, Case, Decision]]]:
    """The first decision of every case (or every later one) once, under the theme that it names first; themes in the
    order of the vocabulary.
    """
    grouped: dict[str, list[tuple[str, Case, Decision]]] = {theme: [] for theme in (*ctx.library.vocabulary.themes, "")}
    for slug, case in ctx.library.cases.items():
        for decision in case.decisions[1:] if later else case.decisions[:1]:
            grouped[next(iter(decision.themes), "")].append((slug, case, decision))
    return {theme: entries for theme, entries in grouped.items() if entries}


@component
def decision_list(ctx: PageContext, later: bool = False) -> Markup:
    """The first decision of every case by what it is about, with its sheets to print; `later` lists the others, for a
    page that says it tells endings.
    """
    themes = ctx.library.vocabulary.themes | {"": ctx.messages.t("case.no_theme")}
    return ctx.render("decision_list", groups=decisions_by_theme(ctx, later), themes=themes, place=place_of)
