from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from casebook.render.context import REGISTRY, PageContext, component
from casebook.render.example_library import HERE, ExampleContext, example_library
from casebook.render.examples import ComponentNote, Example, namespace_ids, notes_by_name, render_example


@component
def component_gallery(ctx: PageContext) -> Markup:
    """Every component that has a note, with what it takes and each of its examples, which are invented."""
    notes = [note for note in notes_by_name(ctx.library).values() if note.name != "component-gallery"]
    library = example_library(ctx.library)
    at = ExampleContext(ctx, library) if library else None
    return ctx.render(
        "component_gallery",
        notes=[(note, list(_shown(at, note))) for note in notes],
        called={note.name: name for note in notes if (name := note.name.replace("-", "_")) in REGISTRY},
        has_examples=library is not None,
    )


def _shown(at: ExampleContext | None, note: ComponentNote) -> Iterator[tuple[Example, Markup | None, str]]:
    """Each example of a note that the gallery shows, its HTML (none for a page of its own), and its anchor."""
    for number, example in enumerate(note.examples):
        prefix = f"{note.name}-{number}-"
        if example.page:
            yield example, None, ""
        elif at and not example.hidden:
            yield example, namespace_ids(str(render_example(at, note, example)), prefix), f"{prefix}{HERE}"
