"""The same answers on paper and on the screen: for every part of every exercise, what can be chosen, written and left
out stands in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from casebook.components.exercise.paper_part.paper_part import OWN_CARDS, SHEET_ROWS
from casebook.render.context import PageContext
from casebook.schema.exercise_parts import Cards, ExercisePart, Grid, Map, Pairs, Prompts, RatedStatements, Scenes
from real_library import real_library

ROOT = Path(__file__).resolve().parents[1]
VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Tag:
    """A tag with what stands in it."""

    name: str
    given: dict[str, str]
    inner: list[Tag | str] = field(default_factory=list)

    def all(self, fits: Callable[[Tag], bool]) -> Iterator[Tag]:
        for one in self.inner:
            if isinstance(one, Tag):
                if fits(one):
                    yield one
                yield from one.all(fits)

    def named(self, name: str, **given: str | bool) -> list[Tag]:
        """The tags of a name that have these attributes (class: one of its classes; true: whatever it says)."""

        def has(one: Tag, key: str, value: str | bool) -> bool:
            said = one.given.get(key.replace("_", "-").strip("-"))
            return said is not None and (value is True or value in (said, *said.split()))

        return [
            one
            for one in self.all(lambda one: one.name == name)
            if all(has(one, key, value) for key, value in given.items())
        ]

    @property
    def text(self) -> str:
        return " ".join("".join(one if isinstance(one, str) else f" {one.text} " for one in self.inner).split())


class Reader(HTMLParser):
    """Reads HTML into a tree of tags."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Tag("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = Tag(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inner.append(here)
        if tag not in VOID:
            self.open.append(here)

    def handle_endtag(self, tag: str) -> None:
        if any(one.name == tag for one in self.open):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inner.append(data)


def read(html: object) -> Tag:
    reader = Reader()
    reader.feed(str(html))
    return reader.top


HERE = real_library()
DESK = PageContext(HERE, "exercises/one/paper.html")
PARTS = [(slug, part) for slug, exercise in HERE.exercises.items() for part in exercise.parts]


def of_kind(*kinds: type) -> pytest.MarkDecorator:
    wanted = [(slug, part) for slug, part in PARTS if isinstance(part, kinds)]
    return pytest.mark.parametrize(("slug", "part"), wanted, ids=[f"{slug}/{part.id}" for slug, part in wanted])


def screen(slug: str, part: ExercisePart) -> Tag:
    return read(DESK.use.exercise_part(slug, part))


def paper(part: ExercisePart) -> Tag:
    return read(DESK.use.paper_part(part))


def choices(within: Tag) -> list[str]:
    """The words of the choices on the screen, in order."""
    return [label.named("span")[-1].text for label in within.named("label", class_="choice")]


def ticks(row: Tag) -> list[str]:
    """What each box of a row on paper stands for, in order."""
    return [one.given["data-point"] for one in row.named("td", class_="tick")]


def without_number(text: str) -> str:
    """What stands behind the number of a statement or a card."""
    return re.sub(r"^\d+ ", "", text)


def rows(table: Tag) -> list[Tag]:
    return [row for body in table.named("tbody") for row in body.named("tr") if row.named("td")]


@of_kind(RatedStatements, Pairs)
def test_every_statement_has_the_same_answers_on_paper(slug: str, part: RatedStatements | Pairs) -> None:
    asked = screen(slug, part).named("fieldset", data_item=True)
    written = rows(paper(part).named("table")[0])
    assert len(asked) == len(written) == sum(len(dimension.items) for dimension in part.dimensions)
    for on_screen, on_paper in zip(asked, written, strict=True):
        assert ticks(on_paper) == choices(on_screen)
        assert len(ticks(on_paper)) == 7
        sides = [one.text for one in (*on_paper.named("th"), *on_paper.named("td", class_="right-side"))]
        assert all(without_number(side) in on_screen.named("legend")[0].text for side in sides)
    numbers = [row.named("b", class_="number")[0].text for row in written]
    assert numbers == [str(number) for number in range(1, len(written) + 1)]


@of_kind(RatedStatements, Pairs)
def test_the_columns_of_a_rated_sheet_stand_over_their_boxes(slug: str, part: RatedStatements | Pairs) -> None:
    table = paper(part).named("table")[0]
    headings = [one.text for one in table.named("thead")[0].named("th", class_="point")]
    cells = [one for one in table.named("thead")[0].named("tr")[0].inner if isinstance(one, Tag)]
    assert headings == ticks(rows(table)[0])
    assert len(cells) == len([one for one in rows(table)[0].inner if isinstance(one, Tag)])
    assert {one.given["colspan"] for one in table.named("th", class_="dimension-row")} == {str(len(cells))}


@of_kind(RatedStatements, Pairs)
def test_what_a_rated_part_is_about_stands_above_it_on_screen_and_paper(
    slug: str, part: RatedStatements | Pairs
) -> None:
    shown, printed = (
        [one.text for one in place.named("p", class_="subject")] for place in (screen(slug, part), paper(part))
    )
    assert len(shown) == (1 if part.subject else 0)
    line = ". Its name: ____________________" if part.subject_named else ""
    assert printed == [f"{text}{line}" for text in shown]


@of_kind(Scenes)
def test_every_scene_has_the_same_options_on_paper(slug: str, part: Scenes) -> None:
    on_screen = [choices(one) for one in screen(slug, part).named("section", data_scene=True)]
    on_paper = [[option.text.removeprefix("☐ ") for option in one.named("li")] for one in paper(part).named("section")]
    assert on_screen == on_paper


@of_kind(Cards)
def test_every_card_has_the_same_boxes_marks_and_questions_on_paper(slug: str, part: Cards) -> None:
    shown = screen(slug, part).named("fieldset", data_card=True)
    table = paper(part).named("table")[0]
    written = rows(table)
    fixed, own = (
        [one for one in shown if "data-own" not in one.given],
        [one for one in shown if "data-own" in one.given],
    )
    assert [without_number(one.named("th")[0].text) for one in written[: len(fixed)]] == [
        one.named("legend")[0].text for one in fixed
    ]
    for on_screen, on_paper in zip(fixed, written, strict=False):
        assert ticks(on_paper) == choices(on_screen)
        assert [one.given["data-ask"] for one in on_paper.named("td", class_="blank")] == [
            one.text for one in on_screen.named("label", class_="cell")
        ]
    assert len(written) - len(fixed) == min(len(own), OWN_CARDS)
    assert (f"up to {part.own_cards}" in paper(part).text) == (len(own) > OWN_CARDS)
    asked = [
        (one.named("h5")[0].text, one.named("label")[0].text)
        for one in screen(slug, part).named("div", class_="pile")
        if one.named("label")
    ]
    noted = [
        one.named("th")[0] for table in paper(part).named("table", class_="pile-notes") for one in table.named("tr")
    ]
    assert [" ".join(one) for one in asked] == [one.text for one in noted]


@of_kind(Grid)
def test_every_table_has_the_same_rows_columns_and_choices_on_paper(slug: str, part: Grid) -> None:
    shown, table = screen(slug, part), paper(part).named("table")[0]
    asked, written = shown.named("fieldset", data_row=True), rows(table)
    first = asked[0].named("label", class_="cell")
    columns = [cell for cell in first if "row-name" not in cell.given["class"]]
    headings = table.named("th", scope="col")[1:]
    assert len(columns) == len(headings) == len(written[0].named("td"))
    if part.columns:
        labels = [
            [span.text for span in cell.named("span")][:1] + [one.text for one in cell.named("option")][1:]
            for cell in columns
        ]
        said = [
            [str(one.inner[0]).strip(), *(re.split(" / ", one.named("span")[0].text) if one.named("span") else [])]
            for one in headings
        ]
        assert said == labels
    if part.rows:
        assert [one.named("th")[0].text for one in written] == [one.named("legend")[0].text for one in asked]
    else:
        assert len(written) == min(len(asked), SHEET_ROWS)
        assert (f"up to {len(asked)}" in paper(part).text) == (len(asked) > SHEET_ROWS)


@of_kind(Prompts)
def test_every_prompt_stands_on_paper_with_its_hints(slug: str, part: Prompts) -> None:
    shown = screen(slug, part).named("div", class_="prompt")
    written = paper(part).named("div", class_="paper-prompt")
    for on_screen, on_paper in zip(shown, written, strict=True):
        hints = " ".join(one.text for one in on_screen.named("p", class_="hint") if "data-count" not in one.given)
        assert on_paper.text == f"{on_screen.named('label')[0].text} {hints}".strip()


@of_kind(Map)
def test_roles_and_ties_have_the_same_answers_on_paper(slug: str, part: Map) -> None:
    shown, written = screen(slug, part), paper(part)
    kinds = (
        [one.text for one in shown.named("select", data_kind=True)[0].named("option")][1:] if part.role_kinds else []
    )
    assert all(kind in written.named("p", class_="kinds")[0].text.split(": ", 1)[1].split(" / ") for kind in kinds)
    strengths = [one.text for one in shown.named("select", data_strength=True)[0].named("option")][1:]
    headings = [one.text for one in written.named("table")[1].named("th", scope="col")]
    assert headings[2 : 2 + len(strengths)] == strengths
    assert ("Tokens" in headings) == bool(shown.named("input", data_tokens_spent=True))
    roles = len(rows(written.named("table")[0]))
    assert roles == part.roles_up_to or f"up to {part.roles_up_to}" in written.text


def test_each_kind_of_part_is_held_against_its_paper() -> None:
    assert {type(part) for _, part in PARTS} == {RatedStatements, Pairs, Scenes, Cards, Grid, Prompts, Map}
