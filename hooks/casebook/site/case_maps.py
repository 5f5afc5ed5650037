"""The maps of cases that the map builder loads, one small file a case, each with the picture that pages show of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from xml.etree import ElementTree

from casebook.analysis.disclosure import as_of, first_day
from casebook.components.case.network_picture.network_picture import network_picture
from casebook.core.attempts import Writer
from casebook.data.payloads.network import MapPicture, NetworkPayload, cases_with_maps, map_path, network_payload
from casebook.data.script_file import as_script
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.render.network_drawing import picture


def map_files(library: Library) -> Iterator[Writer[str]]:
    """The path of the map of every case that has members by then, and how it is written."""
    return ((map_path(slug), partial(_map_file, library, slug)) for slug in cases_with_maps(library))


def _map_file(library: Library, slug: str) -> str:
    return as_script(f"map:{slug}", case_map(library, slug))


def case_map(library: Library, slug: str) -> NetworkPayload:
    """The map of a case: its network in words, and the picture of it."""
    return network_payload(library, library.cases[slug], _picture(library, slug), library.messages)


def _picture(library: Library, slug: str) -> MapPicture:
    """The picture as the component writes it, taken apart into plain data, so that no script reads text as markup."""
    case = library.cases[slug]
    ctx = PageContext(library, map_path(slug))
    drawing = picture(ctx, case, as_of(case, first_day(case)))
    drawn = ElementTree.fromstring(f"<g>{network_picture(ctx, drawing, True)}</g>")
    return {
        "viewBox": f"0 0 {drawing.width:g} {drawing.height:g}",
        "shapes": [shape for one in drawn for shape in _shapes(one)],
    }


def _shapes(drawn: ElementTree.Element) -> Iterator[tuple[str, dict[str, str], str]]:
    """A shape as it is; each shape of a group with what moves the group."""
    for one in drawn if drawn.tag == "g" else [drawn]:
        yield one.tag, {**drawn.attrib, **one.attrib}, one.text or ""
