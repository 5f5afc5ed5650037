"""The library as it is built: whole without script, in order, and silent about every ending."""

from __future__ import annotations

import gzip
import html
import json
import re

import pytest

from casebook.analysis.disclosure import first_day, spoiler_texts
from casebook.analysis.governance_modes import modes_of
from casebook.components.case.case_card.case_card import case_card
from casebook.components.case.case_library.case_library import facets_of
from casebook.data.payloads.lists import AT_FIRST
from casebook.data.payloads.words import searched_texts, words_payload
from casebook.render.context import PageContext
from casebook.text.letters import search_words
from casebook.text.markdown import typographic
from listed import elements_in, entries_in, links_in, list_in, words_in


@pytest.fixture(scope="module")
def page(built_site):
    return (built_site / "cases.html").read_text()


@pytest.fixture(scope="module")
def entries(built_site):
    return entries_in(built_site, "case-cards")


@pytest.fixture(scope="module")
def other_cards(built_site):
    """The cards that come with the script."""
    return list_in(built_site, "case-cards")["cards"]


@pytest.fixture(scope="module")
def ordered(library):
    return sorted(library.cases, key=lambda slug: library.cases[slug].title.lower())


def test_the_first_cards_stand_in_the_page_and_the_others_in_its_script_in_the_order_of_titles(
    ordered, page, other_cards
):
    slugs = re.findall(r'<h2><a href="cases/([a-z0-9-]+)\.html">', page)
    assert slugs == ordered[:AT_FIRST]
    assert [links_in(card)[0] for card in other_cards] == [f"cases/{slug}.html" for slug in ordered[AT_FIRST:]]


def test_the_filters_know_every_case_in_the_same_order(ordered, entries):
    assert [entry["slug"] for entry in entries] == ordered


def test_a_card_in_the_script_is_the_card_that_a_page_would_hold(library, ordered, other_cards):
    slug = ordered[AT_FIRST]
    html_of_card = str(case_card(PageContext(library, "cases.html"), slug, 2, True))
    said = re.sub(r"<[^>]+>", "", html_of_card)
    assert "".join(words_in(other_cards[0]).split()) == "".join(html.unescape(said).split())
    assert [one[0] for one in elements_in(other_cards[0])] == re.findall(r"<(\w+)", html_of_card)


def test_the_plain_list_has_every_case_and_its_first_question(built_site, library, ordered, page):
    plain = (built_site / "cases/all.html").read_text()
    inside = plain[plain.index('class="case-titles') :]
    links = re.findall(r'<a href="([a-z0-9-]+(?:/[a-z0-9-]+)?)\.html"', inside)
    wanted = [one for slug in ordered for one in (slug, f"{slug}/{library.cases[slug].decisions[0].id}")]
    assert links[: len(wanted)] == wanted
    assert 'href="cases/all.html"' in page


def test_no_text_that_follows_a_decision_stands_in_the_page_or_in_its_script(library, page, built_site):
    cards = (built_site / "data/case-cards.js").read_text()
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()) + page + cards
    for slug, case in library.cases.items():
        for text in spoiler_texts(case):
            assert typographic(" ".join(text.split())) not in words, f"{slug}: {text}"


def test_the_page_does_not_hold_how_a_case_ended(library, entries):
    assert [entry["slug"] for entry in entries if "ended" in entry["facets"] or "ended" in entry] == []
    assert set().union(*(entry for entry in entries)) == {"slug", "order", "facets"}
    assert set().union(*(entry["order"] for entry in entries)) == {"place", "begins", "strength"}


def test_of_findings_the_page_holds_claim_and_stance_alone(library, entries):
    known = {f"{claim}:{stance}" for claim in library.claims for stance in ("supports", "complicates", "contradicts")}
    said = {entry["slug"]: set(entry["facets"]["said"]) for entry in entries}
    assert set().union(*said.values()) <= known
    assert said["nottingham"] == {f"{one.claim}:{one.stance}" for one in library.cases["nottingham"].findings}


def test_modes_are_those_before_the_first_decision(library):
    for slug, case in library.cases.items():
        day = first_day(case)
        later = {form.mode for form in case.forms if day and form.when and not form.when.has_begun_before(day)}
        earlier = {form.mode for form in case.forms if not day or not form.when or form.when.has_begun_before(day)}
        found = set(facets_of(case)["mode"])
        assert found == set(modes_of(case, day)), slug
        assert not found & (later - earlier), slug


