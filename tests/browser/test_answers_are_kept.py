"""No answer is lost or hidden unasked: what is late, broken, forbidden, drawn again or changed in another window is
kept and told.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exercising import mark, ready
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect

pytestmark = pytest.mark.browser
CHECK = "network-health-check"
KEY = f"casebook:answers:{CHECK}"
FIRST, SECOND = "tell-a-stranger", "none-alone"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
# A component whose connectedCallback throws.
BROKEN = """const define = CustomElementRegistry.prototype.define;
CustomElementRegistry.prototype.define = function (name, element, options) {
  if (name === 'NAME') element.prototype.connectedCallback = () => { throw new Error('broken'); };
  return define.call(this, name, element, options);
};"""
BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


def exercise(page: Page, served: str, slug: str = CHECK) -> Page:
    return ready(page, f"{served}/exercises/{slug}.html")


def save(page: Page, said: str = "Saved on this device") -> None:
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text(said)


def agree(page: Page) -> None:
    page.locator("dialog[open] [data-yes]").click()


def stored(page: Page, slug: str = CHECK) -> list[dict[str, Any]]:
    return json.loads(
        page.evaluate("key => localStorage.getItem(key) ?? '{\"rounds\": []}'", f"casebook:answers:{slug}")
    )["rounds"]  # type: ignore[no-any-return]


def one_round(name: str, answers: Any) -> dict[str, Any]:
    return {"id": name, "date": "2026-05-03", "version": "0.1.0", "seal": name, "answers": answers}


def put(page: Page, *rounds: dict[str, Any]) -> None:
    text = json.dumps({"exercise": CHECK, "title": "T", "rounds": rounds})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    expect(page.locator("[data-saved-before]")).to_be_visible()


def answers_file(folder: Path, answers: Any) -> Path:
    data = {
        "kind": "systems-leadership-casebook",
        "exercise": CHECK,
        "title": "T",
        "version": "0.1.0",
        "date": "2026-01-01",
        "answers": answers,
    }
    path = folder / "in.json"
    path.write_text(json.dumps(data))
    return path


def asked_on_leaving(page: Page) -> list[str]:
    """Tries to leave by a link, and stays; the questions that were asked."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.locator("header a[href]:visible").first.click(no_wait_after=True)
    page.wait_for_timeout(0)  # no pause: it lets the question through, and bears that the page has been left
    return asked


def test_a_file_that_is_read_while_a_question_stands_waits_with_its_own(
    page: Page, served: str, tmp_path: Path
) -> None:
    exercise(page, served)
    put(page, one_round("a", {"marks": {FIRST: 1}}))
    mark(page, SECOND, "2")
    page.evaluate("""() => {
      const read = Blob.prototype.text;
      Blob.prototype.text = function () { return new Promise((go) => globalThis.arrive = () => go(read.call(this))); };
    }""")
    page.locator("exercise-form [data-file]").set_input_files(answers_file(tmp_path, {"marks": {FIRST: 5}}))
    page.locator("[data-delete]").click()
    page.evaluate("arrive()")
    expect(page.locator("[data-file]")).to_have_value("")
    expect(page.locator("[data-question]")).to_contain_text("Delete the answers")
    agree(page)
    expect(page.locator("[data-question]")).to_contain_text("will be replaced")
    expect(page.locator("dialog[open] [data-no]")).to_be_focused()
    page.locator("dialog[open] [data-no]").click()
    expect(page.locator(f"[data-item='{SECOND}'] input[value='2']")).to_be_checked()
    expect(page.locator(f"[data-item='{FIRST}'] input:checked")).to_have_count(0)


