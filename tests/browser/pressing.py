"""Presses what a curious visitor would press."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

MAY_BE_PRESSED = """([one]) => Boolean(one) && !one.matches(":disabled") && !one.closest('[aria-disabled="true"]') &&
  one.type !== "reset" && !/file|delete|clear/i.test(one.textContent)"""
"""Asked of a button as it is now: there (what was pressed before may have put it away), enabled, and harmless.

In one question, because on a page of many hundred buttons every question looks through all of them.
"""


def press_everything(page: Page, in_dialog: Callable[[Page], object] | None = None, most: int = 60) -> None:
    """Opens every fold and presses every button of the page that shows something; looks into the first dialog and
    closes each.
    """
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
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
