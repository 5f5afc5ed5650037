"""A small project that can be served: tests/examples with the messages and the frame of the casebook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casebook.core.attempts import written
from casebook.core.build import Build
from casebook.library.library import Library
from casebook.library.reading import read_unchecked
from casebook.render.example_library import EXAMPLES
from casebook.site import assets
from casebook.site.own_pages import every_served_page
from casebook.site.writing import page_html, refresh, sheet_html
from casebook.wording.messages import load_messages

ROOT = Path(__file__).resolve().parents[1]
ORDER = "{{ exercise_order("
"""The call on the page of exercises that names real ones, which the small project does not have."""
SETTINGS = """site_name: A small casebook
site_description: For tests.
site_url: ""
use_directory_urls: false
theme: {name: material, custom_dir: hooks/theme, language: en, font: false}
extra: {publisher: {}}
exclude_docs: |
  /messages/
  *.yml
hooks: [hooks/build.py, hooks/serve.py]
plugins:
  - macros: {module_name: hooks/macros, render_by_default: false, on_error_fail: true, on_undefined: strict}
markdown_extensions: [attr_list, md_in_html, tables, smarty]
"""


def make_small_site(project: Path) -> Path:
    """Fills a folder with the small project and all that serving it needs; the pages of the lists are the real ones."""
    shutil.copytree(ROOT / "tests/examples", project)
    for name in ("docs/messages", "hooks/theme"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("cases.md", "exercises.md"):
        lines = (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(ORDER)]
        (project / "docs" / name).write_text("".join(kept), encoding="utf-8")
    (project / "docs/index.md").write_text(
        "---\ntitle: A small casebook\ndescription: For tests.\n---\n# A small casebook\n\nWords.\n", encoding="utf-8"
    )
    for name in ("build.py", "serve.py", "parts_of_site.py", "handed_over.py", "macros.py"):
        shutil.copy(ROOT / "hooks" / name, project / "hooks" / name)
    for folder in ("cases", "exercises"):
        shutil.copy(ROOT / folder / "_template.yml", project / folder / "_template.yml")
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    accept(project)
    return project


def accept(project: Path) -> None:
    """Writes the list of published ids, as casebook ids --accept does."""
    from casebook.analysis.review_status import accept_ids
    from casebook.checking.load import load

    accept_ids(load(project))


def invented_library() -> Library:
    """The invented casebook of the gallery, with the messages of the casebook; a new one each time."""
    library = read_unchecked(EXAMPLES, {})
    library.messages = load_messages(ROOT)
    return library


@contextmanager
def without_scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inside, scripts are not bundled, for nobody runs them."""
    with monkeypatch.context() as patch:
        patch.setattr(assets, "scripts", lambda: [])
        yield


def served_pages(build: Build) -> tuple[Library, dict[str, str]]:
    """The library, read anew, and the HTML of every page made from data, as a server would hand them over."""
    library = refresh(build)
    found = {}
    for page in every_served_page(library):
        found[page.path] = sheet_html(build, page) if page.kind == "sheet" else page_html(build, page)
    list(written(library, assets.data_writers(library)))  # style and scripts are the same whatever is saved
    return library, found
