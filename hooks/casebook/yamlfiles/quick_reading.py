"""Reads a text that has nothing wrong with its form, without the lines of its values: in a third of the time.

It builds the same data as `values.ValueBuilder`, and gives up at the first sign of anything that could be a fault: the
careful reading then looks again, and has the words for it.
"""

from __future__ import annotations

from typing import Any

import yaml

from casebook.yamlfiles.swallowed_lines import swallowed_lines
from casebook.yamlfiles.syntax_errors import MOST_DEPTH
from casebook.yamlfiles.values import FLOW_WORD, NOTHING, WHOLE_NUMBER, ZERO_NUMBER

_WORDS = {"true": True, "false": False}


class Doubtful(Exception):
    """Something that may be a fault."""


def quick_data(node: Any, text: str) -> Any:
    """The plain data of a tree of YAML nodes. Raises Doubtful where anything about it may be wrong."""
    return _Builder(text).build(node, 0)


class _Builder:
    def __init__(self, text: str) -> None:
        self.source = text.split("\n")

    def build(self, node: Any, depth: int) -> Any:
        kind = type(node)
        if kind is yaml.ScalarNode:
            return self.scalar(node)
        if depth >= MOST_DEPTH:
            raise Doubtful
        depth += 1
        if kind is yaml.MappingNode:
            found = {self.name(key): self.build(value, depth) for key, value in node.value}
            if len(found) != len(node.value):  # a field stands twice
                raise Doubtful
            return found
        if node.flow_style:
            self.refuse_torn_texts(node.value)
        return [self.build(item, depth) for item in node.value]

    def name(self, key: Any) -> str:
        if type(key) is not yaml.ScalarNode:
            raise Doubtful
        name: str = key.value
        return name.strip()

    def scalar(self, node: Any) -> Any:
        value = node.value
        start, end = node.start_mark.line, node.end_mark.line
        if start != end and any(swallowed_lines(node, (), self.source)):
            raise Doubtful
        if node.style:
            return value
        if value in NOTHING or (end < len(self.source) and "#" in self.source[end][node.end_mark.column :]):
            raise Doubtful
        if value[0] in "-0123456789":
            if WHOLE_NUMBER.match(value):
                return int(value)
            if ZERO_NUMBER.match(value):
                raise Doubtful
        return _WORDS.get(value, value)

    def refuse_torn_texts(self, items: list[Any]) -> None:
        for item in items:
            if type(item) is yaml.ScalarNode and not item.style and not FLOW_WORD.match(item.value):
                raise Doubtful
