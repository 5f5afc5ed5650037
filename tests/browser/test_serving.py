"""With the real server: a save is seen by itself, a broken file shows its problems, and nothing stops the server.

The project is small, so that a rebuild takes a second. Pages are asked for until they say what they should.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from broken_files import BROKEN, BrokenFile
from live_server import says, serving_project, until, words_at
from small_site import make_small_site

pytestmark = pytest.mark.browser
CASE = "cases/harbour.yml"
TITLE = "Who pays for the shared ferry?"
AT_ONCE = 21


@contextmanager
def running(project: Path) -> Iterator[str]:
    """The address of the server of a project, from its start to its end."""
    with serving_project(project) as server:
        yield server.address


def own_page(address: str, file: str) -> str:
    return f"{address}/{file.removesuffix('.yml')}.html"


def save(project: Path, files: Iterable[BrokenFile]) -> None:
    for broken in files:
        (project / broken.place).write_bytes(broken.content)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_small_site(tmp_path / "project")


def test_every_broken_file_saved_in_turn_shows_its_problem_and_the_server_is_still_there(project: Path) -> None:
    with running(project) as address:
        for start in range(0, len(BROKEN), AT_ONCE):
            batch = list(BROKEN.values())[start : start + AT_ONCE]
            save(project, batch)
            for broken in batch:
                until(own_page(address, broken.place), says(broken.message))
            assert TITLE in words_at(own_page(address, CASE))
            for broken in batch:
                (project / broken.place).unlink()
            (project / CASE).write_text(
                (project / CASE).read_text().replace("2018 its cost", f"{2018 + start} its cost"), encoding="utf-8"
            )
            until(own_page(address, batch[0].place), lambda words: words == "")
            until(own_page(address, CASE), says(TITLE))


def test_a_server_that_starts_with_every_broken_file_serves_them_all(project: Path) -> None:
    save(project, BROKEN.values())
    with running(project) as address:
        for broken in BROKEN.values():
            shown = words_at(own_page(address, broken.place))
            assert says(broken.message.partition(";")[0])(shown), broken.name
        assert TITLE in words_at(own_page(address, CASE))
        listed = words_at(f"{address}/cases.html")
        assert [broken.name for broken in BROKEN.values() if broken.place not in listed] == []


def test_lists_and_words_that_break_while_serving_come_back_with_the_next_good_save(project: Path) -> None:
    with running(project) as address:
        for name, wrong in (
            ("docs/learn/vocabulary.yml", "member_kinds:\n"),
            ("docs/learn/scales.yml", "\t- a\n"),
            ("docs/messages/en.yml", "site:\n\tname: A\n"),
        ):
            file = project / name
            good = file.read_bytes()
            file.write_bytes(
                wrong.encode() if name != "docs/learn/vocabulary.yml" else good.replace(b"shape:", b"shpae:", 1)
            )
            until(f"{address}/cases.html", says(name))
            assert words_at(own_page(address, CASE)) != ""
            file.write_bytes(good)
            until(f"{address}/cases.html", lambda words, name=name: name not in words)  # type: ignore[misc]
            until(own_page(address, CASE), says(TITLE))


def test_odd_files_come_and_go_while_serving(project: Path) -> None:
    with running(project) as address:
        os.mkfifo(project / "cases/pipe.yml")
        (project / "cases/zero.yml").symlink_to("/dev/zero")
        (project / "docs/loop.md").symlink_to("loop.md")
        (project / "docs/secret.txt").symlink_to("/etc/hostname")
        (project / "cases/folder.yml").mkdir()
        (project / "docs/latin.md").write_bytes("# Größe\n".encode("latin-1"))
        (project / "cases/con.yml").write_bytes((project / CASE).read_bytes())
        until(f"{address}/cases/pipe.html", says("is a pipe or a device and not a file"))
        until(f"{address}/latin.html", says("is not saved as UTF-8"))
        until(f"{address}/cases/con.html", says("has a name that Windows keeps for itself"))
        assert words_at(f"{address}/secret.txt") == ""
        for name in ("cases/pipe.yml", "cases/zero.yml", "docs/loop.md", "docs/secret.txt", "docs/latin.md"):
            (project / name).unlink()
        (project / "cases/con.yml").rename(project / "cases/renamed.yml")
        (project / "cases/folder.yml").rmdir()
        until(f"{address}/cases/renamed.html", says(TITLE))
        until(f"{address}/cases/con.html", lambda words: words == "")


def test_what_a_contributor_saves_is_seen_by_itself_and_a_draft_can_be_tried(page: Page, project: Path) -> None:
    page.set_default_timeout(60_000)  # while the server builds, it lets requests wait
    with running(project) as address:
        page.goto(own_page(address, CASE))
        heading = page.locator("h1")
        good = (project / CASE).read_text(encoding="utf-8")
        expect(heading).to_have_text(TITLE)
        (project / CASE).write_text(good.replace(f"title: {TITLE}", "title: Saved a moment ago"), encoding="utf-8")
        expect(heading).to_have_text("Saved a moment ago", timeout=60_000)
        (project / CASE).write_text(good.replace("stance: supports", "stance: suports", 1), encoding="utf-8")
        expect(page.locator("main")).to_contain_text("“suports”", timeout=60_000)
        expect(page.locator("main")).to_contain_text(re.compile(r"cases/harbour\.yml:\d+"))
        (project / CASE).write_text(good, encoding="utf-8")
        expect(heading).to_have_text(TITLE, timeout=60_000)
        page.goto(f"{address}/cases.html")
        (project / "cases/later.yml").write_text(good + "draft: true\n", encoding="utf-8")
        expect(page.locator(".draft-list")).to_contain_text(re.compile(r"cases/later\.yml\s+\(draft\)"), timeout=60_000)
        page.get_by_role("link", name="cases/later.yml").click()
        expect(page).to_have_title(re.compile("^Draft: Who pays for the shared ferry"))
        missing = [
            link
            for link in _links(page)
            if link.startswith(f"{address}/") and "later" in link and page.request.get(link).status != 200
        ]
        assert missing == []
        assert page.request.get(f"{address}/data/cite/later.bib").status == 200


def _links(page: Page) -> list[str]:
    found: list[str] = page.locator("main a[href]").evaluate_all("links => links.map(link => link.href.split('#')[0])")
    return found
