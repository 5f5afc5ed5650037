"""What was worked out once, kept in `.cache/` for the next build: texts, each under the digest of all it rests on.

Each process that keeps something writes one file of its own, a pack, and only ever adds to it: a file for each text
costs the system more than the text itself. Nothing there is needed, and nothing is trusted: a text carries the digest
of itself, and what was damaged, cut short or put there by something else is left aside, as if it had never been kept.
The folder can always be deleted.
"""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import os
import platform
import re
import secrets
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[1]
EXAMPLES = PACKAGE.parents[1] / "tests/casebook"
"""What the gallery of components shows."""
OF_CODE = (".jinja", ".yml", ".json")
"""The endings of the files of the package, besides .py, whose text decides what comes out."""
CACHE = ".cache"
SMALL = 2**20
"""Packs that hold no more bytes than this are left as they are."""
_PACK = re.compile(r"(\d{8})-[0-9a-f]{8}\.pack")
_HEAD = re.compile(rb"casebook ([0-9a-f]{40}) ([0-9a-f]{64}) (\d{1,12})\n")
_LONGEST_HEAD = 160


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


class Place(NamedTuple):
    """Where a text stands: its pack, where it begins there, its bytes, and the digest that it must have."""

    pack: str
    start: int
    length: int
    digest: str


class KeptFiles:
    """The kept texts of one sort, in a folder of their own in `.cache/`.

    What was asked for or kept since it was made counts as used: `tidy` removes the rest.
    """

    def __init__(self, root: Path, sort: str) -> None:
        self.folder = root / CACHE / sort
        self.used: set[str] = set()
        self._places: dict[str, Place] | None = None
        self._looked_through: dict[str, int] = {}
        self._own: tuple[int, Path] | None = None
        self._found_damage = mmap.mmap(-1, 1)  # shared with the processes that are forked from this one

    def key(self, *rests_on: str | bytes) -> str:
        """The name of an entry: the digest of the code and of what else it rests on."""
        return digest_of(code_digest(), *rests_on)[:40]

    @property
    def damaged(self) -> bool:
        """True once anything was met, here or in a process forked from this one, that was not whole."""
        return self._found_damage[0] == 1

    def has(self, key: str) -> bool:
        """True where something was kept under a key, whole or not."""
        return key in self._known()

    def get(self, key: str) -> str | None:
        """The text that was kept; None where there is none, or where it is not whole."""
        place = self._known().get(key)
        try:
            content = self._read(place) if place else None
            text = None if content is None else content.decode()
        except (OSError, ValueError):
            return None
        if text is not None:
            self.used.add(key)
        return text

    def put(self, key: str, text: str) -> None:
        """Keeps a text. That it could not be kept costs time and nothing else."""
        content = text.encode()
        with contextlib.suppress(OSError):
            self._known()[key] = self._write(key, content, hashlib.sha256(content).hexdigest())
            self.used.add(key)

    def look_again(self) -> None:
        """Finds what other processes have kept meanwhile."""
        if self._places is not None:
            self._look_through(self._places)

    def tidy(self, spare: int = 2) -> None:
        """Puts what was used into one pack and removes the others, once they hold `spare` times as much, or something
        damaged: branches and a server may keep theirs beside that of this build.
        """
        self.look_again()
        used = {key: place for key, place in self._known().items() if key in self.used}
        most = spare * sum(place.length for place in used.values()) + SMALL
        if not self.damaged and sum(self._looked_through.values()) <= most:
            return
        packs, self._own = list(self._looked_through), None
        with contextlib.suppress(OSError):
            for key, place in sorted(used.items(), key=lambda one: one[1]):
                content = self._read(place)
                if content is not None:
                    self._known()[key] = self._write(key, content, place.digest)
            for name in packs:
                (self.folder / name).unlink(missing_ok=True)
                del self._looked_through[name]
            self._found_damage[0] = 0

    def _known(self) -> dict[str, Place]:
        """Where each text stands."""
        if self._places is None:
            self._places = {}
            self._look_through(self._places)
        return self._places

    def _look_through(self, places: dict[str, Place]) -> None:
        """Goes over what was added to the packs since they were looked through last; what came later counts."""
        with contextlib.suppress(OSError):
            for name in sorted(name for name in os.listdir(self.folder) if _PACK.fullmatch(name)):
                size = (self.folder / name).stat().st_size
                known = self._looked_through.get(name, 0)
                if size > known:
                    places.update(self._entries(name, known, size))
                    self._looked_through[name] = size

    def _entries(self, name: str, start: int, size: int) -> Iterator[tuple[str, Place]]:
        """The key and the place of each text of a pack from a place on, up to the first that is not whole."""
        with (self.folder / name).open("rb", buffering=_LONGEST_HEAD) as pack:
            while start < size:
                pack.seek(start)
                found = _HEAD.match(pack.read(_LONGEST_HEAD))
                length = int(found[3]) if found else 0
                if not found or start + found.end() + length > size:
                    self._found_damage[0] = 1
                    return
                yield found[1].decode(), Place(name, start + found.end(), length, found[2].decode())
                start += found.end() + length

    def _read(self, place: Place) -> bytes | None:
        """What stands at a place; None where it is not what was kept there."""
        with (self.folder / place.pack).open("rb", buffering=0) as pack:
            pack.seek(place.start)
            content = pack.read(place.length)
        if hashlib.sha256(content).hexdigest() == place.digest:
            return content
        self._found_damage[0] = 1
        return None

    def _write(self, key: str, content: bytes, digest: str) -> Place:
        """Adds a text to the pack of this process."""
        path, head = self._pack(), f"casebook {key} {digest} {len(content)}\n".encode()
        with path.open("ab", buffering=0) as pack:
            start = pack.tell()
            whole = pack.write(head + content) == len(head) + len(content)
        if not whole:  # the disk is full: what would come after it could not be found
            self._own = None
            raise OSError
        self._looked_through[path.name] = start + len(head) + len(content)
        return Place(path.name, start + len(head), len(content), digest)

    def _pack(self) -> Path:
        """The pack of this process: a new one, after all others, for each process that keeps something."""
        if not self._own or self._own[0] != os.getpid():
            self.folder.mkdir(parents=True, exist_ok=True)
            numbers = [int(found[1]) for found in map(_PACK.fullmatch, os.listdir(self.folder)) if found]
            path = self.folder / f"{max(numbers, default=0) + 1:08d}-{secrets.token_hex(4)}.pack"
            path.touch(exist_ok=False)
            self._own = (os.getpid(), path)
        return self._own[1]
