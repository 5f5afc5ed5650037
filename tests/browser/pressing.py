"""Presses what a curious visitor would press."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from playwright.sync_api import Page

MAY_BE_PRESSED = """([one]) => Boolean(one) && !one.matches(":disabled") && !one.closest('[aria-disabled="true"]') &&
  one.type !== "reset" && !/file|delete|clear/i.test(one.textContent)"""
"""Asked of a button as it is now: there (what was pressed before may have put it away), enabled, and harmless.

In one question, because on a page of many hundred buttons every question looks through all of them.
"""

KINDS = """buttons => buttons.map((one) => [one, one.parentElement].map((part) => `${part.tagName}.${part.className}`)
  .join(" ") + (one.closest("td, th, li.in-list, ol, ul") ? "" : ` ${one.textContent}`))"""
"""What kind of button each is: what it is in, and outside of tables and lists what it says."""
MOST_OF_A_KIND = 4


def show_what_they_did(page: Page, decision: str) -> None:
    """Asks for what they did at a decision, or where it is open for how things stand, without choosing."""
    pause = page.locator(f"[id='decide-{decision}']")
    pause.get_by_role("link", name=re.compile(r"^Show (what they did|how things stand)$")).click()
    pause.get_by_role("link", name=re.compile(r"^Skip the choice and show (what they did|how things stand)")).click()


def press_everything(page: Page, in_dialog: Callable[[Page], object] | None = None) -> None:
    """Opens every fold and presses every button of the page that shows something; looks into the first dialog and
    closes each. Of buttons of one kind a few are pressed: what they do is the same.
    """
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    for pause in page.locator("decision-pause").all():
        if page.url.partition("#")[0] in (pause.locator("a[data-show]").get_attribute("href") or "#"):
            show_what_they_did(page, (pause.get_attribute("id") or "").removeprefix("decide-"))
    folds = page.locator("what-happened > .show > a:visible")
    while folds.count():
        folds.first.click()
    pressed: Counter[str] = Counter()
    for button, kind in zip(
        page.locator("main button:visible").all(), page.locator("main button:visible").evaluate_all(KINDS), strict=True
    ):
        pressed[kind] += 1
        if pressed[kind] > MOST_OF_A_KIND or not button.evaluate_all(MAY_BE_PRESSED):
            continue
        button.click()
        if page.locator("dialog[open]").count():
            if in_dialog:
                in_dialog(page)
                in_dialog = None
            page.keyboard.press("Escape")
