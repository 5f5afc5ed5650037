"""An authored page: text, and literal calls of components.

Jinja's parser reads the calls; no page is ever run as a template.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from casebook.text.suggestions import did_you_mean

Components = Mapping[str, Callable[..., Any]]
AS_TEXT = "to show braces as they are, write &#123;&#123;"
ONLY_LITERAL = 'a page may only call a component with plain values, such as {{ sheet_links("leeds", "who-pays") }}'
NOT_ALONE = "must stand on a line of its own, with nothing before or after it"
_JINJA = Environment(keep_trailing_newline=True, autoescape=True)
MOST_NUMBER = 1_000
"""No component counts further, and a longer one only keeps the build busy."""
_CANNOT_READ = (TemplateSyntaxError, ValueError, RecursionError, OverflowError, MemoryError)
"""What Jinja's parser raises: also for a number of thousands of digits, and for brackets nested hundreds deep."""
_REFUSED = {"block_begin": "{% ... %}", "raw_begin": "{% raw %}", "comment_begin": "{# ... #}"}


@dataclass(frozen=True)
class Call:
    """A call of a component: name, values in order and by name, line in the text (from 1), and how it is written."""

    name: str
    values: tuple[Any, ...]
    named: Mapping[str, Any]
    line: int
    written: str


@dataclass
class Body:
    """The body of an authored page in pieces, with what may not stand there: line (from 1) and message."""

    pieces: list[str | Call] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def filled(self, write: Callable[[Call], str]) -> str:
        """The text, with what `write` gives for each call."""
        return "".join(piece if isinstance(piece, str) else write(piece) for piece in self.pieces)

    @property
    def calls(self) -> list[Call]:
        """The calls, in order."""
        return [piece for piece in self.pieces if isinstance(piece, Call)]


class _NotLiteralError(Exception):
    """Something in an expression that is no literal call; the message says what."""


@lru_cache(maxsize=500)
def read_body(text: str) -> Body:
    """The pieces and faults of a page that asks for its macros. Other pages are text as typed, and are not read."""
    body = Body()
    try:
        for line, kind, piece in _stretches(text):
            if kind == "text":
                body.pieces.append(piece)
            elif kind == "call":
                _take(body, line, piece)
            else:
                body.faults.append((line, f"has {kind}, which is for programs; {ONLY_LITERAL} ({AS_TEXT})"))
    except TemplateSyntaxError as stop:
        body.faults.append((stop.lineno, f"has braces that do not close or cannot be read; {ONLY_LITERAL} ({AS_TEXT})"))
    body.faults += [(call.line, f"{_short(call.written)} {NOT_ALONE}") for call in _not_alone(body.pieces)]
    return body


def _not_alone(pieces: list[str | Call]) -> Iterator[Call]:
    """The calls that share their line: in a heading, a link or a code span, where HTML of a component would tear the
    page.
    """
    for before, piece, after in zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False):
        if isinstance(piece, Call) and not (_ends_line(before) and _begins_line(after)):
            yield piece


def _ends_line(piece: str | Call) -> bool:
    return isinstance(piece, str) and (not piece or piece.endswith("\n"))


def _begins_line(piece: str | Call) -> bool:
    return isinstance(piece, str) and (not piece.strip() or not piece.split("\n")[0].strip())


