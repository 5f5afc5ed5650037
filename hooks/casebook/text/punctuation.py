"""The marks between a title and what follows it, and at the end of a sentence: a text that brings its own mark gets no
second one.
"""

from __future__ import annotations

MARKS = (".", "?", "!", "…")
CLOSING = "\"'”’"


def has_mark(text: str) -> bool:
    """True when a text ends in a mark of its own, also where a quotation ends it."""
    return text.rstrip(CLOSING).endswith(MARKS)


def ended(text: str) -> str:
    """A text with one mark at its end."""
    return text if has_mark(text) else f"{text}."


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def titled(title: str, place: str) -> str:
    """A title and its place, or its part: Who signs? North West London; Deep or wide: Northern Ireland."""
    return f"{title} {place}" if has_mark(title) else f"{title}: {place}"
