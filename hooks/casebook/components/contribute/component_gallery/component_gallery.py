from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import Desk, component
from casebook.render.examples import ComponentNote, Example, read_notes, render_example, set_apart


@component
def component_gallery(desk: Desk) -> Markup:
    """Every component that has a note, with what it takes and each of its examples."""
    notes = [note for note in read_notes() if note.name != "component-gallery"]
    shown = [(note, [(example, _example(desk, note, example, number)) for number, example in enumerate(note.examples)]) for note in notes]
    return desk.render("component_gallery", notes=shown)


def _example(desk: Desk, note: ComponentNote, example: Example, number: int) -> Markup | None:
    if example.page:
        return None
    return set_apart(str(render_example(desk, note, example)), f"{note.name}-{number}-")
