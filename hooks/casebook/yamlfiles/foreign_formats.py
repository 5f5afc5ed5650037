"""Tells what kind of file the bytes are, where a contributor saved something else than text under a name in .yml."""

from __future__ import annotations

import re

_TEXT = "save its words as plain text (UTF-8)"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a Word, Excel or Pages file (or another zip)"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich-text file (RTF), as Word and TextEdit save it"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"Rar!", "a RAR file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"SQLite format 3", "a database"),
)
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
_UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|(?:[^\x00]\x00){4}|(?:\x00[^\x00]){4}")
UTF_16 = "is saved as UTF-16 (“Unicode” in some programs); save it again as UTF-8"


def why_not_text(content: bytes) -> str:
    """What the file is instead of text, and what to do; empty where nothing speaks against text."""
    start = content[:1024]
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return f"is {kind}, not text; {_TEXT}"
    if _HTML.match(start.removeprefix(b"\xef\xbb\xbf")):
        return f"is a web page or XML, not YAML; {_TEXT}"
    if _UTF_16.match(start):
        return UTF_16
    if sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in start) > len(start) // 10 + 1:
        return f"is not a text file; {_TEXT}"
    return ""