def test_what_was_filled_in_before_the_script_came_stays(page: Page, served: str) -> None:
    held: list[Route] = []
    page.route("**/assets/exercise.js", lambda route: held.append(route))
    page.goto(f"{served}/exercises/{CHECK}.html", wait_until="commit")
    mark(page, FIRST, "3")
    page.locator("textarea").first.fill("typed before the script")
    page.locator("textarea").first.press("Home")
    held[0].continue_()
    expect(page.locator("[data-save]")).to_be_visible()
    expect(page.locator(f"[data-item='{FIRST}'] [data-clear]")).to_be_visible()
    assert page.locator("textarea").first.evaluate("field => field.selectionStart") == 0
    assert asked_on_leaving(page) == ["beforeunload"]
    save(page)
    assert stored(page)[0]["answers"]["marks"] == {FIRST: 3}
    assert "typed before the script" in json.dumps(stored(page))


def test_rows_filled_in_early_stay_and_the_later_ones_wait(page: Page, served: str) -> None:
    slug = "learning-partners-delivery-partners"
    held: list[Route] = []
    page.route("**/assets/exercise.js", lambda route: held.append(route))
    page.goto(f"{served}/exercises/{slug}.html", wait_until="commit")
    field = page.locator("[data-row='row-5'] input").first
    field.fill("Matron")
    held[0].continue_()
    expect(page.locator("[data-save]")).to_be_visible()
    expect(page.locator("[data-row='row-6']")).to_be_hidden()
    expect(field).to_be_visible()
    expect(field).to_have_value("Matron")
    save(page)
    assert "Matron" in json.dumps(stored(page, slug))


def test_what_another_window_saves_while_the_question_stands_is_asked_about_anew(
    context: BrowserContext, served: str
) -> None:
    one, other = exercise(context.new_page(), served), exercise(context.new_page(), served)
    mark(one, FIRST, "2")
    save(one)
    one.locator("[data-delete]").click()
    mark(other, SECOND, "4")
    save(other)
    agree(one)
    expect(one.locator("[data-question]")).to_contain_text("another window changed what is saved")
    expect(one.locator("[data-question]")).to_contain_text("Delete all 2 sets of answers")
    one.locator("dialog[open] [data-no]").click()
    assert len(stored(one)) == 2


def test_what_is_deleted_in_another_window_is_no_longer_called_saved(context: BrowserContext, served: str) -> None:
    one, other = exercise(context.new_page(), served), exercise(context.new_page(), served)
    mark(one, FIRST, "2")
    save(one)
    other.locator("[data-delete]").click()
    agree(other)
    expect(one.locator("[data-status]")).to_contain_text("were deleted from this device in another window")
    expect(one.locator(f"[data-item='{FIRST}'] input[value='2']")).to_be_checked()
    save(one)
    assert len(stored(other)) == 1


def test_cards_that_are_answered_stay_when_others_are_drawn(page: Page, served: str) -> None:
    slug = "will-it-hold-on-monday"
    exercise(page, served, slug)
    card = page.locator("[data-card]").first
    card.locator("textarea").first.fill("Who answers on a Sunday?")
    page.evaluate("Math.random = () => 0.99")  # draws from the end, never the first
    page.locator("[data-draw-cards]").click()
    expect(page.locator("[data-card]:visible")).to_have_count(4)
    expect(card).to_be_visible()
    expect(page.locator("[data-drawn]")).to_have_text(
        "3 of 10 cards have been picked. 1 other card is shown too, because you have already answered it."
    )
    save(page)
    page.reload()
    page.locator("[data-open-saved]").click()
    expect(page.locator("[data-card]:visible")).to_have_count(4)
    expect(card.locator("textarea").first).to_have_value("Who answers on a Sunday?")


def test_a_story_that_is_not_saved_is_played_again_only_after_a_yes(page: Page, served: str) -> None:
    exercise(page, served, "planning-room")
    while page.locator("[data-see]:visible").count():
        scene = page.locator("[data-scene]:visible").last
        scene.locator("input").first.check()
        scene.locator("[data-see]").click()
        scene.locator("[data-go-on]").click()
    page.locator("[data-again]").click()
    expect(page.locator("[data-question]")).to_contain_text("Your choices in this story are not saved.")
    page.locator("dialog[open] [data-no]").click()
    expect(page.locator("[data-ending]")).to_be_visible()
    page.locator("[data-again]").click()
    agree(page)
    expect(page.locator("[data-ending]")).to_be_hidden()
    expect(page.locator("[data-scene]").first).to_be_focused()


