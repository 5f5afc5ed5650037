"""What a file may be called, so that each address of the site has one owner and every system can hold the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from casebook.core.routes import LIST_SCRIPTS, SHARED_SCRIPTS, case_script
from casebook.library.reading import INDEX
from casebook.schema.base import ID_PATTERN

LONGEST = 80
# Windows keeps these names for devices, in any case and with any ending: a copy or a memory stick could not hold them.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_SHOWN = re.compile(r"[\w .()-]+")
NO_ADDRESS = "has a name that cannot be an address; use lower-case letters, digits and single hyphens"
OWNED = "has a name that a {}; choose another"


def why_not(name: str) -> str | None:
    """Why nothing of the site can have this name; None where it can."""
    if _DEVICE.fullmatch(name):
        return "has a name that Windows keeps for itself; choose another"
    if not re.match(ID_PATTERN, name):
        return NO_ADDRESS
    if len(name) > LONGEST:
        return f"has a name of {len(name)} characters, and {LONGEST} are the most; shorten it"
    return "has a name that the site needs for the first page of a folder; choose another" if name == INDEX else None


def why_not_here(root: Path, folder: str, name: str) -> str | None:
    """Why no case or exercise (a file of `folder`) can have this name; None where it can."""
    reason = why_not(name)
    if reason:
        return reason
    if (root / f"docs/{folder}/{name}.md").exists():
        return OWNED.format(f"page of the casebook already has ({folder}/{name}.html)")
    if folder == "cases" and name in (*SHARED_SCRIPTS, *LIST_SCRIPTS):
        return OWNED.format(f"file of the casebook already has ({case_script(name)})")
    return None


def is_shown(name: str) -> bool:
    """True where a page can have this name while serving, so that its contributor reads what is wrong with it."""
    return bool(_SHOWN.fullmatch(name))


def written_twice(owned: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each address that two owners write. Takes address and owner; capitals make no difference."""
    owners: dict[str, str] = {}
    for path, owner in owned:
        address = str(PurePosixPath(path)).casefold()
        if owners.setdefault(address, owner) != owner:
            yield f"{path} would be written twice, by {owners[address]} and by {owner}; give one of them another name"


FOLDER_OF = {"case": "cases", "exercise": "exercises"}
