"""What a long build says of itself."""

from __future__ import annotations

import io

import pytest

from casebook.core.progress import PATIENCE, Progress


class Clock:
    """A clock that stands where it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that somebody looks on."""

    def isatty(self) -> bool:
        return True


def build(progress: Progress, clock: Clock, seconds: float) -> None:
    """Reads, and writes a thousand pages, so many seconds each."""
    for stage, total in (("Reading", 0), ("Writing pages", 1_000)):
        progress.stage(stage, total)
        for _ in range(4):
            clock.now += seconds / 4
            progress.step(250)
    progress.end()


def said(stream: io.StringIO, seconds: float, quiet: bool = False) -> str:
    clock = Clock()
    build(Progress(quiet, stream, clock), clock, seconds)
    return stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_short_build_says_nothing(stream: io.StringIO) -> None:
    assert said(stream, PATIENCE / 3) == ""


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_quiet_build_never_says_anything(stream: io.StringIO) -> None:
    assert said(stream, 100, quiet=True) == ""


def test_where_nobody_looks_on_each_stage_has_a_line() -> None:
    assert said(io.StringIO(), 100) == "Reading\nWriting pages (1,000)\n"


def test_a_terminal_has_one_line_that_renews_itself_and_goes_at_the_end() -> None:
    line = said(Terminal(), 100)
    assert "\n" not in line
    assert "Writing pages 500 of 1,000" in line
    assert line.endswith("\r\033[K")
