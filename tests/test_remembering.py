"""While serving, the pages of a case are written anew exactly when something they rest on has changed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial

import pytest

from casebook.core import folders
from casebook.core.build import Build
from casebook.render.context import environment
from casebook.site import assets, search
from casebook.site.own_pages import every_served_page
from casebook.site.pages import every_page
from casebook.site.writing import page_html, refresh, sheet_html
from casebook.yamlfiles import kept_files
from casebook.yamlfiles.kept_files import KeptFiles


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


class Writer:
    """Reads the project again, as a server or a new build does; gives every page of a case and every sheet, by path."""

    def __init__(self, project, serving=True):
        self.build = Build(project, serving=serving)
        self.rendered = set()

    def __call__(self):
        self.rendered = set()
        return dict(self._pages())

    def _pages(self):
        for page in every_served_page(refresh(self.build)):
            if page.path.startswith("cases/"):
                watched = replace(page, render=partial(self._render, page))
                html = sheet_html(self.build, watched) if page.kind == "sheet" else page_html(self.build, watched)
                yield page.path, html

    def _render(self, page, ctx):
        self.rendered.add(page.path.split("/")[1].removesuffix(".html"))
        return page.render(ctx)


@pytest.fixture
def written(project):
    return Writer(project)


def changed(before, after):
    return {path.split("/")[1].removesuffix(".html") for path in after if after[path] != before.get(path)}


def change(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_when_nothing_has_changed_nothing_is_written_anew(project, written):
    before = written()
    assert written() == before
    assert written.rendered == set()


def test_a_new_build_takes_what_the_last_one_wrote(project, written):
    before = written()
    again = Writer(project)
    assert again() == before
    assert again.rendered == set()


def test_what_was_kept_can_be_deleted(project, written):
    before = written()
    shutil.rmtree(project / ".cache")
    assert written() == before
    assert written.rendered == {"dorset", "nottingham", "tower-hamlets"}


@pytest.mark.parametrize("harm", [b"", b"no page of ours", b"\xff\xfe"])
def test_what_was_damaged_is_left_aside(project, written, harm):
    before = written()
    for path in (project / ".cache/texts").iterdir():
        path.write_bytes(path.read_bytes()[:-20] + harm)
    again = Writer(project)
    assert again() == before
    assert again.rendered == {"dorset", "nottingham", "tower-hamlets"}
    assert again.build.kept_texts.damaged


def test_a_page_that_somebody_put_there_is_not_shown(project, written):
    before = written()
    for path in (project / ".cache/texts").iterdir():
        path.write_bytes(path.read_bytes().replace(b"<h1>", b"<h1>Ha! "))
    assert Writer(project)() == before


def test_a_new_address_of_the_site_writes_its_pages_anew(project, written):
    written()
    again = Writer(project)
    again.build.site_url = "https://example.org/"
    again()
    assert again.rendered == {"dorset", "nottingham", "tower-hamlets"}


def test_a_saved_case_is_written_anew_and_so_are_those_that_name_it(project, written):
    before = written()
    question = "question: " + (project / "cases/dorset.yml").read_text().partition(" question: ")[2].partition("\n")[0]
    change(project / "cases/dorset.yml", question, "question: What else could you ask?")
    after = written()
    assert "dorset" in changed(before, after)
    assert "What else could you ask?" in after["cases/nottingham.html"]
    assert written.rendered == {"dorset", "nottingham"}


def test_a_new_title_is_seen_on_the_pages_beside_it(project, written):
    before = written()
    title = next(
        line for line in (project / "cases/tower-hamlets.yml").read_text().splitlines() if line.startswith("title:")
    )
    change(project / "cases/tower-hamlets.yml", title, f"{title} again")
    after = written()
    neighbours = {path for path in after if path.count("/") == 1 and f"{title[7:]} again" in after[path]}
    assert len(neighbours) > 1
    assert changed(before, after) == written.rendered


@pytest.fixture
def components(tmp_path, monkeypatch):
    """The components, in a folder in which they can be changed."""
    copy = tmp_path / "components"
    shutil.copytree(folders.COMPONENTS, copy)
    monkeypatch.setattr(folders, "COMPONENTS", copy)
    monkeypatch.setattr(kept_files, "PACKAGE", copy)
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
    monkeypatch.setattr(search, "_index", lambda *_, **__: pytest.fail("indexed again"))
    search.index_pages(build, tmp_path)
    assert {path.name for path in (tmp_path / "pagefind").iterdir()} == made


def everything(build):
    """All that is made from data: pages, sheets, and files of data."""
    library = refresh(build)
    made = {}
    for page in every_page(library):
        made[page.path] = sheet_html(build, page) if page.kind == "sheet" else page_html(build, page)
    return made | dict(assets.every_asset(library, build.site_url))


CHANGED = (
    "cases/dorset.yml",
    "exercises/task-in-one-breath.yml",
    "docs/learn/claims/networks-adapt.md",
    "docs/learn/forms/alliance.md",
    "docs/facilitate/sessions/45-minutes.md",
    "docs/learn/glossary.yml",
    "docs/learn/bibliography.yml",
)


def test_after_any_change_what_is_remembered_is_what_a_build_from_nothing_writes(
    project, tmp_path_factory, monkeypatch
):
    monkeypatch.setattr(assets, "scripts", lambda **_: [])
    kept = Build(project, serving=True, site_url="https://example.org/")
    everything(kept)
    for name in CHANGED:
        path = project / name
        key, colon, text = next(
            line.partition(": ")
            for line in path.read_text().splitlines()
            if line.strip(" -").startswith(("title: ", "statement: ", "label: ", "text: "))
        )
        change(path, key + colon + text, f"{key}{colon}{text[:1]}New {text[1:]}")
        new = Build(project, serving=True, site_url="https://example.org/")
        nothing = tmp_path_factory.mktemp("nothing")
        new.kept_texts, new.kept_readings = KeptFiles(nothing, "texts"), KeptFiles(nothing, "readings")
        from_nothing, remembered = everything(new), everything(kept)
        assert from_nothing.keys() == remembered.keys()
        assert [path for path in remembered if remembered[path] != from_nothing[path]] == []
