"""What lies where nothing reads it, or stands in the casebook twice, is one sentence that says where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.checking.load import load
from small_site import make_small_site

CASE, EXERCISE = "cases/harbour.yml", "exercises/harbour-check.yml"
BIBLIOGRAPHY, GLOSSARY = "docs/learn/bibliography.yml", "docs/learn/glossary.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_small_site(tmp_path / "project")


def said(project: Path) -> list[str]:
    return [str(issue) for issue in load(project).issues]


def put(project: Path, file: str, text: str) -> None:
    (project / file).parent.mkdir(parents=True, exist_ok=True)
    (project / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "place", ["docs/cases/new.yml", "docs/new.yml", "docs/learn/new.yml", "new.yml", "case/new.yml"]
)
@pytest.mark.parametrize(("kind", "file"), [("a case", CASE), ("an exercise", EXERCISE)])
def test_a_case_or_an_exercise_outside_its_folder_is_named(kind, file, place, project):
    put(project, place, (project / file).read_text())
    folder = file.partition("/")[0]
    assert said(project) == [f"{place}:1: is {kind}, which is not read here; move it to {folder}/"]


def test_no_file_is_sent_onto_another(project):
    put(project, f"docs/{CASE}", (project / CASE).read_text())
    remedy = f"move it to cases/ under another name ({CASE} is there already)"
    assert said(project) == [f"docs/{CASE}:1: is a case, which is not read here; {remedy}"]


@pytest.mark.parametrize("place", [
    "cases/harbour-check.yml", "docs/exercises/harbour-check.yml", "exercises/more/harbour-check.yml",
    "exercises/harbour-check.yaml",
])  # fmt: skip
def test_an_exercise_that_was_moved_away_is_one_sentence(place, project):
    text = (project / EXERCISE).read_text()
    (project / EXERCISE).unlink()
    put(project, place, text)
    (message,) = said(project)
    assert message.startswith(f"{place}:1: is ")


def test_an_exercise_that_is_gone_is_one_sentence(project):
    (project / EXERCISE).unlink()
    (message,) = said(project)
    start = "exercises/ids.txt:1: harbour-check: was published, and its file is gone; old answers name its ids, so "
    assert message.startswith(f"{start}put it back: git checkout -- {EXERCISE} (")


@pytest.mark.parametrize(("place", "file", "message"), [
    ("cases/zz.yml", EXERCISE, "is an exercise; move it to exercises/"),
    ("exercises/zz.yml", CASE, "is a case; move it to cases/"),
    ("docs/learn/forms/zz.md", "docs/learn/claims/members-learn-together.md", "is a claim; move it to "
                                                                              "docs/learn/claims/"),
])  # fmt: skip
def test_a_file_in_the_folder_of_another_kind_is_one_sentence(place, file, message, project):
    put(project, place, (project / file).read_text())
    assert said(project) == [f"{place}:1: {message}"]


def test_a_list_under_a_misspelt_name_is_named(project):
    put(project, "docs/learn/glosary.yml", "terms: []\n")
    assert said(project) == [f"{GLOSSARY}:1: is missing; rename docs/learn/glosary.yml to it"]
    (project / BIBLIOGRAPHY).rename(project / "docs/learn/biblography.yml")
    assert f"{BIBLIOGRAPHY}:1: is missing; rename docs/learn/biblography.yml to it" in said(project)


def test_a_list_that_a_page_shows_is_needed(project):
    put(project, "docs/learn/glossary.md", "---\ntitle: Glossary\ndescription: Words.\n---\nHere.\n")
    assert said(project) == [f"{GLOSSARY}:1: is missing; put it back: git checkout -- {GLOSSARY}"]


def test_a_list_that_nothing_reads_is_named(project):
    put(project, "docs/learn/words.yml", "terms: []\n")
    put(project, "docs/learn/more.yml", "sources: []\n")
    put(project, "docs/plan.yml", "a: b\n")
    assert said(project) == [
        f"docs/learn/more.yml:1: is not read; put its entries into {BIBLIOGRAPHY}",
        f"docs/learn/words.yml:1: is not read; rename it to {GLOSSARY}",
        "docs/plan.yml:1: is not read: it is not a case, an exercise or one of the lists in docs/learn/; delete it, "
        "or move it out of docs/",
    ]


def test_a_case_that_was_copied_is_named(project):
    text = (project / CASE).read_text()
    copy = "cases/harbour-copy.yml"
    put(project, copy, text)
    assert said(project) == [f"{copy}:1: is a copy of {CASE} (the same title and texts); delete one of the two"]
    put(project, copy, text.replace("title: Who", "title: And who").replace("2016-03", "2016-04"))
    assert said(project) == [f"{copy}:1: is a copy of {CASE} (mostly the same texts); delete one of the two"]
    put(project, copy, text + "draft: true\n")
    assert said(project) == []


def test_an_exercise_that_was_copied_is_named(project):
    text = (project / EXERCISE).read_text().replace("code: HX\n", "").replace("pool:\n  from: 5\n", "pool: never\n")
    put(project, EXERCISE, text)
    put(project, "exercises/harbour-check-too.yml", text)
    with (project / "exercises/ids.txt").open("a") as ids:
        ids.write((project / "exercises/ids.txt").read_text().replace("harbour-check/", "harbour-check-too/"))
    message = f"is a copy of {EXERCISE} (the same title and texts); delete one of the two"
    assert said(project) == [f"exercises/harbour-check-too.yml:1: {message}"]


def test_two_cases_with_one_title_are_named(project, root):
    text = (root / "tests/hostile/bare-case.yml").read_text()
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    put(
        project,
        "cases/quay-and-hill.yml",
        text.replace(title, "title: who pays for the shared ferry").replace("own-account", "report"),
    )
    line = text.splitlines().index(title) + 1
    assert said(project) == [f"cases/quay-and-hill.yml:{line}: title: is the title of harbour too; choose another"]


def test_a_template_that_is_gone_is_named(project):
    (project / "pyproject.toml").touch()
    (project / "cases/_template.yml").unlink()
    remedy = "put it back: git checkout -- cases/_template.yml"
    assert said(project) == [f"cases/_template.yml:1: is missing, so nobody would notice what is left of it; {remedy}"]


@pytest.mark.parametrize(("name", "remedy"), [
    ("harbour.yaml", "and harbour.yml is there already; keep one of the two"),
    ("Harbour.yml.txt", "and harbour.yml is there already; keep one of the two"),
    ("con.yaml", "so rename it to con-case.yml (con is a name that no case can have)"),
    ("index.yml.txt", "so rename it to index-case.yml (index is a name that no case can have)"),
    ("matrix.yaml", "so rename it to matrix-case.yml (matrix is a name that no case can have)"),
    ("Two Valleys.yaml", "so rename it to two-valleys.yml"),
    ("new.YML", "so rename it to new.yml"),
    ("---.yaml", "so rename it: lower-case letters, digits and single hyphens, and then .yml"),
    ("notes.docx", "so rename it, or move it elsewhere"),
])  # fmt: skip
def test_a_wrong_ending_is_mended_by_a_name_that_is_free_and_allowed(name, remedy, project):
    put(project, "docs/cases/matrix.md", "---\ntitle: A\ndescription: B\n---\nHere.\n")
    put(project, f"cases/{name}", "title: half\n")
    assert said(project) == [f"cases/{name}:1: is not read; case files end in .yml, {remedy}"]


@pytest.mark.parametrize(
    ("name", "field"),
    [("bibliography", "sources"), ("glossary", "terms"), ("policy-dates", "dates"), ("synonyms", "groups")],
)
@pytest.mark.parametrize("before", ["", "# a list\n\n", "---\r\n"])
def test_a_list_without_its_first_line_keeps_its_entries(before, name, field, project):
    entry = "- id: two\n  kind: report\n  standpoint: independent\n  title: Two\n  read: whole\n"
    file = f"docs/learn/{name}.yml"
    put(project, file, before + entry)
    message = f"must hold fields (name: value); write {field}: on a line of its own above the first entry"
    assert said(project) == [f"{file}:1: {message}"]
    if field == "sources":
        put(project, file, f"{before}{field}:\n{entry}")
        assert all(" two" not in one and "must hold" not in one for one in said(project))
