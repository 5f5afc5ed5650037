"""Claim pages: first what a claim means, then a moment, the literature, the cases, and last what they say together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.data.payloads.findings import claim_scripts
from casebook.library.library import Library
from casebook.render.example_library import example_library
from casebook.text.markdown import typographic

HEADINGS = ["What it means", "A moment", "What the literature says", "What the cases say", "Taken together"]


def page_of(built_site: Path, claim: str) -> str:
    return (built_site / f"learn/claims/{claim}.html").read_text(encoding="utf-8")


def test_every_claim_explains_shows_a_moment_and_judges_last(built_site: Path, library: Library) -> None:
    for claim in library.claims:
        headings = [
            re.sub("<[^>]*>", "", one)
            for one in re.findall(r"<h2[^>]*>(.*?)</h2>", page_of(built_site, claim), re.DOTALL)
        ]
        kept = [one for heading in headings for one in HEADINGS if heading.startswith(one)]
        assert kept == HEADINGS, claim


def test_a_moment_is_short_and_leads_to_its_case(built_site: Path, library: Library) -> None:
    for id_, claim in library.claims.items():
        assert claim.moment, id_
        assert claim.moment.case, id_
        assert 40 <= len(claim.moment.text.split()) <= 95, id_
        moment = page_of(built_site, id_).partition('<section class="moment">')[2].partition("</section>")[0]
        assert typographic(claim.moment.text.split(". ")[0]) in re.sub("<[^>]*>", "", moment), id_
        assert f'href="../../cases/{claim.moment.case}.html"' in moment, id_


def test_a_moment_is_taken_from_a_case_that_speaks_to_the_claim(library: Library) -> None:
    for id_, claim in library.claims.items():
        assert claim.moment
        assert claim.moment.case in {told.slug for told in library.findings[id_]}, id_


def test_no_case_gives_two_moments(library: Library) -> None:
    cases = [claim.moment.case for claim in library.claims.values() if claim.moment]
    assert len(cases) == len(set(cases))


def test_what_the_cases_say_together_is_not_searched(built_site: Path, library: Library) -> None:
    for claim in library.claims:
        assert '<section class="together" data-pagefind-ignore>' in page_of(built_site, claim)


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        ("moment:\n  text: Somebody waits.\n", "moment: cites nothing; name its case, or add [@source-id] to its text"),
        (
            "moment:\n  case: harbur\n  text: Somebody waits.\n",
            "moment, case: there is no case “harbur”; did you mean “harbour”?",
        ),
    ],
)
def test_a_moment_says_where_it_is_from(moment: str, message: str, small_project: Path) -> None:
    path = small_project / "docs/learn/claims/members-learn-together.md"
    path.write_text(path.read_text(encoding="utf-8").replace("article:", f"{moment}article:", 1), encoding="utf-8")
    assert any(message.partition(": ")[2] in str(issue) for issue in load(small_project).issues), load(
        small_project
    ).issues


def test_what_a_fact_cannot_show_is_in_the_script_of_its_claim(library: Library) -> None:
    examples = example_library(library)
    assert examples
    scripts = {path: write() for path, write in claim_scripts(examples)}
    assert "The report says that nights were told" in scripts["data/claims/members-learn-together.js"]
