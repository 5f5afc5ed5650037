"""What a word of today leads to: the items that it names, and those that name it."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.library.library import Library, per_library


@dataclass(frozen=True)
class LedTo:
    """What a word of today leads to, by id: those that the word names come first."""

    cases: tuple[str, ...]
    exercises: tuple[str, ...]
    claims: tuple[str, ...]
    forms: tuple[str, ...]


@per_library
def led_to(library: Library) -> dict[str, LedTo]:
    """By the id of each word of today what it leads to."""

    def with_word(id_: str, named: tuple[str, ...], kind: str) -> tuple[str, ...]:
        items = getattr(library, kind)
        naming = (one for one, item in items.items() if id_ in item.today)
        return tuple(dict.fromkeys(one for one in (*named, *naming) if one in items))

    return {
        word.id: LedTo(
            with_word(word.id, word.cases, "cases"),
            with_word(word.id, (), "exercises"),
            with_word(word.id, word.claims, "claims"),
            with_word(word.id, (word.form,) if word.form else (), "forms"),
        )
        for word in library.words_today
    }
