"""What to write in place of a value that does not fit its pattern: ids, addresses, DOIs, countries, codes.

Every value that is printed after "write" fits when it is typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import quote, unquote

from casebook.checking.problems import quoted
from casebook.models.base import ID_PATTERN
from casebook.models.case import DOI_PATTERN, URL_PATTERN

LONGEST_MENDED = 500
"""No remedy is sought in a longer value: nobody could type it, and the search would take longer than the file is long."""
_WITH_PLACE = re.compile(
    rf"(?P<id>{ID_PATTERN.strip('^$')})[ ,;:]+"
    r"(?P<place>(?i:pp?\.|pages?|paras?\.?|paragraphs?|tables?|figures?|fig\.|sections?|chapters?|slides?) ?\d[\w .–-]{,40})"
)
_COUNTRIES = {
    "england": "GB-ENG", "scotland": "GB-SCT", "wales": "GB-WLS", "northern ireland": "GB-NIR", "united kingdom": "GB", "uk": "GB", "britain": "GB",
    "great britain": "GB", "ireland": "IE", "new zealand": "NZ", "australia": "AU", "canada": "CA", "united states": "US", "usa": "US",
    "germany": "DE", "netherlands": "NL", "the netherlands": "NL", "sweden": "SE", "norway": "NO", "denmark": "DK", "finland": "FI", "france": "FR",
    "spain": "ES", "italy": "IT", "switzerland": "CH", "austria": "AT", "belgium": "BE", "gb-england": "GB-ENG", "eng": "GB-ENG", "sct": "GB-SCT",
    "wls": "GB-WLS", "nir": "GB-NIR",
}  # fmt: skip


def does_not_fit(name: str, given: object) -> str:
    """Says that a value does not fit the pattern of its field, and what would."""
    text = str(given)
    if text[:1] in "“”‘’„" and text[-1:] in "“”‘’":
        return f"{quoted(given)} has curly quotation marks, which become part of it; take them away"
    what, how, mend = _FIELDS.get(name, _ID)
    mended = mend(text) if len(text) <= LONGEST_MENDED else ""
    return f"{quoted(given)} {what}; {f'write {mended}' if mended else how}"


def _id(given: str) -> str:
    """General practice becomes general-practice; an id with a place behind it becomes a source and where in it."""
    cited = _WITH_PLACE.fullmatch(given.strip())
    if cited:
        return f'{{source: {cited["id"]}, at: "{cited["place"]}"}}'
    plain = unicodedata.normalize("NFKD", given.casefold()).encode("ascii", "ignore").decode().replace("'", "")
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug if re.fullmatch(ID_PATTERN, slug) and len(slug) <= 80 else ""


def _address(given: str) -> str:
    """An address with its scheme, and with codes for the characters that an address cannot hold."""
    text = given.strip().strip("<>()[]").rstrip(".,;")
    if re.match(r"(?:https?)?[:/\\]{0,3}", text) and not re.match(r"https?://", text):
        text = re.sub(r"\A(?:https?(?=[:/\\]))?[:/\\]*", "https://", text)
    coded = quote(text, safe="%-._~:/?#@!$&()*+,;=")
    mended = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", coded)
    return mended if mended != given and re.fullmatch(URL_PATTERN.strip("^$"), mended) and len(mended) <= 200 else ""


def _doi(given: str) -> str:
    """The DOI inside an address, or after a word in front of it."""
    found = re.search(r"10\.\d{4,9}(?:\.\d+)*/[^\s?#{}\"'\\]+", unquote(given))
    mended = found[0].rstrip(".,;/") if found else ""
    return mended if mended != given and re.fullmatch(DOI_PATTERN.strip("^$"), mended) else ""


def _country(given: str) -> str:
    return _COUNTRIES.get(given.strip().lower(), "")


def _language(given: str) -> str:
    names = {"german": "de", "dutch": "nl", "swedish": "sv", "french": "fr", "spanish": "es", "italian": "it", "danish": "da", "norwegian": "no"}
    return names.get(given.strip().lower(), given.lower()[:2] if re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", given) else "")


def _version(given: str) -> str:
    numbers = re.fullmatch(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?", given.strip())
    return ".".join(str(int(number or 0)) for number in numbers.groups()) if numbers else ""


def _capitals(given: str) -> str:
    return given.upper() if re.fullmatch(r"[A-Za-z]{2}", given, re.ASCII) else ""


_Remedy = tuple[str, str, Callable[[str], str]]
_ID: _Remedy = ("is not an id", "use lower-case letters, digits and single hyphens", _id)
_UNITED = "for a part of the United Kingdom, write GB-ENG, GB-NIR, GB-SCT or GB-WLS"
_FIELDS: dict[str, _Remedy] = {
    "language": ("is not a language code", "write two or three lower-case letters: de, nl, sv", _language),
    "url": ("is not an address", "it begins with https:// or http:// and has no spaces, quotation marks, braces or backslashes", _address),
    "doi": ("is not a DOI", "it begins with 10. and has no spaces, quotation marks, braces or backslashes", _doi),
    "country": ("is not a country code", f"write two capital letters, such as NZ; {_UNITED}", _country),
    "version": ("is not a version", "write three numbers with dots: 0.1.0", _version),
    "code": ("is not a code", "write two capital letters", _capitals),
    "decision": ("is not the name of a decision", "write case/decision, both in lower-case letters, digits and hyphens", lambda _: ""),
    "finding": ("is not the name of a finding", "write case/finding, as casebook due --accept does", lambda _: ""),
    "fingerprint": ("is not a fingerprint", "let casebook due --accept write it", lambda _: ""),
}
