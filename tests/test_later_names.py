"""Bodies that were founded later: no page, sheet or note before a decision says their names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.stages import stages
from casebook.checking.load import load
from casebook.citations.telling_authors import later_bodies, names_one, without_telling_names, words_in
from casebook.citations.withheld_titles import quiet_sources, sources_by_stage
from casebook.library.library import Library
from casebook.schema.case import Case, Source
from casebook.text.dates import parse_when
from telling import before_decision, later_names, openly_known, words_of

SOURCE = {"id": "one", "kind": "own-account", "standpoint": "insider", "read": "opening", "title": "Our story"}
EXAMINES = re.compile(
    r"Audit|Public Accounts|Court|Tribunal|Chambers|Administrator|Liquidator|Inquiry|CrowdJustice", re.IGNORECASE
)
"""Those who look into what has failed, or are asked to stop it: their name beside a fact hints at the ending."""


@pytest.fixture
def harbour(small_project: Path) -> Case:
    """The invented case of the small project."""
    return load(small_project).cases["harbour"]


def with_later_member(case: Case, name: str) -> Case:
    """The case with a member of that name, there from long after the first decision on."""
    member = case.members[0].model_copy(update={"id": "later", "name": name, "when": parse_when("2030")})
    return case.model_copy(update={"members": (*case.members, member)})


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Suffolk GP Federation", "Suffolk GP Federation"),
        ("Suffolk GP Federation", "Suffolk GP Federation, chair's blog"),
        ("Parents' working group", "ImproveCareNow parent working group"),
        ("Four federation support units", "Northern Federation Support Unit"),
        ("The Joint Board", "Minutes of the JOINT BOARD"),
        ("One Care", "One Care"),
        ("City’s Care Group", "City Care Group"),
    ],
)
def test_a_source_is_not_named_by_a_body_that_came_after_the_first_decision(
    name: str, author: str, harbour: Case
) -> None:
    case = with_later_member(harbour, name)
    by_author = Source.model_validate(SOURCE | {"authors": [{"name": author}]})
    in_place = Source.model_validate(SOURCE | {"id": "two", "in": author})
    quiet = without_telling_names(case.model_copy(update={"sources": (by_author, in_place)}))
    assert [(one.authors, one.in_) for one in quiet] == [((), None), ((), None)]


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Parents", "Parents"),  # a word of the language
        ("Joint Board", "Board, Joint"),
        ("Care Group", "Healthcare Group"),
        ("GP Care", "GP Careers"),
    ],
)
def test_a_name_that_only_looks_alike_is_kept(name: str, author: str, harbour: Case) -> None:
    assert not names_one(author, later_bodies(with_later_member(harbour, name)))


def test_a_member_that_was_there_at_the_first_decision_may_be_named(harbour: Case) -> None:
    name = harbour.members[0].name
    assert not names_one(name, later_bodies(with_later_member(harbour, "Another Body")))


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({"authors": [{"name": "National Audit Office"}], "author_tells": True}, ((), None)),
        ({"in": "Court reports", "author_tells": True}, ((), None)),
        ({"authors": [{"name": "National Audit Office"}], "author_tells": False}, (("National Audit Office",), None)),
    ],
)
def test_a_source_whose_author_or_place_tells_is_called_by_its_kind(
    named: dict[str, object], expected: tuple[tuple[str, ...], str | None], harbour: Case
) -> None:
    source = Source.model_validate(SOURCE | named)
    [quiet] = without_telling_names(harbour.model_copy(update={"sources": (source,)}))
    assert (tuple(one.listed for one in quiet.authors), quiet.in_) == expected


def test_no_note_before_a_decision_names_who_examines_a_failure_unless_the_story_has_told_of_them(
    library: Library,
) -> None:
    found = {}
    for slug, case in library.cases.items():
        names = {one.id: one.name for one in quiet_sources(library, case)}
        told_stages = stages(case)
        cited_in = sources_by_stage(case, as_of(case, first_day(case)), told_stages)
        for stage, cited in zip(told_stages[:-1], cited_in, strict=False):
            known = openly_known(library, case, stage.decision).lower()
            for who in EXAMINES.findall(" | ".join(names[one] for one in sorted(cited))):
                if who.lower() not in known:
                    found[f"{slug}/{stage.decision.id}"] = who
    assert found == {}


def test_names_are_compared_without_plurals_possessives_and_capitals() -> None:
    assert words_in("The Parents’ Working Groups") == words_in("the parent's working group")


def shown_too_early(built_site: Path, library: Library) -> dict[str, list[str]]:
    """Names of later bodies on the page of a case, and the page of a decision, which prints as its sheet."""
    found = {}
    for slug, case in library.cases.items():
        page = (built_site / f"cases/{slug}.html").read_text(encoding="utf-8")
        for decision in case.decisions:
            paper = (built_site / f"cases/{slug}/{decision.id}.html").read_text(encoding="utf-8")
            words = " ".join(words_of(part) for part in (before_decision(page, case, decision), paper))
            told = [one for one in later_names(library, slug, decision) if re.search(rf"\b{re.escape(one)}\b", words)]
            if told:
                found[f"{slug}/{decision.id}"] = sorted(told)
    return found


def test_no_page_or_sheet_says_before_a_decision_the_name_of_a_body_that_came_later(
    built_site: Path, library: Library
) -> None:
    assert shown_too_early(built_site, library) == {}


def test_there_are_names_to_keep(library: Library) -> None:
    kept = [
        one
        for slug, case in library.cases.items()
        if case.decisions
        for one in later_names(library, slug, case.decisions[0])
    ]
    assert len(kept) > 30
