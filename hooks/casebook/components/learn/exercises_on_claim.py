"""Which exercises bear on a claim."""

from __future__ import annotations

from casebook.library.library import Library


def exercises_on(library: Library, claim_id: str) -> list[str]:
    """The exercises that work on a claim, by their own word or the claim's."""
    named = library.claims[claim_id].exercises
    return [slug for slug, exercise in library.exercises.items() if slug in named or claim_id in exercise.claims]
