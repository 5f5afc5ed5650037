"""JSON Schemas of case and exercise, for editors: written from the models, with the words of the vocabulary filled
in.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from casebook.library.library import Library, known_words
from casebook.schema.kinds import KINDS

PLACES: tuple[tuple[type[BaseModel], str, str], ...] = tuple(
    (kind.model, kind.folder, kind.schema_file) for kind in KINDS if kind.schema_file
)
GROWING = frozenset({"cases", "exercises"})
WordLists = tuple[tuple[str, tuple[str, ...]], ...]


class _Quiet(GenerateJsonSchema):
    """Leaves out titles that only repeat the name of a field."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No field has a title of its own."""
        return False


def schema_of(model: type[BaseModel], library: Library) -> dict[str, Any]:
    """The schema of a model. What names other cases is left open, so that a new case never makes the schema stale."""
    return _schema_of(model, _words_of(library))


def _words_of(library: Library) -> WordLists:
    """The words to choose from, list by list."""
    return tuple((name, tuple(sorted(ids))) for name, ids in known_words(library).items() if name not in GROWING)


def _schema_of(model: type[BaseModel], lists: WordLists) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, schema_generator=_Quiet)
    words = {name: list(ids) for name, ids in lists}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_filled(schema, words)}


def _filled(part: Any, words: dict[str, list[str]]) -> Any:
    if isinstance(part, list):
        return [_filled(inner, words) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {key: _filled(value, words) for key, value in part.items() if not (key == "default" and value in (None, []))}
    if "anyOf" in made:
        made = _without_null(made)
    vocabulary = made.pop("x-vocabulary", None) if isinstance(made.get("x-vocabulary"), str) else None
    if vocabulary in words:
        (made["items"] if made.get("type") == "array" else made)["enum"] = words[vocabulary]
    return made


def _without_null(part: dict[str, Any]) -> dict[str, Any]:
    """A field may be left out, but an empty value is refused."""
    choices = [choice for choice in part["anyOf"] if choice != {"type": "null"}]
    rest = {key: value for key, value in part.items() if key != "anyOf"}
    return {**choices[0], **rest} if len(choices) == 1 else {"anyOf": choices, **rest}


def write_schemas(library: Library, to: Path | None) -> list[Path]:
    """Writes both schemas beside the files they describe, or into one folder. Returns their paths."""
    written = []
    for model, folder, name in PLACES:
        path = (to or library.root / folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(schema_text(model, library), encoding="utf-8")
        written.append(path)
    return written


def schema_text(model: type[BaseModel], library: Library) -> str:
    """The file as it is written; written anew only when the words have changed."""
    return _text_of(model, _words_of(library))


@lru_cache(maxsize=8)
def _text_of(model: type[BaseModel], lists: WordLists) -> str:
    return json.dumps(_schema_of(model, lists), ensure_ascii=False, indent=1) + "\n"


__all__ = ["PLACES", "schema_of", "schema_text", "write_schemas"]
