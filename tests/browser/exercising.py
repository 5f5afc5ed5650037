"""Opens an exercise and fills it in, as a visitor would."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def ready(page: Page, address: str) -> Page:
    """The page of an exercise, once its script has woken."""
    page.goto(address)
    expect(page.locator("exercise-form:defined")).to_have_count(1)
    expect(page.locator("[data-download]")).to_be_visible()
    return page


def mark(page: Page, item: str, value: str) -> None:
    """Marks one statement."""
    page.locator(f"[data-item='{item}'] input[value='{value}']").check()


def picture(page: Page) -> Locator:
    """Asks for the picture of the answers, and gives it."""
    page.locator("[data-show-picture]").click()
    return page.locator("[data-picture-body]")


def counted(within: Locator) -> dict[str, list[list[str]]]:
    """What was counted, by the question that heads each table: its rows, cell by cell."""
    return {
        table.locator("thead th").first.inner_text(): [
            row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()
        ]
        for table in within.locator(".counts table").all()
    }
