"""The search index of a server is brought up to date when it is quiet: in the way of no save, and saying what fails."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from casebook.site import afterwards, search
from casebook.site.afterwards import Afterwards
from casebook.site.served_folder import ServedFolder

PAGE = "<!doctype html><html lang=en><title>Wards</title><main><h1>Wards</h1><p>{}</p></main>"
ENTRY = "pagefind/pagefind-entry.json"


@pytest.fixture
def served(tmp_path: Path) -> ServedFolder:
    folder = ServedFolder(tmp_path)
    folder.put("index.html", PAGE.format("Beds and bays."))
    return folder


@pytest.fixture
def later(served: ServedFolder) -> Iterator[Afterwards]:
    one = Afterwards(served, list, quiet=0)
    yield one
    one.stop()


def index_after(later: Afterwards, served: ServedFolder) -> dict[str, bytes]:
    later.begin()
    later.wait()
    return {path: (served.folder / path).read_bytes() for path in served.files_in("pagefind")}


def test_the_index_follows_the_pages_and_what_an_open_page_may_ask_for_stays_until_the_next(
    served: ServedFolder, later: Afterwards
) -> None:
    first = index_after(later, served)
    stamp = served.stamp
    assert index_after(later, served) == first
    assert served.stamp == stamp, "of pages that did not change nothing is indexed again"
    served.put("index.html", PAGE.format("Beds, bays and corridors."))
    second = index_after(later, served)
    assert first[ENTRY] != second[ENTRY]
    assert first.keys() < second.keys()
    served.put("index.html", PAGE.format("Beds, bays, corridors and lifts."))
    third = index_after(later, served)
    assert first.keys() - third.keys(), "what only the index before the last had is gone"
    assert second.keys() - first.keys() < third.keys()


def test_a_save_stops_it_at_once_and_it_is_begun_again(
    served: ServedFolder, later: Afterwards, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[subprocess.Popen[str]] = []

    def slow(site: Path, into: Path, found: object, tell: Callable[[subprocess.Popen[str]], None]) -> str:
        with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], text=True) as process:
            begun.append(process)
            tell(process)
            process.communicate()
        return "it was killed"

    with monkeypatch.context() as patch:
        patch.setattr(search, "index", slow)
        later.begin()
        while not begun:
            time.sleep(0.01)
        start = time.monotonic()
        later.stop()
        assert time.monotonic() - start < 10
        assert begun[0].poll() is not None
        assert not served.has(ENTRY)
    assert ENTRY in index_after(later, served)


def test_it_waits_for_quiet(served: ServedFolder) -> None:
    one = Afterwards(served, list, quiet=60)
    one.begin()
    one.begin()
    one.stop()
    assert not served.has(ENTRY)


@pytest.mark.parametrize("way", ["says", "raises"])
def test_what_goes_wrong_is_said_and_tried_again_the_next_time(
    served: ServedFolder,
    later: Afterwards,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    way: str,
) -> None:
    def fails(*_: Any) -> str:
        if way == "raises":
            raise OSError("no room left")
        return "no room left"

    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING, logger=afterwards.log.name):
        patch.setattr(search, "index", fails)
        assert index_after(later, served) == {}
    assert "the search index could not be brought up to date: no room left" in caplog.text
    assert ENTRY in index_after(later, served)
