from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from casebook.render.context import REGISTRY, PageContext, component
from casebook.render.examples import ComponentNote, Example, notes_by_name
from casebook.render.signatures import as_written
from casebook.text.component_calls import PLAIN


@dataclass(frozen=True)
class Macro:
    """A component as an author of pages calls it."""

    name: str
    what: str
    call: Markup
    for_pages: bool


def _macro(name: str, function: Callable[..., Markup], notes: dict[str, ComponentNote]) -> Macro:
    parameters = list(inspect.signature(function).parameters.values())[1:]
    note = notes.get(name.replace("_", "-"))
    example = next((one for one in note.examples if one.page is None), None) if note else None
    plain = all(str(parameter.annotation) in PLAIN for parameter in parameters)
    what = " ".join((inspect.getdoc(function) or "").split()).replace("`", "")
    call = (
        _call(name, example)
        if example and plain
        else f"{name}({', '.join(parameter.name for parameter in parameters)})"
    )
    return Macro(name, what, escape("{{ " + call + " }}" if plain else "use." + call), plain)


def _call(name: str, example: Example) -> str:
    words = [as_written(one) for one in example.call]
    words += [f"{key}={as_written(one)}" for key, one in example.named.items()]
    return f"{name}({', '.join(words)})"


@component
def macro_list(ctx: PageContext) -> Markup:
    """Every component, with what it is and how it is called, from the code."""
    notes = notes_by_name(ctx.library)
    macros = [_macro(name, function, notes) for name, function in sorted(REGISTRY.items())]
    return ctx.render(
        "macro_list",
        pages=[one for one in macros if one.for_pages],
        inside=[one for one in macros if not one.for_pages],
    )
