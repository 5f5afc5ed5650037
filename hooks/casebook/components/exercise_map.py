"""Components of the map builder: the picture with its list and measures, the blank tables for paper."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from casebook.case_maps import cases_with_maps, map_path
from casebook.components.networks import shapes
from casebook.models.parts import STRENGTHS, Map
from casebook.rendering import Desk, component

PAPER_ROLES, PAPER_TIES = 16, 12


@component
def map_view(desk: Desk, part: Map) -> Markup:
    """The picture of one's roles and ties, the same facts as a list, what can be counted; a case beside it; files out and in."""
    cases = [(slug, desk.library.cases[slug], desk.link(map_path(slug)), desk.link(f"cases/{slug}.html")) for slug in cases_with_maps(desk.library)]
    return desk.render("map-view", part=part, cases=cases, data=_data(desk, part), signs=SIGNS)


SIGNS = (("strong", "thick"), ("weak", "thin"), ("strained", "broken"), ("cut", "missing"))


def _data(desk: Desk, part: Map) -> dict[str, Any]:
    """What the script needs: words, the kinds and strengths by id, the shape of each kind, how many roles there may be."""
    kinds = {id_: kind.label for id_, kind in desk.library.vocabulary.member_kinds.items()}
    strengths = [(strength, desk.say(f"exercise_form.{strength}")) for strength in STRENGTHS]
    words = desk.words.at("map")
    return {"words": words, "kinds": kinds, "allowed": part.role_kinds, "strengths": strengths, "shapes": list(shapes(desk).items()), "roles": part.roles_up_to}


@component
def paper_map(desk: Desk, part: Map) -> Markup:
    """The blank tables of a map: roles, and the ties between them, to be filled in by hand."""
    roles = min(part.roles_up_to, PAPER_ROLES)
    kinds = [desk.library.kind(id_).label for id_ in part.role_kinds]
    return desk.render("paper-map", part=part, roles=roles, ties=PAPER_TIES, strengths=STRENGTHS, kinds=kinds)
