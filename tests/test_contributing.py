"""A contributor's first hour: a new file from the template, files set in block style, schemas for the editor."""

from __future__ import annotations

import inspect
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from casebook.checking.load import load
from casebook.checking.template_rules import with_commented_fields
from casebook.cli.fmt import format_files
from casebook.cli.main import main
from casebook.cli.new import new_item
from casebook.library.json_schema import PLACES, schema_text, write_schemas
from casebook.schema import Case, Exercise
from casebook.schema.field_docs import groups
from casebook.yamlfiles.author_lines import with_author_fields
from casebook.yamlfiles.formatter import comments, in_block_style
from casebook.yamlfiles.parser import SourceFileError, read_text
from real_library import real_library

ROOT = Path(__file__).parent.parent
KINDS = [("case", "cases", Case), ("exercise", "exercises", Exercise)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own: the templates, the claims, the forms and the word lists, and the one case that the
    templates name.
    """
    for folder in ("cases", "exercises"):
        (tmp_path / folder).mkdir()
        shutil.copy(ROOT / folder / "_template.yml", tmp_path / folder)
    shutil.copy(ROOT / "cases/nottingham.yml", tmp_path / "cases")
    shutil.copytree(ROOT / "docs/learn", tmp_path / "docs/learn")
    return tmp_path


def models_in(model: BaseModel) -> Iterator[BaseModel]:
    """A model and every model inside it."""
    yield model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                yield from models_in(inner)


def where_defined(model: type[BaseModel], name: str) -> type[BaseModel]:
    """The model that first names a field."""
    return next(
        parent
        for parent in reversed(model.__mro__)
        if issubclass(parent, BaseModel) and name in inspect.get_annotations(parent)
    )


@pytest.mark.parametrize(("kind", "folder", "model"), KINDS)
def test_a_new_file_is_a_draft_without_a_problem(project: Path, kind: str, folder: str, model: type[BaseModel]) -> None:
    assert new_item(project, kind, "two-valleys") == 0
    library = load(project)
    loaded = getattr(library, f"{kind}_files")["two-valleys"]
    assert isinstance(loaded.model, model)
    assert loaded.is_draft
    said = [str(issue) for issue in library.issues if issue.file == f"{folder}/two-valleys.yml"]
    assert [line for line in said if "still says what the template says on lines" not in line] == []
    assert len(said) == 1
    assert "two-valleys" not in getattr(library, folder)


def test_the_templates_show_every_field_that_there_is() -> None:
    written: dict[str, set[str]] = {}
    for _, folder, model in KINDS:
        text = with_commented_fields((ROOT / folder / "_template.yml").read_text(encoding="utf-8"))
        for one in models_in(model.model_validate(read_text(text).data)):
            for parent in type(one).__mro__:
                written.setdefault(parent.__name__, set()).update(one.model_fields_set)
    every = {
        (group.model, name) for _, _, model in KINDS for group in groups(model) for name in group.model.model_fields
    }
    assert (
        sorted(
            f"{model.__name__}.{name}"
            for model, name in every
            if name not in written.get(where_defined(model, name).__name__, set())
        )
        == []
    )


def test_the_templates_say_what_every_field_is_in_the_words_of_the_models() -> None:
    texts = [(ROOT / folder / "_template.yml").read_text(encoding="utf-8") for _, folder, _ in KINDS]
    lines = [line.strip() for text in texts for line in with_commented_fields(text).splitlines()]
    said = " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    every = {
        (group.name, note.name, note.what) for _, _, model in KINDS for group in groups(model) for note in group.fields
    }
    assert sorted(f"{group}: {name}" for group, name, what in every if what not in said) == []


@pytest.mark.parametrize("slug", ["Two Valleys", "two_valleys", "-two", "two--valleys", "../two", "", "ü"])
def test_a_bad_file_name_is_refused_in_words(project: Path, slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.rglob("*"))
    assert new_item(project, "case", slug) == 1
    assert "use lower-case letters, digits and single hyphens" in capsys.readouterr().out
    assert sorted(project.rglob("*")) == before


def test_a_file_name_that_is_too_long_is_refused_in_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new_item(project, "case", "a" * 81) == 1
    assert "has a name of 81 characters, and 80 are the most; shorten it" in capsys.readouterr().out


def test_a_file_that_is_there_is_never_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / "cases/nottingham.yml").read_bytes()
    assert new_item(project, "case", "nottingham") == 1
    assert "cases/nottingham.yml is there already" in capsys.readouterr().out
    assert (project / "cases/nottingham.yml").read_bytes() == before


def test_a_missing_template_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "exercises/_template.yml").unlink()
    assert new_item(project, "exercise", "two-hats") == 1
    assert "exercises/_template.yml is missing" in capsys.readouterr().out


def test_the_command_line_writes_a_new_case(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert main(["new", "case", "two-valleys"]) == 0
    assert (project / "cases/two-valleys.yml").exists()


FLOW = """# A note at the top
title: "Ranked #1 of 12"  # a note at the end of a line
when: 2018-11
sectors: [general-practice, hospital]
forms:
- {mode: network, label: Two words}
sources:
    -   id: one
        authors: ["Alderwick, H.", "Ham, C."]
        # a note within
        number: 12
        ready: true
"""
BLOCK = """# A note at the top
title: "Ranked #1 of 12"  # a note at the end of a line
when: 2018-11
sectors: [general-practice, hospital]
forms:
  - mode: network
    label: Two words
sources:
  - id: one
    authors:
      - "Alderwick, H."
      - "Ham, C."
        # a note within
    number: 12
    ready: true
"""


AUTHORS_AS_TEXTS = """# A note at the top
title: Ham, C. and the ferry
sources:
  - id: one
    authors:
      - Ham, C.  # a note at the end of a line
      # a note within
      - "The King's Fund"
      - "Yes: a campaign"
    title: One
  - id: two
    authors:
      - Hall, P.
      - and others
    # a note below
    title: Two
"""
AUTHORS_AS_FIELDS = """# A note at the top
title: Ham, C. and the ferry
sources:
  - id: one
    authors:
      - family: Ham  # a note at the end of a line
        given: C.
      # a note within
      - name: The King's Fund
      - name: "Yes: a campaign"
    title: One
  - id: two
    authors:
      - family: Hall
        given: P.
    and_others: true
    # a note below
    title: Two
"""


def test_authors_written_as_texts_become_fields_and_every_comment_is_kept() -> None:
    assert with_author_fields(AUTHORS_AS_TEXTS) == AUTHORS_AS_FIELDS
    assert with_author_fields(AUTHORS_AS_FIELDS) == AUTHORS_AS_FIELDS


@pytest.mark.parametrize("authors", ["\n      - A body\n        on two lines", "[bliss]", "\n      - and others"])
def test_authors_that_cannot_be_set_anew_without_loss_are_left(
    authors: str, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    path = project / "cases/two-valleys.yml"
    before = f"sources:\n  - id: one\n    authors: {authors}\n"
    path.write_text(before, encoding="utf-8")
    assert main(["migrate-authors", "cases/two-valleys.yml"]) == 1
    assert path.read_text(encoding="utf-8") == before
    assert "change it by hand; left as it is" in capsys.readouterr().out


def test_whoever_migrates_again_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    path = project / "cases/two-valleys.yml"
    path.write_text(AUTHORS_AS_TEXTS, encoding="utf-8")
    assert main(["migrate-authors"]) == 0
    assert path.read_text(encoding="utf-8") == AUTHORS_AS_FIELDS
    assert main(["migrate-authors"]) == 0
    assert path.read_text(encoding="utf-8") == AUTHORS_AS_FIELDS
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 of ")


def test_flow_style_becomes_block_style_and_keeps_its_comments() -> None:
    assert in_block_style(FLOW) == BLOCK
    assert in_block_style(BLOCK) == BLOCK
    assert sorted(comments(FLOW)) == sorted(comments(BLOCK))
    assert read_text(FLOW).data == read_text(BLOCK).data


def every_file() -> list[Path]:
    return [path for folder in ("cases", "exercises", "docs/learn") for path in sorted((ROOT / folder).glob("*.yml"))]


@pytest.mark.parametrize("path", every_file(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_keeps_all_it_says_when_it_is_set_anew(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after = in_block_style(before)
    assert read_text(after).data == read_text(before).data
    assert sorted(comments(after)) == sorted(comments(before))
    assert in_block_style(after) == after


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("tab.yml", "title: a\n\tplace: b\n", "tab.yml:2: has a tab; indent with spaces only; left as it is"),
        (
            "twice.yml",
            "title: a\ntitle: b\n",
            "twice.yml:2: is written twice; keep one of them, or join the two; left as it is",
        ),
        ("lost.yml", "title: Ranked #1 of 12\n", "lost.yml:1: has a # that would cut the text off there"),
        ("empty.yml", "", "empty.yml:1: is empty; start from the template; left as it is"),
        ("page.md", "# A page\n", "page.md:1: is not a YAML file; name files that end in .yml; left as it is"),
    ],
)
def test_what_cannot_be_read_is_left_as_it_is_with_the_reason(
    tmp_path: Path, name: str, content: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert format_files(tmp_path, [str(tmp_path / name)]) == 1
    assert reason in capsys.readouterr().out
    assert (tmp_path / name).read_text(encoding="utf-8") == content


def test_a_file_that_does_not_exist_is_named_and_the_others_are_still_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "flow.yml").write_text(FLOW, encoding="utf-8")
    assert format_files(tmp_path, [str(tmp_path / "none.yml"), str(tmp_path / "flow.yml")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "none.yml:1: there is no such file; check the spelling; left as it is",
        "flow.yml: set in block style",
    ]
    assert (tmp_path / "flow.yml").read_text(encoding="utf-8") == BLOCK


def test_a_loss_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebook.yamlfiles.formatter.comments", lambda text: iter([text]))
    with pytest.raises(SourceFileError, match="would lose a comment or a text"):
        in_block_style(FLOW)


@pytest.mark.parametrize(("model", "folder", "name"), PLACES)
def test_the_schemas_in_the_repository_are_those_of_the_models(model: type[BaseModel], folder: str, name: str) -> None:
    committed = (ROOT / folder / name).read_text(encoding="utf-8")
    assert committed == schema_text(model, real_library()), "write it again with: casebook schema"


def test_schemas_offer_the_words_of_the_vocabulary_and_leave_related_cases_open(tmp_path: Path) -> None:
    library = real_library()
    case, exercise = (json.loads(path.read_text(encoding="utf-8")) for path in write_schemas(library, tmp_path))
    assert case["properties"]["sectors"]["items"]["enum"] == sorted(library.vocabulary.sectors)
    assert case["$defs"]["Finding"]["properties"]["claim"]["enum"] == sorted(library.claims)
    assert "enum" not in case["properties"]["related"]["items"]
    assert exercise["$defs"]["RatedStatements"]["properties"]["scale"]["enum"] == sorted(library.scales)
    assert "x-vocabulary" not in json.dumps([case, exercise])


def references(part: Any) -> Iterator[str]:
    """Every reference inside a schema."""
    if isinstance(part, dict):
        yield from (value for key, value in part.items() if key == "$ref")
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from references(inner)


def test_schemas_ask_for_what_is_needed_and_accept_the_short_ways_of_writing() -> None:
    schema = json.loads((ROOT / "cases/case.schema.json").read_text(encoding="utf-8"))
    assert {"title", "place", "when", "sources"} <= set(schema["required"])
    assert {choice.get("type", "model") for choice in schema["properties"]["task"]["anyOf"]} == {"model", "array"}
    assert {
        choice.get("type", "model")
        for choice in schema["$defs"]["Statement"]["properties"]["sources"]["items"]["anyOf"]
    } == {"model", "string"}
    assert set(references(schema)) <= {f"#/$defs/{name}" for name in schema["$defs"]}
    assert schema["$defs"]["Member"]["properties"]["id"]["pattern"]


def test_a_reader_who_stops_listening_is_no_fault():
    run = subprocess.run(
        f"{sys.executable} -m casebook audit | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert run.stdout.startswith("Statements")
    assert run.stderr == ""
