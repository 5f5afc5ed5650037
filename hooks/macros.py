"""What mkdocs-macros calls: every component as a macro for authored pages."""

from __future__ import annotations

import re
from typing import Any

import casebook.components  # noqa: F401  registers every component
from casebook.rendering import REGISTRY, Desk
from casebook.site import current_library

# Markdown takes an element of our own for a word in a paragraph, and browsers then tear it apart; in a div it stays whole.
OWN_ELEMENT = re.compile(r"<[a-z]+-")


def define_env(env: Any) -> None:
    """Registers each component under its own name; the page that calls it is the desk."""

    def macro(name: str) -> Any:
        def call(*values: Any, **named: Any) -> str:
            desk = Desk(current_library(env.project_dir), env.page.url or "index.html", env.conf["site_url"] or "", env.conf["extra"].get("publisher"))
            html = REGISTRY[name](desk, *values, **named)
            text = "\n".join(line for line in str(html).splitlines() if line.strip())
            return f"<div>\n{text}\n</div>" if OWN_ELEMENT.match(text) else text

        call.__doc__ = REGISTRY[name].__doc__
        return call

    for name in REGISTRY:
        env.macro(macro(name), name)
