"""The Jinja environment of every component.

A page is made of hundreds of small templates, so what Jinja does around each of them costs more than the templates
themselves. Three things are made shorter here, and mean the same: a call is written as a plain call, a value that is
shown goes through one function instead of three, and a context holds nothing that only inheritance needs.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from casebook.core.folders import component_files
from casebook.text.markdown import typographic


@lru_cache(maxsize=20_000, typed=True)
def _shown(value: Any) -> str:
    """What a template shows of a value: markup as it is, anything else as text, with real quotation marks and dashes;
    addresses stay as they are.
    """
    is_plain = type(value) is str and not value.startswith(("http://", "https://"))
    return escape(typographic(value) if is_plain else value)


class _Generator(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A plain call: no function here asks for the context."""
        if node.dyn_args or node.dyn_kwargs or any(keyword.iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """What is no attribute is looked for as Jinja does."""
        self.write("(_found if (_found := getattr((_of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(_of, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Markup is shown as it is; anything else goes through `_shown` alone, which escapes."""
        self.write("(_said if type(_said := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(") is Markup else environment.finalize(_said))")


class _Names(dict[str, Any]):
    """What a template may name."""

    def __missing__(self, name: str) -> Any:
        return DEFAULT_NAMESPACE.get(name, missing)


class _Context(Context):
    """What one rendering of a template knows."""

    def __init__(self, environment: Environment, names: _Names, name: str | None, as_usual: EvalContext) -> None:
        self.parent = names
        self.vars = {}
        self.environment = environment
        self.eval_ctx = as_usual
        self.exported_vars = set()
        self.name = name
        self.blocks = {}
        self.resolve_or_missing = names.__getitem__  # type: ignore[method-assign, assignment]


def template_files() -> dict[str, Path]:
    """The template of each component that has one, by the component's name."""
    return {path.stem: path for path in component_files(".jinja")}


class _Environment(Environment):
    """Autoescape, StrictUndefined. Templates are read anew when they change."""

    code_generator_class = _Generator

    def __init__(self) -> None:
        super().__init__(
            loader=FunctionLoader(_reader(template_files())),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
            cache_size=400,
        )
        # data keep the author's order; NaN is no JSON
        self.policies["json.dumps_kwargs"] = {"sort_keys": False, "allow_nan": False}
        self.as_usual = EvalContext(self)


def _reader(files: Mapping[str, Path]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    def read(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = files.get(name)
        if not path or not path.exists():
            return None
        changed = path.stat().st_mtime_ns
        return path.read_text(encoding="utf-8"), str(path), lambda: path.exists() and path.stat().st_mtime_ns == changed

    return read


@lru_cache(maxsize=1)
def environment() -> _Environment:
    """The environment of every component."""
    return _Environment()


def render(template: Template, names: Mapping[str, Any]) -> Markup:
    """The HTML of a template, given all that it may name."""
    made = environment()
    try:
        context = _Context(made, _Names(names), template.name, made.as_usual)
        return Markup("".join(template.root_render_func(context)))
    except Exception:
        made.handle_exception()
