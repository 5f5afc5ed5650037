"""Ready sessions hold: minutes that add up, words on confidence, slack, breaks, a real decision, and group sizes that
their exercises allow. And any decision can take the place of the one that a session names.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import get_args

import pytest

from casebook.analysis.tally_thresholds import ROUNDS_FROM
from casebook.checking.load import load
from casebook.checking.session_rules import DECISION_FROM
from casebook.components.exercise.exercise_facilitator.spoken import words_of
from casebook.components.facilitate.session_sides import SIZES, arranged
from casebook.components.facilitate.session_steps import ShownStep, steps_of
from casebook.components.room.ready_items import ready_exercises, ready_methods
from casebook.components.room.room_steps import room_sessions
from casebook.core import routes
from casebook.data.payloads.session_decisions import decision_choices, decision_for_session
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.schema.exercise import Group
from casebook.schema.exercise_parts import RatedStatements
from casebook.schema.facilitation import (
    DECISION_STEPS,
    LONGEST_STRETCH,
    SLACK_EACH_HOUR,
    SLACK_FROM,
    DecisionStep,
)
from casebook.text.markdown import typographic
from real_library import real_library

ROOT = Path(__file__).parent.parent
LENGTHS = {"15-minutes": 15, "45-minutes": 45, "60-minutes": 60, "two-hours": 120, "half-day": 200}
ROOMS = [id_ for id_ in LENGTHS if id_ != "15-minutes"]
A_MINUTE = 130
"""So many words a slow reader reads of a text that is new to them."""
MARK, SHEET, NAME = 3, 4, 12
"""The seconds that two people need at most for each mark they count, each sheet they take up, each pattern they name:
reckoned, with the longest times of those that were tried."""
HIDDEN = re.compile(r"<div data-seats=\"(\w+)\"( hidden)?>")


@pytest.fixture(scope="module")
def library() -> Library:
    return real_library()


@pytest.fixture(scope="module")
def ctx(library: Library) -> PageContext:
    return PageContext(library, "facilitate/sessions/60-minutes.html")


def plan(ctx: PageContext, id_: str) -> list[ShownStep]:
    return steps_of(ctx, ctx.library.sessions[id_])


def said(step: ShownStep) -> str:
    return " ".join(f"{words.text} {words.say}" for words in step.words)


def test_there_is_a_session_of_each_length_and_the_check_finds_nothing(library: Library) -> None:
    assert {id_: session.minutes for id_, session in library.sessions.items()} == LENGTHS
    assert [str(issue) for issue in library.issues if "facilitate" in issue.file] == []


@pytest.mark.parametrize("id_", LENGTHS)
def test_each_step_begins_where_the_one_before_it_ends_and_they_fill_the_session(
    library: Library, ctx: PageContext, id_: str
) -> None:
    clock = 0
    for step in plan(ctx, id_):
        assert step.begins == clock
        clock += step.minutes
    assert clock == library.sessions[id_].minutes


@pytest.mark.parametrize("id_", LENGTHS)
def test_a_session_begins_with_what_stays_in_the_room_and_that_nobody_has_to(ctx: PageContext, id_: str) -> None:
    first = plan(ctx, id_)[0]
    assert first.kind == "welcome"
    if id_ in ROOMS:
        (words,) = first.words
        assert re.search(r"What is said here\b.*\bstays here\b", words.say)
        assert "Nobody has to speak" in words.say
        assert words.say.endswith("Can everyone live with that?"), "people are asked, and not told"
    else:
        assert "Nobody will ask for it" in said(first)


@pytest.mark.parametrize("id_", ROOMS)
def test_a_session_in_a_room_holds(library: Library, id_: str) -> None:
    session = library.sessions[id_]
    assert max(session.stretches) <= LONGEST_STRETCH
    slack = sum(step.minutes for step in session.steps if step.kind == "slack")
    assert slack >= session.minutes // SLACK_FROM * SLACK_EACH_HOUR
    assert session.minutes >= DECISION_FROM
    assert {"read", "choose", "room", "outcome", "home"} <= {step.decision for step in session.steps}
    dropped = session.steps[session.dropped_first or 0]
    assert dropped.drop_first
    assert sum(step.drop_first for step in session.steps) == 1
    assert (session.steps[-1].drop_first, session.steps[-1].kind) == (False, None)


def test_the_numbers_that_sessions_are_held_to_are_those_that_were_promised() -> None:
    assert (LONGEST_STRETCH, SLACK_FROM, SLACK_EACH_HOUR, DECISION_FROM) == (75, 60, 5, 45)


@pytest.mark.parametrize("id_", LENGTHS)
def test_a_session_is_for_as_many_people_as_each_of_its_exercises(library: Library, id_: str) -> None:
    session = library.sessions[id_]
    together = session.tables or session.group
    for step in session.steps:
        if step.exercise:
            group = library.exercises[step.exercise].group
            assert group.from_ <= together.from_ <= together.to <= group.to, step.exercise
    if session.tables:
        assert all(
            any(count * session.tables.from_ <= people <= count * session.tables.to for count in range(1, people))
            for people in range(session.group.from_, session.group.to + 1)
        ), "every number of people can sit at such tables"


def test_the_session_of_45_minutes_is_a_welcome_and_the_forty_minute_plan(ctx: PageContext) -> None:
    of_all = ctx.messages.at("session.steps")
    shown = plan(ctx, "45-minutes")
    assert [step.minutes for step in shown] == [5, *(step["minutes"] for step in of_all)]
    assert sum(step["minutes"] for step in of_all) == 40
    assert len(of_all) == len(DECISION_STEPS) == len(get_args(DecisionStep))
    assert [step.asks for step in shown] == ["", "", "opening", "", "", "", "", "close"]
    assert [len(step.words) for step in shown] == [1, *(2 if "seats" in step else 1 for step in of_all)]


@pytest.mark.parametrize("id_", LENGTHS)
def test_every_step_says_what_happens_and_in_a_room_what_to_say(ctx: PageContext, id_: str) -> None:
    for step in plan(ctx, id_):
        assert all((step.title, *(words.text for words in step.words))), step
        if id_ in ROOMS and step.kind != "break":
            assert all(words.say for words in step.words), f"a wall shows the title alone: {step.title}"


@pytest.mark.parametrize("id_", LENGTHS)
def test_a_plan_asks_the_opening_and_the_closing_question_of_its_decision(
    library: Library, ctx: PageContext, id_: str
) -> None:
    session = library.sessions[id_]
    slug, _, decision = (session.decision or "").partition("/")
    teaching = next(one.teaching for one in library.cases[slug].decisions if one.id == decision)
    html = str(ctx.use.session_plan(id_))
    assert teaching
    assert teaching.opening
    assert f"<span data-close>{teaching.close}</span>" in html
    if any(step.asks == "opening" for step in plan(ctx, id_)):
        assert "data-opening" in html


def test_a_plan_has_the_words_for_one_seat_and_for_several_and_shows_those_of_its_decision(ctx: PageContext) -> None:
    several = HIDDEN.findall(str(ctx.use.session_plan("45-minutes")))
    assert {seats for seats, hidden in several if not hidden} == {"several"}
    assert {seats for seats, hidden in several if hidden} == {"one"}
    alone = str(ctx.use.session_plan("15-minutes"))
    assert "data-seats" not in alone
    assert "<b>Say</b>" not in alone, "nobody is there to hear it"


def test_the_sheet_of_the_decision_can_be_read_in_the_minutes_that_a_session_gives(
    library: Library, ctx: PageContext
) -> None:
    for id_, session in library.sessions.items():
        slug, _, decision = (session.decision or "").partition("/")
        sheet = re.sub(r"<[^>]+>", " ", str(ctx.use.participant_sheet(slug, decision)))
        reading = next(step.minutes for step in session.steps if step.decision == "read")
        assert len(sheet.split()) / A_MINUTE <= reading, id_


def test_in_two_hours_the_count_is_finished_before_its_results_are_shown(library: Library) -> None:
    session = library.sessions["two-hours"]
    titles = [step.title for step in session.steps]
    first, shown = titles.index("Twenty statements, alone"), titles.index("The results, once")
    between = sum(step.minutes for step in session.steps[first + 1 : shown])
    parts = library.exercises["network-health-check"].parts
    marks = next(part for part in parts if isinstance(part, RatedStatements))
    items = sum(1 for dimension in marks.dimensions for item in dimension.items if item.short)
    one_pair = session.group.to * (items * MARK + SHEET) + items * NAME
    two_pairs = math.ceil(session.group.to / 2) * (items * MARK + SHEET) + items * (NAME + MARK)
    assert one_pair / 60 <= between
    assert two_pairs / 60 <= 15
    assert session.group.from_ >= ROUNDS_FROM, "the smallest room can compare with a later round"


def test_the_words_to_say_fit_the_sheet_that_is_marked(library: Library, ctx: PageContext) -> None:
    """The short form holds its statements alone: nothing on it tells them from others."""
    session = library.sessions["two-hours"]
    printed = {one.paper for one in session.print_ if one.exercise == "network-health-check"}
    assert printed == {"short", "short-tally"}
    sheet = str(ctx.use.exercise_short("network-health-check"))
    rows = re.findall(r'<b class="number">(\d+)</b>', sheet)
    assert rows == [str(number) for number in range(1, 21)]
    marking = next(step for step in plan(ctx, "two-hours") if step.title == "Twenty statements, alone")
    assert "Mark all twenty statements" in said(marking)
    kit = (ROOT / "docs/facilitate/before-and-after.md").read_text(encoding="utf-8")
    assert "short form" in kit
    assert "Mark all twenty statements" in kit


def test_no_words_speak_of_a_sign_that_no_sheet_has(library: Library) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs/facilitate").rglob("*.md")]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "exercises").glob("*.yml")]
    sign = re.compile(r"black dot|with a dot|[●•*] beside|with a [●•]")
    assert [sign.findall(text) for text in texts if sign.search(text)] == []


def test_fourteen_people_get_as_many_tally_sheets_as_the_plan_says(ctx: PageContext) -> None:
    """Two people count twelve sheets: with more, two tallies."""
    html = str(ctx.use.session_pack("two-hours"))
    run = json.loads(re.findall(r"data-run>(.*?)</script>", html, re.S)[0])
    names = re.findall(r'<label for="copies-\d+">([^<]+)</label>', html)
    tally = run["sheets"][next(place for place, name in enumerate(names) if name.startswith("Tally sheet"))]
    assert tally["shared_by"] == 12
    assert "With more than 12 sheets, ask more pairs of people to count." in html
    what = next(one.what for one in ctx.library.sessions["two-hours"].print_ if one.paper == "short-tally")
    assert "With more than twelve sheets, print two" in what


def test_what_a_session_asks_to_print_can_be_printed(library: Library) -> None:
    for id_, session in library.sessions.items():
        for one in session.print_:
            assert not one.sheet or session.decision, id_
            if one.exercise:
                assert one.paper in {paper.name for paper in sheets_of_exercise(library.exercises[one.exercise])}, (
                    f"{id_}: {one.what}"
                )


@pytest.mark.parametrize("id_", LENGTHS)
def test_the_tools_for_a_room_have_every_step_of_a_session_with_its_words(ctx: PageContext, id_: str) -> None:
    session = next(one for one in room_sessions(ctx) if one["id"] == id_)
    assert sum(step["minutes"] for step in session["steps"]) == session["minutes"] == LENGTHS[id_]
    assert [step["title"] for step in session["steps"]] == [typographic(step.title) for step in plan(ctx, id_)]
    for step in session["steps"]:
        assert all(words["text"] for words in step["words"]), step["title"]
        several = {"one", "several"} if len(step["words"]) > 1 else {""}
        assert {words["seats"] for words in step["words"]} - {"open"} <= several | {""}
    assert session["kit"]


def test_a_run_sheet_has_every_exercise_and_method_with_its_minutes_and_what_it_needs(ctx: PageContext) -> None:
    for one in ready_exercises(ctx):
        exercise = ctx.library.exercises[one["id"]]
        assert sum(step["minutes"] for step in one["steps"]) == (exercise.minutes_group or exercise.minutes_alone)
        assert all(step["title"] and (step["text"] or step["say"]) for step in one["steps"]), one["id"]
        assert len([line for line in one["kit"] if exercise.title.replace("'", "’") in line]) > 1, "its sheets by name"
        assert {typographic(text) for text in exercise.materials} <= set(one["kit"])
    for method in ready_methods(ctx):
        (step,) = method["steps"]
        assert len(step["text"].split("\n")) == 1 + len(ctx.library.methods[method["id"]].steps)


def test_a_group_of_one_is_one_person_and_no_range(ctx: PageContext) -> None:
    words = [
        ctx.people(Group.model_validate({"from": fewest, "to": most})) for fewest, most in ((1, 1), (4, 4), (5, 12))
    ]
    assert words == ["1 person", "4 people", "5 to 12 people"]


def test_a_session_keeps_back_a_sheet_that_shows_what_is_kept_back(library: Library) -> None:
    for id_, session in library.sessions.items():
        for one in session.print_:
            parts = library.exercises[one.exercise].parts if one.exercise else ()
            if one.paper in ("sheet", "large-print") and any(getattr(part, "kept_back", None) for part in parts):
                assert "kept back" in one.what or "Hold it back" in one.what, f"{id_}: {one.what}"


def test_what_a_session_says_of_its_length_and_size_is_so(library: Library) -> None:
    for id_, session in library.sessions.items():
        numbers = {"two hours": 120}
        found = [int(number) for number in re.findall(r"(\d+) minutes", session.description)]
        found += [minutes for words, minutes in numbers.items() if words in session.description]
        assert session.minutes in found
        if id_ in ROOMS:
            assert f"{session.group.from_} to {session.group.to}" in session.description


def test_any_decision_can_take_the_place_of_the_first(library: Library) -> None:
    for slug, case in library.cases.items():
        for decision in case.decisions:
            known = decision_for_session(library, slug, decision)
            assert known["question"].endswith("?"), (slug, decision.id)
            assert known["close"].endswith("?"), (slug, decision.id)
            assert known["later"] == (decision is not case.decisions[0])
            assert known["pack"] == routes.room(slug, decision.id, "pack")
    offered = decision_choices(library)
    assert sorted(one["id"] for one in offered) == sorted(
        f"{slug}/{case.decisions[0].id}" for slug, case in library.cases.items()
    ), "a choice offers first decisions alone, because the others tell endings"


def test_the_room_page_of_a_decision_leads_to_each_session_with_it(library: Library, ctx: PageContext) -> None:
    html = str(ctx.use.session_links("unitingcare", "start-or-wait"))
    for id_ in LENGTHS:
        assert f"{id_}.html?decision=unitingcare/start-or-wait" in html


def test_a_session_with_a_decision_that_is_not_there_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "docs/facilitate/sessions"
    folder.mkdir(parents=True)
    text = (ROOT / "docs/facilitate/sessions/45-minutes.md").read_text(encoding="utf-8")
    text = text.replace("decision: shropshire/break-the-tie", "decision: shropshire/break-a-tie")
    (folder / "45-minutes.md").write_text(text, encoding="utf-8")
    found = [str(issue) for issue in load(tmp_path).issues if "session" in issue.file]
    line = text.splitlines().index("decision: shropshire/break-a-tie") + 1
    start = f"docs/facilitate/sessions/45-minutes.md:{line}: decision: there is no decision “shropshire/break-a-tie”"
    assert any(one.startswith(start) for one in found)


def test_a_session_with_an_unknown_field_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "docs/facilitate/sessions"
    folder.mkdir(parents=True)
    (folder / "short.md").write_text("---\ntitle: A\ndescription: B\nminuts: 5\n---\n# A\n", encoding="utf-8")
    found = [str(issue) for issue in load(tmp_path).issues]
    assert any(
        one.startswith("docs/facilitate/sessions/short.md:4: minuts: is not a field here; did you mean “minutes”?")
        for one in found
    )


def step(words: int) -> str:
    return f'<ol class="minutes plain"><li><p class="at">At 0</p><div><p>{"word " * words}</p></div></li></ol>'


def test_a_plan_is_turned_over_at_a_break_and_is_never_smaller_than_can_be_read() -> None:
    assert arranged("Short", "<p>One.</p>", [step(20)] * 4).turns == ()
    even = arranged("Long", "<p>One.</p>", [step(80)] * 8)
    turned = arranged("Long", "<p>One.</p>", [step(80)] * 8, {5})
    assert len(even.turns) == len(turned.turns) == 1
    assert even.turns != turned.turns == (5,)
    fuller = arranged("Long", "<p>One.</p>", [step(70)] * 8)
    kept = arranged("Long", "<p>One.</p>", [step(70)] * 8, around=4, kept_free=3)
    assert (fuller.count, kept.count) == (1, 2), "what a page adds, and what is kept free, is room that steps lack"
    long = arranged("Long", "<p>One.</p>", [step(90)] * 30)
    assert long.size in {size.name for size in SIZES}
    assert min(size.points for size in SIZES) == 11
    assert [len(side) for side in even.of(list(range(8)))] == [even.turns[0], 8 - even.turns[0]]


def test_the_words_to_say_are_told_apart_from_what_happens() -> None:
    found = list(
        words_of("Mix them. Say: “One. Two?” Then wait. After the count, ask: “Which?” Read “On paper” again.")
    )
    assert [(one.text, one.lead, one.say) for one in found] == [
        ("Mix them.", "Say", "One. Two?"),
        ("Then wait.", "After the count, ask", "Which?"),
        ("Read “On paper” again.", "", ""),
    ]


def test_every_exercise_has_a_facilitator_sheet_with_words_to_say_at_each_step_of_a_group(
    library: Library, ctx: PageContext
) -> None:
    for slug, exercise in library.exercises.items():
        assert "facilitator" in [sheet.name for sheet in sheets_of_exercise(exercise)]
        html = str(ctx.use.exercise_facilitator(slug))
        for one in exercise.plan:
            said = [words.say for words in words_of(one.text) if words.say]
            if one.who != "alone":
                assert said or slug == "leading-without-the-badge", one.text
            for words in said if one.who != "alone" else ():
                assert f"“{typographic(words)}”" in html, words
        for text in (*exercise.warnings, *exercise.questions):
            assert typographic(text) in html, text
