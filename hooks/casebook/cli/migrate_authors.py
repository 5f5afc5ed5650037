"""casebook migrate-authors: writes authors of sources as fields, where a file still has each as one text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casebook.yamlfiles.author_lines import with_author_fields
from casebook.yamlfiles.formatter import with_line_ends_of
from casebook.yamlfiles.parser import SourceFileError
from casebook.yamlfiles.project_files import printable, text_inside

FILES = ("cases/*.yml", "exercises/*.yml", "docs/learn/bibliography.yml")


def migrate_authors(root: Path, files: Sequence[str]) -> int:
    """Rewrites the files named, or every file that lists sources; what is migrated already stays as it is.

    Refuses, with the reason, what cannot be read. Returns the exit status.
    """
    paths = [Path.cwd() / name for name in files] or [path for name in FILES for path in sorted(root.glob(name))]
    failed = changed = 0
    for path in paths:
        shown = printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path))
        try:
            before = text_inside(path.parent.resolve(), path)
            after = with_line_ends_of(before, with_author_fields(before))
            if after != before:
                path.write_bytes(after.encode("utf-8"))
                changed += 1
                print(f"{shown}: authors written as fields")
        except SourceFileError as stop:
            print(f"{shown}:{stop.line}: {stop.message}; left as it is")
            failed += 1
    print(f"{changed} of {len(paths)} files changed")
    return 1 if failed else 0
