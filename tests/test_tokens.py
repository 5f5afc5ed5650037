"""Contrast of every pair of colours that meet, computed from the tokens: text 4.5 to 1, shapes 3 to 1, in both schemes
and on paper.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.core.folders import THEME, component_files
from casebook.site.colours import in_both_schemes

TOKENS = (Path(__file__).resolve().parents[1] / "hooks/theme/style/tokens.css").read_text()
GROUNDS = ("paper", "sheet", "wash")
TEXT = ("ink", "ink-soft", "link", "hierarchy", "group", "network", "alliance", "contract", "stop")
SHAPES = ("edge", "link-under", "hierarchy", "group", "network", "alliance", "contract", "stop")


def scheme(block: str) -> dict[str, tuple[int, int, int]]:
    return {
        name: (int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16))
        for name, value in re.findall(r"--([\w-]+):\s*#([0-9a-fA-F]{6})\s*;", block)
    }


def schemes() -> dict[str, dict[str, tuple[int, int, int]]]:
    """The tokens of each scheme; what paper does not say, it takes from the light one."""
    screen, _, paper = TOKENS.partition("@media print")
    both = re.compile(r"light-dark\((#[0-9a-fA-F]{6}), (#[0-9a-fA-F]{6})\)")
    first = scheme(both.sub(r"\1", screen))
    return {"light": first, "dark": scheme(both.sub(r"\2", screen)), "print": first | scheme(paper)}


def built(sheet: str, query: str, selector: str) -> dict[str, tuple[int, int, int]]:
    """The colours that a rule of the built style sheet sets: the first with a media query and a selector."""
    rules = sheet.partition(query)[2] if query else sheet
    return scheme(rules.partition(f"{selector} {{")[2].partition("}")[0])


def test_the_build_sets_the_schemes_apart_for_every_browser():
    sheet = in_both_schemes(TOKENS)
    colours = schemes()
    assert "light-dark(" not in sheet
    assert len(colours["dark"]) > 15
    assert built(sheet, "", ":root") == colours["light"]
    assert built(sheet, "(prefers-color-scheme: dark)", ':root:not([data-scheme="light"])') == colours["dark"]
    assert built(sheet, "@media screen {", ':root[data-scheme="dark"]') == colours["dark"]
    assert colours["light"] | built(sheet, "@media print", ":root") == colours["print"]


@pytest.mark.parametrize(("name", "media"), [("light", "light"), ("dark", "dark")])
def test_the_frame_of_the_window_is_set_in_the_colour_of_the_paper(name, media):
    red, green, blue = schemes()[name]["paper"]
    frame = (THEME / "main.html").read_text()
    assert f'media="(prefers-color-scheme: {media})" content="#{red:02x}{green:02x}{blue:02x}"' in frame


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Contrast ratio, as WCAG 2.2 defines it."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_reckoning_is_right():
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast((0x76, 0x76, 0x76), (255, 255, 255)), 2) == 4.54


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_text_can_be_read_on_every_ground(name):
    colours = schemes()[name]
    pairs = [(text, ground) for text in TEXT for ground in GROUNDS] + [
        ("pause-ink", "pause"),
        ("ink", "pause"),
        ("link", "pause"),
    ]
    weak = [
        f"{text} on {ground} {contrast(colours[text], colours[ground]):.2f}"
        for text, ground in pairs
        if contrast(colours[text], colours[ground]) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_shapes_can_be_told_from_every_ground(name):
    colours = schemes()[name]
    weak = [
        f"{shape} on {ground} {contrast(colours[shape], colours[ground]):.2f}"
        for shape in SHAPES
        for ground in GROUNDS
        if contrast(colours[shape], colours[ground]) < 3
    ]
    assert weak == []


def test_every_colour_of_the_light_scheme_is_weighed_or_only_decorates():
    known = {*GROUNDS, *TEXT, *SHAPES, "pause", "pause-ink", "rule"}
    assert set(schemes()["light"]) <= known, "a new colour: say in this test on what it stands"


PLAIN = re.compile(r"#(000|fff|000000|ffffff)\Z|rgba?\(0[ ,]+0[ ,]+0\b", re.IGNORECASE)


def test_no_style_uses_a_colour_that_is_no_token():
    sheets = [*component_files(".css"), *(path for path in THEME.glob("style/*.css") if path.name != "tokens.css")]
    loose = []
    for path in sheets:
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        found = re.findall(r"(?<![\w-])(#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\))", text)
        loose += [f"{path.name}: {colour}" for colour in found if not PLAIN.match(colour)]
    assert loose == [], "black and white, for paper and for shadows, are no colours"
