"""An open case is still running: only its last decision may be without an end, and it is read again soon."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.analysis.disclosure import part_of, spoiler_texts
from casebook.analysis.review_status import report_due
from casebook.checking import history_rules
from casebook.checking.load import load
from casebook.components.decision.sheets import plan_of
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.case import Part
from casebook.site.pages import case_pages
from small_site import invented_library
from telling import before_decision, plain, words_of

DAY = datetime.date(2026, 12, 1)
ROOT = Path(__file__).resolve().parents[1]
OUTCOME = """    outcome:
      - text: They paid by size.
        sources: [minutes-2019]
"""
UNKNOWN = """    unknown:
      - What the patients said.
"""
OPEN = """open:
  look_for:
    - The next budget of the county.
"""
ENDED = """ended:
  how: wound-down
  when: 2019-06
  text: The network closed its office.
  sources: [minutes-2019]
"""
TAKEN, CONSIDERED = "fate: taken", "fate: considered"
Said = Callable[..., list[str]]


@pytest.fixture
def said(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """What is said of the small case after some changes, with the place of each."""
    monkeypatch.setattr(history_rules, "today", lambda: DAY)

    def _said(*changes: tuple[str, str]) -> list[str]:
        path = small_project / "cases/harbour.yml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return [f"{issue.where}: {issue.message}" for issue in load(small_project).issues]

    return _said


RUNNING = (ENDED, OPEN)
SOON = ("again_by: 2028", "again_by: 2027-05")
UNDECIDED = ((OUTCOME, ""), (TAKEN, CONSIDERED))


def test_the_last_decision_of_an_open_case_may_be_without_an_end(said):
    assert said(RUNNING, SOON, *UNDECIDED) == []


def test_an_open_case_has_not_ended(said):
    assert said(("sectors:", OPEN + "sectors:"), SOON) == [
        "ended, how: says wound-down, and the case says open; delete open, or write still-going"
    ]
    assert said(("how: wound-down", "how: still-going")) == []


def test_an_open_case_may_have_decided(said):
    assert said(RUNNING, SOON) == []


def test_a_decision_of_a_case_that_is_not_open_tells_what_was_done(said):
    (problem,) = said(*UNDECIDED)
    assert problem.startswith("decisions, decision 1: has no outcome; tell under outcome what was done")
    assert problem.endswith(
        "if nobody has decided yet, say at the top of the case open, with look_for and what a reader should look for"
    )


def test_only_the_last_decision_of_an_open_case_may_be_without_an_end(said):
    path = "decisions:\n"
    block = """  - id: before
    when: 2018-11
    situation:
      text: The price had doubled.
      sources: [minutes-2019]
    seats:
      - id: chair
        label: You chair the ferry council.
        question: Whom do you ask?
        options:
          - {id: all, label: All, for: Fair., against: Slow., fate: drafted}
          - {id: few, label: A few, for: Quick., against: Unfair., fate: drafted}
