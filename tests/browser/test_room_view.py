"""A session on a laptop without a network: chosen and shown step by step by keys, planned on a run sheet that is kept as
a file, and the texts around it printed and copied. What happened is nowhere before it is asked for.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from in_the_room import Laptop, laptop, out_of_reach, wiped
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from test_reach import NARROW, WIDE, axe_faults, contrast_faults

from casebook.library.library import Library
from casebook.site.room_decisions import room_case

pytestmark = pytest.mark.browser
CASE, DECISION = "parkinsonnet", "open-or-chosen"
PLAN = f"facilitate/sessions/45-minutes.html?decision={CASE}/{DECISION}"


@pytest.fixture
def room(browser: Browser, built_site: Path) -> Iterator[Laptop]:
    with laptop(browser, built_site, viewport=WIDE) as lent:
        yield lent


def telling(library: Library) -> list[str]:
    """The texts that tell how the decision went."""
    after = next(one for one in room_case(library, CASE)["decisions"] if one["id"] == DECISION)["after"]
    return [*(one["text"] for one in after["outcome"]), *after["unknown"]]


def held(page: Page, texts: list[str]) -> list[str]:
    """Which of the texts are anywhere in the page."""
    html = page.evaluate("document.body.textContent")
    return [text for text in texts if text in html]


def paper(page: Page) -> list[str]:
    """What the page prints now, side by side, as words."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(one.extract_text().split()) for one in reader.pages]


def copied(room: Laptop, page: Page) -> str:
    room.context.grant_permissions(["clipboard-read"])
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_session_is_shown_step_by_step_by_keys_and_the_outcome_when_it_is_asked_for(
    room: Laptop, library: Library
) -> None:
    room.context.clock.install()
    page = room.open(PLAN)
    expect(page.locator("[data-keeps-decision]").filter(has_text="Room view")).to_have_attribute(
        "href", re.compile(rf"/room-view\.html\?decision={CASE}/{DECISION}#session=45-minutes$")
    )
    page.get_by_role("link", name="Room view").click()
    expect(page.locator("[data-decision]")).to_have_value(f"{CASE}/{DECISION}")
    expect(page.locator("[data-session]")).to_have_value("45-minutes")
    page.locator("[data-start]").focus()
    page.keyboard.press("Enter")
    title, clock, body = page.locator("#screen-title"), page.locator("[data-clock]"), page.locator("[data-body]")
    expect(title).to_have_text("Welcome and confidence")
    expect(body).to_contain_text("What is said here about our own work stays here")
    expect(page.locator("[data-next]")).to_have_text("Next: Read (5 minutes)")
    expect(clock).to_have_text("0 of 5 minutes")
    room.context.clock.fast_forward("07:00")
    expect(clock).to_have_text("5 minutes planned, 7 gone")
    expect(title).to_have_text("Welcome and confidence")

    page.keyboard.press("ArrowRight")
    expect(title).to_have_text("Read")
    expect(page.locator(".screen-note")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator(".screen-note")).to_contain_text("You are 2 minutes behind the plan.")
    expect(page.locator(".screen-note")).to_contain_text("leave out “In pairs”")
    seat = library.cases[CASE].decisions[0].seats[0]
    for key, step in (("PageDown", "Choose alone"), ("Space", "In pairs")):
        page.keyboard.press(key)
        expect(title).to_have_text(step)
    expect(body.locator("li")).to_have_count(len(seat.options))
    expect(body).to_contain_text(seat.question)
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text("Choose alone")
    page.keyboard.press("b")
    expect(title).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text("Choose alone")
    page.keyboard.press("Escape")
    expect(page.locator("[data-start]")).to_have_text("Go on at step 3")
    page.locator("[data-start]").click()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(title).to_have_text("What they did")
    texts = telling(library)
    assert len(texts) > 2
    assert held(page, texts) == []
    assert axe_faults(page) + contrast_faults(page, every_text=True) == []
    page.keyboard.press("o")
    expect(page.locator("[data-outcome]")).to_be_visible()
    assert held(page, texts) == texts
    more = page.get_by_text("More below")
    expect(more).to_be_visible()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(more).to_be_hidden()
    assert axe_faults(page) + contrast_faults(page, every_text=True) == []
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    teaching = library.cases[CASE].decisions[0].teaching
    assert teaching
    assert teaching.close
    expect(body).to_contain_text(teaching.close.replace("'", "’"))
    expect(page.locator("[data-next]")).to_have_text("This is the last step.")
    del room.said[:]  # axe cannot read style sheets from a disk, and complains
    page.keyboard.press("Escape")


