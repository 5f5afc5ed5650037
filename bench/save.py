"""Times what somebody waits for who saves a page under `mkdocs serve`: one process, built once, then one file changed.

python save.py MKDOCS.YML FILE SITE: prints the seconds of the first build, those until everything was written after the
save, and those until a browser that looks at the page of the file was told to load it again.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from mkdocs.commands.build import build
from mkdocs.config import load_config

SERVED = "http://127.0.0.1:8000/"


class Server:
    """What of MkDocs' server decides what a save costs: plugins may put another builder in the place of its own, and
    another application, which then tells browsers.
    """

    mount_path = "/"

    def __init__(self, builder: Callable[[], None]) -> None:
        self.builder = builder
        self.app: Any = None

    def set_app(self, app: Any) -> None:
        """Takes the application that answers browsers."""
        self.app = app


def told(app: Any, page: str) -> float:
    """When a browser that looks at a page is told to load it again."""
    asked = urlencode([("since", app.served.stamp), ("file", f"/{page}")])
    app({"PATH_INFO": "/livereload/changed", "QUERY_STRING": asked}, lambda *_: None)
    return time.perf_counter()


def main(config_file: str, changed: str, site: str) -> None:
    """Builds, changes a word, and lets the server see it."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)

    def whole(config: Any = None) -> None:
        build(config or load_config(config_file=config_file, site_dir=site), serve_url=SERVED)

    config: Any = load_config(config_file=config_file, site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    start = time.perf_counter()
    whole(config)
    first = time.perf_counter() - start
    server = config.plugins.on_serve(Server(whole), config=config, builder=whole)
    path = Path(changed)
    seen: list[float] = []
    looking = threading.Thread(target=lambda: seen.append(told(server.app, f"cases/{path.stem}.html")))
    if server.app:
        looking.start()
    path.write_text(path.read_text().replace(" the ", " that ", 1))
    start = time.perf_counter()
    server.builder()
    done = time.perf_counter()
    if server.app:
        looking.join()
    config.plugins.on_shutdown()
    print(f"{first:.3f} {done - start:.3f} {(seen or [done])[0] - start:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
