"""Fields that stand twice because a dash is missing or a passage was pasted twice: one mistake, and one sentence.

The tree that YAML made of the file is mended, so that nothing is said that only follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from casebook.text.characters import shown

FEWEST_TOGETHER = 2
"""So many fields of an entry stand again before a dash is said to be missing."""
FEWEST_PASTED = 3
_NAMED = 3


def mend_repeats(node: Any) -> Iterator[tuple[int, str]]:
    """Mends a tree of YAML nodes in place. Yields line (from 1) and message."""
    if isinstance(node, yaml.SequenceNode):
        if not node.flow_style:
            node.value = [part for item in node.value for part in _entries(item)]
            yield from _missing_dashes(node.value)
        for item in node.value:
            yield from mend_repeats(item)
    elif isinstance(node, yaml.MappingNode):
        yield from _without_pasted(node)
        for _, value in node.value:
            yield from mend_repeats(value)


def _name(key: Any) -> Any:
    """The name of a field; of what is no name, the node itself, which equals no other."""
    return key.value.strip() if isinstance(key, yaml.ScalarNode) else key


def _entries(item: Any) -> list[Any]:
    """An entry of a list, divided where its fields begin anew."""
    if not isinstance(item, yaml.MappingNode) or item.flow_style:
        return [item]
    chunks: list[list[Any]] = [[]]
    names: set[Any] = set()
    for pair in item.value:
        name = _name(pair[0])
        if name in names:
            chunks.append([])
            names = set()
        names.add(name)
        chunks[-1].append(pair)
    first = {_name(key) for key, _ in chunks[0]}
    if any(sum(_name(key) in first for key, _ in chunk) < FEWEST_TOGETHER for chunk in chunks[1:]):
        return [item]
    rest = [_Undashed(item.tag, chunk, chunk[0][0].start_mark, chunk[-1][1].end_mark) for chunk in chunks[1:]]
    item.value = chunks[0]
    return [item, *rest]


class _Undashed(yaml.MappingNode):
    """An entry that has no dash in the file."""


def _missing_dashes(items: list[Any]) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, _Undashed):
            key = shown(str(_name(item.value[0][0])), 80)
            message = f"begins another entry and has no dash; write - {key}: with the dash below the one above"
            yield item.start_mark.line + 1, message


def _without_pasted(node: Any) -> Iterator[tuple[int, str]]:
    """Takes out fields that stand again in a row."""
    seen: set[Any] = set()
    kept: list[Any] = []
    run: list[Any] = []
    for pair in [*node.value, None]:
        if pair is not None and _name(pair[0]) in seen:
            run.append(pair)
            continue
        if len(run) >= FEWEST_PASTED:
            yield run[0][0].start_mark.line + 1, _pasted(run)
        else:
            kept += run
        run = []
        if pair is not None:
            seen.add(_name(pair[0]))
            kept.append(pair)
    node.value = kept


def _pasted(run: list[Any]) -> str:
    names = [shown(str(_name(key)), 80) for key, _ in run[:_NAMED]]
    more = f" and {len(run) - _NAMED} more" if len(run) > _NAMED else ""
    last = run[-1][1].end_mark
    until = last.line + (1 if last.column else 0)
    where = f"lines {run[0][0].start_mark.line + 1} to {until}"
    return f"{', '.join(names)}{more} are written a second time in {where}; delete these lines, or join the two"
