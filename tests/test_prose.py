"""Prose: a small Markdown, cleaned; citations become notes; nothing in it is ever run."""

from __future__ import annotations

import re

import pytest
from casebook.prose import citations, has_ground, in_attribute, paragraphs, render_prose, typographic
from hypothesis import given
from hypothesis import strategies as st


def note(id_, place):
    return f"<note {id_} {place}>"


def html(text):
    return render_prose(text, note)


def test_a_citation_becomes_a_note_with_its_place():
    assert html("So it was [@leeds-2019, p. 4].") == "<p>So it was <note leeds-2019 p. 4>.</p>"
    assert html("And [@leeds-2019][@york].") == "<p>And <note leeds-2019 None><note york None>.</p>"


def test_the_ids_that_a_text_cites():
    assert citations("[@a-1] and [@b, table 2], not [@Not This] nor @c") == ["a-1", "b"]


@pytest.mark.parametrize(("text", "gone"), [
    ("<script>alert(1)</script>", "script"), ("<img src=x onerror=alert(1)>", "<img"), ("[x](javascript:alert(1))", "javascript"),
        ("<a href='data:text/html,x'>x</a>", "data:"),
    ("<p onclick=alert(1)>x</p>", "onclick"), ("<style>p{}</style>", "style"), ("<iframe src=x></iframe>", "iframe"),
        ("![x](https://example.org/x.png)", "<img"),
    ("<svg onload=alert(1)>", "svg"), ("<form><input></form>", "input"), ("<a href='https://example.org' target=_blank>x</a>", "target"),
])  # fmt: skip
def test_what_could_run_or_fetch_is_taken_out(text, gone):
    assert gone not in html(text)


@given(st.text())
def test_no_text_brings_a_tag_that_is_not_on_the_list(text):
    tags = set(re.findall(r"<([a-z0-9]+)", html(text)))
    assert tags <= {
        "p",
        "em",
        "strong",
        "ul",
        "ol",
        "li",
        "a",
        "blockquote",
        "h2",
        "h3",
        "h4",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "code",
        "br",
        "hr",
        "sup",
        "note",
    }
    assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", html(text)))


def test_braces_are_left_alone_for_they_are_never_run():
    assert "{{ 7 * 7 }}" in html("{{ 7 * 7 }}")


@given(st.text())
def test_a_page_title_holds_neither_tag_nor_brace(text):
    safe = in_attribute(text)
    assert not set(safe) & set("<>{}\"'")


@pytest.mark.parametrize(("typed", "set_"), [
    ('She said "no".', "She said “no”."), ("the members' own", "the members’ own"), ("'no', they said", "‘no’, they said"), ('("no")', "(“no”)"),
        ("2018 - 2019", "2018 – 2019"),
    ("well-known", "well-known"), ("", ""),
])  # fmt: skip
def test_real_quotation_marks_and_dashes(typed, set_):
    assert typographic(typed) == set_


@given(st.text())
def test_no_straight_quotation_mark_is_left(text):
    assert '"' not in typographic(text)
    assert "'" not in typographic(text)


def test_each_paragraph_has_its_line_and_headings_are_none():
    text = "# Heading\n\nOne.\nStill one.\n\n| a | b |\n\nTwo [@a].\n"
    assert list(paragraphs(text)) == [(3, "One.\nStill one."), (8, "Two [@a].")]


@pytest.mark.parametrize(
    ("paragraph", "ground"), [("So [@a].", True), ("*Our reading:* so.", True), ("Our reading: so.", True), ("So.", False), ("It is *our reading: so*.", False)]
)
def test_a_paragraph_cites_or_says_that_it_is_ours(paragraph, ground):
    assert has_ground(paragraph) is ground
