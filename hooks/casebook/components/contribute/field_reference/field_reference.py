from __future__ import annotations

from markupsafe import Markup
from pydantic import BaseModel

from casebook.components.contribute.listed_models import LISTED
from casebook.render.context import PageContext, component
from casebook.schema import Case, Exercise
from casebook.schema.field_docs import groups

MODELS: dict[str, type[BaseModel]] = {"case": Case, "exercise": Exercise}


@component
def field_reference(ctx: PageContext, kind: str) -> Markup:
    """Every field of a case or an exercise, from the models: what it is, whether it is needed, what to write."""
    shown = groups(MODELS[kind])
    elsewhere = {group.model for group in groups(Case)} if kind == "exercise" else set()
    own = [group for group in shown if group.model not in elsewhere]
    names = {group.model: group.name for group in shown}
    anchors = {
        group.model: f"{'case' if group.model in elsewhere else kind}-{group.name.replace(' ', '-')}" for group in shown
    }
    return ctx.render("field_reference", kind=kind, groups=own, names=names, anchors=anchors, listed=LISTED)
