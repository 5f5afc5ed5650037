"""The command line: casebook check, new, schema, ids, due, audit, fmt, export, import-bibliography."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from casebook.library import Library
from casebook.loading import load


def project_root(start: Path | None = None) -> Path:
    """The project's folder: the nearest one upwards that holds mkdocs.yml, or cases."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").exists() or any((folder / "cases").glob("*.yml")):
            return folder
    return here


def check(library: Library, files: Sequence[str]) -> int:
    """Prints every problem (of the named files, or of all) and a last line that counts. Returns the exit status."""
    wanted = {Path(name).resolve() for name in files}
    shown = [problem for problem in library.problems if not wanted or (library.root / problem.file).resolve() in wanted]
    for problem in shown:
        print(problem)
    errors = sum(not problem.warning for problem in shown)
    warnings = len(shown) - errors
    checked = f"{len(library.case_files)} cases, {len(library.exercise_files)} exercises, {len(library.claim_pages)} claims and {len(library.form_pages)} forms"
    what = f"{len(wanted)} of them asked for; " if wanted else ""
    ending = f", {warnings} in drafts" if warnings else ""
    read = [one.file for one in library.case_files.values()] + [one.file for one in library.exercise_files.values()]
    items = {(library.root / file).resolve() for file in read}
    missing = [name for name in files if Path(name).resolve() not in items]
    for name in missing:
        stray = "is no case and no exercise; they stand in cases/ and exercises/, and end in .yml"
        print(f"{name}: {stray if Path(name).exists() else 'there is no such file; look at the spelling'}")
    if not items:
        print(f"There is no casebook in {library.root} or above it; go to its folder first.")
        return 2
    print(f"Checked {checked}; {what}{counted(errors, 'problem')}{ending}.")
    return 1 if errors or missing else 0


def counted(number: int, word: str) -> str:
    """1 problem, 2 problems, no problems."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _check(arguments: argparse.Namespace) -> int:
    return check(load(project_root()), arguments.files)


def _new(arguments: argparse.Namespace) -> int:
    from casebook.contributing import new_item

    return new_item(project_root(), arguments.kind, arguments.slug)


def _schema(arguments: argparse.Namespace) -> int:
    from casebook.schema import write_schemas
    from casebook.words import write_shape

    library = load(project_root())
    for path in write_schemas(library, Path(arguments.to) if arguments.to else None):
        print(f"Wrote {path}")
    if not arguments.to:
        print(f"Wrote {write_shape(library.root)}")
    return 0


def _ids(arguments: argparse.Namespace) -> int:
    from casebook.ageing import accept_ids

    return accept_ids(load(project_root())) if arguments.accept else check(load(project_root()), [])


def _due(arguments: argparse.Namespace) -> int:
    from casebook.ageing import report_due

    return report_due(load(project_root()), accept=arguments.accept, only=arguments.claims)


def _audit(_: argparse.Namespace) -> int:
    from casebook.audit import report_audit

    return report_audit(load(project_root()))


def _format(arguments: argparse.Namespace) -> int:
    from casebook.contributing import format_files

    return format_files(project_root(), arguments.files)


def _export(arguments: argparse.Namespace) -> int:
    from casebook.export import export_site

    return export_site(project_root(), Path(arguments.to))


def _import(arguments: argparse.Namespace) -> int:
    from casebook.bibliography import import_bibliography

    target = project_root() / "docs/learn/bibliography.yml"
    if target.exists() and not arguments.again:
        print(f"{target.name} is there already; say --again to write it anew (changes made by hand are lost)")
        return 1
    print(f"Wrote {counted(import_bibliography(Path(arguments.evidence), target), 'source')} to {target.name}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their words."""
    top = argparse.ArgumentParser(prog="casebook", description="Checks and writes what the Systems Leadership Casebook is made of.")
    commands = top.add_subparsers(dest="command", required=True)

    one = commands.add_parser("check", help="name every problem of every file, or of the files named")
    one.add_argument("files", nargs="*")
    one.set_defaults(run=_check)

    one = commands.add_parser("new", help="write a new case or exercise from the template")
    one.add_argument("kind", choices=("case", "exercise"))
    one.add_argument("slug")
    one.set_defaults(run=_new)

    one = commands.add_parser("schema", help="write the JSON Schemas that editors read")
    one.add_argument("--to", help="the folder (cases/ and exercises/ themselves if left out)")
    one.set_defaults(run=_schema)

    one = commands.add_parser("ids", help="compare the ids of rated items with the committed list")
    one.add_argument("--accept", action="store_true", help="add new ids, and texts changed with an erratum, to the list")
    one.set_defaults(run=_ids)

    one = commands.add_parser("due", help="list what should be read again")
    one.add_argument("--accept", action="store_true", help="write down that the findings of the claims named (or of all) have been weighed")
    one.add_argument("claims", nargs="*")
    one.set_defaults(run=_due)

    commands.add_parser("audit", help="print what the cases rest on").set_defaults(run=_audit)

    one = commands.add_parser("fmt", help="set files in block style, comments kept")
    one.add_argument("files", nargs="+")
    one.set_defaults(run=_format)

    one = commands.add_parser("export", help="write every page as a file, for other site generators")
    one.add_argument("to")
    one.set_defaults(run=_export)

    one = commands.add_parser("import-bibliography", help="turn a list of sources into docs/learn/bibliography.yml, once")
    one.add_argument("evidence")
    one.add_argument("--again", action="store_true")
    one.set_defaults(run=_import)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status: 0 for good, 1 for problems found, 2 for words not understood."""
    arguments = parser().parse_args(words)
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads along, `head` for one, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
