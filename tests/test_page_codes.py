"""On paper a page carries its address as a picture to point a telephone at, where the site has an address."""

from __future__ import annotations

import re

import pytest

from casebook.library.library import Library
from casebook.render.context import PageContext

SITE = "https://casebook.example/systems"


def code(library: Library, site: str, path: str) -> str:
    return str(PageContext(library, "cases.html", site).use.page_code(path))


@pytest.mark.parametrize("site", [SITE, f"{SITE}/"])
def test_the_code_and_the_words_beside_it_are_the_address(library: Library, site: str) -> None:
    shown = code(library, site, "cases/canterbury.html")
    assert f"<span>{SITE}/cases/canterbury.html</span>" in shown
    assert shown == code(library, SITE, "cases/canterbury.html")
    assert 'aria-hidden="true"' in shown, "it says nothing that the page does not say in words"


def drawn(shown: str) -> str:
    """What the picture draws."""
    (path,) = re.findall(r'<svg[^>]*viewBox="[^"]+"[^>]*>.*?\bd="([^"]+)"', shown, re.DOTALL)
    return path


def test_another_address_is_another_picture(library: Library) -> None:
    every = {drawn(code(library, SITE, case)) for case in ("cases/canterbury.html", "cases/nottingham.html")}
    assert len(every) == 2


def test_while_the_site_has_no_address_there_is_no_code(library: Library) -> None:
    assert code(library, "", "cases/canterbury.html") == ""


def test_a_case_ends_on_paper_with_the_code_of_its_own_page(library: Library) -> None:
    context = PageContext(library, "cases/canterbury.html", SITE)
    assert code(library, SITE, "cases/canterbury.html") in str(context.use.case_foot("canterbury"))
