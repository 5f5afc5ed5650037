"""What the search indexes, and its index.

The whole rule:

1. pagefind opens the pages of `OPENED`: room pages lie one folder deeper.
2. Of an authored page, and of a made page of `WHOLE_PAGES`, it indexes everything, unless the front matter says
   `searched: false` (the frame, theme/main.html). `site/pages.py` says so of the pages that tell an ending.
3. Of any other page it indexes the parts that a template marks with data-pagefind-body: of a case what stands before
   its first decision, of the home page its opening.
4. Within these it leaves out what a template marks with data-pagefind-ignore: cards, lists, notes on sources.
5. It leaves out everywhere what is no sentence (`NO_SENTENCES`): an excerpt would tear it out of its columns.
6. Each word of today, and each essay by its title and summary, is an entry of its own (`entries`).

What a result is, and where, are the kind and the place of its page: attributes in the frame, from its front matter.

`tests/test_site.py` holds that no outcome is in the index, and `tests/test_endings_are_kept.py` that neither the texts
nor the headings in it give an ending away.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from casebook.core import routes
from casebook.core.build import Build
from casebook.library.library import Library
from casebook.text.markdown import typographic

FOLDER = "pagefind"
"""The folder of the index, in the site."""
OPENED = "{*.html,*/*.html,*/*/*.html}"
WHOLE_PAGES = ("decision", "claim", "form", "exercise")
"""The kinds of made pages that are indexed whole."""
NO_SENTENCES = (
    "table", "nav", "button", "dialog", "template", "noscript", "dl.facts", ".eyebrow", ".asleep", ".print-sheet",
    ".sheet-links", ".device-actions", ".answer-choices", ".policy-timeline", ".bibliography-list", ".pause-actions",
)  # fmt: skip
"""Selectors of what is never indexed: tables, facts in columns, controls and what they say, lists of sources."""
log = logging.getLogger("mkdocs.casebook")


def index_pages(build: Build, site: Path) -> None:
    """Indexes the built pages with pagefind. A server does it when it is quiet: see `casebook.site.afterwards`."""
    build.progress.stage("Making the search index")
    complaint = index(site, site / FOLDER, entries(build.library))
    if complaint:
        log.warning("the search index could not be made, so the search finds nothing: %s", complaint)


@dataclass(frozen=True)
class SearchEntry:
    """What is found by itself, though it is no page of its own, or though nothing of its page may be indexed."""

    address: str
    title: str
    content: str
    kind: str
    also: str = ""
    """Other names, by which it comes first, with a semicolon between them."""


def entries(library: Library) -> Iterator[SearchEntry]:
    """Each word of today, which leads to its place on their page; and each essay, by its title and summary alone."""
    t = library.messages.t
    for word in library.words_today:
        names = f"{t('today.also', names=', '.join(word.also))} " if word.also else ""
        words = f"{word.word}. {names}{word.text} {t('today.like')} {word.like}"
        kind, also = t("search_box.kinds.word"), "; ".join(word.also)
        yield SearchEntry(
            routes.word_today(word.id), typographic(word.word), typographic(words), kind, typographic(also)
        )
    for id_, essay in library.essays.items():
        words = f"{essay.title}. {essay.description}"
        yield SearchEntry(routes.essay(id_), typographic(essay.title), typographic(words), t("search_box.kinds.essay"))


def index(
    site: Path,
    into: Path,
    found: Iterable[SearchEntry],
    begun: Callable[[subprocess.Popen[str]], None] = lambda process: None,
) -> str:
    """Writes the index of the pages of a site, and of what is `found` by itself, into a folder. Returns what went
    wrong, or nothing.

    `begun` is given the process that does it, so that it can be ended.
    """
    task = {
        "site": str(site),
        "into": str(into),
        "opened": OPENED,
        "left_out": list(NO_SENTENCES),
        "entries": [asdict(entry) for entry in found],
    }
    with subprocess.Popen(
        [sys.executable, "-m", "casebook.site.indexing"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the indexer holds it open when its parent is ended
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        begun(process)
        said, _ = process.communicate(json.dumps(task))
    return (said or "it gave no reason").strip()[-400:] if process.returncode else ""
