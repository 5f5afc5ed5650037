"""Makes cases from a fixed seed: the shapes of the real ones, their words shuffled, so that a thousand weigh what real
ones do.
"""

from __future__ import annotations

import copy
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from casebook.yamlfiles.parser import read_file

SEED = 20261123
KEPT = {
    "id",
    "when",
    "from",
    "to",
    "source",
    "sources",
    "kind",
    "mode",
    "purpose",
    "form",
    "part",
    "claim",
    "stance",
    "design",
    "direction",
    "measured_by",
    "read",
    "access",
    "standpoint",
    "fate",
    "how",
    "country",
    "sectors",
    "themes",
    "option",
    "strength",
    "related",
    "url",
    "doi",
    "on",
    "again_by",
    "unverified",
}
COUNTED = ("story", "situation")
"""Fields that may have only so many words: they stay as they are."""
PROJECT = ("docs", "hooks", "exercises")
PLAIN = """site_name: Plain
use_directory_urls: false
theme: {name: material, font: false}
nav: [index.md]
not_in_nav: "*"
plugins: [search]
"""


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text for readers, with its path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if key in KEPT:
            continue
        if isinstance(value, str):
            yield (*path, key), value
        else:
            yield from leaves(value, (*path, key))


def field(path: tuple[Any, ...]) -> str:
    """The name of the field that a path ends in."""
    return next(str(step) for step in reversed(path) if isinstance(step, str))


def numbered(text: str, number: int) -> str:
    """A longer text with the number of its case in the place of its longest word: cases that share many texts would be
    taken for copies. A question stays as it is.
    """
    words = text.split(" ")
    return text.replace(max(words, key=len), str(number), 1) if len(words) > 4 and not text.endswith("?") else text


def cases(root: Path, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many cases, each with a slug; the same for the same real cases and seed."""
    chance = random.Random(SEED)
    real = [read_file(path).data for path in sorted((root / "cases").glob("[a-z]*.yml"))]
    pool: dict[str, list[str]] = {}
    for one in real:
        for path, text in leaves(one):
            pool.setdefault(field(path), []).append(text)
    for number in range(count):
        made = copy.deepcopy(chance.choice(real))
        for path, text in list(leaves(made)):
            if any(name in path for name in COUNTED):
                continue
            at = made
            for step in path[:-1]:
                at = at[step]
            at[path[-1]] = numbered(chance.choice(pool[field(path)]), number) if len(text) > 3 else text
        made["title"] = f"{made['title'][:100]} ({number})"
        made["related"] = []
        for index, decision in enumerate(made.get("decisions", [])):
            for chair, seat in enumerate(decision["seats"]):
                seat["question"] = f"{seat['question'][:180]} ({number}, {index}, {chair})"
        yield f"made-{number:04d}", made


def casebook_project(root: Path, target: Path, count: int) -> None:
    """The casebook with the real cases and so many made ones that there are `count`."""
    for name in PROJECT:
        shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(root / "cases", target / "cases")
    for name in ("mkdocs.yml", "deno.json", "deno.lock"):
        shutil.copy(root / name, target / name)
    more = count - len(list((root / "cases").glob("[a-z]*.yml")))
    for slug, case in cases(root, max(more, 0)):
        text = yaml.dump(
            case,
            Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
            allow_unicode=True,
            sort_keys=False,
            width=10_000,
        )
        (target / f"cases/{slug}.yml").write_text(text)


def plain_page(case: dict[str, Any]) -> str:
    """The same words as one page that somebody might have written by hand."""
    lines = [f"# {case['title']}", ""]
    for key, value in case.items():
        if key == "title" or key in KEPT:
            continue
        lines += ["", f"## {key.replace('_', ' ').capitalize()}", ""]
        for path, text in leaves({key: value}):
            lines += [f"### {text}" if field(path) in ("label", "question") else re.sub(r"([<>{}])", r"\\\1", text), ""]
    return "\n".join(lines)


def plain_project(source: Path, target: Path) -> None:
    """Plain Material with one page for each case of a casebook project."""
    (target / "docs/cases").mkdir(parents=True)
    (target / "mkdocs.yml").write_text(PLAIN)
    (target / "docs/index.md").write_text("# Plain\n")
    for path in sorted((source / "cases").glob("[a-z]*.yml")):
        (target / f"docs/cases/{path.stem}.md").write_text(plain_page(read_file(path).data))
