"""The invented casebook that the examples of components name."""

from __future__ import annotations

from casebook.core.folders import CODE_ROOT
from casebook.library.library import Library, per_library
from casebook.library.reading import read_unchecked
from casebook.render.context import PageContext

EXAMPLES = CODE_ROOT / "tests/casebook"
HERE = "example"
"""The anchor of an example in the gallery, behind the prefix that sets its ids apart."""


@per_library
def example_library(library: Library) -> Library | None:
    """The examples, with the messages of a real library; read once for each.

    None where the folder is missing, as in an installed copy.
    """
    if not EXAMPLES.is_dir():
        return None
    examples = read_unchecked(EXAMPLES, library.files_read)
    examples.messages = library.messages
    return examples


class ExampleContext(PageContext):
    """Where an example is written. The pages that it would link to do not exist, so its links lead to itself."""

    def __init__(self, ctx: PageContext, examples: Library) -> None:
        super().__init__(examples, ctx.at, publisher=ctx.publisher)

    def link(self, path: str) -> str:
        """The place of the example in the gallery, whatever it would link to."""
        return f"#{HERE}"
