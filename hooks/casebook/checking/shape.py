"""Holds plain data against a model, and says in our words what does not fit."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from casebook.checking.problems import Fault, PathInFile, did_you_mean, listed

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], data: Any) -> tuple[M | None, list[Fault]]:
    """The model's object, or None and every fault with its path in the file."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, list(dict.fromkeys(_faults(model, error, data)))
    except RecursionError:
        return None, [((), "goes too many levels deep; nothing in the format does")]


def _faults(model: type[BaseModel], error: ValidationError, data: Any) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        path = _path_in_file(detail["loc"], data)
        yield path, _message(model, dict(detail), path)


def _path_in_file(location: tuple[int | str, ...], data: Any) -> PathInFile:
    """Drops from a location what only the model knows (the kind of a union, the wrapping of a single statement)."""
    path: list[str | int] = []
    at = data
    for index, step in enumerate(location):
        last = index == len(location) - 1
        if isinstance(at, dict) and (step in at or (last and isinstance(step, str))):
            path.append(step)
            at = at.get(step)
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            path.append(step)
            at = at[step]
    return tuple(path)


def _models_of(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        for inner in typing.get_args(annotation):
            yield from _models_of(inner)


def fields_at(model: type[BaseModel], path: PathInFile) -> set[str]:
    """The names of the fields that may stand at a path."""
    here = {model}
    for step in path:
        if isinstance(step, int):
            continue
        here = {
            inner
            for one in here
            for name, field in one.model_fields.items()
            if step == (field.alias or name)
            for inner in _models_of(field.annotation)
        }
    return {field.alias or name for one in here for name, field in one.model_fields.items()}


def _message(model: type[BaseModel], detail: dict[str, Any], path: PathInFile) -> str:
    kind, given, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    name = path[-1] if path else ""
    match kind:
        case "missing":
            return "is missing; add it" if name else "is missing"
        case "extra_forbidden":
            known = fields_at(model, path[:-1])
            return f"is not a field here{did_you_mean(str(name), known) or f'; the fields are {listed(sorted(known), 40)}'}"
        case "literal_error":
            choices = [part.strip(" '") for part in context["expected"].replace(" or ", ", ").split(", ")]
            return f"“{_short(given)}” is not one of {listed(choices, 40)}{did_you_mean(str(given), choices)}"
        case "union_tag_invalid" | "union_tag_not_found":
            choices = [part.strip(" '") for part in context.get("expected_tags", "").split(", ")] if "expected_tags" in context else []
            return f"needs a kind: statements, pairs, scenes, cards, grid, text or map{did_you_mean(str(context.get('tag', '')), choices)}"
        case "value_error":
            return str(context["error"])
        case "string_pattern_mismatch":
            return _pattern(str(name), given)
        case "string_too_long":
            return f"is too long; {context['max_length']} characters at most"
        case "string_too_short":
            return "is empty; write something, or leave the field out"
        case "too_short":
            return f"needs at least {context['min_length']}"
        case "too_long":
            return f"has too many; {context['max_length']} at most"
    return _of_type(kind, given, context)


def _of_type(kind: str, given: Any, context: dict[str, Any]) -> str:
    if kind.startswith(("greater_than", "less_than")):
        limit = context.get("ge", context.get("le", context.get("gt", context.get("lt"))))
        return f"“{_short(given)}” is out of range; {'at least' if kind.startswith('greater') else 'at most'} {limit}"
    if kind in ("tuple_type", "list_type"):
        return "must be a list; begin each entry with - on a line of its own"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "must hold fields (name: value), not a bare text"
    if kind.startswith("bool"):
        return f"“{_short(given)}” is neither true nor false"
    if kind.startswith("int"):
        return f"“{_short(given)}” is not a whole number"
    if kind.startswith("float"):
        return f"“{_short(given)}” is not a number"
    if kind.startswith("string"):
        return "must be a text; put it in quotes if YAML reads it as something else"
    return "does not fit the format; compare it with the template"


def _pattern(name: str, given: Any) -> str:
    remedies = {
        "url": "is not an address; it begins with https:// or http:// and has no spaces",
        "doi": "is not a DOI; write it from 10. on",
        "country": "is not a code of ISO 3166; write GB-ENG, GB-NIR or NZ",
        "version": "is not a version; write three numbers with dots: 0.1.0",
        "code": "is not a code; write two capital letters",
    }
    return f"“{_short(given)}” {remedies.get(name, 'is not an id; use lower-case letters, digits and single hyphens')}"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
