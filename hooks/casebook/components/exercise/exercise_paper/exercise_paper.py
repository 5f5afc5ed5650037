from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from casebook.components.exercise.seat_cards.seat_cards import SeatCard, cards_of
from casebook.components.exercise.sheet_writers import WRITERS
from casebook.components.page.sheet_choice.sheet_choice import Choice, Paper, sheet_choice
from casebook.render.context import PageContext, component
from casebook.render.paper.exercise_sheets import sheets_of_exercise

LARGE, CARDS = "large-print", "seat-cards"


@component
def exercise_paper(ctx: PageContext, slug: str) -> Markup:
    """The sheets of an exercise on one page, which shows and prints the one that is asked for, and nothing unasked."""
    exercise = ctx.library.exercises[slug]
    names = [sheet.name for sheet in sheets_of_exercise(exercise)]
    choices = [Choice(name, ctx.t(f"exercise.{name}"), ctx.t(f"exercise.{name}_note")) for name in names]
    cards = list(cards_of(ctx, slug))
    choices += [Choice(card.anchor, card.label, ctx.t("role_round.one_card")) for card in cards]
    words = [ctx.t("exercise_paper.choose")]
    title = ctx.t("exercise_paper.title", title=exercise.title)
    return sheet_choice(ctx, title, words, choices, list(_papers(ctx, slug, names, cards)), gives_way=True)


def _papers(ctx: PageContext, slug: str, names: list[str], cards: list[SeatCard]) -> Iterator[Paper]:
    """Each sheet once: the participant sheet in large type is the same, set otherwise; each seat's card by itself."""
    for name in names:
        if name == CARDS:
            yield from (Paper((name, card.anchor), card.html) for card in cards)
        elif name != LARGE:
            yield Paper((name, LARGE) if name == "sheet" else (name,), WRITERS[name](ctx, slug))
