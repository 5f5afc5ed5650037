"""The maps of cases that the map builder loads: as the covers show them, with nothing of how a case ended."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from casebook.analysis.disclosure import as_of, first_day, spoiler_texts
from casebook.data.payloads.network import cases_with_maps, map_path
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.render.network_drawing import picture
from casebook.site.case_maps import map_files
from casebook.text.markdown import typographic


@pytest.fixture(scope="module")
def maps(library: Library) -> dict[str, dict[str, Any]]:
    """The content of every map file, by its path."""
    found = {}
    for path, write in map_files(library):
        text = write()
        name, content = json.loads(text[text.index("push(") + 5 : text.rindex(")")])
        assert name == f"map:{path.removeprefix('data/maps/').removesuffix('.js')}"
        found[path] = content
    return found


def test_every_case_with_members_has_a_map(library: Library, maps: dict[str, Any]) -> None:
    drawn = [slug for slug, case in library.cases.items() if as_of(case, first_day(case)).members]
    assert drawn
    assert sorted(maps) == sorted(map_path(slug) for slug in drawn)


def test_a_map_has_the_members_and_ties_of_the_cover(library: Library, maps: dict[str, Any]) -> None:
    for slug in cases_with_maps(library):
        shown = as_of(library.cases[slug], first_day(library.cases[slug]))
        found = maps[map_path(slug)]
        assert [(one["id"], one["kind"], one["count"]) for one in found["members"]] == [
            (one.id, one.kind, one.count) for one in shown.members
        ]
        assert [(one["from"], one["to"], one["strength"]) for one in found["ties"]] == [
            (one.from_, one.to, one.strength) for one in shown.ties
        ]


def test_the_picture_of_a_map_has_the_shapes_of_the_cover_and_numbers(library: Library, maps: dict[str, Any]) -> None:
    for slug in cases_with_maps(library):
        ctx, case = PageContext(library, "index.html"), library.cases[slug]
        drawing = picture(ctx, case, as_of(case, first_day(case)))
        drawn = ElementTree.fromstring(f"<g>{REGISTRY['network_picture'](ctx, drawing, False)}</g>")
        cover = ElementTree.fromstring(str(REGISTRY["case_cover"](ctx, slug)))
        found = maps[map_path(slug)]
        shapes = [(tag, values) for tag, values, _ in found["picture"]["shapes"] if tag != "text"]
        assert shapes == [
            (shape.tag, {**one.attrib, **shape.attrib} if one.tag == "g" else shape.attrib)
            for one in drawn
            for shape in (one if one.tag == "g" else [one])
        ]
        assert found["picture"]["viewBox"] == f"0 0 {drawing.width:.0f} {drawing.height:.0f}"
        assert f"mode-{found['mode']}" in cover[0].attrib["class"].split()


def test_the_numbers_in_a_picture_are_those_of_its_list(library: Library, maps: dict[str, Any]) -> None:
    for found in maps.values():
        numbers = {int(text) for _, _, text in found["picture"]["shapes"] if text}
        assert numbers == set(range(1, len(found["members"]) + 1)), found["title"]


def test_some_case_has_members_or_ties_that_its_map_keeps_back(library: Library) -> None:
    def later(slug: str) -> int:
        case = library.cases[slug]
        shown = as_of(case, first_day(case))
        return len(case.members) + len(case.ties) - len(shown.members) - len(shown.ties)

    assert any(later(slug) for slug in cases_with_maps(library))


def test_no_map_says_what_is_held_back(library: Library, maps: dict[str, Any]) -> None:
    for slug in cases_with_maps(library):
        words = json.dumps(maps[map_path(slug)], ensure_ascii=False)
        told = [
            text for text in spoiler_texts(library.cases[slug]) if len(text.split()) > 3 and typographic(text) in words
        ]
        assert told == [], slug
