"""The page of decisions as it is built: every first decision once, with what one needs to choose, and no later one."""

from __future__ import annotations

import html
import re

import pytest

from casebook.analysis.reading_time import minutes_to_read, words_to_read
from casebook.data.payloads.lists import AT_FIRST
from casebook.text.markdown import typographic
from listed import entries_in, links_in, list_in, words_in


@pytest.fixture(scope="module")
def page(built_site):
    return (built_site / "cases/decisions.html").read_text()


@pytest.fixture(scope="module")
def others(built_site):
    """The decisions that come with the script."""
    return list_in(built_site, "decision-entries")["cards"]


def test_every_first_decision_is_listed_once_in_the_order_of_titles(library, page, others, built_site):
    cases = sorted(library.cases.items(), key=lambda one: one[1].title.lower())
    wanted = [f"{slug}/{case.decisions[0].id}.html" for slug, case in cases]
    listed = re.findall(r'<a data-question="" href="([^"]+)">', page.partition("<template")[0])
    assert listed == wanted[:AT_FIRST]
    assert [links_in(entry)[0] for entry in others] == wanted[AT_FIRST:]
    assert [entry["slug"] for entry in entries_in(built_site, "decision-entries")] == [slug for slug, _ in cases]


def test_neither_the_page_nor_its_script_holds_a_later_decision(library, page, others):
    page += " ".join(f">{words_in(entry)}< {links_in(entry)}" for entry in others)
    words = html.unescape(page)
    first = {typographic(case.decisions[0].seats[0].question) for case in library.cases.values()}
    for slug, case in library.cases.items():
        for decision in case.decisions[1:]:
            assert f"{slug}/{decision.id}" not in page
            assert not decision.quarrel or typographic(decision.quarrel) not in words
            questions = {typographic(seat.question) for seat in decision.seats} - first
            assert [one for one in questions if one in words] == [], slug


def test_the_filters_know_first_decisions_alone(library, built_site):
    for entry in entries_in(built_site, "decision-entries"):
        first = library.cases[entry["slug"]].decisions[0]
        assert entry["facets"]["theme"] == list(first.themes)
        assert entry["facets"]["seats"] == [str(len(first.seats))]


def test_each_says_quarrel_seat_place_time_and_how_long_it_takes_to_read(library, page, others):
    entries = re.findall(r'<article class="decision-entry".*?</article>', page, re.DOTALL)
    words = {html.unescape(re.search(r'data-case="">([^<]+)<', one)[1]): html.unescape(one) for one in entries[:-1]}
    titles = [typographic(case.title) for case in library.cases.values()]
    words |= {title: words_in(one) for one in others for title in titles if title in words_in(one)}
    for case in library.cases.values():
        first, entry = case.decisions[0], words[typographic(case.title)]
        assert typographic(first.quarrel or "") in entry
        assert typographic(first.seats[0].label) in entry
        assert first.when.spoken() in entry
        count = words_to_read(case, first)
        minutes = minutes_to_read(count)
        assert f"{minutes} minute{'s' if minutes > 1 else ''} to read ({count} words)" in entry


def test_a_decision_with_two_seats_names_the_other(library, page, others):
    seats = library.cases["unitingcare"].decisions[0].seats
    assert len(seats) > 1
    assert typographic(f"{seats[1].label} {seats[1].question}") in html.unescape(page) + "".join(
        words_in(one) for one in others
    )


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (200, 1), (201, 2), (400, 2), (401, 3)])
def test_minutes_are_rounded_up(words, minutes):
    assert minutes_to_read(words) == minutes


def test_the_words_to_read_are_those_before_the_choice(library):
    case = library.cases["unitingcare"].model_copy(update={"story": ()})
    first = case.decisions[0]
    story = [{"text": "Three words more.", "judgement": True}]
    longer = case.model_copy(update={"story": (first.situation[0].model_copy(update=story[0]),)})
    assert words_to_read(longer, first) == words_to_read(case, first) + 3
    assert words_to_read(longer, case.decisions[1]) == words_to_read(case, case.decisions[1])
    shorter = first.model_copy(update={"situation": first.situation[:1]})
    told = sum(len(one.text.split()) for one in first.situation[1:])
    assert told > 0
    assert (
        words_to_read(case.model_copy(update={"decisions": (shorter,)}), shorter) == words_to_read(case, first) - told
    )


@pytest.mark.parametrize(
    "place", ["index.html", "cases.html", "facilitate/index.html", "facilitate/sessions/45-minutes.html"]
)
def test_the_page_is_linked_where_somebody_would_look_for_it(place, built_site):
    assert re.search(r'href="(?:\.\./)*(?:cases/)?decisions\.html"', (built_site / place).read_text())
