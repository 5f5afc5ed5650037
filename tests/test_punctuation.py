"""One mark between a title and its place, and one at the end of a sentence."""

from __future__ import annotations

import re
from html import unescape

import pytest

from casebook.citations.records import case_record, cited_as
from casebook.text.markdown import typographic
from casebook.text.punctuation import ended, titled


@pytest.mark.parametrize(("title", "place", "said"), [
    ("Deep or wide", "Northern Ireland", "Deep or wide: Northern Ireland"), ("Who signs?", "North West London", "Who signs? North West London"),
    ("“Who signs?”", "North West London", "“Who signs?” North West London"), ("At last!", "Kent", "At last! Kent"),
])  # fmt: skip
def test_a_title_that_brings_its_own_mark_gets_no_second_one_before_its_place(title, place, said):
    assert titled(title, place) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("So it was", "So it was."),
        ("So it was.", "So it was."),
        ("Was it?", "Was it?"),
        ("He said “no.”", "He said “no.”"),
    ],
)
def test_a_sentence_has_one_mark_at_its_end(text, said):
    assert ended(text) == said


def test_a_case_whose_title_asks_is_cited_with_one_mark(library):
    line = cited_as(case_record("north-west-london", library.cases["north-west-london"], "1"))
    assert "Who signs? North West London. In: Systems Leadership Casebook." in line


def test_no_title_of_a_case_is_followed_by_a_second_mark_on_any_page(built_site, library):
    titles = [re.escape(typographic(case.title)) for case in library.cases.values() if case.title.endswith("?")]
    assert len(titles) > 8
    doubled = re.compile(rf"(?:{'|'.join(titles)})[:,;.]")
    found = []
    for page in [*built_site.rglob("*.html"), *built_site.glob("data/**/*.js"), *built_site.glob("data/**/*.bib")]:
        text = re.sub(r"</?(?:a|b|cite|span)\b[^>]*>", "", unescape(page.read_text()))
        found += [f"{page.relative_to(built_site)}: {one[0]}" for one in doubled.finditer(text)]
    assert found == []


def test_a_place_is_written_in_one_way(library):
    places = {case.place for case in library.cases.values()}
    assert [place for place in places if f"The {place}" in places] == []
