"""Every mistake that a contributor may make is named with its place and its remedy, and nothing else is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broken_files import BROKEN, make_broken_file
from casebook.checking.load import load
from casebook.cli.main import main
from small_site import accept


def messages(project: Path) -> list[str]:
    return [str(issue) for issue in load(project).issues]


def put(project: Path, file: str, content: bytes | str) -> None:
    """Writes a file; an exercise takes the place of the one there, so that their codes do not meet."""
    if file.startswith("exercises/"):
        (project / "exercises/harbour-check.yml").unlink()
    (project / file).write_bytes(content.encode() if isinstance(content, str) else content)


def test_the_small_project_has_no_problem(small_project):
    assert messages(small_project) == []


def test_there_are_enough_single_mistakes():
    assert len(BROKEN) >= 100


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_single_mistake_is_named(broken, small_project):
    put(small_project, broken.place, broken.content)
    assert messages(small_project) == [broken.expected]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"replace": "kind: board", "with": "kind: club"}, "“kind: board” is in the file 0 times, not once"),
        ({"replace": "id:", "with": "ids:"}, "“id:” is in the file 2 times, not once"),
        ({"remove": "name: North", "below": "id:"}, "“id:” is in the file 2 times, not once"),
        ({"remove": "name: North", "at": "id:"}, "“id:” is in the file 2 times, not once"),
        ({"replace": "name: North", "with": "name: North"}, "changes nothing"),
        ({"replace": "name: North"}, "needs one change: replace and with, or remove, or again"),
        ({"remove": "name: North", "again": "members:"}, "needs one change: replace and with, or remove, or again"),
        ({"remove": "name: North", "line": 3}, "line cannot stand in an entry"),
    ],
    ids=["not-there", "twice", "below-twice", "at-twice", "no-change", "with-missing", "two-changes", "unknown-field"],
)
def test_an_entry_whose_change_is_not_plain_is_refused(change, fault):
    good = "members:\n  - id: north\n    name: North\n  - id: south\n    name: South\n"
    with pytest.raises(ValueError, match=f"^a-mistake: {re.escape(fault)}$"):
        make_broken_file({"name": "a-mistake", "message": "is wrong", **change}, "cases", good)


def test_every_anchor_alias_and_tag_is_named_in_one_run_beside_other_mistakes(small_project, examples):
    case = (examples / "cases/harbour.yml").read_text()
    lines = case.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("title: "):
            lines[number] = line.replace("title: ", "title: &head ")
        if line.startswith("place: "):
            lines[number] = "place: *head"
        if line.startswith("country: "):
            lines[number] = "country: !here ZZ"
        if line.startswith("when: "):
            lines[number] = "when: soon"
    put(small_project, "cases/several.yml", "\n".join(lines))
    said = [message.partition(": ")[2] for message in messages(small_project) if "several" in message]
    assert [re.split(r"[;(]", one)[0].strip() for one in said] == [
        "title: uses an anchor or an alias",
        "place: uses an anchor or an alias",
        "country: uses a tag",
        "when: “soon” is not a date",
    ]


def test_a_file_that_is_not_utf_8_is_named(small_project, examples):
    case = (examples / "cases/harbour.yml").read_text()
    put(small_project, "cases/latin.yml", case.replace("North shore", "Nörd shore").encode("latin-1"))
    assert messages(small_project) == ["cases/latin.yml:17: is not saved as UTF-8; save it again with that encoding"]


def test_a_file_over_512_kb_is_refused(small_project, examples):
    case = (examples / "cases/harbour.yml").read_text()
    put(small_project, "cases/large.yml", case + "# and so on\n" * 60_000)
    assert messages(small_project) == [
        "cases/large.yml:1: is larger than 512 KB; split it, or leave out what no reader needs"
    ]


def test_an_empty_file_is_named(small_project):
    put(small_project, "cases/empty.yml", "# nothing yet\n")
    assert messages(small_project) == ["cases/empty.yml:1: is empty; start from the template"]


def test_a_list_is_not_a_case(small_project):
    put(small_project, "cases/list.yml", "- one\n- two\n")
    assert messages(small_project) == ["cases/list.yml:1: must hold fields (name: value); start from the template"]


def test_a_bottomless_file_is_named(small_project):
    put(small_project, "cases/deep.yml", "title: " + "[" * 4_000 + "]" * 4_000 + "\n")
    assert messages(small_project) == ["cases/deep.yml:1: goes more than 40 levels deep; nothing in the format does"]


def test_two_exercises_cannot_share_a_code(small_project, examples):
    (small_project / "exercises/later.yml").write_bytes((examples / "exercises/harbour-check.yml").read_bytes())
    assert messages(small_project) == [
        "exercises/later.yml:5: code: “HX” is the code of harbour-check already; choose another"
    ]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(small_project, examples):
    case = (examples / "cases/harbour.yml").read_text()
    put(small_project, "cases/harbour.yml", "\ufeff" + case.replace("\n", "\r\n"))
    assert messages(small_project) == []


def test_a_name_that_is_no_address_or_is_taken_is_named(small_project, examples):
    case = (examples / "cases/harbour.yml").read_text()
    (small_project / "docs/cases").mkdir(parents=True, exist_ok=True)
    (small_project / "docs/cases/data.md").write_text("---\ntitle: Open data\ndescription: Files.\n---\n# Open data\n")
    put(small_project, "cases/Two Valleys.yml", case)
    put(small_project, "cases/data.yml", case)
    assert messages(small_project) == [
        "cases/Two Valleys.yml:1: has a name that cannot be an address; use lower-case letters, digits and single "
        "hyphens",
        "cases/data.yml:1: has a name that a page of the casebook already has (cases/data.html); choose another",
    ]


def test_a_list_of_ids_that_two_changes_have_mixed_is_named(small_project):
    listed = small_project / "exercises/ids.txt"
    before = listed.read_text() if listed.exists() else ""
    listed.write_text(before + "=======\n")
    assert any(
        message.startswith(f"exercises/ids.txt:{before.count(chr(10)) + 1}: is not an id with its fingerprint")
        for message in messages(small_project)
    )


def test_a_new_exercise_is_told_once_that_its_ids_are_not_listed(small_project):
    exercise = (small_project / "exercises/harbour-check.yml").read_text(encoding="utf-8")
    (small_project / "exercises/ids.txt").write_text("# nothing yet\n", encoding="utf-8")
    (small_project / "exercises/second-check.yml").write_text(
        exercise.replace("code: HX", "code: HY"), encoding="utf-8"
    )
    said = [message for message in messages(small_project) if "ids.txt" in message]
    assert [re.sub(r"\d+ ids", "N ids", one) for one in said] == [
        f"exercises/{name}.yml:1: has N ids that are not in exercises/ids.txt; run casebook ids --accept"
        for name in ("harbour-check", "second-check")
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "code: HX\n",
            "code: HX\ndraft: true\n",
            "draft: hides an exercise that was published, and old answers name its ids; delete this line",
        ),
        ("id: agreed", "id: agreed-now", "marks/agreed: was published and is gone"),
    ],
)
def test_published_ids_that_are_gone_are_named_once(old, new, message, small_project):
    accept(small_project)
    path = small_project / "exercises/harbour-check.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")
    said = [one for one in messages(small_project) if "published" in one]
    assert len(said) == 1, said
    assert message in said[0]


def test_words_that_cannot_be_read_are_named(small_project):
    (small_project / "docs/messages").mkdir(parents=True, exist_ok=True)
    (small_project / "docs/messages/en.yml").write_text("site:\n\tname: A\n")
    assert [message for message in messages(small_project) if message.startswith("docs/messages/en.yml:2: ")]


def test_outside_a_casebook_and_for_other_files_the_check_says_so(small_project, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(small_project)
    (small_project / "README.md").write_text("# A\n")
    assert main(["check", "README.md"]) == 1
    assert "is neither a case nor an exercise" in capsys.readouterr().out
    empty = tmp_path / "elsewhere"
    empty.mkdir()
    monkeypatch.chdir(empty)
    assert main(["check"]) == 2
    assert "There is no casebook in" in capsys.readouterr().out


def test_the_problems_of_a_draft_are_warnings(small_project, examples):
    case = (examples / "cases/harbour.yml").read_text().replace("mode: network", "mode: club")
    put(small_project, "cases/later.yml", case + "draft: true\n")
    library = load(small_project)
    assert [str(issue) for issue in library.issues] == [
        "cases/later.yml:27: draft, forms, form 1, mode: “club” is not one of hierarchy, group, network, alliance, "
        "contract"
    ]
    assert library.errors == []
    assert "later" not in library.cases


def test_every_problem_of_every_file_in_one_run_with_a_last_line_that_counts(small_project, monkeypatch, capsys):
    for name in ("tab", "mode-near-miss", "no-sources"):
        put(small_project, f"cases/{name}.yml", BROKEN[name].content)
    monkeypatch.chdir(small_project)
    assert main(["check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in said[:-1]] == [
        "cases/mode-near-miss.yml",
        "cases/no-sources.yml",
        "cases/tab.yml",
    ]
    assert said[-1].endswith("3 problems.")


def test_only_the_files_asked_for_are_named(small_project, monkeypatch, capsys):
    for name in ("tab", "mode-near-miss"):
        put(small_project, f"cases/{name}.yml", BROKEN[name].content)
    monkeypatch.chdir(small_project)
    assert main(["check", "cases/harbour.yml"]) == 0
    assert main(["check", "cases/tab.yml"]) == 1
    assert "mode-near-miss" not in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(small_project, monkeypatch, capsys):
    monkeypatch.chdir(small_project)
    assert main(["check", "cases/nobody.yml"]) == 1
    assert "cases/nobody.yml: there is no such file; check the spelling" in capsys.readouterr().out
