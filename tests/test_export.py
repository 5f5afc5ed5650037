"""The export: every page as a file, so that an engine without hooks builds the same site."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys

import pytest
import yaml

from casebook.core.build import Build
from casebook.site.export import authored_page, export_site
from casebook.site.pages import every_page
from casebook.yamlfiles.parser import front_matter


@pytest.fixture(scope="module")
def exported(root, tmp_path_factory):
    to = tmp_path_factory.mktemp("export") / "site"
    assert export_site(root, to) == 0
    return to


@pytest.fixture(scope="module")
def built_from_export(exported):
    site = exported.parent / "built"
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            str(exported / "mkdocs.yml"),
            "--site-dir",
            str(site),
        ],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return site


def words_of(path):
    """The words of a page. Its contents say those of its headings again, and an engine of its own makes its own."""
    source = re.sub(r"<(script|page-contents).*?</\1>", "", path.read_text(), flags=re.DOTALL)
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", source)).split())
    return re.sub(r" (?=[.,;:?!)])", "", words)  # after a word of the glossary, which another engine does not mark


def test_the_settings_need_no_hook_and_no_macros(exported):
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text())
    assert "hooks" not in settings
    assert "macros" not in str(settings["plugins"])
    assert (exported / settings["theme"]["custom_dir"] / "main.html").exists()


def test_every_page_made_from_data_is_a_file(exported, library):
    for page in every_page(library):
        path = page.path if page.kind == "sheet" else page.source
        assert (exported / "docs" / path).exists(), path


def test_no_page_is_left_with_a_macro_to_run(exported):
    for path in (exported / "docs").rglob("*.md"):
        assert "\nrender_macros: true\n" not in front_matter(path.read_text())[0], path
    assert "{{ case_library()" not in (exported / "docs/cases.md").read_text()
    assert "<case-library" in (exported / "docs/cases.md").read_text()


def test_a_page_that_does_not_ask_for_macros_keeps_its_braces(root):
    text = authored_page(Build(root), "about/x.md", "---\ntitle: X\n---\nWrite `{{ case_card(1) }}`.\n")
    assert "{{ case_card(1) }}" in text


def test_an_engine_without_hooks_builds_the_same_pages_with_the_same_words(built_from_export, built_site):
    wanted = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")}
    found = {path.relative_to(built_from_export).as_posix() for path in built_from_export.rglob("*.html")}
    assert wanted <= found
    assert [path for path in sorted(wanted) if words_of(built_site / path) != words_of(built_from_export / path)] == []


def test_the_export_brings_scripts_style_and_data(exported, built_site):
    for name in ("assets/casebook.css", "assets/library.js", "data/cases.json", "data/nottingham.js"):
        assert (exported / "docs" / name).read_bytes() == (built_site / name).read_bytes()


def test_nothing_is_written_into_a_folder_that_is_not_empty(root, tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("keep me")
    assert export_site(root, tmp_path) == 1
    assert "not empty" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
