"""What another program left in a text, and the page would show as it stands: each is named with the right sign."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from casebook.schema.base import Model
from casebook.validation.issues import FieldIssue
from casebook.validation.text_fields import Written, texts_in

ADDRESSES = frozenset(("url", "doi"))
PROSE = frozenset(
    (
        ("Claim", "together"),
        ("Method", "source"),
        *(("FormPage", name) for name in ("standing", "held_together", "answers", "fails", "evidence", "text")),
    )
)
"""The fields whose citations are set as notes."""
MOST_NAMED = 3
_MAY_HOLD = re.compile("[ÂÃâ&\ufb00-\ufb06]|\\[@")
# UTF-8 read as Windows-1252: two signs for é or £, three for a dash or a quotation mark.
_MISREAD = re.compile("[ÂÃ][\xa1-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€|„|†|ˆ)[\xa0-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_CODE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_CITED = re.compile(r"\[@[a-z0-9-]{1,80}[^\]\[]{0,80}\]")


def check_marks(model: Model) -> Iterator[FieldIssue]:
    """Signs of a wrong encoding, ligatures of a PDF, codes of HTML, and citations where only sources: are read."""
    for one in texts_in(model):
        if one.field.key not in ADDRESSES and _MAY_HOLD.search(one.text):
            yield from ((one.path, message) for message in _marks(one, (type(model).__name__, one.field.key) in PROSE))


def _marks(one: Written, cites: bool) -> Iterator[str]:
    misread = {found: right for found in _MISREAD.findall(one.text) if (right := _read_right(found))}
    ligatures = {found: unicodedata.normalize("NFKC", found) for found in _LIGATURE.findall(one.text)}
    codes = {found: html.unescape(found) for found in _CODE.findall(one.text) if html.unescape(found) != found}
    for signs, what in (
        (misread, "as a wrong encoding writes it"),
        (ligatures, "as a PDF writes it"),
        (codes, "as HTML writes it"),
    ):
        if signs:
            few = [(sign, right.strip() or "a space") for sign, right in list(signs.items())[:MOST_NAMED]]
            named = ", ".join(f"{sign} for {right}" for sign, right in few)
            yield f"holds {named}, {what}; type {', '.join(right for _, right in few)}"
    cited = None if cites else _CITED.search(one.text)
    if cited:
        yield f"holds {cited[0]}, which would be shown as it is; take it out, and name the source under sources"


def _read_right(signs: str) -> str:
    """What was meant by signs of a wrong encoding; empty where they make nothing that a text would hold."""
    try:
        meant = signs.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return meant if len(meant) == 1 and (meant.isprintable() or meant == "\xa0") else ""
