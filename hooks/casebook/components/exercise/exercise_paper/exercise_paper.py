from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from casebook.components.exercise.seat_cards.seat_cards import cards_of
from casebook.components.exercise.sheet_writers import WRITERS
from casebook.components.page.blank_back.blank_back import blank_back
from casebook.components.page.sheet_choice.sheet_choice import Choice, Paper, sheet_choice
from casebook.render.context import PageContext, component
from casebook.render.paper.exercise_sheets import note_of, shared_by, sheets_of_exercise, tables_of
from casebook.render.paper.handouts import Handout, placed
from casebook.schema.exercise import Exercise

IN_BOTH_TYPES = {"sheet": "large-print", "short": "short-large-print"}
"""What is printed in large type too: the same sheet, set otherwise."""
PACK, CARDS = "pack", "seat-cards"


@component
def exercise_paper(ctx: PageContext, slug: str) -> Markup:
    """The sheets of an exercise on one page, which shows and prints the one that is asked for, and nothing unasked."""
    exercise = ctx.library.exercises[slug]
    names = [sheet.name for sheet in sheets_of_exercise(exercise)]
    choices = [Choice(name, ctx.t(f"exercise.{name}"), ctx.t(note_of(exercise, name))) for name in (*names, PACK)]
    choices += [Choice(card.anchor, card.label, ctx.t("role_round.one_card")) for card in cards_of(ctx, slug)]
    words = [ctx.t("exercise_paper.choose")]
    title = ctx.t("exercise_paper.title", title=exercise.title)
    return sheet_choice(ctx, title, words, choices, list(_papers(ctx, slug, exercise, names)), gives_way=True)


def _papers(ctx: PageContext, slug: str, exercise: Exercise, names: list[str]) -> Iterator[Paper]:
    """Each sheet once: what is in large type is the same, set otherwise. In the pack each begins a sheet of paper."""
    anchors, handouts = zip(*_handouts(ctx, slug, exercise, names), strict=True)
    run = ctx.use.print_run(list(handouts), exercise.group.from_, exercise.group.to, tables_of(exercise))
    yield Paper((PACK,), ctx.render("exercise_paper", slug=slug, title=exercise.title, run=run), screen_only=True)
    for index, (own, place) in enumerate(zip(anchors, placed(handouts), strict=True)):
        if place.between:
            yield Paper((PACK,), blank_back(ctx))
        yield Paper((*own, PACK), place.handout.html, handout=index)


def _handouts(
    ctx: PageContext, slug: str, exercise: Exercise, names: list[str]
) -> Iterator[tuple[tuple[str, ...], Handout]]:
    """Each sheet with the anchors that ask for it alone; of the cards of seats each by itself."""
    for name in names:
        if name == CARDS:
            for card in cards_of(ctx, slug):
                yield (name, card.anchor), Handout(card.label, card.html, shared_by(exercise, name))
        elif name not in IN_BOTH_TYPES.values():
            both = (name, IN_BOTH_TYPES[name]) if name in IN_BOTH_TYPES else (name,)
            yield both, Handout(ctx.t(f"exercise.{name}"), WRITERS[name](ctx, slug), shared_by(exercise, name))
