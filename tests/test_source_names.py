"""How sources are named: one way to print them, no two that look the same in a list, and no doubt about what they
are.
"""

from __future__ import annotations

import re
from html import unescape

import pytest

import casebook.components  # noqa: F401  registers every component
from casebook.citations.labels import by_letter, name_all, names_in, printed, short_name
from casebook.citations.source_identity import identity
from casebook.render.context import REGISTRY, PageContext
from casebook.schema.base import Citation
from casebook.schema.case import Source
from casebook.text.markdown import typographic

PLAIN = {"id": "one", "kind": "report", "standpoint": "independent", "read": "opening", "title": "Networks in practice"}
HAM, HALL = {"family": "Ham", "given": "C."}, {"family": "Hall", "given": "P."}
PERIODICALS = ("Stanford Social Innovation Review", "Nonprofit Quarterly", "Harvard Business Review", "blog")


def source(**fields):
    return Source.model_validate(PLAIN | fields)


@pytest.mark.parametrize(("fields", "name"), [
    ({"authors": [{"family": "Turner", "given": "S."}], "year": 2016}, "Turner 2016"), ({"authors": [{"family": "Morris", "given": "S."}, {"family": "Hunter", "given": "R."}, {"family": "Ramsay", "given": "A."}], "year": 2014}, "Morris and others 2014"),
    ({"authors": [HAM], "and_others": True, "year": 2014}, "Ham and others 2014"),
    ({"authors": [{"name": "Royal Holloway, University of London"}], "year": 2014}, "Royal Holloway, University of London 2014"), ({"authors": [HAM, HALL]}, "Ham and Hall"),
    ({"in": "Pulse", "year": 2016}, "Pulse 2016"), ({}, "Networks in practice"), ({"in": "Pulse of 2016", "year": 2016}, "Pulse of 2016"),
])  # fmt: skip
def test_a_note_names_author_and_year(fields, name):
    assert short_name(source(**fields)) == name


def test_sources_that_would_look_the_same_get_a_letter_in_the_order_of_the_list():
    found = name_all(
        [
            source(id="one", authors=[HAM], year=2015),
            source(id="two", authors=[HAM], year=2015),
            source(id="three", authors=[HALL], year=2015),
            source(id="four", authors=[HALL]),
            source(id="five", authors=[HALL]),
            source(id="six", **{"in": "HC 2016 a"}, year=2016),
            source(id="seven", **{"in": "HC 2016 a"}, year=2016),
        ]
    )
    assert list(found.short.values()) == [
        "Ham 2015a",
        "Ham 2015b",
        "Hall 2015",
        "Hall, undated a",
        "Hall, undated b",
        "HC 2016 a, 2016a",
        "HC 2016 a, 2016b",
    ]
    assert found.letters == {"one": "a", "two": "b", "four": "a", "five": "b", "six": "a", "seven": "b"}


def test_a_list_may_have_more_alike_than_the_alphabet_has_letters():
    found = name_all(source(id=f"s{number}", authors=[HAM], year=2015) for number in range(60))
    assert len(set(found.short.values())) == 60


def test_no_two_sources_of_a_list_look_the_same(library):
    for owner in (None, *library.cases.values(), *library.exercises.values()):
        names = list(names_in(library, owner).short.values())
        assert len(names) == len(set(names))


def test_the_note_and_the_list_of_a_case_say_the_same_letter(library):
    case = library.cases["north-midlands-paediatrics"]
    names = names_in(library, case)
    alike = [one for one in case.sources if names.short[one.id].startswith("Own account, undated")]
    assert len(alike) > 1
    ctx = PageContext(library, "cases/north-midlands-paediatrics.html")
    listed = unescape(str(REGISTRY["source_list"](ctx, case)))
    for one, letter in zip(alike, "abcdefg", strict=False):
        assert names.short[one.id] == f"Own account, undated {letter}"
        assert f"Partners in Paediatrics (undated {letter}). <cite>{typographic(one.title)}" in listed
    stated = [
        thing
        for _, thing in case.everything
        if any(one.source == alike[1].id for one in getattr(thing, "sources", ()) if isinstance(one, Citation))
    ]
    assert "Own account, undated b" in str(REGISTRY["cited_sources"](ctx, case, stated))


