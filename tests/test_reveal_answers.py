"""A reveal answers each choice with what the case knows, and says so where it does not know."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.components.decision.decision_reveal.seat_answers import answers_of
from casebook.render.context import PageContext
from casebook.text.markdown import typographic
from casebook.wording.messages import load_messages

ROOT = Path(__file__).resolve().parents[1]
UNKNOWN = "We do not know what they did."
_SIZE = "fate: taken\n            sources: [minutes-2019]"
_EQUAL = "fate: refused\n            sources: [minutes-2019]"
_OF_CASE = re.compile(r'<p class="(?P<kind>[^"]*)"(?P<attributes>[^>]*)>(?P<words>.*?)</p>', re.DOTALL)


class Reveal:
    """What the reveal of the small case says once an option was chosen, or expected."""

    def __init__(self, page: str) -> None:
        self.page = page

    def to(self, chosen: str = "", expected: str = "") -> list[str]:
        """The lines that stand above the outcome."""
        found = []
        for line in _OF_CASE.finditer(self.page.partition('<div class="outcome')[0]):
            attributes = dict(re.findall(r'data-(chose|expected|unless)="([^"]*)"', line["attributes"]))
            if "chose" in attributes and attributes["chose"] != chosen:
                continue
            if "expected" in attributes and attributes["expected"] != expected:
                continue
            if not chosen or chosen not in attributes.get("unless", "").split():
                found.append(" ".join(html.unescape(re.sub(r"<sup.*?</sup>|<[^>]*>", "", line["words"])).split()))
        return found


@pytest.fixture
def reveal(small_project: Path) -> Callable[..., Reveal]:
    """Makes the reveal of the small case, whose first two options have these fates; the third is drafted."""

    def made(equal: str, size: str) -> Reveal:
        path = small_project / "cases/harbour.yml"
        text = path.read_text(encoding="utf-8")
        for old, fate in ((_EQUAL, equal), (_SIZE, size)):
            sources = "" if fate == "drafted" else "\n            sources: [minutes-2019]"
            assert old in text
            text = text.replace(old, f"fate: {fate}{sources}", 1)
        path.write_text(text, encoding="utf-8")
        library = load(small_project)
        assert not library.issues
        library.messages = load_messages(ROOT)
        return Reveal(str(PageContext(library, "cases/harbour.html").use.decision_reveal("harbour", "ferry")))

    return made


EQUAL, SIZE, STOP = "chair/equal", "chair/size", "chair/stop"


def test_what_they_chose_is_said_and_answers_choice_and_guess(reveal):
    page = reveal("refused", "taken")
    assert page.to() == ["They chose: Shares by size"]
    assert page.to(SIZE, SIZE) == [
        "You chose what they chose: Shares by size",
        "You expected what they did: Shares by size",
    ]
    assert page.to(STOP, EQUAL) == [
        "They did something else. You chose: Stop the ferry",
        "They chose: Shares by size",
        "You guessed: Equal shares",
    ]


def test_a_choice_that_was_refused_at_the_time_is_told_so(reveal):
    assert reveal("refused", "taken").to(EQUAL) == [
        "They did something else. You chose: Equal shares",
        "Refused at the time.",
        "They chose: Shares by size",
    ]


def test_where_no_option_is_known_to_be_taken_there_is_no_verdict(reveal):
    page = reveal("asked-for", "drafted")
    assert page.to() == [UNKNOWN]
    assert page.to(STOP, SIZE) == ["You chose: Stop the ferry", UNKNOWN, "You guessed: Shares by size"]
    assert page.to(EQUAL, EQUAL) == [
        "You chose: Equal shares",
        "Someone asked for it at the time.",
        UNKNOWN,
        "You guessed: Equal shares",
    ]
    assert "something else" not in page.page


def test_what_was_turned_down_says_so_where_nobody_knows_what_they_did(reveal):
    page = reveal("considered", "refused")
    assert page.to(EQUAL) == ["You chose: Equal shares", "Considered at the time.", UNKNOWN]
    assert page.to(SIZE) == ["You chose: Shares by size", "Refused at the time.", UNKNOWN]


def test_what_was_done_later_is_named(reveal):
    page = reveal("drafted", "taken-later")
    assert page.to() == ["They did this later: Shares by size"]
    assert page.to(SIZE, SIZE) == [
        "They did what you chose, but not until later: Shares by size",
        "Done later.",
        "They did what you expected, but not until later: Shares by size",
    ]
    assert page.to(STOP) == ["You chose: Stop the ferry", "They did this later: Shares by size"]


@pytest.mark.parametrize(
    ("fate", "first", "also"),
    [
        ("taken", "You chose what they chose:", "They also chose:"),
        ("taken-later", "They did what you chose, but not until later:", "They also did this later:"),
    ],
)
def test_of_several_things_that_they_did_the_others_are_named_too(reveal, fate, first, also):
    page = reveal(fate, fate)
    assert len(page.to()) == 2
    answered = page.to(EQUAL)
    assert answered[0] == f"{first} Equal shares"
    assert answered[-1] == f"{also} Shares by size"
    assert not any(line.startswith("They chose:") for line in answered)


def test_ones_own_choice_is_not_among_the_other_options(reveal):
    page = reveal("refused", "taken").page
    assert re.findall(r'<li data-unless="([^"]*)">', page) == [EQUAL]
    assert 'data-analysis="chair/size"' in page


def test_a_seat_is_named_once_for_all_that_is_said_of_it(library):
    for slug, case in library.cases.items():
        ctx = PageContext(library, f"cases/{slug}.html")
        for decision in case.decisions:
            if len(decision.seats) > 1:
                page = str(ctx.use.decision_reveal(slug, decision.id)).partition('<div class="outcome')[0]
                said = html.unescape(page)
                assert [said.count(typographic(seat.label)) for seat in decision.seats] == [1] * len(decision.seats)


def test_every_seat_of_a_decision_that_was_made_says_what_was_done_or_that_it_is_not_known(library):
    for slug, case in library.cases.items():
        ctx = PageContext(library, f"cases/{slug}.html")
        for decision in case.decisions:
            page = str(ctx.use.decision_reveal(slug, decision.id)).partition('<div class="outcome')[0]
            unknown = [one for one in answers_of(decision, case.is_undecided(decision)) if not one.done]
            expected = 0 if case.is_undecided(decision) else len(unknown)
            assert page.count(UNKNOWN) == expected, f"{slug}: {decision.id}"
