"""The content security policy in a real browser: pages look and work as meant, and nothing of theirs is refused; what
is not theirs is.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from casebook.library.library import Library

pytestmark = pytest.mark.browser
PAGES = (
    "index.html",
    "cases.html",
    "cases/matrix.html",
    "cases/timeline.html",
    "cases/compare.html",
    "cases/data.html",
    "exercises.html",
    "exercises/record.html",
    "search.html",
    "facilitate/index.html",
    "facilitate/before-and-after.html",
    "facilitate/hybrid.html",
    "facilitate/room-view.html",
    "facilitate/run-sheet.html",
    "learn/index.html",
    "learn/choosing-a-form.html",
    "contribute/components.html",
    "404.html",
)


@pytest.fixture
def refused(page: Page) -> list[str]:
    """What the policy refuses while the test runs."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            found.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    return found


def test_no_page_of_ours_is_refused_anything(page: Page, served: str, refused: list[str], library: Library) -> None:
    case = next(iter(library.cases))
    decision = library.cases[case].decisions[0].id
    exercises = [f"exercises/{slug}.html" for slug in library.exercises]
    made = (
        f"cases/{case}.html",
        f"cases/{case}/{decision}.html",
        f"cases/{case}/{decision}/room.html#pack",
    )
    for path in (*PAGES, *made, *exercises, *(f"learn/claims/{claim}.html" for claim in list(library.claims)[:3])):
        page.goto(f"{served}/{path}")
        expect(page.locator("h1").first).to_be_visible()
    assert refused == []


def test_lengths_and_places_that_a_page_gives_take_effect(page: Page, served: str, refused: list[str]) -> None:
    page.goto(f"{served}/cases/timeline.html")
    bars = page.locator("[style]")
    assert bars.count() > 5
    assert bars.first.evaluate("bar => bar.style.length") > 0
    assert refused == []


def test_a_style_sheet_inside_a_page_has_no_effect(page: Page, served: str, refused: list[str]) -> None:
    page.goto(f"{served}/index.html")
    page.evaluate(
        """() => {
            const style = document.createElement("style");
            style.textContent = "h1 { display: none }";
            document.head.append(style);
        }"""
    )
    expect(page.locator("h1").first).to_be_visible()
    assert len(refused) == 1
    assert "style-src" in refused[0]


def test_the_policy_holds_scripts_and_style_sheets_to_our_own_files(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    parts = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    assert parts["style-src"] == ["'self'"]
    assert parts["style-src-attr"] == ["'unsafe-inline'"]
    assert parts["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
