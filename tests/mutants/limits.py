"""Limits on processor time: a mutant that takes longer is a hang, however busy the machine."""

from __future__ import annotations

import faulthandler
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

WAITING = 4
"""How many times its processor time something may take by the clock: beyond, it waits for what never comes."""


class TooSlow(BaseException):
    """A limit was passed; no handler of ordinary exceptions swallows it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooSlow inside the block after so many seconds of processor time, or four times as many by the clock."""

    def stop(number: int, _: Any) -> None:
        raise TooSlow(
            f"more than {seconds} s of processor time"
            if number == signal.SIGPROF
            else f"nothing came within {seconds * WAITING} s"
        )

    before = [signal.signal(number, stop) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * WAITING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in zip((signal.SIGPROF, signal.SIGALRM), before, strict=True):
            signal.signal(number, handler)


def end_if_stuck(seconds: float) -> None:
    """Lets the system end this process after so many more seconds of processor time: code in C hears no handler.

    Where it was then is written to the error output first.
    """
    faulthandler.register(signal.SIGXCPU, chain=True)
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, resource.RLIM_INFINITY))


def keep_memory_below(gigabytes: int) -> None:
    """Lets asking for more memory fail in this process, so that a mutant cannot take the machine's."""
    resource.setrlimit(resource.RLIMIT_AS, (gigabytes * 2**30, resource.RLIM_INFINITY))
