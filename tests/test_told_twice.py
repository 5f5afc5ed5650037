"""An event that the outcome has just told is not told again under it; whatever says more, or something else, stays."""

from __future__ import annotations

import pytest

from casebook.analysis.disclosure import stages
from casebook.analysis.repeated_events import is_repeated_in
from casebook.data.dataset import plain_data
from casebook.schema.base import Statement
from casebook.schema.case import Event
from casebook.text.markdown import typographic


@pytest.fixture(scope="module")
def decision(library):
    return library.cases["nottingham"].decisions[0]  # November 2018


def event(
    text="The council suspends its membership and keeps daily work going.",
    when="2018-11-20",
    sources=("minutes",),
    **fields,
):
    return Event.model_validate({"text": text, "when": when, "sources": list(sources), **fields})


def outcome(
    text="On 20 November 2018 the council suspended its membership and kept daily work going.",
    sources=("minutes", "press"),
    **fields,
):
    return Statement.model_validate({"text": text, "sources": list(sources), **fields})


def test_what_the_outcome_says_of_the_same_day_from_the_same_source_is_told(decision):
    assert is_repeated_in(event(), [outcome()], decision)


@pytest.mark.parametrize("other", [
    {"when": "2019-05-02"}, {"sources": ("court",)}, {"text": "The council asks the court for an order against the "
                                                              "board."},
    {"text": "The council suspends its membership for 6 weeks and keeps daily work going."}, {"part": "city"},
    {"disputed": [{"text": "No.", "sources": ["court"]}]}, {"sources": (), "judgement": True},
], ids=["another day", "another source", "something else", "a figure more", "a part of its own", "a dispute more", "no source"])  # fmt: skip
def test_what_differs_stays(decision, other):
    assert not is_repeated_in(event(**other), [outcome()], decision)


def test_a_date_of_its_own_counts_more_than_that_of_the_decision(decision):
    assert not is_repeated_in(event(), [outcome(when="2019")], decision)
    assert is_repeated_in(event(when="2019-03"), [outcome(when="2019")], decision)


def test_another_day_of_the_same_month_is_another_event(decision):
    late = "The council rejoined the board on 16 April 2019."
    assert is_repeated_in(event("The council rejoins the board.", "2019-04-16"), [outcome(late)], decision)
    assert not is_repeated_in(event("The council rejoins the board.", "2019-04-23"), [outcome(late)], decision)
    assert is_repeated_in(
        event("The council rejoins the board.", "2019-04-23"),
        [outcome("The council rejoined the board in April 2019.")],
        decision,
    )


@pytest.mark.parametrize(
    ("slug", "when"), [("nottingham", "20 November 2018"), ("taurus", "July 2015"), ("unitingcare", "1 April 2015")]
)
def test_it_is_not_told_again_in_the_story_and_is_not_lost_from_the_data(slug, when, library, built_site):
    case = library.cases[slug]
    twice = next(one for one in case.timeline if one.when.spoken() == when)
    assert twice not in [one for stage in stages(case) for one in stage.events_not_in_outcome]
    assert typographic(twice.text) not in (built_site / f"cases/{slug}.html").read_text()
    assert twice.text in [one["text"] for one in plain_data(case)["timeline"]]


def test_before_the_first_decision_every_event_is_told(library):
    for case in library.cases.values():
        first = stages(case)[0]
        assert first.events_not_in_outcome == first.events
