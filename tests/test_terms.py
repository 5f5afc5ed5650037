"""Words of the glossary in texts: the first use of each on a page is a link that explains it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.library.library import Library
from casebook.render.context import term_finder
from casebook.text.terms import TermFinder, explain_html, explain_text

FINDER = TermFinder(
    {"boundary spanner": "spanner", "boundary spanners": "spanner", "network": "network", "STP": "stp",
     "primary care network": "pcn"}
)  # fmt: skip


def marked(text: str, html: bool = False, seen: set[str] | None = None) -> str:
    """A text with its terms in brackets."""
    explain = explain_html if html else explain_text
    return explain(FINDER, text, set() if seen is None else seen, lambda id_, word: f"[{id_}: {word}]")


def test_the_first_use_is_explained_and_no_other() -> None:
    assert marked("A network, and a network.") == "A [network: network], and a network."


def test_what_was_explained_higher_up_on_the_page_is_not_explained_again() -> None:
    seen: set[str] = set()
    marked("A network.", seen=seen)
    assert marked("Another network.", seen=seen) == "Another network."


@pytest.mark.parametrize("text", ["networks", "a network-wide view", "a sub-network", "STPs", "stp"])
def test_a_part_of_a_word_is_no_use_of_it(text: str) -> None:
    assert marked(text) == text


def test_of_two_words_the_longer_is_found() -> None:
    assert marked("A primary care network") == "A [pcn: primary care network]"


def test_a_plural_that_is_listed_is_found_and_counts_as_the_same_term() -> None:
    assert marked("Two boundary spanners and a boundary spanner") == (
        "Two [spanner: boundary spanners] and a boundary spanner"
    )


@pytest.mark.parametrize("text", ["Network is a word.", "It ended. Network is a word.", "(Network is a word.)"])
def test_a_capital_at_the_beginning_of_a_sentence_is_no_name(text: str) -> None:
    assert "[network: Network]" in marked(text)


def test_a_capital_within_a_sentence_is_part_of_a_name() -> None:
    assert marked("The North London Network met.") == "The North London Network met."


def test_what_the_text_says_in_signs_of_html_stays_text() -> None:
    assert marked("<b> & a network") == "&lt;b&gt; &amp; a [network: network]"


@pytest.mark.parametrize("tag", ["a", "button", "h2", "h3", "label", "legend", "cite", "code", "th", "summary"])
def test_links_buttons_headings_labels_titles_and_code_stay_plain(tag: str) -> None:
    html = f"<{tag} class='x'>A <em>network</em></{tag}><p>A network</p>"
    assert marked(html, html=True) == f"<{tag} class='x'>A <em>network</em></{tag}><p>A [network: network]</p>"


def test_attributes_stay_as_they_are() -> None:
    html = '<p title="a network">A &amp; B</p>'
    assert marked(html, html=True) == html


def test_every_page_explains_a_term_once_and_leads_to_its_entry(built_site: Path, library: Library) -> None:
    ids = {term.id for term in library.terms}
    explained = set()
    for page in built_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        named = re.findall(r'<a class="term" href="(?:[^"]*/|)glossary\.html#([^"]+)"', html)
        if page.name != "components.html":  # in the gallery an example leads to itself
            assert html.count('<a class="term"') == len(named), page
        assert len(named) == len(set(named)), page
        assert set(named) <= ids, page
        explained |= set(named)
        if page.name == "glossary.html" or "contribute" in page.parts:
            assert not named, page
    assert len(explained) > 20


def test_no_sheet_for_paper_links_a_term(built_site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in built_site.glob("cases/*/**/*.html")]
    sheets = [sheet for page in pages for sheet in page.split('<div class="on-paper')[1:]]
    assert len(sheets) > len(pages)
    assert not [sheet for sheet in sheets if 'class="term"' in sheet]


def test_the_words_of_the_glossary_are_found_in_texts(library: Library) -> None:
    finder = term_finder(library)
    for term in library.terms:
        for word in term.found_as:
            assert [id_ for _, _, id_ in finder.find(f"We met the {word} there.")] == [term.id], word
