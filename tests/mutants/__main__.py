"""Sends mutants through and says what failed: python -m mutants --count 10000 --seed 20261130 --keep build/mutants."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from mutants.making import make_mutant
from mutants.projects import build_projects
from mutants.running import run
from mutants.trying import SECONDS, Failure

SPREAD = 100_000
"""Mutants of one seed of the run and of the next have no seed in common."""
SHOWN = 3


def main() -> int:
    """Runs the mutants; returns 1 where any failed."""
    given = _arguments()
    seeds = [given.only] if given.only is not None else [given.seed * SPREAD + number for number in range(given.count)]
    begun, failures = time.monotonic(), defaultdict(list)
    for number, (_, found) in enumerate(run(seeds, given.processes, given.seconds), 1):
        for failure in found:
            if failure.kind not in failures:
                print(f"A new kind: {failure.kind}\n    {failure.detail}\n        {failure.mutant}", flush=True)
            failures[failure.kind].append(failure)
        if number % 500 == 0:
            print(f"{number} of {len(seeds)} tried, {len(_seeds_of(failures))} failed", flush=True)
    _report(failures, given.only is not None)
    failed = _seeds_of(failures)
    if given.keep:
        _keep(failed, given.keep)
    said = f"with {len(failures)} kinds of failure" if failed else "nothing failed"
    print(
        f"{len(seeds)} mutants in {time.monotonic() - begun:.0f} s: {len(failed)} failed, {said}."
        if failed
        else f"{len(seeds)} mutants: {said}."
    )
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many mutants")
    parser.add_argument(
        "--seed", type=int, default=int(time.strftime("%Y%m%d")), help="the seed of the run; today's date if left out"
    )
    parser.add_argument("--only", type=int, help="the seed of one mutant, to run it again alone")
    parser.add_argument("--keep", type=Path, help="a folder for the files that failed")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="processor time for each mutant")
    return parser.parse_args()


def _seeds_of(failures: dict[str, list[Failure]]) -> list[int]:
    return sorted({failure.seed for every in failures.values() for failure in every})


def _report(failures: dict[str, list[Failure]], whole: bool) -> None:
    """Prints each kind with its count, the first few in full, and the seed of every one."""
    for kind, every in sorted(failures.items(), key=lambda one: -len({failure.seed for failure in one[1]})):
        seeds = sorted({failure.seed for failure in every})
        print(f"\n{len(seeds)} × {kind}")
        for failure in every if whole else every[:SHOWN]:
            print(f"    {failure.detail}\n        {failure.mutant}")
        print(f"    seeds: {' '.join(str(seed) for seed in seeds)}")
    print()


def _keep(seeds: list[int], folder: Path) -> None:
    """Writes the files that failed into a folder, under their seeds."""
    with tempfile.TemporaryDirectory() as place:
        projects = build_projects(Path(place))
        for seed in seeds:
            mutant = make_mutant(projects, seed)
            path = folder / f"{seed}" / mutant.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(mutant.content)
    print(f"The files that failed are in {folder}.")


if __name__ == "__main__":
    sys.exit(main())
