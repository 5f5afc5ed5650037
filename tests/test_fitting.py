"""How large a sheet is set: reckoned from its words, so that it fits its page and no reader gets smaller letters than
needed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casebook.analysis.disclosure import as_of, events_before
from casebook.checking.load import load
from casebook.library.library import Library
from casebook.render.paper.sheet_layout import FEWEST, MOST, RULED, SheetLayout
from casebook.render.paper.text_fit import HIGH, SPARE, STEPS, TextColumn, largest, lines

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def test_a_short_text_takes_one_line_and_a_long_one_as_many_as_it_fills() -> None:
    assert lines("Stay", 20) == 1
    assert lines("a" * 100, 30) == 2
    assert lines("a" * 500, 30) == 10


@given(words=some.text(max_size=400), width=some.floats(8, 60), more=some.floats(0, 20))
def test_more_room_never_takes_more_lines(words: str, width: float, more: float) -> None:
    assert lines(words, width + more) <= lines(words, width)


def test_the_largest_size_that_fits_is_taken_and_the_smallest_where_none_does() -> None:
    def fill(paragraphs: int) -> str:
        return largest(lambda column: [column.text("word " * 40) for _ in range(paragraphs)])[0].name

    assert [fill(count) for count in (1, 13, 14, 16, 60)] == ["large", "large", "middle", "small", "tight"]


def test_what_is_left_is_what_the_side_holds_without_the_words() -> None:
    column = TextColumn(10)
    column.text("One line.", after=0)
    column.space(5)
    assert column.left == pytest.approx(HIGH - SPARE - 10 * (1.34 + 5))


def test_a_sheet_tells_fewer_events_before_it_is_set_in_the_smallest_size(library: Library) -> None:
    fewer, tight = [], []
    for slug, case in library.cases.items():
        for decision in case.decisions:
            events, task = events_before(case, decision)[-4:], as_of(case, decision.when.begins).task
            sizer = SheetLayout(library.messages, case, decision)
            step, kept, ruled = sizer.participant(task, events, "")
            assert FEWEST <= ruled <= MOST
            assert tuple(kept) == tuple(events)[len(events) - len(kept) :], "the last events are those that are told"
            if len(kept) < len(events):
                fewer.append(slug)
            if step is STEPS[-1] and len(events) > 2:
                tight.append(slug)
                assert (
                    largest(
                        lambda column, two=events[-2:], of=sizer, its=task: of._participant(column, its, two, ""),
                        3 * RULED,
                        STEPS[:3],
                    )[1]
                    < 3 * RULED
                )  # type: ignore[misc]
    assert fewer, "some sheet is full enough to show it"
