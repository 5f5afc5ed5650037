"""A case is told in the order of time, and what follows a decision is held back."""

from __future__ import annotations

import datetime

import pytest

from casebook.analysis.disclosure import (
    as_of,
    events_before,
    first_day,
    has_begun,
    is_told_before,
    part_of,
    parts_known,
    spoiler_texts,
    still_so,
)
from casebook.analysis.stages import stages
from casebook.checking.load import load
from casebook.schema.case import Part
from casebook.text.dates import parse_when


@pytest.fixture(scope="module")
def harbour(examples):
    return load(examples).cases["harbour"]


@pytest.fixture(scope="module")
def every_case(library):
    return library.cases


def test_the_small_case_stops_at_its_decision(harbour):
    first, last = stages(harbour)
    assert first.decision is harbour.decisions[0]
    assert [event.text for event in first.events] == ["Eight members signed.", "The price doubled."]
    assert (first.outcome, first.findings, first.results) == ((), (), ())
    assert [one.text for one in last.outcome] == ["They paid by size."]
    assert [finding.id for finding in last.findings] == ["tuesday"]
    assert last.decision is None


def test_an_outcome_is_told_as_soon_as_it_was_over_apart_from_that_of_the_decision_just_made(harbour):
    first = harbour.decisions[0]
    late = first.outcome[0].model_copy(update={"when": parse_when("2019-06")})
    own = late.model_copy(update={"text": "They met again.", "when": None})
    first = first.model_copy(update={"outcome": (late,)})
    second, third = (
        first.model_copy(update={"id": id_, "when": parse_when(when), "outcome": outcome})
        for id_, when, outcome in (("again", "2019-01", (own,)), ("at-last", "2020", ()))
    )
    case = harbour.model_copy(update={"decisions": (first, second, third)})
    told = stages(case)
    assert [stage.outcome for stage in told] == [(), (), (own,), ()]
    assert [[(news.number, news.outcome) for news in stage.late] for stage in told] == [[], [], [(1, (late,))], []]
    assert late in told[2].everything


def test_an_outcome_of_another_part_is_told_before_a_decision_that_goes_on_beside_it(harbour):
    first = harbour.decisions[0]
    late = first.outcome[0].model_copy(update={"when": parse_when("2019"), "part": "north"})
    other = late.model_copy(update={"part": "south"})
    parts = tuple(Part(id=id_, name=id_) for id_ in ("north", "south"))
    one, two = (
        first.model_copy(update={"id": id_, "outcome": (told,), "situation": ()})
        for id_, told in (("here", late), ("there", other))
    )
    case = harbour.model_copy(update={"parts": parts, "decisions": (one, two)})
    assert [stage.outcome for stage in stages(case)] == [(), (late,), (other,)]


def test_the_outcome_of_a_stage_belongs_to_the_decision_before_it(every_case):
    for slug, case in every_case.items():
        for stage in stages(case):
            own = stage.after.outcome if stage.after else ()
            assert all(one in own for one in stage.outcome), slug
            for news in stage.late:
                assert news.decision is case.decisions[news.number - 1] is not stage.after
                assert all(one in news.decision.outcome for one in news.outcome), slug


def test_every_dated_thing_told_before_a_decision_was_over_before_it(every_case):
    for case in every_case.values():
        for stage in stages(case):
            if stage.decision:
                day = stage.decision.when.begins
                assert all(is_told_before(one, day) for one in (*stage.events, *stage.findings, *stage.results))
                part = part_of(case, stage.decision)
                outcomes = [*stage.outcome, *(one for news in stage.late for one in news.outcome)]
                beside = [one for one in outcomes if part and one.part and one.part != part.id]
                rest = [one for one in outcomes if one not in beside]
                assert all(one.when is None or one.when.is_over_before(day) for one in rest)


def test_nothing_is_lost_and_nothing_is_told_twice(every_case):
    for slug, case in every_case.items():
        told_stages = stages(case)
        for name, all_of_it in (("events", case.timeline), ("findings", case.findings), ("results", case.results)):
            told = [one for stage in told_stages for one in getattr(stage, name)]
            assert len(told) == len(all_of_it), f"{slug}: {name}"
            assert all(one in told for one in all_of_it)
        outcomes = [one for decision in case.decisions for one in decision.outcome]
        told = [one for stage in told_stages for one in stage.outcome]
        told += [one for stage in told_stages for news in stage.late for one in news.outcome]
        assert len(told) == len(outcomes), slug


def test_no_undated_finding_or_result_stands_before_the_last_decision(every_case):
    for case in every_case.values():
        for stage in stages(case)[:-1]:
            assert all(one.when is not None for one in (*stage.findings, *stage.results))


def test_every_decision_ends_one_chapter(every_case):
    for case in every_case.values():
        assert [stage.decision for stage in stages(case)[:-1]] == list(case.decisions)


def test_events_before_a_decision_are_those_that_were_over(harbour):
    assert [event.text for event in events_before(harbour, harbour.decisions[0])] == [
        "Eight members signed.",
        "The price doubled.",
    ]


def test_what_must_not_be_seen_before_the_first_decision(harbour):
    kept = spoiler_texts(harbour)
    for text in (
        "They paid by size.",
        "The ferry went on, at half its pace.",
        "The network closed its office.",
        "Learning stood on the agenda.",
    ):
        assert text in kept
    assert "The price doubled." not in kept


def test_as_of_a_day_nothing_later_stands(every_case):
    for case in every_case.values():
        day = first_day(case)
        if day is None:
            continue
        known = as_of(case, day)
        assert all(thing.when is None or thing.when.has_begun_before(day) for thing in known.everything)
        there = {member.id for member in known.members}
        assert all(tie.from_ in there and tie.to in there for tie in known.ties)


def test_a_member_that_left_is_drawn_before_and_not_at_the_end(harbour):
    left = harbour.members[1].model_copy(update={"when": harbour.forms[0].when})
    case = harbour.model_copy(update={"members": (left, *harbour.members[2:])})
    assert left in still_so(case.members, datetime.date(2018, 1, 1))
    assert left not in still_so(case.members, None)
    assert left not in has_begun(case.members, datetime.date(2015, 1, 1))


def test_a_part_that_had_not_begun_hides_what_belongs_to_it(harbour):
    later = harbour.parts[1].model_copy(update={"when": harbour.forms[0].when})
    case = harbour.model_copy(update={"parts": (harbour.parts[0], later)})
    day = datetime.date(2015, 1, 1)
    assert later not in parts_known(case, day)
    assert "practices" not in {member.id for member in as_of(case, day).members}
    assert all("practices" not in (tie.from_, tie.to) for tie in as_of(case, day).ties)


def test_tables_are_not_counted_as_members(harbour):
    assert as_of(harbour, None).number_of_members == 7
