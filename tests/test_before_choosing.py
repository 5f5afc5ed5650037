"""What a decision states before the choice is said wherever the choice is offered, whatever field it stands in."""

from __future__ import annotations

import pytest
from pydantic import Field

from casebook.analysis.disclosure import spoiler_texts, texts_before_choosing
from casebook.data.case_text import case_text
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.base import Statements
from casebook.schema.case import Decision
from casebook.site.room_decisions import room_case
from small_site import invented_library

SLUG = "night-boat"
NEW = "Whoever paid had named the last day of March."


class WithMore(Decision):
    """A decision with a field that somebody has added."""

    of_somebody: Statements = Field(())


@pytest.fixture
def library() -> Library:
    """The invented casebook, in which a decision states something in a field that no code names."""
    library = invented_library()
    case = library.cases[SLUG]
    first = case.decisions[0]
    stated = first.situation[0].model_copy(update={"text": NEW})
    more = WithMore.model_construct(**{**dict(first), "of_somebody": (stated,)})
    changed = case.model_copy(update={"decisions": (more, *case.decisions[1:])})
    dict.__setitem__(library.cases, SLUG, changed.named(SLUG))
    return library


PLACES = {
    "the choice on a page": lambda ctx, one: str(ctx.use.decision_pause(SLUG, one)),
    "the participant sheet": lambda ctx, one: str(ctx.use.participant_sheet(SLUG, one)),
    "the text file": lambda ctx, one: case_text(ctx.library, SLUG),
    "the tools for a room": lambda ctx, one: str(room_case(ctx.library, SLUG)["decisions"][0]["situation"]),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_new_field_of_statements_is_said_at(library: Library, place: str) -> None:
    decision = library.cases[SLUG].decisions[0]
    assert NEW in PLACES[place](PageContext(library, "cases/x.html"), decision.id)


def test_it_is_searched_and_counted_as_words_to_read(library: Library) -> None:
    assert NEW in tuple(texts_before_choosing(library.cases[SLUG].decisions[0]))


def test_what_a_later_decision_states_is_held_back_before_an_earlier_one(library: Library) -> None:
    case = library.cases[SLUG]
    later = case.decisions[0].model_copy(update={"id": "later"})
    both = case.model_copy(update={"decisions": (case.decisions[0], later)})
    assert NEW in spoiler_texts(both, both.decisions[0])
    assert NEW not in spoiler_texts(both, both.decisions[1])
