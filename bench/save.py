"""Times what somebody waits for who saves a page under `mkdocs serve`: one process, built once, then one file changed.

python save.py MKDOCS.YML FILE SITE: prints the seconds of the first build and of the second.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

SERVED = "http://127.0.0.1:8000/"


class Server:
    """What of MkDocs' server decides what a save costs: plugins may put another builder in the place of its own."""

    def __init__(self, builder: Callable[[], None]) -> None:
        self.builder = builder


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
    path.write_text(path.read_text().replace(" the ", " that ", 1))
    start = time.perf_counter()
    server.builder()
    print(f"{first:.3f} {time.perf_counter() - start:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
