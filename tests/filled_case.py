"""A case with every field that the models have, filled with words of its own; a new field is in it by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.schema import Case
from casebook.schema.case import Member, Option, Seat, Source
from filling import LEFT_OUT, Filler

CASE: Mapping[str, Any] = {
    "id": "one",
    "part": "east",
    "Part.id": "east",
    "country": "GB-ENG",
    "Member.kind": "practice",
    "Tie.kind": "works-with",
    "Source.kind": "report",
    "standpoint": "insider",
    "sectors": ["hospital"],
    "themes": ["money"],
    "form": "learning-network",
    "claim": "members-learn-together",
    "related": ["harbour"],
    "year": 2018,
    "read": "through-another",
    "language": "de",
    "url": lambda word: f"https://harbour.org.uk/{word}",
    "doi": LEFT_OUT,
    "unverified": ["year"],
    "accessed": "2021-03-02",
    "Author.name": LEFT_OUT,
    "draft": LEFT_OUT,
    "judgement": LEFT_OUT,
    "inferred": LEFT_OUT,
    "both": True,
    "count": 2,
    "Decision.when": "2019",
    "how": "still-going",
    "Tie.from": "north",
    "Tie.to": "south",
    "source": "record",
    "option": "stay-0",
    "fate": "considered",
    "again_by": "2022-06",
    "on": "2021",
    "Finding.erratum": lambda word: f"The text was changed: {word}.",
    "Change.when": "2021-05-01",
    "Change.kind": "corrected",
    "Change.text": lambda word: f"This was put right: {word}.",
    "Change.why": lambda word: f"Somebody wrote to us: {word}.",
    "today": ["integrator"],
}


def every_mapping(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside some data, itself first."""
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from every_mapping(inner)


def cite_twice(data: Any, filler: Filler) -> None:
    """Each statement that cites a source cites a second one, at another place."""
    for one in every_mapping(data):
        if one.get("sources") and "source" in one["sources"][0]:
            one["sources"].append({"source": "report", "at": filler.word("Citation.at")})


def whole_case(filler: Filler, decisions: bool, seats: int) -> dict[str, Any]:
    """A case with every field, filled."""
    case = filler.fill(Case)
    case["sources"] = [
        filler.fill(Source) | {"id": id_, "title": f"{id_} {filler.word('Source.title')}"}
        for id_ in ("record", "report")
    ]
    case["members"] = [filler.fill(Member) | {"id": id_} for id_ in ("north", "south")]
    decision = case["decisions"][0]
    decision["seats"] = [
        filler.fill(Seat)
        | {
            "id": f"seat-{number}",
            "options": [filler.fill(Option) | {"id": f"{id_}-{number}"} for id_ in ("stay", "go")],
        }
        for number in range(seats)
    ]
    decision["teaching"]["analysis"] = [{"option": "stay-0", "text": filler.word("Analysis.text")}]
    cite_twice(case, filler)
    if not decisions:
        del case["decisions"]
    return case
