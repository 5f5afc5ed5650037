"""The rules of pages written by hand below fields of their own, across their fields: sessions, method cards, essays.

Each is a generator of (path in the file, message).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casebook.checking.session_rules import check_session
from casebook.library.library import Library
from casebook.library.source_file import SourceFile
from casebook.schema.exercise import Group
from casebook.schema.facilitation import Session
from casebook.schema.kinds import Kind
from casebook.schema.reference_pages import Essay, WrittenPage
from casebook.text.component_calls import read_body
from casebook.text.quoting import quoted
from casebook.validation.issues import FieldIssue


def check_written_page(kind: Kind[Any], id_: str, page: SourceFile[Any], library: Library) -> Iterator[FieldIssue]:
    """Every fault of a page with fields whose form is right. A rule is asked where the model has its field."""
    if page.model:
        yield from check_group(page.model)
        yield from check_first_decision(page.model, library)
        yield from check_own_call(kind.card, id_, page.model, page.body)
        if isinstance(page.model, Essay):
            yield from check_own_call("essay_end", id_, page.model, page.body)
        if isinstance(page.model, Session):
            yield from check_session(page.model, library)


def check_group(model: WrittenPage) -> Iterator[FieldIssue]:
    """A group is not larger from than to."""
    group = getattr(model, "group", None)
    if isinstance(group, Group) and group.from_ > group.to:
        yield ("group",), "is from more people than to; swap the two"


def check_first_decision(model: WrittenPage, library: Library) -> Iterator[FieldIssue]:
    """A room begins with the first decision of a case: the question of a later one tells what came of it."""
    decision = getattr(model, "decision", None) or ""
    slug, _, id_ = decision.partition("/")
    case = library.case_files[slug].model if slug in library.case_files else None
    decisions = [decision.id for decision in case.decisions] if case else []
    if id_ in decisions[1:]:
        why = "and its question tells what came of the first"
        yield (
            ("decision",),
            f"{quoted(decision)} is a later decision of its case, {why}; write {slug}/{decisions[0]}",
        )


def check_own_call(card: str, id_: str, model: WrittenPage, body: str) -> Iterator[FieldIssue]:
    """A page shows what stands in its fields: it calls its own plan or card."""
    if not card:
        return
    if not model.render_macros:
        yield ("render_macros",), f"is false, so the page would show the call of {card} as text; write true"
        return
    read = read_body(body)
    if not read.faults and not any(
        call.name == card and id_ in (*call.values, *call.named.values()) for call in read.calls
    ):
        yield (), f'shows none of its fields; write {{{{ {card}("{id_}") }}}} below them, on a line of its own'
