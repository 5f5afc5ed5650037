"""The characters that no text here may hold because nobody can see them: found, named, and shown harmlessly.

Source of the classes: the Unicode general categories Cc, Cf, Cs, Co and the non-characters, with the fillers and
variation selectors that have another category and are blank all the same. Joiners (U+200C, U+200D) and variation
selectors have honest work in Persian, in Indian scripts and in emoji; no case is written in those, and in English
they only hide a word from search, so they are refused too. The first case that needs one takes it out of the list.
"""

from __future__ import annotations

import re
import unicodedata

NONCHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15))
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff{NONCHARACTERS}]"
)
HARD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("(?<=[^ \n])[\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+(?=[\\w“‘(\"'])")
_UNSAFE = re.compile(f"{INVISIBLE.pattern}|{HARD_SPACE.pattern}|[\t\n]")
_WRITTEN = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN_NAMES = {
    "\x00": "nought byte",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "line break from Word",
    "\x0c": "page break",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x1e": "hyphen from Word",
    "\x1f": "soft hyphen from Word",
    "\x7f": "delete",
    "\x85": "line break",
    "\xad": "soft hyphen",
    "\xa0": "no-break space",
    "\u200b": "zero-width space",
    "\u202f": "narrow hard space",
    "\u2007": "figure space",
    "\u2028": "line break",
    "\u2029": "paragraph break",
    "\u2060": "word joiner",
    "\u2800": "blank of Braille",
    "\ufeff": "byte order mark",
    "\ufffc": "place of a picture",
}


def name_of(character: str) -> str:
    """A character's number and plain name: U+00AD, soft hyphen."""
    plain = _PLAIN_NAMES.get(character)
    if not plain and unicodedata.category(character) == "Co":
        plain = "private sign of one font"
    if not plain and unicodedata.category(character) == "Cs":
        plain = "half a character"
    if not plain and unicodedata.category(character) == "Cn":
        plain = "no character at all"
    plain = plain or unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X}, {plain}"


def find_invisible(text: str) -> re.Match[str] | None:
    """The first character of a text that nobody can see."""
    if text.isascii() and text.isprintable():
        return None
    return INVISIBLE.search(text)


def without_invisible(text: str) -> str:
    """The text without them; what breaks a line between two words becomes a space, so that they stay two."""
    return INVISIBLE.sub("", _BREAKS.sub(" ", text))


def with_plain_spaces(text: str) -> str:
    """The text with ordinary spaces for hard ones.

    A hard space between two words is good typography and comes with every paste from Word. It is read as a space,
    so that nobody is sent back for it and the word is found by those who type a space.
    """
    return text if text.isascii() else HARD_SPACE.sub(" ", text)


def shown(text: str, most: int | None = None) -> str:
    """The text on one line with nothing in it that acts on a screen: U+00AD becomes [U+00AD], a line break \\n."""
    if most is not None and len(text) > most:
        text = f"{text[: most - 3]}..."
    return _UNSAFE.sub(lambda found: _WRITTEN.get(found[0]) or f"[U+{ord(found[0]):04X}]", text)


def word_around(text: str, at: int, most: int = 40, safely: bool = True) -> str:
    """The word around a place in a text, shown harmlessly, or else as it is."""
    first = max(text.rfind(" ", 0, at) + 1, text.rfind("\n", 0, at) + 1, at - most)
    last = re.compile(r"[ \n]").search(text, at + 1)
    word = text[first : min(last.start() if last else len(text), at + most)]
    return shown(word) if safely else word
