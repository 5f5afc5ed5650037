"""Which files of the project were saved, and how much of the site has to be looked at for each."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from casebook.yamlfiles.project_files import is_leftover

CONTENT = ("cases", "exercises")
WATCHED = (*CONTENT, "docs", "hooks")
"""The folders in which a server looks for what was saved."""
SETTINGS = "mkdocs.yml"
LISTS = (".yml", ".yaml")
OF_PAGES = (".css", ".html", ".jinja", ".ts", ".yml")
"""The endings of the files of the code that a server can take up. For Python it has to be started again."""
States = dict[str, tuple[int, int]]
"""When each file was changed, and its size, by its path from the root of the project."""


@dataclass(frozen=True)
class Saved:
    """Files that were saved: those that are still there, and those that came or went."""

    changed: frozenset[str]
    moved: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.changed or self.moved)

    @property
    def code(self) -> list[str]:
        """The files that only a server that is started again takes up."""
        return sorted(path for path in self.changed | self.moved if _is_code(path))

    @property
    def is_whole(self) -> bool:
        """True where the whole site has to be built: for settings, and for what MkDocs collects."""
        return not all(map(_is_looked_up, self.changed)) or not all(map(_may_move, self.moved))

    def has(self, ending: str) -> bool:
        """True where a file of the code with this ending was saved."""
        return any(path.startswith("hooks/") and path.endswith(ending) for path in self.changed)


def saved_between(before: States, now: States) -> Saved:
    """What was saved between two looks at the files."""
    moved = before.keys() ^ now.keys()
    return Saved(frozenset(path for path in now if path not in moved and now[path] != before[path]), frozenset(moved))


def states(root: Path) -> States:
    """The state of every file that the site rests on."""
    return dict(_states_below(root, WATCHED)) | dict(_state_of(root / SETTINGS, SETTINGS))


def _states_below(root: Path, folders: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """What editors leave beside a file is passed over; templates are not."""
    for top in folders:
        for place, inner, names in os.walk(root / top):
            inner[:] = [name for name in inner if name != "__pycache__"]
            folder = Path(place).relative_to(root).as_posix()
            for name in names:
                if name.startswith("_") or not is_leftover(name):
                    yield from _state_of(os.path.join(place, name), f"{folder}/{name}")


def _state_of(path: str | Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The name and the state of a file, of what a link leads to where it leads somewhere; nothing where it is gone."""
    for look in (os.stat, os.lstat):
        with contextlib.suppress(OSError):
            state = look(path)
            yield name, (state.st_mtime_ns, state.st_size)
            return


def _is_code(path: str) -> bool:
    return path.startswith("hooks/") and path.endswith(".py")


def _is_looked_up(path: str) -> bool:
    """True for a changed file that the parts of the site are looked through for."""
    ending = PurePosixPath(path).suffix
    if path.startswith("hooks/"):
        return ending in OF_PAGES or _is_code(path)
    return _may_move(path) or (path.startswith("docs/") and ending == ".md")


def _may_move(path: str) -> bool:
    """True for a file that MkDocs knows nothing of, so that it may come and go."""
    if path.startswith("docs/"):
        return path.startswith("docs/messages/") or path.endswith(LISTS)
    return path.startswith(tuple(f"{folder}/" for folder in CONTENT)) or _is_code(path)
