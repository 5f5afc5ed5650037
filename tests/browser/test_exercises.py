"""The exercises in a real browser: by keyboard alone, downloaded, opened again, saved, reloaded, deleted, from a memory
stick, without script.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exercising import mark, ready
from playwright.sync_api import Browser, Page, expect

from casebook.components.exercise.kinds_of_part import kinds_of
from casebook.library.library import Library
from real_library import real_library

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
HERE = real_library()
EXERCISES = len(HERE.exercises)
ALL = sorted(HERE.exercises)
CHECK = "exercises/network-health-check.html"
ROOM = "exercises/planning-room.html"
KEY = "casebook:answers:network-health-check"
FIRST = "tell-a-stranger"
STORED = "Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length"
WAYS = {
    "clear-group": ["small-team", "hand-over", "pull-back", "upstairs", "red"],
    "clear-network": ["consensus", "keep", "say-so", "joint", "first-step"],
    "two-clear-jobs": ["split", "hand-over", "say-so", "joint", "first-step"],
    "mixed-message": ["both-ways", "later", "green", "apart", "silence"],
    "changed-tune": ["small-team", "keep", "pull-back", "joint", "first-step"],
}
# Fills the storage to the last character.
FULL = """() => {
  for (let size = 1 << 22, number = 0; size > 0;) {
    try { localStorage.setItem(`filler-${number}`, 'x'.repeat(size)); number += 1; } catch { size >>= 1; }
  }
}"""
# Fills every part of a form in some way, as a hurried visitor might, and returns how many fields were touched.
FILL = """form => {
  let touched = 0;
  const change = field => { touched += 1; field.dispatchEvent(new Event('input', {bubbles: true})); field.dispatchEvent(new Event('change', {bubbles: true})); };
  const seen = field => !field.closest('[hidden]');
  form.querySelectorAll('[data-item], [data-card]').forEach((one, index) => {
    const radios = one.querySelectorAll('input[type=radio]');
    if (radios.length && seen(one)) { radios[index % radios.length].checked = true; change(radios[index % radios.length]); }
    const marks = one.querySelectorAll('input[type=checkbox]');
    if (marks.length && seen(one)) { marks[index % marks.length].checked = true; change(marks[index % marks.length]); }
  });
  form.querySelectorAll('textarea, input[type=text]').forEach((field, index) => {
    if (!seen(field)) return;
    field.value = field.inputMode === 'numeric' ? '3' : `“words” <b>${index}</b>`;
    change(field);
  });
  form.querySelectorAll('select').forEach((list, index) => {
    if (!seen(list) || list.options.length < 2) return;
    list.selectedIndex = 1 + index % (list.options.length - 1);
    change(list);
  });
  return touched;
}"""


@pytest.fixture
def check(page: Page, served: str) -> Page:
    return ready(page, f"{served}/{CHECK}")


def download(page: Page, folder: Path) -> Path:
    with page.expect_download() as coming:
        page.locator("[data-download]").click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def answers(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["answers"]


def write(path: Path, slug: str, version: str, answers: Any, title: str = "An exercise") -> None:
    """Writes a file of answers by hand, as a page would have made it on 3 May 2025."""
    data = {
        "kind": "systems-leadership-casebook",
        "exercise": slug,
        "title": title,
        "version": version,
        "date": "2025-05-03",
        "answers": answers,
    }
    path.write_text(json.dumps(data), encoding="utf-8")


def open_file(page: Page, path: Path) -> None:
    page.locator("exercise-form [data-file]").set_input_files(path)


def chosen(page: Page) -> int:
    return page.locator("[data-item] input:checked").count()


def forget(page: Page) -> None:
    """Leaves nothing of a visit behind but what is stored."""
    page.reload()
    expect(page.locator("exercise-form:defined")).to_have_count(1)


def tab_until(page: Page, selector: str, most: int = 400) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_health_check_is_taken_by_keyboard_alone(page: Page, served: str, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    ready(page, f"{served}/{CHECK}")
    items = page.locator("[data-item]").count()
    assert items == 40
    tab_until(page, "input[name='marks/length']")
    for _ in range(items):
        tab_until(page, "[data-item] input[type=radio]", 3)
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    assert chosen(page) == 40
    expect(page.locator("rated-statements [data-progress]")).to_have_text("40 of 40 answered")
    tab_until(page, "[data-show-picture]")
    page.keyboard.press("Enter")
    picture = page.locator("[data-picture]")
    expect(picture).to_be_focused()
    expect(picture).to_contain_text("You answered 40 of 40 statements.")
    expect(picture.locator("tbody tr").first).to_contain_text("3.0")
    expect(picture).to_contain_text("It is not evidence for assurance")
    tab_until(page, "[data-download]")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    coming.value.save_as(tmp_path / "mine.json")
    tab_until(page, "[data-save]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    forget(page)
    assert chosen(page) == 0
    tab_until(page, "[data-open-saved]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-item] input:checked")).to_have_count(40)
    tab_until(page, "[data-delete]")
    page.keyboard.press("Enter")
    tab_until(page, "dialog[open] [data-yes]", 3)
    page.keyboard.press("Enter")
    expect(page.locator("[data-status]")).to_contain_text("Nothing of this exercise is saved")
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_chosen_beforehand_and_a_choice_can_be_taken_back(check: Page) -> None:
    assert chosen(check) == 0
    clear = check.locator(f"[data-item='{FIRST}'] [data-clear]")
    expect(clear).to_be_hidden()
    mark(check, FIRST, "4")
    clear.click()
    assert chosen(check) == 0
    expect(clear).to_be_hidden()
    expect(check.locator(f"[data-item='{FIRST}'] input").first).to_be_focused()


def test_a_dimension_without_enough_answers_has_no_score(check: Page) -> None:
    for item, value in ((FIRST, "5"), ("none-alone", "4"), ("not-our-task", "unsure")):
        mark(check, item, value)
    check.locator("[data-show-picture]").click()
    row = check.locator("[data-picture] tbody tr").first
    expect(row).to_contain_text("not enough answers")
    expect(row).to_contain_text("2 of 4")
    expect(check.locator(".headline")).to_have_text(
        "You answered 3 of 40 statements. Of these: 2 with a mark, 1 “I do not know”."
    )
    mark(check, "start-from-task", "4")
    expect(row).to_contain_text("4.3")
    expect(row).to_contain_text("3 of 4")


def test_the_short_form_shows_statements_and_never_dimensions(check: Page) -> None:
    check.locator("input[data-length][value='short']").check()
    assert check.locator("[data-item]:visible").count() == 20
    for item in check.locator("[data-item]:visible").all():
        item.locator("input[value='5']").check()
    check.locator("[data-show-picture]").click()
    picture = check.locator("[data-picture]")
    expect(picture.locator("tbody tr")).to_have_count(20)
    expect(picture.locator(".score-bar")).to_have_count(0)
    expect(picture.locator("[data-next]")).to_have_count(0)


def test_very_high_marks_ask_for_a_check_and_each_dimension_says_what_next(check: Page) -> None:
    for item in check.locator("[data-dimension='task'] [data-item]").all():
        item.locator("input[value='5']").check()
    check.locator("[data-show-picture]").click()
    step = check.locator("[data-next='task']")
    expect(step.locator("dt")).to_have_text(
        ["Check it", "One thing to try", "One question to ask a peer", "One case to read"]
    )
    link = step.get_by_role("link")
    expect(link).to_contain_text("(opens in a new tab)")
    with check.expect_popup() as opened:
        link.click()
    expect(opened.value.locator("h1")).to_be_visible()
    assert "/cases/" in opened.value.url
    expect(step).to_be_visible()


def test_the_picture_has_no_total(check: Page) -> None:
    for item in check.locator("[data-item]").all():
        item.locator("input[value='4']").check()
    check.locator("[data-show-picture]").click()
    words = check.locator("[data-picture]").inner_text().lower()
    assert not {"total", "overall", "level", "rank", "benchmark", "radar"} & set(words.replace(".", " ").split())


def test_a_pattern_says_why_it_shows(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/what-we-give-what-we-get.html")
    for dimension, value in (("give", "5"), ("get", "2")):
        for item in page.locator(f"[data-dimension='{dimension}'] [data-item]").all():
            item.locator(f"input[value='{value}']").check()
    page.locator("[data-show-picture]").click()
    pattern = page.locator("[data-pattern='generous']")
    expect(pattern).to_contain_text("Why you see this: Your scores: What we give (5.0), What we get (2.0).")


def test_where_no_pattern_fits_a_sentence_says_so(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/task-in-one-breath.html")
    marks, agenda = page.locator("[data-item]"), page.locator("[data-part='agenda']")
    marks.first.locator("input[value='4']").check()
    agenda.locator("select").first.select_option(index=1)
    page.locator("[data-show-picture]").click()
    said = page.locator("[data-picture] [data-none]")
    expect(said).to_have_text(
        [
            "There are too few answers to say whether anything stands out.",
            "Nothing stands out in your answers. That is usual.",
        ]
    )
    for item in marks.all():
        item.locator("input[value='1']").check()
    expect(said).to_have_text(["Nothing stands out in your answers. That is usual."])


def test_answers_come_back_from_the_file(check: Page, tmp_path: Path) -> None:
    mark(check, FIRST, "2")
    mark(check, "bad-news-first", "unsure")
    check.locator("#prompt-left-alone--not-working-on").fill("Estates “and” <i>such</i>")
    path = download(check, tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert (data["exercise"], data["version"]) == ("network-health-check", "0.1.0")
    assert data["answers"]["marks"] == {FIRST: 2, "bad-news-first": "unsure"}
    forget(check)
    open_file(check, path)
    expect(check.locator("[data-status]")).to_contain_text("are open")
    assert answers(download(check, tmp_path)) == data["answers"]


def test_a_file_that_is_not_ours_changes_nothing(check: Page, tmp_path: Path) -> None:
    mark(check, FIRST, "2")
    for name, text in (
        ("a.json", "{"),
        ("b.json", "{}"),
        ("c.json", '{"kind":"systems-leadership-casebook","exercise":"x","answers":[]}'),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        open_file(check, tmp_path / name)
        expect(check.locator("[data-status]")).to_contain_text("Nothing was changed")
    assert chosen(check) == 1


def test_the_file_of_another_exercise_changes_nothing(check: Page, served: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    write(path, "planning-room", "0.1.0", {}, title="The planning room")
    open_file(check, path)
    expect(check.locator("[data-status]")).to_contain_text("another exercise (The planning room)")


def test_answers_to_an_older_version_open_and_what_is_unknown_is_kept(check: Page, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    given = {"marks": {FIRST: 3, "an-item-long-gone": 5}, "a-part-long-gone": {"x": "kept"}}
    write(path, "network-health-check", "0.0.9", given)
    open_file(check, path)
    expect(check.locator("[data-status]")).to_contain_text("3 May 2025")
    expect(check.locator("[data-status]")).to_contain_text("You gave them in version 0.0.9")
    expect(check.locator("[data-status]")).to_contain_text(
        "2 answers belong to parts that this version of the exercise does not have"
    )
    mark(check, FIRST, "4")
    assert answers(download(check, tmp_path)) == {
        "marks": {FIRST: 4, "an-item-long-gone": 5},
        "a-part-long-gone": {"x": "kept"},
    }


def test_answers_on_the_page_are_replaced_only_after_a_yes(check: Page, tmp_path: Path) -> None:
    mark(check, FIRST, "2")
    path = download(check, tmp_path)
    mark(check, FIRST, "5")
    open_file(check, path)
    check.keyboard.press("Escape")
    expect(check.locator(f"[data-item='{FIRST}'] input[value='5']")).to_be_checked()
    open_file(check, path)
    check.locator("dialog[open] [data-yes]").click()
    expect(check.locator(f"[data-item='{FIRST}'] input[value='2']")).to_be_checked()


def test_nothing_is_stored_unasked_and_reload_and_back_show_nothing(check: Page, served: str) -> None:
    mark(check, FIRST, "2")
    check.locator("#prompt-left-alone--not-working-on").fill("Estates")
    check.locator("[data-show-picture]").click()
    assert check.evaluate(STORED) == 0
    forget(check)
    assert chosen(check) == 0
    mark(check, FIRST, "2")
    check.locator("#prompt-left-alone--not-working-on").fill("Estates")
    check.goto(f"{served}/index.html")
    check.go_back()
    expect(check.locator("[data-download]")).to_be_visible()
    assert chosen(check) == 0
    expect(check.locator("#prompt-left-alone--not-working-on")).to_have_value("")
    expect(check.locator("[data-picture]")).to_be_hidden()


def test_saving_again_renews_the_round_and_a_new_visit_begins_another(check: Page) -> None:
    mark(check, FIRST, "2")
    check.locator("[data-save]").click()
    mark(check, FIRST, "3")
    check.locator("[data-save]").click()
    expect(check.locator("[data-saved-before]")).to_contain_text("One set of answers is saved on this device.")
    forget(check)
    mark(check, FIRST, "5")
    check.locator("[data-save]").click()
    expect(check.locator("[data-saved-before]")).to_contain_text("2 sets of answers are saved on this device.")
    rounds = json.loads(check.evaluate(f"localStorage.getItem('{KEY}')"))["rounds"]
    assert [one["answers"]["marks"][FIRST] for one in rounds] == [3, 5]


def test_two_windows_lose_nothing(check: Page, served: str) -> None:
    mark(check, FIRST, "1")
    check.locator("[data-save]").click()
    other = check.context.new_page()
    ready(other, f"{served}/{CHECK}")
    other.locator("[data-open-saved]").click()
    mark(other, FIRST, "2")
    other.locator("[data-save]").click()
    expect(other.locator("[data-status]")).to_contain_text("Saved on this device")
    mark(check, FIRST, "3")
    check.locator("[data-save]").click()
    expect(check.locator("[data-status]")).to_contain_text("as a separate set of answers")
    rounds = json.loads(check.evaluate(f"localStorage.getItem('{KEY}')"))["rounds"]
    assert [one["answers"]["marks"][FIRST] for one in rounds] == [2, 3]


def test_a_full_device_costs_no_answers(check: Page) -> None:
    check.evaluate(FULL)
    mark(check, FIRST, "2")
    check.locator("[data-save]").click()
    expect(check.locator("[data-status]")).to_contain_text("no room left")
    assert chosen(check) == 1


def test_forbidden_storage_costs_no_answers(page: Page, served: str, tmp_path: Path) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    ready(page, f"{served}/{CHECK}")
    mark(page, FIRST, "2")
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("does not let the page save")
    page.locator("[data-delete]").click()
    expect(page.locator("[data-status]")).to_contain_text("so nothing was deleted")
    assert answers(download(page, tmp_path))["marks"] == {FIRST: 2}


def test_broken_storage_is_told_put_aside_and_costs_no_answers(check: Page) -> None:
    check.evaluate(f"localStorage.setItem('{KEY}', '{{broken')")
    forget(check)
    expect(check.locator("[data-saved-before]")).to_contain_text("cannot be read")
    mark(check, FIRST, "2")
    check.locator("[data-save]").click()
    expect(check.locator("[data-status]")).to_contain_text("It has been put aside")
    assert check.evaluate("localStorage.getItem('casebook:unreadable:network-health-check')") == "{broken"
    assert json.loads(check.evaluate(f"localStorage.getItem('{KEY}')"))["rounds"][0]["answers"]["marks"] == {FIRST: 2}


@pytest.mark.parametrize("ending", sorted(WAYS))
def test_the_planning_room_is_played_to_each_ending(page: Page, served: str, ending: str) -> None:
    ready(page, f"{served}/{ROOM}")
    assert page.locator("[data-scene]:visible").count() == 1
    for option in WAYS[ending]:
        scene = page.locator("[data-scene]:visible").last
        scene.locator(f"input[value='{option}']").check()
        scene.locator("[data-see]").click()
        expect(scene.locator("[data-follows]")).to_be_focused()
        scene.locator("[data-go-on]").click()
    expect(page.locator("[data-ending]")).to_be_focused()
    expect(page.locator(f"[data-ending-title='{ending}']")).to_be_visible()
    expect(page.locator("[data-ending]")).to_contain_text("Why this ending: ")
    page.locator("[data-again]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("[data-ending]")).to_be_hidden()
    assert page.locator("[data-scene]:visible").count() == 1


def test_what_follows_stands_in_no_page_before_the_choice(page: Page, served: str, library: Library) -> None:
    ready(page, f"{served}/{ROOM}")
    shown = page.locator("main").inner_text()
    for part in library.exercises["planning-room"].parts:
        assert not [
            option.then for scene in getattr(part, "scenes", ()) for option in scene.options if option.then in shown
        ]


def test_a_scene_without_a_choice_does_not_go_on(page: Page, served: str) -> None:
    ready(page, f"{served}/{ROOM}")
    page.locator("[data-see]").first.click()
    expect(page.locator("[data-note]").first).to_have_text("Choose one of the options first.")
    expect(page.locator("[data-go-on]").first).to_be_hidden()


def test_too_many_words_and_words_to_avoid_are_pointed_out(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/task-in-one-breath.html")
    prompt = page.locator("[data-prompt='in-one-breath']")
    word = str(prompt.locator("textarea").get_attribute("data-avoid")).split("|")[0]
    prompt.locator("textarea").fill(" ".join(["word"] * 25) + " " + word)
    prompt.locator("textarea").blur()
    expect(prompt.locator("[data-count]")).to_have_text("26 words; 25 are enough")
    expect(prompt.locator("[data-note]")).to_contain_text(word)


def test_cards_are_drawn_at_random_and_all_come_back(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/will-it-hold-on-monday.html")
    assert page.locator("[data-card]:visible").count() == 10
    page.locator("[data-draw-cards]").click()
    expect(page.locator("[data-card]:visible")).to_have_count(3)
    page.locator("[data-show-cards]").click()
    expect(page.locator("[data-card]:visible")).to_have_count(10)


def test_cards_go_into_boxes_and_own_cards_can_be_added(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/form-follows-work.html")
    page.locator("[data-add-card]").click()
    expect(page.locator("[data-card='own-1'] [data-own-text]")).to_be_focused()
    page.keyboard.type("Our own piece of work")
    page.locator("[data-card='own-1'] input[value='network']").check()
    expect(page.locator("[data-pile='network'] li")).to_have_text(["Our own piece of work"])


def test_rows_come_one_after_the_other(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/learning-partners-delivery-partners.html")
    rows = page.locator("[data-row]:visible")
    expect(rows).to_have_count(3)
    for _ in range(9):
        page.locator("[data-add-row]").click()
    expect(rows).to_have_count(12)
    expect(page.locator("[data-add-row]")).to_be_hidden()
    expect(page.locator("[data-rows-note]")).to_have_text("That was the last row.")
    expect(page.locator("[data-row='row-12'] input").first).to_be_focused()


def play(page: Page) -> None:
    """Plays a story by its first options, where there is one."""
    while page.locator("[data-see]:visible").count():
        scene = page.locator("[data-scene]:visible").last
        scene.locator("input").first.check()
        scene.locator("[data-see]").click()
        scene.locator("[data-go-on]").click()


@pytest.mark.parametrize("slug", ALL)
def test_each_exercise_is_filled_saved_exported_wiped_and_brought_back(
    page: Page, served: str, tmp_path: Path, slug: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    ready(page, f"{served}/exercises/{slug}.html")
    play(page)
    touched = page.locator("exercise-form form").evaluate(FILL)
    assert touched or "scenes" in kinds_of(HERE.exercises[slug])
    before = answers(download(page, tmp_path))
    assert before
    if page.locator("[data-show-picture]").is_visible():
        page.locator("[data-show-picture]").click()
        expect(page.locator("[data-picture]")).to_be_visible()
    page.locator("[data-save]").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    forget(page)
    page.locator("[data-open-saved]").click()
    assert answers(download(page, tmp_path)) == before
    page.locator("[data-delete]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("[data-status]")).to_contain_text("Nothing of this exercise is saved")
    assert page.evaluate("localStorage.length") == 0
    page.locator("[data-clear-page]").click()
    page.locator("dialog[open] [data-yes]").click()
    exported = tmp_path / "kept.json"
    assert answers(download(page, tmp_path)) == {}
    write(exported, slug, HERE.exercises[slug].version, before)
    open_file(page, exported)
    expect(page.locator("[data-status]")).to_contain_text("3 May 2025")
    assert answers(download(page, tmp_path)) == before
    assert errors == []


@pytest.mark.parametrize("path", [CHECK, ROOM])
def test_from_a_memory_stick_one_downloads_and_opens_and_does_not_save(
    page: Page, built_site: Path, tmp_path: Path, path: str
) -> None:
    ready(page, (built_site / path).as_uri())
    expect(page.locator("[data-save]")).to_be_hidden()
    expect(page.locator("[data-file-note]")).to_be_visible()
    play(page)
    page.locator("exercise-form form").evaluate(FILL)
    file = download(page, tmp_path)
    before = answers(file)
    assert before
    forget(page)
    open_file(page, file)
    expect(page.locator("[data-status]")).to_contain_text("are open")
    assert answers(download(page, tmp_path)) == before


@pytest.mark.parametrize("slug", ALL)
def test_without_script_each_exercise_reads_and_leads_to_paper(
    browser: Browser, served: str, library: Library, slug: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/exercises/{slug}.html")
    expect(page.locator(".no-script")).to_be_visible()
    words = page.locator("main").inner_text()
    for part in library.exercises[slug].parts:
        assert not part.intro or part.intro[:20].replace("'", "’").replace('"', "“")[:15] in words
    assert page.locator("main button:visible").count() == 0
    page.locator(".no-script a").last.click()
    expect(page.locator("h1:visible")).to_contain_text(library.exercises[slug].title)
    context.close()


def test_the_list_narrows_by_each_choice_and_is_whole_without_script(page: Page, browser: Browser, served: str) -> None:
    page.goto(f"{served}/exercises.html")
    rows = page.locator("[data-exercise]:visible")
    expect(page.locator("[data-found]")).to_have_text(f"{EXERCISES} exercises")
    page.locator("[data-by='kind']").select_option("scenes")
    expect(page.locator("[data-found]")).to_have_text("1 exercise")
    page.locator("[data-by='people']").fill("30")
    expect(page.locator("[data-found]")).to_contain_text("No exercise matches")
    page.locator("button[type=reset]").click()
    expect(rows).to_have_count(EXERCISES)
    page.locator("[data-by='claim']").select_option("conflict-must-surface")
    expect(page.locator("[data-exercise='the-thing-we-do-not-say']")).to_be_visible()
    expect(page.locator("[data-exercise='learning-partners-delivery-partners']")).to_be_hidden()
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{served}/exercises.html")
    expect(bare.locator("[data-exercise]:visible")).to_have_count(EXERCISES)
    context.close()


PLACES = "all => all.map((one) => Math.round(one.getBoundingClientRect().top + scrollY))"
COVERED = """button => {
  const mine = button.getBoundingClientRect();
  const meets = box => box.left < mine.right && mine.left < box.right && box.top < mine.bottom && mine.top < box.bottom;
  const texts = [...button.closest('fieldset').querySelectorAll('.choice span, .choice input')];
  return texts.filter((one) => meets(one.getBoundingClientRect())).length;
}"""


@pytest.mark.parametrize("width", [1280, 640, 320])
@pytest.mark.parametrize("slug", ["network-health-check", "form-follows-work"])
def test_no_answer_moves_what_stands_below_it(page: Page, served: str, slug: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    ready(page, f"{served}/exercises/{slug}.html")
    items = page.locator("[data-item], [data-card]:visible")
    before = items.evaluate_all(PLACES)
    for number, value in enumerate(("1", "5", "unsure", "outside")):
        page.locator("[data-item]").nth(number).locator(f"input[value='{value}']").check()
        clear = page.locator("[data-item]").nth(number).locator("[data-clear]")
        expect(clear).to_be_visible()
        assert clear.evaluate(COVERED) == 0
        assert items.evaluate_all(PLACES) == before
    page.locator("[data-clear]:visible").first.click()
    assert items.evaluate_all(PLACES) == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_for_a_group_only_the_minutes_of_the_group_count(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises.html")
    page.locator("[data-by='people']").fill("12")
    page.locator("[data-by='minutes']").select_option("30")
    expect(page.locator("[data-found]")).to_have_text("1 exercise")
    minutes = [int(one.get_attribute("data-group") or 0) for one in page.locator("[data-exercise]:visible").all()]
    assert all(0 < one <= 30 for one in minutes)
    page.locator("[data-by='people']").fill("1")
    page.locator("[data-by='way']").select_option("group")
    expect(page.locator("[data-found]")).to_contain_text("No exercise matches")


def test_the_choice_of_exercises_stands_in_the_address(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises.html")
    page.locator("[data-by='kind']").select_option("cards")
    page.locator("[data-by='people']").fill("6")
    expect(page).to_have_url(f"{served}/exercises.html#kind=cards&people=6")
    expect(page.locator("[data-found]")).to_have_text("4 exercises")
    page.locator("[data-exercise]:visible a").first.click()
    expect(page.locator("exercise-form:defined")).to_have_count(1)
    page.go_back()
    expect(page.locator("[data-found]")).to_have_text("4 exercises")
    expect(page.locator("[data-by='kind']")).to_have_value("cards")
    page.goto(f"{served}/index.html")
    page.goto(f"{served}/exercises.html#people=6&kind=nonsense&minutes=30")
    expect(page.locator("[data-by='kind']")).to_have_value("")
    expect(page.locator("[data-by='minutes']")).to_have_value("30")
    page.locator("button[type=reset]").click()
    expect(page.locator("[data-found]")).to_have_text(f"{EXERCISES} exercises")
    expect(page).to_have_url(f"{served}/exercises.html")


def test_the_prompts_are_dealt_after_the_rooms_own_cards(page: Page, served: str, tmp_path: Path) -> None:
    ready(page, f"{served}/exercises/managed-to-death.html")
    causes = page.locator("[data-part='causes']")
    prompts = causes.locator("[data-card]:not([data-own]):visible")
    expect(prompts).to_have_count(0)
    expect(causes.locator("[data-kept-back]")).to_contain_text(
        "10 more cards are kept back until the round of causes is over."
    )
    causes.locator("[data-add-card]").click()
    page.keyboard.type("Nobody had time")
    expect(causes.locator("[data-card]:visible")).to_have_count(1)
    causes.get_by_role("button", name="Deal the cards").click()
    expect(prompts).to_have_count(10)
    expect(prompts.first.locator("[data-mark]").first).to_be_focused()
    expect(causes.locator("[data-kept-back]")).to_be_hidden()
    order = causes.locator("[data-card]:visible").evaluate_all("all => all.map((one) => one.dataset.card)")
    assert order[:2] == ["own-1", "weekly-assurance"]
    prompts.nth(2).locator("[data-mark]").first.check()
    path = download(page, tmp_path)
    page.locator("[data-clear-page]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(prompts).to_have_count(0)
    open_file(page, path)
    expect(prompts).to_have_count(10)


def test_paper_and_a_page_without_script_have_all_the_cards_before_they_are_dealt(
    page: Page, browser: Browser, served: str
) -> None:
    ready(page, f"{served}/exercises/managed-to-death.html")
    page.emulate_media(media="print")
    expect(page.locator("[data-card]:not([data-own]):visible")).to_have_count(10)
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{served}/exercises/managed-to-death.html")
    expect(bare.locator("[data-card]:visible")).to_have_count(10)
    context.close()
