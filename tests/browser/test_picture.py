"""The picture of the answers in a real browser: what it says, what it leaves out, and in which order."""

from __future__ import annotations

import pytest
from exercising import counted, mark, picture, ready
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CHECK = "exercises/network-health-check.html"
BUDGET = "exercises/relationship-budget.html"


def test_roles_and_ties_are_plain_numbers_and_only_what_is_said_of_ties_is_a_share(page: Page, served: str) -> None:
    ready(page, f"{served}/{BUDGET}")
    for number, label in enumerate(("Matron", "Nurse", "Board"), 1):
        page.locator(f"[data-role='role-{number}'] [data-label]").fill(label)
    shown = picture(page)
    assert counted(shown) == {"On the map": [["roles", "3"], ["ties", "0"]]}
    page.locator("[data-add-tie]").click()
    tie = page.locator("[data-tie]").first
    tie.locator("[data-from]").select_option(label="Matron")
    tie.locator("[data-to]").select_option(label="Nurse")
    tie.locator("[data-strength]").select_option("thin")
    expect(shown).to_contain_text("1 of 1")
    strengths = [
        ["thick", "0 of 1"],
        ["thin", "1 of 1"],
        ["broken", "0 of 1"],
        ["missing", "0 of 1"],
        ["hangs on one person", "0 of 1"],
    ]
    assert counted(shown) == {"On the map": [["roles", "3"], ["ties", "1"]], "Ties": strengths}


