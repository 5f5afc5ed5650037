"""What a result says, in words: one mark at the end of each sentence, and no interval missed where there can be
none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.schema.case import Result
from casebook.wording.messages import load_messages
from casebook.wording.results import direction, how_found, what_came_out

WORDS = load_messages(Path(__file__).parent.parent)
SAID = {
    "measure": "Deaths",
    "design": "controlled",
    "against": "the rest of England",
    "direction": "better",
    "measured_by": "insiders",
    "judgement": True,
}


def in_words(**fields):
    result = Result.model_validate(SAID | fields)
    return direction(result, WORDS) + what_came_out(result, WORDS)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"estimate": "96 fewer deaths"}, "Better: 96 fewer deaths."),
        ({"estimate": "96 fewer deaths."}, "Better: 96 fewer deaths."),
        ({"estimate": 'asked, "Has it changed? No."'}, 'Better: asked, "Has it changed? No."'),
        ({}, "Better."),
        ({"before": "10", "after": "8."}, "Better. Before: 10. After: 8."),
        ({"before": "10"}, "Better. Before: 10."),
        ({"after": "8 of 17"}, "Better. After: 8 of 17."),
        ({"estimate": "fewer", "interval": "1 to 2"}, "Better: fewer. Range of uncertainty: 1 to 2."),
        ({"estimate": "fewer", "interval": "not-seen"}, "Better: fewer. We do not know the range of uncertainty."),
        ({"estimate": "fewer", "interval": "not-seen", "design": "account"}, "Better: fewer."),
    ],
)
def test_what_came_out_is_said_in_sentences(fields, said):
    assert in_words(**fields) == said


def test_how_it_was_found_names_design_measurer_and_comparison():
    said = how_found(Result.model_validate(SAID), WORDS)
    assert said.endswith("Compared with: the rest of England.")
    assert said.count(",") == 1


@pytest.mark.parametrize("against", ["none", "no comparison", "None."])
def test_a_result_that_was_compared_with_nothing_says_nothing_of_it(against):
    assert how_found(Result.model_validate(SAID | {"against": against}), WORDS) == "Compared with others, by insiders."


def test_a_comparison_that_was_not_seen_says_so_in_a_sentence():
    assert how_found(Result.model_validate(SAID | {"against": "not seen"}), WORDS).endswith(
        "by insiders. We do not know what the result was compared with."
    )
