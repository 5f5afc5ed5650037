"""The cases beside the policy dates of England: every case and every date stands on it, and no ending."""

from __future__ import annotations

import datetime
import re

from casebook.checking.load import load
from casebook.components.case.policy_timeline.policy_timeline import Axis, years
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled


def test_the_axis_runs_from_the_first_day_of_its_first_year_to_the_last_of_its_last() -> None:
    axis = Axis(2000, 2009)
    assert axis.at(datetime.date(2000, 1, 1)) == 0
    assert axis.at(datetime.date(2010, 1, 1)) == 1000
    assert axis.at(datetime.date(2005, 1, 1)) == 500.1


def test_what_lies_outside_the_axis_stands_at_its_end() -> None:
    axis = Axis(2000, 2009)
    assert axis.at(datetime.date.min) == 0
    assert axis.at(datetime.date.max) == 1000


def test_the_axis_names_every_fifth_year() -> None:
    assert [year for year, _ in Axis(1987, 2003).decades()] == [1990, 1995, 2000]


def test_every_case_first_decision_and_policy_date_stands_in_one_year(library: Library) -> None:
    told = years(library)
    assert [one.year for one in told] == sorted({one.year for one in told})
    assert [event for one in told for event in one.policy] == sorted(
        library.policy_dates, key=lambda event: event.when.begins.year
    )
    assert sorted(slug for one in told for slug, _ in one.begins) == sorted(library.cases)
    firsts = sorted(f"{slug}/{case.decisions[0].id}" for slug, case in library.cases.items() if case.decisions)
    assert sorted(f"{slug}/{decision.id}" for one in told for slug, _, decision in one.decisions) == firsts


def test_each_year_holds_only_what_begins_in_it(library: Library) -> None:
    for one in years(library):
        assert {event.when.begins.year for event in one.policy} <= {one.year}
        assert {case.when.begins.year for _, case in one.begins} <= {one.year}
        assert {decision.when.begins.year for _, _, decision in one.decisions} <= {one.year}


def test_where_a_story_begins_its_title_and_place_stand_without_an_in(library: Library) -> None:
    html = str(REGISTRY["policy_timeline"](PageContext(library, "cases/timeline.html")))
    words = " ".join(re.sub(r"<[^>]*>", "", html).split())
    for case in library.cases.values():
        assert f"Begins {typographic(titled(case.title, case.place))}" in words
    assert "begins, in" not in words


def test_what_was_only_planned_says_so_in_words_and_is_drawn_otherwise(library: Library) -> None:
    html = " ".join(str(REGISTRY["policy_timeline"](PageContext(library, "cases/timeline.html"))).split())
    planned = [event for event in library.policy_dates if event.planned]
    assert planned
    for event in library.policy_dates:
        words = f'<b class="planned">Planned: {event.when.spoken()}.</b> {typographic(event.text)}'
        assert (words in html) == event.planned, event.text
    assert 0 < html.count('class="policy-line is-planned"') <= len(planned)


def test_a_date_ahead_that_is_not_marked_as_planned_is_named(small_project) -> None:
    dates = "dates:\n  - when: 2099-04\n    text: A plan is to begin.\n    sources: [harbour-handbook]\n"
    path = small_project / "docs/learn/policy-dates.yml"
    path.write_text(dates, encoding="utf-8")
    assert [issue.message for issue in load(small_project).issues] == [
        "“2099-04” is in the future; write when it happened, or say planned: true"
    ]
    path.write_text(dates.replace("    text", "    planned: true\n    text"), encoding="utf-8")
    assert load(small_project).issues == []
