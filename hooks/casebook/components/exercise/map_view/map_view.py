from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.data.payloads.network import cases_with_maps, map_path
from casebook.render.context import Desk, component
from casebook.render.network_drawing import shapes
from casebook.schema.exercise_parts import STRENGTHS, Map

SIGNS = (("strong", "thick"), ("weak", "thin"), ("strained", "broken"), ("cut", "missing"))


@component
def map_view(desk: Desk, part: Map) -> Markup:
    """The picture of one's roles and ties, the same facts as a list, what can be counted; a case beside it; files out and in."""
    cases = [(slug, desk.library.cases[slug], desk.link(map_path(slug)), desk.link(f"cases/{slug}.html")) for slug in cases_with_maps(desk.library)]
    return desk.render("map_view", part=part, cases=cases, data=_data(desk, part), signs=SIGNS)


def _data(desk: Desk, part: Map) -> dict[str, Any]:
    """What the script needs: words, the kinds and strengths by id, the shape of each kind, how many roles there may be."""
    kinds = {id_: kind.label for id_, kind in desk.library.vocabulary.member_kinds.items()}
    strengths = [(strength, desk.say(f"exercise_form.{strength}")) for strength in STRENGTHS]
    words = desk.words.at("map")
    return {"words": words, "kinds": kinds, "allowed": part.role_kinds, "strengths": strengths, "shapes": list(shapes(desk).items()), "roles": part.roles_up_to}
