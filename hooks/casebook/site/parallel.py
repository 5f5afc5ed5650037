"""Maps a function over many items on all processors, where the system can fork a process with all it holds."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
FEWEST = 200  # below this, starting processes costs more than it saves
CHUNKS = 8  # several chunks for each processor, so that a slow one does not keep the others waiting
_task: tuple[Callable[..., str], Sequence[object]] | None = None


def parallel_map(
    work: Callable[[T], str],
    items: Sequence[T],
    step: Callable[[int], None] = lambda count: None,
    meanwhile: Callable[[], None] = lambda: None,
) -> list[str]:
    """What `work` gives for each item, in their order. `step` hears of so many more that are done; `meanwhile` is done
    in this process.

    It must not rely on state that it changes: each process has its own copy.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if sys.platform != "linux" or processors < 2 or len(items) < FEWEST:
        meanwhile()
        return [_and_then(step, work(item)) for item in items]
    global _task
    _task = (work, items)
    size = -(-len(items) // (processors * CHUNKS))
    chunks = [(start, min(start + size, len(items))) for start in range(0, len(items), size)]
    try:
        with ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context("fork")) as pool:
            made = pool.map(_work_through, chunks)
            meanwhile()
            return [text for texts in made for text in _and_then(step, texts, len(texts))]
    finally:
        _task = None


def _and_then(step: Callable[[int], None], made: R, count: int = 1) -> R:
    step(count)
    return made


def _work_through(chunk: tuple[int, int]) -> list[str]:
    assert _task is not None
    work, items = _task
    return [work(item) for item in items[chunk[0] : chunk[1]]]
