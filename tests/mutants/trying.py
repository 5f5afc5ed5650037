"""Sends one mutant through reading, checking and rendering, and says what fails."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casebook.checking import load as loading
from casebook.checking.validate import every_advice
from casebook.cli.main import check
from casebook.library.library import Library
from casebook.yamlfiles.formatter import in_block_style
from casebook.yamlfiles.parser import SourceFileError, decode, read_text
from casebook.yamlfiles.project_files import printable
from mutants.crashes import FieldIssue, crash, innermost
from mutants.limits import TooSlow, within
from mutants.making import Mutant
from mutants.messages import faults_of_message
from mutants.placing import placed
from mutants.projects import Projects
from mutants.rendered import faults_of_everything

SECONDS = 20


@dataclass(frozen=True)
class Failure:
    """What a mutant showed: its kind, by which failures are counted, and the detail."""

    seed: int
    kind: str
    detail: str
    mutant: str

    def __str__(self) -> str:
        return f"{self.kind}\n    {self.detail}\n    {self.mutant}\n    again alone: make fuzz ONLY={self.seed}"


def try_mutant(projects: Projects, mutant: Mutant, seconds: float = SECONDS, every: bool = False) -> list[Failure]:
    """Puts a mutant into its project, sends it through, and takes it out again.

    With `every`, all pages of the real project are written, and not only those near the mutant.
    """
    try:
        with placed(projects, mutant) as root, within(seconds):
            faults = list(dict.fromkeys(_faults(root, mutant, every)))
    except TooSlow as stop:
        faults = [("hang", f"{stop} in {innermost(stop)}")]
    except Exception as stop:
        faults = [crash("loading and checking", stop)]
    return [Failure(mutant.seed, kind, detail, str(mutant)) for kind, detail in faults]


def _faults(root: Path, mutant: Mutant, every: bool) -> Iterator[FieldIssue]:
    library = loading.load(root)
    for issue in library.issues:
        yield from faults_of_message(issue, root)
    yield from _faults_of_command(library)
    yield from _faults_of_silence(library, mutant)
    yield from _faults_of_format(mutant)
    yield from faults_of_everything(library, mutant, every)


def _faults_of_command(library: Library) -> Iterator[FieldIssue]:
    """What `casebook check` prints: a line for each warning and each problem, and one that counts."""
    expected = [*every_advice(library), *library.issues]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        check(library, [])
    lines = said.getvalue().split("\n")[:-1]
    if len(lines) != len(expected) + 1:
        yield "check prints other lines than it has problems", f"{len(lines)} for {len(expected)}"


def _faults_of_silence(library: Library, mutant: Mutant) -> Iterator[FieldIssue]:
    """A case or exercise that is left out says why; so does a file that nobody reads because of its name."""
    folder, _, name = mutant.file.partition("/")
    if folder not in ("cases", "exercises") or name.startswith(("_", ".")) or name.endswith((".txt", ".bak", "~")):
        return
    files, good = (
        (library.case_files, library.cases) if folder == "cases" else (library.exercise_files, library.exercises)
    )
    loaded, slug = files.get(name.removesuffix(".yml")), name.removesuffix(".yml")
    if (
        slug not in good
        and not (loaded and loaded.is_draft)
        and not any(printable(name) in str(issue) for issue in library.issues)
    ):
        yield "a file is left out and nothing says why", mutant.file


def _faults_of_format(mutant: Mutant) -> Iterator[FieldIssue]:
    """Setting a file in block style changes no value; asked of one in eight, because it is slow."""
    if mutant.seed % 8 or not mutant.file.startswith(("cases/", "exercises/")) or not mutant.file.endswith(".yml"):
        return
    try:
        text = decode(mutant.content)
        if read_text(in_block_style(text)).data != read_text(text).data:
            yield "fmt changes a value", mutant.file
    except SourceFileError:
        return
    except Exception as stop:
        yield crash("formatting", stop)
