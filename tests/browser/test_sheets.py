"""The sheets for a room, printed from the web and from a memory stick, with and without script, and read again from the
paper.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from printing import WIDE, add_style, letters, printed, words_of

from casebook.analysis.disclosure import events_before, place_of, spoiler_texts
from casebook.core import routes
from casebook.core.routes import decision_sheet, exercise_paper, exercise_sheet, room
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.schema.case import Case, Decision
from casebook.text.markdown import typographic
from casebook.text.punctuation import titled
from real_library import real_library

pytestmark = pytest.mark.browser
LIBRARY = real_library()
DECISIONS = [(slug, case, decision) for slug, case in LIBRARY.cases.items() for decision in case.decisions]
LONGEST = max(DECISIONS, key=lambda one: len(one[2].model_dump_json()))
FIRST = next(one for one in DECISIONS if one[0] == "nottingham")
TWO_SEATS = [one for one in DECISIONS if len(one[2].seats) > 1]
A4 = (595, 842)


def given_away(words: str, case: Case, decision: Decision) -> list[str]:
    """What a sheet tells of what followed; what its own situation already says is known."""
    said = [one.text for one in decision.situation] + [seat.label for seat in decision.seats]
    known = letters("".join(map(typographic, said)))
    texts = {text: letters(typographic(text)) for text in spoiler_texts(case, decision) if len(text) > 30}
    return [text[:60] for text, bare in texts.items() if bare in words and bare not in known]


@pytest.fixture(params=["web", "web without script", "memory stick", "memory stick without script"])
def place(request: pytest.FixtureRequest, built_site: Path, served: str) -> tuple[str, bool]:
    """Where the sheets are printed from, and whether scripts run there."""
    start = served if request.param.startswith("web") else built_site.as_uri()
    return start, "without" not in request.param


@pytest.mark.parametrize(("slug", "case", "decision"), [FIRST, LONGEST], ids=["nottingham", "longest"])
def test_a_participant_sheet_is_one_a4_page_with_everything_but_the_outcome(browser, place, slug, case, decision):
    start, script = place
    paper = printed(browser, f"{start}/{decision_sheet(slug, decision.id, 'participant')}", script)
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
    words = words_of(printed(browser, f"{start}/{decision_sheet(slug, decision.id, 'outcome')}", script))
    assert all(letters(typographic(one.text)) in words for one in decision.outcome)
    assert all(letters(typographic(text)) in words for text in decision.unknown)


def test_a_facilitator_sheet_has_the_plan_and_the_words_to_say(browser, place):
    start, script = place
    slug, _, decision = FIRST
    words = words_of(printed(browser, f"{start}/{decision_sheet(slug, decision.id, 'facilitator')}", script))
    assert decision.teaching
    assert letters(typographic(decision.teaching.aim)) in words
    assert letters("Read down to the question, then stop.") in words
    assert all(letters(typographic(one.text)) in words for one in decision.teaching.analysis)


BY_LENGTH = sorted(DECISIONS, key=lambda one: -len(one[2].model_dump_json()))
LONG_PACKS, SHARES = 36, 3
"""How many packs are printed in every run: the fullest. `make reach` prints the rest."""
PACKS = [BY_LENGTH[:LONG_PACKS][share::SHARES] for share in range(SHARES)] + [
    pytest.param(BY_LENGTH[LONG_PACKS:][share::SHARES], marks=pytest.mark.reach) for share in range(SHARES)
]


@pytest.mark.parametrize("packs", PACKS, ids=range(len(PACKS)))
def test_a_pack_printed_on_both_sides_has_no_outcome_on_the_back_of_a_participant_sheet(browser, served, packs):
    """Facilitator on one sheet of paper, participant on one side, a page that says stop on its back, then the outcome
    on one side.
    """
    wrong = []
    for slug, case, decision in packs:
        paper = printed(browser, f"{served}/{decision_sheet(slug, decision.id, 'pack')}", style=WIDE)
        pages = [letters(page.extract_text()) for page in paper.pages]
        place = place_of(case, decision)
        named = place if len(decision.seats) > 1 else titled(case.title, place)
        starts = [letters(typographic(words)) for words in (f"Participant sheet. {place}", f"Outcome sheet. {named}")]
        found = [[number for number, page in enumerate(pages, 1) if start in page] for start in starts]
        told = [] if case.is_undecided(decision) else [5]
        if len(pages) != 5 or found != [[3], told] or "stopoutcomesheetsfollow" not in pages[3]:
            wrong.append(f"{slug}/{decision.id}: {len(pages)} pages, {found}")
            continue
        wrong += [f"{slug}/{decision.id}: {text}" for text in given_away(pages[2], case, decision)]
        if (
            letters(typographic(case.summary)) not in pages[2]
            or letters("Systems Leadership Casebook") + "3" in pages[2]
        ):
            wrong.append(f"{slug}/{decision.id}: begins without the case, or carries a number")
    assert wrong == []


def test_a_participant_sheet_begins_with_the_case_and_ends_with_the_question(served, browser):
    slug, case, decision = next(
        one for one in DECISIONS if one[:1] == ("tower-hamlets",) and one[2].id == "who-sees-whose-figures"
    )
    words = words_of(printed(browser, f"{served}/{decision_sheet(slug, decision.id, 'participant')}"))
    told = [
        case.summary,
        case.task[0].text,
        events_before(case, decision)[-1].text,
        decision.situation[0].text,
        decision.seats[0].question,
        decision.seats[0].options[0].label,
    ]
    places = [words.find(letters(typographic(text))) for text in told]
    assert -1 not in places
    assert places == sorted(places)


def test_the_words_of_a_sheet_are_as_large_as_its_page_allows(page: Page, served: str) -> None:
    """Each sheet of each decision, set for paper in the widest letters: eleven points or more on more than a quarter, nine on
    the fullest, and little white where they are small.
    """
    page.set_viewport_size({"width": 688, "height": 1000})  # the width inside the margins of A4
    page.emulate_media(media="print")
    sizes, white = [], []
    for slug, _, decision in DECISIONS:
        page.goto(f"{served}/{decision_sheet(slug, decision.id, 'participant')}")
        add_style(page, WIDE)
        sheet = page.locator(".paper-sheet")
        size, height = sheet.evaluate(
            "one => [parseFloat(getComputedStyle(one).fontSize) * .75, one.getBoundingClientRect().height * .75]"
        )
        sizes.append(size)
        if size < 11 and height < 0.75 * 760:
            white.append(f"{slug}/{decision.id}: {size} points, {height / 760:.0%} of the page")
    assert min(sizes) >= 9
    assert sum(size >= 11 for size in sizes) >= len(sizes) / 4
    assert white == []


def test_an_option_has_the_same_letter_on_every_sheet(built_site):
    other = []
    for slug, _, decision in DECISIONS:
        page = (built_site / f"cases/{slug}/{decision.id}.html").read_text(encoding="utf-8")
        kept = unescape((built_site / routes.room(slug, decision.id)).read_text(encoding="utf-8"))
        options = [(letter, typographic(one.label)) for seat in decision.seats for letter, one in seat.lettered]
        boxes = re.findall(r'<td class="box" data-letter="(\w)"></td>\s*<th scope="row">([^<]*)', unescape(page))
        if [(letter, label.strip()) for letter, label in boxes] != options:
            other.append(f"{slug}/{decision.id}: participant sheet")
        analysed = {entry.option for entry in decision.teaching.analysis} if decision.teaching else set()
        called = re.findall(r"<dt>(\w)\. ([^<]*)</dt>", kept)
        if len(called) != len(analysed) or not {*called} <= {*options}:
            other.append(f"{slug}/{decision.id}: facilitator sheet")
        other += [f"{slug}/{decision.id}: {label}" for letter, label in options if f"{letter}. {label}" not in kept]
    assert other == []


def test_a_role_is_not_told_twice_running(built_site):
    twice = []
    for slug, _, decision in DECISIONS:
        page = (built_site / f"cases/{slug}/{decision.id}.html").read_text(encoding="utf-8")
        page = page[page.index('<div class="on-paper') :]
        label = typographic(decision.seats[0].label)
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
        if f"{label} {label.rstrip('.')}" in text:
            twice.append(f"{slug}/{decision.id}: {label}")
    assert twice == []


@pytest.mark.parametrize(("slug", "case", "decision"), TWO_SEATS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_decision_with_two_seats_says_on_paper_who_takes_which(
    page: Page, served: str, slug: str, case: Case, decision: Decision
) -> None:
    page.emulate_media(media="print")
    told = () if case.is_undecided(decision) else ("outcome",)
    for sheet in ("participant", *told, "facilitator"):
        page.goto(f"{served}/{decision_sheet(slug, decision.id, sheet)}")
        text = page.locator(".paper-sheet:visible").inner_text()
        places = [
            text.find(typographic(words))
            for seat in decision.seats
            for words in (seat.label, *(option.label for option in seat.options))
        ]
        assert -1 not in places, sheet
        seats = [
            text.index(f"Role {number}. {typographic(seat.label)}") for number, seat in enumerate(decision.seats, 1)
        ]
        for seat, start, end in zip(decision.seats, seats, [*seats[1:], len(text)], strict=True):
            assert all(typographic(option.label) in text[start:end] for option in seat.options), (
                f"{sheet}: options stand under their seat"
            )
    assert "Give half the room the first role and half the second" in text
    assert "Find someone with another role" in text
    page.goto(f"{served}/{decision_sheet(slug, decision.id, 'participant')}")
    assert "Half the room takes one role" in page.locator(".paper-sheet:visible").inner_text()
    assert page.get_by_text("My role, and one reason").count() == 1, "the sheet stands in the page once"


def test_on_a_phone_a_participant_sheet_says_what_is_for_and_what_against(page: Page, served: str) -> None:
    slug, _, decision = FIRST
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/{decision_sheet(slug, decision.id, 'pack')}")
    cells = page.locator(".options td[data-label]")
    said = cells.evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    assert said == ['"For"', '"Against"'] * sum(len(seat.options) for seat in decision.seats)


def test_dates_on_a_sheet_name_their_part_and_what_is_disputed(page: Page, served: str) -> None:
    case = LIBRARY.cases["stroke-london-manchester"]
    decision = next(one for one in case.decisions if one.id == "keep-or-change")
    page.emulate_media(media="print")
    page.goto(f"{served}/cases/stroke-london-manchester/keep-or-change.html")
    names = {part.id: part.name for part in case.parts}
    parts = [names[event.part] for event in events_before(case, decision)[-4:] if event.part]
    shown = page.locator(".dates li:not(.only-large) .of-part").all_inner_texts()
    assert shown, "a full sheet tells fewer of them"
    assert shown == parts[-len(shown) :]
    slug, other = next(
        (slug, one.id)
        for slug, case in sorted(LIBRARY.cases.items())
        for one in case.decisions
        if any(event.disputed for event in events_before(case, one)[-2:])
    )
    page.goto(f"{served}/cases/{slug}/{other}.html")
    assert "Disputed." in page.locator(".dates").inner_text()


def test_an_outcome_sheet_marks_what_was_taken_by_a_shape_and_in_words(page: Page, served: str) -> None:
    slug, _, decision = FIRST
    seat = decision.seats[0]
    taken = next(f"{letter}. {typographic(one.label)}" for letter, one in seat.lettered if one.fate == "taken")
    page.goto(f"{served}/{decision_sheet(slug, decision.id, 'outcome')}")
    assert page.locator(".what-they-did .taken").all_inner_texts() == [taken]
    assert page.locator(".fate-taken").all_inner_texts() == [f"{taken}. What they did."]
    assert page.locator(".fate-taken span").evaluate("one => getComputedStyle(one).fontWeight") == "400"
    for mark, place in ((".what-they-did .taken", "::before"), (".fate-taken b", "::before")):
        assert "→" in page.locator(mark).evaluate(f"one => getComputedStyle(one, '{place}').content")


def test_large_print_is_eighteen_points_throughout(page: Page, served: str) -> None:
    slug, _, decision = TWO_SEATS[0]
    page.emulate_media(media="print")
    page.goto(f"{served}/{decision_sheet(slug, decision.id, 'large-print')}")
    small = page.evaluate("""[...document.querySelectorAll('.paper-sheet *')].filter((one) => one.innerText?.trim() && one.checkVisibility()
        && parseFloat(getComputedStyle(one).fontSize) < 23.9).map((one) => one.outerHTML.slice(0, 80))""")
    assert small == []


@pytest.mark.parametrize("anchor", ["", "#participant", "#after-elsewhere"])
def test_a_decision_page_prints_as_its_participant_sheet_and_nothing_else_of_it(place, browser, anchor):
    start, script = place
    slug, case, decision = FIRST
    words = words_of(printed(browser, f"{start}/cases/{slug}/{decision.id}.html{anchor}", script))
    assert letters(f"Participant sheet. {place_of(case, decision)}") in words
    assert letters("One reason") in words
    for dead in ("Print the participant sheet", "This page prints as", "Show what they did", "What was known then"):
        assert letters(dead) not in words


def test_a_decision_page_prints_in_large_type_where_its_address_says_so(place, browser):
    start, script = place
    for slug, case, decision in (FIRST, LONGEST):
        paper = printed(browser, f"{start}/{decision_sheet(slug, decision.id, 'large-print')}", script)
        words = words_of(paper)
        assert len(paper.pages) > 1
        assert all(letters(typographic(event.text)) in words for event in events_before(case, decision)[-4:])
        assert given_away(words, case, decision) == []


def test_a_decision_page_prints_at_a_link_in_either_size(page: Page, served: str) -> None:
    slug, _, decision = FIRST
    page.add_init_script("window.print = () => document.title = `printed ${location.hash}`")
    page.goto(f"{served}/cases/{slug}/{decision.id}.html")
    expect(page.locator(".prints-as")).to_be_hidden()
    page.get_by_role("link", name="Print it in large type").click()
    expect(page).to_have_title("printed #large-print")
    expect(page.locator(".prints-as")).to_contain_text("in 18-point type")
    page.get_by_role("link", name="Print the participant sheet").click()
    expect(page).to_have_title("printed #participant")
    expect(page.locator(".prints-as")).to_contain_text("on one side of A4")


@pytest.mark.parametrize("anchor", ["", "#content", "#participant", "#no-such-sheet"])
def test_a_room_page_that_is_asked_for_nothing_prints_its_opening_words_alone(place, browser, anchor):
    start, script = place
    slug, case, decision = FIRST
    paper = printed(browser, f"{start}/{room(slug, decision.id)}{anchor}", script)
    assert len(paper.pages) == 1
    words = words_of(paper)
    assert letters("The sheets on this page give away what the people in the case did") in words
    assert letters(typographic(case.summary)) not in words
    assert given_away(words, case, decision) == []
    assert not any(letters(typographic(option.label)) in words for option in decision.seats[0].options)


def test_the_opening_words_of_no_room_page_give_anything_away(built_site):
    given = {}
    for slug, case, decision in DECISIONS:
        page = (built_site / room(slug, decision.id)).read_text(encoding="utf-8")
        opening = letters(unescape(re.sub("<[^>]*>", " ", page.partition('<div class="on-paper')[0])))
        assert letters("For the person who runs the session") in opening
        given |= {f"{slug}/{decision.id}": told for told in [given_away(opening, case, decision)] if told}
    assert given == {}


@pytest.mark.parametrize("sheet", ["facilitator", "outcome"])
def test_a_room_page_shows_and_prints_the_one_sheet_that_is_asked_for(place, page, browser, sheet):
    start, script = place
    slug, case, decision = FIRST
    address = f"{start}/{decision_sheet(slug, decision.id, sheet)}"
    words = words_of(printed(browser, address, script))
    begins = titled(case.title, place_of(case, decision))
    names = {name for name in ("Outcome", "Facilitator") if letters(typographic(f"{name} sheet. {begins}")) in words}
    assert names == {sheet.capitalize()}
    assert letters("Stop. Outcome sheets follow") not in words
    assert letters(typographic(case.summary)) not in words, "nothing of the participant sheet"
    assert (letters(typographic(decision.outcome[0].text)) in words) == (sheet == "outcome")
    page.goto(address)
    expect(page.locator(".paper-sheet:visible")).to_have_count(1)


def test_one_sheet_after_the_other_can_be_asked_for_from_the_keyboard(page: Page, served: str) -> None:
    slug, _, decision = FIRST
    page.goto(f"{served}/{room(slug, decision.id)}")
    expect(page.locator(".paper-sheet:visible")).to_have_count(0)
    expect(page.get_by_role("button", name="Print this sheet")).to_be_hidden()
    page.locator(".sheet-word").get_by_role("link", name="Outcome sheet").press("Enter")
    expect(page.locator(".paper-sheet:visible")).to_have_class(re.compile("outcome-sheet"))
    expect(page.get_by_role("button", name="Print this sheet")).to_be_visible()
    page.locator(".skip-link").press("Enter")
    expect(page.locator("#content")).to_be_focused()
    expect(page.locator(".paper-sheet:visible")).to_have_class(re.compile("outcome-sheet"))
    page.locator(".sheet-word").get_by_role("link", name="Facilitator sheet").press("Enter")
    expect(page.locator(".paper-sheet:visible")).to_have_class(re.compile("facilitator-sheet"))
    page.go_back()
    expect(page.locator(".paper-sheet:visible")).to_have_class(re.compile("outcome-sheet"))


def test_what_participants_open_leads_to_the_opening_words_of_a_room_page_alone(built_site):
    led = set()
    for slug, case in LIBRARY.cases.items():
        for path in (f"cases/{slug}.html", *(f"cases/{slug}/{decision.id}.html" for decision in case.decisions)):
            page = (built_site / path).read_text(encoding="utf-8")
            led |= set(re.findall(r'href="[^"]*/room\.html([^"]*)"', page))
    assert led == {""}


def test_the_sheets_of_an_exercise_are_shown_and_printed_one_at_a_time(place, page, browser):
    start, script = place
    slug = "planning-room"
    exercise = LIBRARY.exercises[slug]
    told = letters(typographic(exercise.parts[0].endings[0].text))
    bare = words_of(printed(browser, f"{start}/{exercise_paper(slug)}", script))
    assert letters("prints it alone") in bare
    assert letters(typographic(exercise.aim)) not in bare
    for sheet in sheets_of_exercise(exercise):
        address = f"{start}/{exercise_sheet(slug, sheet.name)}"
        words = words_of(printed(browser, address, script))
        assert (told in words) == (sheet.name == "key"), sheet.name
        assert letters("prints it alone") not in words
        page.goto(address)
        expect(page.locator(".on-paper:visible")).to_have_count(1)
        expect(page.locator("h1:visible")).to_have_count(1)


def test_a_decision_page_lists_the_sources_whose_numbers_it_shows_and_no_title(page: Page, served: str) -> None:
    for slug, case, decision in DECISIONS:
        page.goto(f"{served}/cases/{slug}/{decision.id}.html")
        numbers = page.locator(".decision-page .source-numbers > a").evaluate_all(
            "all => all.map((one) => one.textContent.match(/[0-9]+/g))"
        )
        shown = {number for one in numbers for number in one}
        assert set(page.locator(".cited-sources b").all_inner_texts()) == shown, f"{slug}/{decision.id}"
        text = page.locator(".cited-sources").inner_text() if shown else ""
        assert [
            source.title for source in case.sources if len(source.title) > 30 and typographic(source.title) in text
        ] == []


def test_nothing_that_only_a_screen_can_use_is_printed(browser, served):
    slug, _, decision = FIRST
    words = words_of(printed(browser, f"{served}/{decision_sheet(slug, decision.id, 'participant')}"))
    for screen_only in ("Skip to the page", "Print this sheet", "Nothing you enter leaves your device"):
        assert letters(screen_only) not in words


def test_a_case_that_is_opened_to_its_end_prints_its_results_and_no_navigation(browser, served):
    slug, case, _ = FIRST
    words = words_of(printed(browser, f"{served}/cases/{slug}.html#results", script=False))
    assert all(letters(typographic(result.measure)) in words for result in case.results)
    assert letters("Skip to the page") not in words


def test_a_sheet_prints_at_a_button_and_says_how_without_one(page: Page, browser: Browser, served: str) -> None:
    address = f"{served}/cases/nottingham/what-the-chair-proposes.html#participant"
    page.add_init_script("window.print = () => document.title = 'printed'")
    page.goto(address)
    page.get_by_role("button", name="Print this sheet").click()
    assert page.title() == "printed"
    bare = browser.new_context(java_script_enabled=False)
    plain = bare.new_page()
    plain.goto(address)
    assert plain.get_by_role("button").count() == 0
    assert plain.get_by_text("No button?").is_visible()
    bare.close()
