"""Prose: a small Markdown, cleaned; citations become notes; nothing in it is ever run."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.render.context import PageContext
from casebook.text.markdown import (
    apostrophes,
    citations,
    cited,
    has_ground,
    in_attribute,
    paragraphs,
    render_prose,
    typographic,
)


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
    ("<svg onload=alert(1)>", "svg"), ("<form><input></form>", "input"), ("<a href='https://example.org' "
                                                                          "target=_blank>x</a>", "target"),
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
    text = "# Heading\n\nOne.\nStill one.\n\n| a | b |\n|---|---|\n\nTwo [@a].\n"
    assert list(paragraphs(text)) == [(3, "One.\nStill one."), (9, "Two [@a].")]


@pytest.mark.parametrize(
    ("paragraph", "ground"),
    [
        ("So [@a].", True),
        ("*Our reading:* so.", True),
        ("Our reading: so.", True),
        ("So.", False),
        ("It is *our reading: so*.", False),
    ],
)
def test_a_paragraph_cites_or_says_that_it_is_ours(paragraph, ground):
    assert has_ground(paragraph) is ground


@pytest.mark.parametrize(("typed", "place"), [
    ("p. 3 & 4", "p. 3 &amp; 4"), ("*Table 2*", "Table 2"), ("**2** and `x`", "2 and x"), ("p. 3 < 4", "p. 3 &lt; 4"), ("p. 3 &amp; 4", "p. 3 &amp; 4"),
    ("the members' page", "the members’ page"), ('"Costs"', "“Costs”"), ("p. 3--4", "p. 3–4"), ("<b>p. 3</b>", "p. 3"), ("§ 4, n. 2", "§ 4, n. 2"),
])  # fmt: skip
def test_the_place_in_a_citation_is_escaped_once_and_holds_no_marks(typed, place, library):
    written = str(PageContext(library, "learn/index.html").prose(f"So it was [@nobody-here, {typed}]."))
    assert f"</a>, {place})</span>" in written


@pytest.mark.parametrize("typed", [
    "Write `[@id]` there.", "Write `` [@id, `p. 3`] `` there.", "Write:\n\n    [@id, p. 3]\n", "[a](https://example.org/[@id])", "`a` and `[@id]`",
])  # fmt: skip
def test_a_citation_in_code_or_in_an_address_stays_as_typed(typed):
    assert "<note" not in html(typed)
    assert "[@id" in html(typed).replace("%5B", "[")


@pytest.mark.parametrize("typed", ["`[@no]`", "`` [@no] ``", "```\n[@no]\n```", "~~~\n[@no]\n~~~"])
def test_code_cites_nothing(typed):
    assert citations(f"One [@yes].\n\n{typed}\n\nTwo [@too].") == ["yes", "too"]


def test_a_citation_beside_code_is_a_note():
    assert html("`a` [@x] `b` [@y, p. 2]") == "<p><code>a</code> <note x None> <code>b</code> <note y p. 2></p>"


QUOTED = [
    ("the '90s", "the ’90s"),
    ("'90s music", "’90s music"),
    ("(the '80s)", "(the ’80s)"),
    ("rock 'n' roll", "rock ’n’ roll"),
    ("'tis so", "’tis so"),
    ("'Twas so", "’Twas so"),
    ("the class of '68", "the class of ’68"),
    ("give 'em more", "give ’em more"),
    ("open 'til late", "open ’til late"),
    ("'no', they said", "‘no’, they said"),
    ("'em' is a tag", "‘em’ is a tag"),
    ("the trusts' own", "the trusts’ own"),
    ("it's James's", "it’s James’s"),
    ("\"'No,' she said\"", "“‘No,’ she said”"),
    ("'\"No,\" she said'", "‘“No,” she said’"),
    ("\"She said 'no'\"", "“She said ‘no’”"),
    ("'She said \"no\"'", "‘She said “no”’"),
    ('("no")', "(“no”)"),
    ('["no"]', "[“no”]"),
    ('and—"no"', "and—“no”"),
    ("the 1990s' end", "the 1990s’ end"),
    ("'20 years' they said", "‘20 years’ they said"),
    ("'causes' of it", "‘causes’ of it"),
    ("'round' tables", "‘round’ tables"),
]


@pytest.mark.parametrize(("typed", "shown"), QUOTED)
def test_quotation_marks_and_apostrophes_as_a_typesetter_sets_them(typed, shown):
    assert typographic(typed) == shown


@pytest.mark.parametrize(("typed", "shown"), QUOTED)
def test_prose_sets_them_alike(typed, shown):
    assert unescape(html(f"So {typed}")) == f"<p>So {shown}</p>"


def test_apostrophes_in_code_stay_as_typed():
    assert "<code>the '90s</code>" in html("`the '90s` and the '90s")
    assert apostrophes("~~~\nthe '90s\n~~~\nthe '90s") == "~~~\nthe '90s\n~~~\nthe ’90s"


@pytest.mark.parametrize("piece", ["`", "` `` ", "```py\n", "~~~\n", "`" * 9, "'90 ", "[@a", "<a ", "\"'", "{{ "])
def test_a_long_text_of_odd_marks_is_read_in_no_time(piece):
    long = piece * (60_000 // len(piece))
    begun = time.process_time()
    citations(long)
    apostrophes(long)
    cited(long, note, markdown=True)
    typographic(long)
    assert time.process_time() - begun < 4
