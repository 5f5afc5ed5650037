"""Sends many mutants through, in processes of their own, each of which may die without taking the others along."""

from __future__ import annotations

import gc
import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from mutants.limits import WAITING, end_if_stuck, keep_memory_below
from mutants.making import make_mutant
from mutants.projects import Projects, build_projects
from mutants.trying import SECONDS, Failure, try_mutant

GIGABYTES = 6
MORE = 10
"""Seconds that a process has beyond a mutant's own limit before the system ends it."""
Trial = Callable[[Projects, int, float], list[Failure]]


@dataclass
class _Worker:
    """One process: what it was given, and since when (by the clock)."""

    process: BaseProcess
    pipe: Connection
    seed: int | None = None
    since: float = 0.0


def try_seed(projects: Projects, seed: int, seconds: float) -> list[Failure]:
    """Makes the mutant of a seed and sends it through."""
    return try_mutant(projects, make_mutant(projects, seed), seconds)


def run(
    seeds: Sequence[int], processes: int = 2, seconds: float = SECONDS, trial: Trial = try_seed
) -> Iterator[tuple[int, list[Failure]]]:
    """Sends the mutants of these seeds through; gives each seed with its failures, in the order in which they end."""
    context = multiprocessing.get_context("fork")
    left = list(reversed(seeds))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        workers = [_begin(context, folder, seconds, trial) for _ in range(min(processes, len(left)))]
        for worker in workers:
            _hand_out(worker, left)
        while workers:
            _end_the_waiting(workers, seconds)
            for pipe in wait([worker.pipe for worker in workers], timeout=seconds):
                worker = next(one for one in workers if one.pipe is pipe)
                seed, failures = _take(worker)
                workers.remove(worker)
                if worker.process.is_alive() and left:
                    _hand_out(worker, left)
                    workers.append(worker)
                elif left:
                    workers.append(_begin(context, folder, seconds, trial))
                    _hand_out(workers[-1], left)
                else:
                    _end(worker)
                yield seed, failures


def _begin(context: Any, folder: str, seconds: float, trial: Trial) -> _Worker:
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, tempfile.mkdtemp(dir=folder), seconds, trial), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _work(pipe: Connection, folder: str, seconds: float, trial: Trial) -> None:
    """What a process does: takes seeds until none come, and says what failed."""
    keep_memory_below(GIGABYTES)
    projects = build_projects(Path(folder))
    while (seed := pipe.recv()) is not None:
        end_if_stuck(seconds + MORE)
        pipe.send(trial(projects, seed, seconds))
        if (
            seed % 100 == 0
        ):  # loading freezes what it read, which a build needs once and this process thousands of times
            gc.unfreeze()
            gc.collect()
    shutil.rmtree(folder, ignore_errors=True)


def _hand_out(worker: _Worker, left: list[int]) -> None:
    worker.seed, worker.since = left.pop(), time.monotonic()
    worker.pipe.send(worker.seed)


def _take(worker: _Worker) -> tuple[int, list[Failure]]:
    """What a process said; where it said nothing and ended, that."""
    assert worker.seed is not None
    try:
        return worker.seed, worker.pipe.recv()
    except EOFError:
        worker.process.join()
        return worker.seed, [
            Failure(worker.seed, "the process died", f"exit status {worker.process.exitcode}", f"seed {worker.seed}")
        ]


def _end_the_waiting(workers: list[_Worker], seconds: float) -> None:
    """Ends processes that wait, by the clock, for what never comes; their pipes then say so."""
    for worker in workers:
        if time.monotonic() - worker.since > (seconds + MORE) * WAITING:
            worker.process.kill()


def _end(worker: _Worker) -> None:
    if worker.process.is_alive():
        worker.pipe.send(None)
    worker.process.join()
