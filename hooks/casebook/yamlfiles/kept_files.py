"""What was worked out once, kept in `.cache/` for the next build: texts, each under the digest of all it rests on.

Nothing there is needed, and nothing is trusted: an entry is a text that carries the digest of itself, and one that was
damaged, cut short or put there by something else is left aside, as if it had never been kept. The folder can always
be deleted.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import tempfile
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
EXAMPLES = PACKAGE.parents[1] / "tests/casebook"
"""What the gallery of components shows."""
OF_CODE = (".jinja", ".yml", ".json")
"""The endings of the files of the package, besides .py, whose text decides what comes out."""
CACHE = ".cache"
_NAME = re.compile(r"[0-9a-f]{40}")
_FIRST_LINE = re.compile(rb"casebook ([0-9a-f]{64})\n")


@lru_cache(maxsize=1)
def code_digest() -> str:
    """A digest of the package and of all that is installed beside it: with other code, nothing that was kept holds.

    A server clears it at each save, because templates may have changed. Python is read once: what runs is what was
    there when the process began, whatever was saved since.
    """
    digest = hashlib.sha256(_python_digest(PACKAGE).encode())
    for folder in (PACKAGE, EXAMPLES):
        for path in _files_of(folder, OF_CODE):
            with contextlib.suppress(OSError):  # it may be gone again
                state = os.stat(path)
                content = _content_digest(path, state.st_mtime_ns, state.st_size)
                digest.update(f"{path[len(str(folder)) :]}\0".encode() + content)
    return digest.hexdigest()


@lru_cache(maxsize=4)
def _python_digest(package: Path) -> str:
    digest = hashlib.sha256(platform.python_version().encode())
    for path in _files_of(package, (".py",)):
        digest.update(f"{path[len(str(package)) :]}\0".encode())
        digest.update(Path(path).read_bytes())
    for name in sorted(f"{one.name} {one.version}" for one in distributions()):
        digest.update(name.encode())
    return digest.hexdigest()


def _files_of(folder: Path, endings: tuple[str, ...]) -> list[str]:
    """The files below a folder with one of the endings, in an order that rests on their names alone."""
    return sorted(
        os.path.join(place, name) for place, _, names in os.walk(folder) for name in names if name.endswith(endings)
    )


@lru_cache(maxsize=2_000)
def _content_digest(path: str, changed: int, size: int) -> bytes:
    """The digest of a file as it was when it had this date and size."""
    return hashlib.sha256(Path(path).read_bytes()).digest()


def digest_of(*parts: str | bytes) -> str:
    """A digest of several texts in their order."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


class KeptFiles:
    """The kept texts of one sort, in a folder of their own in `.cache/`.

    What was asked for or kept since it was made counts as used: `tidy` removes the rest.
    """

    def __init__(self, root: Path, sort: str) -> None:
        self.folder = root / CACHE / sort
        self.damaged = 0
        self.used: set[str] = set()

    def key(self, *rests_on: str | bytes) -> str:
        """The name of an entry: the digest of the code and of what else it rests on."""
        return digest_of(code_digest(), *rests_on)[:40]

    def has(self, key: str) -> bool:
        """True where something was kept under a key, whole or not."""
        return (self.folder / key).exists()

    def get(self, key: str) -> str | None:
        """The text that was kept; None where there is none, or where it is not whole."""
        path = self.folder / key
        try:
            content = path.read_bytes()
        except OSError:
            return None
        found = _FIRST_LINE.match(content)
        text = content[found.end() :] if found else b""
        if not found or hashlib.sha256(text).hexdigest() != found[1].decode():
            self.damaged += 1
            return None
        self.used.add(key)
        try:
            return text.decode()
        except UnicodeDecodeError:
            return None

    def put(self, key: str, text: str) -> None:
        """Keeps a text, whole or not at all. That it could not be kept costs time and nothing else."""
        content = text.encode()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(b"casebook " + hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
                Path(name).replace(self.folder / key)
                self.used.add(key)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def tidy(self, spare: int = 2) -> None:
        """Removes entries of ours that were not used, once there are `spare` times as many as were: branches and a
        server may keep theirs beside those of this build.
        """
        with contextlib.suppress(OSError):
            names = [name for name in os.listdir(self.folder) if _NAME.fullmatch(name)]
            if len(names) > spare * max(len(self.used), 1):
                for name in set(names) - self.used:
                    (self.folder / name).unlink(missing_ok=True)