@pytest.mark.parametrize(("fields", "said"), [
    ({"authors": [HAM], "year": 2015, "in": "HSJ"}, ("Ham, C. (2015).", "Networks in practice.", "HSJ.")),
    ({"authors": [{"family": "Wolff", "given": "T."}]}, ("Wolff, T.", "Networks in practice.", "")), ({"authors": [{"name": "Source4Networks"}]}, ("Source4Networks.", "Networks in practice.", "")),
    ({"year": 2022, "in": "BMC"}, ("", "Networks in practice", "(2022). BMC.")), ({"title": "In practice?", "in": "HSJ"}, ("", "In practice?", "HSJ.")),
    ({"title": "In practice?", "year": 2022}, ("", "In practice?", "(2022).")),
])  # fmt: skip
def test_a_source_is_printed_with_one_mark_after_each_piece(fields, said):
    one = printed(source(**fields))
    assert (one.before, f"{one.title}{one.mark}", one.after) == said


def lists(built_site):
    """The words of every list of sources that the site has."""
    for page in [
        built_site / "learn/bibliography.html",
        *built_site.glob("cases/*.html"),
        *built_site.glob("exercises/*.html"),
    ]:
        for found in re.findall(r'<(ol|ul) class="[^"]*source-list[^"]*"[^>]*>(.*?)</\1>', page.read_text(), re.DOTALL):
            for entry in re.findall(r"<li[^>]*>(.*?)</li>", found[1], re.DOTALL):
                yield (
                    page.name,
                    " ".join(
                        unescape(
                            re.sub(r"<[^>]*>", "", re.sub(r'<span class="how-read".*', "", entry, flags=re.DOTALL))
                        ).split()
                    ),
                )


def test_no_list_begins_with_a_year_doubles_a_mark_or_leaves_one_out(built_site):
    entries = list(lists(built_site))
    assert len(entries) > 800
    assert [
        one
        for one in entries
        if one[1].startswith("(") or re.search(r"[?!.]\.(?!\.)|[?!],", re.sub(r"https?:\S*", "", one[1]))
    ] == []
    assert [
        one for one in entries if one[1].startswith("Source4Networks ") and "Source4Networks (undated" not in one[1]
    ] == []


def test_the_bibliography_has_a_letter_to_jump_to_for_every_entry(library, built_site):
    page = (built_site / "learn/bibliography.html").read_text()
    letters = list(dict.fromkeys(re.findall(r'<a href="#letter-(.)">', page)))
    assert letters == [letter.lower() for letter, _ in by_letter(list(library.bibliography.values()))]
    assert [letter for letter in letters if f'<h2 id="letter-{letter}"' not in page] == []
    assert len(re.findall(r"<li id=", page)) == len(library.bibliography)


def test_what_appeared_in_a_magazine_or_a_blog_is_not_called_peer_reviewed(library):
    every = [*library.bibliography.values(), *(one for case in library.cases.values() for one in case.sources)]
    judged = [one for one in every if one.kind == "peer-reviewed"]
    assert [one.id for one in judged if any(name in str(one.in_) for name in PERIODICALS)] == []
    assert [one.id for one in judged if [author.listed for author in one.authors] == [one.in_]] == [], (
        "a body that publishes itself has no peers who review it"
    )


def test_a_source_is_of_one_kind_and_one_standpoint_in_the_bibliography_and_in_every_case(library):
    known = {identity(one): one for one in library.bibliography.values()}
    apart = []
    for slug, case in library.cases.items():
        for one in case.sources:
            there = known.get(identity(one))
            if there and (there.kind, there.standpoint) != (one.kind, one.standpoint):
                apart.append(f"{slug}: {one.id}")
    assert apart == []