def test_each_question_of_a_table_is_counted_apart_in_the_order_of_its_author(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/two-sets-of-eyes.html")
    for number, (home, across, pull) in enumerate(
        (("home-told", "across-explained", "apart"), ("home-told", "", "same-way"))
    ):
        row = page.locator("[data-part='promises'] [data-row]").nth(number)
        row.locator("[data-column='home-how']").select_option(home)
        row.locator("[data-column='across-how']").select_option(across)
        row.locator("[data-column='pull']").select_option(pull)
    assert counted(picture(page)) == {
        "How, at home": [["Told", "2 of 2"], ["Explained", "0 of 2"], ["Can be sanctioned", "0 of 2"]],
        "How, across": [["Told", "0 of 2"], ["Explained", "1 of 2"], ["Can be sanctioned", "0 of 2"]],
        "Mark": [["= both pull the same way", "1 of 2"], ["× they pull apart", "1 of 2"], ["? nobody", "0 of 2"]],
    }


def test_boxes_of_cards_are_counted_in_the_order_of_the_exercise(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/what-this-network-cannot-fix-yet.html")
    page.locator("[data-card='scans'] input[value='not-by-us']").check()
    boxes = counted(picture(page))["Where does it belong?"]
    assert [row[0] for row in boxes] == [
        "Not by us at all",
        "Not now; perhaps as we innovate together",
        "Now, by sharing what we have",
        "Caused by our network itself",
    ]


@pytest.mark.parametrize(
    "slug",
    ["network-health-check", "the-thing-we-do-not-say", "managed-to-death", "relationship-budget", "form-follows-work"],
)
def test_with_nothing_answered_the_picture_says_only_that(page: Page, served: str, slug: str) -> None:
    ready(page, f"{served}/exercises/{slug}.html")
    expect(picture(page)).to_have_text("Nothing is answered yet.")


@pytest.mark.parametrize(("slug", "field"), [
    ("managed-to-death", "#prompt-history--its-history"), ("network-health-check", "#prompt-left-alone--not-working-on"),
    ("relationship-budget", "[data-row='meetings'] [data-column='how-many']"),
])  # fmt: skip
def test_with_texts_alone_the_picture_gives_them_back_and_counts_nothing(
    page: Page, served: str, slug: str, field: str
) -> None:
    ready(page, f"{served}/exercises/{slug}.html")
    page.locator(field).fill("12 beds")
    shown = picture(page)
    expect(shown.locator("[data-written] dd")).to_have_count(1)
    expect(shown.locator("[data-written] dd")).to_contain_text("12 beds")
    expect(shown.locator(".picture-part")).to_have_count(0)


def test_a_part_without_answers_stays_out_of_the_picture(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/what-this-network-cannot-fix-yet.html")
    page.locator("[data-card='scans'] input[value='not-by-us']").check()
    shown = picture(page)
    expect(shown.locator(".picture-part")).to_have_count(1)
    expect(shown).not_to_contain_text("not enough answers")


def test_nobody_alone_is_told_what_only_a_group_can_judge(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/task-in-one-breath.html")
    question = "Do the sentences use the same noun but different verbs?"
    page.locator("#prompt-sentence--in-one-breath").fill("By June we open one ward.")
    shown = picture(page)
    expect(shown.locator("[data-written-part='sentence']")).to_contain_text("By June we open one ward.")
    expect(shown).not_to_contain_text(question)
    expect(shown.locator("[data-pattern]")).to_have_count(0)
    expect(page.locator(".exercise-judged")).to_contain_text(question)


def test_a_pattern_names_the_row_behind_it(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/two-sets-of-eyes.html")
    for number, (promise, pull) in enumerate((("Discharge by noon", "nobody"), ("Share the bed list.", "same-way"))):
        row = page.locator("[data-part='promises'] [data-row]").nth(number)
        row.locator("[data-row-label]").fill(promise)
        row.locator("[data-column='pull']").select_option(pull)
    expect(picture(page).locator("[data-pattern='orphan-promise'] .because")).to_have_text(
        "Why you see this: You marked “Discharge by noon” with “? nobody”."
    )


def test_two_sentences_of_one_kind_are_given_back_side_by_side(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/two-sets-of-eyes.html")
    page.locator("#prompt-sentences--say-at-home").fill("We set the hour.")
    page.locator("#prompt-sentences--say-across").fill("You set the hour.")
    page.locator("#prompt-change--one-change").fill("One report, from May.")
    sides = picture(page).locator("[data-written-part='sentences'] dd")
    expect(sides).to_have_text(["We set the hour.", "You set the hour."])
    tops = sides.evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().top))")
    assert len(set(tops)) == 1


def test_the_three_lowest_scores_come_first_and_the_others_when_asked(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    for number, item in enumerate(page.locator("[data-item]").all()):
        item.locator(f"input[value='{(3, 4, 2, 5, 1, 4, 4, 4, 4, 4)[number // 4]}']").check()
    shown = picture(page)
    steps = shown.locator("[data-next]:visible h6")
    expect(steps).to_have_text(["Decisions (1.0)", "Relationships (2.0)", "Task (3.0)"])
    shown.get_by_role("button", name="Show the other 7").click()
    expect(steps).to_have_count(10)
    expect(shown.locator("[data-next]:focus h6")).to_have_text("Commitment and benefit (4.0)")
    page.locator("[data-item='tell-a-stranger'] input[value='4']").check()
    expect(steps).to_have_count(10)


def test_the_highest_and_the_lowest_score_are_named(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    for number, item in enumerate(page.locator("[data-item]").all()):
        item.locator(f"input[value='{(4, 2, 3, 3, 3, 5, 3, 3, 3, 3)[number // 4]}']").check()
    shown = picture(page)
    far = "Highest: Agreements (5.0). Lowest: Commitment and benefit (2.0)."
    expect(shown.locator("[data-apart]")).to_have_text(f"{far} Treat scores less than 0.5 apart as the same.")
    expect(shown.locator("[data-pattern='far-apart'] .because")).to_have_text(f"Why you see this: {far}")


def test_where_nothing_else_fits_it_is_said_in_a_plain_sentence(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/two-sets-of-eyes.html")
    for item in page.locator("[data-item]").all():
        item.locator("input[value='3']").check()
    expect(picture(page).locator("[data-pattern='look-at-one'] .because")).to_have_text(
        "Why you see this: None of the other patterns fits your answers."
    )


def test_the_short_form_gives_the_lowest_answers_back_first(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    page.locator("input[data-length][value='short']").check()
    items = page.locator("[data-item]:visible")
    for number, item in enumerate(items.all()):
        item.locator(f"input[value='{2 if number == 4 else 1 if number == 7 else 4}']").check()
    lowest = picture(page).locator("[data-lowest] li")
    expect(lowest).to_have_count(2)
    expect(lowest.first).to_contain_text("(Not true)")
    expect(lowest.last).to_contain_text("(A little true)")


def test_not_knowing_is_told_apart_and_leads_somewhere(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    items = page.locator("[data-item]").all()
    for number, item in enumerate(items):
        item.locator(f"input[value='{'4' if number < 8 else 'unsure'}']").check()
    shown = picture(page)
    expect(shown.locator(".headline")).to_have_text(
        "You answered 40 of 40 statements. Of these: 8 with a mark, 32 “I do not know”."
    )
    expect(shown.locator("[data-unseen]")).to_contain_text("what would let you see these things")
    assert shown.locator("tbody tr td:nth-of-type(1)").all_inner_texts() == ["4.0"] * 2 + ["not visible"] * 8
    for item in items[8:24]:
        item.locator("input[value='2']").check()
    expect(shown.locator("[data-unseen]")).to_have_count(0)


def test_not_knowing_once_is_no_finding_yet(page: Page, served: str) -> None:
    ready(page, f"{served}/{CHECK}")
    mark(page, "tell-a-stranger", "unsure")
    shown = picture(page)
    expect(shown.locator(".headline")).to_have_text(
        "You answered 1 of 40 statements. Of these: 0 with a mark, 1 “I do not know”."
    )
    expect(shown.locator("[data-unseen]")).to_have_count(0)


def test_one_marked_card_decides_nothing(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/managed-to-death.html")
    page.get_by_role("button", name="Deal the cards").click()
    cards = page.locator("[data-card]:not([data-own])")
    cards.nth(0).locator("[value='already-happening']").check()
    shown = picture(page)
    expect(shown).to_contain_text("There are too few answers to say whether anything stands out.")
    expect(shown.locator("[data-pattern]")).to_have_count(0)
    for number in range(1, 6):
        cards.nth(number).locator("[value='already-happening']").check()
    expect(shown.locator("[data-pattern='has-begun']")).to_contain_text(
        "You marked 6 of your 6 entries with “Already happening”: "
    )


def test_one_sorted_card_fills_no_box(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/what-this-network-cannot-fix-yet.html")
    page.locator("[data-card='scans'] input[value='not-by-us']").check()
    expect(picture(page).locator("[data-pattern]")).to_have_count(0)


def test_one_line_on_one_person_is_not_many(page: Page, served: str) -> None:
    ready(page, f"{served}/exercises/relationship-budget.html")
    rows = page.locator("[data-part='lines'] [data-row]")
    rows.nth(0).locator("[data-column='depends']").select_option("on-one")
    shown = picture(page)
    expect(shown.locator("[data-pattern='on-one-person']")).to_have_count(0)
    for number in range(1, 4):
        if number == 3:
            page.locator("[data-part='lines'] [data-add-row]").click()
        rows.nth(number).locator("[data-column='depends']").select_option("on-one")
    expect(shown.locator("[data-pattern='on-one-person']")).to_be_visible()
