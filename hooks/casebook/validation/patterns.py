"""What to write in place of a value that does not fit its pattern: ids, addresses, DOIs, countries, codes.

Every value that is printed after "write" fits when it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from casebook.schema.base import ID_PATTERN
from casebook.schema.case import DOI_PATTERN, URL_PATTERN
from casebook.text.countries import code_of
from casebook.text.letters import as_id, foreign_letter, in_latin, name_of_letter
from casebook.text.quoting import quoted

LONGEST_MENDED = 500
"""No remedy is sought in a longer value: nobody could type it, and the search would take longer than the file is
long."""
_WITH_PLACE = re.compile(
    rf"(?P<id>{ID_PATTERN.strip('^$')})[ ,;:]+"
    r"(?P<place>(?i:pp?\.|pages?|paras?\.?|paragraphs?|tables?|figures?|fig\.|sections?|chapters?|slides?) ?\d[\w "
    r".–-]{,40})"
)
_PLACE_ALONE = re.compile(_WITH_PLACE.pattern.partition("(?P<place>")[2].removesuffix(")"))
_FILE = re.compile(r"(?:[\w.-]*/)*(?P<name>[^/]+)\.(?:ya?ml|md|html)")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_PAIRS = ("<>", "()", "[]", "“”", "‘’")


def does_not_fit(name: str, given: object, before: object = None) -> str:
    """Says that a value does not fit the pattern of its field, and what would.

    `before` is the entry before it in a list.
    """
    text = str(given)
    if name not in _FIELDS and isinstance(before, str) and _PLACE_ALONE.fullmatch(text.strip()):
        return (
            f"{quoted(given)} is a place in a source; write the two together: "
            f'{{source: {before}, at: "{text.strip()}"}}'
        )
    if name in _NAMED_OTHERWISE:
        said = _NAMED_OTHERWISE[name](text[:LONGEST_MENDED])
        if said:
            return f"{quoted(given)} {said}"
    foreign = foreign_letter(text) if name not in ("url", "doi") else ""
    if foreign and in_latin(text).isascii():
        return (
            f"{quoted(given)} has a letter of another alphabet ({name_of_letter(foreign)}); write "
            f"{_mended(name, in_latin(text)) or in_latin(text)}"
        )
    if text[:1] in "“”‘’„" and text[-1:] in "“”‘’":
        return f"{quoted(given)} has curly quotation marks, which become part of it; remove them"
    what, how, _ = _FIELDS.get(name, _ID)
    mended = _mended(name, text)
    return f"{quoted(given)} {what}; {f'write {mended}' if mended else how}"


def _mended(name: str, text: str) -> str:
    """What to write in place of a value; empty where nobody can tell."""
    return _FIELDS.get(name, _ID)[2](text) if len(text) <= LONGEST_MENDED else ""


def _id(given: str) -> str:
    """General practice becomes general-practice; an id with a place behind it becomes a source and where in it."""
    given = _DASHES.sub("-", given)
    cited = _WITH_PLACE.fullmatch(given.strip())
    if cited:
        return f'{{source: {cited["id"]}, at: "{cited["place"]}"}}'
    file = _FILE.fullmatch(given.strip())
    slug = as_id(file["name"] if file else given)
    return slug if len(slug) <= 80 else ""


def _address(given: str) -> str:
    """An address with its scheme, and with codes for the characters that an address cannot hold."""
    text = given.strip().rstrip(".,;")
    text = text[1:-1] if text[:1] + text[-1:] in _PAIRS else text
    if re.search(r"\s\W*(?:\(|accessed\b|retrieved\b|and\b|or\b|see\b)|[,;]\s", text, re.IGNORECASE):
        return ""
    if re.match(r"(?:https?)?[:/\\]{0,3}", text) and not re.match(r"https?://", text):
        text = re.sub(r"\A(?:https?(?=[:/\\]))?[:/\\]*", "https://", text)
    coded = quote(text, safe="%-._~:/?#@!$&()*+,;=")
    mended = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", coded)
    return mended if mended != given and re.fullmatch(URL_PATTERN.strip("^$"), mended) and len(mended) <= 200 else ""


def _doi(given: str) -> str:
    """The DOI inside an address, or after a word in front of it."""
    text = unquote(given).strip()
    text = text[1:-1] if text[:1] + text[-1:] in _PAIRS else text
    found = re.fullmatch(r"\D{0,80}?(?:://\S*?/)?(10\.\d{4,9}(?:\.\d+)*/[^\s?#{}\"'\\]+)(?:[?#]\S*)?", text)
    mended = re.sub(r"(?i)/(?:full|abstract|e?pdf|fulltext|meta)\Z", "", found[1].rstrip(".,;/")) if found else ""
    return mended if mended != given and re.fullmatch(DOI_PATTERN.strip("^$"), mended) else ""


def _other_than_an_address(text: str) -> str:
    """Why a value of url is none, where that is plain: a DOI, or two addresses."""
    doi = re.sub(r"(?i)\Adoi:?\s*", "", text.strip())
    if re.fullmatch(DOI_PATTERN.strip("^$"), doi):
        return f"is a DOI; write doi: {doi} in place of url"
    several = [piece for piece in re.split(r"[\s,;]+", text) if re.match(r"(?i)\W*(?:https?://|www\.)", piece)]
    return (
        "holds more than one address; keep one, and put the other in a source of its own or under note"
        if len(several) > 1
        else ""
    )


def _several_dois(text: str) -> str:
    several = re.findall(r"(?:\A|[\s,;/:])10\.\d{4,9}/\S", text)
    return "holds more than one DOI; keep one" if len(several) > 1 else ""


_NAMED_OTHERWISE = {"url": _other_than_an_address, "doi": _several_dois}


def _language(given: str) -> str:
    names = {
        "german": "de",
        "dutch": "nl",
        "swedish": "sv",
        "french": "fr",
        "spanish": "es",
        "italian": "it",
        "danish": "da",
        "norwegian": "no",
    }
    return names.get(
        given.strip().lower(), given.lower()[:2] if re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", given) else ""
    )


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
    "url": (
        "is not an address",
        "it begins with https:// or http:// and has no spaces, quotation marks, braces or backslashes",
        _address,
    ),
    "doi": ("is not a DOI", "it begins with 10. and has no spaces, quotation marks, braces or backslashes", _doi),
    "country": ("is not a country code", f"write two capital letters, such as NZ; {_UNITED}", code_of),
    "version": ("is not a version", "write three numbers with dots: 0.1.0", _version),
    "code": ("is not a code", "write two capital letters", _capitals),
    "decision": (
        "is not the name of a decision",
        "write case/decision, both in lower-case letters, digits and hyphens",
        lambda _: "",
    ),
    "finding": ("is not the name of a finding", "write case/finding, as casebook due --accept does", lambda _: ""),
    "fingerprint": ("is not a fingerprint", "let casebook due --accept write it", lambda _: ""),
}
