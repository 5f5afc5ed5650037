"""What mkdocs-macros calls: every component as a macro for authored pages."""

from __future__ import annotations

from typing import Any

import casebook.components  # noqa: F401  registers every component
from casebook.rendering import REGISTRY, Desk
from casebook.site import current_library, hold, shown


def define_env(env: Any) -> None:
    """Registers each component under its own name; the page that calls it is the desk."""

    def macro(name: str) -> Any:
        def call(*values: Any, **named: Any) -> str:
            desk = Desk(current_library(env.project_dir), env.page.url or "index.html", env.conf["site_url"] or "", env.conf["extra"].get("publisher"))
            return hold(shown(desk.library, desk.at, lambda: str(REGISTRY[name](desk, *values, **named))))

        call.__doc__ = REGISTRY[name].__doc__
        return call

    for name in REGISTRY:
        env.macro(macro(name), name)
