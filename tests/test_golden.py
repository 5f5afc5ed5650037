"""The HTML of every example of every component, against the HTML it had when the page was settled.

It is prettified first: a line for each tag and each text, attributes in order, white space once. The examples name what
is in tests/casebook, so that no change of a real case or exercise changes a file here; a change of a message does.
Where a change is meant, `make golden` writes the files anew: read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import os
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import casebook.components  # noqa: F401  registers every component
from casebook.checking.load import load
from casebook.render.context import PageContext
from casebook.render.example_library import EXAMPLES, ExampleContext, example_library
from casebook.render.examples import ComponentNote, Example, every_example, render_example
from real_library import real_library

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests/golden"
EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
EVERY = list(every_example())


class Prettified(HTMLParser):
    """Writes HTML a line for each tag and each text, indented by its depth."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = "".join(
            f" {name}" if value is None else f' {name}="{escape(" ".join(value.split()))}"'
            for name, value in sorted(attrs)
        )
        self._line(f"<{tag}{said}>")
        self.depth += tag not in EMPTY

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.depth -= tag not in EMPTY

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1
        self._line(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._line(escape(" ".join(data.split()), quote=False))

    def _line(self, text: str) -> None:
        self.lines.append("  " * self.depth + text)


def prettified(html: str) -> str:
    writer = Prettified()
    writer.feed(html)
    writer.close()
    return "\n".join(writer.lines) + "\n"


def file_of(note: ComponentNote, example: Example) -> Path:
    return GOLDEN / f"{note.name}.{'-'.join(example.name.lower().split())}.html"


def test_a_golden_file_has_a_line_for_each_tag_and_each_text() -> None:
    html = '<ul id="a"\n class="plain  b"><li>One\n  &amp; more<br></li></ul><p hidden>4</p>'
    assert prettified(html) == (
        '<ul class="plain b" id="a">\n  <li>\n    One &amp; more\n    <br>\n  </li>\n</ul>\n<p hidden>\n  4\n</p>\n'
    )


@pytest.fixture(scope="module")
def ctx() -> PageContext:
    library = real_library()
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
def test_every_example_has_its_html(ctx: PageContext, note: ComponentNote, example: Example) -> None:
    file, found = file_of(note, example), prettified(str(render_example(ctx, note, example)))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    changed = "\n".join(difflib.unified_diff(known.splitlines(), found.splitlines(), "settled", "now", lineterm=""))
    assert not changed, f"{file.name} has other HTML; `make golden` writes it anew if that is meant\n{changed}"


def test_no_golden_file_is_left_over() -> None:
    assert sorted(GOLDEN.glob("*")) == sorted(file_of(*one) for one in EVERY)
