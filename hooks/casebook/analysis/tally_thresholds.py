"""The arithmetic of a group's answers: how many make a pattern, put so that two people with a pencil need not divide.

The rules are those of the design, under “Group results”. The tally sheet states them in words and takes its numbers
from here; so does the page that counts on a screen, to which they are handed as `TallyRules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

UNSEEN_ONE_IN = 3  # one in so many of those who answered does not know: not visible
END_FEWEST = 2  # at each end of a split, at least so many people
END_ONE_IN = 5  # and at least one in so many of those who marked a point
HIGH_ONE_IN = 2  # nobody against: nobody at the low end, and one in so many of those who marked a point at the high end
COUNTS_FROM = 10  # with fewer answers, only what is split shows its counts
ROUNDS_FROM = 8  # rounds are compared as patterns, from so many answers
MARKS_FOR_TWO = 240  # so many marks two people count in the minutes that a plan gives: reckoned at three seconds a mark


def makes_it_unseen(answers: int) -> int:
    """How many answers of “I do not know” make a statement not visible: a third of all but “does not apply”."""
    return -(-answers // UNSEEN_ONE_IN)


def makes_an_end(marked: int) -> int:
    """How many people must stand at each end for a split: two, and one in five of those who marked a point.

    The middle must be no larger than the smaller end besides, or a room of one centred opinion is called split.
    """
    return max(END_FEWEST, -(-marked // END_ONE_IN))


def sheets_for_two(statements: int) -> int:
    """How many sheets of so many statements two people can count; with more, another two take a share."""
    return max(1, MARKS_FOR_TWO // max(statements, 1))


def ranges(needed: Callable[[int], int], fewest: int, most: int) -> Iterator[tuple[int, int, int]]:
    """For every number of answers from fewest to most: how many are needed, and from how many to how many answers that
    holds.
    """
    first = fewest
    for answers in range(fewest, most + 1):
        if answers == most or needed(answers + 1) != needed(answers):
            yield needed(answers), first, answers
            first = answers + 1
