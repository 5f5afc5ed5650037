"""Nothing of a template is published: what a finished file kept of it is named, each with its line and a remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.checking.template_rules import (
    FEWEST_WORDS,
    Template,
    bare_words,
    kept_texts,
    read_template,
    with_commented_fields,
)
from casebook.cli.new import new_item
from casebook.schema import Case, Exercise
from casebook.schema.case import Source
from casebook.validation.text_fields import texts_in
from casebook.yamlfiles.parser import read_text

ROOT = Path(__file__).parent.parent
INPUTS = Path(__file__).parent / "inputs"
KINDS = [("cases", "case", Case), ("exercises", "exercise", Exercise)]


@pytest.fixture
def project(small_project: Path) -> Path:
    """The small project, with the templates of this one."""
    for folder, _, _ in KINDS:
        shutil.copy(ROOT / folder / "_template.yml", small_project / folder)
    return small_project


def template(folder: str, model: type[Case] | type[Exercise]) -> Template:
    return read_template((ROOT / folder / "_template.yml").read_bytes(), model)


def whole(folder: str, model: type[Case] | type[Exercise]) -> Case | Exercise:
    """A template with every field that it holds, also those that are commented out."""
    return model.model_validate(
        read_text(with_commented_fields((ROOT / folder / "_template.yml").read_text(encoding="utf-8"))).data
    )


def messages(project: Path, file: str) -> list[str]:
    return [str(issue).removeprefix(f"{file}:") for issue in load(project).issues if issue.file == file]


def spoil(project: Path, old: str, new: str) -> list[str]:
    """What is said of the small case after one change."""
    path = project / "cases/harbour.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return messages(project, "cases/harbour.yml")


@pytest.mark.parametrize(("folder", "kind", "model"), KINDS)
def test_a_new_file_says_of_nothing_that_it_was_done(project, folder, kind, model):
    assert new_item(project, kind, "two-valleys") == 0
    item = getattr(load(project), f"{kind}_files")["two-valleys"].model
    assert item.draft
    assert getattr(item, "checked", ()) == ()
    for _, inner in item.everything:
        assert getattr(inner, "erratum", None) is None
        assert getattr(inner, "changes", ()) == ()
        assert getattr(inner, "named_because", None) is None
        assert not isinstance(inner, Source) or (inner.access is None and inner.read in ("record", "through-another"))


@pytest.mark.parametrize(("folder", "kind", "model"), KINDS)
def test_each_text_of_a_template_is_known_again(folder, kind, model):
    known = template(folder, model)
    named = {path for path, _ in kept_texts(whole(folder, model), known)}
    free = (
        "given",
        "interval",
        "language",
        "unverified",
        "avoid",
        "chose",
    )  # words of the format or of anybody: A., not-seen, de, year, synergy, first.decide
    assert [
        one.path for one in texts_in(whole(folder, model)) if one.path not in named and one.field.key not in free
    ] == []


@pytest.mark.parametrize(("folder", "kind", "model"), KINDS)
def test_a_template_that_only_stopped_being_a_draft_is_named_line_by_line(project, folder, kind, model):
    text = with_commented_fields((ROOT / folder / "_template.yml").read_text(encoding="utf-8"))
    (project / folder / "two-valleys.yml").write_text(text.replace("\ndraft: true", "\ndraft: false"), encoding="utf-8")
    found = load(project)
    said = [
        issue for issue in found.errors if issue.file == f"{folder}/two-valleys.yml" and "template" in issue.message
    ]
    assert len(said) > 60
    lines = text.splitlines()
    assert all(lines[issue.line - 1].strip() for issue in said)
    for wanted in ("erratum", "author", "url" if kind == "exercise" else "doi"):
        assert any(wanted in issue.where for issue in said), wanted


def test_the_case_that_kept_most_of_the_template_is_named(project):
    shutil.copy(INPUTS / "template-left/placeholder-left.yml", project / "cases/placeholder-left.yml")
    said = messages(project, "cases/placeholder-left.yml")
    for line, words in (
        (
            243,
            (
                "findings, finding 1, erratum: still says what the template says; delete the line, "
                "unless something was put right after publication"
            ),
        ),
        (
            303,
            "sources, source 1, url: still has the address of the template; write the source's own, or delete the line",
        ),
        (
            312,
            (
                "sources, source 2, author 1, family: still has the author of the template; write the source's "
                "own, or delete the entry"
            ),
        ),
        (320, "sources, source 2, doi: still has the DOI of the template; write the source's own, or delete the line"),
        (
            337,
            (
                "checked, reading 1, on: is still the day in the template; write the day of the reading, "
                "or delete this reading"
            ),
        ),
        (
            339,
            (
                "checked, reading 1, by: still says what the template says; write who read what and "
                "when, or delete this reading if nobody has done it"
            ),
        ),
        (
            345,
            "changes, change 1, when: is still the day in the template; write the day of the change, or delete this change",
        ),
        (
            349,
            (
                "changes, change 2, text: still says what the template says; delete this change, unless "
                "something changed after publication"
            ),
        ),
    ):
        assert f"{line}: {words}" in said


@pytest.mark.parametrize(
    "text",
    [
        "what became of the network with its date",
        "  What became of the network,   with its date!",
        "“What became of the network, with its date.”",
        "What became of the network, with\u00a0its date.",
        "WHAT BECAME OF THE NETWORK, WITH ITS DATE",
        "The office closed in June. What became of the network, with its date.",
        "Stop before the choice. The office closed in June.",
    ],
)
def test_a_text_that_was_hardly_changed_is_still_the_templates(text):
    assert template("cases", Case).says(text)


@pytest.mark.parametrize(
    "text",
    ["not-seen", "The network closed its office.", "2019", "What became of the ferry, with its date.", "the choice"],
)
def test_a_text_of_ones_own_is_nobody_elses(text):
    assert not template("cases", Case).says(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "https://harbour.example/eight-shores",
            "https://www.example.com/report",
            "still has the address of the template; write the source's own, or delete the line",
        ),
        (
            "https://harbour.example/eight-shores",
            "http://example.net",
            "still has the address of the template; write the source's own, or delete the line",
        ),
        (
            "https://harbour.example/eight-shores",
            "https://trust.example.com:8080/a",
            "still has the address of the template; write the source's own, or delete the line",
        ),
        (
            "The network closed its office.",
            "The network closed its office, as https://example.org, its site, says.",
            "still says what the template says; write your own, or delete the line",
        ),
        (
            "family: Example",
            "family: Surname",
            "still has the author of the template; write the source's own, or delete the entry",
        ),
        (
            "in: Harbour Press",
            "doi: 10.5555/example",
            "still has the DOI of the template; write the source's own, or delete the line",
        ),
        (
            "The network closed its office.",
            "Delete this line, it says.",
            "still says what the template says; write your own, or delete the line",
        ),
    ],
)
def test_what_stands_for_something_else_is_named_wherever_it_comes_from(project, old, new, said):
    spoil(project, "https://harbour.example/eight-shores", "https://harbour-press.org.uk/eight-shores")
    old = "https://harbour-press.org.uk/eight-shores" if old.startswith("https") else old
    assert [message.partition(": ")[2].rpartition(": ")[2] for message in spoil(project, old, new)] == [said]


@pytest.mark.parametrize(
    "address",
    [
        "https://examples.org/a",
        "https://counterexample.org/a",
        "https://harbour.org.uk/example.org",
        "https://example.org.uk/a",
    ],
)
def test_an_address_that_only_looks_like_a_placeholder_may_stand(project, address):
    assert spoil(project, "https://harbour.example/eight-shores", address) == []


def test_a_draft_is_told_once_and_with_the_lines(project):
    new_item(project, "case", "two-valleys")
    said = [
        issue for issue in load(project).issues if issue.file == "cases/two-valleys.yml" and "template" in issue.message
    ]
    assert len(said) == 1
    assert said[0].warning
    title = next(
        number
        for number, line in enumerate((project / "cases/two-valleys.yml").read_text().splitlines(), 1)
        if line.startswith("title:")
    )
    assert said[0].line == title
    assert said[0].message.startswith(f"still says what the template says on lines {title}, ")
    assert said[0].message.endswith(" more; write your own, or delete what you do not need")


def test_ids_and_words_of_the_format_may_be_those_of_the_template():
    known = whole("cases", Case)
    ids = {one.id for one in (*known.members, *known.sources, *known.decisions, *known.findings)}
    assert not any(template("cases", Case).says(id_) for id_ in ids if bare_words(id_).count(" ") + 1 < FEWEST_WORDS)
    assert not any(
        path[-1] in ("id", "kind", "fate", "country", "when") and path[0] != "changes"
        for path, _ in kept_texts(known, template("cases", Case))
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cases/_template.yml:1: is empty; put it back: git checkout -- cases/_template.yml"),
        (b"title: \xff\n", "cases/_template.yml:1: is not saved as UTF-8; save it again with that encoding"),
        (b"title:\n\tplace: A\n", "cases/_template.yml:2: has a tab; indent with spaces only"),
        (b"place: A\n", "cases/_template.yml:1: title: "),
    ],
)
def test_a_broken_template_is_named(project, content, said):
    (project / "cases/_template.yml").write_bytes(content)
    assert any(str(issue).startswith(said) for issue in load(project).issues)


def test_the_broken_template_of_an_attack_is_named(project):
    shutil.copy(INPUTS / "attack/template-broken_template.yml", project / "cases/_template.yml")
    assert [issue.file for issue in load(project).issues][:1] == ["cases/_template.yml"]


def test_a_folder_in_the_place_of_a_template_does_no_harm(project):
    (project / "cases/_template.yml").unlink()
    (project / "cases/_template.yml").mkdir()
    assert messages(project, "cases/harbour.yml") == []


def test_only_lines_without_a_space_behind_their_mark_are_fields():
    text = "# A word: about the field\n#checked:\n#  # Needed.\n#  - on: 2018\n  #erratum: none\n    # Where: here\n#\n"
    assert (
        with_commented_fields(text)
        == "# A word: about the field\nchecked:\n  # Needed.\n  - on: 2018\n  erratum: none\n    # Where: here\n#\n"
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            "docs/learn/bibliography.yml",
            "title: A handbook for harbours",
            "title: A handbook for harbours\n    url: https://example.org/handbook",
        ),
        ("docs/learn/claims/members-learn-together.md", "label: ", "article: Delete this line\nlabel: "),
    ],
)
def test_lists_and_pages_hold_no_placeholders_either(project, file, old, new):
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    text = (
        "\n".join(line for line in text.splitlines() if not (new.startswith("article") and line.startswith("article:")))
        + "\n"
    )
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(
        "template; write" in message or "still says what the template says" in message
        for message in messages(project, file)
    )
