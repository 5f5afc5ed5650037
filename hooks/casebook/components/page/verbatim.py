"""Text as it was typed, for a panel of problems."""

from __future__ import annotations

from markupsafe import Markup, escape


def verbatim(text: str) -> Markup:
    """A text as the command line prints it: a remedy is typed as it is shown, so that no quotation mark and no hyphen
    in it is set anew.
    """
    return escape(text)
