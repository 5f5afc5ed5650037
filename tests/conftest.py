"""What every test may ask for: the project's folder, the library, the site built strictly once, a quiet server, a
browser.
"""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from casebook.analysis.review_status import accept_ids
from casebook.checking.load import load
from casebook.library.library import Library
from find_browser import find_browser
from real_library import real_library

expect.set_options(timeout=15_000)  # a busy machine needs longer than a quiet one; what never comes fails all the same

ROOT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def library(root: Path) -> Library:
    """Everything in the project's folder, read."""
    return real_library()


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """A small project with one invented case and one invented exercise."""
    return root / "tests/examples"


@pytest.fixture
def small_project(examples: Path, tmp_path: Path) -> Path:
    """A copy of the small project that a test may spoil."""
    return Path(shutil.copytree(examples, tmp_path / "project"))


def build(project: Path, site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Builds a project's folder with MkDocs, as a visitor would; returns what it said."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(project / "mkdocs.yml"),
        "--site-dir",
        str(site),
        *words,
    ]
    return subprocess.run(
        command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker to ask fills, and all share."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = shared / name, shared / f"{name}.done"
    with _only_one(shared / f"{name}.lock"):
        if not done.exists():
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def built_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: once for a test run, or by the Makefile, which names its folder in CASEBOOK_SITE."""
    given = os.environ.get("CASEBOOK_SITE")
    if given:
        return Path(given).resolve()

    def make(site: Path) -> None:
        run = build(root, site, "--strict")
        assert run.returncode == 0, run.stdout + run.stderr

    return _once(tmp_path_factory, "site", make)


@pytest.fixture(scope="session")
def hostile_project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a case and an exercise that try to run, steal and break, an awkward case and a bare
    one, built into its folder `site`.
    """

    def make(project: Path) -> None:
        for name in ("docs", "hooks", "cases", "exercises"):
            shutil.copytree(root / name, project / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        for name in ("mkdocs.yml", "deno.json", "deno.lock"):
            shutil.copy(root / name, project / name)
        for case in (root / "tests/hostile").glob("*-case.yml"):
            shutil.copy(case, project / "cases")
        shutil.copy(root / "tests/hostile/hostile-exercise.yml", project / "exercises")
        accept_ids(load(project))
        run = build(project, project / "site")
        assert run.returncode == 0, run.stdout + run.stderr

    return _once(tmp_path_factory, "hostile", make)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Says nothing: a client may leave in the middle of a file."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder on this machine; gives its address, without a slash at the end."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of the built site, served."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def served_hostile(hostile_project: Path) -> Iterator[str]:
    """The address of the site with the hostile case, served."""
    with serving(hostile_project / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own Chromium where there is one, else the one that playwright brought; nothing of its own on the
    network.
    """
    found = find_browser()
    return {**browser_type_launch_args, "args": FLAGS, **({"executable_path": str(found)} if found else {})}
