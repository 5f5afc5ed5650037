"""An exercise as the scripts read it: parts, labels, rules with their words; and the case to read with each dimension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from casebook.analysis.evidence_strength import ORDER, strongest
from casebook.library.library import Library
from casebook.schema.exercise import Exercise
from casebook.schema.exercise_parts import STRENGTHS, Cards, Dimension, ExercisePart, Grid, Map, PairDimension, Pairs, Prompts, RatedStatements, Scenes
from casebook.schema.scoring_rules import Pattern
from casebook.text.markdown import typographic
from casebook.wording.messages import Messages
from casebook.wording.scoring_rules import names_of, rule_in_words


def exercise_data(library: Library, slug: str) -> dict[str, Any]:
    """All that a script needs to show, score and keep an exercise. Quotation marks are set already."""
    exercise = library.exercises[slug]
    words = library.messages
    parts = [_part(library, part, words) for part in exercise.parts]
    data = {"slug": slug, "title": exercise.title, "version": exercise.version, "parts": parts}
    return set_quotes(data)  # type: ignore[no-any-return]


def set_quotes(value: Any) -> Any:
    """The same with real quotation marks in every text."""
    if isinstance(value, str):
        return typographic(value)
    if isinstance(value, dict):
        return {key: set_quotes(one) for key, one in value.items()}
    return [set_quotes(one) for one in value] if isinstance(value, list | tuple) else value


def _part(library: Library, part: ExercisePart, messages: Messages) -> dict[str, Any]:
    data: dict[str, Any] = {"id": part.id, "kind": part.kind, "title": part.title or "", "shows": part.shows, "patterns": _patterns(part.patterns, part, messages)}
    if isinstance(part, RatedStatements | Pairs):
        scale = library.scales[part.scale]
        data |= {"points": list(scale.points), "unsure": scale.unsure, "outside": scale.outside}
        data["dimensions"] = [_dimension(dimension) for dimension in part.dimensions]
        if isinstance(part, Pairs):
            data |= {"left": part.left, "right": part.right}
    elif isinstance(part, Scenes):
        data["scenes"] = [scene.model_dump(mode="json") for scene in part.scenes]
        data["endings"] = _patterns(part.endings, part, messages)
    elif isinstance(part, Cards):
        data["cards"] = [{"id": card.id, "text": card.text} for card in part.cards]
        data |= {"boxes": _labels(part.boxes), "marks": _labels(part.marks), "ask": list(part.ask)}
    elif isinstance(part, Grid):
        data["rows"], data["row"] = _labels(part.rows), part.row or ""
        data["columns"] = [{"id": column.id, "label": column.label, "choices": _labels(column.choices)} for column in part.columns]
    elif isinstance(part, Prompts):
        data["prompts"] = [{"id": prompt.id, "label": prompt.label} for prompt in part.prompts]
    elif isinstance(part, Map):
        data["tokens"] = part.tokens
        data["kinds"] = {id_: kind.label for id_, kind in library.vocabulary.member_kinds.items()}
        data["strengths"] = {strength: messages.t(f"exercise_form.{strength}") for strength in STRENGTHS}
    data["names"] = names_of(part, messages) if isinstance(part, Scenes | Cards | Grid | Map) else {}
    return data


def _labels(things: Iterable[Any]) -> list[dict[str, str]]:
    return [{"id": thing.id, "label": thing.label} for thing in things]


def _dimension(dimension: Dimension | PairDimension) -> dict[str, Any]:
    data: dict[str, Any] = {"id": dimension.id, "title": dimension.title, "try": dimension.try_, "ask": dimension.ask, "check": dimension.check}
    data["items"] = [_item(item) for item in dimension.items]
    return data


def _item(item: Any) -> dict[str, Any]:
    text = item.text if hasattr(item, "text") else f"{item.left} | {item.right}"
    return {"id": item.id, "text": text, "short": getattr(item, "short", False)}


def _patterns(patterns: Iterable[Pattern], part: ExercisePart, messages: Messages) -> list[dict[str, Any]]:
    return [
        {"id": one.id, "title": one.title, "text": one.text, "ask": one.ask, "why": rule_in_words(one.when, part, messages),
         "when": one.when.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
        for one in patterns
    ]  # fmt: skip


def cases_to_read(library: Library, exercise: Exercise) -> dict[str, str]:
    """For each dimension (part/dimension) the case to read: most findings on its claims, then the strongest evidence; no case twice while there is another."""
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


def every_exercise_data(library: Library) -> Iterator[dict[str, Any]]:
    """Every exercise, for the page that shows what was saved."""
    for slug in library.exercises:
        yield exercise_data(library, slug)
