"""One build, or one server: all that it knows, in one object that is made at the start and passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casebook.core.progress import Progress
from casebook.library.library import Library, RestsOn
from casebook.library.source_file import FileCache
from casebook.yamlfiles.kept_files import KeptFiles


@dataclass(frozen=True)
class Frame:
    """The frame of every page, as the engine that builds the site fills it."""

    fill: Callable[[Any, str], str]
    """Gives the whole HTML file of a page (see `casebook.site.pages`) and of the HTML of what it says."""
    digest: str
    """A digest of all that the frame shows besides the page."""


@dataclass(repr=False)
class Build:
    """A project's folder, how it is built, the library that stands, and what is kept from one rebuild to the next."""

    root: Path
    """The folder of the project."""
    serving: bool = False
    """True while the site is served: what cannot be shown then says so in its place, and the server goes on."""
    site_url: str = ""
    publisher: Mapping[str, Any] = field(default_factory=dict)
    """Who answers for the casebook: name, address, days."""
    edit_base: str = ""
    """Where the files of the project can be changed: the address of one begins so. Empty while none is published."""
    progress: Progress = field(default_factory=lambda: Progress(quiet=True), repr=False)
    """What says how far a long build is."""
    library: Library = field(init=False)
    """What was read last."""
    files_read: FileCache = field(default_factory=dict, repr=False)
    kept_readings: KeptFiles = field(init=False, repr=False)
    """What the files of earlier builds held."""
    kept_texts: KeptFiles | None = field(init=False, repr=False)
    """What was written in earlier builds, each text with what it rests on: see `casebook.core.remembering`."""
    rests_on: dict[str, RestsOn] = field(default_factory=dict, repr=False)
    """What each of these texts rests on, as far as a server wrote or found it."""
    prerendered: set[str] = field(default_factory=set, repr=False)
    """The paths of pages that were written on all processors and are kept, until each is handed over."""
    frame: Frame | None = field(default=None, repr=False)
    """What puts a page into the frame of the site; None while serving, where the engine does so with every page."""
    files: dict[str, Callable[[], str]] = field(default_factory=dict, repr=False)
    """What writes each whole file of this rebuild (sheets, decisions, style and data), by its path in the site."""
    stashed: list[str] = field(default_factory=list, repr=False)
    """The HTML of components in authored pages, kept past Markdown."""
    pages: dict[str, Any] = field(default_factory=dict, repr=False)
    """The pages made from data of this rebuild that the engine puts into their frame, by their source."""

    @property
    def settings(self) -> str:
        """How it is built, as one text."""
        return repr((self.site_url, self.serving, self.edit_base, sorted(self.publisher.items())))

    def __repr__(self) -> str:
        """Its folder alone: mkdocs-macros writes all settings as text, and this is one of them."""
        return f"Build({str(self.root)!r})"

    def __post_init__(self) -> None:
        self.root = self.root.resolve()
        self.library = Library(self.root, files_read=self.files_read)
        self.kept_readings = KeptFiles(self.root, "readings")
        self.kept_texts = KeptFiles(self.root, "texts")
