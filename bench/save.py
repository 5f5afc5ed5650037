"""Times what somebody waits for who saves a page under `mkdocs serve`: one process, built once, then one file changed.

python save.py MKDOCS.YML FILE SITE: prints the seconds of the first build and of the second.
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

SERVED = "http://127.0.0.1:8000/"


def main(config_file: str, changed: str, site: str) -> None:
    """Builds, changes a word, builds again, as `mkdocs serve` does."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)

    def config() -> object:
        return load_config(config_file=config_file, site_dir=site)

    first = config()
    first.plugins.on_startup(command="serve", dirty=False)  # type: ignore[attr-defined]
    times = []
    for again in (False, True):
        if again:
            path = Path(changed)
            path.write_text(path.read_text().replace(" the ", " that ", 1))
        start = time.perf_counter()
        build(config() if again else first, serve_url=SERVED)  # type: ignore[arg-type]
        times.append(time.perf_counter() - start)
    print(*(f"{one:.3f}" for one in times))


if __name__ == "__main__":
    main(*sys.argv[1:])
