from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.render.examples import ComponentNote, Example, namespace_ids, read_notes, render_example


@component
def component_gallery(ctx: PageContext) -> Markup:
    """Every component that has a note, with what it takes and each of its examples."""
    notes = [note for note in read_notes() if note.name != "component-gallery"]
    shown = [
        (note, [(example, _example(ctx, note, example, number)) for number, example in enumerate(note.examples)])
        for note in notes
    ]
    return ctx.render("component_gallery", notes=shown)


def _example(ctx: PageContext, note: ComponentNote, example: Example, number: int) -> Markup | None:
    if example.page:
        return None
    return namespace_ids(str(render_example(ctx, note, example)), f"{note.name}-{number}-")
