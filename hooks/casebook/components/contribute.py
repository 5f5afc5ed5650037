"""Components of the contributor's pages: the reference of the format, the list of macros, the gallery; and who publishes."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape
from pydantic import BaseModel

from casebook.gallery import ComponentNote, Example, read_notes, render_example, set_apart
from casebook.library import known_words
from casebook.models import Case, Exercise
from casebook.reference import groups
from casebook.rendering import REGISTRY, Desk, component

MODELS: dict[str, type[BaseModel]] = {"case": Case, "exercise": Exercise}
PLAIN = ("str", "int", "bool", "str | None", "int | None")
LISTED = ("claims", "forms", "cases", "decisions", "exercises", "scales")


@component
def question_sheet(desk: Desk, lines: int = 5) -> Markup:
    """The six questions that make a case, with so many lines to write on under each."""
    return desk.render("question-sheet", questions=desk.words.at("contribute.questions"), lines=lines)


@component
def field_reference(desk: Desk, kind: str) -> Markup:
    """Every field of a case or an exercise, from the models: what it is, whether it is needed, what to write."""
    shown = groups(MODELS[kind])
    elsewhere = {group.model for group in groups(Case)} if kind == "exercise" else set()
    own = [group for group in shown if group.model not in elsewhere]
    names = {group.model: group.name for group in shown}
    anchors = {group.model: f"{'case' if group.model in elsewhere else kind}-{group.name.replace(' ', '-')}" for group in shown}
    return desk.render("field-reference", kind=kind, groups=own, names=names, anchors=anchors, listed=LISTED)


@component
def word_reference(desk: Desk) -> Markup:
    """The words that cases and exercises may choose from, list by list, with what readers see."""
    lists = {name: _labels(desk, name) for name in sorted(known_words(desk.library)) if name not in LISTED}
    return desk.render("word-reference", lists=lists)


def _labels(desk: Desk, name: str) -> list[tuple[str, str]]:
    words = getattr(desk.library.vocabulary, name)
    return [(id_, getattr(label, "label", label)) for id_, label in words.items()]


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
    call = _call(name, example) if example and plain else f"{name}({', '.join(parameter.name for parameter in parameters)})"
    return Macro(name, what, escape("{{ " + call + " }}" if plain else "use." + call), plain)


def _call(name: str, example: Example) -> str:
    words = [_written(one) for one in example.call] + [f"{key}={_written(one)}" for key, one in example.named.items()]
    return f"{name}({', '.join(words)})"


def _written(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


@component
def macro_list(desk: Desk) -> Markup:
    """Every component, with what it is and how it is called, from the code."""
    notes = {note.name: note for note in read_notes(desk.library.root)}
    macros = [_macro(name, function, notes) for name, function in sorted(REGISTRY.items())]
    return desk.render("macro-list", pages=[one for one in macros if one.for_pages], inside=[one for one in macros if not one.for_pages])


@component
def component_gallery(desk: Desk) -> Markup:
    """Every component that has a note, with what it takes and each of its examples."""
    notes = [note for note in read_notes(desk.library.root) if note.name != "component-gallery"]
    shown = [(note, [(example, _example(desk, note, example, number)) for number, example in enumerate(note.examples)]) for note in notes]
    return desk.render("component-gallery", notes=shown)


def _example(desk: Desk, note: ComponentNote, example: Example, number: int) -> Markup | None:
    if example.page:
        return None
    return set_apart(str(render_example(desk, note, example)), f"{note.name}-{number}-")


@component
def publisher_line(desk: Desk, purpose: str = "about") -> Markup:
    """Who answers for the casebook and how to reach them (about), or how to send them a case (case); while nobody is named, it says so."""
    return desk.render("publisher-line", publisher=desk.publisher, purpose=purpose)


@component
def module_list(desk: Desk) -> Markup:
    """Every module of the package with the first line of what it says about itself, read from the files."""
    folder = desk.library.root / "hooks/casebook"
    paths = sorted(folder.rglob("*.py"), key=lambda path: (len(path.relative_to(folder).parts), path.relative_to(folder).as_posix()))
    said = [(path.relative_to(folder).as_posix(), _first_line(path)) for path in paths]
    return desk.render("module-list", modules=[(name, line) for name, line in said if line])


def _first_line(path: Path) -> str:
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.splitlines()[0] if words else ""
