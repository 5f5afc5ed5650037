"""Adds a kind of pages written by hand that the casebook does not have, as one line in `schema/kinds.py` would, before
anything that goes over the kinds is imported; then checks a project.

    python tests/new_kind.py FOLDER

Prints every issue, the address of the page `soup`, and what front matter MkDocs may be handed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from markupsafe import Markup
from pydantic import Field

from casebook.schema import kinds
from casebook.schema.base import Text
from casebook.schema.case import Texts
from casebook.schema.reference_pages import WrittenPage


class Recipe(WrittenPage):
    """A recipe, which has neither a group nor a decision."""

    serves: Text = Field(description="How many it serves.")
    steps: Texts = Field(min_length=1, description="What to do.")


RECIPES = kinds.Kind("recipes", "a recipe", "docs/learn/recipes", Recipe, is_made=False, card="recipe_card")
kinds.KINDS = (*kinds.KINDS, RECIPES)
kinds.WRITTEN_PAGES = (*kinds.WRITTEN_PAGES, RECIPES)


def recipe_card(ctx: object, recipe: str) -> Markup:
    """A component, as a folder of its own would register it."""
    return Markup()


def main(project: Path) -> None:
    """Prints what the check says of a project, with the kind there."""
    import macros
    from casebook.checking.load import load
    from casebook.core import routes
    from casebook.render.context import REGISTRY

    REGISTRY["recipe_card"] = recipe_card
    for issue in load(project).issues:
        print(issue)
    print(routes.item("recipes", "soup"), "serves" in macros.KNOWN)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
