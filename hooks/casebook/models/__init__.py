"""The models of case and exercise: every field, documented once."""

from casebook.models.base import Citation, Disputed, Model, Sourced, Statement
from casebook.models.case import Case
from casebook.models.exercise import Exercise

__all__ = ["Case", "Citation", "Disputed", "Exercise", "Model", "Sourced", "Statement"]
