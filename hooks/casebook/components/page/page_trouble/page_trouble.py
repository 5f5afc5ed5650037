from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

from casebook.components.page.verbatim import verbatim
from casebook.core.opened_files import unfinished
from casebook.render.context import PageContext, component


@component
def page_trouble(ctx: PageContext, reason: str) -> Markup:
    """What is shown, while serving, in the place of a part that needs something missing or broken: what it asked for,
    and the files with problems.
    """
    names = set(re.findall(r"[\w-]+", reason))
    broken = [one for one in unfinished(ctx.library) if (one.issues and not one.draft) or Path(one.file).stem in names]
    return ctx.render("page_trouble", reason=verbatim(reason), broken=broken)
