"""The components: each a Python function that gathers what its template needs. One component, one folder in docs/components, one name."""

from casebook.components import (
    cases,
    compare,
    contribute,
    data,
    decisions,
    exercise_cards,
    exercise_map,
    exercise_papers,
    exercise_parts,
    exercise_tally,
    exercises,
    facilitate,
    facts,
    forms,
    learn,
    library,
    matrix,
    networks,
    remarks,
    sheets,
    site,
    timeline,
)

__all__ = [
    "cases", "compare", "contribute", "data", "decisions", "exercise_cards", "exercise_map", "exercise_papers", "exercise_parts", "exercise_tally",
    "exercises", "facilitate", "facts", "forms", "learn", "library", "matrix", "networks", "remarks", "sheets", "site", "timeline",
]  # fmt: skip
