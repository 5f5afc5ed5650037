"""What the cases rest on: statements and their sources, the findings under each claim, and the sources by kind,
standpoint and how much was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from casebook.library.library import Library
from casebook.schema.base import Sourced
from casebook.schema.case import STANCES, Case, Option, Source


def report_audit(library: Library) -> int:
    """Prints the audit.

    Findings are listed by id under each claim and stance, never totalled. Always returns 0: it judges nothing.
    """
    for line in audit_lines(library):
        print(line)
    return 0


def audit_lines(library: Library) -> Iterator[str]:
    """The lines of the audit."""
    yield from _statements(library)
    yield from _findings(library)
    yield from _sources(library)


def statements_of(case: Case) -> list[Sourced]:
    """Everything a case states: whatever carries a text, a measure or a value with sources.

    Options are choices and state nothing.
    """
    return [
        thing
        for _, thing in case.everything
        if isinstance(thing, Sourced) and not isinstance(thing, Option) and _states(thing)
    ]


def _states(thing: Sourced) -> bool:
    return bool(thing.text or thing.sources or getattr(thing, "value", None) or getattr(thing, "measure", None))


def _statements(library: Library) -> Iterator[str]:
    yield "Statements, and the share that names a source"
    for slug, case in library.cases.items():
        statements = statements_of(case)
        sourced = sum(bool(one.sources) for one in statements)
        judged = sum(one.judgement and not one.sources for one in statements)
        share = f"{100 * sourced / len(statements):.0f}%" if statements else "none"
        yield (
            f"  {slug}: {len(statements)} statements, {share} with sources, {judged} our judgement, "
            f"{sum(one.inferred for one in statements)} inferred by us"
        )


def _findings(library: Library) -> Iterator[str]:
    yield ""
    yield "Findings by claim and stance"
    for claim_id in library.claims:
        told = library.findings.get(claim_id, [])
        yield f"  {claim_id}" + ("" if told else ": no case speaks to it")
        for stance in STANCES:
            ids = sorted(one.id for one in told if one.finding.stance == stance)
            if ids:
                yield f"    {stance}: {', '.join(ids)}"


def _sources(library: Library) -> Iterator[str]:
    sources: list[Source] = [source for case in library.cases.values() for source in case.sources]
    for title, field in (
        ("Sources by kind", "kind"),
        ("Sources by where their author stands", "standpoint"),
        ("Sources by how much was read", "read"),
    ):
        yield ""
        yield title
        for word, count in sorted(
            Counter(str(getattr(source, field)) for source in sources).items(), key=lambda one: (-one[1], one[0])
        ):
            yield f"  {word}: {count}"
