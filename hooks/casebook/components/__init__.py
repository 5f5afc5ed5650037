"""The components: each a Python function that gathers what its template needs. One component, one folder in docs/components, one name."""

from casebook.components import cases, contribute, exercise_papers, exercise_parts, exercises, learn, library, matrix, sheets, site

__all__ = ["cases", "contribute", "exercise_papers", "exercise_parts", "exercises", "learn", "library", "matrix", "sheets", "site"]
