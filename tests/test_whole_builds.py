"""The folder of the site is the same, byte for byte, however it was built: anew, from what was kept, on one processor
or on all, by MkDocs alone or with pages handed over whole.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from casebook.library.library import Library
from casebook.site import parallel, writing
from casebook.site.pages import Page, every_page
from small_site import make_small_site

ADDRESS = "https://example.org/casebook/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with an address, a menu, and a page that links to a decision."""
    folder = make_small_site(tmp_path_factory.mktemp("whole") / "project")
    settings = folder / "mkdocs.yml"
    text = settings.read_text().replace('site_url: ""', f"site_url: {ADDRESS}")
    settings.write_text(text + "nav:\n  - Cases: cases.md\n  - Exercises: exercises.md\nnot_in_nav: '*'\n")
    return folder


@pytest.fixture(scope="module")
def decision(project: Path) -> str:
    """The path of a decision's page, without its ending."""
    (case,) = (path for path in sorted((project / "cases").glob("[a-z]*.yml")))
    data = yaml.safe_load(case.read_text())
    return f"cases/{case.stem}/{data['decisions'][0]['id']}"


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The same project, never built before."""
    return Path(shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns(".cache")))


def built(project: Path, site: Path) -> dict[str, bytes]:
    """Builds in this process; every file of the site by its path."""
    config = load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def cold(project: Path) -> dict[str, bytes]:
    """What a build from nothing writes."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return built(project, project.parent / "cold")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths of files that are not in both, or differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_a_site_has_all_that_is_compared_here(cold: dict[str, bytes], decision: str) -> None:
    assert {f"{decision}.html", f"{decision}/room.html", "pagefind/pagefind.js", "assets/core.js"} <= cold.keys()
    assert f"{ADDRESS}{decision}.html" in cold["sitemap.xml"].decode()


def test_two_builds_from_nothing_are_equal(cold: dict[str, bytes], copy: Path, tmp_path: Path) -> None:
    assert differing(cold, built(copy, tmp_path / "site")) == []


def test_a_build_from_what_was_kept_equals_one_from_nothing(
    cold: dict[str, bytes], project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_content", lambda *_: pytest.fail("a page was written anew"))
    assert differing(cold, built(project, tmp_path / "site")) == []


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Everything is written by two processes, however little it is; the numbers of items that were shared out."""
    shared: list[int] = []
    monkeypatch.setattr(parallel, "FEWEST", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    pool = parallel.ProcessPoolExecutor

    def noted(*values: object, **named: object) -> object:
        assert parallel._task
        shared.append(len(parallel._task[1]))
        return pool(*values, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(parallel, "ProcessPoolExecutor", noted)
    return shared


def test_a_build_on_two_processors_equals_one_on_one(
    cold: dict[str, bytes], copy: Path, tmp_path: Path, two_processes: list[int]
) -> None:
    assert differing(cold, built(copy, tmp_path / "site")) == []
    assert max(two_processes) > 20
    assert differing(cold, built(copy, tmp_path / "again")) == []


def test_a_decision_has_the_frame_that_mkdocs_would_give_it(
    cold: dict[str, bytes], copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "is_whole", lambda _, page: page.kind == "sheet")
    assert differing(cold, built(copy, tmp_path / "site")) == []


def test_what_is_kept_and_damaged_is_left_aside_with_a_line(
    cold: dict[str, bytes], project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for pack in (project / ".cache/texts").iterdir():
        pack.write_bytes(pack.read_bytes().replace(b"</main>", b"</niam>"))
    assert differing(cold, built(project, tmp_path / "site")) == []
    assert [line for line in caplog.messages if "damaged" in line] == [
        ".cache/texts held texts that are damaged; they were left aside and made anew"
    ]
    caplog.clear()
    assert differing(cold, built(project, tmp_path / "again")) == []
    assert not any("damaged" in line for line in caplog.messages)


def test_markdown_may_link_to_a_decision_and_a_link_to_no_anchor_of_it_is_named(
    copy: Path, decision: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = copy / "docs/index.md"
    page.write_text(page.read_text() + f"\n[Here]({decision}.md), [in large print]({decision}.md#large-print).\n")
    settings = copy / "mkdocs.yml"
    settings.write_text(settings.read_text() + "validation: {links: {anchors: warn}}\n")
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        site = built(copy, tmp_path / "site")
    assert f'<a href="{decision}.html">Here</a>'.encode() in site["index.html"]
    page.write_text(page.read_text().replace("#large-print", "#larger-print"))
    assert not any("does not contain an anchor" in line for line in caplog.messages)
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        built(copy, tmp_path / "site")
    assert any("does not contain an anchor '#larger-print'" in line for line in caplog.messages)


def test_front_matter_says_what_the_frame_is_told(library: Library) -> None:
    pages = [*every_page(library), Page('a"\\b/<i>\n', "{{ 7 }} é", "Tab\there", str, "case", (("x.html", "“q”"),))]
    for page in pages:
        assert yaml.safe_load(page.front_matter().strip("-\n")) == page.fields()
