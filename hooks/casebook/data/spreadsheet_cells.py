r"""Cells that no spreadsheet takes for a formula.

The rule. What scripts write as CSV (components/exercise/role_map/csv.ts) has to follow it too;
tests/fixtures/formulas.json holds cells for both.

1. A cell is guarded when a tab, a carriage return or a line feed is its first letter, or its first after apostrophes.
2. A cell is guarded when its first letter that is neither white space, nor a control character, nor invisible, nor a
   quotation mark is one of = + - @, or one of these in full width (＝ ＋ － ＠), which some spreadsheets read as the
   plain sign.
3. A guarded cell gets one apostrophe in front. What begins with apostrophes and would be guarded without them is
   guarded too, so that taking the first apostrophe away from a guarded cell always gives back what was written.

As a regular expression of JavaScript, with the flag u:
``^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800'"‘’“”„«»`´]*[=+\-@＝＋－＠]|^'*[\t\r\n]``
"""

from __future__ import annotations

import re
import unicodedata

SIGNS = "=+-@＝＋－＠"
BREAKS = ("\t", "\r", "\n")
QUOTES = "'\"‘’“”„«»`´"
# What Unicode calls ignorable by default though it is no format character, and the blank of Braille.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


def _is_passed_over(letter: str) -> bool:
    """True for what a reader does not see, and for quotation marks."""
    return (
        letter in QUOTES
        or letter.isspace()
        or unicodedata.category(letter) in ("Cc", "Cf", "Zs", "Zl", "Zp")
        or bool(_UNSEEN.match(letter))
    )


def is_formula(text: str) -> bool:
    """True when a spreadsheet might take a text for a formula."""
    first = next((letter for letter in text if not _is_passed_over(letter)), "")
    return text.lstrip("'").startswith(BREAKS) or (first != "" and first in SIGNS)


def safe_cell(text: str) -> str:
    """A cell with an apostrophe in front where it might be taken for a formula."""
    return f"'{text}" if is_formula(text) else text
