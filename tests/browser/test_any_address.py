"""Addresses that anyone may write: no fragment, query or kept choice sets off an exception on any kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
INPUTS = Path(__file__).resolve().parents[1] / "inputs/attack"
# One page of each kind that has a script, and some that have none but the core.
PAGES = (
    "index.html",
    "404.html",
    "cases.html",
    "search.html",
    "exercises.html",
    "exercises/record.html",
    "exercises/network-health-check.html",
    "exercises/relationship-budget.html",
    "exercises/planning-room.html",
    "cases/matrix.html",
    "cases/compare.html",
    "cases/taurus.html",
    "cases/taurus/empty-hours.html",
    "learn/claims/conflict-must-surface.html",
    "learn/index.html",
    "facilitate/index.html",
    "facilitate/room-view.html",
    "facilitate/run-sheet.html",
    "facilitate/hybrid.html",
)
ENDS = (
    "%",
    "%E0%A4%A",
    "%ff",
    "100%25%",
    "%00",
    "~",
    "~%/",
    "after-x~a/b%",
    "=",
    "%=%",
    "text=%&sort=%",
    "cases=%,%2F",
    "cases=constructor/__proto__",
    "text=%E0&claim=%&sort=constructor&__proto__=a&mode=%",
    "round-%",
    "round-constructor",
    "&&==&",
    "sort=toString",
    "modes=%&countries=%",
    "words=%",
    "session=%&decision=%",
    "session=constructor&decision=constructor/__proto__",
    "\ud800",
)


@pytest.fixture
def errors(page: Page) -> list[str]:
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    return found


@pytest.mark.parametrize("path", PAGES)
def test_no_address_sets_off_an_exception(page: Page, served: str, errors: list[str], path: str) -> None:
    response = page.goto(f"{served}/{path}")
    assert response is not None
    assert response.ok
    follow = (
        "end => new Promise((done) => { addEventListener('hashchange', () => setTimeout(done), {once: true}); "
        "location.hash = end; setTimeout(done, 300); })"
    )
    for end in ENDS:
        page.evaluate(follow, end)
    for end in ENDS[:4]:
        page.goto("about:blank")
        page.goto(f"{served}/{path}#{end}")
        page.goto(f"{served}/{path}?words={end}&{end}")
    assert errors == []


def test_no_address_of_the_attack_sets_off_an_exception(page: Page, served: str, errors: list[str]) -> None:
    for line in (INPUTS / "fragments.txt").read_text().split():
        page.goto(f"{served}/{line}")
        page.evaluate("document.querySelector('.source-numbers > a')?.click()")
    assert errors == []


@pytest.mark.parametrize("state", ["5", "{casebook: 5}", "{casebook: {target: 'x'}}", "{casebook: null}"])
def test_a_state_that_is_none_of_ours_sets_off_no_exception(
    page: Page, served: str, errors: list[str], state: str
) -> None:
    for path in ("cases/taurus.html", "cases.html", "cases/matrix.html", "exercises/network-health-check.html"):
        page.goto(f"{served}/{path}")
        page.evaluate(f"history.replaceState({state}, '')")
        page.reload()
    assert errors == []
