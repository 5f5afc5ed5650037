from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component


def later_by_theme(ctx: PageContext) -> dict[str, list[tuple[str, str]]]:
    """Every later decision once (case and id), under the theme that it names first; themes in the order of the
    vocabulary.
    """
    grouped: dict[str, list[tuple[str, str]]] = {theme: [] for theme in (*ctx.library.vocabulary.themes, "")}
    for slug, case in ctx.library.cases.items():
        for decision in case.decisions[1:]:
            grouped[next(iter(decision.themes), "")].append((slug, decision.id))
    return {theme: entries for theme, entries in grouped.items() if entries}


@component
def decision_list(ctx: PageContext) -> Markup:
    """Every later decision by what it is about, with its sheets to print, for a page that says it tells endings."""
    themes = ctx.library.vocabulary.themes | {"": ctx.messages.t("case.no_theme")}
    return ctx.render("decision_list", groups=later_by_theme(ctx), themes=themes)
