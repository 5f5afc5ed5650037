"""Words that got lost or changed their form are named with file and line, and a server goes on without them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from casebook.checking.load import load
from casebook.cli.main import main
from casebook.core.build import Build
from casebook.wording.message_shape import SHAPE, mended, names_in, read_shape, shape_text
from casebook.wording.messages import WORDS, load_messages
from small_site import accept, make_small_site, served_pages, without_scripts

SMALL = """\
site:
  name: A casebook
  skip: Skip to the page
case:
  found:
    one: One case
    other: "{count} cases"
  of: "{count} of {all}"
home:
  doors:
    - title: Learn
      path: learn.html
      order: 1
matrix:
  which:
    - first
    - second
"""


@pytest.fixture
def worded(small_project: Path) -> Path:
    (small_project / "docs/messages").mkdir()
    (small_project / WORDS).write_text(SMALL)
    (small_project / SHAPE).write_text(shape_text(yaml.safe_load(SMALL)))
    accept(small_project)
    return small_project


def issues(project: Path) -> list[str]:
    return [str(issue) for issue in load(project).issues]


BACK = "put it back, or, if nothing uses it any more, run: casebook schema"
BROKEN = {
    "a key is gone": ("  skip: Skip to the page\n", "", [f"1: site.skip: is missing; {BACK}"]),
    "a key is misspelt": ("  skip:", "  skpi:", ["3: site.skpi: is not a name that anything asks for; write skip"]),
    "a section is gone": ("matrix:\n  which:\n    - first\n    - second\n", "", [f"1: matrix: is missing; {BACK}"]),
    "a section is misspelt": (
        "matrix:",
        "matrixx:",
        ["14: matrixx: is not a name that anything asks for; write matrix"],
    ),
    "a section is text": (
        "matrix:\n  which:\n    - first\n    - second\n",
        "matrix: no\n",
        ["14: matrix: must hold fields (name: value)"],
    ),
    "one is gone": (
        "    one: One case\n",
        "",
        ["5: case.found: needs two texts, one: for 1 and other: for every other number"],
    ),
    "other is gone": (
        '    other: "{count} cases"\n',
        "",
        ["5: case.found: needs two texts, one: for 1 and other: for every other number"],
    ),
    "one text for many": (
        'found:\n    one: One case\n    other: "{count} cases"',
        'found: "{count} cases"',
        ["5: case.found: needs two texts, one: for 1 and other: for every other number"],
    ),
    "two texts where one is wanted": (
        "  name: A casebook",
        "  name:\n    one: A\n    other: B",
        ["2: site.name: must be a text, not fields (name: value)"],
    ),
    "a list where a text is wanted": (
        "  name: A casebook",
        "  name:\n    - A",
        ["2: site.name: must be a text, not a list"],
    ),
    "true where a text is wanted": (
        "  name: A casebook",
        "  name: true",
        ["2: site.name: must be a text, not true or false"],
    ),
    "a text where a list is wanted": (
        "  which:\n    - first\n    - second",
        "  which: first",
        ["15: matrix.which: must be a list"],
    ),
    "texts where fields are wanted": (
        "    - title: Learn\n      path: learn.html\n      order: 1",
        "    - Learn",
        ["10: home.doors: must be a list in which each entry is fields (name: value)"],
    ),
    "a field of an entry is gone": (
        "      path: learn.html\n",
        "",
        [f"10: home.doors: entry 1: leaves out path; {BACK}"],
    ),
    "a field of an entry is a list": (
        "path: learn.html",
        "path: [learn.html]",
        ["10: home.doors: entry 1: path must be a text"],
    ),
    "a field of an entry is no number": (
        "order: 1",
        "order: first",
        ["10: home.doors: entry 1: order must be a number"],
    ),
    "fields where texts are wanted": (
        "    - first",
        "    - a: first",
        ["15: matrix.which: must be a list in which each entry is a text"],
    ),
    "a name that nothing fills in": (
        "{count} of {all}",
        "{count} of {every}",
        [
            "8: case.of: leaves out {all}",
            "8: case.of: nothing fills in {every}; choose from {all}, {count}",
        ],
    ),
    "a name in a text without any": (
        "Skip to the page",
        "Skip {now}",
        ["3: site.skip: nothing fills in {now}; leave it out"],
    ),
    "a name that is left out": ('"{count} cases"', "many cases", ["5: case.found: other: leaves out {count}"]),
    "a brace that does not close": (
        "Skip to the page",
        "Skip {to",
        ["3: site.skip: has a brace { or } that belongs to no {name}"],
    ),
    "a number in braces": (
        "Skip to the page",
        "Skip {0}",
        ["3: site.skip: has a brace { or } that belongs to no {name}"],
    ),
    "an attribute in braces": (
        "Skip to the page",
        "Skip {a.__class__}",
        ["3: site.skip: has a brace { or } that belongs to no {name}"],
    ),
    "nothing": ("  name: A casebook", "  name:", ["2: site, name: has no value"]),
    "a key twice": ("  skip: Skip to the page", "  skip: a\n  skip: b", ["is written twice; keep one of them"]),
}


@pytest.mark.parametrize(("old", "new", "wanted"), BROKEN.values(), ids=BROKEN.keys())
def test_a_single_mistake_in_the_words_is_named(old, new, wanted, worded):
    assert issues(worded) == []
    assert SMALL.count(old) == 1
    (worded / WORDS).write_text(SMALL.replace(old, new))
    found = issues(worded)
    assert len(found) == len(wanted), found
    for message, start in zip(found, wanted, strict=True):
        assert message.startswith(f"{WORDS}:{start}".replace("site, name", "site.name")) or start in message
    load_messages(worded).t("site.name")


@pytest.mark.parametrize(("content", "message"), [
    (b"", "1: is empty"), (b"site: [", "2: has a [ or a { that is never closed"), (b"site:\n  name: \xe4\n", "2: is not saved as UTF-8"),
    (b"- a\n", "1: must hold fields"), (b"a: b\n", "1: case: is missing"), (b"site: &x a\n", "1: site: uses an anchor"),
])  # fmt: skip
def test_words_that_are_no_words_are_named_and_have_stand_ins(content, message, worded):
    (worded / WORDS).write_bytes(content)
    found = issues(worded)
    assert found
    assert all(one.startswith(f"{WORDS}:") for one in found)
    assert any(message in one for one in found), found
    words = load_messages(worded)
    assert words.t("site.name") == "[site.name]"
    assert words.t("case.found", count=2) == "[case.found]"
    assert words.at("home.doors") == []


WHY = {"gone": "missing; put it back", "a folder": "a folder", "a link to nowhere": "a link that leads nowhere"}


@pytest.mark.parametrize("how", WHY)
def test_a_missing_file_of_words_is_named(how, worded):
    path = worded / WORDS
    path.unlink()
    if how == "a folder":
        path.mkdir()
    if how == "a link to nowhere":
        path.symlink_to(worded / "nowhere.yml")
    assert any(one.startswith(f"{WORDS}:1: is {WHY[how]}") for one in issues(worded))
    assert load_messages(worded).t("site.skip") == "[site.skip]"


SPOILT = {
    "gone": (None, "is missing, so nobody would notice if words were lost"),
    "empty": (b"", "is damaged, so nobody would notice if words were lost"),
    "half": (b"# What\nsite/name: text\ncase/fo", "is damaged, so nobody would notice if words were lost"),
    "merged": (b"site/name: text\n=======\ncase/of: text\n", "is damaged, so nobody would notice if words were lost"),
    "in other signs": (b"site/name: text\n# \xe4\n", "is not saved as UTF-8"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_words_without_their_shape_are_named_and_have_stand_ins(how, worded):
    content, message = SPOILT[how]
    (worded / SHAPE).unlink()
    if content is not None:
        (worded / SHAPE).write_bytes(content)
    (worded / WORDS).write_text(SMALL.replace("  skip: Skip to the page\n", "  odd: Skip {to\n"))
    (found,) = [one for one in issues(worded) if SHAPE in one]
    assert message in found
    assert "git checkout -- docs/messages/shape.txt" in found or "UTF-8" in found
    words = load_messages(worded)
    if words.is_patient:
        assert words.t("site.skip") == "[site.skip]" == str(words.tree["site"]["skip"])
        assert words.t("site.odd", to="a") == "Skip {to"
        assert words.t("site.name.first", count=1) == "[site.name.first]"
        assert list(words.at("home.cards")) == []
        assert str(words.tree["nothing"]["of"]) == "[nothing.of]"


def test_a_page_is_shown_where_neither_the_words_nor_their_shape_can_be_read(tmp_path, monkeypatch):
    project = make_small_site(tmp_path / "project")
    (project / SHAPE).unlink()
    (project / WORDS).write_text("site: [")
    with without_scripts(monkeypatch):
        library, pages = served_pages(Build(project, serving=True))
    assert sorted(issue.file for issue in library.issues) == [WORDS, SHAPE]
    assert "Who pays for the shared ferry?" in pages["cases/harbour.html"]


@pytest.mark.parametrize("content", ["site: [", "site:\n  name: a { b\n"])
def test_no_shape_is_written_of_words_with_problems(content, worded, monkeypatch, capsys):
    (worded / WORDS).write_text(content)
    monkeypatch.chdir(worded)
    assert main(["schema"]) == 1
    assert "docs/messages/en.yml has problems" in capsys.readouterr().out


def test_the_words_that_were_found_to_break_the_build_are_named(root, worded):
    shutil.copy(root / "tests/inputs/attack/words-key-missing_en.yml", worded / WORDS)
    assert f"{WORDS}:1: site: is missing; {BACK}" in issues(worded)


def test_new_words_need_no_leave(worded):
    (worded / WORDS).write_text(SMALL + "more:\n  words: Here\n")
    assert issues(worded) == []


def test_good_words_stay_when_others_are_mended():
    tree = yaml.safe_load(SMALL)
    del tree["site"]["skip"]
    whole = mended(tree, read_shape(shape_text(yaml.safe_load(SMALL))))
    assert whole["site"] == {"name": "A casebook", "skip": "[site.skip]"}
    assert whole["case"] == yaml.safe_load(SMALL)["case"]
    assert "skip" not in tree["site"]


def test_names_are_words_and_nothing_else():
    assert names_in("{a} and {b_c}, {a}") == {"a", "b_c"}
    for odd in ("{", "}", "{}", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:>9}"):
        with pytest.raises(ValueError):  # noqa: PT011  the message is Python's
            names_in(odd)


def test_the_written_shape_is_that_of_the_words(root):
    assert (root / SHAPE).read_text(encoding="utf-8") == shape_text(load_messages(root).tree), "run casebook schema"
    assert len(read_shape((root / SHAPE).read_text())) > 900
