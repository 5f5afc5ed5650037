"""What every exercise keeps to, whoever writes it; and that every ending of every story can be reached."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from casebook.analysis.review_status import IDS, accept_ids, read_ids
from casebook.checking.load import load
from casebook.components.exercise.kinds_of_part import kinds_of
from casebook.components.learn.exercises_on_claim import exercises_on
from casebook.data.payloads.exercise import cases_to_read, exercise_data
from casebook.library.library import Library, item_fingerprints
from casebook.render.context import REGISTRY, PageContext
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import Item, Pairs, RatedStatements, Scenes
from casebook.site.bundling import deno
from casebook.text.markdown import typographic
from casebook.wording.rules_in_letters import rule_in_letters
from casebook.wording.scoring_rules import rule_in_words
from real_library import real_library

ROOT = Path(__file__).resolve().parents[1]
HERE = real_library()
ALL = sorted(HERE.exercises)
STORIES = [(slug, part.id) for slug in ALL for part in HERE.exercises[slug].parts if isinstance(part, Scenes)]


@pytest.fixture(params=ALL)
def exercise(request: pytest.FixtureRequest, library: Library) -> Exercise:
    return library.exercises[request.param]


def items_of(exercise: Exercise) -> Iterator[Item]:
    for part in exercise.parts:
        for dimension in part.dimensions if isinstance(part, RatedStatements) else ():
            yield from dimension.items


def test_there_are_sixteen_exercises() -> None:
    assert len(ALL) >= 16


def test_every_kind_of_part_is_used() -> None:
    assert {kind for slug in ALL for kind in kinds_of(HERE.exercises[slug])} == {
        "statements",
        "pairs",
        "scenes",
        "cards",
        "grid",
        "text",
        "map",
    }


def test_every_scale_has_five_different_labels(library: Library) -> None:
    for scale in library.scales.values():
        assert len(set(scale.points)) == 5
        assert not {scale.unsure, scale.outside} & set(scale.points)


def test_no_item_is_long(exercise: Exercise) -> None:
    assert [item.text for item in items_of(exercise) if len(item.text.split()) > 25] == []


def test_no_item_is_turned_round(exercise: Exercise) -> None:
    """All items point the same way: none begins with nobody, or says of its subject that it never does something."""
    turned = re.compile(
        r"^(Nobody|No one|None|Nothing)\b|^(\w+ ){1,3}(never|hardly|rarely|seldom|fails? to|failed to|do not|does "
        r"not|did not|cannot)\b"
    )
    assert [item.text for item in items_of(exercise) if turned.search(item.text) and "who never" not in item.text] == []


def test_an_item_of_two_ideas_says_why_it_stands(exercise: Exercise) -> None:
    two = re.compile(r",|\band\b|\bor\b")
    assert [item.text for item in items_of(exercise) if two.search(item.text) and not item.stands_because] == []


def test_every_dimension_has_three_items_and_something_to_do_next(exercise: Exercise) -> None:
    for part in exercise.parts:
        for dimension in part.dimensions if isinstance(part, RatedStatements | Pairs) else ():
            assert len(dimension.items) >= 3
            assert dimension.try_
            assert dimension.ask
            assert dimension.check


def test_every_dimension_has_a_case_to_read(library: Library, exercise: Exercise) -> None:
    dimensions = [
        f"{part.id}/{dimension.id}"
        for part in exercise.parts
        for dimension in (part.dimensions if isinstance(part, RatedStatements | Pairs) else ())
    ]
    found = cases_to_read(library, exercise)
    assert list(found) == dimensions
    assert set(found.values()) <= set(library.cases)


def test_it_pools_from_five_or_never(exercise: Exercise) -> None:
    assert exercise.pool == "never" or exercise.pool.from_ >= 5


def test_it_names_claims_reasons_questions_and_a_plan(library: Library, exercise: Exercise) -> None:
    assert set(exercise.claims) <= set(library.claims)
    assert all(reason.sources or reason.judgement for reason in exercise.why)
    assert exercise.questions
    assert exercise.minutes_alone == sum(step.minutes for step in exercise.plan if step.who != "group")
    assert exercise.minutes_group == sum(step.minutes for step in exercise.plan if step.who != "alone")


def test_feedback_speaks_of_the_work_and_never_of_levels(exercise: Exercise) -> None:
    said = json.dumps([part.model_dump(mode="json") for part in exercise.parts])
    assert not re.search(
        r"\b(you are a (weak|poor|strong|good)|well done|benchmark|maturity|your level|percentile|total score)\b",
        said,
        re.IGNORECASE,
    )


def test_a_peer_sheet_has_every_statement_in_the_third_person(exercise: Exercise) -> None:
    for part in exercise.parts:
        if isinstance(part, RatedStatements) and part.peer_sheet:
            peers = [item.peer for dimension in part.dimensions for item in dimension.items]
            assert all(peer and not re.search(r"\b(I|my|mine|me)\b", peer) for peer in peers)


def test_every_claim_has_an_exercise(library: Library) -> None:
    assert [id_ for id_ in library.claims if not exercises_on(library, id_)] == []


def test_every_exercise_has_a_sheet_and_a_key_unless_it_has_no_result(exercise: Exercise) -> None:
    names = {paper.name for paper in sheets_of_exercise(exercise)}
    assert {"sheet", "large-print"} <= names
    assert ("key" in names) == (exercise.role_round is None)


def test_what_may_harm_warns_first_and_needs_more_answers(library: Library) -> None:
    conflict = library.exercises["the-thing-we-do-not-say"]
    assert conflict.warnings
    assert conflict.pool != "never"
    assert conflict.pool.from_ >= 8
    assert library.exercises["leading-without-the-badge"].pool == "never"


def test_published_ids_stand_in_the_list_with_their_texts(root: Path, library: Library) -> None:
    assert read_ids(root / IDS) == {id_: digest for id_, (digest, _) in item_fingerprints(library).items()}


def test_the_list_of_ids_only_grows(small_project: Path) -> None:
    library = load(small_project)
    assert accept_ids(library) == 0
    listed = small_project / IDS
    before = read_ids(listed)
    assert before
    listed.write_text(listed.read_text(encoding="utf-8") + "gone/part/item 0123456789ab\n", encoding="utf-8")
    assert accept_ids(library) == 1
    assert set(read_ids(listed)) == {*before, "gone/part/item"}


def test_a_text_changed_without_a_reason_is_not_accepted(small_project: Path) -> None:
    library = load(small_project)
    accept_ids(library)
    listed = small_project / IDS
    first = next(iter(read_ids(listed)))
    listed.write_text(f"{first} 0123456789ab\n", encoding="utf-8")
    assert accept_ids(library) == 1
    assert read_ids(listed)[first] == "0123456789ab"


def test_the_key_says_every_rule_in_words(library: Library, exercise: Exercise) -> None:
    slug = next(slug for slug, one in library.exercises.items() if one is exercise)
    key = " ".join(str(REGISTRY["exercise_key"](PageContext(library, f"exercises/{slug}/paper.html"), slug)).split())
    for part in exercise.parts:
        for pattern in (*part.patterns, *(part.endings if isinstance(part, Scenes) else ())):
            said = rule_in_letters if isinstance(part, Scenes) else rule_in_words
            assert str(escape(typographic(said(pattern.when, part, library.messages)[1:]))) in key
            assert str(escape(typographic(pattern.title))) in key


def test_the_key_says_what_it_means_when_no_rule_fits(library: Library) -> None:
    def key(slug: str) -> str:
        return str(REGISTRY["exercise_key"](PageContext(library, f"exercises/{slug}/paper.html"), slug))

    assert "Usually, no rule fits." in key("task-in-one-breath")
    assert "that no rule fits" not in key("network-health-check"), "its last rule catches what no other fits"
    assert "you have too few answers for a result" in key("network-health-check")
    assert "too few answers to say" not in key("planning-room"), "every story has an ending"


def played(tmp_path: Path, slug: str, part_id: str, asked: list[dict[str, str]]) -> Any:
    """Every path of a story, played by the script that the page uses."""
    part = next(part for part in exercise_data(HERE, slug)["parts"] if part["id"] == part_id)
    story = tmp_path / "story.json"
    story.write_text(json.dumps({"part": part, "asked": asked}), encoding="utf-8")
    program = deno()
    assert program, "deno is needed to play the stories"
    words = [program, "run", "--quiet", f"--allow-read={tmp_path}", "tests/scripts/every_path.ts", str(story)]
    run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize(("slug", "part"), STORIES)
def test_every_ending_of_a_story_can_be_reached(tmp_path: Path, slug: str, part: str) -> None:
    endings = [
        ending["id"] for one in exercise_data(HERE, slug)["parts"] if one["id"] == part for ending in one["endings"]
    ]
    assert set(played(tmp_path, slug, part, [])["reached"]) == set(endings)


ALL_PLANNED = {
    "letter": "small-team",
    "question": "hand-over",
    "pilots": "pull-back",
    "corridor": "upstairs",
    "promise": "red",
}
ALL_NETWORK = {
    "letter": "consensus",
    "question": "keep",
    "pilots": "say-so",
    "corridor": "joint",
    "promise": "first-step",
}
SPLIT = {"letter": "split", "question": "hand-over", "pilots": "say-so", "corridor": "joint", "promise": "first-step"}


def test_the_planning_room_gives_each_clear_way_its_own_ending(tmp_path: Path) -> None:
    assert played(tmp_path, "planning-room", "room", [ALL_PLANNED, ALL_NETWORK, SPLIT])["asked"] == [
        "clear-group",
        "clear-network",
        "two-clear-jobs",
    ]


def test_the_planning_room_leads_to_group_and_network_by_as_many_ways(tmp_path: Path) -> None:
    reached = played(tmp_path, "planning-room", "room", [])["reached"]
    assert reached["clear-group"] == reached["clear-network"]
