"""What writes each sheet of a decision."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from casebook.components.decision.facilitator_sheet.facilitator_sheet import facilitator_sheet
from casebook.components.decision.outcome_sheet.outcome_sheet import outcome_sheet
from casebook.components.decision.pack_sheet.pack_sheet import pack_sheet
from casebook.components.decision.participant_sheet.participant_sheet import large_print_sheet, participant_sheet

WRITERS: dict[str, Callable[..., Markup]] = {
    "participant": participant_sheet,
    "outcome": outcome_sheet,
    "facilitator": facilitator_sheet,
    "large-print": large_print_sheet,
    "pack": pack_sheet,
}
"""By the name of the sheet: takes the page context, the slug of the case and the id of the decision."""
