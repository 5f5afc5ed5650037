"""Puts a mutant into its project, and takes it out again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mutants.making import Mutant
from mutants.projects import ROOT, Projects


@contextmanager
def placed(projects: Projects, mutant: Mutant) -> Iterator[Path]:
    """The folder of the project, with the mutant in it as long as the block runs."""
    root = projects.folder(mutant.project)
    path = root / mutant.file
    before = path.read_bytes() if path.is_file() else None
    made = not path.parent.exists()
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    try:
        _write(path, mutant)
        yield root
    finally:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        if made:
            path.parent.rmdir()
        if before is not None:
            path.write_bytes(before)


def _write(path: Path, mutant: Mutant) -> None:
    if mutant.shape == "folder":
        path.mkdir()
    elif mutant.shape == "pipe":
        os.mkfifo(path)
    elif mutant.shape.startswith("link"):
        path.symlink_to(
            {"link to nowhere": "nowhere.yml", "link to itself": path.name, "link out": ROOT / "README.md"}[
                mutant.shape
            ]
        )
    else:
        path.write_bytes(mutant.content)
    if mutant.shape == "file that nobody may read":
        path.chmod(0)