def test_without_script_there_is_no_control_that_does_nothing(page):
    form = re.search(r'<form class="controls"[^>]*>', page)
    assert form
    assert " hidden" in form[0]
    inside = page[page.index("<case-library") : page.index("</case-library>")]
    outside_the_form = re.sub(r'<form class="controls".*?</form>', "", inside, flags=re.DOTALL)
    for control in re.findall(r"<(?:button|input|select)[^>]*>", outside_the_form):
        assert " hidden" in control, control


def test_every_value_of_a_facet_belongs_to_some_case(page, entries):
    for name, value in re.findall(
        r'<input type="checkbox" name="(form|mode|purpose|country|sector|theme|strength)" value="([^"]+)">', page
    ):
        assert any(value in entry["facets"][name] for entry in entries), (name, value)


def test_forms_are_those_before_the_first_decision(library):
    for slug, case in library.cases.items():
        day = first_day(case)
        later = {form.form for form in case.forms if day and form.when and not form.when.has_begun_before(day)}
        earlier = {form.form for form in case.forms if not day or not form.when or form.when.has_begun_before(day)}
        assert set(facets_of(case)["form"]) == earlier - {None}, slug
        assert not set(facets_of(case)["form"]) & (later - earlier), slug


def test_each_card_asks_the_first_question_and_says_what_is_disagreed_about(library, ordered, page, other_cards):
    cards = re.findall(r'<article class="case-card".*?</article>', page, re.DOTALL)
    said = [html.unescape(re.sub(r"<[^>]+>", "", card)) for card in cards] + [words_in(card) for card in other_cards]
    links = [re.findall(r'href="([^"]+)"', card) for card in cards] + [links_in(card) for card in other_cards]
    for slug, words, leads in zip(ordered, said, links, strict=True):
        first = library.cases[slug].decisions[0]
        assert typographic(first.seats[0].question) in words, slug
        assert typographic(first.quarrel or "") in words, slug
        assert f"cases/compare.html#cases={slug}" in leads


def test_a_card_says_in_words_when_it_begins_and_what_its_evidence_is(page):
    assert re.search(r"Begins in \d{4} · Evidence: people’s accounts<", page)
    details = re.findall(r'<p class="details">(.*?)</p>', page)
    assert details
    assert [one for one in details if "Told" in one or "told" in one] == []


def test_a_form_leads_to_its_cases_in_the_library_and_the_library_to_the_forms(built_site, page):
    form = (built_site / "learn/forms/gp-federation.html").read_text()
    assert 'href="../../cases.html#form=gp-federation"' in form
    assert re.search(r'<input type="checkbox"\s+name="form" value="gp-federation">', page)
    assert 'href="learn/forms/index.html"' in page


def words_known(library):
    """The words that the search knows of each case."""
    payload = words_payload(library)
    known = {slug: set() for slug in payload["cases"]}
    for word, places in zip(payload["words"].split(), payload["at"], strict=True):
        for place in places:
            known[payload["cases"][place]].add(word)
    return known


def test_words_that_stand_only_in_what_follows_the_first_decision_are_not_searched(library):
    """Every word known of a case is in its opening or in what it is filtered by; of what follows, most words are not."""
    known = words_known(library)
    for slug, case in library.cases.items():
        opening = {word for text in searched_texts(library, case) for word in search_words(text)}
        assert known[slug] <= opening, slug
        followed = {word for text in spoiler_texts(case) for word in search_words(text)}
        assert followed - known[slug], slug


def test_no_text_that_follows_the_first_decision_is_among_those_searched(library):
    for slug, case in library.cases.items():
        texts = " | ".join(searched_texts(library, case))
        assert [text for text in spoiler_texts(case) if text in texts] == [], slug
        for later in case.decisions[1:]:
            situations = [one.text for one in later.situation]
            assert [text for text in (later.quarrel, *situations) if text and text in texts] == [], slug


def test_a_name_of_a_later_form_is_not_searched(library):
    dudley = library.cases["dudley"]
    assert any("new NHS trust" in form.label for form in dudley.forms)
    texts = " | ".join(searched_texts(library, dudley))
    assert "A new NHS trust, Dudley Integrated Health and Care" not in texts


def test_python_takes_the_same_for_words_as_the_page_does(root):
    for text, words in json.loads((root / "tests/fixtures/search_words.json").read_text()):
        assert search_words(text) == words


def test_no_word_of_the_synonyms_leads_two_ways(library):
    words = [" ".join(search_words(word)) for group in library.synonyms.groups for word in group.words]
    assert len(words) > 100
    assert sorted(words) == sorted(set(words))


def test_what_the_search_knows_is_small(built_site, library):
    """With its part of the words a case weighs less than it does on the page that they narrow."""
    assert len(gzip.compress((built_site / "data/words.js").read_bytes())) < 450 * len(library.cases)
