"""Each case as plain text: all that leads to the first decision, and nothing of what came after it."""

from __future__ import annotations

import re
from pathlib import Path

from casebook.analysis.disclosure import spoiler_texts
from casebook.citations.records import NAME
from casebook.data.case_text import case_text
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.schema.base import Disputed
from casebook.text.markdown import typographic
from small_site import invented_library
from telling import plain

ROOT = Path(__file__).resolve().parents[1]


def test_a_text_holds_all_that_leads_to_the_first_decision(library: Library) -> None:
    for slug, case in library.cases.items():
        text = case_text(library, slug)
        told = [case.title, case.place, case.summary, *(one.text for one in case.story)]
        for decision in case.decisions[:1]:
            told += [one.text for one in decision.situation]
            for seat in decision.seats:
                told += [seat.label, seat.question]
                told += [part for one in seat.options for part in (one.label, one.for_, one.against)]
        assert [one for one in told if plain(one) not in plain(text)] == [], slug


def test_a_text_gives_nothing_away(library: Library) -> None:
    for slug, case in library.cases.items():
        text = plain(case_text(library, slug))
        assert [one for one in spoiler_texts(case) if plain(one) in text] == [], slug
        later = [seat.question for decision in case.decisions[1:] for seat in decision.seats]
        assert [one for one in later if plain(one) in text] == [], slug


def test_the_options_of_a_text_stand_in_the_order_of_the_page(library: Library) -> None:
    text = case_text(library, "shropshire")
    seats = library.cases["shropshire"].decisions[0].seats
    labels = [typographic(option.label) for seat in seats for option in seat.drawn]
    found = re.findall(r"^\d\. (.*?)\.(?= |$)", text, re.MULTILINE)
    assert found == labels


def test_a_text_says_what_is_disputed_whose_reading_it_is_and_where_the_rest_stands() -> None:
    library = invented_library()
    case = library.cases["night-boat"]
    story = (case.story[0].model_copy(update={"judgement": True}), case.story[1].model_copy(update={"inferred": True}))
    against = Disputed(text="The company says otherwise.")
    situation = (case.decisions[0].situation[0].model_copy(update={"disputed": (against,)}),)
    decision = case.decisions[0].model_copy(update={"situation": situation})
    changed = case.model_copy(update={"story": story, "decisions": (decision,)})
    dict.__setitem__(library.cases, "night-boat", changed.named("night-boat"))
    text = case_text(library, "night-boat", "https://casebook.example")
    for words in (
        f"{typographic(story[0].text)} (our judgement)",
        "(our inference)",
        "Disputed. The company says otherwise.",
    ):
        assert words in text
    assert f"https://casebook.example/cases/night-boat.html. From {NAME}" in text
    assert "<" not in text
    assert not re.search(r"[^\n]\n[^\n]", text)


def test_a_case_leads_to_its_text_and_the_text_is_a_file_of_the_site(built_site: Path, library: Library) -> None:
    for slug in library.cases:
        assert (built_site / f"cases/{slug}.txt").read_text(encoding="utf-8") == case_text(library, slug)
    foot = str(PageContext(library, "cases/nottingham.html").use.case_foot("nottingham"))
    assert 'href="nottingham.txt"' in foot
