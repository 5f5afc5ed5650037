"""Each address of the site has one owner, and every system can hold every name: new and check refuse the same ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.cli.new import new_item
from casebook.core.addresses import why_not, why_not_here, written_twice
from casebook.data.dataset import WHOLE, data_files
from casebook.library.library import Library
from casebook.site.pages import every_page

INPUTS = Path(__file__).parent / "inputs"
DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    "com0",
    "com1",
    "com9",
    "lpt0",
    "lpt9",
    "CON",
    "Nul",
    "LPT1",
    "conin$",
    "con.v2",
    "aux.old",
)
SITE = ("index", "exercises", "endings")


@pytest.mark.parametrize("name", DEVICES)
def test_a_name_that_windows_keeps_is_refused_everywhere(name, small_project, capsys):
    case = (small_project / "cases/harbour.yml").read_bytes()
    claim = (small_project / "docs/learn/claims/members-learn-together.md").read_bytes()
    put = {
        f"cases/{name}.yml": case,
        f"exercises/{name}.yml": b"title: A\n",
        f"docs/learn/claims/{name}.md": claim,
        f"docs/learn/forms/{name}.md": claim,
    }
    put |= {f"docs/facilitate/{kind}/{name}.md": claim for kind in ("sessions", "methods")}
    for file, content in put.items():
        (small_project / file).parent.mkdir(parents=True, exist_ok=True)
        (small_project / file).write_bytes(content)
    refused = [
        issue.file
        for issue in load(small_project).issues
        if "has a name that Windows keeps for itself" in issue.message
    ]
    assert sorted(refused) == sorted(put)
    assert new_item(small_project, "case", name) == new_item(small_project, "exercise", name) == 1
    assert capsys.readouterr().out.count("Windows keeps for itself") == 2


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("reserved-names/index.yml", "index"),
        ("reserved-names/endings.yml", "endings"),
        ("reserved-names/exercises.yml", "exercises"),
        ("reserved-names/index.yml", "con"),  # no file of that name is kept: a clone on Windows could not hold it
        ("attack/endings.yml", "endings"),
        ("attack/exercises.yml", "exercises"),
    ],
)
def test_the_reserved_names_of_real_files_are_refused(file, name, small_project, capsys):
    path = small_project / f"cases/{name}.yml"
    shutil.copy(INPUTS / file, path)
    said = [issue.message for issue in load(small_project).issues if issue.file == f"cases/{name}.yml"]
    assert any("has a name that" in message for message in said)
    path.unlink()
    assert new_item(small_project, "case", name) == 1
    assert f"cases/{name}.yml has a name that" in capsys.readouterr().out
    assert not path.exists()


@pytest.mark.parametrize("name", SITE)
def test_a_name_that_the_site_uses_is_refused_for_a_case(name, small_project):
    assert why_not_here(small_project, "cases", name)


def test_the_scripts_that_the_site_writes_are_all_refused_as_names_of_cases(root):
    scripts = {path.removeprefix("data/").removesuffix(".js") for path in WHOLE if path.endswith(".js")}
    assert scripts
    assert all(why_not_here(root, "cases", name) for name in scripts)


def test_every_page_written_by_hand_beside_cases_and_exercises_is_refused_as_a_name(root):
    for folder in ("cases", "exercises"):
        names = [path.stem for path in (root / f"docs/{folder}").glob("*.md")]
        assert names
        assert all(why_not_here(root, folder, name) for name in names)


@pytest.mark.parametrize("name", ["concord", "auxiliary", "com10", "lpt", "con-1", "nullify", "index-2", "endings-2"])
def test_names_that_only_begin_so_are_free(name, small_project):
    assert why_not(name) is None
    assert why_not_here(small_project, "cases", name) is None


@pytest.mark.parametrize("id_", ["con", "index", "lpt1", "nul"])
def test_the_id_of_a_decision_is_an_address_too(id_, small_project):
    path = small_project / "cases/harbour.yml"
    before, _, after = path.read_text().partition("decisions:\n  - id: ")
    assert after
    path.write_text(f"{before}decisions:\n  - id: {id_}\n{after.partition(chr(10))[2]}")
    found = [issue for issue in load(small_project).issues if issue.where == "decisions, decision 1, id"]
    assert len(found) == 1
    assert f"“{id_}” is a name that" in found[0].message


def test_a_decision_cannot_take_the_address_of_a_page(small_project):
    path = small_project / "cases/harbour.yml"
    id_ = path.read_text().partition("decisions:\n  - id: ")[2].partition("\n")[0]
    page = small_project / f"docs/cases/harbour/{id_}.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Another\ndescription: A page.\n---\n# Another\n\nWords.\n")
    said = [issue.message for issue in load(small_project).issues]
    assert said == [
        f"“{id_}” is a name that a page of the casebook already has (cases/harbour/{id_}.html); choose another"
    ]


def test_the_real_site_writes_no_address_twice(library: Library):
    pages = [(page.path, page.path + " made") for page in every_page(library)]
    data = [(path, path + " data") for path, _ in data_files(library)]
    assert list(written_twice([*pages, *data])) == []


@pytest.mark.parametrize("other", ["cases/a.html", "cases/A.html", "cases/./a.html"])
def test_two_owners_of_one_address_are_named(other):
    said = list(written_twice([("cases/a.html", "cases/a.yml"), (other, "docs/cases/a.md")]))
    assert said == [
        f"{other} would be written twice, by cases/a.yml and by docs/cases/a.md; give one of them another name"
    ]
