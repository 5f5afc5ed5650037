"""Words of today: each leads to a form, claims and cases, from its page, from the library and from the search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from casebook.analysis.words_today import led_to
from casebook.checking.load import load
from casebook.data.payloads.words import words_payload
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.site.search import entries
from casebook.text.letters import search_words
from casebook.text.markdown import typographic
from small_site import invented_library

ROOT = Path(__file__).resolve().parents[1]
LIST = "docs/learn/words-of-today.yml"

OTHER = """  - id: other
    word: HARBOUR host
    text: A second word for the same.
    like: A lead organisation.
    claims: [members-learn-together]
    ask: What is it called?
    judgement: true
"""


@pytest.fixture(scope="module")
def invented() -> Library:
    return invented_library()


def said(project: Path, old: str, new: str, file: str = LIST) -> list[str]:
    """What is said of the small project after one change."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [f"{issue.where}: {issue.message}" for issue in load(project).issues if issue.file == file]


def test_there_are_thirty_words_and_each_leads_to_claims_and_to_cases(library: Library) -> None:
    assert len(library.words_today) == 30
    for word in library.words_today:
        leads = led_to(library)[word.id]
        assert leads.claims == word.claims, word.id
        assert leads.cases, word.id
        assert set(leads.cases) >= set(word.cases), word.id


def test_what_is_planned_says_so_and_what_has_no_source_is_ours(library: Library) -> None:
    for word in library.words_today:
        assert word.sources or word.judgement, word.id
        if word.planned:
            assert word.when, word.id


def compared(phrases: Iterable[str]) -> set[tuple[str, ...]]:
    """Phrases as the search compares them."""
    return {tuple(search_words(phrase)) for phrase in phrases}


def test_every_word_and_each_of_its_names_finds_its_cases_in_the_library(library: Library) -> None:
    payload = words_payload(library)
    for word in library.words_today:
        for name in (word.word, *word.also):
            found = next(group for group in payload["groups"] if compared([name]) <= compared(group["words"]))
            assert set(word.cases) <= {payload["cases"][number] for number in found["cases"]}, name


def test_a_word_of_today_finds_what_its_synonyms_find_and_they_find_no_more_for_it(library: Library) -> None:
    payload = words_payload(library)
    count = len(library.words_today)
    more = []
    for today in payload["groups"][:count]:
        for group in payload["groups"][count:]:
            if compared(today["words"]) & compared(group["words"]):
                assert set(group["cases"]) <= set(today["cases"]), today["words"]
                assert compared(group["words"]) <= compared([*today["words"], *today["also"]])
                more += set(today["cases"]) - set(group["cases"])
    assert more


def test_every_word_is_an_entry_of_the_search_that_leads_to_its_place(library: Library) -> None:
    page = str(PageContext(library, "learn/your-word-today.html").use.word_today_list())
    found = {entry.address: entry for entry in entries(library)}
    for word in library.words_today:
        entry = found[f"learn/your-word-today.html#{word.id}"]
        assert entry.title == typographic(word.word)
        assert all(typographic(name) in entry.content and name in entry.also for name in word.also)
        assert f'id="{word.id}"' in page


def test_no_ending_is_in_an_entry_of_the_search(library: Library) -> None:
    words = " ".join(entry.content for entry in entries(library))
    for case in library.cases.values():
        assert not case.after_all or typographic(case.after_all) not in words


def test_a_word_says_what_is_planned_what_to_ask_and_where_it_leads(invented: Library) -> None:
    page = str(PageContext(invented, "learn/your-word-today.html").use.word_today_list())
    integrator, planned = page.split('<h2 id="integrator">')[1].split('<h2 id="tide-contract">')
    for words in (
        "Also: harbour host.", "In use from 2025.", "What do members still decide together?",
        'href="forms/learning-network.html"', 'href="claims/members-learn-together.html"',
        'href="../cases/tide-mill.html"', 'href="../cases/night-boat.html"',
    ):  # fmt: skip
        assert words in " ".join(integrator.split()), words
    assert "<b>Planned: from 2027.</b>" in planned
    assert "In use" not in planned
    assert "No invented case is about such a contract." in planned


def test_an_item_that_names_a_word_is_led_to_and_leads_back(invented: Library) -> None:
    assert led_to(invented)["integrator"].forms == ("learning-network", "harbour-host")
    page = str(PageContext(invented, "learn/forms/harbour-host.html").use.form_page("harbour-host"))
    assert re.search(r'href="\.\./your-word-today\.html#integrator">Integrator</a>', page)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    claims: [members-learn-together]", "    claims: [members-learn]", "words, item 1, claim 1: there is no claim “members-learn”"),
        ("    form: learning-network", "    form: learning-networks", "words, item 1, form: there is no form “learning-networks”"),
        ("    cases: [harbour]", "    cases: [harbor]", "words, item 1, cases, item 1: there is no case “harbor”"),
        ("    sources: [harbour-handbook]\n", "", "words, item 1: needs sources; name one from docs/learn/bibliography.yml, or say judgement: true"),
        ("harbour-handbook", "harbour-handbok", "words, item 1: there is no source “harbour-handbok” in docs/learn/bibliography.yml"),
        ("    when: 2025/..\n", "    planned: true\n", "words, item 1: is planned; write under when for when it is planned"),
        ("words:\n", f"words:\n{OTHER}", "words, item 2, also, item 1: “harbour host” is under “other” already; keep one of the two"),
        ("words:\n", f"words:\n{OTHER.replace('other', 'integrator')}", "words, item 2: the id “integrator” is used twice; give each its own"),
    ],
)  # fmt: skip
def test_a_word_that_leads_nowhere_or_two_ways_is_named(small_project, old, new, message):
    assert any(one.startswith(message) for one in said(small_project, old, new)), load(small_project).issues


def test_an_item_names_words_that_there_are(small_project):
    found = said(small_project, "sectors:", "today: [integrater]\nsectors:", "cases/harbour.yml")
    assert found == [
        "today, word 1: there is no today “integrater”; choose from integrator; did you mean “integrator”?"
    ]
