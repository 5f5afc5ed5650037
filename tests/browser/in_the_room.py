"""A laptop in a room without a network: the built site is opened from the disk, and whatever a page asks for is noted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_reach import axe_faults, contrast_faults, keyboard_faults

REACH = (Path(__file__).parent / "reach.js").read_text()


class Laptop:
    """A browser without a network, and what its pages asked for, said and left behind."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.context, self.site = context, site
        self.asked: list[str] = []
        self.said: list[str] = []
        context.add_init_script(REACH)
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("console", lambda line: self.said.append(line.text) if line.type in ("error", "warning") else None)
        context.on("weberror", lambda error: self.said.append(str(error.error)))

    def open(self, path: str) -> Page:
        """A page of the site from the disk."""
        page = self.context.new_page()
        page.goto(f"{self.site.as_uri()}/{path}")
        return page

    @property
    def from_elsewhere(self) -> list[str]:
        """What was asked of anything but the disk."""
        return [url for url in self.asked if not url.startswith(("file:", "data:", "blob:"))]


@contextmanager
def laptop(browser: Browser, site: Path, **options: Any) -> Iterator[Laptop]:
    """Lends a laptop; in the end nothing was asked of any network, and no page complained."""
    context = browser.new_context(offline=True, **options)
    lent = Laptop(context, site)
    yield lent
    assert lent.from_elsewhere == []
    assert lent.said == [], f"{lent.said}"
    context.close()


def to_the_top(page: Page) -> None:
    """Back to where a page begins, so that the next Tab is the first."""
    page.evaluate(
        """() => {
            document.body.tabIndex = -1;
            document.body.focus();
            document.body.removeAttribute('tabindex');
            scrollTo(0, 0);
        }"""
    )


def out_of_reach(lent: Laptop, page: Page) -> list[str]:
    """What cannot be reached or seen: by keyboard in forced colours, and by axe, which judges colours of ours alone."""
    to_the_top(page)
    faults = keyboard_faults(page)
    faults += page.evaluate("[...reach.sideways(), ...reach.small(), ...reach.scrolling()]")
    said = len(lent.said)
    page.emulate_media(forced_colors="none")
    faults += axe_faults(page) + contrast_faults(page, every_text=True)
    page.emulate_media(forced_colors="active")
    # From a disk axe cannot read style sheets, and complains.
    del lent.said[said:]
    return faults


def wiped(page: Page, tool: str, fresh: str, typed: list[str]) -> None:
    """Wipes a tool: it is as the page came, nothing typed is left in it, and nothing was kept anywhere."""
    page.locator("[data-wipe]").click()
    page.locator("[data-yes]").click()
    expect(page.locator("[data-status=wiped]")).to_be_focused()
    left = page.evaluate(
        """tool => {
            const root = document.querySelector(tool);
            const fields = [...root.querySelectorAll('input, textarea, select')].map((one) => one.value);
            return document.documentElement.textContent + fields.join(' ');
        }""",
        tool,
    )
    assert [text for text in typed if text in left] == []
    page.locator("[data-status=wiped]").evaluate("one => one.textContent = ''")
    expect(page.locator(tool)).to_have_text(fresh, use_inner_text=True)
    assert page.evaluate("reach.kept()") == []
