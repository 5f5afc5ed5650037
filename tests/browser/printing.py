"""Prints pages as a browser does, and reads them again from the paper."""

from __future__ import annotations

import io
import re

from playwright.sync_api import Browser, Page
from pypdf import PdfReader

WIDE = ":root { --sans: 'DejaVu Sans', Verdana; --serif: 'DejaVu Serif', Verdana; }"
"""The widest letters that a browser may choose: what fits in them fits in others."""
NARROW = ":root { --sans: 'Liberation Sans', Arial; --serif: 'Liberation Serif', 'Times New Roman'; }"
"""Letters as narrow as those of a laptop in an office: pages must be as many."""
MARGINS = re.compile(r"\d+ / \d+\s*Systems Leadership Casebook")
FOOT = re.compile(r"systemsleadershipcasebook|\d+")


def letters(text: str) -> str:
    """The letters and figures alone: a printed line breaks words, and joins some letters into one."""
    return re.sub(
        r"[^a-z0-9]", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi").lower()
    )


def add_style(page: Page, style: str) -> None:
    """Adds rules to a page. The policy of the pages refuses a style element, not a sheet that a test hands over."""
    page.evaluate(
        """rules => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        style,
    )


def printed(browser: Browser, address: str, script: bool = True, style: str = "") -> PdfReader:
    """A page as the browser prints it, on A4 unless its style asks for another paper; `style` is added to the page's
    own.
    """
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address)
    if style:
        add_style(page, style)
    paper = page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
    context.close()
    return PdfReader(io.BytesIO(paper))


def words_of(reader: PdfReader) -> str:
    """All its words, page after page, as letters; what stands in the margins of a page would tear a paragraph that
    goes on overleaf.
    """
    return letters("".join(MARGINS.sub("", page.extract_text()) for page in reader.pages))


def last_lines(reader: PdfReader) -> list[list[str]]:
    """The lines of each page but the last, as letters, without what stands in the margin."""
    pages = [[letters(line) for line in page.extract_text().split("\n")] for page in reader.pages[:-1]]
    return [[line for line in lines if line and not FOOT.fullmatch(line)][-4:] for lines in pages]
