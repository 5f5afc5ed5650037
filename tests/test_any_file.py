"""Whatever a case or an exercise file holds, reading it ends in words: never in a traceback."""

from __future__ import annotations

import itertools
import random
import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.checking.load import load
from casebook.cli.main import check

EXAMPLES = Path(__file__).parent / "examples"
CASE = (EXAMPLES / "cases/harbour.yml").read_text()
EXERCISE = (EXAMPLES / "exercises/harbour-check.yml").read_text()
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SIGNS = [
    *"\"'{}[]&*!|>%@`#:-?,~\t\n \\",
    "\n\n",
    ": ",
    "- ",
    "---\n",
    "...\n",
    "<<: ",
    "\x00",
    "\x07",
    "\u2028",
    "\x85",
    "\ud7ff",
    "é",
    "0x1F",
    "1e999",
    "!!python/object:os.system ",
    "&a ",
    "*a",
]

words = st.text(max_size=12)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**30, max_value=10**60),
    st.floats(),
    words,
    st.dates(),
    st.sampled_from([*SIGNS, "2018", "when", "network"]),
)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(words, st.integers(), st.booleans()), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One copy of the small project; each example writes over the same file."""
    return Path(shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("any") / "project"))


def holds_up(project: Path, file: str, content: bytes) -> None:
    """Reads and checks the project with this file in it; every problem is a line with place and words."""
    path = project / file
    path.write_bytes(content)
    try:
        library = load(project)
        check(library, [])
    finally:
        path.unlink()
    for issue in library.issues:
        said = str(issue)
        assert issue.line >= 1
        assert issue.message.strip()
        assert "Traceback" not in said
        assert "literal[" not in said
    if path.stem not in {**library.cases, **library.exercises}:
        drafts = [
            one
            for one in (*library.case_files.values(), *library.exercise_files.values())
            if one.file == file and one.is_draft
        ]
        assert drafts or any(issue.file == file for issue in library.issues), "a file that is left out says why"


@MANY
@given(content=st.binary(max_size=400))
def test_any_bytes(project, content):
    holds_up(project, "cases/any.yml", content)


@MANY
@given(content=st.text(max_size=400))
def test_any_text(project, content):
    holds_up(project, "cases/any.yml", content.encode("utf-8", "surrogatepass"))


@MANY
@given(data=st.data())
def test_a_case_with_pieces_torn_out_and_signs_put_in(project, data):
    text = list(CASE)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 30))
        text[start : start + length] = data.draw(st.sampled_from(SIGNS))
    holds_up(project, "cases/any.yml", "".join(text).encode("utf-8", "replace"))


@MANY
@given(data=st.data())
@pytest.mark.parametrize(("file", "text"), [("cases/any.yml", CASE), ("exercises/any.yml", EXERCISE)])
def test_anything_in_place_of_any_value(project, file, text, data):
    tree = yaml.safe_load(text)
    at, here = None, tree
    while isinstance(here, dict | list) and here and (at is None or data.draw(st.integers(0, 5))):
        key = (
            data.draw(st.sampled_from(sorted(here, key=str)))
            if isinstance(here, dict)
            else data.draw(st.integers(0, len(here) - 1))
        )
        at, here = (here, key), here[key]
    assert at is not None
    at[0][at[1]] = data.draw(anything)
    holds_up(project, file, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "replace"))


@MANY
@given(tree=st.dictionaries(st.sampled_from([*yaml.safe_load(CASE), "draft", "xyz"]), anything))
def test_any_tree_of_values_under_the_fields_of_a_case(project, tree):
    holds_up(project, "cases/any.yml", yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace"))


@pytest.mark.parametrize("content", [
    "[" * 100_000, "{a: " * 20_000, "- " * 50_000, "a:\n" + "".join("  " * depth + "a:\n" for depth in range(1, 300)), "? " * 10_000,
    "title: " + "9" * 100_000, "when: " + "9" * 5_000, "a: &a [*a]", "a: &a {b: *a}", "!!python/object/apply:os.system [ls]", "{{ 7*7 }}: {{ 7*7 }}",
    "title: !!binary aGVsbG8=", "<<: {a: b}", "? {a: b}\n: c", "? [1]\n: 2", "~: null", "0: 1", "true: false", ".nan: .inf", "when: .inf",
        "a: 1e400", "%YAML 9.9\n---\na: b",
    "\ufeff\ufeff\ufeff", "---", "---\n---", "...", "'", '"', "|", ">", "&", "*", "!", "%", "@", "`", "-", "?", ":", "#", "\\", "''", '""', "'a': 'b' 'c'",
    '"\\ud800": "\\udfff"', 'title: "\\0"', 'title: "\\x1b[31m"', 'title: "\\U0001F600"', 'title: "\\UFFFFFFFF"',
], ids=itertools.count())  # fmt: skip
def test_strange_files(project, content):
    for file in ("cases/any.yml", "exercises/any.yml"):
        holds_up(project, file, content.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("seed", range(20))
def test_a_case_whose_lines_are_shuffled(project, seed):
    lines = CASE.splitlines(keepends=True)
    random.Random(seed).shuffle(lines)
    holds_up(project, "cases/any.yml", "".join(lines).encode())


@MANY
@given(
    content=st.text(max_size=200),
    where=st.sampled_from(
        [
            "docs/learn/vocabulary.yml",
            "docs/learn/scales.yml",
            "docs/learn/bibliography.yml",
            "docs/learn/claims/members-learn-together.md",
        ]
    ),
)
def test_any_text_in_the_lists_and_pages_beside_the_cases(content, where):
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(EXAMPLES, Path(folder) / "project"))
        (project / where).write_bytes(content.encode("utf-8", "replace"))
        library = load(project)
        check(library, [])
        assert library.issues
