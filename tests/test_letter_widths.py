"""Words that are set in lines before anyone knows the font."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebook.text.letter_widths import width, wrapped

WORDS = st.lists(st.text("abcmWil-,", min_size=1, max_size=30), max_size=30).map(" ".join)


@given(WORDS, st.floats(4, 40), st.integers(1, 5), st.booleans())
def test_every_line_fits_and_there_are_no_more_than_may_be(words: str, ems: float, most: int, bold: bool) -> None:
    lines = wrapped(words, ems, most, bold=bold)
    assert len(lines) <= most
    assert all(width(line, bold=bold) <= ems for line in lines)


@given(WORDS, st.floats(4, 40), st.integers(1, 5))
def test_what_is_left_out_is_marked(words: str, ems: float, most: int) -> None:
    lines = wrapped(words, ems, most)
    assert " ".join(lines) == words or "…" in "".join(lines)


def test_what_fits_is_set_whole() -> None:
    assert wrapped("the seat at the table", 40, 2) == ("the seat at the table",)


def test_a_name_that_is_too_long_ends_at_a_word() -> None:
    assert wrapped("Clinical Effectiveness Group at Queen Mary", 12, 1) == ("Clinical…",)
    assert wrapped("Clinical Effectiveness Group at Queen Mary", 12, 2) == ("Clinical", "Effectiveness…")