def test_the_buttons_stand_in_one_place_whatever_comes_next_is_called(browser: Browser, built_site: Path) -> None:
    for width in (1024, 1280):
        with laptop(browser, built_site, viewport={"width": width, "height": 768}) as lent:
            page = lent.open("facilitate/room-view.html#session=two-hours")
            page.locator("[data-start]").click()
            places = set()
            for _ in range(14):
                page.keyboard.press("ArrowRight")
                for name in ("back", "forward", "show-note", "leave"):
                    if page.locator(f"[data-{name}]").is_visible():
                        box = page.locator(f"[data-{name}]").bounding_box()
                        assert box
                        places.add((name, round(box["x"]), round(box["y"])))
            expect(page.locator("[data-next]")).to_have_text("This is the last step.")
            assert len(places) == 4, sorted(places)
            page.keyboard.press("Escape")


def test_a_note_is_seen_below_a_long_ending_and_then_the_ending_is_where_it_was(room: Laptop) -> None:
    page = room.open(f"facilitate/room-view.html#session=45-minutes&decision={CASE}/{DECISION}&step=6")
    page.locator("[data-start]").click()
    page.keyboard.press("o")
    step, note = page.locator("[data-step]"), page.locator(".screen-note")
    page.keyboard.press("ArrowDown")
    before = step.evaluate("one => one.scrollTop")
    assert before > 0
    page.keyboard.press("n")
    expect(note).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("More below")).to_be_hidden()
    page.keyboard.press("n")
    assert step.evaluate("one => one.scrollTop") == before
    page.keyboard.press("c")
    assert step.evaluate("one => one.scrollTop") == before, "nor does hiding the clock lead away"


def test_a_session_goes_on_where_it_was_after_the_page_was_loaded_again(room: Laptop) -> None:
    page = room.open(PLAN)
    page.get_by_role("link", name="Room view").click()
    page.locator("[data-start]").click()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    title = page.locator("#screen-title").inner_text()
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("[data-start]")).to_have_text("Go on at step 4")
    expect(page.locator("[data-anew]")).to_be_visible()
    page.locator("[data-start]").click()
    expect(page.locator("#screen-title")).to_have_text(title)
    page.keyboard.press("Escape")
    page.locator("[data-session]").select_option("60-minutes")
    expect(page.locator("[data-start]")).to_have_text("Show it step by step")
    assert "step=" not in page.url, "another session begins at its beginning"
    for odd in ("999", "2.5", "x"):
        page.goto("about:blank")
        page.goto(f"{room.site.as_uri()}/facilitate/room-view.html#session=45-minutes&step={odd}")
        page.locator("[data-start]").click()
        expect(page.locator("[data-where]")).to_contain_text("Step 8 of 8" if odd == "999" else "Step 1 of 8")
        page.keyboard.press("Escape")


def test_of_two_roles_the_words_to_say_lead_to_both_questions_as_the_sheet_does(room: Laptop, library: Library) -> None:
    case, decision = "shropshire", library.cases["shropshire"].decisions[0]
    assert len(decision.seats) == 2
    page = room.open(f"facilitate/room-view.html#session=45-minutes&decision={case}/{decision.id}&step=2")
    page.locator("[data-start]").click()
    body = page.locator("[data-body]")
    expect(body).to_contain_text("Read both questions, but no options yet.")
    for seat in decision.seats:
        expect(body).to_contain_text(seat.question.replace("'", "’"))
    page.goto(f"{room.site.as_uri()}/cases/{case}/{decision.id}.html#participant")
    page.emulate_media(media="print")
    expect(page.locator(".participant-sheet")).to_contain_text(
        "Read both questions, and tick one option for your own role"
    )


