"""What writes each sheet of a decision that a session may name."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from casebook.components.decision.facilitator_sheet.facilitator_sheet import facilitator_sheet
from casebook.components.decision.outcome_sheet.outcome_sheet import outcome_sheet
from casebook.components.decision.participant_sheet.participant_sheet import participant_sheet

WRITERS: dict[str, Callable[..., Markup]] = {
    "participant": participant_sheet,
    "outcome": outcome_sheet,
    "facilitator": facilitator_sheet,
}
"""By the name of the sheet: takes the page context, the slug of the case, the id of the decision and the element of
its heading."""
