"""A case up to its first decision as plain text, for reading aloud and for tools. Nothing later is in it."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.analysis.disclosure import as_of, first_day, place_of
from casebook.citations.records import LICENCE, NAME
from casebook.core import routes
from casebook.library.library import Library
from casebook.schema.base import Statement
from casebook.schema.case import Case, Decision
from casebook.text.markdown import typographic
from casebook.wording.messages import Messages


def case_text(library: Library, slug: str, site_url: str = "") -> str:
    """The story of a case, its first situation, question and options, as paragraphs with an empty line between them."""
    case, messages = library.cases[slug], library.messages
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    end = messages.t("case_text.end", address=f"{base}{routes.case(slug)}", name=NAME, licence=LICENCE)
    paragraphs = [case.title, *_opening(case, messages), end]
    return typographic("\n\n".join(" ".join(one.split()) for one in paragraphs)) + "\n"


def _opening(case: Case, messages: Messages) -> Iterator[str]:
    yield case.place
    yield case.summary
    yield from (_told(one, messages) for one in as_of(case, first_day(case)).statements["story"])
    for decision in case.decisions[:1]:
        yield f"{place_of(case, decision)}, {decision.when.spoken()}"
        yield from (_told(one, messages) for one in decision.stated_before)
        yield from _asked(decision, messages)


def _asked(decision: Decision, messages: Messages) -> Iterator[str]:
    for seat in decision.seats:
        yield f"{seat.label} {seat.question}"
        for number, option in enumerate(seat.drawn, 1):
            against = [f"{messages.t('case.disputed')}. {one.text}" for one in option.disputed]
            yield " ".join([f"{number}. {option.label}.", *([option.text] if option.text else []), *against])
            yield f"{messages.t('decision.for')}: {option.for_}"
            yield f"{messages.t('decision.against')}: {option.against}"


def _told(one: Statement, messages: Messages) -> str:
    """A statement with its doubts."""
    doubts = [messages.t(f"case.{name}").lower() for name in ("judgement", "inferred") if getattr(one, name)]
    disputed = [f"{messages.t('case.disputed')}. {other.text}" for other in one.disputed]
    return " ".join([one.text, *(f"({doubt})" for doubt in doubts), *disputed])
