"""Drawings in the accessibility tree of Chromium: each is one sentence, or nothing; none is read as a row of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

pytestmark = pytest.mark.browser
NUMBERS = re.compile(r"[\d\s.,×+–-]+")
DRAWN = "svg, .band, .axis, .years, .track, .compare-band"
"""What is drawn, and not written."""
CASE = "cases/nottingham.html"
PAGES = [
    CASE,
    "cases.html",
    "index.html",
    "learn/forms/alliance.html",
    "cases/matrix.html",
    "cases/timeline.html",
    "cases/compare.html#cases=nottingham,bristol",
    "contribute/components.html",
]


def tree(page: Page) -> tuple[CDPSession, list[dict[str, Any]]]:
    """Every node of the accessibility tree that a screen reader may meet."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return session, [node for node in nodes if not node["ignored"]]


def is_drawn(session: CDPSession, node: dict[str, Any]) -> bool:
    """True when a node belongs to something drawn."""
    found = session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})["object"]
    asked = {
        "objectId": found["objectId"],
        "functionDeclaration": f"function () {{ return Boolean((this.parentElement).closest('{DRAWN}')) }}",
        "returnByValue": True,
    }
    return bool(session.send("Runtime.callFunctionOn", asked)["result"]["value"])


def said(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))


def read_from_drawings(page: Page) -> Iterator[str]:
    """What is read from inside a drawing."""
    session, nodes = tree(page)
    written = [node for node in nodes if node["role"]["value"] == "StaticText" and "backendDOMNodeId" in node]
    numbers = [node for node in written if NUMBERS.fullmatch(said(node))]
    yield from (said(node) for node in numbers if is_drawn(session, node))


def names_of_drawings(page: Page) -> list[str]:
    """The names of all drawings that are read at all."""
    return [said(node) for node in tree(page)[1] if node["role"]["value"] in ("image", "img", "SvgRoot")]


@pytest.mark.parametrize("path", PAGES)
def test_no_drawing_is_read_as_numbers_and_each_is_a_sentence(page: Page, served: str, path: str) -> None:
    page.goto(f"{served}/{path}")
    page.locator("main").wait_for()
    assert list(read_from_drawings(page)) == []
    names = names_of_drawings(page)
    if path != "contribute/components.html":  # an example of a part of a drawing is called by the name of the example
        assert [name for name in names if not re.fullmatch(r"[A-Z].+\.", name)] == []


def test_the_drawing_of_a_case_says_what_it_shows(page: Page, served: str) -> None:
    page.goto(f"{served}/{CASE}")
    names = names_of_drawings(page)
    assert names
    assert all(name.startswith("Drawing of ") for name in names)


def test_ones_own_map_is_a_sentence_too(page: Page, served: str) -> None:
    page.goto(f"{served}/exercises/relationship-budget.html")
    for number, name in enumerate(("Ward", "Practice")):
        page.locator("role-map [data-label]:visible").nth(number).fill(name)
    page.locator(".own-map svg.network-picture").wait_for()
    assert page.locator(".own-map svg.network-picture text").count() == 2
    assert list(read_from_drawings(page)) == []
    assert "A picture of 2 roles and 0 ties. The list has the same facts." in names_of_drawings(page)


def test_a_number_in_a_drawing_would_be_noticed(page: Page, served: str) -> None:
    page.goto(f"{served}/{CASE}")
    page.evaluate("document.querySelectorAll('svg [aria-hidden], svg[role]').forEach((one) => "
                  "{ one.removeAttribute('aria-hidden'); one.removeAttribute('role') })")  # fmt: skip
    assert list(read_from_drawings(page)) != []
