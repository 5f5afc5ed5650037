"""Changes to the bytes of a file: another encoding, other line ends, marks at the beginning, damage."""

from __future__ import annotations

import random
from collections.abc import Callable

STRAYS = (
    b"\x00", b"\xff", b"\xc3", b"\xe2\x80", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\x1b[2J", b"\r",
    b"\n", b"\t", b"\x0c", b"\xc2\x85", b"\xf4\x90\x80\x80", b"#", b":", b"- ",
)  # fmt: skip
OTHERS = (
    b"", b"\n", b"PK\x03\x04 word", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"---\n", b"---\n---\n", b"[]", b"{}",
    b"null", b"- a\n", b"\xff\xfe", b"<html><x-canary></html>", b"a" * 520_000,
)  # fmt: skip


def flip(content: bytes, chance: random.Random) -> bytes:
    """Turns some bits round."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 3, 20)) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def insert(content: bytes, chance: random.Random) -> bytes:
    """Puts stray bytes somewhere."""
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(STRAYS) + content[at:]


def truncate(content: bytes, chance: random.Random) -> bytes:
    """Ends the file early."""
    return content[: chance.randint(0, len(content))]


def cut(content: bytes, chance: random.Random) -> bytes:
    """Takes a piece out of the middle."""
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.choice((1, 7, 80, 900)) :]


def mark(content: bytes, chance: random.Random) -> bytes:
    """Sets a byte order mark in front, or two."""
    return b"\xef\xbb\xbf" * chance.choice((1, 1, 2)) + content


def line_ends(content: bytes, chance: random.Random) -> bytes:
    """Ends the lines as Windows, or as machines of long ago, do; or some of them."""
    ending = chance.choice((b"\r\n", b"\r", b"\r\r\n", b"\n\r"))
    if chance.random() < 0.7:
        return content.replace(b"\n", ending)
    return b"".join(line + chance.choice((b"\n", ending)) for line in content.split(b"\n"))


def encoding(content: bytes, chance: random.Random) -> bytes:
    """Saves the file in another encoding."""
    text = content.decode("utf-8", "replace")
    return text.encode(
        chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp437", "utf-7", "ascii")),
        "replace",
    )


def fronts(content: bytes, chance: random.Random) -> bytes:
    """Hurts the lines of hyphens that a page's front matter stands between."""
    line = chance.choice(
        (b"--- ", b"----", b"--", b"\xef\xbb\xbf---", b"***", b"...", b"---\t", b" ---", "———".encode())
    )
    return content.replace(b"---", line, chance.choice((1, 2)))


def other(_: bytes, chance: random.Random) -> bytes:
    """Another file under this name."""
    return chance.choice(OTHERS)


def blanks(content: bytes, chance: random.Random) -> bytes:
    """Sets tabs or hard spaces for all spaces at the beginning of lines."""
    space = chance.choice((b"\t", b"\xc2\xa0", b"\xe2\x80\x83"))
    lines = content.split(b"\n")
    return b"\n".join(space * (len(line) - len(line.lstrip(b" "))) + line.lstrip(b" ") for line in lines)


OCTETS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip, flip, insert, insert, truncate, cut, mark, line_ends, line_ends, encoding, fronts, other, blanks,
)  # fmt: skip
