"""The map builder in a real browser: by keyboard alone, as a file and back, beside a case, on paper, from a memory
stick, without script.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from casebook.analysis.disclosure import as_of, first_day
from casebook.library.library import Library

pytestmark = pytest.mark.browser
PAGE = "exercises/relationship-budget.html"
ROLES = [
    ("Matron", "Hospital or hospital trust"), ("Practice nurse", "General practice"), ("=Carers, “Monday” group", ""),
    ("Network board", "Table where members meet"),
]  # fmt: skip
TIES = [
    ("Matron", "Network board", "thick", True, "3"),
    ("Practice nurse", "Network board", "thin", False, ""),
    ("Matron", "Practice nurse", "broken", False, "4"),
]
LIST = [
    "Matron – Network board: thick, hangs on one person, 3 tokens",
    "Practice nurse – Network board: thin",
    "Matron – Practice nurse: broken, 4 tokens",
]
FOCUS = """selector => {
  const here = document.activeElement, box = here.getBoundingClientRect();
  const isSeen = box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  return {found: here.matches(selector), isSeen, name: here.outerHTML.slice(0, 120)};
}"""


@pytest.fixture
def map_page(page: Page, served: str) -> Page:
    return opened(page, f"{served}/{PAGE}")


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("map-view [data-empty]")).to_be_visible()
    return page


def tab_to(page: Page, selector: str, most: int = 150) -> None:
    """Presses Tab until the focus is there; all that the focus meets on the way is on the screen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS, selector)
        assert focus["isSeen"], focus["name"]
        if focus["found"]:
            return
    raise AssertionError(f"{selector} is not reached")


def fill(page: Page) -> None:
    """Fills in the map, quickly."""
    for number, (label, kind) in enumerate(ROLES, 1):
        if number > 3:
            page.get_by_role("button", name="Add a role").click()
        role = page.locator(f"[data-role=role-{number}]")
        role.get_by_label("Role", exact=True).fill(label)
        role.get_by_label("Kind").select_option(label=kind or "Choose")
    for number, (start, end, strength, is_alone, tokens) in enumerate(TIES):
        page.get_by_role("button", name="Add a tie").click()
        tie = page.locator("[data-tie]").nth(number)
        tie.locator("[data-from]").select_option(label=start)
        tie.locator("[data-to]").select_option(label=end)
        tie.get_by_label("The line is").select_option(label=strength)
        tie.get_by_label("Tokens").fill(tokens)
        tie.get_by_label("Tokens").blur()
        tie.get_by_label("Hangs on one person").set_checked(is_alone)
    expect(page.locator("[data-list-ties] li")).to_have_text(LIST)


def shown(page: Page) -> tuple[list[str], list[str]]:
    """The lists beneath the picture, roles in the order of their names."""
    roles = sorted(page.locator("[data-list-roles] li").all_inner_texts())
    return roles, page.locator("[data-list-ties] li").all_inner_texts()


