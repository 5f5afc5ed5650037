"""Does one kind of work on many things at once, on all processors, where the system can copy a process with all it holds."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
FEWEST = 200  # below this, starting processes costs more than it saves
SHARES = 8  # a share for each processor several times over, so that a slow one does not keep the others waiting
_task: tuple[Callable[..., str], Sequence[object]] | None = None


def together(work: Callable[[T], str], things: Sequence[T]) -> list[str]:
    """What `work` gives for each thing, in their order. Work must rest on nothing that it changes itself, for each process has its own copy."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if sys.platform != "linux" or processors < 2 or len(things) < FEWEST:
        return [work(thing) for thing in things]
    global _task
    _task = (work, things)
    size = -(-len(things) // (processors * SHARES))
    shares = [(start, min(start + size, len(things))) for start in range(0, len(things), size)]
    try:
        with ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context("fork")) as pool:
            return [text for texts in pool.map(_share, shares) for text in texts]
    finally:
        _task = None


def _share(share: tuple[int, int]) -> list[str]:
    assert _task is not None
    work, things = _task
    return [work(thing) for thing in things[share[0] : share[1]]]
