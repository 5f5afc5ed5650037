"""Says of a long build what it is doing and how far it is: on a terminal in a line that renews itself, elsewhere in a
line for each stage. A build of a few seconds says nothing, and a quiet one never does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

PATIENCE = 5.0
"""Seconds after which a build begins to say what it is doing."""
RENEWED = 0.2
"""Seconds between two renewals of the line on a terminal."""


class Progress:
    """The stage that a build is in, and how much of it is done."""

    def __init__(
        self, quiet: bool = False, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._quiet = quiet
        self._began = clock()
        self._said = ""
        self._renewed = 0.0
        self._what, self._total, self._count = "", 0, 0
        self.stages: list[tuple[str, float]] = []
        """Each stage that was begun, and when, by the clock; what ended the last of them has no name."""

    def stage(self, what: str, total: int = 0) -> None:
        """Begins a stage, such as *writing pages*; `total`: how many steps it has, where that is known."""
        self.stages.append((what, self._clock()))
        self._what, self._total, self._count = what, total, 0
        self._say()

    def step(self, count: int = 1) -> None:
        """So many more steps of the stage are done."""
        self._count += count
        self._say()

    def end(self) -> None:
        """Takes the line away from a terminal."""
        self.stages.append(("", self._clock()))
        if self._said and self._stream.isatty():
            self._stream.write("\r\033[K")
            self._stream.flush()
        self._said = ""

    def _say(self) -> None:
        now = self._clock()
        if self._quiet or not self._what or now - self._began < PATIENCE:
            return
        if not self._stream.isatty():
            if self._said != self._what:
                self._said = self._what
                of = f" ({self._total:,})" if self._total else ""
                self._stream.write(f"{self._what}{of}\n")
                self._stream.flush()
            return
        line = f"{self._what} {self._count:,} of {self._total:,}" if self._total else self._what
        if line != self._said and (now - self._renewed >= RENEWED or self._count == 0):
            self._renewed, self._said = now, line
            self._stream.write(f"\r\033[K{line}")
            self._stream.flush()
