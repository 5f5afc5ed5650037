"""What the format holds, read from the models: every field with its description, what to write, and the words to choose
from.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from casebook.schema.base import ID_PATTERN, Sourced
from casebook.text.dates import When


@dataclass(frozen=True)
class FieldNote:
    """One field of a file: its name there, whether it is needed, what it is, and what to write."""

    name: str
    needed: bool
    what: str
    value: str
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    models: tuple[type[BaseModel], ...] = ()


@dataclass(frozen=True)
class FieldGroup:
    """A model of the format: its fields, and whether it may also say everything that a statement says."""

    model: type[BaseModel]
    name: str
    what: str
    fields: tuple[FieldNote, ...]
    sourced: bool


def name_of(model: type[BaseModel]) -> str:
    """The name of a model as readers see it: SceneOption becomes scene option."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip("_ ")
    return {
        "statements": "part of kind statements",
        "pairs": "part of kind pairs",
        "scenes": "part of kind scenes",
        "cards": "part of kind cards",
        "grid": "part of kind grid",
        "prompts": "part of kind text",
        "map": "part of kind map",
        "sourced": "statement",
    }.get(words, words)


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        if not isinstance(inner, str):
            yield from inner_models(inner)


def _literals(annotation: Any) -> tuple[str, ...]:
    if typing.get_origin(annotation) is Literal:
        return tuple(str(choice) for choice in typing.get_args(annotation))
    return tuple(
        choice for inner in typing.get_args(annotation) if not isinstance(inner, str) for choice in _literals(inner)
    )


def _holds(annotation: Any, kind: type) -> bool:
    return annotation is kind or any(
        _holds(inner, kind) for inner in typing.get_args(annotation) if not isinstance(inner, str)
    )


def _is_id(annotation: Any, metadata: typing.Iterable[Any] = ()) -> bool:
    inside = typing.get_args(annotation) if not _literals(annotation) else ()
    return any(
        getattr(mark, "pattern", None) == ID_PATTERN or (not isinstance(mark, str) and _is_id(mark))
        for mark in (*metadata, *inside)
    )


def _is_list(annotation: Any) -> bool:
    if typing.get_origin(annotation) in (types.UnionType, typing.Union, typing.Annotated):
        return any(_is_list(inner) for inner in typing.get_args(annotation))
    return typing.get_origin(annotation) is tuple


def _value(
    annotation: Any, models: tuple[type[BaseModel], ...], choices: tuple[str, ...], vocabulary: str, is_id: bool
) -> str:
    """What to write, as a key of the words: list_model, date, flag, number, id, text ..."""
    kind = "id" if is_id else "text"
    if models:
        kind = "model"
    elif vocabulary:
        kind = "vocabulary"
    elif choices:
        kind = "choice"
    else:
        for type_, word in ((When, "date"), (bool, "flag"), (int, "number"), (float, "number")):
            if _holds(annotation, type_):
                kind = word
                break
    return f"list_{kind}" if _is_list(annotation) else kind


def fields_of(model: type[BaseModel]) -> tuple[FieldNote, ...]:
    """Every field of a model, in order."""
    notes = []
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        vocabulary = str(extra.get("x-vocabulary", ""))
        models, choices = tuple(inner_models(field.annotation)), _literals(field.annotation)
        value = _value(field.annotation, models, choices, vocabulary, _is_id(field.annotation, field.metadata))
        notes.append(
            FieldNote(
                field.alias or name, field.is_required(), field.description or "", value, choices, vocabulary, models
            )
        )
    return tuple(notes)


def groups(model: type[BaseModel]) -> list[FieldGroup]:
    """A model and every model inside it, each once, in the order in which a reader meets them."""
    found: dict[type[BaseModel], FieldGroup] = {}
    waiting = [model]
    while waiting:
        one = waiting.pop(0)
        if one in found:
            continue
        found[one] = _group(one)
        waiting[:0] = [inner for note in found[one].fields for inner in note.models if inner not in found]
    return list(found.values())


def _group(model: type[BaseModel]) -> FieldGroup:
    sourced = issubclass(model, Sourced) and len(model.__mro__) > 1 and model.__name__ != "Statement"
    own = {field.alias or name for name, field in model.model_fields.items() if name in model.__annotations__}
    fields = tuple(note for note in fields_of(model) if not sourced or note.name in own)
    return FieldGroup(model, name_of(model), " ".join((model.__doc__ or "").split("\n\n")[0].split()), fields, sourced)


__all__ = ["FieldGroup", "FieldNote", "fields_of", "groups", "inner_models", "name_of"]
