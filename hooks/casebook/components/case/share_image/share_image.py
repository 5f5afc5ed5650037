from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from casebook.render.context import PageContext, component
from casebook.render.cover import cover_of
from casebook.text.letter_widths import wrapped

LEFT, COLUMN = 64, 580
"""Where the words begin, and how wide they may be."""
TITLE_Y, SITE_Y = 216, 92
TITLE_SIZES = ((68, 3), (56, 4), (46, 5))
"""The sizes of a title, and how many lines each may take."""
PLACE_SIZE, SITE_SIZE, COUNT_SIZE = 30, 27, 34


@dataclass(frozen=True)
class ImageLine:
    """A line of words: its kind, which is a class, its size and where it stands."""

    kind: str
    words: str
    size: int
    y: int

    @property
    def is_title(self) -> bool:
        """True for a line of the title, which is set in the bold serif."""
        return self.kind == "title"


@component
def share_image(
    ctx: PageContext, slug: str, site_name: str, serif: str = "serif", sans: str = "sans-serif", style: str = ""
) -> Markup:
    """The image for links to a case, as SVG: title, place, cover and the name of the site; nothing after the first
    decision.
    """
    cover = cover_of(ctx.library, slug)
    counted = ctx.t("cover.counted", number=cover.number, what=cover.what)
    return ctx.render(
        "share_image", slug=slug, cover=cover, counted=counted, count_size=COUNT_SIZE, left=LEFT, style=Markup(style),
        lines=list(_lines(ctx, slug, site_name)), serif=serif, sans=sans,
    )  # fmt: skip


def _lines(ctx: PageContext, slug: str, site_name: str) -> Iterator[ImageLine]:
    """The name of the site, the title, the place: from above."""
    case = ctx.library.cases[slug]
    for line in wrapped(site_name, COLUMN / SITE_SIZE, 1):
        yield ImageLine("site", line, SITE_SIZE, SITE_Y)
    size, title = _title(case.title)
    y = TITLE_Y
    for line in title:
        yield ImageLine("title", line, size, y)
        y += round(size * 1.2)
    for index, line in enumerate(wrapped(case.place, COLUMN / PLACE_SIZE, 2)):
        yield ImageLine("place", line, PLACE_SIZE, y + index * round(PLACE_SIZE * 1.3))


def _title(words: str) -> tuple[int, tuple[str, ...]]:
    """The largest size at which a title can be read to its end, and its lines."""
    for size, most in TITLE_SIZES:
        lines = wrapped(words, COLUMN / size, most, bold=True)
        if " ".join(lines) == " ".join(words.split()):
            break
    return size, lines
