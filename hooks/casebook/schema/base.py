"""What every model is made of: texts, ids, dates, sources, statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, wraps
from typing import Annotated, Any, Concatenate, ParamSpec, Self, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.config import JsonDict
from pydantic_core import PydanticKnownError

from casebook.text.dates import HOW_TO_WRITE, When, parse_when

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_when(value: Any) -> Any:
    value = _as_text(value)
    if isinstance(value, When):
        return value
    if not isinstance(value, str):
        raise ValueError(f"needs a date; {HOW_TO_WRITE}")
    return parse_when(value)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _as_citation(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


_TYPED = Annotated[str, Field(min_length=1)] | int
Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    BeforeValidator(_as_text, json_schema_input_type=_TYPED),
]
"""Words of an author. Stripped before they are counted, so that a space is no text; a number stands for its digits."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80), BeforeValidator(_as_text)]
Word = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80, strip_whitespace=True),
    BeforeValidator(_as_text),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": 80}),
]
"""A word of a list of the vocabulary. Any text may stand here at first: the check knows the list, and says which word
fits a label."""
Dated = Annotated[
    When,
    BeforeValidator(_as_when),
    WithJsonSchema({"type": ["string", "integer"], "description": HOW_TO_WRITE}),
]


WHEN = (
    "When it was so. What begins after a decision is held back until the decision is made. A year alone (2025) is "
    "held back too if a decision"
    " falls into it; give the month where you know it."
)


PathInFile = tuple[str | int, ...]
"""Where a value is in a file: names of fields, and places in lists from 0."""


def vocabulary(name: str) -> JsonDict:
    """Marks a field whose ids come from a list of `docs/learn/vocabulary.yml` or from the pages (claims, forms)."""
    return {"x-vocabulary": name}


class Model(BaseModel):
    """A part of a file: knows its fields and refuses all others."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        arbitrary_types_allowed=True,
        validate_by_alias=True,
        validate_by_name=False,
    )

    @cached_property
    def everything(self) -> tuple[tuple[tuple[str | int, ...], BaseModel], ...]:
        """Every model inside this one, itself first, with its path in the file; gathered once, for many rules ask."""
        return tuple(_walk(self, ()))

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """What was worked out from this model alone, by the function that did: see `per_model`."""
        return {}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, which remembers nothing."""
        copied = super().model_copy(update=update, deep=deep)
        for name in ("everything", "memory"):
            copied.__dict__.pop(name, None)
        return copied


M = TypeVar("M", bound=Model)
P = ParamSpec("P")
T = TypeVar("T")


def per_model(work: Callable[Concatenate[M, P], T]) -> Callable[Concatenate[M, P], T]:
    """A function of a model, and of values that can be keys, that works once for each."""

    @wraps(work)
    def look(model: M, /, *values: P.args, **named: P.kwargs) -> T:
        known = model.memory.setdefault(work, {})
        if values not in known:
            known[values] = work(model, *values, **named)
        result: T = known[values]
        return result

    return look


class ContentItem(Model):
    """What has a file of its own: a case, an exercise."""

    @cached_property
    def slug(self) -> str:
        """The name of its file, without the ending: its id and its address.

        Empty for a model that was read from no file.
        """
        return ""

    def named(self, slug: str) -> Self:
        """The same item, which now knows its slug."""
        self.__dict__["slug"] = slug
        return self


class Citation(Model):
    """A source, and the place in it."""

    source: Id = Field(description="The id of a source in the list at the end of the file.")
    at: Text | None = Field(None, description="Where in the source: a page, a paragraph, a table.")


def _as_number(value: Any) -> Any:
    """Keeps what Python reads as a number and nobody writes so (true, 1e400, nan, 1_000) from passing as one."""
    if isinstance(value, bool):
        raise PydanticKnownError("float_type")
    if isinstance(value, str) and not PLAIN_NUMBER.fullmatch(value):
        raise PydanticKnownError("float_parsing")
    return value


PLAIN_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
Number = Annotated[
    float, Field(strict=False, allow_inf_nan=False), BeforeValidator(_as_number, json_schema_input_type=float)
]
"""A finite number, as it is written in a file: 2, 1.5, -0.5."""


Sources = Annotated[
    tuple[Annotated[Citation, BeforeValidator(_as_citation, json_schema_input_type=Id | Citation)], ...],
    Field(strict=False),
]


class Disputed(Model):
    """What another source says against a statement."""

    text: Text = Field(description="What the other source says.")
    sources: Sources = Field((), description="Where it says so.")


class Sourced(Model):
    """Anything that is stated: it has sources, or says that it is a judgement."""

    text: Text | None = Field(None, description="The statement, in plain words.")
    sources: Sources = Field((), description="Ids of the sources it rests on; each may also say where (source, at).")
    judgement: bool = Field(False, description="true when it is our judgement and no source says it.")
    inferred: bool = Field(
        False, description="true when we inferred it from the named sources, which do not say it in so many words."
    )
    disputed: tuple[Disputed, ...] = Field((), strict=False, description="What other sources say against it.")
    part: Id | None = Field(None, description="The part of the case that it belongs to.")
    when: Dated | None = Field(None, description=WHEN)
    named_because: Text | None = Field(
        None,
        description="Why a person is named here. Roles are the rule; only an official record can make a name matter.",
    )

    @property
    def has_ground(self) -> bool:
        """True when it names a source or says that it is a judgement."""
        return bool(self.sources) or self.judgement


class Statement(Sourced):
    """A sourced sentence or two."""

    text: Text = Field(description="The statement, in plain words.")


ListOrOne = BeforeValidator(_as_list, json_schema_input_type=Statement | tuple[Statement, ...])
Statements = Annotated[tuple[Statement, ...], ListOrOne, Field(strict=False)]


def _holds_models(annotation: Any) -> bool:
    """True where a field of this type may hold a model, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_models(inner) for inner in get_args(annotation) if not isinstance(inner, str))


@cache
def _inner_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model whose type may hold other models, with their names in the file."""
    return tuple(
        (name, field.alias or name) for name, field in model.model_fields.items() if _holds_models(field.annotation)
    )


def _walk(model: BaseModel, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    yield path, model
    for name, key in _inner_fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _walk(value, (*path, key))
        elif isinstance(value, tuple | dict) and value:
            for step, item in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _walk(item, (*path, key, step))
