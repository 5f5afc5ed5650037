"""Every word that the interface says: read from docs/messages/en.yml by templates, scripts and sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from casebook.wording.message_shape import PLURAL, SHAPE, mended, read_shape, shape_text
from casebook.yamlfiles.parser import SourceFileError, decode, read_text
from casebook.yamlfiles.project_files import read_inside, text_inside

WORDS = "docs/messages/en.yml"


class StandIn(str):
    """What stands for words that are lost where nothing says of what kind they were.

    To a page it is a text, its own key; a list without entries; and fields of the same sort.
    """

    def __getitem__(self, step: Any) -> Any:
        return StandIn(f"[{str(self)[1:-1]}.{step}]") if isinstance(step, str) else super().__getitem__(step)

    def __iter__(self) -> Iterator[str]:
        return iter(())


class LenientMessages(dict[str, Any]):
    """Words without their shape: what is asked for and not there has its key in its place."""

    def __init__(self, tree: Any, above: str = "") -> None:
        super().__init__()
        self._above = above
        for name, value in tree.items() if isinstance(tree, Mapping) else ():
            fields = isinstance(value, Mapping) and set(value) != PLURAL
            self[str(name)] = LenientMessages(value, f"{above}{name}.") if fields else value

    def __missing__(self, name: str) -> StandIn:
        return StandIn(f"[{self._above}{name}]")


class Messages:
    """The words of one language. A key is written with dots: case.what_happened."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self.tree = tree
        self.is_patient = isinstance(tree, LenientMessages)
        self._known: dict[str, Any] = {}

    def at(self, key: str) -> Any:
        """What stands under a key. Raises KeyError, naming the key, where nothing does."""
        if key in self._known:
            return self._known[key]
        here: Any = self.tree
        for step in key.split("."):
            if isinstance(here, Mapping) and (step in here or self.is_patient):
                here = here[step]
            elif self.is_patient:
                here = StandIn(f"[{key}]")
                break
            else:
                raise KeyError(f"docs/messages/en.yml has no words under “{key}”")
        self._known[key] = here
        return here

    def t(self, key: str, **values: Any) -> str:
        """The words under a key, with {values} filled in; one and other choose by `count`."""
        found = self._known.get(key) or self.at(key)
        if not values and type(found) is str:
            return found
        if not isinstance(found, str) and isinstance(found, Mapping):
            found = found["one" if values.get("count") == 1 else "other"]
        try:
            return str(found).format(**values) if values else str(found)
        except (ValueError, LookupError, AttributeError):
            if self.is_patient:
                return str(found)
            raise


@lru_cache(maxsize=4)
def _read(content: bytes, shape: str) -> Messages:
    try:
        tree = read_text(decode(content)).data
    except SourceFileError:
        tree = {}
    wanted = read_shape(shape)
    return Messages(mended(tree, wanted) if wanted else LenientMessages(tree))


def load_messages(root: Path) -> Messages:
    """The words of the project's folder; read anew only when the file has changed. Never raises.

    What is missing or wrong has its key in its place, so that a server goes on; a build has stopped at it before.
    """
    try:
        content = read_inside(root, root / WORDS)
    except SourceFileError:
        content = b""
    return _read(content, _shape_text(root))


def _shape_text(root: Path) -> str:
    try:
        return text_inside(root, root / SHAPE)
    except SourceFileError:
        return ""


def write_shape(root: Path) -> Path:
    """Writes the shape of the words that are there now.

    Returns its path. Raises SourceFileError where they cannot be read.
    """
    path = root / SHAPE
    path.write_text(shape_text(read_text(text_inside(root, root / WORDS)).data), encoding="utf-8")
    return path
