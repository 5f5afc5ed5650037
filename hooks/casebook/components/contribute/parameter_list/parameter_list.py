from __future__ import annotations

from markupsafe import Markup

from casebook.render.context import REGISTRY, PageContext, component
from casebook.render.examples import notes_by_name
from casebook.render.signatures import typed_parameters


@component
def parameter_list(ctx: PageContext, name: str) -> Markup:
    """What a component takes: each parameter with its type, whether it must be given, and what it is."""
    note = notes_by_name(ctx.library).get(name.replace("_", "-"))
    said = {parameter.name: parameter.what for parameter in note.parameters} if note else {}
    taken = [(one, Markup.escape(one.type), Markup.escape(one.default)) for one in typed_parameters(REGISTRY[name])]
    return ctx.render("parameter_list", taken=taken, said=said) if taken else Markup("")