@pytest.mark.parametrize("kept", [False, True])
def test_whoever_comes_back_to_a_page_is_told_what_became_of_the_answers(page: Page, served: str, kept: bool) -> None:
    exercise(page, served)
    mark(page, FIRST, "2")
    if kept:
        save(page)
    page.evaluate(BACK)
    expect(page.locator("[data-status]")).to_contain_text("so it was cleared" if kept else "they are not saved")
    expect(page.locator("[data-item] input:checked")).to_have_count(0 if kept else 1)


def test_tokens_that_are_no_number_are_saved_as_they_were_written(page: Page, served: str) -> None:
    slug = "relationship-budget"
    exercise(page, served, slug)
    page.locator("[data-add-tie]").click()
    page.locator("[data-tokens-spent]").fill("2 or 3")
    save(page)
    page.reload()
    page.locator("[data-open-saved]").click()
    expect(page.locator("[data-tokens-spent]")).to_have_value("2 or 3")
    expect(page.locator("[data-tie] .number-note")).to_contain_text("kept with your answers but not counted")
    expect(page.locator("[data-saved-status]")).not_to_contain_text("belong")
    page.goto(f"{served}/exercises/record.html")
    expect(page.locator(f"[data-exercise='{slug}']")).to_contain_text("2 or 3")


def test_putting_back_a_map_loses_no_later_change(page: Page, served: str) -> None:
    exercise(page, served, "relationship-budget")
    name = page.locator("[data-role='role-1'] [data-label]")
    name.fill("Mine")
    page.locator("[data-map-file]").set_input_files(
        {"name": "m.csv", "mimeType": "text/csv", "buffer": b"Source,Target\nA,B\n"}
    )
    page.locator("[data-answer='replace_yes']").click()
    name.fill("Changed since")
    page.get_by_role("button", name="Bring back my earlier map").click()
    expect(name).to_have_value("Mine")
    page.get_by_role("button", name="Undo: bring back the map that was here before").click()
    expect(name).to_have_value("Changed since")
    expect(page.locator("[data-list-ties] li")).to_have_count(1)


def test_a_map_file_with_more_ties_than_a_map_has_room_for_changes_nothing(page: Page, served: str) -> None:
    exercise(page, served, "relationship-budget")
    page.locator("[data-role='role-1'] [data-label]").fill("Mine")
    rows = "".join(f"R{one},R{other}\n" for one in range(16) for other in range(16) if one != other) * 3
    page.locator("[data-map-file]").set_input_files(
        {"name": "m.csv", "mimeType": "text/csv", "buffer": f"Source,Target\n{rows}".encode()}
    )
    expect(page.locator("[data-map-read]")).to_contain_text(
        "The file has 720 ties, and a map on this page has room for 500."
    )
    expect(page.locator("[data-role='role-1'] [data-label]")).to_have_value("Mine")


def test_a_round_that_holds_more_than_the_page_shows_is_never_written_over(page: Page, served: str) -> None:
    exercise(page, served)
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    whole = {**one_round("a", {"marks": {FIRST: 1, "gone": 5}}), "date": today}
    put(page, whole)
    page.locator("[data-open-saved]").click()
    save(page)
    mark(page, FIRST, "3")
    save(page)
    mark(page, FIRST, "4")
    save(page)
    assert [one["answers"]["marks"] for one in stored(page)] == [{FIRST: 1, "gone": 5}, {FIRST: 4, "gone": 5}]


def test_where_what_is_saved_cannot_be_seen_nothing_is_said_to_be_gone(page: Page, served: str) -> None:
    exercise(page, served)
    mark(page, FIRST, "2")
    save(page)
    page.add_init_script(FORBIDDEN)
    page.goto(f"{served}/exercises/{CHECK}.html#round-abc")
    page.reload()
    expect(page.locator("[data-saved-status]")).to_contain_text("does not let the page read what is saved")
    page.locator("[data-delete]").click()
    expect(page.locator("[data-status]")).to_contain_text("they may still be there")


