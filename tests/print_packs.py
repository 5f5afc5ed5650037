"""Prints each pack of a built site into a PDF that stands beside its page, with the browser of the tests, and shows the
links to them.

python tests/print_packs.py build/site                    # every session, decision and exercise
python tests/print_packs.py build/site 45-minutes         # those whose PDF has this in its address
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from casebook.checking.load import load
from casebook.site.taking_away import Pack, every_pack, show_what_is_there
from find_browser import find_browser

ROOT = Path(__file__).resolve().parents[1]


def print_packs(site: Path, packs: Iterable[Pack], page: Page) -> Iterator[Path]:
    """Prints packs of a site one after the other, with tags and an outline; gives each PDF."""
    for pack in packs:
        path, _, anchor = pack.page.partition("#")
        page.goto((site / path).as_uri() + (f"#{anchor}" if anchor else ""))
        file = site / pack.pdf
        file.parent.mkdir(parents=True, exist_ok=True)
        page.pdf(path=file, format="A4", prefer_css_page_size=True, tagged=True, outline=True)
        yield file


def main(words: list[str]) -> int:
    """Prints what is asked for; 0 when it is there."""
    site, wanted = Path(words[0]).resolve(), words[1:]
    packs = [one for one in every_pack(load(ROOT)) if not wanted or any(word in one.pdf for word in wanted)]
    found = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        # As without script: what is printed is one of each sheet.
        page = browser.new_context(java_script_enabled=False).new_page()
        files = list(print_packs(site, packs, page))
        browser.close()
    size = sum(file.stat().st_size for file in files)
    print(f"Printed {len(files)} PDFs, {size / 1_000_000:.1f} MB; {show_what_is_there(site)} links lead to them.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
