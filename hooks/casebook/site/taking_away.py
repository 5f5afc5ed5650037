"""What is made from the built site: which PDFs there are, the whole site in one file, and the links to both."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casebook.components.page.take_away.take_away import DIGEST, SIZE
from casebook.core import routes
from casebook.library.library import Library

FOLDER = Path(routes.OFFLINE_COPY).stem
"""The folder that is there once the copy is unpacked."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""No clock is asked: two copies of one site are the same, byte for byte."""
NOT_TAKEN = ("404.html",)
"""What only a server shows: its links begin at the root of the site, and would be dead on a disk."""
_PLACE = re.compile(r'<div class="take-away screen-only" hidden data-take="([^"]+)" (.*?)</div>', re.DOTALL)
_WITHOUT = re.compile(r'<p data-without="([^"]+)">.*?</p>\n?', re.DOTALL)


@dataclass(frozen=True)
class Pack:
    """Sheets that are printed together: the address of their page, and that of the PDF."""

    page: str
    pdf: str


def every_pack(library: Library) -> Iterator[Pack]:
    """One for each session, each decision and each exercise."""
    for id_ in library.sessions:
        yield Pack(routes.session_pack(id_), routes.session_pdf(id_))
    for slug, case in library.cases.items():
        for decision in case.decisions:
            yield Pack(routes.decision_sheet(slug, decision.id, "pack"), routes.decision_pdf(slug, decision.id))
    for slug in library.exercises:
        yield Pack(routes.exercise_sheet(slug, "pack"), routes.exercise_pdf(slug))


def show_what_is_there(site: Path) -> int:
    """Shows each link to a file to take away that is there, with its size and checksum, and no longer what is said
    where there is none; returns how many.
    """
    shown = 0
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if 'class="take-away' not in html:
            continue
        told, count = _told(html, page.parent)
        if count:
            page.write_text(told, encoding="utf-8", newline="")
            shown += count
    return shown


def _told(html: str, folder: Path) -> tuple[str, int]:
    count = 0

    def link(found: re.Match[str]) -> str:
        nonlocal count
        file = folder / found[1]
        if not file.is_file():
            return found[0]
        count += 1
        inner = found[2].replace("data-href=", "href=").replace(SIZE, size_in_words(file.stat().st_size))
        if DIGEST in inner:
            inner = inner.replace(DIGEST, hashlib.sha256(file.read_bytes()).hexdigest())
        return f'<div class="take-away screen-only" {inner}</div>'

    def without(found: re.Match[str]) -> str:
        return "" if (folder / found[1]).is_file() else found[0]

    return _WITHOUT.sub(without, _PLACE.sub(link, html)), count


def size_in_words(size: int) -> str:
    """A size as people read it: 78 KB, 17.7 MB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} KB"


def zip_site(site: Path) -> Path:
    """Puts the whole site into one file in its own folder, without that file; returns it."""
    copy = site / routes.OFFLINE_COPY
    copy.unlink(missing_ok=True)
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.name not in NOT_TAKEN)
    unfinished = copy.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files:
            entry = zipfile.ZipInfo(f"{FOLDER}/{path.relative_to(site).as_posix()}", FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, path.read_bytes())
    return unfinished.replace(copy)
