"""The fonts of the machine that an image can be set in: looked for by name, where systems keep them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
SERIF = (
    ("P052", "P052-Bold.otf"), ("P052", "P052-Bold.ttf"), ("Liberation Serif", "LiberationSerif-Bold.ttf"),
    ("DejaVu Serif", "DejaVuSerif-Bold.ttf"), ("Noto Serif", "NotoSerif-Bold.ttf"), ("Georgia", "Georgia Bold.ttf"),
    ("Georgia", "georgiab.ttf"), ("Times New Roman", "Times New Roman Bold.ttf"), ("Times New Roman", "timesbd.ttf"),
)  # fmt: skip
SANS = (
    ("Noto Sans", "NotoSans-Regular.ttf"), ("Liberation Sans", "LiberationSans-Regular.ttf"),
    ("DejaVu Sans", "DejaVuSans.ttf"), ("Segoe UI", "segoeui.ttf"), ("Arial", "Arial.ttf"), ("Arial", "arial.ttf"),
)  # fmt: skip
"""Family and file of each font, the one we like best first: a bold for titles, an upright one for all else."""


@dataclass(frozen=True)
class Fonts:
    """The families that titles and other words are set in, and the files that hold them."""

    serif: str
    sans: str
    files: tuple[str, ...]


def find_fonts(folders: tuple[str, ...] = FOLDERS) -> Fonts | None:
    """The fonts to set images in; where one of the two is missing, the other stands for it; None without any."""
    files = dict(_font_files(folders))
    serif, sans = _first(SERIF, files), _first(SANS, files)
    title, other = serif or sans, sans or serif
    if not title or not other:
        return None
    return Fonts(title[0], other[0], tuple(sorted({title[1], other[1]})))


def _first(wanted: tuple[tuple[str, str], ...], files: Mapping[str, str]) -> tuple[str, str] | None:
    """Family and path of the first font that is there."""
    return next(((family, files[name]) for family, name in wanted if name in files), None)


def _font_files(folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Name and path of every file in folders of fonts."""
    for folder in folders:
        for place, _, names in os.walk(Path(folder).expanduser()):
            yield from ((name, str(Path(place, name))) for name in names)
