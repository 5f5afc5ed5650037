"""Cases and exercises that stand in the casebook twice: each would be published, listed and counted as two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from casebook.checking.template_rules import bare_words
from casebook.library.source_file import SourceFile
from casebook.validation.issues import Issue
from casebook.validation.text_fields import texts_in
from casebook.yamlfiles.kept_files import KeptFiles

FEWEST_WORDS = 5
"""Shorter texts may be the same by chance."""
FEWEST_TEXTS = 5


def copies(files: Mapping[str, SourceFile[Any]], kept: KeptFiles | None = None) -> Iterator[Issue]:
    """The files that repeat another: its title, or half of its texts. The one with the longer name is the copy."""
    titles: dict[str, str] = {}
    holders: dict[str, list[str]] = {}
    for slug, loaded in sorted(files.items(), key=lambda one: (len(one[0]), one[0])):
        texts = longer_texts(loaded, kept)
        shared = Counter(chain.from_iterable(holders.get(text, ()) for text in texts))
        other, count = shared.most_common(1)[0] if shared else ("", 0)
        title = bare_words(getattr(loaded.model, "title", ""))
        if count >= FEWEST_TEXTS and count * 2 >= len(texts):
            same = "the same title and texts" if titles.get(title) == other else "mostly the same texts"
            yield Issue(loaded.file, 1, "", f"is a copy of {files[other].file} ({same}); delete one of the two")
        elif title in titles:
            yield loaded.issue(("title",), f"is the title of {titles[title]} too; choose another")
        titles.setdefault(title, slug)
        for text in texts:
            holders.setdefault(text, []).append(slug)


def longer_texts(loaded: SourceFile[Any], kept: KeptFiles | None) -> frozenset[str]:
    """The longer texts of a file as bare words."""
    if longer_texts not in loaded.memory:
        key = kept.key("bare words", loaded.digest) if kept else ""
        known = kept.get(key) if kept else None
        texts = frozenset(known.split("\n") if known is not None else _bare_texts(loaded))
        if kept and known is None:
            kept.put(key, "\n".join(sorted(texts)))
        loaded.memory[longer_texts] = texts - {""}
    found: frozenset[str] = loaded.memory[longer_texts]
    return found


def _bare_texts(loaded: SourceFile[Any]) -> Iterator[str]:
    words = (bare_words(one.text) for one in texts_in(loaded.model)) if loaded.model else ()
    return (text for text in words if text.count(" ") + 1 >= FEWEST_WORDS)
