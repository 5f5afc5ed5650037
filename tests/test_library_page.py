"""The library as it is built: whole without script, in order, and silent about every ending."""

from __future__ import annotations

import html
import json
import re

import pytest

from casebook.analysis.disclosure import first_day, spoiler_texts
from casebook.analysis.governance_modes import modes_of
from casebook.components.case.case_library.case_library import facets_of
from casebook.text.markdown import typographic


@pytest.fixture(scope="module")
def page(built_site):
    return (built_site / "cases.html").read_text()


@pytest.fixture(scope="module")
def entries(page):
    found = re.search(r'<script type="application/json" id="library-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])["cases"]


def test_every_case_has_a_card_in_the_order_of_titles(library, page):
    slugs = re.findall(r'<h2><a href="cases/([a-z0-9-]+)\.html">', page)
    assert slugs == sorted(library.cases, key=lambda slug: library.cases[slug].title.lower())


def test_the_filters_know_the_cases_in_the_same_order(page, entries):
    assert [entry["slug"] for entry in entries] == re.findall(r'<h2><a href="cases/([a-z0-9-]+)\.html">', page)


def test_no_text_that_follows_a_decision_stands_in_the_page(library, page):
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()) + page
    for slug, case in library.cases.items():
        for text in spoiler_texts(case):
            assert typographic(" ".join(text.split())) not in words, f"{slug}: {text}"


def test_the_page_does_not_hold_how_a_case_ended(library, entries):
    assert [entry["slug"] for entry in entries if "ended" in entry["facets"] or "ended" in entry] == []
    assert set().union(*(entry for entry in entries)) == {"slug", "place", "begins", "rank", "facets"}


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
        r'<input type="checkbox" name="(mode|purpose|country|sector|theme|strength)" value="([^"]+)">', page
    ):
        assert any(value in entry["facets"][name] for entry in entries), (name, value)
