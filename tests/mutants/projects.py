"""The projects that mutants are put into: one with one of everything, one with real words and claims for real cases."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from casebook.analysis.review_status import accept_ids
from casebook.checking.load import load

ROOT = Path(__file__).resolve().parents[2]
BASE = Path(__file__).parent / "base"
SMALL, REAL = "small", "real"
LISTS = tuple(
    f"docs/learn/{name}.yml"
    for name in (
        "vocabulary",
        "scales",
        "bibliography",
        "glossary",
        "policy-dates",
        "synonyms",
        "standards",
        "words-of-today",
    )
)
PAGES = (
    "docs/learn/claims/members-learn-together.md", "docs/learn/claims/agreements-must-bind.md",
    "docs/learn/forms/learning-network.md",
    "docs/facilitate/sessions/harbour-hour.md", "docs/facilitate/methods/ring.md", "docs/learn/harbour-essay.md",
)  # fmt: skip
TEMPLATES = ("cases/_template.yml", "exercises/_template.yml")
AWKWARD = ("hostile-case", "awkward-case", "bare-case")
_MOMENT = re.compile(r"^moment:\n(?: +.*\n)+", re.MULTILINE)
_CASES = re.compile(r"^    cases: .*\n", re.MULTILINE)
_RELATED = re.compile(r"^related: *(?:\[[^\]]*\]|(?:\n +- .*)+) *\n", re.MULTILINE)
"""Cases to read with it: in the real project most of them are not there."""


@dataclass(frozen=True)
class Projects:
    """Both projects, each in a folder of its own that only this process writes to."""

    small: Path
    real: Path

    def folder(self, name: str) -> Path:
        """The folder of the small or of the real project."""
        return self.small if name == SMALL else self.real


def build_projects(folder: Path) -> Projects:
    """Writes both projects below a folder."""
    return Projects(_small(folder / SMALL), _real(folder / REAL))


def real_case(slug: str) -> str:
    """The text of a real or a hostile case, without the cases that it is to be read with."""
    path = ROOT / ("tests/hostile" if slug in AWKWARD else "cases") / f"{slug}.yml"
    return _RELATED.sub("", path.read_text(encoding="utf-8"))


def real_cases() -> list[str]:
    """The slugs of the real cases, in order."""
    return sorted(path.stem for path in (ROOT / "cases").glob("*.yml") if not path.name.startswith("_"))


def _small(project: Path) -> Path:
    shutil.copytree(ROOT / "tests/examples", project)
    shutil.copytree(BASE, project, dirs_exist_ok=True)
    case = project / "cases/harbour.yml"  # its example.org is the template's, which a finished case may not keep
    case.write_text(case.read_text(encoding="utf-8").replace("example.org", "harbour.example"), encoding="utf-8")
    return _furnished(project)


def _real(project: Path) -> Path:
    for place in ("docs/learn/claims", "docs/learn/forms"):
        shutil.copytree(ROOT / place, project / place, ignore=shutil.ignore_patterns("index.md"))
        for path in (project / place).glob("*.md"):  # a moment names a case that is not here
            path.write_text(_MOMENT.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    for name in LISTS:
        shutil.copy(ROOT / name, project / name)
    words = project / "docs/learn/words-of-today.yml"
    words.write_text(_CASES.sub("", words.read_text(encoding="utf-8")), encoding="utf-8")
    for name in ("cases", "exercises"):
        (project / name).mkdir()
    for path in (ROOT / "exercises").glob("[a-z]*.yml"):
        (project / "exercises" / path.name).write_text(
            _RELATED.sub("", path.read_text(encoding="utf-8")), encoding="utf-8"
        )
    for name in AWKWARD[1:]:
        (project / f"cases/{name}.yml").write_text(real_case(name), encoding="utf-8")
    return _furnished(project)


def _furnished(project: Path) -> Path:
    """Adds what a page is written with: the messages, and the list of ids."""
    shutil.copytree(ROOT / "docs/messages", project / "docs/messages")
    for name in (*TEMPLATES, "mkdocs.yml"):
        shutil.copy(ROOT / name, project / name)
    with contextlib.redirect_stdout(io.StringIO()):
        accept_ids(load(project))
    return project
