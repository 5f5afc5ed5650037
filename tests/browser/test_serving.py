"""While a contributor writes: a save is seen by itself, a broken file shows its problems in its place, and the next good save brings the page back."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CASE = "cases/taurus.yml"


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    for name in ("docs", "hooks", "cases", "exercises"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("mkdocs.yml", "deno.json"):
        shutil.copy(root / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def server(project: Path) -> Iterator[str]:
    port = free_port()
    words = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(project / "mkdocs.yml"), "--dev-addr", f"127.0.0.1:{port}"]
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(words, cwd=project, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr
        begun = any("Serving on" in line for line in child.stderr)
        reader = threading.Thread(target=child.stderr.read, daemon=True)
        reader.start()
        try:
            assert begun, "the server never began"
            yield f"http://127.0.0.1:{port}"
        finally:
            child.terminate()
            reader.join(20)


def test_what_a_contributor_saves_is_seen_and_what_is_broken_is_said_in_its_place(page: Page, server: str, project: Path) -> None:
    page.goto(f"{server}/cases/taurus.html")
    heading = page.locator("h1")
    good = (project / CASE).read_text(encoding="utf-8")
    title = re.search(r"^title: (.+)$", good, re.MULTILINE)
    assert title
    expect(heading).to_have_text(title[1])
    (project / CASE).write_text(good.replace(title[0], "title: Saved a moment ago"), encoding="utf-8")
    expect(heading).to_have_text("Saved a moment ago", timeout=60_000)
    (project / CASE).write_text(good.replace("stance: supports", "stance: suports", 1), encoding="utf-8")
    expect(page.locator("main")).to_contain_text("did you mean “supports”?", timeout=60_000)
    expect(page.locator("main")).to_contain_text(re.compile(r"cases/taurus\.yml:\d+"))
    (project / CASE).write_text(good, encoding="utf-8")
    expect(heading).to_have_text(title[1], timeout=60_000)


def test_a_page_that_needs_what_is_broken_says_so_and_the_server_goes_on(page: Page, server: str, project: Path) -> None:
    page.goto(f"{server}/index.html")
    expect(page.locator(".decision-pause")).to_be_visible()
    needed = project / "cases/nottingham.yml"
    good = needed.read_text(encoding="utf-8")
    needed.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
    expect(page.get_by_role("alert")).to_contain_text("This part cannot be shown", timeout=60_000)
    needed.write_text(good, encoding="utf-8")
    expect(page.locator(".decision-pause")).to_be_visible(timeout=60_000)
