"""What a page has said it does not say again."""

from __future__ import annotations

import re
from html import unescape

import pytest

import casebook.components  # noqa: F401  registers every component
from casebook.data.payloads.compare import compare_payload
from casebook.render.context import REGISTRY, PageContext
from casebook.text.markdown import typographic


def plain(html: str) -> str:
    """The words of a page, with one space between them; numbers of sources and notes in the margin left out."""
    html = re.sub(
        r"<(script|style|template)\b.*?</\1>|<sup.*?</sup>|<span class=\"source-note\".*?</span></span>",
        " ",
        html,
        flags=re.DOTALL,
    )
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
    told = compare_payload(library, "dorset", library.messages)
    shown = [one for fact in told["facts"] for one in fact.get("disputed", [])]
    assert shown == [
        "Disputed. A national panel’s advice of 2019 puts the number lower, at just over 770,000 people, "
        "and expects over 800,000 by 2023."
    ]


def test_no_page_has_brackets_within_the_brackets_of_a_date(built_site):
    found = [
        f"{page.relative_to(built_site)}: {one}"
        for page in built_site.rglob("*.html")
        for one in re.findall(r"\([^()<]*\(uncertain\)[^<]*", page.read_text())
    ]
    assert found == []


def test_the_head_of_a_case_says_since_when_it_is_told(library, built_site):
    heads = {
        slug: plain((built_site / f"cases/{slug}.html").read_text()) for slug in ("stroke-london-manchester", "suffolk")
    }
    assert "London and Greater Manchester, from 2004 " in heads["stroke-london-manchester"]
    assert "Suffolk, from 2013 (uncertain) " in heads["suffolk"]


def test_a_measured_result_names_its_part_once(library, built_site):
    page = (built_site / "cases/stroke-london-manchester.html").read_text()
    tables = re.findall(r'<table class="result-table.*?</table>', page, re.DOTALL)
    rows = [row for table in tables for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL) if "<td" in row]
    assert len(rows) == len(library.cases["stroke-london-manchester"].results)
    assert max(row.count('class="of-part"') for row in rows) == 1


def test_no_page_sets_a_dash_where_there_is_no_figure_or_says_that_nothing_was_compared(built_site):
    pages = [*built_site.glob("cases/*.html"), *built_site.glob("data/*.js")]
    assert [page.name for page in pages if re.search(r"Before: –|After: –|Compared with: none", page.read_text())] == []


def test_how_much_was_read_names_the_sources_and_then_how_each_was_read(library):
    case = library.cases["nottingham"]
    words = plain(str(REGISTRY["evidence_strength"](PageContext(library, "cases/nottingham.html"), case)))
    said = words.partition("How much we read")[2]
    assert said.startswith(f"{len(case.sources)} sources: ")
    each = said.partition(" we read ")[2]
    assert sum(int(number) for number in re.findall(r"\d+", each)) == len(case.sources)


def test_the_tab_of_the_first_page_names_the_casebook_once(built_site):
    assert re.findall(r"<title>(.*?)</title>", (built_site / "index.html").read_text()) == [
        "Systems Leadership Casebook"
    ]
    assert re.findall(r"<title>(.*?)</title>", (built_site / "cases.html").read_text()) == [
        "Cases · Systems Leadership Casebook"
    ]


def test_a_form_that_is_called_as_its_mode_is_says_the_word_once(library):
    ctx = PageContext(library, "learn/forms/index.html")
    listed = "".join(str(REGISTRY["form_list"](ctx, today)) for today in (False, True))
    names = [plain(entry).split() for entry in re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)]
    assert len(names) == len(library.forms)
    assert [one[:2] for one in names if one[0] == one[1]] == []
