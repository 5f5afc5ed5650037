"""The measures of the sheets of an exercise on paper, as exercise_sheet.css has them."""

from __future__ import annotations

from casebook.render.paper.sheet_layout import Setting, SheetStyle
from casebook.render.paper.text_fit import BOLD_LETTER, SERIF_LETTER

HEADS = 96.0
"""The points that the heads of a table of statements take: they stand upright."""
COLUMN = 2.2
"""The ems of a column of boxes to tick."""
_ROW, _CARDS_ROW = 34.0, 30.0
_WHOLE = Setting(whole=True)

_EVERY_SIZE = {
    "sheet-title": Setting(scale=1.6, letter=SERIF_LETTER, line=1.2, after=0.48, keep=True),
    "hint": Setting(scale=0.9, after=0.45),
    "leads": Setting(after=0.45, keep=True),
    "paper-warnings": Setting(indent=2.4, after=1.1),
    "kept-back": Setting(turns=True),
    "choice-list": Setting(scale=0.85),
    "paper-prompt": _WHOLE,
    "paper-scene": _WHOLE,
    "paper-options": Setting(indent=1.5, after=0.45),
    "writing-room": Setting(points=52),
    "long writing-room": Setting(points=136),
    "drawing-room": Setting(points=318),
    "caption": Setting(letter=BOLD_LETTER, after=0.6, keep=True),
    "ruled span": Setting(points=24),
}
ON_PAPER = SheetStyle(
    {
        **_EVERY_SIZE,
        "long": _WHOLE,
        "paper-rating thead": Setting(points=HEADS),
        "paper-rating tr": Setting(beside=(0, *(COLUMN,) * 7)),
        "pairs tr": Setting(beside=(0, *(COLUMN,) * 5, 0, *(COLUMN,) * 2)),
        "paper-rating dimension": Setting(beside=(0,), keep=True),
        "paper-rating th": Setting(indent=0.7, after=0.4),
        "right-side": Setting(indent=1.1, after=0.4),
        "tick": Setting(scale=1.2, after=0.3),
        "dimension-row": Setting(letter=SERIF_LETTER, after=0.7),
        "paper-cards": _WHOLE,
        "paper-cards tr": Setting(beside=(0.36,)),
        "paper-cards th": Setting(indent=1, after=0.6),
        "paper-cards td": Setting(indent=1, after=0.6),
        "paper-cards blank": Setting(points=_CARDS_ROW),
        "point": Setting(scale=0.8, letter=BOLD_LETTER, indent=0.6, after=0.6),
        "paper-grid": _WHOLE,
        "fill-rows tr": Setting(beside=(0.27,)),
        "paper-grid th": Setting(indent=1, after=0.6, letter=BOLD_LETTER),
        "paper-grid td": Setting(indent=1, after=0.6),
        "blank": Setting(points=_ROW),
    }
)
"""At ten to twelve points, one row of a table below the other."""
LARGE = SheetStyle(
    {
        **_EVERY_SIZE,
        "hint": Setting(after=0.45),
        "eyebrow": Setting(after=0.45),
        "choice-list": Setting(),
        "writing-room": Setting(points=70),
        "long writing-room": Setting(points=180),
        "paper-rating thead": Setting(points=0.01),
        "paper-rating tr": Setting(after=1.1, whole=True),
        "paper-rating th": Setting(letter=BOLD_LETTER),
        "tick": Setting(points=14.2),
        "paper-rating dimension": Setting(keep=True),
        "dimension-row": Setting(letter=BOLD_LETTER, after=0.4),
        "right-side": Setting(letter=BOLD_LETTER),
        "paper-cards thead": Setting(points=0.01),
        "paper-cards tr": Setting(after=1.1, whole=True),
        "paper-cards th": Setting(letter=BOLD_LETTER),
        "paper-cards td": Setting(),
        "paper-cards tick": Setting(),
        "paper-cards blank": Setting(points=112),
        "paper-grid thead th": Setting(indent=0.6, after=0.5, letter=0.85),
        "fill-rows tr": Setting(beside=(0.27,)),
        "paper-grid th": Setting(indent=0.6, after=0.4, letter=BOLD_LETTER),
        "paper-grid td": Setting(indent=0.6, after=0.4),
        "blank": Setting(points=46),
    }
)
"""At eighteen points, where a row of statements or cards is a block: what is answered, and under it the answers."""
STRIPS = SheetStyle(
    {
        "key-strip": Setting(indent=1.5, after=1.9, whole=True),
        "key-scenes tr": Setting(beside=(0.30, 0, 0.12)),
        "key-rules tr": Setting(beside=(0.14, 0)),
        "key-circles tr": Setting(beside=(0.3, 0, 0, 0, 0)),
        "paper-grid th": Setting(indent=1, after=0.6, letter=BOLD_LETTER),
        "paper-grid td": Setting(indent=1, after=0.6),
        "hint": Setting(scale=0.9, after=0.45),
        "key-slip": Setting(scale=1.1, after=0.8),
    }
)
"""The strips of the key of a story, as exercise_key.css has them."""
KEY = SheetStyle(
    {
        **_EVERY_SIZE,
        "key-count tr": Setting(beside=(0.4, 0, 0, 0)),
        "key-rules tr": Setting(beside=(0.2, 0.4, 0)),
        "key-next tr": Setting(beside=(0.2, 0, 0, 0)),
        "paper-grid th": Setting(indent=1, after=0.6, letter=BOLD_LETTER),
        "paper-grid td": Setting(indent=1, after=0.6),
    }
)
"""The key of one person's result."""
PEER = SheetStyle({**ON_PAPER.own, "peer tr": Setting(beside=(0, 4.7, 4.7, 4.7))})
"""The sheet for a peer, in the third person."""
TALLY_RULES = SheetStyle({**_EVERY_SIZE, "ol": Setting(after=0.45), "ul": Setting(after=0.45)})
"""How to count the answers of a group, and how to name what was found."""
