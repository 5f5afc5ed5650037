"""What a page hands to a component is there: a case, a decision of it, an exercise, a session, a method, a fixed
word.
"""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from casebook.library.library import Library
from casebook.schema.case import STANCES
from casebook.schema.kinds import CASES, EXERCISES, KINDS, Kind
from casebook.text.component_calls import Call, Components
from casebook.text.quoting import quoted
from casebook.text.suggestions import did_you_mean, listed

_FIXED: Mapping[str, Collection[str]] = {
    "kind": ("case", "exercise"),
    "purpose": ("about", "case", "write"),
    "tag": ("h1", "h2", "h3"),
    "stance": STANCES,
    "what": ("sheet", "plan"),
}
"""Parameters that take one of a few words."""
_ORDERS = ("new", "trouble", "splits", "last")
"""Parameters that take exercises, in the order in which they are suggested."""


def unknown_ids(call: Call, library: Library, components: Components) -> Iterator[str]:
    """What a call names that is not there, or is not published. The call itself must fit its component."""
    given = inspect.signature(components[call.name]).bind(None, *call.values, **call.named).arguments
    for name, value in given.items():
        for word in value if isinstance(value, tuple | list) else (value,):
            wrong = _wrong(call, name, word, library) if isinstance(word, str) else ""
            if wrong:
                yield f"{call.name} cannot be shown: {wrong}"
    slug, decision = given.get("slug"), given.get("decision")
    case = library.case_files.get(slug) if isinstance(slug, str) else None
    if case and case.model and not case.is_draft and isinstance(decision, str):
        known = [one.id for one in case.model.decisions]
        if decision not in known:
            yield f"{call.name} cannot be shown: {slug} has no decision {quoted(decision)}{_choice(decision, known)}"
        elif call.name == "home_page" and decision != known[0]:
            yield (
                f"{call.name} cannot show {quoted(decision)}, whose question tells what came of the first "
                f"decision; write {known[0]}"
            )


def _wrong(call: Call, name: str, word: str, library: Library) -> str:
    if name in _FIXED and word not in _FIXED[name]:
        return f"{name} is {quoted(word)}{_choice(word, _FIXED[name])}"
    kind = _kind_of(call, name)
    if not kind:
        return ""
    what, shelf = kind.singular, library.files_of(kind)
    if word not in shelf:
        known = [id_ for id_, loaded in shelf.items() if not loaded.is_draft]
        near = did_you_mean(word, known) or (
            "; the cases are the files of cases/" if kind is CASES else _choice(word, known)
        )
        return f"there is no {what} {quoted(word)}{near}"
    return (
        f"the {what} {quoted(word)} is a draft, which is not published; remove the call until it is"
        if shelf[word].is_draft
        else ""
    )


def _kind_of(call: Call, parameter: str) -> Kind[Any] | None:
    """The kind of content whose ids a parameter takes; None where it takes something else."""
    if parameter in ("slug", "slugs"):
        return EXERCISES if call.name.startswith("exercise_") else CASES
    if parameter in _ORDERS:
        return EXERCISES
    return next((kind for kind in KINDS if parameter in kind.parameters), None)


def _choice(word: str, known: Collection[str]) -> str:
    return did_you_mean(word, known) or (f"; choose from {listed(sorted(known))}" if known else "; none is there yet")
