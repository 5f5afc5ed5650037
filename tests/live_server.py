"""The real server of a project, as `make serve` starts it: its address, the folder that it serves, what it says."""

from __future__ import annotations

import html
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 60.0
FROM_NOTHING = """
import logging, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
file, site, address = sys.argv[1:]
logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
config = load_config(config_file=file, site_dir=site)
config.plugins.on_startup(command="serve", dirty=False)
config.site_url = address
build(config, serve_url=address)
config.plugins.on_shutdown()
"""
"""What a server that starts now would show, written into a folder."""


@dataclass
class LiveServer:
    """A server that runs."""

    address: str
    project: Path
    pid: int
    temporary: Path
    said: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The folder that it serves."""
        return next(self.temporary.glob("mkdocs_*"))

    def files(self) -> dict[str, tuple[int, bytes]]:
        """When each file that it serves was written, and its content; without the search index."""
        found = {}
        for path in self.folder.rglob("*"):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and not name.startswith("pagefind/"):
                found[name] = (path.stat().st_mtime_ns, path.read_bytes())
        return found

    def has_said(self, words: str, since: int = 0) -> bool:
        """True where it has said so, after so many lines."""
        return any(words in line for line in self.said[since:])

    def wait_for(self, words: str, since: int = 0) -> None:
        """Waits until it says so, after so many lines."""
        end = time.monotonic() + PATIENCE
        while not self.has_said(words, since):
            assert time.monotonic() < end, f"never said: {words}\n" + "".join(self.said[-20:])
            time.sleep(0.02)

    def megabytes(self) -> float:
        """The memory that it holds."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def serving_project(project: Path, hooks: Path | None = None) -> Iterator[LiveServer]:
    """The server of a project from its start to its end; `hooks`: the code that it runs, where that is not ours.

    It must still run at the end, and must never have shown a traceback.
    """
    port, temporary = free_port(), project.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(project / "mkdocs.yml")]
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)}
    with subprocess.Popen(
        [*words, "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env=settings | ({"PYTHONPATH": str(hooks)} if hooks else {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as child:
        assert child.stderr
        server = LiveServer(f"http://127.0.0.1:{port}", project, child.pid, temporary)
        for line in child.stderr:
            server.said.append(line)
            if "Serving on" in line:
                break
        reader = threading.Thread(target=lambda: server.said.extend(child.stderr or ()), daemon=True)
        reader.start()
        try:
            assert server.has_said("Serving on"), "the server never began:\n" + "".join(server.said[-40:])
            yield server
            assert child.poll() is None, "the server ended:\n" + "".join(server.said[-40:])
            assert not server.has_said("Traceback"), "".join(server.said[-60:])
        finally:
            child.terminate()
            reader.join(20)
            shutil.rmtree(temporary, ignore_errors=True)


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def fetched(address: str) -> str:
    """What a server answers; where there is no such page, the page that says so."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
    except urllib.error.HTTPError as missing:
        text = missing.read().decode()
    return text


def words_at(address: str) -> str:
    """The words of a page; none where there is no such page."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            text = answer.read().decode()
    except urllib.error.HTTPError:
        return ""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text.partition("<main")[2])).split())


def until(address: str, right: Callable[[str], bool]) -> str:
    """Asks for a page until its words are right. While it is written the server lets requests wait: no busy loop."""
    end = time.monotonic() + PATIENCE
    found = words_at(address)
    while not right(found):
        assert time.monotonic() < end, f"{address} still says: {found[:600]}"
        time.sleep(0.02)
        found = words_at(address)
    return found


def says(words: str) -> Callable[[str], bool]:
    wanted = " ".join(words.split())
    return lambda found: wanted in found


def seen_after(server: LiveServer, save: Callable[[], object], page: str, also: str = "") -> float:
    """Seconds from a save until a browser that looks at a page has it again, told to load it by the server.

    `also`: a style sheet that the page has loaded. Fails where the server never tells.
    """
    since = re.findall(r'data-since="(\d+)"', fetched(f"{server.address}/{page}"))[-1]
    asked = urllib.parse.urlencode([("since", since), ("file", f"/{page}"), *([("file", f"/{also}")] if also else [])])
    began = time.monotonic()
    save()
    while fetched(f"{server.address}/livereload/changed?{asked}") != "yes":
        assert time.monotonic() - began < PATIENCE, f"{page} was never shown again:\n" + "".join(server.said[-20:])
    fetched(f"{server.address}/{page}")
    return time.monotonic() - began


def from_nothing(project: Path, target: Path, address: str, hooks: Path | None = None) -> dict[str, bytes]:
    """What a server of the project at this address would show if it began now, from nothing that was kept."""
    copy = target / "from-nothing"
    shutil.copytree(project, copy, symlinks=True, ignore=shutil.ignore_patterns(".cache", "__pycache__"))
    code = {"PYTHONPATH": str(copy / hooks.relative_to(project))} if hooks else {}
    site = target / "site-from-nothing"
    subprocess.run(
        [sys.executable, "-c", FROM_NOTHING, str(copy / "mkdocs.yml"), str(site), f"{address}/"],
        cwd=copy,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | code,
        check=True,
        capture_output=True,
    )
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    shutil.rmtree(copy)
    shutil.rmtree(site)
    return {path: content for path, content in found.items() if not path.startswith("pagefind/")}
