"""Templates can be read in a diff, and what they do beyond loops and conditions stands in Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from casebook.core.folders import component_files
from casebook.render.context import environment

WIDEST = 120
TEMPLATES = component_files(".jinja")
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
LIST_METHODS = {"append", "extend", "insert", "update", "pop"}
LIST_FILTERS = {
    "abs",
    "batch",
    "capitalize",
    "groupby",
    "list",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "sum",
    "title",
    "unique",
    "upper",
}


def too_wide(text: str) -> Iterator[int]:
    """The numbers of the lines that are wider than a diff."""
    return (number for number, line in enumerate(text.splitlines(), 1) if len(line) > WIDEST)


def is_logic(node: nodes.Node) -> bool:
    """True for arithmetic, for what builds or reworks lists and words, and for one filter on another."""
    match node:
        case nodes.Call(node=nodes.Name(name="namespace")) | nodes.NSRef() | nodes.ExprStmt():
            return True
        case nodes.Call(node=nodes.Getattr(attr=method)):
            return method in LIST_METHODS
        case nodes.Filter(node=inner, name=name):
            return name in LIST_FILTERS or isinstance(inner, nodes.Filter)
        case nodes.Neg(node=nodes.Const()):
            return False  # the last of a list: [-1]
        case _:
            return isinstance(node, ARITHMETIC)


def logic_in(source: str) -> list[int]:
    """The lines of a template in which something is worked out."""
    return sorted(node.lineno for node in environment().parse(source).find_all(nodes.Node) if is_logic(node))


def test_every_component_folder_is_looked_at() -> None:
    assert len(TEMPLATES) > 90


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_fits_into_a_diff(path: Path) -> None:
    assert list(too_wide(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_works_nothing_out(path: Path) -> None:
    assert logic_in(path.read_text(encoding="utf-8")) == []


def test_a_wide_line_is_noticed() -> None:
    assert list(too_wide(f"<p>\n{'é' * WIDEST}\n{'é' * (WIDEST + 1)}\n</p>")) == [3]


@pytest.mark.parametrize(
    "expression",
    [
        "{{ number + 1 }}",
        "{{ seats | length - 1 }}",
        "{% for number in range(1, most * 2) %}{% endfor %}",
        "{{ 'wide' if width / 2 > 10 }}",
        "{{ width // 2 }}",
        "{{ 'round' if year % 10 == 0 }}",
        "{{ size ** 2 }}",
        "{{ -size }}",
        "{% set here = namespace(any=false) %}",
        "{% set here.any = true %}",
        "{% if names.append(name) %}{% endif %}",
        "{{ ways | selectattr('text') | list }}",
        "{{ names | join(', ') | lower }}",
        "{{ words[0] | upper }}",
    ],
)
def test_logic_in_a_template_is_noticed(expression: str) -> None:
    assert set(logic_in(f"<p>\n{expression}\n</p>")) == {2}


@pytest.mark.parametrize(
    "expression",
    [
        "{% for seat in seats if seat.text %}{{ loop.index }}. {{ seat.text }}{{ ', ' if not loop.last }}{% endfor %}",
        "{% if seats | length > 1 %}{{ t('sheet.' ~ name, names=names | join('; ')) }}{% endif %}",
        "{{ rules[-1].text }}",
    ],
)
def test_loops_conditions_and_simple_filters_may_stay(expression: str) -> None:
    assert logic_in(expression) == []
