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
    details = [(_path_in_file(detail["loc"], data, detail["type"]), dict(detail)) for detail in error.errors(include_url=False)]
    chosen = {path for path, detail in details if detail["type"] == "literal_error"}
    inner = {path[:-1] for path, detail in details if detail["type"] != "literal_error"}
    for path, detail in details:
        if not _is_echo(path, detail, chosen, inner):
            yield path, _message(model, detail, path)


def _is_echo(path: PathInFile, detail: dict[str, Any], chosen: set[PathInFile], inner: set[PathInFile]) -> bool:
    """True for what only repeats another fault: a list is short of the entries that were refused; a value failed both sides of a choice."""
    kind, given = detail["type"], detail.get("input")
    if kind == "too_short" and isinstance(given, list):
        return bool(len(given) >= detail["ctx"]["min_length"])
    if kind == "literal_error":
        return isinstance(given, dict) and path in inner
    return path in chosen and kind in ("model_type", "model_attributes_type", "dict_type")


def _path_in_file(location: tuple[int | str, ...], data: Any, kind: str) -> PathInFile:
    """Drops from a location what only the model knows (the kind of a union, the wrapping of a single statement)."""
    path: list[str | int] = []
    at = data
    for index, step in enumerate(location):
        if location[0] == "parts" and index == 2 and isinstance(at, dict) and step == at.get("kind"):
            continue
        missing = index == len(location) - 1 and kind == "missing"
        if isinstance(at, dict) and (step in at or missing):
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
            if name == "pool":
                return f"“{_short(given)}” is not never; write never, or from: and a number of at least 5 on the next line"
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
        case "too_short" if isinstance(given, str):
            return "is empty; write something, or leave the field out"
        case "too_short":
            return f"needs at least {context['min_length']} {'entry' if context['min_length'] == 1 else 'entries'}"
        case "too_long" if isinstance(given, str):
            return f"is too long; {context['max_length']} characters at most"
        case "too_long":
            return f"has too many entries; {context['max_length']} at most"
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
        return f"“{_short(given)}” is {'too large a number' if str(given).isdigit() else 'not a whole number'}"
    if kind.startswith("float"):
        return f"“{_short(given)}” is not a number"
    if kind.startswith("string"):
        what = {list: ", not a list", dict: ", not fields (name: value)", bool: ", not true or false"}.get(type(given), "")
        return f"must be a text{what}; put it in quotes if YAML reads it as something else"
    return "does not fit the format; compare it with the template"


def _pattern(name: str, given: Any) -> str:
    remedies = {
        "language": "is not a code of a language; write two or three small letters: de, nl, sv",
        "url": "is not an address; it begins with https:// or http:// and has no spaces",
        "doi": "is not a DOI; write it from 10. on",
        "country": "is not a code of ISO 3166; write its two capital letters, such as NZ, and for a part of the United Kingdom GB-ENG, GB-NIR, GB-SCT or GB-WLS",
        "version": "is not a version; write three numbers with dots: 0.1.0",
        "code": "is not a code; write two capital letters",
    }
    return f"“{_short(given)}” {remedies.get(name, 'is not an id; use lower-case letters, digits and single hyphens')}"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
