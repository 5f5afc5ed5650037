"""What a server does once it has been quiet for a moment: it gives memory back, and makes the search index anew.

It stands in the way of no save: the next one stops it, and it is begun again after that.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from casebook.site import search, writing
from casebook.site.served_folder import ServedFolder

QUIET = 1.0
"""Seconds without a save after which it begins."""
MODEST = 10
"""How far its process steps back behind others, where the system knows of that."""
log = logging.getLogger("mkdocs.casebook")


class Afterwards:
    """Does what can wait, in a thread of its own. What goes wrong is said, and the server goes on."""

    def __init__(
        self, served: ServedFolder, entries: Callable[[], Iterable[search.SearchEntry]], quiet: float = QUIET
    ) -> None:
        self._served = served
        self._entries_now = entries
        self._entries: list[search.SearchEntry] = []
        self._quiet = quiet
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        self._indexed = 0
        """The stamp of the folder when it was last indexed."""
        self._replaced: set[str] = set()
        """Files of the index before the last: an open page may still have asked for those of the last one."""

    def begin(self) -> None:
        """Begins, after a moment of quiet. What was begun before is stopped."""
        self.stop()
        self._entries = list(self._entries_now())
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(self._stopped,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stops what was begun, and waits until it has stopped."""
        self._stopped.set()
        if self._process:
            self._process.kill()
        self.wait()

    def wait(self) -> None:
        """Waits until what was begun has ended."""
        if self._thread:
            self._thread.join()

    def _work(self, stopped: threading.Event) -> None:
        if stopped.wait(self._quiet):
            return
        writing.collect()
        if self._indexed == self._served.stamp:
            return
        try:
            complaint = self._index(stopped)
        except Exception as stop:
            complaint = str(stop)
        if complaint and not stopped.is_set():
            log.warning("the search index could not be brought up to date: %s", complaint)

    def _index(self, stopped: threading.Event) -> str:
        """Makes the index beside the site, and then puts it in the place of the last one. Returns what went wrong."""

        def begun(process: subprocess.Popen[str]) -> None:
            self._process = process
            with contextlib.suppress(AttributeError, OSError):
                os.setpriority(os.PRIO_PROCESS, process.pid, MODEST)
            if stopped.is_set():
                process.kill()

        with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
            complaint = search.index(self._served.folder, Path(folder), self._entries, begun)
            self._process = None
            if not complaint and not stopped.is_set():
                self._replace_by(Path(folder))
        return complaint

    def _replace_by(self, made: Path) -> None:
        """Lays a new index down. The file that names all others comes last, and what only the last index had stays
        until the next, so that a search in an open page finds what it asks for.
        """
        names = sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
        for name in sorted(names, key=lambda name: name.endswith("-entry.json")):
            self._served.put(f"{search.FOLDER}/{name}", (made / name).read_bytes())
        before = self._served.files_in(search.FOLDER) - {f"{search.FOLDER}/{name}" for name in names}
        for path in before & self._replaced:
            self._served.remove(path)
        self._replaced = before - self._replaced
        self._indexed = self._served.stamp
        log.info("The search index is up to date")
