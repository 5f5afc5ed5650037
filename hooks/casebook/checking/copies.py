"""Cases and exercises that stand in the casebook twice: each would be published, listed and counted as two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from casebook.checking.problems import Problem
from casebook.checking.template_rules import bare_words
from casebook.checking.text_fields import texts_in
from casebook.files import Loaded

FEWEST_WORDS = 5
"""Shorter texts may be the same by chance."""
FEWEST_TEXTS = 5


def copies(files: Mapping[str, Loaded[Any]]) -> Iterator[Problem]:
    """The files that repeat another: its title, or half of its texts. The one with the longer name is the copy."""
    titles: dict[str, str] = {}
    holders: dict[str, list[str]] = {}
    for slug, loaded in sorted(files.items(), key=lambda one: (len(one[0]), one[0])):
        model: Any = loaded.model
        texts = _texts(loaded, model)
        shared = Counter(chain.from_iterable(holders.get(text, ()) for text in texts))
        other, count = shared.most_common(1)[0] if shared else ("", 0)
        title = bare_words(model.title)
        if count >= FEWEST_TEXTS and count * 2 >= len(texts):
            same = "the same title and texts" if titles.get(title) == other else "mostly the same texts"
            yield Problem(loaded.file, 1, "", f"is a copy of {files[other].file} ({same}); delete one of the two")
        elif title in titles:
            yield loaded.problem(("title",), f"is the title of {titles[title]} too; choose another")
        titles.setdefault(title, slug)
        for text in texts:
            holders.setdefault(text, []).append(slug)


_texts_before: dict[str, tuple[Loaded[Any], frozenset[str]]] = {}


def _texts(loaded: Loaded[Any], model: Any) -> frozenset[str]:
    """The longer texts of a file as bare words; gathered again only when the file has changed."""
    before = _texts_before.get(loaded.file)
    if not before or before[0] is not loaded:
        words = (bare_words(one.text) for one in texts_in(model))
        texts = frozenset(text for text in words if text.count(" ") + 1 >= FEWEST_WORDS)
        _texts_before[loaded.file] = before = (loaded, texts)
    return before[1]
