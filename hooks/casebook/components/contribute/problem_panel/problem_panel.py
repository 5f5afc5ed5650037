from __future__ import annotations

from markupsafe import Markup

from casebook.components.page.verbatim import verbatim
from casebook.render.context import PageContext, component


@component
def problem_panel(ctx: PageContext, file: str, rest: bool | None = None) -> Markup:
    """The problems of one file, as its contributor sees them while serving; `rest`: whether what can be read of it
    follows.
    """
    issues = [issue for issue in ctx.library.issues if issue.file == file]
    said = [(f"{issue.file}:{issue.line}", verbatim(issue.where), verbatim(issue.message)) for issue in issues]
    draft = all(issue.warning for issue in issues)
    return ctx.render("problem_panel", issues=said, draft=draft, rest=bool(rest), alone=rest is False)
