"""A decision is taken from home, from its own page and inside a case; what they did answers it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pressing import show_what_they_did

from casebook.analysis.stages import stages
from casebook.components.case.look_it_up.look_it_up import parts_of
from casebook.library.library import Library
from casebook.schema.case import Case, Decision, Option
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
SLUG = "nottingham"
EMPTY_FOLDS = """() => [...document.querySelectorAll('#look-it-up > details')].filter((fold) => {
  fold.open = true;
  const [summary] = fold.children;
  return summary.checkVisibility() && fold.innerText.trim() === summary.innerText.trim();
}).map((fold) => fold.innerText)"""
PLACES = ("index.html", f"cases/{SLUG}/stay-or-step-out.html", f"cases/{SLUG}.html")


@pytest.fixture
def decision(library: Library) -> Decision:
    """The decision that home, its own page and its case ask for."""
    return library.cases[SLUG].decisions[0]


def taken(decision: Decision) -> Option:
    return next(one for one in decision.seats[0].options if one.fate == "taken")


def not_taken(decision: Decision) -> Option:
    return next(one for one in decision.seats[0].options if one.fate == "drafted")


def analysis_of(decision: Decision, option: Option) -> str:
    assert decision.teaching
    return typographic(next(one.text for one in decision.teaching.analysis if one.option == option.id))


def choose(page: Page, decision: Decision, option: Option) -> None:
    pause = page.locator(f"[id='decide-{decision.id}']")
    pause.get_by_role("radio", name=typographic(option.label)).check()


def reveal_of(page: Page, decision: Decision) -> Locator:
    return page.locator(f"[id='after-{decision.id}'] .decision-reveal")


def press_show(page: Page, decision: Decision) -> None:
    page.locator(f"[id='decide-{decision.id}']").get_by_role("link", name="Show what they did", exact=True).click()


@pytest.mark.parametrize("place", PLACES)
def test_a_choice_that_they_made_too_is_answered_so(page: Page, served: str, decision: Decision, place: str) -> None:
    page.goto(f"{served}/{place}")
    choose(page, decision, taken(decision))
    press_show(page, decision)
    reveal = reveal_of(page, decision)
    label = typographic(taken(decision).label)
    expect(reveal.get_by_text(f"You chose what they chose: {label}", exact=True)).to_be_visible()
    expect(reveal.locator(".they-chose")).to_be_hidden()
    expect(reveal.locator("[data-your-choice]")).to_contain_text(analysis_of(decision, taken(decision)))
    expect(page.locator(f"[id='after-{decision.id}'] .stop-line")).to_be_focused()
    expect(page).to_have_url(f"{served}/cases/{SLUG}.html")


@pytest.mark.parametrize("place", PLACES)
def test_another_choice_is_answered_with_what_it_brings_up(
    page: Page, served: str, decision: Decision, place: str
) -> None:
    mine = not_taken(decision)
    page.goto(f"{served}/{place}")
    choose(page, decision, mine)
    press_show(page, decision)
    reveal = reveal_of(page, decision)
    expect(reveal.locator(".you:visible")).to_have_text(
        f"They did something else. You chose: {typographic(mine.label)}"
    )
    expect(reveal.locator(".they-chose")).to_have_text(f"They chose: {typographic(taken(decision).label)}")
    expect(reveal.locator("[data-your-choice] p")).to_have_text(analysis_of(decision, mine))
    assert decision.teaching
    expect(reveal.locator(".take-home")).to_contain_text(typographic(decision.teaching.close or ""))


def test_above_the_decision_home_says_what_it_is_about(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/index.html")
    about = page.get_by_text(typographic(library.cases[SLUG].summary), exact=False).first
    expect(about).to_be_visible()
    assert about.bounding_box()["y"] < page.locator("decision-pause").first.bounding_box()["y"]


def test_what_was_expected_of_them_is_answered(page: Page, served: str, decision: Decision) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    choose(page, decision, not_taken(decision))
    page.get_by_label("And what do you think they did?").first.select_option(taken(decision).id)
    press_show(page, decision)
    expect(reveal_of(page, decision).locator(".you-expected:visible")).to_have_text(
        f"You expected what they did: {typographic(taken(decision).label)}"
    )


def test_of_three_decisions_in_a_row_each_can_be_chosen_and_guessed_and_keeps_its_answer(
    page: Page, served: str, library: Library
) -> None:
    slug, case = next((slug, case) for slug, case in library.cases.items() if len(case.decisions) > 2)
    page.goto(f"{served}/cases/{slug}.html")
    for one in case.decisions:
        pause = page.locator(f"[id='decide-{one.id}']")
        for field, seat in zip(pause.locator("fieldset").all(), one.seats, strict=True):
            field.get_by_role("radio").first.check()
            field.get_by_label(re.compile("^And what do you think they d")).select_option(seat.drawn[-1].id)
        pause.get_by_role("link", name=re.compile(r"^Show (what they did|how things stand)$")).click()
        expect(page.locator(f"[id='after-{one.id}'] .you:visible")).to_have_count(len(one.seats))
    for one in case.decisions:
        reveal = reveal_of(page, one)
        expect(reveal.locator(".you:visible")).to_have_count(len(one.seats))
        expect(reveal.locator(".you-expected:visible")).to_have_count(len(one.seats))
        expect(page.locator(f"[id='decide-{one.id}'] select:visible")).to_have_count(len(one.seats))


def test_the_answer_to_a_choice_comes_before_what_came_out_later_about_an_earlier_one(
    page: Page, served: str, library: Library
) -> None:
    slug, case, stage = next(
        (slug, case, stage) for slug, case in library.cases.items() for stage in stages(case) if stage.late
    )
    page.goto(f"{served}/cases/{slug}.html")
    for one in case.decisions[: case.decisions.index(stage.after) + 1]:
        show_what_they_did(page, one.id)
    reveal = reveal_of(page, stage.after)
    heading = reveal.get_by_role("heading", name=f"What came out later about decision {stage.late[0].number}")
    expect(heading).to_be_visible()
    own, late = (
        reveal.get_by_text(typographic(one.text or ""), exact=False).bounding_box()
        for one in (stage.outcome[0], stage.late[0].outcome[0])
    )
    assert own["y"] < heading.bounding_box()["y"] < late["y"]


@pytest.mark.parametrize("place", PLACES)
def test_without_a_choice_it_asks_once_and_can_be_had_all_the_same(
    page: Page, served: str, decision: Decision, place: str
) -> None:
    page.goto(f"{served}/{place}")
    pause = page.locator(f"[id='decide-{decision.id}']")
    press_show(page, decision)
    expect(pause.get_by_role("status")).to_contain_text("Choose first")
    expect(page.locator("what-happened .held:visible")).to_have_count(0)
    pause.get_by_role("link", name="Skip the choice and show what they did").click()
    reveal = reveal_of(page, decision)
    expect(reveal.locator(".they-chose")).to_be_visible()
    expect(reveal.locator(".you:visible")).to_have_count(0)
    expect(reveal.locator("[data-your-choice]")).to_be_hidden()
    reveal.get_by_text("What each choice brings up").click()
    expect(reveal.locator(".analyses dd:visible")).to_have_count(len(decision.seats[0].options))


def test_a_choice_takes_the_question_back(page: Page, served: str, decision: Decision) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    pause = page.locator(f"[id='decide-{decision.id}']")
    press_show(page, decision)
    choose(page, decision, taken(decision))
    expect(pause.locator("[data-ask]")).to_have_text("")
    expect(pause.get_by_role("link", name="Skip the choice and show what they did")).to_be_hidden()


def test_who_comes_from_another_page_finds_the_way_back(page: Page, served: str, decision: Decision) -> None:
    page.goto(f"{served}/index.html")
    choose(page, decision, taken(decision))
    press_show(page, decision)
    reveal_of(page, decision).get_by_role("button", name="Back to the page you came from").click()
    expect(page).to_have_url(f"{served}/index.html")


def test_who_decided_in_the_case_goes_back_to_the_decision(page: Page, served: str, decision: Decision) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    choose(page, decision, taken(decision))
    press_show(page, decision)
    reveal = reveal_of(page, decision)
    expect(reveal.get_by_role("button", name="Back to the page you came from")).to_be_hidden()
    reveal.get_by_role("link", name="Back to the decision").click()
    expect(page.locator(f"[id='decide-{decision.id}']")).to_be_in_viewport()
    expect(reveal).to_be_visible()


def test_a_decision_is_taken_by_keyboard(page: Page, served: str, decision: Decision) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    page.locator(f"[id='decide-{decision.id}'] input[type=radio]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_label("And what do you think they did?").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='after-{decision.id}'] .stop-line")).to_be_focused()
    expect(reveal_of(page, decision).locator(".you:visible")).to_have_count(1)


def test_a_choice_is_kept_on_reload_and_is_not_passed_on(page: Page, served: str, decision: Decision) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    choose(page, decision, not_taken(decision))
    press_show(page, decision)
    page.reload()
    expect(reveal_of(page, decision).locator(".you:visible")).to_contain_text(typographic(not_taken(decision).label))
    passed_on = page.context.new_page()
    passed_on.goto(page.url)
    expect(passed_on.locator("what-happened .held:visible")).to_have_count(0)


@pytest.mark.parametrize("place", PLACES)
def test_a_decision_is_taken_from_a_memory_stick(page: Page, built_site: Path, decision: Decision, place: str) -> None:
    page.goto(f"{built_site.as_uri()}/{place}")
    choose(page, decision, not_taken(decision))
    press_show(page, decision)
    expect(reveal_of(page, decision).locator(".you:visible")).to_contain_text(typographic(not_taken(decision).label))


def test_without_script_the_answer_stands_below_and_every_choice_is_spoken_to(
    browser: Browser, served: str, decision: Decision
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/index.html")
    page.get_by_role("link", name="Show what they did", exact=True).click()
    expect(page.locator(f"[id='after-{decision.id}']")).to_be_in_viewport()
    reveal = reveal_of(page, decision)
    expect(reveal.locator(".they-chose")).to_be_visible()
    expect(reveal.locator(".you:visible")).to_have_count(0)
    reveal.get_by_text("What each choice brings up").click()
    expect(reveal.locator(".analyses dd:visible")).to_have_count(len(decision.seats[0].options))
    context.close()


def test_only_options_with_a_source_say_what_became_of_them(page: Page, served: str, library: Library) -> None:
    for slug in ("northumberland", "shropshire", SLUG):
        case: Case = library.cases[slug]
        page.goto(f"{served}/cases/{slug}.html")
        for one in case.decisions:
            show_what_they_did(page, one.id)
            every = [option for seat in one.seats for option in seat.options]
            named = [option for option in every if option.sources and option.fate != "taken"]
            reveal = reveal_of(page, one)
            expect(reveal.locator(".fates li")).to_have_count(len(named))
            ours = any(option.fate == "drafted" for option in every)
            expect(reveal.get_by_text("We found no sign that anyone considered ")).to_have_count(int(ours))


def test_a_case_that_is_told_ends_with_a_question_and_what_next_before_anything_is_looked_up(
    page: Page, served: str, library: Library
) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    for one in library.cases[SLUG].decisions:
        show_what_they_did(page, one.id)
    order = page.evaluate(
        """() => [...document.querySelectorAll('.take-home, .case-ending, .what-next, .look-it-up')]
            .map((one) => one.classList[0])"""
    )
    assert order == ["take-home"] * len(library.cases[SLUG].decisions) + ["case-ending", "what-next", "look-it-up"]
    expect(page.locator(".look-it-up details[open]")).to_have_count(0)


def test_what_came_later_is_looked_up_only_when_it_has_been_told(page: Page, served: str, library: Library) -> None:
    page.goto(f"{served}/cases/{SLUG}.html")
    page.evaluate("document.querySelectorAll('.look-it-up details').forEach((one) => one.open = true)")
    expect(page.locator(".look-it-up .later:visible")).to_have_count(0)
    for one in library.cases[SLUG].decisions:
        show_what_they_did(page, one.id)
    page.evaluate("document.querySelectorAll('.look-it-up details').forEach((one) => one.open = true)")
    expect(page.locator(".look-it-up .finding").first).to_be_visible()
    expect(page.locator(".look-it-up .as-then:visible")).to_have_count(0)


def test_no_fold_of_a_case_that_is_not_told_opens_to_nothing(page: Page, served: str, library: Library) -> None:
    empty = []
    for slug in library.cases:
        page.goto(f"{served}/cases/{slug}.html")
        expect(page.locator("what-happened:defined").first).to_be_attached()
        empty += [f"{slug}: {name}" for name in page.evaluate(EMPTY_FOLDS)]
    assert empty == []


def test_a_fold_comes_with_the_decision_after_which_it_has_something(page: Page, served: str, library: Library) -> None:
    slug, case, part, after = next(
        (slug, case, part, after)
        for slug, case in library.cases.items()
        for part, after in parts_of(case)
        if part in ("organised", "dates") and after
    )
    page.goto(f"{served}/cases/{slug}.html")
    fold = page.locator("#look-it-up > details", has=page.locator(f"[id='{part}']"))
    expect(fold).to_be_hidden()
    for one in case.decisions:
        show_what_they_did(page, one.id)
        if one.id == after:
            break
    fold.locator("summary").click()
    expect(page.locator(f"[id='{part}']")).to_have_text(re.compile(r"\w"))


def test_an_address_of_a_finding_opens_the_case_up_to_it(page: Page, served: str) -> None:
    page.goto(f"{served}/cases/{SLUG}.html#finding-2")
    expect(page.locator("#finding-2")).to_be_in_viewport()
