"""What a result says, in words: the same in the table of a case and where cases are compared."""

from __future__ import annotations

from casebook.schema.case import Result
from casebook.text.punctuation import ended
from casebook.wording.messages import Messages

WITHOUT_INTERVAL = ("count", "account")
WITHOUT_COMPARISON = ("none", "no comparison")


def direction(result: Result, messages: Messages) -> str:
    """Better, worse, no difference, mixed."""
    return messages.t(f"directions.{result.direction}")


def what_came_out(result: Result, messages: Messages) -> str:
    """What follows the direction: how much, from what to what, how sure.

    A count and an account have no interval that could be missed.
    """
    said = [f": {ended(result.estimate)}" if result.estimate else "."]
    if result.before:
        said.append(messages.t("case.before", what=result.before.rstrip(".")))
    if result.after:
        said.append(messages.t("case.after", what=result.after.rstrip(".")))
    if result.interval == "not-seen" and result.design not in WITHOUT_INTERVAL:
        said.append(messages.t("case.interval_not_seen"))
    elif result.interval and result.interval != "not-seen":
        said.append(messages.t("case.interval", what=result.interval.rstrip(".")))
    return " ".join(said)


def how_found(result: Result, messages: Messages) -> str:
    """The design, who measured, and against what."""
    how = f"{messages.t(f'designs.{result.design}')}, {messages.t(f'measured_by.{result.measured_by}')}."
    against = (result.against or "").rstrip(".")
    if not against or against.lower() in WITHOUT_COMPARISON:
        return how
    if against.lower().replace("-", " ") == "not seen":
        return f"{how} {messages.t('case.comparison_not_seen')}"
    return f"{how} {messages.t('case.compared_with', what=against)}"
