"""The folder of a site that a server shows: what of it was written anew and when, and what is about to be."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Job = Callable[[], object]


class ServedFolder:
    """A folder in which only what differs is written. A request waits for the file that it asks for, and for no other.

    Paths are from the root of the site. Safe for threads: one writes, the others wait and ask.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.began = self.stamp = time.time_ns() // 1_000_000  # a server that starts anew has later stamps
        self._turn = threading.Condition()
        self._written: dict[str, int] = {}
        self._pending: set[str] | None = set()
        """What is about to be written; None while that is not known yet, so that everything may be."""
        self.awaited: list[str] = []
        """What requests wait for, and what open pages consist of: written first."""

    def put(self, path: str, content: bytes | str) -> bool:
        """Writes a file where its content differs from what stands there. Returns whether it did."""
        file = self.folder / path
        content = content.encode() if isinstance(content, str) else content
        try:
            if file.read_bytes() == content:
                return False
        except OSError:
            file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self._mark(path)
        return True

    def remove(self, path: str) -> None:
        """Takes a file away, and the folders that it leaves empty."""
        file = self.folder / path
        if not file.exists():
            return
        file.unlink()
        self._mark(path)
        for folder in file.parents:
            if folder == self.folder or any(folder.iterdir()):
                break
            folder.rmdir()

    def take_over(self, other: Path, but: str) -> None:
        """Makes the folder equal to another, except for what is in the folder `but`; the other is then removed."""
        for path in _files_in(other):
            self.put(path, (other / path).read_bytes())
        for path in _files_in(self.folder):
            if not path.startswith(f"{but}/") and not (other / path).exists():
                self.remove(path)
        shutil.rmtree(other, ignore_errors=True)

    def has(self, path: str) -> bool:
        """True where there is such a file."""
        return (self.folder / path).is_file()

    def files_in(self, folder: str) -> set[str]:
        """The paths of the files in one of its folders."""
        return {f"{folder}/{path}" for path in _files_in(self.folder / folder)}

    def _mark(self, path: str) -> None:
        with self._turn:
            self.stamp += 1
            self._written[path] = self.stamp
            self._turn.notify_all()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While it lasts, requests wait: for everything at first, then for what `work_through` has still to write."""
        with self._turn:
            self._pending = None
        try:
            yield
        finally:
            with self._turn:
                self._pending = set()
                self._turn.notify_all()

    def work_through(self, jobs: dict[str, Job]) -> None:
        """Does what writes each path: first what somebody waits for or looks at."""
        with self._turn:
            self._pending = set(jobs)
            self._turn.notify_all()
        while jobs:
            path = next((path for path in tuple(self.awaited) if path in jobs), None) or next(iter(jobs))
            jobs.pop(path)()
            with self._turn:
                self._pending.discard(path)
                self._turn.notify_all()

    def wait_for(self, path: str, seconds: float) -> int:
        """Waits until a path is not about to be written. Returns the stamp of what is then seen."""
        with self._turn, self._waiting([path]):
            self._turn.wait_for(lambda: not self._is_pending([path]), seconds)
            return self.stamp

    def wait_for_change(self, paths: list[str], since: int, seconds: float) -> bool:
        """Waits until one of the paths was written after a stamp, and none of them is about to be. False when the time
        is over.
        """
        with self._turn, self._waiting(paths):
            return self._turn.wait_for(
                lambda: not self._is_pending(paths) and any(self._when(path) > since for path in paths), seconds
            )

    def _when(self, path: str) -> int:
        return self._written.get(path, self.began)

    def _is_pending(self, paths: list[str]) -> bool:
        return self._pending is None or not self._pending.isdisjoint(paths)

    @contextmanager
    def _waiting(self, paths: list[str]) -> Iterator[None]:
        self.awaited += paths
        try:
            yield
        finally:
            for path in paths:
                self.awaited.remove(path)


def _files_in(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
