"""The gallery's data: a note beside each component says what it is, what it takes, and shows it in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic import Field

from casebook.analysis.disclosure import as_of, first_day
from casebook.analysis.network_layout import Drawing
from casebook.core.folders import component_files
from casebook.library.library import Library, per_library
from casebook.render.context import REGISTRY, PageContext
from casebook.render.network_drawing import picture
from casebook.schema.base import Model, Text
from casebook.validation.schema_errors import validate
from casebook.yamlfiles.parser import read_file

_ID = re.compile(r'(\s)(id|for|aria-labelledby|aria-describedby|aria-controls|aria-owns|list|name|headers)="([^"]*)"')
_ANCHOR = re.compile(r'(\shref|\sxlink:href)="#([^"]*)"')
_DRAWN = re.compile(r"url\(#([^)]*)\)")


class Parameter(Model):
    """Something that a component takes."""

    name: Text = Field(description="Its name.")
    what: Text = Field(description="What it is.")


class Example(Model):
    """A component in use: with arguments, or on a page of its own."""

    name: Text = Field(description="What the example shows.")
    call: tuple[Any, ...] = Field((), strict=False, description="The arguments, in order.")
    named: dict[str, Any] = Field({}, description="The arguments that are named.")
    page: Text | None = Field(None, description="The page of the site that shows it, where it is a page of its own.")
    hidden: bool = Field(False, description="true for an odd state that the tests render and the gallery leaves out.")


class ComponentNote(Model):
    """The note beside a component: components/<group>/<name>/<name>.yml."""

    name: Text = Field(description="The name of the component, with hyphens.")
    what: Text = Field(description="What it is, in a sentence.")
    parameters: tuple[Parameter, ...] = Field((), strict=False, description="What it takes.")
    inside_svg: bool = Field(
        False, description="Whether it draws inside the svg of its caller; the gallery then gives it one."
    )
    examples: tuple[Example, ...] = Field(strict=False, min_length=1, description="The component in use.")


def read_notes() -> tuple[ComponentNote, ...]:
    """Every note, by name; read again when one has changed. Raises ValueError, naming the file that does not fit."""
    return _read_notes(tuple((path, path.stat().st_mtime_ns) for path in component_files(".yml")))


@lru_cache(maxsize=1)
def _read_notes(files: tuple[tuple[Path, int], ...]) -> tuple[ComponentNote, ...]:
    notes = []
    for path, _ in files:
        note, faults = validate(ComponentNote, read_file(path).data)
        if note is None:
            raise ValueError(f"{path.name}: {faults[0][0]}: {faults[0][1]}")
        notes.append(note)
    return tuple(notes)


@per_library
def notes_by_name(library: Library) -> dict[str, ComponentNote]:
    """Every note, by the name of its component."""
    return {note.name: note for note in read_notes()}


def _pick(thing: Any, path: str) -> Any:
    for step in path.split("."):
        thing = thing[int(step)] if step.isdigit() else getattr(thing, step)
    return thing


def resolve(ctx: PageContext, value: Any) -> Any:
    """An argument as the component wants it.

    Plain words and numbers stand for themselves; `case: slug` (with `at: timeline.0`), `exercise: slug` (with `at`),
    `drawing_of: slug`, `first_day_of: slug` and `nothing: true` stand for what they name.
    """
    match value:
        case {"case": slug}:
            found: Any = ctx.library.cases[slug]
        case {"exercise": slug}:
            found = ctx.library.exercises[slug]
        case {"drawing_of": slug}:
            return _drawing(ctx, slug)
        case {"first_day_of": slug}:
            return first_day(ctx.library.cases[slug])
        case {"nothing": True}:
            return None
        case _:
            return value
    return _pick(found, value["at"]) if "at" in value else found


def _drawing(ctx: PageContext, slug: str) -> Drawing:
    case = ctx.library.cases[slug]
    return picture(ctx, case, as_of(case, first_day(case)))


def render_example(ctx: PageContext, note: ComponentNote, example: Example) -> Markup:
    """The HTML of an example."""
    function = REGISTRY[note.name.replace("-", "_")]
    return function(
        ctx,
        *(resolve(ctx, one) for one in example.call),
        **{key: resolve(ctx, one) for key, one in example.named.items()},
    )


def namespace_ids(html: str, prefix: str) -> Markup:
    """The HTML with every id and every reference to one renamed, so that many examples can stand on one page."""

    def renamed(found: re.Match[str]) -> str:
        ids = " ".join(f"{prefix}{one}" for one in found[3].split())
        return f'{found[1]}{found[2]}="{ids}"'

    html = _ID.sub(renamed, html)
    return Markup(_DRAWN.sub(rf"url(#{prefix}\1)", _ANCHOR.sub(rf'\1="#{prefix}\2"', html)))


def every_example() -> Iterator[tuple[ComponentNote, Example]]:
    """Every example that is rendered in place."""
    for note in read_notes():
        yield from ((note, example) for example in note.examples if example.page is None)