def let_the_wait_pass(page: Page) -> None:
    """Lets the time pass for which a page waits for its script before it says anything: some seconds, and no more."""
    waits = page.locator(".asleep").evaluate("""one => one.getAnimations().map((wait) => {
      const { endTime } = wait.effect.getComputedTiming();
      wait.finish();
      return endTime;
    })""")
    assert len(waits) == 1
    assert 2_000 <= waits[0] <= 10_000


@pytest.mark.parametrize(
    ("address", "script"), [(f"exercises/{CHECK}.html", "exercise"), ("exercises/record.html", "record")]
)
def test_a_script_that_does_not_come_is_told_and_whoever_typed_is_asked_before_leaving(
    page: Page, served: str, address: str, script: str
) -> None:
    page.route(f"**/assets/{script}.js", lambda route: route.abort())
    page.goto(f"{served}/{address}")
    told = page.locator(".asleep")
    expect(told).to_be_hidden()
    let_the_wait_pass(page)
    expect(told).to_be_visible()
    expect(told).to_contain_text("has not loaded")
    if script == "exercise":
        page.locator("textarea").first.fill("typed")
        assert asked_on_leaving(page) == ["beforeunload"]


@pytest.mark.parametrize("address", [f"exercises/{CHECK}.html", "exercises/record.html"])
def test_where_there_is_no_script_only_that_is_said(browser: Browser, served: str, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{served}/{address}")
    expect(bare.locator(".no-script")).to_be_visible()
    assert bare.locator(".asleep").bounding_box() is None
    context.close()


def test_a_page_whose_script_works_says_nothing_of_the_kind(page: Page, served: str) -> None:
    exercise(page, served)
    assert page.locator(".asleep").evaluate("one => getComputedStyle(one).display") == "none"
    assert asked_on_leaving(page) == []


def test_a_part_that_fails_is_told_and_the_others_work(page: Page, served: str) -> None:
    page.add_init_script(BROKEN.replace("NAME", "text-prompts"))
    exercise(page, served)
    expect(page.locator(".form-part [data-asleep]")).to_contain_text("does not work in this browser")
    assert page.locator("text-prompts textarea:not([readonly])").count() == 0
    mark(page, FIRST, "2")
    assert asked_on_leaving(page) == ["beforeunload"]
    save(page)
    assert stored(page)[0]["answers"] == {"marks": {FIRST: 2}}


def test_what_a_file_holds_for_a_part_that_fails_is_kept(page: Page, served: str, tmp_path: Path) -> None:
    page.add_init_script(BROKEN.replace("NAME", "text-prompts"))
    exercise(page, served)
    part = page.locator("text-prompts").get_attribute("data-part") or ""
    page.locator("exercise-form [data-file]").set_input_files(
        answers_file(tmp_path, {part: {"x": "kept"}, "marks": {FIRST: 2}})
    )
    expect(page.locator("[data-status]")).to_contain_text("It is kept")
    save(page)
    assert stored(page)[0]["answers"] == {part: {"x": "kept"}, "marks": {FIRST: 2}}


def test_a_form_that_fails_as_a_whole_shows_no_dead_buttons(page: Page, served: str) -> None:
    page.add_init_script(BROKEN.replace("NAME", "exercise-form"))
    page.goto(f"{served}/exercises/{CHECK}.html")
    let_the_wait_pass(page)
    expect(page.locator(".asleep")).to_be_visible()
    expect(page.locator("[data-save]")).to_be_hidden()
    page.locator("textarea").first.fill("typed")
    assert asked_on_leaving(page) == ["beforeunload"]


def test_an_older_browser_saves_and_opens(page: Page, served: str) -> None:
    page.add_init_script("delete Object.hasOwn")
    exercise(page, served)
    mark(page, FIRST, "2")
    save(page)
    page.reload()
    page.locator("[data-open-saved]").click()
    expect(page.locator(f"[data-item='{FIRST}'] input[value='2']")).to_be_checked()
