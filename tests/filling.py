"""Fills in every field that there is: each text with a word that stands nowhere else, for a test to look for."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from casebook.schema.base import Model, Text
from casebook.text.dates import When

LEFT_OUT = object()
"""Given for a field that has to be left out."""


class Filler:
    """Fills models with words of its own: `words` holds each with the model and the field it stands in.

    `given` are values by name of a field, or by Model.field; a function is called with a new word and returns the text
    around it.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given
        self.words: dict[str, str] = {}

    def fill(self, model: type[BaseModel]) -> dict[str, Any]:
        """A model as it would stand in a file, with every field that it has."""
        hints = get_type_hints(model, include_extras=True)
        filled = {
            field.alias or name: self._field(model, field.alias or name, hints[name])
            for name, field in model.model_fields.items()
        }
        return {key: value for key, value in filled.items() if value is not LEFT_OUT}

    def _field(self, model: type[BaseModel], key: str, hint: Any) -> Any:
        where = f"{model.__name__}.{key}"
        given = self.given.get(where, self.given.get(key))
        if callable(given):
            return given(self.word(where))
        return self._value(hint, where) if given is None else given

    def _value(self, hint: Any, where: str) -> Any:
        origin, inner = get_origin(hint), get_args(hint)
        if hint == Text:
            return self.word(where)
        if isinstance(hint, type) and issubclass(hint, Model):
            return self.fill(hint)
        if origin is Literal:
            return inner[0]
        if hint is bool:
            return False
        if origin is tuple:
            return [self._value(inner[0], where)]
        if origin is typing.Annotated and inner[0] is not When:
            return self._value(inner[0], where)
        if origin in (typing.Union, types.UnionType):
            return self._value(next(one for one in inner if one is not type(None)), where)
        raise TypeError(f"{where} needs a value: {hint}")

    def word(self, where: str) -> str:
        """A word that stands nowhere else."""
        word = "".join("abcdefghij"[int(digit)] for digit in f"{len(self.words):03d}") + "quill"
        self.words[word] = where
        return word
