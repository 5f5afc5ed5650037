"""What ages: ids that were published and must stay, texts that were weighed and may have changed since."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from casebook.library.glimpses import findings_on
from casebook.library.library import CaseFinding, Library, item_fingerprints
from casebook.schema.case import Case
from casebook.schema.kinds import CLAIMS
from casebook.yamlfiles.parser import SourceFileError, decode, front_matter

IDS = "exercises/ids.txt"
HEAD = (
    "# Every rated item that was published: exercise/part/item and a fingerprint of its text.",
    "# Answers kept by visitors name these ids, so the list only grows. Written by: casebook ids --accept",
)

BROKEN_CLAIM = "its page has problems; say casebook check to see them, and mend them first"


def read_ids(path: Path) -> dict[str, str]:
    """The committed list: id and fingerprint; empty where there is no file yet."""
    if not path.exists():
        return {}
    lines = (
        line.split() for line in decode(path.read_bytes()).splitlines() if line.strip() and not line.startswith("#")
    )
    return {words[0]: words[1] for words in lines if len(words) == 2}


def accept_ids(library: Library) -> int:
    """Adds new ids to the list, and new fingerprints of texts changed with an erratum; never takes one away.

    Returns the exit status: 1 where a text changed without an erratum, or an id is gone, and the list was left as it is
    for these.
    """
    path = library.root / IDS
    try:
        before = read_ids(path)
    except SourceFileError as stop:
        print(f"{IDS}:{stop.line}: {stop.message}")
        return 1
    current = item_fingerprints(library)
    new = {id_: digest for id_, (digest, _) in current.items() if id_ not in before}
    mended = {
        id_: digest for id_, (digest, erratum) in current.items() if erratum and before.get(id_, digest) != digest
    }
    refused = [id_ for id_, (digest, erratum) in current.items() if not erratum and before.get(id_, digest) != digest]
    unread = {slug for slug, loaded in library.exercise_files.items() if not loaded.model}
    gone = [id_ for id_ in before if id_ not in current and id_.partition("/")[0] not in unread]
    after = before | new | mended
    path.write_text(
        "\n".join([*HEAD, *(f"{id_} {digest}" for id_, digest in sorted(after.items()))]) + "\n", encoding="utf-8"
    )
    for id_ in refused:
        print(f"{id_}: has another text under its old id; give it a new id, or add erratum with the reason")
    for id_ in gone:
        print(f"{id_}: was published and is gone; old answers name it, so it stays on the list")
    print(f"Added {len(new)} and renewed {len(mended)} of {len(after)} ids in {IDS}.")
    return 1 if refused or gone else 0


@dataclass(frozen=True)
class FindingChanges:
    """What became of a claim's findings (case/finding) since its reading across cases was written."""

    came: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.came, *self.changed, *self.gone)


def changes_since_weighed(library: Library, claim_id: str) -> FindingChanges:
    """Compares a claim's findings with those that were weighed, by id and fingerprint."""
    weighed = {one.finding: one.fingerprint for one in library.claims[claim_id].weighed}
    now = {told.id: told.fingerprint for told in findings_on(library, claim_id)}
    return FindingChanges(
        tuple(id_ for id_ in now if id_ not in weighed),
        tuple(id_ for id_ in now if id_ in weighed and weighed[id_] != now[id_]),
        tuple(id_ for id_ in weighed if id_ not in now),
    )


def report_due(
    library: Library, accept: bool = False, only: Sequence[str] = (), today: datetime.date | None = None
) -> int:
    """Lists the cases past the day they should be read again, and the claim pages whose findings came, changed or went
    since they were weighed.

    With `accept`, writes down the findings of the claims named (or of all that have a reading across cases) as weighed.
    A list, not a test: it returns 1 only where a claim is named that does not exist or has no reading across cases.
    """
    unknown = [claim for claim in only if claim not in library.claims]
    for claim in unknown:
        broken = claim in library.files_of(CLAIMS)
        print(
            f"{claim}: {BROKEN_CLAIM if broken else 'there is no such claim; look at the names in docs/learn/claims/'}"
        )
    refused = _accept(library, only) if accept else 0
    if accept:
        return 1 if unknown or refused else 0
    _report_cases(library, today or datetime.date.today())
    for claim in [claim for claim in library.claims if not only or claim in only]:
        _report_claim(library, claim)
    return 1 if unknown else 0


def _report_cases(library: Library, today: datetime.date) -> None:
    late = [(slug, case) for slug, case in library.cases.items() if case.again_by.ends < today]
    for slug, case in late:
        print(f"cases/{slug}.yml: was to be read again by {case.again_by.spoken()}{_what_is_open(case)}")
    if not late:
        print("No case is past the day it should be read again.")
    for slug, case in library.cases.items():
        if case.open and (slug, case) not in late:
            print(f"cases/{slug}.yml: to be read again by {case.again_by.spoken()}{_what_is_open(case)}")


def _what_is_open(case: Case) -> str:
    """What whoever reads an open case again has to look for."""
    return f"; it is open, so look for: {'; '.join(case.open.look_for)}" if case.open else ""


def _report_claim(library: Library, claim_id: str) -> None:
    file = f"docs/learn/claims/{claim_id}.md"
    if not library.claims[claim_id].together:
        print(f"{file}: has no reading across cases yet")
        return
    since = changes_since_weighed(library, claim_id)
    for word, ids in (("came", since.came), ("changed", since.changed), ("went", since.gone)):
        for id_ in ids:
            print(f"{file}: {id_} {word} since the findings were weighed")


def _accept(library: Library, only: Sequence[str]) -> int:
    """Writes the weighed findings of claims; returns how many were refused because nobody has written a reading across
    cases.
    """
    refused = 0
    for claim_id, claim in library.claims.items():
        if only and claim_id not in only:
            continue
        if not claim.together:
            refused += bool(only)
            print(f"docs/learn/claims/{claim_id}.md: has no reading across cases yet; write together first")
            continue
        path = library.root / f"docs/learn/claims/{claim_id}.md"
        path.write_text(with_weighed(decode(path.read_bytes()), library.findings.get(claim_id, [])), encoding="utf-8")
        print(f"docs/learn/claims/{claim_id}.md: findings weighed")
    return refused


def with_weighed(page: str, findings: Sequence[CaseFinding]) -> str:
    """A claim page whose front matter lists these findings as weighed; comments and everything else stay."""
    head, body = front_matter(page.replace("\r\n", "\n"))
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    data = yaml.load(head)
    data["weighed"] = [
        {"finding": told.id, "fingerprint": DoubleQuotedScalarString(told.fingerprint)}
        for told in sorted(findings, key=lambda one: one.id)
    ]
    out = io.StringIO()
    yaml.dump(data, out)
    return f"---\n{out.getvalue().strip(chr(10))}\n---\n{body}"
