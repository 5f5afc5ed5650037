"""What is derived or judged by us is said once above a list, and beside a statement only where it stands alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.components.evidence.doubts_once import doubts_once
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.base import Sourced

PLAIN, DERIVED = Sourced(text="One.", sources=()), Sourced(text="Two.", inferred=True)
OURS = Sourced(text="Three.", judgement=True)


@pytest.fixture
def ctx(library: Library) -> PageContext:
    return PageContext(library, "cases/x.html")


def test_of_one_statement_it_is_said_beside_it(ctx: PageContext) -> None:
    doubts = doubts_once(ctx, [PLAIN, DERIVED, OURS])
    assert doubts.above == ()
    assert [doubts.of(one) for one in (PLAIN, DERIVED, OURS)] == [(), ("(our inference)",), ("(our judgement)",)]


def test_of_several_it_is_said_above_and_each_has_a_sign(ctx: PageContext) -> None:
    doubts = doubts_once(ctx, [PLAIN, DERIVED, DERIVED, OURS, OURS])
    assert doubts.above == ("* Our inference.", "† Our judgement.")
    assert [doubts.of(one) for one in (PLAIN, DERIVED, OURS)] == [(), ("*",), ("†",)]


def test_of_all_it_is_said_above_alone(ctx: PageContext) -> None:
    doubts = doubts_once(ctx, [DERIVED, DERIVED])
    assert doubts.above == ("Our inference: all of these.",)
    assert doubts.of(DERIVED) == ()


def test_no_list_of_members_or_ties_says_it_twice(built_site: Path) -> None:
    seen = 0
    for page in built_site.glob("cases/*.html"):
        html = page.read_text(encoding="utf-8")
        for listed in re.findall(r'<ol class="members">.*?</ol>|<dl class="ties">.*?</dl>', html, re.DOTALL):
            seen += 1
            assert listed.count("(our inference)") < 2, page
            assert listed.count("(our judgement)") < 2, page
    assert seen