def test_an_exercise_comes_into_a_run_sheet_with_its_steps_its_words_and_its_sheets(
    room: Laptop, library: Library
) -> None:
    exercise = library.exercises["network-health-check"]
    page = room.open("facilitate/run-sheet.html")
    page.locator("select[data-what]").select_option("exercise/network-health-check")
    page.locator("[data-add]").click()
    steps = [step for step in exercise.plan if step.who != "alone"]
    expect(page.locator("[data-name]")).to_have_count(len(steps))
    minutes = page.locator("[data-minutes]").evaluate_all("every => every.map((one) => Number(one.value))")
    assert minutes == [step.minutes for step in steps]
    assert sum(minutes) == exercise.minutes_group
    sheet = page.locator("[data-on-paper]")
    expect(sheet).to_contain_text(exercise.aim)
    expect(sheet).to_contain_text("Say: We are counting what people see.")
    bring = page.locator("form [data-bring]").input_value().split("\n")
    assert "Tally sheet for the short form: Network health check." in "\n".join(bring)
    assert exercise.materials[-1] in bring
    expect(page.locator("[data-status=items]")).to_contain_text("6 items are added")
    page.locator("[data-add]").click()
    assert page.locator("form [data-bring]").input_value().split("\n") == bring, "each thing is listed once"
    page.locator("select[data-what]").select_option("method/case-discussion")
    page.locator("[data-add]").click()
    method = library.methods["case-discussion"]
    expect(page.locator("[data-minutes]").last).to_have_value(str(method.minutes))
    expect(sheet).to_contain_text(method.steps[1].text.replace("'", "’"))
    expect(page.locator("[data-status=items]")).not_to_contain_text("Give it a name")


def titles(page: Page) -> list[str]:
    names: list[str] = page.locator("[data-name]").evaluate_all("every => every.map((one) => one.value)")
    return names


def test_a_run_sheet_is_made_ones_own_kept_as_a_file_opened_again_and_shown(room: Laptop, tmp_path: Path) -> None:
    page = room.open("facilitate/run-sheet.html")
    fresh = page.locator("run-sheet").inner_text()
    page.locator("select[data-what]").select_option("decision")
    page.locator("[data-add]").click()
    expect(page.locator("[data-name]")).to_have_count(7)
    page.locator("select[data-session]").select_option("45-minutes")
    page.locator("[data-fill]").click()
    page.locator("[data-yes]").click()
    expect(page.locator("[data-name]")).to_have_count(8)
    page.locator("[data-start]").fill("09:30")
    page.locator("[data-end]").fill("10:15")
    remarks = page.locator("[data-remarks]")
    expect(remarks).to_contain_text("The plan fits")
    page.locator("select[data-what]").select_option("own")
    page.locator("[data-add]").click()
    expect(page.locator("[data-name]").nth(8)).to_be_focused()
    page.keyboard.type("Our own agenda")
    page.locator("[data-minutes]").nth(8).fill("20")
    expect(remarks).to_contain_text("It does not fit. The plan takes 65 minutes and you have 45")
    expect(remarks).to_contain_text("Take out 20 minutes.")
    expect(remarks).to_contain_text("leave out “In pairs” first")
    page.locator("[data-up]").nth(8).focus()
    for _ in range(2):
        page.keyboard.press("Enter")
    assert titles(page)[5:8] == ["What they did", "Our own agenda", "When is another choice right?"]
    expect(page.locator("[data-up]").nth(6)).to_be_focused()
    expect(page.locator("[data-status=items]")).to_contain_text("is now item 7 (10:03)")
    page.locator("[data-out]").nth(3).click()
    expect(page.locator("[data-name]")).to_have_count(8)
    page.keyboard.press("Enter")
    expect(page.locator("[data-name]")).to_have_count(9)
    page.locator("[data-minutes]").nth(0).fill("none")
    expect(remarks).to_contain_text("Say how long item 1 takes")
    page.locator("[data-minutes]").nth(0).fill("5")
    order = titles(page)

    page.locator("[data-copy]").click()
    expect(page.locator("[data-status=sheet]")).to_contain_text("Copied")
    text = copied(room, page)
    assert "10:03" in text
    assert "Our own agenda" in text
    assert "Take out" not in text
    sides = paper(page)
    assert "Our own agenda" in " ".join(sides)
    assert "Wipe" not in " ".join(sides)
    with page.expect_download() as download:
        page.locator("[data-keep]").click()
    file = tmp_path / "run-sheet.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["decision"] == "shropshire/break-the-tie"

    page.locator("[data-name]").first.fill("Changed since")
    for name, content, said in (
        ("foreign.json", b"{}", "not a run sheet"),
        ("letter.docx", b"PK\x03\x04\xff\xfe", "damaged"),
        ("later.json", file.read_bytes().replace(b'"format": 1', b'"format": 9'), "newer version"),
        ("half.json", file.read_bytes().replace(b'"minutes": 20', b'"minutes": "x"'), "damaged"),
    ):
        page.locator("[data-file]").set_input_files([{"name": name, "mimeType": "", "buffer": content}])
        expect(page.locator("[data-status=begin]")).to_contain_text(said)
        expect(page.locator("[data-status=begin]")).to_contain_text("Nothing was changed")
        assert titles(page)[0] == "Changed since"
    page.locator("[data-file]").set_input_files(file)
    page.locator("[data-no]").click()
    assert titles(page)[0] == "Changed since"
    page.locator("[data-file]").set_input_files(file)
    page.locator("[data-yes]").click()
    expect(page.locator("[data-status=begin]")).to_contain_text("It has 9 items")
    assert titles(page) == order
    expect(page.locator("[data-start]")).to_have_value("09:30")

    page.locator("[data-present]").click()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#screen-title")).to_have_text("Our own agenda")
    page.keyboard.press("Escape")
    page.locator("select[data-decision]").select_option(f"{CASE}/{DECISION}")
    expect(page.locator("[data-on-paper]")).to_contain_text("Who may join the network?")
    expect(page.locator("[data-on-paper]")).not_to_contain_text("This side takes the first role")
    wiped(page, "run-sheet", fresh, ["Our own agenda", "10:03"])


