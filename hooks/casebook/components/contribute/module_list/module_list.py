from __future__ import annotations

import ast
from pathlib import Path

from markupsafe import Markup

from casebook.render.context import PageContext, component


@component
def module_list(ctx: PageContext) -> Markup:
    """Every module of the package with the first line of what it says about itself, read from the files."""
    folder = ctx.library.root / "hooks/casebook"
    paths = sorted(
        folder.rglob("*.py"),
        key=lambda path: (len(path.relative_to(folder).parts), path.relative_to(folder).as_posix()),
    )
    said = [(path.relative_to(folder).as_posix(), _first_line(path)) for path in paths]
    return ctx.render("module_list", modules=[(name, line) for name, line in said if line])


def _first_line(path: Path) -> str:
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(words.partition("\n\n")[0].split())
