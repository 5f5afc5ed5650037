"""Changes to the lines of a file, as an editor, a merge, a word processor or a hurried hand makes them."""

from __future__ import annotations

import random
from collections.abc import Callable

from mutants.payloads import BRACES, HTML, SIGNS, YAML_BEGINNINGS

MERGE = ("<<<<<<< HEAD", "=======", ">>>>>>> theirs")
FIELDS = (
    "id: x", "when: 2018", "draft: true", "title: Again", "- ", "- id: x", "text: |", "sources: []", "# a comment",
    "xyz: 1", "---", "...", "render_macros: true", "kind: case",
)  # fmt: skip


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def delete(lines: list[str], at: int, chance: random.Random) -> None:
    """Takes a line, or several, away."""
    del lines[at : at + chance.choice((1, 1, 1, 2, 5, 20))]


def double(lines: list[str], at: int, chance: random.Random) -> None:
    """Lets a line, or several, stand twice."""
    lines[at:at] = lines[at : at + chance.choice((1, 1, 3, 10))]


def swap(lines: list[str], at: int, chance: random.Random) -> None:
    """Lets two lines change places."""
    other = chance.choice((min(at + 1, len(lines) - 1), chance.randrange(len(lines))))
    lines[at], lines[other] = lines[other], lines[at]


def reindent(lines: list[str], at: int, chance: random.Random) -> None:
    """Moves a line to the left or to the right."""
    lines[at] = " " * max(0, _indent(lines[at]) + chance.choice((-4, -2, -1, 1, 2, 4, 60))) + lines[at].lstrip(" ")


def blank(lines: list[str], at: int, chance: random.Random) -> None:
    """Sets tabs, hard spaces or other blanks for the spaces in front of a line, after a colon or at its end."""
    space = chance.choice(("\t", "\u00a0", "\u2003", "\u3000", "\u200b", "\u00ad", "\ufeff"))
    line = lines[at]
    lines[at] = chance.choice((
        space * _indent(line) + line.lstrip(" "), line.replace(": ", f":{space}", 1), line + space, space + line,
        line.replace("- ", f"-{space}", 1), line.replace(" ", space),
    ))  # fmt: skip


def bullet(lines: list[str], at: int, chance: random.Random) -> None:
    """Sets another sign for the hyphen of a list."""
    sign = chance.choice(("•", "–", "—", "*", "·", "−", "-", "1.", "‑"))
    lines[at] = (
        lines[at].replace("- ", f"{sign} " if chance.random() < 0.7 else sign, 1)
        if "- " in lines[at]
        else f"{sign} {lines[at]}"
    )


def merge(lines: list[str], at: int, chance: random.Random) -> None:
    """Leaves the marks of a merge."""
    if chance.random() < 0.5:
        lines.insert(at, chance.choice(MERGE))
    else:
        lines[at : at + 2] = [MERGE[0], *lines[at : at + 1], MERGE[1], *lines[at : at + 2], MERGE[2]]


def colon(lines: list[str], at: int, chance: random.Random) -> None:
    """Adds, doubles or takes away a colon."""
    line = lines[at]
    lines[at] = chance.choice(
        (
            line.replace(": ", ":", 1),
            line.replace(":", "", 1),
            line + ": and more",
            line + ":",
            line.replace(":", "：", 1),
            line.replace(": ", " : ", 1),
        )
    )


def quote(lines: list[str], at: int, chance: random.Random) -> None:
    """Adds a quotation mark somewhere, or puts half a line into them."""
    sign = chance.choice(("'", '"', "“", "”", "’", '\\"', "''"))
    middle = chance.randint(0, len(lines[at]))
    lines[at] = chance.choice(
        (
            f"{lines[at][:middle]}{sign}{lines[at][middle:]}",
            f"{lines[at]}{sign}",
            lines[at].replace(": ", f": {sign}", 1),
        )
    )


def comment(lines: list[str], at: int, chance: random.Random) -> None:
    """Adds a comment, with or without the space that it needs."""
    lines[at] = chance.choice(
        (
            f"# {lines[at]}",
            f"{lines[at]} # note",
            f"{lines[at]}#note",
            f"{lines[at]}  # note",
            lines[at].replace(" ", " #", 1),
        )
    )


def begin(lines: list[str], at: int, chance: random.Random) -> None:
    """Lets a value begin with a sign that YAML keeps for itself, or with what a page could take for its own."""
    name, found, value = lines[at].partition(": ")
    lines[at] = f"{name}{found}{chance.choice((*YAML_BEGINNINGS, *BRACES, *HTML))}{value}" if found else lines[at]


def sign(lines: list[str], at: int, chance: random.Random) -> None:
    """Puts an invisible or a strange character somewhere, as itself or as an escape of YAML."""
    character = chance.choice(SIGNS)
    middle = chance.randint(0, len(lines[at]))
    name, found, value = lines[at].partition(": ")
    if found and chance.random() < 0.5:
        escape = f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\U{ord(character):08x}"
        lines[at] = f'{name}: "{value.strip(chr(34))}{escape}"'
    else:
        lines[at] = lines[at][:middle] + character + lines[at][middle:]


def field(lines: list[str], at: int, chance: random.Random) -> None:
    """Adds a line of another field, in line with its neighbour or not."""
    lines.insert(
        at, " " * (_indent(lines[at]) if chance.random() < 0.7 else chance.randint(0, 8)) + chance.choice(FIELDS)
    )


def wrap(lines: list[str], at: int, chance: random.Random) -> None:
    """Breaks a line in two, or joins two lines."""
    middle = chance.randint(0, len(lines[at]))
    if chance.random() < 0.5:
        lines[at : at + 1] = [lines[at][:middle], " " * chance.randint(0, 8) + lines[at][middle:]]
    else:
        lines[at : at + 2] = [" ".join(lines[at : at + 2])]


LINES: tuple[Callable[[list[str], int, random.Random], None], ...] = (
    delete, double, swap, reindent, blank, bullet, merge, colon, quote, comment, begin, sign, field, wrap,
)  # fmt: skip
