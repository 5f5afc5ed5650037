"""The rules that need the names of everything that is known: words of the lists, sources, ids. Each is a generator."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from casebook.schema.base import Model, PathInFile
from casebook.text.markdown import citations, has_ground, paragraphs
from casebook.text.quoting import quoted
from casebook.text.suggestions import did_you_mean, listed
from casebook.validation.issues import FieldIssue
from casebook.yamlfiles.line_mistakes import merge_mark_in_prose

_GROWING = ("cases", "decisions")
"""Lists that grow with every case: too long to print."""


@cache
def _choosing_fields(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """The fields of a model that choose from a vocabulary: name, name in the file, vocabulary."""
    extras = [(name, field.alias or name, field.json_schema_extra) for name, field in model.model_fields.items()]
    return tuple(
        (name, key, str(extra["x-vocabulary"]))
        for name, key, extra in extras
        if isinstance(extra, dict) and "x-vocabulary" in extra
    )


def unknown_words(model: Model, known: Mapping[str, Collection[str]]) -> Iterator[tuple[PathInFile, str, str]]:
    """The words that a file chose and that are in no vocabulary: path, word, and the name of the vocabulary."""
    for path, thing in model.everything:
        for name, key, word_list in _choosing_fields(type(thing)):
            value = getattr(thing, name)
            words = (
                [((*path, key, index), word) for index, word in enumerate(value)]
                if isinstance(value, tuple)
                else [((*path, key), value)]
            )
            for at, word in words:
                if word is not None and word not in known[word_list]:
                    yield at, str(word), word_list


def check_vocabulary(model: Model, known: Mapping[str, Collection[str]]) -> Iterator[FieldIssue]:
    """A field that chooses from a vocabulary names a word of it."""
    for at, word, word_list in unknown_words(model, known):
        yield at, _unknown_word(word, word_list, known[word_list])


def _unknown_word(word: str, word_list: str, known: Collection[str]) -> str:
    """Names an unknown word, what was meant, and all that may be written in its place unless that is plain.

    `known` gives labels where it has them.
    """
    names = {"cases": "case", "claims": "claim", "forms": "form", "exercises": "exercise", "scales": "scale"}
    what = names.get(word_list) or word_list.rstrip("s").replace("_", " ")
    hint = did_you_mean(word, known, known if isinstance(known, Mapping) else None)
    is_plain = word_list in _GROWING or hint.startswith("; write ")
    choices = (
        ""
        if is_plain
        else f"; choose from {listed(sorted(known))}"
        if known
        else f"; no {what} is there to choose from"
    )
    return f"there is no {what} {quoted(word)}{choices}{hint}"


def unknown_sources(text: str, sources: set[str]) -> Iterator[str]:
    """What a text cites and the bibliography does not hold."""
    for id_ in dict.fromkeys(citations(text)):
        if id_ not in sources:
            yield f"there is no source {quoted(id_)} in docs/learn/bibliography.yml{did_you_mean(id_, sources)}"


def check_prose(text: str, sources: set[str], first_line: int = 1, ground: bool = True) -> Iterator[tuple[int, str]]:
    """In prose each paragraph cites a source or begins *Our reading:*; what it cites exists.

    Yields line and message.
    """
    for line, paragraph in paragraphs(text):
        yield from ((first_line + line - 1, message) for message in unknown_sources(paragraph, sources))
        if ground and not has_ground(paragraph) and not merge_mark_in_prose(paragraph):
            yield (
                first_line + line - 1,
                "this paragraph cites nothing; add [@source-id], or begin it with *Our reading:*",
            )


GONE = (
    "was published and is gone; old answers name it, so put it back (or keep the list right by hand, with a "
    "reason in the commit)"
)
NOT_LISTED = "is not in exercises/ids.txt; run casebook ids --accept"


def check_ids_only_grow(
    listed_ids: Mapping[str, str], current: Mapping[str, tuple[str, bool]]
) -> Iterator[tuple[str, str]]:
    """An id that was published stays, and keeps its text unless an erratum says why.

    `listed_ids` is the committed list: id and fingerprint. `current`: id, fingerprint, whether an erratum stands.
    Yields id and message.
    """
    for id_, fingerprint in listed_ids.items():
        if id_ not in current:
            yield id_, GONE
        elif current[id_][0] != fingerprint and not current[id_][1]:
            yield (
                id_,
                "has another text under its old id; give it a new id, or add erratum with the reason and run "
                "casebook ids --accept",
            )
    for id_ in current:
        if id_ not in listed_ids:
            yield id_, NOT_LISTED
