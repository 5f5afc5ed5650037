"""Every address of the site comes from one module: nothing types one by hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.core import routes
from casebook.core.folders import HOOKS, component_files

ADDRESS = re.compile(r"(?:cases|exercises|learn|facilitate|about|contribute|data|assets)/[^ ]*|[a-z-]*\.html(?:#.*)?")
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
MODULES = sorted(path for path in HOOKS.glob("casebook/**/*.py") if path.name != "routes.py")
FILES = re.compile(r".*/(?:.*\.ya?ml|ids\.txt|_template.*|\{.*\}\.yml)?|(?:cases|exercises|docs)/?")
"""Files of the project, which are no addresses of the site."""
OTHER = {"learn/index.html", ".html", "html", "html5"}
"""What a message gives as an example, the ending of a page, and names that Markdown and nh3 know."""


def typed_in_template(text: str) -> Iterator[str]:
    """The addresses that the expressions of a template spell out."""
    for expression in EXPRESSION.findall(text):
        yield from (word for word in re.findall(r"'([^']*)'", expression) if ADDRESS.fullmatch(word))


def typed_in_module(text: str) -> Iterator[str]:
    """The addresses that the texts of a module spell out; docstrings and longer texts are no addresses."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            word = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            word = node.value
        else:
            continue
        if ADDRESS.fullmatch(word) and not FILES.fullmatch(word) and word not in OTHER:
            yield word


@pytest.mark.parametrize("path", component_files(".jinja"), ids=lambda path: path.stem)
def test_no_template_types_an_address(path: Path) -> None:
    assert list(typed_in_template(path.read_text(encoding="utf-8"))) == []


def test_no_module_types_an_address() -> None:
    typed = {path.name: list(typed_in_module(path.read_text(encoding="utf-8"))) for path in MODULES}
    assert {name: found for name, found in typed.items() if found} == {}


def test_a_typed_address_would_be_found() -> None:
    assert list(typed_in_template("<a href=\"{{ link('cases/' ~ slug ~ '.html') }}\">")) == ["cases/", ".html"]
    assert list(typed_in_module("home = f'cases/{slug}.html'\nout = 'data/cases.json'\n")) == [
        "cases/{}.html",
        "data/cases.json",
    ]


def test_an_address_may_have_an_anchor() -> None:
    assert routes.case("leeds") == "cases/leeds.html"
    assert routes.case("leeds", "sources") == "cases/leeds.html#sources"
    assert routes.claim("networks-adapt", "leeds-finding-1") == "learn/claims/networks-adapt.html#leeds-finding-1"
