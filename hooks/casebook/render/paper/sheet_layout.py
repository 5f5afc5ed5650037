"""How high a sheet is on paper, estimated from the HTML that its template gives. Words and their order come from there
alone; what stands here are measures, which follow the style sheets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from casebook.render.paper.text_fit import BOLD_LETTER, LETTER, LINE, SERIF_LETTER, FitStep, TextColumn, largest

ONLY_LARGE = "only-large"
NOT_PRINTED = frozenset({"off", ONLY_LARGE, "screen-only"})
"""The classes of what stands in the HTML of a sheet and not on its paper."""
_IN_LINES = frozenset({"a", "abbr", "b", "br", "cite", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"})
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})
_TAG = re.compile(r"([^<]*)(?:<(/?)([^>]*)>|$)")  # with the words before it
_AFTER_NAME = re.compile(r"[\s/]")
_HIDDEN = re.compile(r"\shidden\b(?!-)")
_CLASS = re.compile(r'\bclass="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Setting:
    """How an element is set on paper. Its letters are `scale` times the sheet's size; lengths are in ems of that size.

    `beside` puts its children side by side, each in a column that is so many ems wide; less than 1 is a share of the
    whole width, and 0 an equal part of what the others leave. `columns` are those of a list, filled evenly. `points` is
    the height of what has room to write, or a picture, whatever is in it. For what is divided into sides: `keep` stays
    with what follows, `whole` is not torn apart, `turns` begins a side.
    """

    scale: float = 1
    letter: float = LETTER
    line: float = LINE
    indent: float = 0
    after: float = 0
    beside: tuple[float, ...] | None = None
    columns: int = 1
    points: float = 0
    keep: bool = False
    whole: bool = False
    turns: bool = False


Settings = Mapping[str, Setting]
"""By the name of an element or of a class; `outer inner` is either anywhere inside of an element or a class."""

_PARAGRAPH = Setting(after=0.45)
_HEADING = Setting(scale=1.2, letter=SERIF_LETTER, line=1.25, after=1.08, keep=True)
_CONTAINER = Setting()
SETTINGS: Settings = {
    **dict.fromkeys(("div", "section", "dl", "ul", "ol", "table", "thead", "tbody"), _CONTAINER),
    **dict.fromkeys(("h2", "h3", "question"), _HEADING),
    "eyebrow": Setting(scale=0.9, after=0.36),
    "sheet-title": Setting(scale=1.6, letter=SERIF_LETTER, line=1.2, after=0.48),
    "lede": Setting(scale=1.05, after=0.47),
    "li": Setting(indent=1.5, after=0.15),
    "tr": Setting(beside=()),
    "td": Setting(indent=0.7, after=0.8),
    "th": Setting(indent=0.7, after=0.8, letter=BOLD_LETTER),
    "thead th": Setting(scale=0.9, indent=0.7, after=0.71, letter=BOLD_LETTER),
    "page-code": Setting(points=75),
    "sheet-head": Setting(beside=(0, 7.5)),
    "sheet-head page-code": Setting(points=66),
    "page-address": Setting(scale=0.8, after=0.45),
}
"""What all sheets have in common: an element that has none of its own is set as a paragraph."""


@dataclass(slots=True)
class Box:
    """An element that begins a line of its own: its words, and the boxes in it, in their order."""

    setting: Setting
    content: list[str | Box] = field(default_factory=list)
    name: str = ""
    at: int = 0
    """Where an attribute may be added to its tag: the place in the HTML behind its name."""

    def fill(self, column: TextColumn) -> None:
        """Sets it at the end of a column."""
        setting = self.setting
        if setting.points:
            column.space(setting.points / column.points + setting.after)
        elif setting.beside is None:
            inner = column.narrower(column.width / setting.columns - setting.indent)
            for piece in self.content:
                if isinstance(piece, str):
                    inner.text(piece, scale=setting.scale, letter=setting.letter, line=setting.line, after=0)
                else:
                    piece.fill(inner)
            column.space(inner.height / setting.columns + setting.after)
        else:
            column.space(self._highest(column, setting.beside) + setting.after)

    def _highest(self, column: TextColumn, widths: tuple[float, ...]) -> float:
        """The height of its children side by side."""
        boxes = [Box(_CONTAINER, [piece]) if isinstance(piece, str) else piece for piece in self.content]
        widths += (0,) * (len(boxes) - len(widths))
        ems = [column.width * width if width < 1 else width for width in widths]
        rest = (column.width - sum(ems)) / max(ems.count(0), 1)
        parts = [column.narrower(width or rest) for width in ems]
        for box, part in zip(boxes, parts, strict=False):
            box.fill(part)
        return max((part.height for part in parts), default=0)


class _Place(dict[str, "_Place"]):
    """Where an element stands, and how it is set; in it the places of its children by their tags, looked up once for
    all that are alike.

    How it is set is said by its classes inside of what stands around it, from the nearest on, else by its classes, else
    by its name inside of what stands around it, else by its name.
    """

    def __init__(
        self,
        settings: Settings,
        around: tuple[str, ...] = (),
        printed: bool = True,
        tag: str = "",
        unprinted: frozenset[str] = NOT_PRINTED,
    ) -> None:
        found = _CLASS.search(tag)
        name, classes = _AFTER_NAME.split(tag, 1)[0], found[1].split() if found else []
        self.settings, self.inside, self.unprinted = settings, (name, *classes, *around), unprinted
        self.printed = printed and unprinted.isdisjoint(classes) and not _HIDDEN.search(tag)
        self.closes = name not in _EMPTY and not tag.endswith("/")
        named = (f"{outer} {one}" for outer in around for one in classes)
        keys = (*named, *classes, *(f"{outer} {name}" for outer in around), name)
        unnamed = None if name in _IN_LINES else _PARAGRAPH
        setting = next((settings[key] for key in keys if key in settings), unnamed)
        self.setting = setting if self.printed and self.closes else None

    def __missing__(self, tag: str) -> _Place:
        place = _Place(self.settings, self.inside, self.printed, tag, self.unprinted)
        if self.printed:  # what is left out may have any number of tags, as a picture has
            self[tag] = place
        return place


class _Reader:
    """Reads the HTML of a template into boxes. It must be well-formed, as that of our own templates is."""

    def __init__(self, root: _Place) -> None:
        self.boxes = [Box(_CONTAINER)]
        self.places = [root]
        self.words: list[str] = []

    def read(self, html: str) -> Box:
        """The box of all that `html` prints."""
        for found in _TAG.finditer(html):
            words, closing, tag = found.groups()
            if words and (self.words or not words.isspace()) and self.places[-1].printed:
                self.words.append(words)
            if closing:
                if self.places.pop().setting:
                    self._end_words()
                    self.boxes.pop()
            elif tag:
                self._open(self.places[-1][tag], found.start(3))
        self._end_words()
        return self.boxes[0]

    def _open(self, place: _Place, start: int) -> None:
        if place.closes:
            self.places.append(place)
        if place.setting:
            self._end_words()
            name = place.inside[0]
            box = Box(place.setting, [], name, start + len(name))
            self.boxes[-1].content.append(box)
            self.boxes.append(box)

    def _end_words(self) -> None:
        if self.words:
            self.boxes[-1].content.append(unescape(" ".join("".join(self.words).split())))
            self.words.clear()


class SheetStyle:
    """The measures of a sheet on paper: those of all sheets, and its own, which go before them. What only the large
    print has room for is printed where it `is_large`.
    """

    def __init__(self, own: Settings, is_large: bool = False) -> None:
        self.own = own
        unprinted = NOT_PRINTED - {ONLY_LARGE} if is_large else NOT_PRINTED
        self._root = _Place({**SETTINGS, **own}, unprinted=unprinted)

    def read(self, html: str) -> Box:
        """What the HTML of a sheet, or of a side of it, prints: a box that can be set in a column."""
        return _Reader(self._root).read(html)

    def fit(self, *sides: str) -> FitStep:
        """The step in which each side of a sheet, given as HTML, fits its side of paper."""
        return min((largest(self.read(side).fill)[0] for side in sides), key=lambda step: step.points)
