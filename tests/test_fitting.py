"""How large a sheet is set: reckoned from its words, so that it fits its page and no reader gets smaller letters than
needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import Template

from casebook.checking.load import load
from casebook.components.decision.facilitator_sheet import facilitator_sheet
from casebook.components.decision.open_sheet import open_sheet
from casebook.components.decision.outcome_sheet import outcome_sheet
from casebook.components.decision.participant_sheet import participant_sheet
from casebook.components.decision.participant_sheet.participant_sheet import FEWEST, MOST, RULED, fit_events
from casebook.components.exercise.round_notes import round_notes
from casebook.components.facilitate import session_sides
from casebook.core.folders import component_files
from casebook.library.library import Library
from casebook.library.reading import read_unchecked
from casebook.render.context import PageContext, environment, template
from casebook.render.example_library import EXAMPLES
from casebook.render.paper.sheet_layout import SETTINGS, Box, Setting, SheetStyle
from casebook.render.paper.text_fit import HIGH, SPARE, STEPS, TextColumn, largest, lines
from casebook.schema.case import Decision, Teaching
from casebook.validation.case_rules import SYNOPSIS_WORDS
from casebook.wording.messages import load_messages
from real_library import real_library

ROOT = Path(__file__).resolve().parents[1]
CALLS = {
    "participant_sheet": ("night-boat", "who-pays"),
    "outcome_sheet": ("night-boat", "who-pays"),
    "open_sheet": ("tide-mill", "rebuild"),
    "facilitator_sheet": ("night-boat", "who-pays"),
    "session_plan": ("one-hour",),
    "exercise_facilitator": ("harbour-check",),
    "round_notes": ("storm-table",),
}
"""The sheets whose size is chosen, and an invented one of each."""
STYLES = {
    "participant_sheet": participant_sheet.ON_PAPER,
    "outcome_sheet": outcome_sheet.ON_PAPER,
    "open_sheet": open_sheet.ON_PAPER,
    "facilitator_sheet": facilitator_sheet.ON_PAPER,
    "session_plan": session_sides.ON_PAPER,
    "exercise_facilitator": session_sides.ON_PAPER,
    "round_notes": round_notes.ON_PAPER,
}
TEMPLATES = {path.stem: path.read_text(encoding="utf-8") for path in component_files(".jinja")}
SOURCES = {name: source for name, source in TEMPLATES.items() if name in CALLS}
WITHIN = dict.fromkeys(("session_plan", "exercise_facilitator"), TEMPLATES["session_step_list"])
"""The template of what a sheet holds, where that is measured with it."""
ENDS = [(name, end.start()) for name, source in SOURCES.items() for end in re.finditer(r"{% end(set|macro) %}", source)]
"""Where each measured part of a template ends."""
PLAIN = SheetStyle({})


@pytest.fixture(scope="module")
def library() -> Library:
    return real_library()


def written(name: str, source: str) -> str:
    """An invented sheet, as it is written when its template says `source`."""
    library = read_unchecked(EXAMPLES, {})
    library.messages = load_messages(ROOT)
    changed: dict[str, Template] = {name: environment().from_string(source)}
    library.memory[template] = changed
    return str(getattr(PageContext(library, "page.html").use, name)(*CALLS[name]))


def step_of(html: str) -> int:
    """The place of its step among the steps, from the largest on."""
    found = re.search(r"in-ems fits-(\w+)", html)
    assert found
    return [step.name for step in STEPS].index(found[1])


def height(html: str, style: SheetStyle = PLAIN) -> float:
    """How high it is in letters of ten points, in ems."""
    column = TextColumn(10)
    style.read(html).fill(column)
    return column.height


def words_in(box: Box) -> Iterator[str]:
    """The words of a box and of those in it."""
    for piece in box.content:
        yield from words_in(piece) if isinstance(piece, Box) else piece.split()


class Words(HTMLParser):
    """Collects what HTML says, but for the elements of some classes."""

    def __init__(self, html: str, without: set[str]) -> None:
        super().__init__()
        self.without, self.left_out, self.found = without, 0, ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "input"):
            known = dict(attrs)
            is_out = "hidden" in known or self.without & set((known.get("class") or "").split())
            self.left_out += bool(self.left_out or is_out)

    def handle_endtag(self, tag: str) -> None:
        self.left_out -= bool(self.left_out)

    def handle_data(self, data: str) -> None:
        self.found += "" if self.left_out else data


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


@pytest.mark.parametrize(("name", "end"), ENDS, ids=[f"{name}, {end}" for name, end in ENDS])
@pytest.mark.parametrize("element", ["p", "li", "blockquote"])
def test_what_is_added_to_a_template_alone_makes_its_sheet_smaller_or_takes_another_side(
    name: str, end: int, element: str
) -> None:
    source = SOURCES[name]
    more = f"<{element}>{'Another word. ' * 400}</{element}>\n"
    before, after = written(name, source), written(name, source[:end] + more + source[end:])
    assert (after.count("data-new-side"), step_of(after)) > (before.count("data-new-side"), step_of(before))


def test_every_template_says_what_is_measured_of_it() -> None:
    assert {name for name, _ in ENDS} == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_all_words_that_a_sheet_prints_are_measured_in_their_order(name: str) -> None:
    html = written(name, SOURCES[name])
    printed = Words(html, {"off", "only-large", "screen-only"}).found
    assert "".join(words_in(STYLES[name].read(html))) == "".join(printed.split())


@pytest.mark.parametrize("name", CALLS)
def test_a_sheet_has_no_measures_for_what_its_template_never_writes(name: str) -> None:
    known = set(re.findall(r"\w+(?:-\w+)*", SOURCES[name] + WITHIN.get(name, "")))
    assert {part for key in STYLES[name].own for part in key.split()} <= known


def test_more_words_are_never_lower() -> None:
    assert height("<p>One line.</p>") == pytest.approx(1.34 + 0.45)
    assert height(f"<p>{'word ' * 40}</p>") > height("<p>One line.</p>")
    assert height("<p>One.</p><p>Two.</p>") == pytest.approx(2 * (1.34 + 0.45))
    assert height("<p>One <b>line</b>.</p>") == height("<p>One line.</p>")


def test_what_is_not_printed_has_no_height() -> None:
    hidden = '<div class="screen-only"><p>Press <a href="#">here</a><br>now.</p></div><p>One line.</p>'
    assert height(hidden) == height("<p>One line.</p>")
    assert height("<div><p hidden>One.</p></div><p>One line.</p>") == height("<p>One line.</p>")


def test_a_code_takes_the_room_that_it_is_printed_in() -> None:
    code = '<p class="page-code"><svg><path d="M0 0"/></svg><span>https://example.org</span></p>'
    assert height(code) == pytest.approx(75 / 10)


def test_a_row_is_as_high_as_its_highest_cell_and_a_cell_more_makes_the_others_narrower() -> None:
    two = f"<td>{'word ' * 30}</td><td>Short.</td>"
    assert height(f"<table><tr>{two}</tr></table>") == height(f"<table><tr><td>Short.</td>{two[:-15]}</tr></table>")
    assert height(f"<table><tr>{two}<td>Third.</td></tr></table>") > height(f"<table><tr>{two}</tr></table>")


def test_the_measures_of_the_nearest_element_around_are_taken() -> None:
    style = SheetStyle({"outer p": Setting(after=1), "inner p": Setting(after=2), "own": Setting(after=3)})
    around = '<div class="outer"><div class="inner">{}</div></div>'
    assert height(around.format("<p>One.</p>"), style) == pytest.approx(1.34 + 2)
    assert height(around.format('<p class="own">One.</p>'), style) == pytest.approx(1.34 + 3)


def test_an_element_without_measures_is_set_as_a_paragraph() -> None:
    assert "blockquote" not in SETTINGS
    assert height("<blockquote>One line.</blockquote>") == height("<p>One line.</p>")


def test_a_sheet_tells_fewer_events_before_it_is_set_in_the_smallest_size() -> None:
    def fit(paragraphs: int) -> tuple[str, int]:
        """Of a sheet with so many short paragraphs, and four events of forty words."""
        return fit_events(lambda kept: "<p>Short.</p>" * paragraphs + f"<p>{'word ' * 40}</p>" * kept, 4)[:2]

    all_told = [("fits-large", 4), ("fits-middle", 4), ("fits-small", 4)]
    two_told = [("fits-middle", 2), ("fits-small", 2)]
    in_the_smallest = [("fits-tight", 4), ("fits-tight", 2), ("fits-tight", 0)]
    fits = [fit(paragraphs) for paragraphs in range(1, 60)]
    assert list(dict.fromkeys(fits)) == [*all_told, *two_told, *in_the_smallest]


def test_there_are_never_fewer_lines_to_write_on_than_two_nor_more_than_seven() -> None:
    def ruled(paragraphs: int) -> int:
        return fit_events(lambda kept: "<p>Short.</p>" * paragraphs, 0).ruled

    counts = [ruled(paragraphs) for paragraphs in range(1, 60)]
    assert (min(counts), max(counts), counts[-1]) == (FEWEST, MOST, FEWEST)


def test_every_sheet_of_the_library_leaves_room_to_write(library: Library) -> None:
    for slug, case in library.cases.items():
        for decision in case.decisions:
            html = str(PageContext(library, "page.html").use.participant_sheet(slug, decision.id))
            ruled = html.count("<span></span>")
            assert FEWEST <= ruled <= MOST
            points = STEPS[step_of(html)].points
            column = TextColumn(points)
            STYLES["participant_sheet"].read(html).fill(column)
            assert column.left >= ruled * RULED or ruled == FEWEST, f"{slug}/{decision.id}"


LONG = "The director of the county, who chairs the board and wants one budget for all of the members."


def test_what_a_facilitator_has_in_mind_leaves_room_for_the_plan_below_it() -> None:
    """On the front of each decision of the library: a synopsis as long as may be, four people, a second question."""
    library = load(ROOT)  # it is changed here
    style, no_room = STYLES["facilitator_sheet"], []
    for slug, case in library.cases.items():
        decisions = tuple(with_notes(one) for one in case.decisions)
        library.cases[slug] = case.model_copy(update={"decisions": decisions})
        for decision in decisions:
            html = str(PageContext(library, "page.html").use.facilitator_sheet(slug, decision.id))
            assert html.count(LONG) == 5, "the notes stand on the sheet"
            column = TextColumn(STEPS[-1].points)
            style.read(html.partition('<div class="overleaf">')[0]).fill(column)
            no_room += [f"{slug}/{decision.id}"] * (column.left < 0)
    assert no_room == []


def with_notes(decision: Decision) -> Decision:
    """A decision for whose facilitator much is written."""
    notes = decision.teaching or Teaching(aim=LONG)
    much = {"synopsis": " ".join(["members"] * SYNOPSIS_WORDS), "who": (LONG,) * 4, "second_question": LONG}
    return decision.model_copy(update={"teaching": notes.model_copy(update=much)})
