"""What is kept in .cache/: found again by other processes and later builds, and never trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casebook.yamlfiles import kept_files
from casebook.yamlfiles.kept_files import KeptFiles


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    made = KeptFiles(tmp_path, "texts")
    for name in ("Leeds", "York", "Hull"):
        made.put(made.key(name), f"{name}: a text\nof two lines “”")
    return made


def names_found(root: Path) -> list[str]:
    """The names whose text is found by a build that begins now."""
    later = KeptFiles(root, "texts")
    return [name for name in ("Leeds", "York", "Hull") if later.get(later.key(name))]


def only_pack(root: Path) -> Path:
    (pack,) = (root / ".cache/texts").iterdir()
    return pack


def test_a_later_build_finds_what_was_kept_and_nothing_else(kept: KeptFiles, tmp_path: Path) -> None:
    later = KeptFiles(tmp_path, "texts")
    assert later.get(later.key("York")) == "York: a text\nof two lines “”"
    assert later.has(later.key("Hull"))
    assert later.get(later.key("Selby")) is None
    assert not later.has(later.key("Selby"))
    assert not later.damaged


def test_what_is_kept_last_under_a_name_counts(kept: KeptFiles, tmp_path: Path) -> None:
    later = KeptFiles(tmp_path, "texts")
    later.put(later.key("York"), "another text")
    assert later.get(later.key("York")) == "another text"
    latest = KeptFiles(tmp_path, "texts")
    assert latest.get(latest.key("York")) == "another text"


def test_what_a_forked_process_keeps_or_finds_damaged_is_known_to_the_other(kept: KeptFiles, tmp_path: Path) -> None:
    pack = only_pack(tmp_path)
    pack.write_bytes(pack.read_bytes().replace(b"Hull:", b"Hell:"))
    child = os.fork()
    if not child:
        try:
            kept.put(kept.key("Selby"), "from the other process")
            kept.get(kept.key("Hull"))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert kept.get(kept.key("Selby")) is None
    kept.look_again()
    assert kept.get(kept.key("Selby")) == "from the other process"
    assert kept.damaged


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        (b"York: a", b"York: A", ["Leeds", "Hull"]),  # a text
        (b"York: a", b"York:", ["Leeds"]),  # a text that is too short: what follows cannot be found
        (b"casebook ", b"notebook ", []),
    ],
)
def test_what_is_not_whole_is_left_aside(
    kept: KeptFiles, tmp_path: Path, old: bytes, new: bytes, left: list[str]
) -> None:
    pack = only_pack(tmp_path)
    pack.write_bytes(pack.read_bytes().replace(old, new))
    assert names_found(tmp_path) == left


def test_a_pack_that_was_cut_short_keeps_what_is_whole_and_is_replaced(kept: KeptFiles, tmp_path: Path) -> None:
    pack = only_pack(tmp_path)
    pack.write_bytes(pack.read_bytes()[:-5])
    later = KeptFiles(tmp_path, "texts")
    assert [bool(later.get(later.key(name))) for name in ("Leeds", "York", "Hull")] == [True, True, False]
    assert later.damaged
    later.put(later.key("Hull"), "again")
    later.tidy()
    assert names_found(tmp_path) == ["Leeds", "York", "Hull"]
    assert not pack.exists()
    latest = KeptFiles(tmp_path, "texts")
    latest.has("")
    assert not latest.damaged


def test_files_of_others_are_left_alone(kept: KeptFiles, tmp_path: Path) -> None:
    other = tmp_path / ".cache/texts/notes.txt"
    other.write_text("mine")
    later = KeptFiles(tmp_path, "texts")
    later.get(later.key("York"))
    later.tidy(0)
    assert other.read_text() == "mine"
    assert not later.damaged


def test_what_no_build_uses_is_removed_once_it_is_more_than_what_is_used(
    kept: KeptFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_files, "SMALL", 0)
    later = KeptFiles(tmp_path, "texts")
    later.get(later.key("York"))
    later.tidy(spare=20)
    assert names_found(tmp_path) == ["Leeds", "York", "Hull"]
    later.tidy()
    assert names_found(tmp_path) == ["York"]
    assert later.get(later.key("York"))


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder")
    kept = KeptFiles(tmp_path, "texts")
    kept.put(kept.key("York"), "a text")
    assert kept.get(kept.key("York")) is None
    kept.tidy()
