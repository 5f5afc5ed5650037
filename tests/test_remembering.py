"""While serving, the pages of a case are written anew exactly when something they rest on has changed."""

from __future__ import annotations

import shutil

import pytest

from casebook.core import folders
from casebook.core.build import Build
from casebook.render.context import environment
from casebook.site import search
from casebook.site.own_pages import every_served_page
from casebook.site.writing import page_html, refresh, sheet_html


@pytest.fixture
def project(root, tmp_path):
    """A project with three cases, one of them related to another."""
    for name in ("docs", "exercises"):
        shutil.copytree(root / name, tmp_path / name)
    (tmp_path / "cases").mkdir()
    for name in ("nottingham", "tower-hamlets", "dorset"):
        text = (root / f"cases/{name}.yml").read_text().splitlines(keepends=True)
        kept = [line for line in text if not line.startswith("related:")]
        assert len(kept) == len(text) - 1
        related = "related: [dorset]\n" if name == "nottingham" else "related: []\n"
        (tmp_path / f"cases/{name}.yml").write_text("".join(kept) + related)
    return tmp_path


@pytest.fixture
def written(project):
    """Reads the project again, as a server does; gives every page of a case and every sheet, by path."""
    build = Build(project, serving=True)

    def write():
        found = {}
        for page in every_served_page(refresh(build)):
            if page.path.startswith("cases/"):
                found[page.path] = sheet_html(build, page) if page.kind == "sheet" else page_html(build, page)
        return found

    return write


def changed(before, after):
    return {path.split("/")[1].removesuffix(".html") for path in after if after[path] != before.get(path)}


def anew(before, after):
    """The cases of pages that are not the very same text as before."""
    return {path.split("/")[1].removesuffix(".html") for path in after if after[path] is not before.get(path)}


def change(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_when_nothing_has_changed_nothing_is_written_anew(project, written):
    before = written()
    assert anew(before, written()) == set()


def test_a_saved_case_is_written_anew_and_so_are_those_that_name_it(project, written):
    before = written()
    question = "question: " + (project / "cases/dorset.yml").read_text().partition(" question: ")[2].partition("\n")[0]
    change(project / "cases/dorset.yml", question, "question: What else could you ask?")
    after = written()
    assert "dorset" in changed(before, after)
    assert "What else could you ask?" in after["cases/nottingham.html"]
    assert anew(before, after) == {"dorset", "nottingham"}


@pytest.fixture
def components(tmp_path, monkeypatch):
    """The components, in a folder in which they can be changed."""
    copy = tmp_path / "components"
    shutil.copytree(folders.COMPONENTS, copy)
    monkeypatch.setattr(folders, "COMPONENTS", copy)
    environment.cache_clear()
    yield copy
    environment.cache_clear()


def test_a_word_and_a_template_change_every_page(project, written, components):
    before = written()
    change(project / "docs/messages/en.yml", "  look_it_up: Look it up", "  look_it_up: Look it all up")
    after = written()
    assert changed(before, after) == {"dorset", "nottingham", "tower-hamlets"}
    change(components / "case/case_head/case_head.jinja", "<h1", '<h1 data-new="yes"')
    assert all('data-new="yes"' in html for path, html in written().items() if path.count("/") == 1)


def test_a_new_problem_shows_on_the_page_of_its_file(project, written):
    before = written()
    change(project / "cases/tower-hamlets.yml", "related: []", "related: [nobody]")
    after = written()
    assert "nobody" in after["cases/tower-hamlets.html"]
    change(project / "cases/tower-hamlets.yml", "related: [nobody]", "related: []")
    assert written()["cases/tower-hamlets.html"] == before["cases/tower-hamlets.html"]


def test_the_search_index_is_made_once_while_serving_and_laid_beside_the_pages_again(tmp_path, monkeypatch):
    build = Build(tmp_path, serving=True)
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=en><title>Wards</title><main><h1>Wards</h1><p>Beds and bays.</p></main>")
    search.index_pages(build, tmp_path)
    made = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert "pagefind.js" in made
    shutil.rmtree(tmp_path / "pagefind")
    monkeypatch.setattr(search.subprocess, "run", lambda *_, **__: pytest.fail("indexed again"))
    search.index_pages(build, tmp_path)
    assert {path.name for path in (tmp_path / "pagefind").iterdir()} == made
