"""Changes to what a file holds: a value taken away, doubled, moved, of another kind, or one that is out of the way."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from mutants.payloads import ADDRESSES, DATES, IDS, TEXTS, VALUES

Place = tuple[Any, Any]
"""What holds a value, a mapping or a list, and the value's key or number in it."""
WHEN = ("when", "on", "again_by", "together_on")
NAMES = (
    "id", "source", "from", "to", "part", "kind", "claim", "option", "form", "scale", "exercise", "decision",
    "finding", "code", "of", "count", "more", "than", "standpoint",
)  # fmt: skip
LINKS = ("url", "doi")


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Place, tuple[Any, ...]]]:
    """Every value below the top of a tree, with its path."""
    inner = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    for key, value in inner:
        yield (tree, key), (*path, key)
        yield from places(value, (*path, key))


def _some(tree: Any, chance: random.Random, fits: Callable[[Any, Any], bool]) -> tuple[Place, tuple[Any, ...]]:
    """A place whose key and value fit, by chance; any place where none does."""
    every = list(places(tree))
    fitting = [one for one in every if fits(one[0][1], one[0][0][one[0][1]])]
    return chance.choice(fitting or every)


def _anything(_: Any, __: Any) -> bool:
    return True


def is_date(key: Any, value: Any) -> bool:
    """True for a field that holds a date, or the word otherwise."""
    return key in WHEN and not isinstance(value, dict | list)


def is_name(key: Any, value: Any) -> bool:
    """True for a field that holds an id; entries of a list of ids count too."""
    return isinstance(value, str) and (
        key in NAMES or (isinstance(key, int) and value.replace("-", "").isalnum() and value.islower())
    )


def is_text(key: Any, value: Any) -> bool:
    """True for a field that holds words."""
    return isinstance(value, str) and not is_date(key, value) and key not in NAMES


def drop(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Takes a value away."""
    (holder, key), path = _some(tree, chance, _anything)
    del holder[key]
    return path


def double(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Lets an entry of a list stand twice, or many times."""
    (holder, key), path = _some(tree, chance, lambda key, _: isinstance(key, int))
    for _ in range(chance.choice((1, 1, 1, 2, 30)) if isinstance(holder, list) else 0):
        holder.insert(chance.randint(0, len(holder)), copy.deepcopy(holder[key]))
    return path


def move(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Moves a value to another place, under its own name."""
    (holder, key), path = _some(tree, chance, _anything)
    value = holder.pop(key)
    (other, _), _ = _some(tree, chance, _anything) if tree else ((tree, None), ())
    if isinstance(other, list):
        other.insert(chance.randint(0, len(other)), value)
    else:
        other[str(key)] = value
    return path


def retype(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets a value of another kind."""
    (holder, key), path = _some(tree, chance, _anything)
    value = holder[key]
    wrapped = ([value], {"text": value}, str(value), value[0] if isinstance(value, list) and value else None)
    holder[key] = copy.deepcopy(chance.choice((*VALUES, *wrapped)))
    return path


def replace(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets the value of another field."""
    (holder, key), path = _some(tree, chance, _anything)
    (other, there), _ = _some(tree, chance, _anything)
    holder[key] = copy.deepcopy(other[there])
    return path


def swap(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Lets two entries of a list, or two fields, change places."""
    (holder, key), path = _some(tree, chance, _anything)
    other = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    holder[key], holder[other] = holder[other], holder[key]
    return path


def misname(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Gives a field another name: misspelt, of an object of the language, or of another field."""
    (holder, key), path = _some(tree, chance, lambda key, _: isinstance(key, str))
    if isinstance(holder, dict):
        others = [other for (_, other), _ in places(tree) if isinstance(other, str)]
        holder[
            chance.choice(
                (f"{key}s", str(key)[1:], str(key).upper(), f"{key} ", "constructor", "__proto__", "on", *others)
            )
        ] = holder.pop(key)
    return path


def set_date(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets a date that is out of the way."""
    (holder, key), path = _some(tree, chance, is_date)
    holder[key] = copy.deepcopy(chance.choice(DATES))
    return path


def set_dates(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets the same date everywhere, so that no order of time is hurt."""
    value = chance.choice(DATES)
    for (holder, key), _ in list(places(tree)):
        if is_date(key, holder[key]) and holder[key] != "otherwise":
            holder[key] = copy.deepcopy(value)
    return ("every date", str(value))


def set_id(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets an id that is out of the way, in one place."""
    (holder, key), path = _some(tree, chance, is_name)
    holder[key] = copy.deepcopy(chance.choice(IDS))
    return path


def rename(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Gives a thing an id that is out of the way, wherever it is named."""
    (holder, key), path = _some(tree, chance, lambda key, value: key == "id" and isinstance(value, str))
    old, new = holder[key], chance.choice(IDS)
    for (other, there), _ in list(places(tree)):
        if type(other[there]) is type(old) and other[there] == old:
            other[there] = copy.deepcopy(new)
    return path


def set_text(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets a hostile text, alone or amid the words that stood there."""
    (holder, key), path = _some(tree, chance, is_text)
    value, before = chance.choice(TEXTS), str(holder[key])
    middle = len(before) // 2
    holder[key] = chance.choice(
        (value, value, before + value, value + before, f"{before[:middle]}{value}{before[middle:]}")
    )
    return path


def set_texts(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets the same hostile text into every third field."""
    value = chance.choice(TEXTS)
    for (holder, key), _ in list(places(tree)):
        if is_text(key, holder[key]) and not isinstance(key, int) and chance.random() < 0.3:
            holder[key] = f"{holder[key]} {value}"
    return ("every third text", value[:40])


def set_address(tree: Any, chance: random.Random) -> tuple[Any, ...]:
    """Sets an address or a DOI that is out of the way."""
    (holder, key), path = _some(tree, chance, lambda key, _: key in LINKS)
    holder[key] = chance.choice(ADDRESSES)
    return path


TREES: tuple[tuple[Callable[[Any, random.Random], tuple[Any, ...]], int], ...] = (
    (set_text, 6), (set_date, 4), (rename, 4), (drop, 4), (retype, 3), (replace, 3), (double, 2), (set_texts, 2),
    (set_id, 2), (set_address, 2), (move, 2), (set_dates, 1),
    (swap, 1), (misname, 1),
)  # fmt: skip
