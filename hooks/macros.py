"""What mkdocs-macros calls: every component as a macro for authored pages.

A page is read for literal calls; Jinja never runs it.
"""

from __future__ import annotations

from typing import Any

from mkdocs.exceptions import Abort

import casebook.components  # noqa: F401  registers every component
from casebook.checking.page_rules import asks_for_calls, checked_page, faults_of_body
from casebook.components.page.page_trouble.page_trouble import page_trouble
from casebook.core import routes
from casebook.core.attempts import reason_of
from casebook.core.build import Build
from casebook.render.context import REGISTRY, PageContext
from casebook.schema.kinds import WRITTEN_PAGES
from casebook.schema.reference_pages import AuthoredPage
from casebook.site import writing
from casebook.text.component_calls import Call, read_body
from casebook.text.markdown import apostrophes, in_attribute

# What front matter may set. MkDocs and mkdocs-macros read more (template, for one), and pages can set none of that.
KNOWN = {name for model in (AuthoredPage, *(kind.model for kind in WRITTEN_PAGES)) for name in model.model_fields}


def define_env(env: Any) -> None:
    """Registers each component under its own name; called for the page it stands on."""

    def macro(name: str) -> Any:
        def call(*values: Any, **named: Any) -> str:
            return writing.stash(_build(env), writing.called(_build(env), _context(env), name, values, named))

        call.__doc__ = REGISTRY[name].__doc__
        return call

    for name in REGISTRY:
        env.macro(macro(name), name)


def on_pre_page_macros(env: Any) -> None:
    """Sets what the components write into an authored page. mkdocs-macros then finds a page that wants no macros."""
    page = env.page
    if not page.file.generated_by:
        checked = checked_page(_build(env).library, f"docs/{page.file.src_uri}")
        fields = page.meta
        if checked and checked.reading:
            fields, env.markdown = checked.reading.data, checked.body
        calls = asks_for_calls(checked) if checked else fields.get("render_macros") is True
        page.meta = {name: _escaped(value) for name, value in fields.items() if name in KNOWN}
        env.markdown = _written(env, calls, checked.body_line if checked else 0)
    page.meta["render_macros"] = False
    env.variables["page"].meta = page.meta


def _place(env: Any, line: int, first: int) -> str:
    """File and line; of a page that no check has read, the line in its text."""
    file = f"docs/{env.page.file.src_uri}"
    return f"{file}:{first + line - 1}" if first else f"{file}: line {line} of its text"


def _written(env: Any, calls: bool, first: int) -> str:
    """The Markdown of a page, its calls filled in.

    What may not be shown stops a build; while serving the page says why.
    """
    faults = [f"{_place(env, line, first)}: {message}" for line, message in faults_of_body(env.markdown, calls)]
    if faults and not _build(env).serving:
        raise Abort("\n".join(faults))
    if faults:
        ctx = _context(env)
        return writing.stash(_build(env), "".join(str(page_trouble(ctx, fault)) for fault in faults))

    def write(call: Call) -> str:
        try:
            return str(env.macros[call.name](*call.values, **call.named))
        except Exception as stop:
            raise Abort(f"{_place(env, call.line, first)}: {call.written} cannot be shown: {reason_of(stop)}") from None

    return apostrophes(read_body(env.markdown).filled(write) if calls else env.markdown)


def _build(env: Any) -> Build:
    build: Build = env.conf["extra"]["build"]
    return build


def _context(env: Any) -> PageContext:
    return writing.context(_build(env), env.page.url or routes.HOME)


def _escaped(value: Any) -> Any:
    """A value of the front matter with every text in it escaped, as the front matter of generated pages is."""
    if isinstance(value, list):
        return [_escaped(one) for one in value]
    return in_attribute(value) if isinstance(value, str) else value
