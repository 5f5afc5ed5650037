"""The shape of every example of every component, against the shape it had when the look was settled.

A shape is the tree of tags with their classes; words, numbers and addresses are left out, and like neighbours stand
once, so that content can change freely. The examples name what is in tests/casebook, so that no change of a real case
or exercise changes a shape. Where a change of shape is meant, `make golden` writes the files anew: read the
difference before you commit it.
"""

from __future__ import annotations

import difflib
import os
from html.parser import HTMLParser
from pathlib import Path

import pytest

import casebook.components  # noqa: F401  registers every component
from casebook.checking.load import load
from casebook.render.context import PageContext
from casebook.render.example_library import EXAMPLES, ExampleContext, example_library
from casebook.render.examples import ComponentNote, Example, every_example, render_example

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests/golden"
EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
EVERY = list(every_example())


class Shape(HTMLParser):
    """Reads HTML into a tree of tags with their classes and roles."""

    def __init__(self) -> None:
        super().__init__()
        self.top: list[object] = []
        self.open: list[tuple[str, list[object]]] = [("", self.top)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        classes = "".join(f".{one}" for one in (said.get("class") or "").split())
        role = f"[{said['role']}]" if said.get("role") else ""
        inner: list[object] = []
        self.open[-1][1].append((tag + classes + role, inner))
        if tag not in EMPTY:
            self.open.append((tag, inner))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open[-1][0] != tag:
                self.open.pop()
            self.open.pop()


def lines(nodes: list[object], depth: int = 0) -> list[str]:
    """The tree, a line for each tag; neighbours of one shape stand once, with a star."""
    written: list[list[str]] = []
    for name, inner in nodes:  # type: ignore[misc]
        here = [f"{'  ' * depth}{name}", *lines(inner, depth + 1)]
        starred = [f"{here[0]} *", *here[1:]]
        if written and written[-1] in (here, starred):
            written[-1] = starred
        else:
            written.append(here)
    return [line for block in written for line in block]


def shape_of(html: str) -> str:
    reader = Shape()
    reader.feed(html)
    return "\n".join(lines(reader.top)) + "\n"


def file_of(note: ComponentNote, example: Example) -> Path:
    return GOLDEN / f"{note.name}.{'-'.join(example.name.lower().split())}.txt"


def test_a_shape_leaves_words_out_and_tells_like_neighbours_once() -> None:
    html = '<ul class="plain"><li>One<br></li><li>Two<br></li><li class="last">Three</li></ul><p role="status">4</p>'
    assert shape_of(html) == "ul.plain\n  li *\n    br\n  li.last\np[status]\n"


@pytest.fixture(scope="module")
def ctx() -> PageContext:
    library = load(ROOT)
    examples = example_library(library)
    assert examples
    return ExampleContext(PageContext(library, "contribute/components.html"), examples)


def test_the_invented_casebook_has_no_issue() -> None:
    assert [str(issue) for issue in load(EXAMPLES).issues] == []


def test_what_is_invented_says_so(ctx: PageContext) -> None:
    said = {slug: case.summary for slug, case in ctx.library.cases.items()}
    said |= {slug: exercise.aim for slug, exercise in ctx.library.exercises.items()}
    assert [slug for slug, text in said.items() if "invented" not in text] == []


@pytest.mark.parametrize(("note", "example"), EVERY, ids=[file_of(*one).stem for one in EVERY])
def test_every_example_has_its_shape(ctx: PageContext, note: ComponentNote, example: Example) -> None:
    file, found = file_of(note, example), shape_of(str(render_example(ctx, note, example)))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    changed = "\n".join(difflib.unified_diff(known.splitlines(), found.splitlines(), "settled", "now", lineterm=""))
    assert not changed, f"{file.name} has another shape; `make golden` writes it anew if that is meant\n{changed}"


def test_no_golden_file_is_left_over() -> None:
    assert sorted(GOLDEN.glob("*.txt")) == sorted(file_of(*one) for one in EVERY)
