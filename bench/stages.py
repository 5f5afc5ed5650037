"""Builds a casebook and says where the time went.

python stages.py MKDOCS.YML SITE: prints a line for each stage: its seconds, and its name.
"""

from __future__ import annotations

import logging
import sys
import time
from itertools import pairwise
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(config_file: str, site: str) -> None:
    """Builds once, as `mkdocs build` does."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    start = time.monotonic()
    config: Any = load_config(config_file=config_file, site_dir=site)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    begun = [("Settings", start), *config["extra"]["build"].progress.stages]
    for (what, began), (_, ended) in pairwise(begun):
        print(f"{ended - began:.2f} {what}")


if __name__ == "__main__":
    main(*sys.argv[1:])
