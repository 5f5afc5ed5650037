"""What a message may be: one line of plain words, a file and a line that exist, a remedy that is not cut off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from casebook.validation.issues import Issue
from casebook.yamlfiles.project_files import printable

LONGEST = 1_000
_JOINERS = "\u200c\u200d"
"""Letters of some scripts, and some pictures, are joined by these; they stand in honest words."""
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_OURS = re.compile(r"Traceback|literal\[|<class |object at 0x|Errno|pydantic|NoneType|KeyError|takes \d+ positional")
_CUT_OFF = re.compile(r"(?:[;:,(]|choose from|one of|fields are|did you mean|name one from)\s*$")


def unseen(text: str) -> list[str]:
    """The characters of a text that nobody sees: control, invisible and turning ones, halves of pairs."""
    return sorted(f"U+{ord(letter):04X}" for letter in set(text) if _is_unseen(letter))


def _is_unseen(letter: str) -> bool:
    if letter.isascii():
        return (letter < " " and letter not in "\n\t\r") or letter == "\x7f"
    kind = unicodedata.category(letter)
    return (
        letter in _BLANK
        or (kind in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in _JOINERS)
        or ord(letter) & 0xFFFE == 0xFFFE
        or "\ufdd0" <= letter <= "\ufdef"
    )


def faults_of_message(issue: Issue, root: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with a message: kind and detail."""
    said = str(issue)
    if "\n" in said or "\r" in said or len(said.splitlines()) != 1:
        yield "message over several lines", repr(said[:200])
    if "\t" in said or unseen(said.replace("\n", "")):
        yield "message with raw control or invisible characters", f"{unseen(said)} in {said[:160]!r}"
    if len(said) > LONGEST:
        yield f"message longer than {LONGEST} characters", f"{len(said)}: {said[:120]!r}"
    is_typed_again = re.search(r"type it again: .+\Z", issue.message)  # as it stands, with its colon or comma
    if not issue.message.strip() or (_CUT_OFF.search(issue.message) and not is_typed_again):
        yield "message without words or with a remedy cut off", repr(said[-160:])
    if _OURS.search(issue.message):
        yield "message in the words of the program", repr(said[:200])
    yield from _faults_of_place(issue, root)


def _faults_of_place(issue: Issue, root: Path) -> Iterator[tuple[str, str]]:
    path = _file_of(issue, root)
    lines = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1 if path.is_file() else 0
    if not issue.file or not 1 <= issue.line <= lines + 1:
        yield "message without a file and a line that exist", repr(str(issue)[:200])


def _file_of(issue: Issue, root: Path) -> Path:
    """The file that a problem names; its name is printed with what acts on a screen made harmless."""
    path = root / issue.file
    if path.is_file() or not path.parent.is_dir():
        return path
    return next((one for one in path.parent.iterdir() if printable(one.name) == path.name), path)
