"""How far it is to the first option of each case, on a phone: screens, words and footnotes before it. A paragraph has one
footnote, which may name several sources.

Run it on a built site: `python bench/first_option.py build/site`. It prints a line for each case that is over the
budget, and the medians. The budget (design 7): first option within 2.0 screens in the median and 3.0 at worst; story
and first situation at most 300 words; at most 350 words and 8 footnotes in all before it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from find_browser import find_browser  # noqa: E402

WIDTH, HEIGHT = 390, 800
FONT = "'Liberation Sans', Arimo, Arial, Helvetica"
"""Narrow letters, as wide as those of most phones."""
SCREENS, WORST, TOLD, WORDS, NOTES = 2.0, 3.0, 300, 350, 8

MEASURE = """() => {
  const UNSEEN = 'svg, script, style, .off, .bread-crumbs [aria-current]';  // the last crumb is hidden on a phone
  const option = document.querySelector('.decision-pause .option');
  if (!option) return null;
  const main = document.querySelector('main') ?? document.body;
  const range = document.createRange();
  range.setStart(main, 0);
  range.setEndBefore(option);
  const shown = (one) => option.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING && one.checkVisibility();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.compareDocumentPosition(option) & Node.DOCUMENT_POSITION_PRECEDING) break;
    const parent = node.parentElement;
    if (option.contains(node) || parent.closest(UNSEEN) || !parent.checkVisibility()) continue;
    words += node.data.trim().split(/\\s+/).filter(Boolean).length;
  }
  const notes = [...document.querySelectorAll('.source-numbers > a')].filter(shown);
  const told = [...document.querySelectorAll('.case-story p, .decision-pause .situation p')].filter(shown);
  return {
    screens: (option.getBoundingClientRect().top + scrollY) / innerHeight,
    words,
    notes: notes.length,
    told: told.reduce((sum, one) => sum + wordsOf(one), 0),
  };
  function wordsOf(one) {
    const copy = one.cloneNode(true);
    copy.querySelectorAll('sup').forEach((sup) => sup.remove());
    return copy.textContent.trim().split(/\\s+/).length;
  }
}"""


def measured(page: Page, case: Path) -> dict[str, Any] | None:
    """Screens, words, footnotes, and words told before the first option of a case; None where it has none."""
    page.goto(case.resolve().as_uri())
    page.evaluate(
        """font => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`:root { --sans: ${font}; }`);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        FONT,
    )
    found: dict[str, Any] | None = page.evaluate(MEASURE)
    return found


def is_over(one: dict[str, Any]) -> bool:
    """True for a case that is over the budget."""
    return bool(one["screens"] > WORST or one["told"] > TOLD or one["words"] > WORDS or one["notes"] > NOTES)


def main(site: Path) -> None:
    """Prints what was measured."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(find_browser()))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        found = {case.stem: measured(page, case) for case in sorted((site / "cases").glob("*.html"))}
        browser.close()
    cases = {slug: one for slug, one in found.items() if one}
    for slug, one in sorted(cases.items(), key=lambda item: -item[1]["screens"]):
        mark = "over" if is_over(one) else ""
        print(
            f"{slug:32} {one['screens']:.1f} screens, {one['words']:4} words, {one['notes']:2} footnotes, "
            f"{one['told']:3} told {mark}"
        )
    for name in ("screens", "words", "notes", "told"):
        values = [one[name] for one in cases.values()]
        print(f"{name}: median {median(values):.1f}, worst {max(values):.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/site"))
