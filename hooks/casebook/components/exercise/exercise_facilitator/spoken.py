"""Words to say, told apart from what happens: the plan of an exercise has them in one text, in quotation marks after a
colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.components.facilitate.session_steps import StepWords

_SPOKEN = re.compile(r"\s*([^.?!:“”]+): “([^”]+)”")
"""The words that lead to what is said, from the end of the sentence before, and what is said."""


def words_of(text: str) -> Iterator[StepWords]:
    """What happens, each time with what is then said, and the words that lead to it: Say, Then ask."""
    last = 0
    for found in _SPOKEN.finditer(text):
        yield StepWords(text[last : found.start()].strip(), found[2], lead=found[1].strip())
        last = found.end()
    if rest := text[last:].strip():
        yield StepWords(rest, "")
