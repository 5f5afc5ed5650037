from __future__ import annotations

from markupsafe import Markup

from casebook.components.page.verbatim import verbatim
from casebook.render.context import PageContext, component


@component
def problem_panel(ctx: PageContext, file: str, rest: bool | None = None) -> Markup:
    """The problems of one file, as its contributor sees them while serving; `rest`: whether what can be read of it follows."""
    problems = [problem for problem in ctx.library.problems if problem.file == file]
    said = [(f"{problem.file}:{problem.line}", verbatim(problem.where), verbatim(problem.message)) for problem in problems]
    draft = all(problem.warning for problem in problems)
    return ctx.render("problem_panel", problems=said, draft=draft, rest=bool(rest), alone=rest is False)
