"""What is written on all processors is what one would have written, in the same order."""

from __future__ import annotations

import os

import pytest

from casebook.site.parallel import FEWEST, parallel_map


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize("count", [0, 1, FEWEST - 1, FEWEST, 3 * FEWEST + 7])
def test_each_item_has_its_own_text_in_their_order(count: int) -> None:
    assert parallel_map(lambda item: f"page {item}", range(count)) == [f"page {item}" for item in range(count)]


def test_few_items_start_no_process_and_many_do() -> None:
    own = str(os.getpid())
    assert set(parallel_map(lambda _: str(os.getpid()), range(FEWEST - 1))) == {own}
    assert own not in parallel_map(lambda _: str(os.getpid()), range(FEWEST))


def test_what_goes_wrong_in_a_process_is_told_and_the_next_time_works() -> None:
    def write(item: int) -> str:
        if item == FEWEST - 3:
            raise ValueError(f"page {item} cannot be written")
        return "written"

    with pytest.raises(ValueError, match=f"page {FEWEST - 3} cannot be written"):
        parallel_map(write, range(FEWEST))
    assert parallel_map(lambda _: "written", range(FEWEST)) == ["written"] * FEWEST
