"""The fields that hold words of an author, told from ids, fixed words, dates and numbers by their type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from pydantic import BaseModel

from casebook.schema.base import Model, PathInFile, Text


@dataclass(frozen=True)
class TextField:
    """A field that holds a text or a list of texts: its name in the model and in a file; whether it may be left out."""

    name: str
    key: str
    optional: bool


class Written(NamedTuple):
    """One text of a file: where it stands, the field it stands in, and the words."""

    path: PathInFile
    field: TextField
    text: str


def _holds_text(hint: Any) -> bool:
    return bool(hint == Text) or any(_holds_text(inner) for inner in get_args(hint))


@cache
def text_fields(model: type[BaseModel]) -> tuple[TextField, ...]:
    """The text fields of a model."""
    hints = get_type_hints(model, include_extras=True)
    fields = ((name, field) for name, field in model.model_fields.items() if _holds_text(hints[name]))
    return tuple(TextField(name, field.alias or name, not field.is_required()) for name, field in fields)


def texts_in(model: Model) -> tuple[Written, ...]:
    """Every text in a model and in all models inside it; gathered once, for many rules ask."""
    if texts_in not in model.memory:
        model.memory[texts_in] = tuple(_texts_in(model))
    found: tuple[Written, ...] = model.memory[texts_in]
    return found


def _texts_in(model: Model) -> Iterator[Written]:
    for path, inner in model.everything:
        values = vars(inner)
        for field in text_fields(type(inner)):
            value = values[field.name]
            if isinstance(value, str):
                yield Written((*path, field.key), field, value)
            elif isinstance(value, tuple):
                texts = ((index, text) for index, text in enumerate(value) if isinstance(text, str))
                yield from (Written((*path, field.key, index), field, text) for index, text in texts)
