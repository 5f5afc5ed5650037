"""Prints how many seconds the images for shared links of a project's folder take, and how many there are."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from casebook.core.build import Build
from casebook.site.share_images import share_images
from casebook.site.writing import refresh

build = Build(Path(sys.argv[1]), site_url="https://example.org/")
refresh(build)
start = time.perf_counter()
images = share_images(build, "Systems Leadership Casebook")
print(f"{time.perf_counter() - start:.3f} {len(images)}")
