"""The pictures on buttons and links: those of the installed Material for MkDocs, set into the page as they are."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup


@lru_cache(maxsize=1)
def _folder() -> Path | None:
    """The folder of the icons; None where Material is not installed."""
    found = find_spec("material")
    places = found.submodule_search_locations if found else None
    folder = Path(next(iter(places))) / "templates/.icons" if places else None
    return folder if folder and folder.is_dir() else None


@lru_cache(maxsize=64)
def icon(name: str, id_: str = "") -> Markup:
    """The svg of an icon, such as material/magnify, for the eye only; nothing where it is not installed.

    With an id it can be shown again elsewhere in the page.
    """
    folder = _folder()
    path = folder / f"{name}.svg" if folder else None
    if not path or not path.is_file():
        return Markup("")
    drawn = path.read_text(encoding="utf-8").strip()
    mark = f'<svg id="{id_}" ' if id_ else "<svg "
    return Markup(drawn.replace("<svg ", mark + 'class="icon" aria-hidden="true" focusable="false" ', 1))
