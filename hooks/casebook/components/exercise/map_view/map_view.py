from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.core import routes
from casebook.data.payloads.network import cases_with_maps, map_path
from casebook.library.glimpses import glimpse
from casebook.render.context import PageContext, component
from casebook.render.network_drawing import shapes
from casebook.schema.exercise_parts import STRENGTHS, Map

SIGNS = (("strong", "thick"), ("weak", "thin"), ("strained", "broken"), ("cut", "missing"))


@component
def map_view(ctx: PageContext, part: Map) -> Markup:
    """The picture of one's roles and ties, the same facts as a list, what can be counted; a case beside it; files out
    and in.
    """
    cases = [
        (slug, glimpse(ctx.library, slug), ctx.link(map_path(slug)), ctx.link(routes.case(slug)))
        for slug in cases_with_maps(ctx.library)
    ]
    return ctx.render("map_view", part=part, cases=cases, data=_data(ctx, part), signs=SIGNS)


def _data(ctx: PageContext, part: Map) -> dict[str, Any]:
    """What the script needs: words, the kinds and strengths by id, the shape of each kind, how many roles there may
    be.
    """
    kinds = {id_: kind.label for id_, kind in ctx.library.vocabulary.member_kinds.items()}
    strengths = [(strength, ctx.t(f"exercise_form.{strength}")) for strength in STRENGTHS]
    words = ctx.messages.at("map")
    return {
        "words": words,
        "kinds": kinds,
        "allowed": part.role_kinds,
        "strengths": strengths,
        "shapes": list(shapes(ctx).items()),
        "roles": part.roles_up_to,
    }
