"""The components: each a Python function that gathers what its template needs. One component, one folder in docs/components, one name."""

from casebook.components import cases, exercises, learn, sheets, site

__all__ = ["cases", "exercises", "learn", "sheets", "site"]