"""
    (problem,) = said(RUNNING, SOON, *UNDECIDED, (path, path + block))
    assert problem == (
        "decisions, decision 1: has no outcome; tell under outcome what was done and what followed, with sources"
    )


def test_what_was_taken_has_an_outcome(said):
    assert said(RUNNING, SOON, (OUTCOME, "")) == [
        "decisions, decision 1, seat 1, option 2, fate: “taken” says that it was done, and the decision has no outcome; "
        "tell it under outcome, or write considered or asked-for"
    ]


def test_a_decision_names_the_option_that_was_taken_or_what_is_not_known(said):
    assert said((TAKEN, CONSIDERED)) == []  # it says what is not known
    assert said((UNKNOWN, "")) == [
        "decisions, decision 1: has no option with the fate taken; add what they did as an option, or say under unknown "
        "what is not known"
    ]


@pytest.mark.parametrize("day", ["2027-05-31", "2027-05", "2026-12"])
def test_an_open_case_is_read_again_within_six_months_of_its_last_reading(said, day):
    assert said(RUNNING, ("again_by: 2028", f"again_by: {day}")) == []


@pytest.mark.parametrize("day", ["2027-06-01", "2027-06", "2027", "2028", "2027-01/.."])
def test_an_open_case_that_rests_too_long_is_named(said, day):
    assert said(RUNNING, ("again_by: 2028", f"again_by: {day}")) == [
        f"again_by: “{day}” is more than six months after its last reading (1 November 2026), and the case is open; "
        "write 2027-05, or an earlier month"
    ]


def test_an_open_case_that_nobody_has_read_yet_is_read_within_six_months(said):
    unread = ("checked:\n  - on: 2026-11-01\n    by: second reader\n    against: the minutes\n", "")
    assert said(RUNNING, unread, ("again_by: 2028", "again_by: 2027-06")) == []
    assert said(("again_by: 2027-06", "again_by: 2027-07")) == [
        "again_by: “2027-07” is more than six months after today, and the case is open; write 2027-06, or an earlier month"
    ]


def test_what_passed_once_passes_for_ever(said, monkeypatch):
    assert said(RUNNING, SOON, *UNDECIDED) == []
    monkeypatch.setattr(history_rules, "today", lambda: datetime.date(2031, 1, 1))
    assert said() == []


def test_an_open_case_says_what_to_look_for(said):
    assert said((ENDED, "open:\n  look_for: []\n"), SOON) == ["open, look_for: needs at least 1 entry"]


@pytest.fixture(scope="module")
def invented() -> Library:
    """The invented casebook; in it the tide mill is open, and nobody has made its decision."""
    return invented_library()


@pytest.fixture(scope="module")
def pages(invented: Library) -> dict[str, str]:
    """The HTML of every page of the tide mill, by its path."""
    return {page.path: str(page.render(PageContext(invented, page.path))) for page in case_pages(invented, "tide-mill")}


CASE, DECISION, ROOM = "cases/tide-mill.html", "cases/tide-mill/rebuild.html", "cases/tide-mill/rebuild/room.html"
LOOK_FOR = "The vote of the three parish councils, which is planned for March 2027."


def test_the_reveal_says_that_nobody_has_decided_and_what_to_look_for(pages):
    told = words_of(pages[CASE].partition('id="after-rebuild"')[2].partition('id="in-the-end"')[0])
    for words in (
        "How things stand",
        "Not decided yet. When we last looked, on 1 November 2026, nobody had decided.",
        "What to look for",
        LOOK_FOR,
        "We plan to read this case again by April 2027.",
        "You chose: Look for rooms elsewhere",
        "You expect them to choose: Look for rooms elsewhere",
        "Where these options come from",
    ):
        assert plain(words) in " ".join(told.split()), words
    for words in ("They chose", "They did something else", "What they did"):
        assert plain(words) not in told, words


def test_what_to_look_for_waits_behind_the_decision(invented, pages):
    case = invented.cases["tide-mill"]
    before = words_of(before_decision(pages[CASE], case, case.decisions[0]))
    assert plain(LOOK_FOR) in words_of(pages[CASE])
    assert plain(LOOK_FOR) not in before
    assert plain(LOOK_FOR) not in words_of(pages[DECISION])
    assert LOOK_FOR in spoiler_texts(case)


def test_an_open_case_is_marked_wherever_it_is_met(invented, pages):
    use = PageContext(invented, "cases.html").use
    mark = ">Still open<"
    assert mark in pages[CASE].partition("</header>")[0]
    assert mark in pages[DECISION].partition("<form")[0]
    assert mark in use.case_card("tide-mill")
    assert mark not in use.case_card("night-boat")


def test_a_page_invites_to_say_that_its_case_has_moved_on(pages):
    assert 'href="../contribute/correct.html#a-case-that-has-moved-on"' in pages[CASE]
    assert "## A case that has moved on\n" in (ROOT / "docs/contribute/correct.md").read_text(encoding="utf-8")


def test_the_room_page_has_an_outcome_sheet_to_fill_in(pages):
    sheet = words_of(pages[ROOM].rpartition('class="paper-sheet outcome-sheet')[2])
    for words in ("Outcome sheet, to fill in", LOOK_FOR, "What we expect:", "Where we read it:", "Something else"):
        assert plain(words) in sheet, words
    assert plain("Nobody in the case has decided yet, so you fill in the outcome sheet by hand later.") in words_of(
        pages[ROOM]
    )


def test_the_plan_has_words_for_a_decision_that_nobody_has_made(invented):
    ctx = PageContext(invented, "cases.html")
    titles = [[step["title"] for step in plan_of(ctx, seats, None, True)] for seats in (False, True)]
    assert titles[0] == titles[1]
    assert titles[0][4:6] == ["How things stand", "What would have to be true?"]
    assert "Nobody has decided" not in str([step["say"] for step in plan_of(ctx)])
    assert "Nobody has decided this yet." in plan_of(ctx, undecided=True)[4]["say"]
    assert sum(step["minutes"] for step in plan_of(ctx, undecided=True)) == sum(
        step["minutes"] for step in plan_of(ctx)
    )


def test_an_open_case_that_has_decided_says_at_its_end_what_is_still_open(invented):
    case = invented.cases["tide-mill"]
    decision = case.decisions[0].model_copy(update={"outcome": (case.decisions[0].situation[0],)})
    changed = invented_library()
    changed.cases["tide-mill"] = case.model_copy(update={"decisions": (decision,), "checked": ()}).named("tide-mill")
    page = str(PageContext(changed, CASE).use.case_page("tide-mill"))
    reveal, _, end = page.partition('id="in-the-end"')
    assert LOOK_FOR not in reveal
    assert LOOK_FOR in end
    assert "Still open.</b> The case was still going on when this was written." in end


def test_a_decision_that_nobody_has_made_belongs_to_the_part_of_its_situation(invented):
    case = invented.cases["tide-mill"]
    here = case.decisions[0].situation[0].model_copy(update={"part": "here"})
    case = case.model_copy(update={"parts": (Part(id="here", name="Here"), Part(id="there", name="There"))})
    found = part_of(case, case.decisions[0].model_copy(update={"situation": (here,)}))
    assert found == case.parts[0]
    assert part_of(case, case.decisions[0]) is None


def test_open_cases_are_listed_among_what_is_due(invented, capsys):
    for day, words in (
        (datetime.date(2027, 4, 1), "to be read again"),
        (datetime.date(2027, 5, 1), "was to be read again"),
    ):
        report_due(invented, today=day)
        assert (
            f"cases/tide-mill.yml: {words} by April 2027; it is open, so look for: {LOOK_FOR}; Whether the surgery signs "
            "a new lease before then.\n"
        ) in capsys.readouterr().out
