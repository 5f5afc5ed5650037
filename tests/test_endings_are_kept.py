"""No ending is given away: what follows a decision stands in no page, card, search entry or sheet that comes before it."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from casebook.library import Library
from casebook.prose import typographic
from casebook.story import held_back

BEFORE_ANY_DECISION = ("index.html", "cases.html", "cases/matrix.html", "cases/timeline.html", "learn/claims/index.html", "404.html")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
SHORT = 6
"""A sentence of fewer words may be said of many things; it is looked for only as a whole text."""


def plain(text: str) -> str:
    """The words of a text, in one line, with real quotation marks: pages and files compare by it."""
    return " ".join(typographic(text).split())


def words_of(page: Path) -> str:
    """Everything that a page's file says: text, attributes, data."""
    source = page.read_text(encoding="utf-8")
    return plain(html.unescape(_TAG.sub(" ", source))) + " " + plain(html.unescape(source))


def telling(texts: Iterable[str]) -> set[str]:
    """The texts and their longer sentences."""
    found: set[str] = set()
    for text in texts:
        found |= {plain(text)} | {plain(sentence) for sentence in _SENTENCE.split(text) if len(sentence.split()) >= SHORT}
    return {sentence for sentence in found if len(sentence.split()) >= 3}


def given_away(words: str, kept: Iterable[str]) -> list[str]:
    return sorted(sentence for sentence in kept if sentence in words)


@pytest.fixture(scope="module")
def endings(library: Library) -> dict[str, set[str]]:
    """What is held back from the first decision on, by case: texts and their sentences. What several cases say alike tells of none."""
    kept = {slug: telling(held_back(case)) for slug, case in library.cases.items()}
    often = Counter(sentence for sentences in kept.values() for sentence in sentences)
    return {slug: {sentence for sentence in sentences if often[sentence] == 1} for slug, sentences in kept.items()}


def test_there_is_something_to_keep(endings: dict[str, set[str]], library: Library) -> None:
    assert all(endings[slug] for slug, case in library.cases.items() if held_back(case))


def test_an_ending_would_be_noticed(endings: dict[str, set[str]], built_site: Path) -> None:
    for slug, texts in endings.items():
        assert not texts or given_away(words_of(built_site / f"cases/{slug}.html"), texts), slug


@pytest.mark.parametrize("path", BEFORE_ANY_DECISION)
def test_pages_of_all_cases_give_no_ending_away(path: str, built_site: Path, endings: dict[str, set[str]]) -> None:
    words = words_of(built_site / path)
    assert {slug: given_away(words, texts) for slug, texts in endings.items() if given_away(words, texts)} == {}


def test_the_search_leaves_out_what_claims_say_taken_together_and_what_cases_became(built_site: Path) -> None:
    together = [re.search(r'<section class="together"[^>]*>', page.read_text(encoding="utf-8")) for page in built_site.glob("learn/claims/*.html")]
    later = [re.search(r'<what-happened[^>]* id="later"[^>]*>', page.read_text(encoding="utf-8")) for page in built_site.glob("learn/forms/*.html")]
    found = [one[0] for one in (*together, *later) if one]
    assert any(together)
    assert any(later)
    assert [one for one in found if "data-pagefind-ignore" not in one] == []


def test_claim_and_form_pages_give_no_ending_away(built_site: Path, endings: dict[str, set[str]]) -> None:
    found = {}
    for page in (*built_site.glob("learn/claims/*.html"), *built_site.glob("learn/forms/*.html")):
        words = words_of(page)
        found |= {f"{page.name}, {slug}": given_away(words, texts) for slug, texts in endings.items() if given_away(words, texts)}
    assert found == {}


def test_each_decision_page_and_participant_sheet_keeps_what_follows(built_site: Path, library: Library) -> None:
    found = {}
    for slug, case in library.cases.items():
        for decision in case.decisions:
            known_then = telling(one.text for one in decision.situation) & telling(event.text for event in case.timeline)
            kept = telling(held_back(case, decision)) - known_then
            for path in (f"cases/{slug}/{decision.id}.html", f"cases/{slug}/{decision.id}/participant.html"):
                given = given_away(words_of(built_site / path), kept)
                if given:
                    found[path] = given
    assert found == {}


def test_search_gives_no_ending_away(built_site: Path, endings: dict[str, set[str]]) -> None:
    fragments = list((built_site / "pagefind/fragment").glob("*.pf_fragment"))
    assert fragments
    found = {}
    for path in fragments:
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        words = plain(f"{fragment['content']} {json.dumps(fragment['meta'], ensure_ascii=False)}")
        for slug, kept in endings.items():
            of_another_case = fragment["url"].startswith("/cases/") and not fragment["url"].startswith((f"/cases/{slug}.", f"/cases/{slug}/"))
            given = [] if of_another_case else given_away(words, kept)
            if given:
                found[f"{fragment['url']}, {slug}"] = given
    assert found == {}
