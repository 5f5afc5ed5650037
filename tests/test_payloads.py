"""What Python writes for scripts is what TypeScript expects: every payload is checked by the compiler as a literal of
its interface.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casebook.checking.load import load
from casebook.core.folders import COMPONENTS, SCRIPTS
from casebook.data.payloads.compare import compare_payload, ending_payload
from casebook.data.payloads.decisions import first_decisions, later_decisions
from casebook.data.payloads.exercise import every_exercise_data
from casebook.data.payloads.findings import finding_text, mark_of
from casebook.data.payloads.glossary import glossary_payload
from casebook.data.payloads.network import cases_with_maps
from casebook.data.payloads.session_decisions import decision_choices, decision_for_session
from casebook.data.payloads.words import words_payload
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.schema.exercise_parts import Map
from casebook.site.bundling import deno
from casebook.site.case_maps import case_map
from casebook.site.long_lists import case_list, decision_list, other_rows
from casebook.site.room_decisions import room_case

TYPES = {
    "ToldCase": COMPONENTS / "case/case_compare/comparing.ts",
    "Ending": COMPONENTS / "case/case_library/case_library.ts",
    "ListData": COMPONENTS / "page/list_filter/list_filter.ts",
    "WholeList": COMPONENTS / "page/list_filter/list_filter.ts",
    "WordList": COMPONENTS / "page/list_filter/words.ts",
    "ListedDecision": COMPONENTS / "decision/decision_library/decision_library.ts",
    "OtherRows": COMPONENTS / "evidence/evidence_matrix/evidence_matrix.ts",
    "SessionDecision": COMPONENTS / "facilitate/session_decision/session_decision.ts",
    "DecisionChoice": COMPONENTS / "facilitate/session_decision/session_decision.ts",
    "ClaimTexts": COMPONENTS / "evidence/told_finding/claim_texts.ts",
    "GlossaryData": COMPONENTS / "learn/glossary_term/glossary_term.ts",
    "CaseMap": COMPONENTS / "exercise/map_view/case_beside.ts",
    "RoomCase": SCRIPTS / "room/room_decision.ts",
    "TogetherPage": COMPONENTS / "room/decide_together/decide_together.ts",
    "RoomViewPage": COMPONENTS / "room/room_view/room_view.ts",
    "RunSheetPage": COMPONENTS / "room/run_sheet/run_sheet.ts",
    "KitPage": COMPONENTS / "room/kit_texts/kit_texts.ts",
    "GroupPage": COMPONENTS / "room/group_results/group_results.ts",
    "PrintRun": COMPONENTS / "facilitate/print_run/print_run.ts",
    "MapData": COMPONENTS / "exercise/map_view/map_view.ts",
    "Exercise": SCRIPTS / "exercise/types.ts",
    "PageData": SCRIPTS / "exercise/types.ts",
}
"""Where each interface is."""
BLOCK = re.compile(r'<script type="application/json" [^>]*>(.*?)</script>', re.DOTALL)


def blocks(library: Library, component: str, *values: object) -> Iterator[Any]:
    """The JSON blocks that a component writes into its page."""
    html = str(REGISTRY[component](PageContext(library, "x/y.html"), *values))
    yield from (json.loads(block) for block in BLOCK.findall(html))


def payloads(library: Library) -> Iterator[tuple[str, Any]]:
    """Every payload of a library, each with the name of its interface."""
    for slug, case in library.cases.items():
        yield "ToldCase", compare_payload(library, slug, library.messages)
        yield "Ending", ending_payload(case, library.messages)
    for told in library.findings.values():
        yield "ClaimTexts", {mark_of(one): finding_text(library, one, library.messages) for one in told}
    for slug in cases_with_maps(library):
        yield "CaseMap", case_map(library, slug)
    yield "GlossaryData", glossary_payload(library)
    yield from (("Exercise", one) for one in every_exercise_data(library))
    for component in ("case_library", "decision_library"):
        yield from (("ListData", block) for block in blocks(library, component))
    yield from (("WholeList", one) for one in (case_list(library), decision_list(library)))
    yield "OtherRows", other_rows(library, 0)
    yield from (("GroupPage", block) for block in blocks(library, "group_results"))
    yield from (("TogetherPage", block) for block in blocks(library, "decide_together"))
    yield from (("RoomViewPage", block) for block in blocks(library, "room_view"))
    yield from (("RunSheetPage", block) for block in blocks(library, "run_sheet"))
    yield from (("KitPage", block) for block in blocks(library, "kit_texts"))
    yield from (("RoomCase", room_case(library, slug)) for slug in library.cases)
    yield "WordList", words_payload(library)
    yield from (("ListedDecision", one) for one in (*first_decisions(library), *later_decisions(library)))
    yield from (("DecisionChoice", one) for one in decision_choices(library))
    for slug, case in library.cases.items():
        yield from (("SessionDecision", decision_for_session(library, slug, one)) for one in case.decisions)
    for slug, exercise in library.exercises.items():
        yield from (("PrintRun", block) for block in blocks(library, "exercise_paper", slug))
        for block in blocks(library, "exercise_form", slug):
            yield ("PageData" if "parts" in block else "MapData"), block
        for part in exercise.parts:
            if isinstance(part, Map):
                yield from (("MapData", block) for block in blocks(library, "map_view", part))


def compiled(folder: Path, found: list[tuple[str, Any]]) -> subprocess.CompletedProcess[str]:
    """What the compiler says of payloads, each written as a literal of its interface."""
    lines = [f'import type {{ {name} }} from "{TYPES[name].as_uri()}";' for name in sorted({name for name, _ in found})]
    lines += [f"export const _{index}: {name} = {json.dumps(value)};" for index, (name, value) in enumerate(found)]
    file = folder / "payloads.ts"
    file.write_text("\n".join(lines), encoding="utf-8")
    program = deno()
    assert program
    config = SCRIPTS.parents[1] / "deno.json"
    return subprocess.run(
        [program, "check", "--quiet", f"--config={config}", str(file)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("project", ["the casebook", "the small library"])
def test_every_payload_is_of_its_interface(
    project: str, root: Path, library: Library, small_project: Path, tmp_path: Path
) -> None:
    if project == "the small library":
        shutil.copytree(root / "docs/messages", small_project / "docs/messages")
        library = load(small_project)
    found = list(payloads(library))
    assert {name for name, _ in found} >= {
        "ToldCase",
        "Ending",
        "ClaimTexts",
        "CaseMap",
        "GlossaryData",
        "Exercise",
        "ListData",
        "WholeList",
        "OtherRows",
        "WordList",
        "ListedDecision",
        "SessionDecision",
        "DecisionChoice",
        "PageData",
        "GroupPage",
        "PrintRun",
        "TogetherPage",
        "KitPage",
        "RoomViewPage",
        "RunSheetPage",
        "RoomCase",
    }
    said = compiled(tmp_path, found)
    assert said.returncode == 0, said.stderr[-3000:]


@pytest.mark.parametrize("spoil", ["a field more", "a field less", "another type"])
def test_a_payload_that_differs_would_be_noticed(spoil: str, library: Library, tmp_path: Path) -> None:
    name, value = next(payloads(library))
    changed = {**value, "titel": "A"} if spoil == "a field more" else dict(value)
    if spoil == "a field less":
        del changed["title"]
    if spoil == "another type":
        changed["title"] = 1
    assert compiled(tmp_path, [(name, value)]).returncode == 0
    assert compiled(tmp_path, [(name, changed)]).returncode != 0
