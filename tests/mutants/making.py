"""Turns a seed into a mutant: the same seed, the same mutant, whatever the machine."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Any

import yaml

from mutants.lines import LINES
from mutants.octets import OCTETS
from mutants.payloads import IDS
from mutants.projects import AWKWARD, LISTS, PAGES, REAL, SMALL, TEMPLATES, Projects, real_case, real_cases
from mutants.trees import TREES

CASE, EXERCISE, IDS_FILE, WORDS = (
    "cases/harbour.yml",
    "exercises/harbour-check.yml",
    "exercises/ids.txt",
    "docs/messages/en.yml",
)
_KINDS = (
    ("case", 34), ("exercise", 22), ("real", 14), ("hostile", 4), ("list", 9), ("page", 9), ("words", 4),
    ("template", 2), ("ids", 2),
)  # fmt: skip
SHAPES = ("folder", "link to nowhere", "link out", "link to itself", "pipe", "file that nobody may read")
MOULDS = (
    "later.yaml", "later.YML", "{stem}.{ending}.bak", ".{stem}.{ending}", "{stem}~", "{stem} (1).{ending}",
    "Ünder.{ending}", "sub/later.{ending}", ".{ending}", "{stem}.{ending}.txt", "a\nb.{ending}",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One changed file of a project.

    `how` names the changes, `where` the places; `content` is what the file then holds, `shape` what it is.
    """

    seed: int
    project: str
    file: str
    content: bytes
    how: str
    where: str
    shape: str = "file"

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.file} of the {self.project} project, {self.how} at {self.where}"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads only whole numbers, true and false as more than text."""


class _Dumper(yaml.SafeDumper):
    """Writes what the loader reads, so that dates and words such as no stay bare."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never an anchor."""
        return True


for _tool in (_Loader, _Dumper):
    _tool.yaml_implicit_resolvers = {}
    _tool.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"(?:0|-?[1-9][0-9]*)\Z"), list("-0123456789"))
    _tool.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))
    _tool.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"), ["~", "n", ""])


def make_mutant(projects: Projects, seed: int) -> Mutant:
    """The mutant of a seed."""
    chance = random.Random(seed)
    kind = chance.choices([name for name, _ in _KINDS], [weight for _, weight in _KINDS])[0]
    project, file, before = _base(projects, kind, chance)
    family = chance.choices(("tree", "lines", "octets", "name"), (60, 26, 12, 2))[0]
    if family == "name":
        return _placed(seed, project, file, before, chance)
    if family == "tree" and not file.endswith(".txt"):
        content, how, where = _changed_tree(file, before, chance)
    elif family == "octets":
        change = chance.choice(OCTETS)
        content, how, where = change(before.encode(), chance), f"octets {change.__name__}", "somewhere"
    else:
        content, how, where = _changed_lines(before, chance)
    return Mutant(seed, project, file, content, how, where)


def _placed(seed: int, project: str, file: str, before: str, chance: random.Random) -> Mutant:
    """The file under another name, or something else under its name."""
    folder, _, name = file.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if chance.random() < 0.4:
        shape = chance.choice(SHAPES)
        return Mutant(
            seed,
            project,
            chance.choice((file, f"{folder}/another.{ending}")),
            before.encode(),
            f"name: a {shape} in its place",
            name,
            shape,
        )
    slug = str(chance.choice(IDS)).replace("/", "-").replace("\x00", "-")[:90] or "-"
    other = chance.choice(
        (f"{slug}.{ending}", f"{slug}.{ending}", *(mould.format(stem=stem, ending=ending) for mould in MOULDS))
    )
    return Mutant(seed, project, f"{folder}/{other}", before.encode(), "name", repr(other))


def _base(projects: Projects, kind: str, chance: random.Random) -> tuple[str, str, str]:
    """The project, the file and the text that a mutant begins with."""
    if kind in ("real", "hostile"):
        slug = chance.choice(AWKWARD if kind == "hostile" else real_cases())
        return REAL, f"cases/{slug}.yml", real_case(slug)
    files = {
        "case": (CASE,),
        "exercise": (EXERCISE,),
        "list": LISTS,
        "page": PAGES,
        "words": (WORDS,),
        "template": TEMPLATES,
        "ids": (IDS_FILE,),
    }
    file = chance.choice(files[kind])
    return SMALL, file, (projects.small / file).read_text(encoding="utf-8")


def _changed_tree(file: str, before: str, chance: random.Random) -> tuple[bytes, str, str]:
    """A file whose values were changed once or twice, written anew."""
    head, body = before, ""
    if file.endswith(".md"):
        _, head, body = before.split("---\n", 2)
    tree = yaml.load(head, _Loader)
    done = []
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3))):
        change = chance.choices([one for one, _ in TREES], [weight for _, weight in TREES])[0]
        if tree:
            done.append((change.__name__, "/".join(str(step) for step in change(tree, chance))))
    text = yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=chance.choice((80, 100_000)))
    text = f"---\n{text}---\n{body}" if file.endswith(".md") else text
    how, where = "tree " + " + ".join(name for name, _ in done), ", ".join(where for _, where in done)
    return text.encode("utf-8", "surrogatepass"), how, where


def _changed_lines(before: str, chance: random.Random) -> tuple[bytes, str, str]:
    """A file whose lines were changed once, twice or thrice."""
    lines, done = before.split("\n"), []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at, change = chance.randrange(len(lines)), chance.choice(LINES)
        change(lines, at, chance)
        lines = lines or [""]
        done.append((change.__name__, str(at + 1)))
    how, where = "lines " + " + ".join(name for name, _ in done), "line " + ", ".join(at for _, at in done)
    return "\n".join(lines).encode("utf-8", "surrogatepass"), how, where
