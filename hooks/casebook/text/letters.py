"""Letters of other alphabets that look like Latin ones, and the plain letters behind accents and ligatures."""

from __future__ import annotations

import re
import unicodedata

from casebook.text.characters import without_invisible

_ALIKE = str.maketrans(
    "асеорхуіјѕһԁѵкмтвнАВСЕНІЈКМОРЅТХУαοινρκτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aceopxyijshdvkmtbhABCEHIJKMOPSTXYaoivpktuxABEZHIKMNOPTYX",
)
_PLAIN = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ß": "ss"}
)


def foreign_letter(word: str) -> str:
    """The first letter of a word that is in another alphabet than most of ours; empty where there is none."""
    latin = ("LATIN", "FULLWIDTH LATIN")
    letters = (letter for letter in word[:200] if letter.isalpha())
    return next((letter for letter in letters if not unicodedata.name(letter, "LATIN").startswith(latin)), "")


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


def as_id(text: str) -> str:
    """Lower-case letters, digits and single hyphens alone: Two Valleys becomes two-valleys.

    Empty where a letter would be lost.
    """
    plain = re.sub("[’']", "", in_ascii(text))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def search_words(text: str) -> list[str]:
    """The words of a text as a search compares them: small letters without accents and apostrophes.

    `wordsOf` in components/page/list_filter/words.ts does the same for what is typed;
    tests/fixtures/search_words.json holds both to it.
    """
    letters = without_invisible(unicodedata.normalize("NFKC", text))
    if not letters.isascii():
        plain = unicodedata.normalize("NFD", letters)
        letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", re.sub("['‘’]", "", letters).lower())
