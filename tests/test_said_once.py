"""What a page has said it does not say again."""

from __future__ import annotations

import re
from html import unescape

import pytest
from casebook.prose import typographic
from casebook.told_case import tell_case


def plain(html: str) -> str:
    """The words of a page, with one space between them; numbers of sources and notes in the margin left out."""
    html = re.sub(r"<(script|style|template)\b.*?</\1>|<sup.*?</sup>|<span class=\"source-note\".*?</span></span>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def doubts(case):
    return [typographic(one.text) for _, thing in case.everything for one in getattr(thing, "disputed", ())]


@pytest.mark.parametrize("slug", ["greater-manchester", "dudley", "bristol"])
def test_a_doubt_stands_straight_after_the_word_disputed(slug, library, built_site):
    page = plain((built_site / f"cases/{slug}.html").read_text())
    said = doubts(library.cases[slug])
    assert said
    assert [text for text in said if f"Disputed. {text}" not in page] == []


def test_where_cases_are_compared_a_doubt_stands_straight_after_the_word_too(library):
    told = tell_case(library, "greater-manchester", library.words)
    shown = [one for fact in told["facts"] for one in fact.get("disputed", [])]
    assert shown == ["Disputed. Another report counts 38."]
