"""Files inside the project, and no others: opened with care, so that no link, pipe or device is read."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from casebook.yamlfiles.parser import MOST_BYTES, SourceFileError, decode

LEADS_NOWHERE = "is a link that leads nowhere; put the file itself here"
_LEFTOVER = re.compile(r"[._#].*|.*~|.*\.(?:swp|swo|bak|orig|tmp)", re.DOTALL | re.IGNORECASE)


def why_refused(root: Path, path: Path) -> str | None:
    """Why a path is not read: only regular files inside the project are. None for such a file.

    The file itself is not opened, so that a pipe cannot make the reader wait.
    """
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return LEADS_NOWHERE if path.is_symlink() else "there is no such file; check the spelling"
    except (OSError, RuntimeError):
        return "is a link that leads back to itself, or may not be opened; put the file itself here"
    if not target.is_relative_to(root.resolve()):
        return "is a link that leads out of the project; put the file itself here"
    if stat.S_ISDIR(mode):
        return "is a folder, but has the name of a file; give it another name"
    return None if stat.S_ISREG(mode) else "is a pipe or a device and not a file; delete it"


def read_inside(root: Path, path: Path) -> bytes:
    """The bytes of a regular file inside the project, one more at most than a file may have.

    Raises SourceFileError with the reason.
    """
    reason = why_refused(root, path)
    if reason:
        raise SourceFileError(1, reason)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SourceFileError(
            1, f"cannot be opened ({(error.strerror or 'unknown reason').lower()}); check its permissions"
        ) from None


def text_inside(root: Path, path: Path) -> str:
    """The text of a regular file inside the project. Raises SourceFileError with the reason."""
    return decode(read_inside(root, path))


def printable(name: str) -> str:
    """A file's name as it can be printed: what is no letter, digit, mark or space is written as Python would write
    it.
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in name)


def is_leftover(name: str) -> bool:
    """True for templates and hidden files, and for what editors leave beside a file."""
    return bool(_LEFTOVER.fullmatch(name))


def slugs(root: Path, folder: str, ending: str = ".yml") -> Iterator[tuple[str, Path]]:
    """The files of a folder, one item each; templates, hidden files and what editors leave are none."""
    for path in sorted((root / folder).glob(f"*{ending}")):
        if path.name.endswith(ending) and not is_leftover(path.name):
            yield path.name.removesuffix(ending), path