def test_a_run_sheet_by_keyboard_on_a_narrow_screen_in_forced_colours(browser: Browser, built_site: Path) -> None:
    with laptop(browser, built_site, viewport=NARROW, forced_colors="active") as lent:
        page = lent.open("facilitate/run-sheet.html#session=45-minutes")
        expect(page.locator("[data-name]")).to_have_count(8)
        assert out_of_reach(lent, page) == []


def test_the_texts_around_a_session_are_filled_in_once_and_each_is_printed_or_copied_alone(
    room: Laptop, library: Library
) -> None:
    page = room.open(PLAN)
    page.get_by_role("link", name="Before and after").click()
    page.evaluate("window.print = () => {}")
    expect(page.locator("[data-fills=session]")).to_have_value("One decision in 45 minutes")
    page.locator("[data-fills=group]").fill("The Ferry Network")
    expect(page.locator("#invitation")).to_contain_text("Please join The Ferry Network on [day]")
    whole = paper(page)
    assert len(whole) == page.locator(".kit-text").count(), "each on a side of its own"
    promise = page.locator("#promise")
    promise.get_by_role("button", name="Print").click()
    (side,) = paper(page)
    assert side.count("My peer keeps this half") == 3
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(paper(page)) == len(whole)
    page.locator("#board").get_by_role("button", name="Copy it for Word").click()
    assert "The Ferry Network met on [day]" in copied(room, page)
    html = page.evaluate("""async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()""")
    assert "<strong>What limits us.</strong>" in html
    promise.get_by_role("button", name="Copy as plain text").click()
    assert copied(room, page).count("I keep this half") == 1
    assert page.evaluate("reach.kept()") == []

    page.goto(f"{room.site.as_uri()}/facilitate/hybrid.html?decision={CASE}/{DECISION}")
    expect(page.locator(".chat-text")).to_have_count(6)
    texts = telling(library)
    assert held(page, texts) == []
    page.locator("[data-name=choose] [data-copy]").click()
    chat = copied(room, page)
    assert f"A. {library.cases[CASE].decisions[0].seats[0].drawn[0].label}".replace("'", "’") in chat
    page.locator("[data-name=ending] [data-reveal]").click()
    page.locator("[data-name=ending] [data-copy]").click()
    assert [text for text in texts if text not in copied(room, page)] == []

    page.goto(f"{room.site.as_uri()}/facilitate/when-it-goes-wrong.html")
    halves = paper(page)
    assert len(halves) == -(-page.locator(".half-page").count() // 2), "two on a side"