def bring(page: Page, name: str, content: str) -> None:
    page.locator("[data-map-file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    )


def taken_out(page: Page, button: str, folder: Path) -> Path:
    """The file that a button hands out."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=button).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


@pytest.mark.parametrize("width", [1280, 320])
def test_a_map_is_made_by_keyboard_alone(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    opened(page, f"{served}/{PAGE}")
    press, write = page.keyboard.press, page.keyboard.type
    tab_to(page, "[data-role='role-1'] [data-label]")
    write("Matron")
    tab_to(page, "[data-role='role-1'] [data-kind]")
    write("Hospital")
    tab_to(page, "[data-role='role-2'] [data-label]")
    write("Council officer")
    tab_to(page, "[data-add-role]")
    press("Enter")
    write("Board")
    tab_to(page, "[data-add-tie]")
    press("Enter")
    for field, words in (("from", "Matron"), ("to", "Board"), ("strength", "thick"), ("tokens-spent", "4")):
        if field != "from":
            tab_to(page, f"[data-{field}]", 1)
        write(words)
    tab_to(page, "[data-one-person]", 1)
    press("Space")
    expect(page.locator("[data-list-ties] li")).to_have_text(["Matron – Board: thick, hangs on one person, 4 tokens"])
    expect(page.locator("[data-tokens-left]")).to_have_text("6 tokens left of 10")
    expect(page.locator("[data-list-roles] li")).to_have_text(
        ["Matron · Hospital or hospital trust", "Council officer · no tie yet", "Board"]
    )
    tab_to(page, "[data-remove-tie]", 1)
    press("Enter")
    expect(page.locator("[data-list-ties] li")).to_have_count(0)
    expect(page.locator("[data-add-tie]")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_case_and_the_files_are_reached_by_keyboard(map_page: Page, library: Library) -> None:
    page = map_page
    fill(page)
    page.locator("[data-add-tie]").focus()
    tab_to(page, "[data-case]", 3)
    page.keyboard.type(library.cases["nottingham"].title[:12])
    expect(page.locator("[data-beside] .case-name")).to_be_visible()
    tab_to(page, "[data-to-csv]", 4)
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(page.locator("[data-file-status]")).to_contain_text("in your downloads")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_filled_map_with_a_case_and_a_refused_file_is_accessible(
    page: Page, served: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(page, f"{served}/{PAGE}")
    fill(page)
    page.locator("[data-case]").select_option("nottingham")
    expect(page.locator("[data-beside]")).to_be_visible()
    bring(page, "map.csv", "Source\nA\n")
    expect(page.locator("[data-problems]")).to_be_visible()
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = "all => all.filter(one => one.getBoundingClientRect().height < 24).map(one => one.outerHTML.slice(0, 80))"
    assert (
        page.locator("role-map :is(button, select, input[type=text], label.choice):visible").evaluate_all(small) == []
    )


def test_the_picture_has_the_facts_of_the_list(map_page: Page) -> None:
    page = map_page
    fill(page)
    picture = page.get_by_role("img", name="A picture of 4 roles and 3 ties. The list has the same facts.")
    expect(picture).to_be_visible()
    for strength, count in (("strong", 1), ("weak", 1), ("strained", 1), ("cut", 0)):
        expect(picture.locator(f".tie-{strength}")).to_have_count(count)
    expect(picture.locator(".tie-ring")).to_have_count(1)
    expect(picture.locator(".tie-tokens")).to_have_text(["+3", "+4"])
    expect(picture.locator("rect.table")).to_have_count(1)
    expect(picture.locator("text:not(.tie-tokens)")).to_have_count(4)


def test_what_can_be_counted_is_said_in_words(map_page: Page) -> None:
    page = map_page
    fill(page)
    expect(page.locator("[data-own] [data-measures] li")).to_have_text([
        "2 of the 6 possible ties between these roles are on the map.",
        "A go-between is on the shortest route between two others. The role that is a go-between most often is Network board.",
        "Without this role (Network board), some of the others can no longer reach each other.",
        "1 tie depends on a single person. This tie is: Matron – Network board.",
    ])  # fmt: skip


def test_only_what_changed_is_said_aloud(map_page: Page) -> None:
    page = map_page
    fill(page)
    said = page.locator("[data-changes]")
    page.locator("[data-tie]").nth(1).get_by_label("The line is").select_option("missing")
    tie = "Practice nurse – Network board"
    expect(said).to_have_text(f"No longer on the map: {tie}: thin. Now on the map: {tie}: missing, and needed.")
    name = page.locator("[data-role=role-2] [data-label]")
    name.press("End")
    name.press_sequentially("s")
    expect(page.locator("[data-list-ties] li").nth(1)).to_contain_text("Practice nurses")
    assert "nurses" not in said.inner_text()
    name.blur()
    expect(said).to_contain_text("Now on the map: Practice nurses (General practice)")


def test_a_role_that_is_renamed_keeps_its_ties(map_page: Page) -> None:
    page = map_page
    fill(page)
    name = page.locator("[data-role=role-4] [data-label]")
    name.fill("")
    expect(page.locator("[data-list-ties] li")).to_have_text([LIST[2]])
    name.fill("Round table")
    expect(page.locator("[data-list-ties] li")).to_have_text(
        [line.replace("Network board", "Round table") for line in LIST]
    )


def test_a_role_that_is_taken_away_leaves_its_ties_to_be_put_right(map_page: Page) -> None:
    page = map_page
    fill(page)
    page.locator("[data-role=role-4]").get_by_role("button", name="Remove this role").click()
    expect(page.locator("[data-role=role-3] [data-label]")).to_be_focused()
    expect(page.locator("[data-list-ties] li")).to_have_text([LIST[2]])
    expect(page.locator("[data-tie]")).to_have_count(3)
    expect(page.locator("[data-changes]")).to_contain_text("No longer on the map: Network board")


def test_more_tokens_than_there_are_is_said(map_page: Page) -> None:
    page = map_page
    fill(page)
    expect(page.locator("[data-tokens-left]")).to_have_text("3 tokens left of 10")
    page.locator("[data-tie]").nth(1).get_by_label("Tokens").fill("5")
    expect(page.locator("[data-tokens-left]")).to_have_text("2 tokens too many")


@pytest.mark.parametrize("button", ["Download as a list of ties (CSV)", "Download as JSON"])
def test_a_map_goes_out_and_comes_back_whole(map_page: Page, tmp_path: Path, button: str) -> None:
    page = map_page
    fill(page)
    before = shown(page)
    file = taken_out(page, button, tmp_path)
    page.reload()
    expect(page.locator("map-view [data-empty]")).to_be_visible()
    page.locator("[data-map-file]").set_input_files(file)
    expect(page.locator("[data-map-read]")).to_contain_text("The map from the file is on the page: 4 roles and 3 ties.")
    assert [sorted(re.sub(r"^\d+\. ", "", role) for role in before[0]), before[1]] == list(shown(page))


def test_the_edge_list_opens_safely_in_a_spreadsheet(map_page: Page, tmp_path: Path) -> None:
    fill(map_page)
    file = taken_out(map_page, "Download as a list of ties (CSV)", tmp_path)
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:5] == ["Source", "Target", "Strength", "OnePerson", "Tokens"]
    assert rows[1][:5] == ["Matron", "Network board", "thick", "yes", "3"]
    assert rows[4][0] == "'=Carers, “Monday” group"
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_file_with_mistakes_names_them_all_and_changes_nothing(map_page: Page) -> None:
    page = map_page
    fill(page)
    bring(page, "map.csv", "Source,Target,Strength,OnePerson,Tokens\nA,A,thick,,\nB,C,solid,perhaps,-1\n,D,,,\n")
    box = page.locator("[data-map-read]")
    expect(box).to_be_focused()
    expect(box).to_contain_text(
        "The map in the file was not opened, and nothing on the page was changed. 5 things need putting right:"
    )
    expect(box.locator("li")).to_have_text([
        "Row 2: “A” is at both ends of this tie. Change one of the two.",
        "Row 3: “solid” is not one of the strengths that a tie can have. "
        "Write one of these: “thick”, “thin”, “broken”, “missing, and needed”.",
        "Row 3: “perhaps” in the column OnePerson is not clear. Write yes or no.",
        "Row 3: “-1” in the column Tokens is not a whole number from 0 to 999.",
        "Row 4: the column Source is empty. In this column, write the role that the tie starts from.",
    ], use_inner_text=True)  # fmt: skip
    assert shown(page)[1] == LIST


def test_a_map_on_the_page_is_replaced_only_on_a_word_and_can_be_put_back(map_page: Page) -> None:
    page = map_page
    fill(page)
    before = shown(page)
    other = json.dumps({"roles": [{"id": "a", "label": "Harbour master"}], "ties": []})
    bring(page, "map.json", other)
    expect(page.locator("[data-map-read]")).to_contain_text(
        "Your map has 4 roles and 3 ties. The file has 1 role and 0 ties."
    )
    assert shown(page) == before
    page.get_by_role("button", name="Keep my map").click()
    expect(page.locator("[data-file-status]")).to_have_text("Your map is unchanged.")
    bring(page, "map.json", other)
    page.get_by_role("button", name="Replace my map").click()
    expect(page.locator("[data-list-roles] li")).to_have_text(["Harbour master · no tie yet"])
    page.get_by_role("button", name="Bring back my earlier map").click()
    expect(page.locator("[data-map-read]")).to_contain_text("Your earlier map is back: 4 roles and 3 ties.")
    assert shown(page) == before


def test_markup_in_a_file_stays_text(map_page: Page) -> None:
    page = map_page
    bring(page, "map.csv", 'Source,Target\n"<img src=x onerror=""document.title=\'ran\'"">",B\n')
    expect(page.locator("[data-list-roles] li").first).to_contain_text("<img src=x")
    assert page.locator("role-map img").count() == 0
    assert page.title() != "ran"


def test_a_map_travels_with_the_answers(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    fill(page)
    before = shown(page)
    file = taken_out(page, "Download my answers", tmp_path)
    page.reload()
    expect(page.locator("map-view [data-empty]")).to_be_visible()
    page.locator("exercise-form [data-file]").set_input_files(file)
    expect(page.locator("[data-list-ties] li")).to_have_text(LIST)
    assert shown(page) == before


def test_roles_that_have_no_place_here_are_kept_with_their_ties(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    fill(page)
    file = taken_out(page, "Download my answers", tmp_path)
    said = json.loads(file.read_text())
    part, answer = next((id_, one) for id_, one in said["answers"].items() if isinstance(one, dict) and "ties" in one)
    far = {"id": "role-99", "label": "Coroner", "kind": ""}
    tie = {"from": "role-1", "to": "role-99", "strength": "thin", "one_person": False, "tokens": 2}
    answer["roles"].append(far)
    answer["ties"].append(tie)
    file.write_text(json.dumps(said))
    for _ in range(2):  # and once more from what came out the first time
        page.reload()
        expect(page.locator("map-view [data-empty]")).to_be_visible()
        page.locator("exercise-form [data-file]").set_input_files(file)
        expect(page.locator("[data-list-ties] li")).to_have_text(LIST)
        page.locator("[data-role=role-2] [data-kind]").select_option("")
        file = taken_out(page, "Download my answers", tmp_path)
        assert json.loads(file.read_text())["answers"][part]["unplaced"] == {"roles": [far], "ties": [tie]}


def map_in(page: Page, folder: Path) -> dict[str, list[dict[str, object]]]:
    """The map in the answers as they would go out."""
    return json.loads(taken_out(page, "Download my answers", folder).read_text())["answers"]["map"]  # type: ignore[no-any-return]


def saved_and_opened_again(page: Page) -> None:
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator("[data-status]")).to_contain_text("Saved on this device")
    page.reload()
    expect(page.locator("map-view [data-empty]")).to_be_visible()
    page.locator("[data-open-saved]").click()
    expect(page.locator("[data-saved-status]")).to_contain_text("are open")


def test_a_tie_that_is_not_finished_is_kept_and_left_out_of_picture_and_counts(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    fill(page)
    page.get_by_role("button", name="Add a tie").click()
    tie = page.locator("[data-tie]").nth(3)
    tie.locator("[data-from]").select_option(label="Matron")
    tie.get_by_label("The line is").select_option("missing")
    tie.get_by_label("Hangs on one person").check()
    tie.get_by_label("Tokens").fill("2")
    expect(page.locator("[data-own] .word-note")).to_contain_text("1 tie does not yet link two named roles. It is kept")
    taken_out(page, "Download as JSON", tmp_path)
    expect(page.locator("[data-file-status]")).to_contain_text("1 tie is left out of this file")
    saved_and_opened_again(page)
    expect(page.locator("[data-tie]")).to_have_count(4)
    expect(tie.locator("[data-from]")).to_have_value("role-1")
    expect(tie.locator("[data-to]")).to_have_value("")
    expect(tie.get_by_label("The line is")).to_have_value("missing")
    expect(tie.get_by_label("Hangs on one person")).to_be_checked()
    expect(tie.get_by_label("Tokens")).to_have_value("2")
    expect(page.locator("[data-list-ties] li")).to_have_text(LIST)
    page.locator("[data-show-picture]").click()
    lines = page.locator(
        "[data-picture] .picture-part", has=page.get_by_role("heading", name="Roles and lines", exact=True)
    )
    expect(lines).not_to_contain_text("4 of 4")


def test_a_row_that_was_added_and_never_used_is_no_answer(map_page: Page, tmp_path: Path) -> None:
    map_page.get_by_role("button", name="Add a tie").click()
    map_page.get_by_role("button", name="Save on this device").click()
    expect(map_page.locator("[data-status]")).to_have_text("There is nothing to save yet.")


def test_the_ties_of_a_role_taken_away_are_kept(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    fill(page)
    page.locator("[data-role=role-1]").get_by_role("button", name="Remove this role").click()
    saved_and_opened_again(page)
    expect(page.locator("[data-tie]")).to_have_count(3)
    expect(page.locator("[data-tie] [data-strength]").nth(2)).to_have_value("broken")
    expect(page.locator("[data-tie] [data-tokens-spent]").nth(0)).to_have_value("3")
    expect(page.locator("[data-list-ties] li")).to_have_text([LIST[1]])


def test_a_role_without_a_name_keeps_its_kind_and_ties(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    fill(page)
    page.locator("[data-role=role-4] [data-label]").fill("")
    saved_and_opened_again(page)
    expect(page.locator("[data-role=role-4] [data-kind]")).to_have_value("table")
    page.locator("[data-role=role-4] [data-label]").fill("Network board")
    expect(page.locator("[data-list-ties] li")).to_have_text(LIST)


def test_what_was_half_filled_in_comes_back_with_the_map_that_was_here(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    fill(page)
    page.locator("[data-role=role-1]").get_by_role("button", name="Remove this role").click()
    before = map_in(page, tmp_path)
    bring(page, "map.json", json.dumps({"roles": [{"id": "a", "label": "Harbour master"}], "ties": []}))
    page.get_by_role("button", name="Replace my map").click()
    expect(page.locator("[data-list-roles] li")).to_have_text(["Harbour master · no tie yet"])
    page.get_by_role("button", name="Bring back my earlier map").click()
    expect(page.locator("[data-tie]")).to_have_count(3)
    assert map_in(page, tmp_path) == before


def test_what_another_version_knew_of_roles_and_ties_is_shown_and_kept(map_page: Page, tmp_path: Path) -> None:
    page = map_page
    roles = [
        {"id": "role-1", "label": "Matron", "kind": "ward"},
        {"id": "role-2", "label": "Council", "kind": "", "note": "kept"},
    ]
    ties = [{"from": "role-1", "to": "role-2", "strength": "frayed", "one_person": True, "tokens": 1, "since": "2019"}]
    said = {
        "kind": "systems-leadership-casebook",
        "exercise": "relationship-budget",
        "title": "",
        "version": "0.0.9",
        "date": "2025-05-03",
    }
    file = tmp_path / "other.json"
    file.write_text(json.dumps(said | {"answers": {"map": {"roles": roles, "ties": ties}}}))
    page.locator("exercise-form [data-file]").set_input_files(file)
    expect(page.locator("[data-status]")).to_contain_text(
        "4 answers belong to parts that this version of the exercise does not have. They are kept"
    )
    expect(page.locator("[data-role=role-1] [data-kind] option:checked")).to_have_text("ward (from another version)")
    expect(page.locator("[data-list-ties] li")).to_have_text(["Matron – Council: frayed, hangs on one person, 1 token"])
    page.locator("[data-role=role-2] [data-label]").fill("Councils")
    roles[1]["label"] = "Councils"
    assert map_in(page, tmp_path) == {"roles": roles, "ties": ties}
    page.locator("[data-role=role-1] [data-kind]").select_option("")
    page.locator("[data-clear-page]").click()
    page.locator("dialog[open] [data-yes]").click()
    expect(page.locator("option[data-unknown]")).to_have_count(0)


def test_the_case_beside_opens_in_a_new_tab_and_says_so(map_page: Page) -> None:
    page = map_page
    fill(page)
    page.locator("[data-case]").select_option("nottingham")
    link = page.locator("[data-beside]").get_by_role("link", name="Read the case (opens in a new tab)")
    with page.expect_popup() as opened:
        link.click()
    expect(opened.value.locator("h1")).to_be_visible()
    expect(page.locator("[data-list-ties] li")).to_have_text(LIST)


@pytest.mark.parametrize("slug", ["nottingham", "canterbury"])
def test_a_case_stands_beside_as_it_was_before_its_first_decision(map_page: Page, library: Library, slug: str) -> None:
    page, case = map_page, library.cases[slug]
    there = as_of(case, first_day(case))
    fill(page)
    page.locator("[data-case]").select_option(slug)
    beside = page.locator("[data-beside]")
    expect(beside.locator("ol li")).to_have_count(len(there.members))
    expect(beside.get_by_role("img")).to_be_visible()
    numbers = {int(number) for number in beside.locator("svg text").all_text_contents()}
    assert numbers == set(range(1, len(there.members) + 1))
    expect(beside).to_contain_text("As it was before")
    kept_back = [member.name for member in case.members if member not in there.members]
    words = beside.inner_text()
    assert [name for name in kept_back if name in words] == []
    assert beside.get_by_role("link").get_attribute("href") == f"../cases/{slug}.html"
    page.locator("[data-case]").select_option("")
    expect(beside).to_be_hidden()


def test_no_map_of_a_case_is_loaded_before_it_is_chosen(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"{served}/{PAGE}")
    assert [address for address in asked if "/maps/" in address] == []
    page.locator("[data-case]").select_option("nottingham")
    expect(page.locator("[data-beside]")).to_be_visible()
    assert [address.rsplit("/", 1)[-1] for address in asked if "/maps/" in address] == ["nottingham.js"]


def test_print_shows_the_picture_and_the_list_in_place_of_the_form(map_page: Page) -> None:
    page = map_page
    fill(page)
    page.emulate_media(media="print")
    expect(page.locator("[data-own] svg")).to_be_visible()
    expect(page.locator("[data-list-ties]")).to_be_visible()
    for hidden in ("[data-add-tie]", "[data-role=role-1]", "[data-to-csv]", "[data-case]", "role-map .paper-map"):
        expect(page.locator(hidden)).to_be_hidden()


def test_print_shows_blank_tables_while_nothing_is_filled_in(map_page: Page) -> None:
    map_page.emulate_media(media="print")
    expect(map_page.locator("role-map .paper-map")).to_be_visible()
    expect(map_page.locator("[data-role=role-1]")).to_be_hidden()


def test_it_works_from_a_memory_stick(page: Page, built_site: Path, tmp_path: Path) -> None:
    opened(page, (built_site / PAGE).as_uri())
    fill(page)
    page.locator("[data-case]").select_option("nottingham")
    expect(page.locator("[data-beside] .case-name")).to_be_visible()
    file = taken_out(page, "Download as JSON", tmp_path)
    before = shown(page)
    page.reload()
    page.locator("[data-map-file]").set_input_files(file)
    expect(page.locator("[data-list-ties] li")).to_have_text(LIST)
    assert shown(page) == before


def test_nothing_is_stored_unasked(map_page: Page) -> None:
    fill(map_page)
    map_page.locator("[data-case]").select_option("nottingham")
    expect(map_page.locator("[data-beside]")).to_be_visible()
    assert map_page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_without_script_there_are_blank_tables_to_fill_by_hand(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{PAGE}")
    tables = page.locator("role-map .paper-map table")
    expect(tables).to_have_count(2)
    expect(tables.nth(1)).to_be_visible()
    assert tables.nth(0).locator("tbody tr").count() >= 8
    assert tables.nth(1).locator("tbody tr").count() >= 12
    expect(tables.nth(1).locator("thead th")).to_have_text(
        ["From", "To", "thick", "thin", "broken", "missing, and needed", "On one person?", "Tokens"]
    )
    for hidden in ("[data-add-tie]", "map-view", "[data-role=role-1]"):
        expect(page.locator(hidden).first).to_be_hidden()
    context.close()


def test_the_sheet_has_room_to_draw_and_the_same_tables(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises/relationship-budget/paper.html#sheet")
    room = page.locator(".drawing-room").bounding_box()
    assert room is not None
    assert room["height"] > 250
    expect(page.locator(".paper-map table")).to_have_count(2)


def test_the_names_of_both_ends_have_room(map_page: Page) -> None:
    map_page.set_viewport_size({"width": 1280, "height": 800})
    map_page.get_by_role("button", name="Add a tie").click()
    for end in ("[data-from]", "[data-to]"):
        box = map_page.locator(f"[data-tie] {end}").bounding_box()
        assert box is not None
        assert box["width"] > 400


@pytest.mark.parametrize("written", ["2.5", "abc", "-1"])
def test_tokens_that_are_no_whole_number_are_pointed_out(map_page: Page, written: str) -> None:
    map_page.get_by_role("button", name="Add a tie").click()
    field = map_page.locator("[data-tie]").get_by_label("Tokens")
    field.fill(written)
    field.blur()
    note = map_page.locator("[data-tie] .number-note")
    expect(note).to_have_text(
        "Please write a whole number. Until you do, what you wrote is kept with your answers but not counted."
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(map_page.locator("[data-tokens-left]")).to_have_text("10 tokens left of 10")
    field.fill(" 4 ")
    field.blur()
    expect(note).to_have_text("")
    expect(map_page.locator("[data-tokens-left]")).to_have_text("6 tokens left of 10")


INPUTS = Path(__file__).resolve().parents[1] / "inputs/map-files"


@pytest.mark.parametrize(("name", "said"), [
    ("kumu.csv", "The column “From” was read as Source."),
    ("nodexl.csv", "The column “Vertex 2” was read as Target."),
    ("excel-sep.csv", "The map from the file is on the page: 2 roles and 1 tie."),
    ("quoted-header.csv", "The map from the file is on the page: 2 roles and 1 tie."),
    ("typed-by-hand.csv", "These names may mean the same role: “North Trust”, “north trust”."),
    ("gephi.csv", "The roles in this file have numbers instead of names."),
    ("map-v2.json", "This map was saved in version 2 of the file format, and this page knows only version 1."),
])  # fmt: skip
def test_a_map_of_another_tool_is_read_and_it_is_said_what_was_made_of_it(map_page: Page, name: str, said: str) -> None:
    bring(map_page, name, (INPUTS / name).read_text())
    expect(map_page.locator("[data-map-read]")).to_contain_text("The map from the file is on the page")
    expect(map_page.locator("[data-map-read]")).to_contain_text(said)
