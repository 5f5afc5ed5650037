"""casebook fmt: sets files in block style."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casebook.yamlfiles.formatter import in_block_style, with_line_ends_of
from casebook.yamlfiles.parser import SourceFileError
from casebook.yamlfiles.project_files import printable, text_inside


def format_files(root: Path, files: Sequence[str]) -> int:
    """Sets files in block style, comments kept.

    Refuses, with the reason, what cannot be read. Returns the exit status.
    """
    failed = 0
    for name in files:
        path = Path(name) if Path(name).is_absolute() else Path.cwd() / name
        shown = printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else name)
        try:
            before = _text_of(path)
            after = with_line_ends_of(before, in_block_style(before))
            if after != before:
                path.write_bytes(after.encode("utf-8"))
        except SourceFileError as stop:
            print(f"{shown}:{stop.line}: {stop.message}; left as it is")
            failed += 1
            continue
        except OSError as error:
            print(f"{shown}: cannot be written ({(error.strerror or str(error)).lower()}); left as it is")
            failed += 1
            continue
        print(f"{shown}: {'set in block style' if after != before else 'nothing to change'}")
    return 1 if failed else 0


def _text_of(path: Path) -> str:
    if path.suffix not in (".yml", ".yaml"):
        raise SourceFileError(1, "is not a YAML file; name files that end in .yml")
    return text_inside(path.parent.resolve(), path)
