"""The sheets for a room, printed from the web and from a memory stick, with and without script, and read again from the paper."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from casebook.loading import load
from casebook.models.case import Case, Decision
from casebook.prose import typographic
from casebook.story import held_back
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

pytestmark = pytest.mark.browser
LIBRARY = load(Path(__file__).resolve().parents[2])
DECISIONS = [(slug, case, decision) for slug, case in LIBRARY.cases.items() for decision in case.decisions]
LONGEST = max(DECISIONS, key=lambda one: len(one[2].model_dump_json()))
FIRST = next(one for one in DECISIONS if one[0] == "nottingham")
A4 = (595, 842)


def letters(text: str) -> str:
    """The letters and figures alone: a printed line breaks words, and joins some letters into one."""
    return re.sub(r"[^a-z0-9]", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi").lower())


def printed(browser: Browser, address: str, script: bool = True) -> PdfReader:
    """A page as the browser prints it, on A4 unless its style asks for another paper."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address)
    paper = page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
    context.close()
    return PdfReader(io.BytesIO(paper))


def words_of(reader: PdfReader) -> str:
    return letters("".join(page.extract_text() for page in reader.pages))


def given_away(words: str, case: Case, decision: Decision) -> list[str]:
    """What a sheet tells of what followed; what its own situation already says is known."""
    known = letters("".join(typographic(one.text) for one in decision.situation))
    texts = {text: letters(typographic(text)) for text in held_back(case, decision) if len(text) > 30}
    return [text[:60] for text, bare in texts.items() if bare in words and bare not in known]


@pytest.fixture(params=["web", "web without script", "memory stick", "memory stick without script"])
def place(request: pytest.FixtureRequest, built_site: Path, served: str) -> tuple[str, bool]:
    """Where the sheets are printed from, and whether scripts run there."""
    start = served if request.param.startswith("web") else built_site.as_uri()
    return start, "without" not in request.param


@pytest.mark.parametrize(("slug", "case", "decision"), [FIRST, LONGEST], ids=["nottingham", "longest"])
def test_a_participant_sheet_is_one_a4_page_with_everything_but_the_outcome(browser, place, slug, case, decision):
    start, script = place
    paper = printed(browser, f"{start}/cases/{slug}/{decision.id}/participant.html", script)
    assert len(paper.pages) == 1
    assert [round(float(edge)) for edge in paper.pages[0].mediabox[2:]] == pytest.approx(A4, abs=2)
    words = words_of(paper)
    for seat in decision.seats:
        assert letters(typographic(seat.question)) in words
        assert all(letters(typographic(option.label)) in words for option in seat.options)
    assert all(letters(typographic(one.text)) in words for one in decision.situation)
    assert given_away(words, case, decision) == []


def test_an_outcome_sheet_tells_what_they_did(browser, place):
    start, script = place
    slug, _, decision = FIRST
    words = words_of(printed(browser, f"{start}/cases/{slug}/{decision.id}/outcome.html", script))
    assert all(letters(typographic(one.text)) in words for one in decision.outcome)
    assert all(letters(typographic(text)) in words for text in decision.unknown)


def test_a_facilitator_sheet_has_the_plan_and_the_words_to_say(browser, place):
    start, script = place
    slug, _, decision = FIRST
    words = words_of(printed(browser, f"{start}/cases/{slug}/{decision.id}/facilitator.html", script))
    assert decision.teaching
    assert letters(typographic(decision.teaching.aim)) in words
    assert letters("Read to the question and stop there.") in words
    assert all(letters(typographic(one.text)) in words for one in decision.teaching.analysis)


@pytest.mark.parametrize("share", range(4))
def test_every_participant_sheet_fits_one_page_and_keeps_the_outcome(browser, served, share):
    wrong = []
    for slug, case, decision in DECISIONS[share::4]:
        paper = printed(browser, f"{served}/cases/{slug}/{decision.id}/participant.html")
        words = words_of(paper)
        if len(paper.pages) != 1:
            wrong.append(f"{slug}/{decision.id}: {len(paper.pages)} pages")
        wrong += [f"{slug}/{decision.id}: {text}" for text in given_away(words, case, decision)]
    assert wrong == []


def test_nothing_that_only_a_screen_can_use_is_printed(browser, served):
    slug, _, decision = FIRST
    words = words_of(printed(browser, f"{served}/cases/{slug}/{decision.id}/participant.html"))
    for screen_only in ("Skip to the page", "Print this sheet", "Nothing you enter leaves your device"):
        assert letters(screen_only) not in words


def test_a_case_prints_with_its_ending_and_without_navigation(browser, served):
    slug, case, _ = FIRST
    words = words_of(printed(browser, f"{served}/cases/{slug}.html", script=False))
    assert all(letters(typographic(finding.text)) in words for finding in case.findings)
    assert letters("Skip to the page") not in words


def test_a_sheet_prints_at_a_button_and_says_how_without_one(page: Page, browser: Browser, served: str) -> None:
    address = f"{served}/cases/nottingham/an-empty-seat/participant.html"
    page.add_init_script("window.print = () => document.title = 'printed'")
    page.goto(address)
    page.get_by_role("button", name="Print this sheet").click()
    assert page.title() == "printed"
    bare = browser.new_context(java_script_enabled=False)
    plain = bare.new_page()
    plain.goto(address)
    assert plain.get_by_role("button").count() == 0
    assert plain.get_by_text("Made for paper").is_visible()
    bare.close()
