"""The models of everything that is read: cases, exercises, sessions, lists; each field documented once.

May use: `text`.
Must not know: how files are written, checked or shown.
"""

from casebook.schema.base import Citation, Disputed, Model, Sourced, Statement
from casebook.schema.case import Case
from casebook.schema.exercise import Exercise

__all__ = ["Case", "Citation", "Disputed", "Exercise", "Model", "Sourced", "Statement"]
