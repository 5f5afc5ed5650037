"""The arithmetic of a tally by hand: how many answers make a pattern, put so that two people with a pencil need not
divide.

The rules are those of the design, under “Group results”; the paper states them in words, and takes its numbers from
here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

COUNTS_FROM = 10  # with fewer answers, only what is split shows its counts
ROUNDS_FROM = 8  # rounds are compared as patterns, from so many answers


def makes_it_unseen(answers: int) -> int:
    """How many answers of “I do not know” make a statement not visible: a third of all but “does not apply”."""
    return -(-answers // 3)


def makes_an_end(marked: int) -> int:
    """How many people must stand at each end for a split: two, and one in five of those who marked a point."""
    return max(2, -(-marked // 5))


def ranges(needed: Callable[[int], int], fewest: int, most: int) -> Iterator[tuple[int, int, int]]:
    """For every number of answers from fewest to most: how many are needed, and from how many to how many answers that
    holds.
    """
    first = fewest
    for answers in range(fewest, most + 1):
        if answers == most or needed(answers + 1) != needed(answers):
            yield needed(answers), first, answers
            first = answers + 1
