"""Every text of every field of a case and of an exercise stands on some page: what no page shows was promised in
vain.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from casebook.checking.load import load
from casebook.render.context import PageContext
from casebook.schema import Exercise
from casebook.schema.case import Source
from casebook.schema.exercise import Brief
from casebook.schema.exercise_parts import (
    Card,
    Cards,
    Grid,
    Item,
    Map,
    Pair,
    Pairs,
    Prompts,
    RatedStatements,
    SceneOption,
    Scenes,
)
from casebook.schema.scoring_rules import Pattern
from casebook.site.pages import every_page
from filled_case import CASE, cite_twice, every_mapping, whole_case
from filling import LEFT_OUT, Filler
from small_site import accept

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def project(small_project: Path) -> Path:
    """The small project, with the messages of this one."""
    shutil.copytree(ROOT / "docs/messages", small_project / "docs/messages")
    accept(small_project)
    return small_project


def shown(project: Path, folder: str, data: dict[str, Any]) -> str:
    """What a reader can read on all pages of the site, once the item stands in it without a problem."""
    (project / folder / "filled.yml").write_text(json.dumps(data, indent=1), encoding="utf-8")
    (project / "exercises/ids.txt").unlink(missing_ok=True)
    accept(project)
    library = load(project)
    assert [str(issue) for issue in library.issues] == []
    return "\n".join(words_of(str(page.render(PageContext(library, page.path)))) for page in every_page(library))


def unseen(filler: Filler, data: dict[str, Any], text: str) -> list[str]:
    """The fields of which some text stands on no page."""
    there = {
        word
        for one in every_mapping(data)
        for value in one.values()
        for word in re.findall("[a-j]{3}quill", str(value))
    }
    return sorted({where for word, where in filler.words.items() if word in there and word not in text.lower()})


def words_of(html: str) -> str:
    """What a reader can read of a page: neither scripts nor data nor comments."""
    return re.sub(r"<script.*?</script>|<!--.*?-->", " ", html, flags=re.DOTALL)


NOT_WITHOUT_DECISIONS = ["Part.place"]
"""The place of a part says where a decision was made; a case that has no decision names the place of the whole."""


@pytest.mark.parametrize("when", ["2018", "2021", "2015/2016"], ids=["before", "after", "long before"])
@pytest.mark.parametrize("seats", [1, 2])
def test_every_text_of_a_case_stands_on_a_page(project, when, seats):
    filler = Filler(CASE | {"when": when})
    data = whole_case(filler, True, seats)
    assert unseen(filler, data, shown(project, "cases", data)) == []


def test_every_text_of_a_case_without_decisions_stands_on_a_page(project):
    filler = Filler(CASE | {"when": "2018"})
    data = whole_case(filler, False, 1)
    assert unseen(filler, data, shown(project, "cases", data)) == NOT_WITHOUT_DECISIONS


EXERCISE: Mapping[str, Any] = CASE | {
    "version": "0.1.0", "code": "QQ", "claims": ["members-learn-together"], "pool": {"from": 5}, "from": 4, "to": 12,
    "minutes": 5, "after": 5, "part": LEFT_OUT, "Step.part": "part-0", "when": "2018", "Pattern.when": "otherwise", "adds": ["one"],
    "scale": "truth5", "Pairs.scale": "pair5", "role_kinds": ["practice"], "draw": 1, "own_cards": 1, "rows_up_to": 3,
    "roles_up_to": 4, "tokens": 3, "words": 20, "number": LEFT_OUT, "short": LEFT_OUT, "wall": True, "peer_sheet": True,
    "Item.erratum": lambda word: f"The words were changed: {word}.",
    "Pair.erratum": lambda word: f"The words were changed: {word}.", "standard": "system-leadership-behaviours",
}  # fmt: skip


def whole_exercise(filler: Filler, is_round: bool) -> dict[str, Any]:
    """An exercise with every field and a part of every kind, filled; without those of a role round if it is none."""
    exercise = filler.fill(Exercise)
    if is_round:
        exercise["seats"].append(filler.fill(Brief) | {"id": "other"})
    else:
        del exercise["role_round"]
        exercise["seats"] = [{name: exercise["seats"][0][name] for name in ("id", "label", "text")}]
    exercise["sources"] = [filler.fill(Source) | {"id": id_} for id_ in ("record", "report")]
    kinds = (RatedStatements, Pairs, Scenes, Cards, Grid, Grid, Prompts, Map)
    exercise["parts"] = parts = [filler.fill(kind) | {"id": f"part-{number}"} for number, kind in enumerate(kinds)]
    exercise["plan"][0]["part"] = "part-0"
    for part, item in ((parts[0], Item), (parts[1], Pair)):
        part["dimensions"][0]["items"] = [filler.fill(item) | {"id": f"item-{number}"} for number in range(3)]
        part["patterns"].insert(
            0,
            filler.fill(Pattern)
            | {"id": "judged", "when": {"people_judge": filler.word("Condition.people_judge") + "?"}},
        )
    parts[2]["scenes"][0]["options"] = [filler.fill(SceneOption) | {"id": id_} for id_ in ("first", "second")]
    parts[3]["cards"] = [filler.fill(Card) | {"id": id_} for id_ in ("first", "second")]
    del parts[2]["patterns"]  # a story is told by its endings
    del parts[4]["rows_up_to"], parts[4]["row"], parts[5]["rows"]  # named rows, or rows of one's own
    for labelled in (*parts[3]["marks"], *parts[4]["columns"][0]["choices"], *parts[5]["columns"][0]["choices"]):
        del labelled["ask"]  # boxes and rows ask; marks and choices are only ticked
    cite_twice(exercise, filler)
    return exercise


FOR_REVIEWERS = ["Item.stands_because", "Pair.stands_because"]
"""Why a statement may hold two ideas is said to whoever reviews the file; whoever answers needs it alone."""


@pytest.mark.parametrize("is_round", [False, True], ids=["no round", "a role round"])
def test_every_text_of_an_exercise_stands_on_a_page(project, is_round):
    (project / "exercises/harbour-check.yml").unlink()
    filler = Filler(EXERCISE)
    data = whole_exercise(filler, is_round)
    assert unseen(filler, data, shown(project, "exercises", data)) == FOR_REVIEWERS


def page_of(project: Path, path: str) -> str:
    library = load(project)
    return next(
        words_of(str(page.render(PageContext(library, path)))) for page in every_page(library) if page.path == path
    )


@pytest.mark.parametrize("path", ["cases/harbour.html", "cases/harbour/ferry.html", "cases/harbour/ferry/room.html"])
def test_what_is_said_of_an_option_stands_where_the_option_is_chosen(project, path):
    case = project / "cases/harbour.yml"
    text = case.read_text()
    label = re.search(r"\n( +)label: [^\n]+\n +for:", text)
    assert label
    said = (
        f"\n{label[1]}text: It needs a vote of all eight.\n{label[1]}disputed:\n{label[1]}  - "
        "text: The minutes ask for no vote.\n"
    )
    said += f"{label[1]}    sources: [minutes-2019]"
    case.write_text(text.replace(label[0], said + label[0], 1))
    assert [str(issue) for issue in load(project).issues] == []
    page = page_of(project, path)
    before = page.partition('id="after-')[0]
    assert "It needs a vote of all eight." in before
    assert "The minutes ask for no vote." in before


def test_a_correction_of_a_case_stands_at_its_end_below_the_last_decision(project):
    case = project / "cases/harbour.yml"
    change = "kind: corrected\n    text: The year was put right.\n    why: The minutes say another.\n"
    case.write_text(f"{case.read_text()}changes:\n  - when: 2026-11-29\n    {change}")
    page = page_of(project, "cases/harbour.html")
    assert page.index('id="after-') < page.index("The year was put right.")
    assert 'id="changes"' in page
    assert "Last changed on 29 November 2026 (corrected)." in page
    assert "The year was put right." not in page_of(project, "cases/harbour/ferry.html")


def test_a_correction_of_a_finding_stands_under_it(project):
    case = project / "cases/harbour.yml"
    reading = "    reading: Learning stood on the agenda.\n"
    case.write_text(
        case.read_text().replace(reading, reading + "    erratum: The minutes say Tuesdays and not Mondays.\n")
    )
    page = page_of(project, "cases/harbour.html")
    finding = page[page.index('id="finding-') :]
    assert "The minutes say Tuesdays and not Mondays." in finding[: finding.index("</section>")]
    assert page.index('id="after-') < page.index("The minutes say Tuesdays")
