"""How a message quotes what a contributor typed."""

from __future__ import annotations

from casebook.text.characters import shown

LONGEST_VALUE = 200


def quoted(value: object) -> str:
    """A value as a message quotes it: whole up to 200 characters, on one line, with nothing in it that acts on a
    screen.
    """
    written = (
        {True: "true", False: "false", None: "nothing"}.get(value, value)
        if value is None or isinstance(value, bool)
        else value
    )
    return f"“{shown(str(written), LONGEST_VALUE)}”"


def put_back(file: str) -> str:
    """What to do where a file of the project is missing or spoilt. The command works as it is printed."""
    return f"put it back: git checkout -- {file}"
