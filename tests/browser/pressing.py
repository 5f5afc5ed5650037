"""Presses what a curious visitor would press."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

MAY_BE_PRESSED = """([one]) => Boolean(one) && !one.matches(":disabled") && !one.closest('[aria-disabled="true"]') &&
  one.type !== "reset" && !/file|delete|clear/i.test(one.textContent)"""
"""Asked of a button as it is now: there (what was pressed before may have put it away), enabled, and harmless.

In one question, because on a page of many hundred buttons every question looks through all of them.
"""


def show_what_they_did(page: Page, decision: str) -> None:
    """Asks for what they did at a decision, without choosing."""
    pause = page.locator(f"[id='decide-{decision}']")
    pause.get_by_role("link", name="Show what they did", exact=True).click()
    pause.get_by_role("link", name="Show what they did without choosing").click()


def press_everything(page: Page, in_dialog: Callable[[Page], object] | None = None, most: int = 60) -> None:
    """Opens every fold and presses every button of the page that shows something; looks into the first dialog and
    closes each.
    """
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    for pause in page.locator("decision-pause").all():
        if page.url.partition("#")[0] in (pause.locator("a[data-show]").get_attribute("href") or "#"):
            show_what_they_did(page, (pause.get_attribute("id") or "").removeprefix("decide-"))
    folds = page.locator("what-happened > .show > a:visible")
    while folds.count():
        folds.first.click()
    for button in page.locator("main button:visible").all()[:most]:
        if not button.evaluate_all(MAY_BE_PRESSED):
            continue
        button.click()
        if page.locator("dialog[open]").count():
            if in_dialog:
                in_dialog(page)
                in_dialog = None
            page.keyboard.press("Escape")
