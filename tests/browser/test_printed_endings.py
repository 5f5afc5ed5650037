"""Paper shows what is open on the screen.

A case that nobody opened prints no ending: on the web, from a memory stick, and without script.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pressing import show_what_they_did
from printing import letters, printed, words_of
from pypdf import PdfReader

from casebook.analysis.disclosure import spoiler_texts
from casebook.library.library import Library
from casebook.schema.case import Case, Decision
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
CASES = ("bristol", "unitingcare", "city-hackney", "nottingham", "danum-horizon", "canterbury")


def on_paper(page: Page) -> str:
    """What the page prints as it stands, as letters."""
    return words_of(PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=False))))


def printed_of(words: str, case: Case, decision: Decision) -> list[str]:
    """The texts that must be kept before a decision and are printed all the same."""
    made = case.decisions[: case.decisions.index(decision) + 1]
    said = [one.text for earlier in made for one in earlier.situation]
    said += [seat.label for earlier in made for seat in earlier.seats]
    told = letters(typographic(" ".join(said)))
    return [
        text
        for text in spoiler_texts(case, decision)
        if len(text.split()) > 5 and (sought := letters(typographic(text))) in words and sought not in told
    ]


def titles_in(words: str, case: Case) -> list[str]:
    return [one.title for one in case.sources if len(one.title) > 40 and letters(typographic(one.title)) in words]


@pytest.mark.parametrize("slug", CASES)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("way", ["served", "from a stick"])
def test_a_case_that_nobody_opened_prints_no_ending(
    slug: str, script: bool, way: str, browser: Browser, served: str, built_site: Path, library: Library
) -> None:
    case = library.cases[slug]
    root = served if way == "served" else built_site.as_uri()
    words = words_of(printed(browser, f"{root}/cases/{slug}.html", script=script))
    assert letters(typographic(case.decisions[0].seats[0].options[-1].label)) in words, "it prints up to the choice"
    assert letters(typographic(case.gaps[0])) not in words
    assert printed_of(words, case, case.decisions[0]) == []
    assert titles_in(words, case) == []


@pytest.mark.parametrize("slug", ["bristol", "unitingcare", "canterbury"])
def test_what_is_opened_is_printed_and_what_is_not_is_not(slug: str, page: Page, served: str, library: Library) -> None:
    case = library.cases[slug]
    page.goto(f"{served}/cases/{slug}.html")
    for number, decision in enumerate(case.decisions):
        show_what_they_did(page, decision.id)
        words = on_paper(page)
        missing = [
            one.text
            for one in decision.outcome
            if (one.when is None or len(case.decisions) == number + 1)
            and letters(typographic(one.text or "")) not in words
        ]
        assert missing == []
        if number + 1 < len(case.decisions):
            assert printed_of(words, case, case.decisions[number + 1]) == []
            assert titles_in(words, case) == []
    expect(page.locator(".source-fold.is-told")).to_be_attached()
    words = on_paper(page)
    torn = 3  # titles that may stand on both sides of a page break
    assert len(titles_in(words, case)) >= len([one for one in case.sources if len(one.title) > 40]) - torn, (
        "told to its end, it prints its sources whole"
    )


@pytest.mark.parametrize("slug", ["bristol", "unitingcare", "city-hackney"])
def test_without_script_the_address_opens_what_is_printed(
    slug: str, browser: Browser, served: str, library: Library
) -> None:
    case = library.cases[slug]
    first, last = case.decisions[0], case.decisions[-1]
    words = words_of(printed(browser, f"{served}/cases/{slug}.html#after-{first.id}", script=False))
    assert any(letters(typographic(one.text or "")) in words for one in first.outcome)
    if len(case.decisions) > 1:
        assert printed_of(words, case, case.decisions[1]) == []
    words = words_of(printed(browser, f"{served}/cases/{slug}.html#after-{last.id}", script=False))
    told = [one.text for decision in case.decisions for one in decision.outcome]
    assert [text for text in (*told, case.after_all) if text and letters(typographic(text)) not in words] == []


def test_without_script_what_is_looked_up_is_printed_from_its_address(
    browser: Browser, served: str, library: Library
) -> None:
    case = library.cases["bristol"]
    words = words_of(printed(browser, f"{served}/cases/bristol.html#results", script=False))
    assert [one.measure for one in case.results if letters(typographic(one.measure)) not in words] == []


@pytest.mark.parametrize("slug", ["bristol", "nottingham"])
def test_a_whole_case_is_printed_at_a_button(slug: str, page: Page, served: str, library: Library) -> None:
    case = library.cases[slug]
    page.goto(f"{served}/cases/{slug}.html")
    page.evaluate("globalThis.print = () => document.body.dataset.printed = 'yes'")
    page.get_by_role("button", name="Print the whole case").click()
    expect(page.locator("body[data-printed]")).to_have_count(1)
    words = on_paper(page)
    every = [one.text for decision in case.decisions for one in decision.outcome] + [one.text for one in case.timeline]
    every += [one.text for one in case.findings] + list(case.gaps)
    every += [one.text for decision in case.decisions if decision.teaching for one in decision.teaching.analysis]
    every += [one.against for one in case.checked]
    torn = 4  # texts that a page break tears apart
    assert len([text for text in every if text and letters(typographic(text)) not in words]) <= torn
    assert len([one for one in case.sources if letters(typographic(one.title)) not in words]) <= torn


@pytest.mark.parametrize("slug", ["nottingham"])
def test_what_was_folded_is_folded_again_once_the_whole_case_is_printed(slug: str, page: Page, served: str) -> None:
    page.goto(f"{served}/cases/{slug}.html")
    page.locator("#look-it-up > details summary").first.click()
    opened = "() => [...document.querySelectorAll('.case-page details')].map((one) => one.open)"
    before = page.evaluate(opened)
    assert True in before
    assert False in before
    page.evaluate("globalThis.print = () => document.body.dataset.printed = 'yes'")
    page.get_by_role("button", name="Print the whole case").click()
    assert False not in page.evaluate(opened)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == before


def test_a_fold_that_is_closed_is_not_printed(page: Page, served: str, library: Library) -> None:
    case = library.cases["nottingham"]
    page.goto(f"{served}/cases/nottingham.html")
    for decision in case.decisions:
        show_what_they_did(page, decision.id)
    words = on_paper(page)
    for summary in ("What each choice brings up", "Who wrote this case, and how it was checked"):
        assert letters(summary) not in words


def test_once_a_case_is_told_neither_screen_nor_paper_says_that_something_is_held_back(
    page: Page, served: str, library: Library
) -> None:
    case = library.cases["nottingham"]
    page.goto(f"{served}/cases/nottingham.html")
    expect(page.get_by_text("Everything here is as it was before the first decision.")).to_be_visible()
    expect(page.get_by_role("link", name="titles may give away the ending")).to_be_visible()
    for decision in case.decisions:
        show_what_they_did(page, decision.id)
    expect(page.get_by_text("Everything here is as it was before the first decision.")).to_be_hidden()
    expect(page.get_by_role("link", name="Show gaps and sources", exact=True)).to_be_visible()
    assert letters("as it was before the first decision") not in on_paper(page)


def test_a_case_is_printed_up_to_its_decision_from_a_link(page: Page, served: str, library: Library) -> None:
    case = library.cases["bristol"]
    page.goto(f"{served}/cases/bristol.html")
    show_what_they_did(page, case.decisions[0].id)
    page.get_by_role("link", name="Print up to the decision").click()
    expect(page.get_by_role("button", name="Print this sheet")).to_be_visible()
    assert printed_of(on_paper(page), case, case.decisions[0]) == []


def test_one_source_that_was_asked_for_prints_alone(browser: Browser, served: str, library: Library) -> None:
    case = library.cases["unitingcare"]
    words = words_of(printed(browser, f"{served}/cases/unitingcare.html#source-6"))
    assert titles_in(words, case) == [case.sources[5].title]
    assert printed_of(words, case, case.decisions[0]) == []


def test_gaps_and_sources_that_were_asked_for_print_without_the_ending(
    page: Page, served: str, library: Library
) -> None:
    case = library.cases["unitingcare"]
    page.goto(f"{served}/cases/unitingcare.html")
    page.locator("#sources > .show a").click()
    words = on_paper(page)
    assert letters(typographic(case.gaps[0])) in words
    assert letters(typographic(case.sources[0].title)) in words
    assert printed_of(words, case, case.decisions[0]) == []
