"""Holds plain data against a model, and says in our words what does not fit."""

from __future__ import annotations

import re
import types
import typing
import unicodedata
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError

from casebook.schema.authors import Author, how_to_write
from casebook.schema.base import PathInFile, Sourced, Statement
from casebook.text.characters import shown
from casebook.text.quoting import LONGEST_VALUE, quoted
from casebook.text.suggestions import did_you_mean, listed
from casebook.validation.issues import FieldIssue
from casebook.validation.patterns import does_not_fit
from casebook.yamlfiles.line_mistakes import COLON
from casebook.yamlfiles.swallowed_lines import BULLETS

M = TypeVar("M", bound=BaseModel)
MEANINGS = {
    "fate": "write refused where those who decided said no to it, considered where it was weighed and another way "
    "was taken, asked-for where somebody"
    " wanted it and no answer is known, and drafted where nobody named it then",
}
"""When to write which of the fixed words, where their names alone do not say it."""
_DONE = frozenset(("accepted", "adopted", "agreed", "approved", "chosen", "done", "implemented", "selected", "won"))


def validate(model: type[M], data: Any) -> tuple[M | None, list[FieldIssue]]:
    """The model's object, or None and every fault with its path in the file."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, list(dict.fromkeys(_faults(model, error, data)))
    except RecursionError:
        return None, [((), "goes too many levels deep; nothing in the format does")]


def _faults(model: type[BaseModel], error: ValidationError, data: Any) -> Iterator[FieldIssue]:
    details = [
        (_path_in_file(detail["loc"], data, detail["type"]), dict(detail)) for detail in error.errors(include_url=False)
    ]
    chosen = {path for path, detail in details if detail["type"] == "literal_error"}
    inner = {path[:-1] for path, detail in details if detail["type"] != "literal_error"}
    misspelt = {
        (*path[:-1], name)
        for path, detail in details
        if detail["type"] == "extra_forbidden"
        for name in fields_at(model, path[:-1])
        if did_you_mean(str(path[-1]), [name])
    }
    for path, detail in details:
        if not _is_echo(path, detail, chosen, inner) and not (detail["type"] == "missing" and path in misspelt):
            yield path, _message(model, detail, path, data)


def _is_echo(path: PathInFile, detail: dict[str, Any], chosen: set[PathInFile], inner: set[PathInFile]) -> bool:
    """True for what only repeats another fault: a list is short of the entries that were refused; a value failed both
    sides of a choice; a text with a colon in it, read as a field of several words, lacks all that an entry needs."""
    kind, given = detail["type"], detail.get("input")
    if kind == "too_short" and isinstance(given, list):
        return bool(len(given) >= detail["ctx"]["min_length"])
    if kind == "missing":
        return isinstance(given, dict) and any(" " in str(key).strip() for key in given)
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


def models_at(model: type[BaseModel], path: PathInFile) -> set[type[BaseModel]]:
    """The models that may stand at a path. The keys of a list by id (scales, kinds of member) are no fields."""
    hints: list[Any] = [model]
    for step in path:
        if isinstance(step, str):
            hints = [inner for hint in hints for inner in _below(hint, step)]
    return {inner for hint in hints for inner in _models_of(hint)}


def _below(hint: Any, step: str) -> Iterator[Any]:
    """What may stand under a key of a value of this type."""
    if isinstance(hint, type) and issubclass(hint, RootModel):
        yield from _below(hint.model_fields["root"].annotation, step)
    elif typing.get_origin(hint) is dict:
        yield typing.get_args(hint)[1]
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield from (field.annotation for name, field in hint.model_fields.items() if step == (field.alias or name))
    else:
        for inner in typing.get_args(hint):
            yield from _below(inner, step)


def fields_at(model: type[BaseModel], path: PathInFile) -> set[str]:
    """The names of the fields that may stand at a path."""
    return {field.alias or name for one in models_at(model, path) for name, field in one.model_fields.items()}


def _message(model: type[BaseModel], detail: dict[str, Any], path: PathInFile, data: Any) -> str:
    kind, given, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    name = path[-1] if path else ""
    match kind:
        case "missing":
            return "is missing; add it" if name else "is missing"
        case "extra_forbidden":
            return _no_field(str(name), given, fields_at(model, path[:-1]))
        case "literal_error":
            return _not_one_of(
                str(name), given, [part.strip(" '") for part in context["expected"].replace(" or ", ", ").split(", ")]
            )
        case "union_tag_invalid" | "union_tag_not_found":
            choices = (
                [part.strip(" '") for part in context.get("expected_tags", "").split(", ")]
                if "expected_tags" in context
                else []
            )
            return (
                f"needs a kind: statements, pairs, scenes, cards, grid, text or "
                f"map{did_you_mean(str(context.get('tag', '')), choices)}"
            )
        case "value_error":
            return str(context["error"])
        case "string_pattern_mismatch":
            return (
                does_not_fit(str(name), given, _entry_before(data, path)) if str(given).strip() else _empty(model, path)
            )
        case "string_too_long":
            return f"is too long; {context['max_length']} characters at most"
        case "string_too_short":
            return _empty(model, path)
        case "too_short" if isinstance(given, str):
            return _empty(model, path)
        case "too_short":
            return f"needs at least {context['min_length']} {'entry' if context['min_length'] == 1 else 'entries'}"
        case "too_long" if isinstance(given, str):
            return f"is too long; {context['max_length']} characters at most"
        case "too_long":
            return f"has too many entries; {context['max_length']} at most"
    if kind in _NEEDS_MODEL and isinstance(given, str):
        inner = models_at(model, path)
        if len(inner) == 1:
            return _needs_fields(next(iter(inner)), kind, given)
    return _of_type(str(name), kind, given, context)


def _empty(model: type[BaseModel], path: PathInFile) -> str:
    """A text without a letter, and whether it may be left out."""
    if path and isinstance(path[-1], int):
        return "is empty; write something, or delete the entry"
    fields = (
        field
        for one in models_at(model, path[:-1])
        for name, field in one.model_fields.items()
        if path[-1:] == (field.alias or name,)
    )
    return "is empty; write something" + (
        "" if any(field.is_required() for field in fields) else ", or leave the field out"
    )


_NEEDS_MODEL = ("tuple_type", "list_type", "model_type", "model_attributes_type", "dict_type")


def _entry_before(data: Any, path: PathInFile) -> Any:
    """The entry before this one in the same list."""
    if not path or not isinstance(path[-1], int) or path[-1] == 0:
        return None
    for step in (*path[:-1], path[-1] - 1):
        data = data[step]
    return data


def _needs_fields(model: type[BaseModel], kind: str, given: str) -> str:
    """A bare text where an entry with fields should stand: all that the entry needs, so that nobody is sent back
    twice.
    """
    if issubclass(model, Author):
        is_list = kind in ("tuple_type", "list_type")
        fault = "must be a list" if is_list else "must hold fields (name: value), not a bare text"
        return f"{fault}; {how_to_write(given, '- ' if is_list else '')}"
    names = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    names += ["sources"] if issubclass(model, Sourced) and "sources" not in names else []
    many = kind in ("tuple_type", "list_type") and not issubclass(model, Statement)
    if issubclass(model, Statement) and len(names) == 2:
        words = given if len(given) <= 60 and ": " not in given and " #" not in given else "the words"
        return (
            f"must hold fields (name: value), not a bare text; write text: {words} on one line, and sources: and "
            f"their ids, or judgement: true, on the next"
        )
    names = names or [field.alias or name for name, field in model.model_fields.items()]
    form = f"give each field a line of its own: {listed(names)}"
    return (
        f"must be a list of entries with fields; begin each entry with - and {form}"
        if many
        else f"must hold fields (name: value), not a bare text; {form}"
    )


def _not_one_of(name: str, given: Any, choices: list[str]) -> str:
    if name == "pool":
        return (
            f"{quoted(given)} does not belong here; write never, or from: and a number of at least 5 on the next line"
        )
    meaning = (
        "; write taken"
        if name == "fate" and str(given).lower() in _DONE
        else f"; {MEANINGS[name]}"
        if name in MEANINGS
        else ""
    )
    hint = did_you_mean(str(given), choices) or meaning
    return f"{quoted(given)} is not one of {listed(choices)}{hint}"


def _no_field(name: str, given: Any, known: set[str]) -> str:
    """A name that no field has; one of several words is a text in which a colon stands."""
    hint = did_you_mean(name, known)
    if not hint and " " in name.strip() and isinstance(given, str | int):
        return COLON
    return f"is not a field here{hint or (f'; the fields are {listed(sorted(known))}' if known else '; delete it')}"


def _of_type(name: str, kind: str, given: Any, context: dict[str, Any]) -> str:
    if kind.startswith(("greater_than", "less_than")):
        limit = context.get("ge", context.get("le", context.get("gt", context.get("lt"))))
        return f"{quoted(given)} is out of range; {'at least' if kind.startswith('greater') else 'at most'} {limit}"
    if kind in ("tuple_type", "list_type"):
        if isinstance(given, str) and re.match(r"-[^\s-]", given):
            return f"must be a list; put a space after each dash: - {shown(given[1:].strip(), 60)}"
        bullet = isinstance(given, str) and given[:1] in BULLETS
        return (
            f"must be a list; begin each entry with - {f'in place of {given[:1]}, ' if bullet else ''}on a line "
            f"of its own"
        )
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "must hold fields (name: value), not a bare text"
    if kind.startswith("bool"):
        return _no_flag(given)
    if kind.startswith(("int", "float", "finite")):
        return _no_number(name, kind, given)
    if kind.startswith("string"):
        return _no_text(given)
    return "does not fit the format; compare it with the template"


def _no_flag(given: Any) -> str:
    """A value that is neither true nor false, and which of the two it seems to mean."""
    word = str(given).strip(" “”‘’'\"").lower()
    if isinstance(given, str) and given in ("true", "false"):
        return f"{quoted(given)} is in quotation marks, which make it a text; remove them"
    meant = {
        "yes": "true",
        "y": "true",
        "on": "true",
        "true": "true",
        "1": "true",
        "no": "false",
        "n": "false",
        "off": "false",
        "false": "false",
        "0": "false",
    }
    return f"{quoted(given)} is neither true nor false{f'; write {meant[word]}' if word in meant else ''}"


_NUMBER_WORDS = dict(
    zip(
        ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(13),
        strict=True,
    )
)


def _no_number(name: str, kind: str, given: Any) -> str:
    """A value that is no number, and the number that it seems to mean."""
    text = str(given)
    if isinstance(given, str) and re.fullmatch(r"-?[1-9]\d{0,15}|0", given, re.ASCII):
        return f"{quoted(given)} is in quotation marks, which make it a text; remove them"
    if text.lstrip("-").isdigit() and len(text) > 15:
        return f"{quoted(given)} is too large a number"
    year = re.search(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text[:LONGEST_VALUE])
    if name == "year" and year:
        return f"{quoted(given)} is not a year; write it alone, such as {year[0]}"
    whole = kind.startswith("int")
    how = f"digits alone, such as {2018 if name == 'year' else 12}" if whole else "it in digits, such as 1.5"
    number = _number_meant(unicodedata.normalize("NFKC", text[:LONGEST_VALUE]).strip(" “”‘’'\""), whole)
    return f"{quoted(given)} is not a {'whole ' if whole else ''}number; write {number or how}"


def _number_meant(text: str, whole: bool) -> str:
    """A number in a word, with signs between its thousands, or with a decimal comma; empty where it could be two."""
    if text.lower() in _NUMBER_WORDS:
        return str(_NUMBER_WORDS[text.lower()])
    sign, digits = ("-", text[1:]) if text[:1] in "-−–" else ("", text)
    if whole and re.fullmatch(r"[1-9]\d{0,2}(?:[, ]\d{3}){1,4}|[1-9]\d{0,14}", digits, re.ASCII):
        return sign + re.sub("[, ]", "", digits)
    if not whole and re.fullmatch(r"\d{1,3}(?:,(?:\d{1,2}|\d{4,6})|\.\d{1,6})?", digits, re.ASCII):
        return sign + digits.replace(",", ".")
    return ""


def _no_text(given: Any) -> str:
    if isinstance(given, dict) and any(" " in str(key).strip() for key in given):
        return COLON
    what = {list: ", not a list", dict: ", not fields (name: value)", bool: ", not true or false"}.get(type(given), "")
    return f"must be a text{what}; put it in quotes if YAML reads it as something else"
