"""The strength of evidence is derived from results, part by part."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from casebook.analysis.evidence_strength import (
    ORDER,
    how_much_was_read,
    strength_of_part,
    strength_of_result,
    strengths,
    strongest,
)
from casebook.checking.load import load
from casebook.schema.case import Design, MeasuredBy


@pytest.fixture(scope="module")
def harbour(examples):
    return load(examples).cases["harbour"]


EXPECTED = {
    **{
        (design, by): "compared-at-arms-length"
        for design in ("trial", "controlled", "time-series-with-comparison")
        for by in ("at-arms-length", "commissioned")
    },
    **{
        (design, by): "compared-by-insiders"
        for design in ("trial", "controlled", "time-series-with-comparison")
        for by in ("part-insiders", "insiders")
    },
    **{(design, by): "followed-over-time" for design in ("time-series", "before-after") for by in get_args(MeasuredBy)},
    **{(design, by): "told" for design in ("count", "account") for by in get_args(MeasuredBy)},
}


@pytest.mark.parametrize(("design", "by"), list(itertools.product(get_args(Design), get_args(MeasuredBy))))
def test_every_design_and_every_measurer(harbour, design, by):
    result = harbour.results[0].model_copy(update={"design": design, "measured_by": by})
    assert strength_of_result(result) == EXPECTED[design, by]


def with_results(case, *wanted):
    results = tuple(
        case.results[0].model_copy(update={"part": part, "design": design, "measured_by": by})
        for part, design, by in wanted
    )
    return case.model_copy(update={"results": results})


def test_a_case_without_results_is_told(harbour):
    assert strengths(with_results(harbour)) == {None: "told"}


def test_each_part_has_its_own(harbour):
    case = with_results(harbour, ("harbour", "trial", "at-arms-length"), ("hill", "count", "insiders"))
    assert strengths(case) == {"harbour": "compared-at-arms-length", "hill": "told"}
    assert strongest(case) == "compared-at-arms-length"


def test_the_strongest_result_of_a_part_counts(harbour):
    case = with_results(
        harbour, (None, "account", "insiders"), (None, "time-series", "insiders"), (None, "count", "commissioned")
    )
    assert strength_of_part(case, None) == "followed-over-time"


def test_a_part_without_results_of_its_own_says_nothing(harbour):
    case = with_results(harbour, (None, "trial", "insiders"), ("hill", "count", "insiders"))
    assert strengths(case) == {None: "compared-by-insiders", "hill": "told"}


def test_every_case_has_a_strength(library):
    for case in library.cases.values():
        assert strongest(case) in ORDER


def test_how_much_was_read_is_counted_with_the_fullest_reading_first(harbour):
    assert how_much_was_read(harbour) == [("whole", 1), ("opening", 1)]
