"""Letters of other alphabets that look like Latin ones, and the plain letters behind accents and ligatures."""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans(
    "асеорхуіјѕһԁѵкмтвнАВСЕНІЈКМОРЅТХУαοινρκτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aceopxyijshdvkmtbhABCEHIJKMOPSTXYaoivpktuxABEZHIKMNOPTYX",
)
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ß": "ss"})


def foreign_letter(word: str) -> str:
    """The first letter of a word that is in another alphabet than most of ours; empty where there is none."""
    return next((letter for letter in word[:200] if letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith(("LATIN", "FULLWIDTH LATIN"))), "")


def name_of_letter(letter: str) -> str:
    """A letter with its number and name: “о” is U+043E, cyrillic small letter o."""
    return f"“{letter}” is U+{ord(letter):04X}, {unicodedata.name(letter, 'unknown').lower()}"


def in_latin(word: str) -> str:
    """The word with Latin letters for those that look like them."""
    return word.translate(_ALIKE)


def in_ascii(word: str) -> str:
    """A word in small plain letters: Größe becomes grosse. Empty where a letter would be lost."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    letters = [sign for sign in plain if not unicodedata.combining(sign)]
    return "" if any(sign.isalnum() and not sign.isascii() for sign in letters) else "".join(letters)
