"""A pair is not labelled as if both halves shared what one has: modes, colours of ties, places of decisions, numbers of
members.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import casebook.components  # noqa: F401  registers every component
from casebook.analysis.disclosure import as_of, first_day, part_of, place_of, snapshots
from casebook.analysis.governance_modes import mode_of, modes_of_parts, modes_with_parts
from casebook.checking.load import load
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.render.network_drawing import picture
from casebook.schema.case import Case
from casebook.text.dates import Point, When
from casebook.text.markdown import typographic

PAIR = "stroke-london-manchester"
HALF = "Greater Manchester and Cheshire Cardiac and Stroke Network"


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    """The library, with a pair of which one half alone had a form before the first decision."""
    library = load(root)
    case = library.cases[PAIR]
    forms = tuple(
        one.model_copy(update={"when": When(Point(2006), Point(2010))}) if one.label == HALF else one
        for one in case.forms
    )
    assert forms != case.forms
    dict.__setitem__(library.cases, PAIR, case.model_copy(update={"forms": forms}).named(PAIR))
    return library


@pytest.fixture(scope="module")
def pair(library: Library) -> Case:
    return library.cases[PAIR]


def test_a_mode_that_one_half_had_names_that_half(library, pair):
    assert modes_with_parts(pair, first_day(pair)) == [("network", ["Greater Manchester"])]
    page = str(REGISTRY["look_it_up"](PageContext(library, f"cases/{PAIR}.html"), PAIR))
    assert re.findall(r'How it was organised</h3> <span class="hint">([^<]*)<', page) == [
        "Network (Greater Manchester)"
    ]


def test_a_mode_that_every_half_had_or_the_whole_names_none(library):
    both = library.cases["danum-horizon"]
    assert modes_with_parts(both, first_day(both)) == [("network", [])]
    whole = library.cases["nottingham"]
    assert modes_with_parts(whole, first_day(whole)) == [
        ("alliance", ["Mid-Nottinghamshire"]),
        ("hierarchy", []),
        ("network", []),
    ]


def test_ties_of_a_half_without_a_form_are_not_drawn_in_the_colour_of_the_other(library, pair):
    day = first_day(pair)
    assert (mode_of(pair, day), modes_of_parts(pair, day)) == ("network", {"london": "none"})
    drawing = picture(PageContext(library, "index.html"), pair, as_of(pair, day))
    assert sorted({line.mode for line in drawing.lines}) == ["", "none"]
    cover = str(REGISTRY["case_cover"](PageContext(library, "index.html"), PAIR))
    assert "network-picture mode-network" in cover
    assert 'class="tie tie-strong mode-none"' in cover


def test_a_case_whose_forms_name_no_part_has_one_colour(library):
    for case in library.cases.values():
        if not any(form.part for form in case.forms):
            assert modes_of_parts(case, first_day(case)) == {}


def test_a_decision_of_one_half_names_its_place_and_one_of_both_the_whole(pair):
    assert [place_of(pair, one) for one in pair.decisions] == [
        "London",
        "Greater Manchester",
        "London and Greater Manchester",
        "Greater Manchester",
    ]


def test_a_decision_belongs_to_no_part_where_its_outcome_is_the_wholes(library):
    case = library.cases["nottingham"]
    assert [part_of(case, one) for one in case.decisions] == [None] * len(case.decisions)


def test_page_sheets_and_list_name_the_place_of_the_half(built_site):
    first = f"cases/{PAIR}/those-who-will-lose"
    for path in (
        f"{first}.html",
        f"{first}/room.html",
        f"cases/{PAIR}.html",
    ):
        text = (built_site / path).read_text()
        assert "London, 2008 (uncertain)" in text, path
        assert "London and Greater Manchester, 2008 (uncertain)" not in text, path


def test_members_of_many_kinds_are_not_added_up(library):
    ctx = PageContext(library, "index.html")
    for slug, case in library.cases.items():
        shown = as_of(case, first_day(case))
        page = str(REGISTRY["look_it_up"](ctx, slug)).partition('id="organised"')[0]
        said = re.search(r'Who is in it</h3> <span class="hint">([^<]*)<', page)
        added = said and re.search(r"(\d+) (?:organisations or groups|members)", said[1])
        if shown.counts_unlike_things:
            assert not added, slug
            assert said
            assert said[1] == f"{len(shown.kinds_of_members)} kinds of member"


def test_every_picture_of_a_case_is_drawn_at_one_scale(library, pair):
    ctx = PageContext(library, "index.html")
    drawings = [picture(ctx, pair, stage) for stage in snapshots(pair)]
    for drawing, stage in zip(drawings, snapshots(pair), strict=True):
        assert {mark.member for mark in drawing.marks} == {member.id for member in stage.members}
    alone = [{mark.size for mark in drawing.marks if mark.shape != "table" and mark.many == 1} for drawing in drawings]
    assert len(set.union(*alone)) == 1


def test_who_joined_with_a_later_decision_is_no_member_at_the_first(library):
    case = library.cases["keystone-michigan"]
    shown = as_of(case, first_day(case))
    assert {member.part for member in shown.members} == {"michigan"}
    agency = next(member.name for member in case.members if member.id == "safety-agency")
    assert typographic(agency) not in str(
        REGISTRY["network_map"](PageContext(library, "index.html"), "keystone-michigan")
    )
