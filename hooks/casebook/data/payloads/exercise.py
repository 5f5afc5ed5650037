"""An exercise as the scripts read it: parts, labels, rules; and the case to read with each
dimension.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NotRequired, TypedDict

from casebook.analysis.evidence_strength import ORDER, strongest
from casebook.library.library import Library, plain_value
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import (
    STRENGTHS,
    Cards,
    Dimension,
    ExercisePart,
    Grid,
    Map,
    PairDimension,
    Pairs,
    Prompts,
    RatedStatements,
    Scenes,
)
from casebook.schema.scoring_rules import Pattern
from casebook.text.markdown import typographic
from casebook.wording.messages import Messages
from casebook.wording.scoring_rules import names_of


class LabelPayload(TypedDict):
    """Something with an id and a label."""

    id: str
    label: str


class TextPayload(TypedDict):
    """Something with an id and a text."""

    id: str
    text: str


class PatternPayload(TypedDict):
    """A pattern of answers: what is said of it, and its rule (`when`, as in the file)."""

    id: str
    title: str
    text: str
    ask: str | None
    when: dict[str, Any]


class ItemPayload(TextPayload):
    """A rated item; `short`: it belongs to the short length."""

    short: bool


# `try` is a Python keyword, so this one is written as a call.
DimensionPayload = TypedDict(
    "DimensionPayload",
    {"id": str, "title": str, "try": str | None, "ask": str | None, "check": str | None, "items": list[ItemPayload]},
)


class ColumnPayload(LabelPayload):
    """A column of a grid; without choices it takes free text."""

    choices: list[LabelPayload]


class PromptPayload(LabelPayload):
    """A prompt for free text; `words`: how many at most."""

    words: int | None


class PartPayload(TypedDict):
    """A part of an exercise. Which of the fields after `names` there are depends on its kind."""

    id: str
    kind: str
    title: str
    shows: str
    patterns: list[PatternPayload]
    names: dict[str, str]
    points: NotRequired[list[str]]
    unsure: NotRequired[str]
    outside: NotRequired[str]
    dimensions: NotRequired[list[DimensionPayload]]
    left: NotRequired[str]
    right: NotRequired[str]
    scenes: NotRequired[list[dict[str, Any]]]
    """As in the file."""
    endings: NotRequired[list[PatternPayload]]
    cards: NotRequired[list[TextPayload]]
    boxes: NotRequired[list[LabelPayload]]
    marks: NotRequired[list[LabelPayload]]
    ask: NotRequired[list[str]]
    rows: NotRequired[list[LabelPayload]]
    row: NotRequired[str]
    columns: NotRequired[list[ColumnPayload]]
    prompts: NotRequired[list[PromptPayload]]
    tokens: NotRequired[int | None]
    kinds: NotRequired[dict[str, str]]
    strengths: NotRequired[dict[str, str]]


class ExercisePayload(TypedDict):
    """All that a script needs to show, score and keep an exercise; data/exercises.js holds one for each."""

    slug: str
    title: str
    version: str
    code: str | None
    """The letters that begin its answer codes."""
    pool: int
    """From how many answers a group may look at them together; 0 for never."""
    parts: list[PartPayload]


class ReadingPayload(TypedDict):
    """A case to read with a dimension."""

    title: str
    address: str


class ExercisePagePayload(ExercisePayload):
    """What the page of an exercise holds: the exercise, the messages of the form, and for each dimension
    (part/dimension) a case to read.
    """

    words: dict[str, Any]
    readings: dict[str, ReadingPayload]


def exercise_data(library: Library, slug: str) -> ExercisePayload:
    """All that a script needs to show, score and keep an exercise. Quotation marks are set already."""
    exercise = library.exercises[slug]
    words = library.messages
    parts = [_part(library, part, words) for part in exercise.parts]
    data: ExercisePayload = {
        "slug": slug, "title": exercise.title, "version": exercise.version, "code": exercise.code,
        "pool": 0 if exercise.pool == "never" else exercise.pool.from_, "parts": parts,
    }  # fmt: skip
    return set_quotes(data)  # type: ignore[no-any-return]


def set_quotes(value: Any) -> Any:
    """The same with real quotation marks in every text."""
    if isinstance(value, str):
        return typographic(value)
    if isinstance(value, dict):
        return {key: set_quotes(one) for key, one in value.items()}
    return [set_quotes(one) for one in value] if isinstance(value, list | tuple) else value


def _part(library: Library, part: ExercisePart, messages: Messages) -> PartPayload:
    data: PartPayload = {
        "id": part.id, "kind": part.kind, "title": part.title or "", "shows": part.shows,
        "patterns": _patterns(part.patterns),
        "names": names_of(part, messages) if isinstance(part, Scenes | Cards | Grid | Map) else {},
    }  # fmt: skip
    if isinstance(part, RatedStatements | Pairs):
        scale = library.scales[part.scale]
        data["points"], data["unsure"], data["outside"] = list(scale.points), scale.unsure, scale.outside
        data["dimensions"] = [_dimension(dimension) for dimension in part.dimensions]
        if isinstance(part, Pairs):
            data["left"], data["right"] = part.left, part.right
    elif isinstance(part, Scenes):
        data["scenes"] = [scene.model_dump(mode="json") for scene in part.scenes]
        data["endings"] = _patterns(part.endings)
    elif isinstance(part, Cards):
        data["cards"] = [{"id": card.id, "text": card.text} for card in part.cards]
        data["boxes"], data["marks"], data["ask"] = _labels(part.boxes), _labels(part.marks), list(part.ask)
    elif isinstance(part, Grid):
        data["rows"], data["row"] = _labels(part.rows), part.row or ""
        data["columns"] = [
            {"id": column.id, "label": column.label, "choices": _labels(column.choices)} for column in part.columns
        ]
    elif isinstance(part, Prompts):
        data["prompts"] = [{"id": prompt.id, "label": prompt.label, "words": prompt.words} for prompt in part.prompts]
    elif isinstance(part, Map):
        data["tokens"] = part.tokens
        data["kinds"] = {id_: kind.label for id_, kind in library.vocabulary.member_kinds.items()}
        data["strengths"] = {strength: messages.t(f"exercise_form.{strength}") for strength in STRENGTHS}
    return data


def _labels(things: Iterable[Any]) -> list[LabelPayload]:
    return [{"id": thing.id, "label": thing.label} for thing in things]


def _dimension(dimension: Dimension | PairDimension) -> DimensionPayload:
    return {
        "id": dimension.id,
        "title": dimension.title,
        "try": dimension.try_,
        "ask": dimension.ask,
        "check": dimension.check,
        "items": [_item(item) for item in dimension.items],
    }


def _item(item: Any) -> ItemPayload:
    text = item.text if hasattr(item, "text") else f"{item.left} | {item.right}"
    return {"id": item.id, "text": text, "short": getattr(item, "short", False)}


def _patterns(patterns: Iterable[Pattern]) -> list[PatternPayload]:
    return [
        {
            "id": one.id,
            "title": one.title,
            "text": one.text,
            "ask": one.ask,
            "when": one.when.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        }
        for one in patterns
    ]


@plain_value
def readings(library: Library, slug: str) -> tuple[tuple[str, str], ...]:
    """For each dimension of an exercise (part/dimension) the case to read, as `cases_to_read` chooses it."""
    return tuple(cases_to_read(library, library.exercises[slug]).items())


def cases_to_read(library: Library, exercise: Exercise) -> dict[str, str]:
    """For each dimension (part/dimension) the case to read: most findings on its claims, then the strongest evidence;
    no case twice while there is another.
    """
    chosen: dict[str, str] = {}
    for part in exercise.parts:
        for dimension in part.dimensions if isinstance(part, RatedStatements | Pairs) else ():
            ranked = list(_ranked(library, dimension.claims or exercise.claims))
            fresh = [slug for slug in ranked if slug not in chosen.values()]
            if ranked:
                chosen[f"{part.id}/{dimension.id}"] = (fresh or ranked)[0]
    return chosen


def _ranked(library: Library, claims: Iterable[str]) -> Iterator[str]:
    told = [one for claim in claims for one in library.findings.get(claim, [])]
    count: dict[str, int] = {}
    for one in told:
        count[one.slug] = count.get(one.slug, 0) + 1
    yield from sorted(count, key=lambda slug: (-count[slug], ORDER.index(strongest(library.cases[slug])), slug))


def every_exercise_data(library: Library) -> Iterator[ExercisePayload]:
    """Every exercise, for the page that shows what was saved."""
    for slug in library.exercises:
        yield exercise_data(library, slug)