def _stretches(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, kind (text, call, or what is refused) and wording of each stretch.

    Raises TemplateSyntaxError, with the line where they begin, for braces that do not close.
    """
    inside: list[str] = []
    begun = 0
    try:
        for line, token, value in _JINJA.lex(text):
            if token in _REFUSED:
                yield line, _REFUSED[token], ""
            elif token == "data":
                yield line, "text", value
            elif token == "variable_begin":
                inside, begun = ["{{"], line
            elif token == "variable_end":
                yield begun, "call", "".join([*inside, "}}"])
                inside = []
            elif inside:
                inside.append(value)
        if inside:
            raise TemplateSyntaxError("the braces never close", begun)
    except TemplateSyntaxError as stop:
        stop.lineno = begun if inside else stop.lineno
        raise


def _take(body: Body, line: int, written: str) -> None:
    try:
        output = _JINJA.parse(written).body[0]
        assert isinstance(output, nodes.Output)
        body.pieces.append(_call(output.nodes[0], line, written))
    except _NotLiteralError as stop:
        body.faults.append((line, f"{_short(written)} {stop}; {ONLY_LITERAL}"))
    except _CANNOT_READ:
        body.faults.append((line, f"{_short(written)} cannot be read; {ONLY_LITERAL}"))


def _call(node: nodes.Node, line: int, written: str) -> Call:
    if isinstance(node, nodes.Name):
        raise _NotLiteralError("is a bare name")
    if not isinstance(node, nodes.Call):
        raise _NotLiteralError("does not call a component")
    if not isinstance(node.node, nodes.Name):
        raise _NotLiteralError("calls something other than a component")
    if node.dyn_args or node.dyn_kwargs:
        raise _NotLiteralError("has a star before a value")
    names = [pair.key for pair in node.kwargs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise _NotLiteralError(f"gives {twice} twice")
    values = tuple(_literal(value) for value in node.args)
    return Call(node.node.name, values, {pair.key: _literal(pair.value) for pair in node.kwargs}, line, written)


def _literal(node: nodes.Node) -> Any:
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.List | nodes.Tuple):
        return [_literal(item) for item in node.items]
    if isinstance(node, nodes.Dict):
        if not all(isinstance(pair.key, nodes.Const) for pair in node.items):
            raise _NotLiteralError("names a field by something other than a text")
        return {_literal(pair.key): _literal(pair.value) for pair in node.items}
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const) and isinstance(node.node.value, int | float):
        return -node.node.value
    if isinstance(node, nodes.Name):
        raise _NotLiteralError(f"has the bare word “{node.name}”, which needs quotes")
    raise _NotLiteralError("holds something that would have to be worked out")


def check_call(call: Call, components: Components) -> str | None:
    """What is wrong with the name or the values of a call, or None."""
    function = components.get(call.name)
    if not function:
        hint = did_you_mean(call.name, components) or "; docs/contribute/macros.md lists them all"
        return f"there is no component “{call.name}”{hint}"
    takes = list(inspect.signature(function).parameters.values())[1:]
    try:
        given = inspect.Signature(takes).bind(*call.values, **call.named).arguments
    except TypeError as stop:
        return _not_like_this(call, takes, str(stop))
    if any(parameter.annotation not in PLAIN for parameter in takes):
        return (
            f"{call.name} is called by other components, not by pages; docs/contribute/macros.md lists those for pages"
        )
    for parameter in takes:
        if parameter.name not in given:
            continue
        value = given[parameter.name]
        values = value if parameter.kind is inspect.Parameter.VAR_POSITIONAL else (value,)
        wrong = next(filter(None, (_wrong_value(parameter, one) for one in values)), None)
        if wrong:
            return _not_like_this(call, takes, f"{parameter.name} must be {wrong}")
    return None


def _not_like_this(call: Call, takes: list[inspect.Parameter], why: str) -> str:
    return f"{call.name} cannot be called like this ({why}); write it as {{{{ {call.name}{_shape(takes)} }}}}"


PLAIN: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "str": ("a text in quotes", (str,)),
    "str | None": ("a text in quotes", (str, type(None))),
    "int": (f"a whole number up to {MOST_NUMBER:,}", (int,)),
    "int | None": (f"a whole number up to {MOST_NUMBER:,}", (int, type(None))),
    "bool": ("true or false", (bool,)),
    "bool | None": ("true or false", (bool, type(None))),
    "list[str]": ("a list of texts in quotes", (list,)),
}
"""What a page may hand to a component: how a parameter is annotated, in words, and as types."""


def _wrong_value(parameter: inspect.Parameter, value: Any) -> str | None:
    """What a value must be, where it is something else; None where it is that."""
    words, types = PLAIN[str(parameter.annotation)]
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        return words
    if isinstance(value, list) and not all(isinstance(one, str) for one in value):
        return words
    return words if isinstance(value, int) and not 0 <= value <= MOST_NUMBER else None


def _shape(takes: list[inspect.Parameter]) -> str:
    names = (f"{one.name}={one.default!r}" if one.default is not inspect.Parameter.empty else one.name for one in takes)
    return f"({', '.join(names)})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:60]} ... }}}}"
