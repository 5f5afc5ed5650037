"""What a component takes, read from the signature of its function."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

NO_DEFAULT = (inspect.Parameter.empty, None)


@dataclass(frozen=True)
class TypedParameter:
    """A parameter of a component: its name, its type as the code writes it, and whether it must be given."""

    name: str
    type: str
    is_needed: bool
    takes_many: bool
    default: str
    """Its default as a page writes it; empty where it has none, or where leaving it out means nothing."""


def typed_parameters(function: Callable[..., Any]) -> list[TypedParameter]:
    """The parameters of a component after the page's context, in order."""
    return [_typed(parameter) for parameter in list(inspect.signature(function).parameters.values())[1:]]


def _typed(parameter: inspect.Parameter) -> TypedParameter:
    many = parameter.kind is inspect.Parameter.VAR_POSITIONAL
    return TypedParameter(
        parameter.name.lstrip("_"),
        str(parameter.annotation),
        parameter.default is inspect.Parameter.empty and not many,
        many,
        "" if parameter.default in NO_DEFAULT else as_written(parameter.default),
    )


def as_written(value: object) -> str:
    """A plain value as the call on a page writes it."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
