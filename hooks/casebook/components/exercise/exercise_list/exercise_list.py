from __future__ import annotations

from markupsafe import Markup

from casebook.components.exercise.kinds_of_part import PART_KINDS, kinds_of
from casebook.components.learn.exercises_on_claim import exercises_on
from casebook.library.orders import in_order
from casebook.render.context import PageContext, component
from casebook.schema.kinds import EXERCISES


@component
def exercise_list(ctx: PageContext) -> Markup:
    """Every exercise, with filters by claim, minutes, kind and group."""
    exercises = in_order(ctx.library, EXERCISES)
    on_claim = {
        slug: [id_ for id_ in ctx.library.claims if slug in exercises_on(ctx.library, id_)] for slug, _ in exercises
    }
    claims = [(id_, claim) for id_, claim in ctx.library.claims.items() if any(id_ in ids for ids in on_claim.values())]
    kinds = sorted({kind for _, exercise in exercises for kind in kinds_of(exercise)}, key=PART_KINDS.index)
    words = {name: ctx.messages.at(f"exercise.{name}") for name in ("list_found", "list_none")}
    rows = [(slug, exercise, " ".join(on_claim[slug]), " ".join(kinds_of(exercise))) for slug, exercise in exercises]
    return ctx.render("exercise_list", exercises=rows, claims=claims, kinds=kinds, words=words)
