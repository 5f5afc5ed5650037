"""The command line: casebook check, new, schema, ids, due, audit, fmt,
migrate-authors, zip, export."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from casebook.checking.load import NEEDED, load
from casebook.cli.check import check


def project_root(start: Path | None = None) -> Path:
    """The project's folder: the nearest one upwards that holds mkdocs.yml, or cases."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").exists() or any((folder / "cases").glob("*.yml")):
            return folder
    return here


def _check(arguments: argparse.Namespace) -> int:
    return check(load(project_root()), arguments.files, github=arguments.format == "github")


def _new(arguments: argparse.Namespace) -> int:
    from casebook.cli.new import new_item

    return new_item(project_root(), arguments.kind, arguments.slug)


def _schema(arguments: argparse.Namespace) -> int:
    from casebook.library.json_schema import write_schemas
    from casebook.wording.message_shape import SHAPE
    from casebook.wording.messages import WORDS, write_shape
    from casebook.yamlfiles.parser import SourceFileError

    library, to = load(project_root()), Path(arguments.to) if arguments.to else None
    lost = [file for file in NEEDED if library.is_lost(file)]
    if lost:
        print(
            f"{lost[0]} has problems, and the schemas are written from it; to see them, run: casebook check. Nothing "
            f"is written."
        )
        return 1
    if to and to.exists() and not to.is_dir():
        print(f"{to} is a file; name a folder")
        return 1
    for path in write_schemas(library, to):
        print(f"Wrote {path}")
    if not arguments.to and (library.root / WORDS).is_file():
        try:
            print(f"Wrote {write_shape(library.root)}")
        except (SourceFileError, ValueError):
            print(f"{WORDS} has problems, and {SHAPE} is written from it; to see them, run: casebook check")
            return 1
    return 0


def _ids(arguments: argparse.Namespace) -> int:
    from casebook.analysis.review_status import accept_ids

    return accept_ids(load(project_root())) if arguments.accept else check(load(project_root()), [])


def _due(arguments: argparse.Namespace) -> int:
    from casebook.analysis.review_status import report_due

    return report_due(load(project_root()), accept=arguments.accept, only=arguments.claims)


def _audit(_: argparse.Namespace) -> int:
    from casebook.cli.audit import report_audit

    return report_audit(load(project_root()))


def _format(arguments: argparse.Namespace) -> int:
    from casebook.cli.fmt import format_files

    return format_files(project_root(), arguments.files)


def _migrate_authors(arguments: argparse.Namespace) -> int:
    from casebook.cli.migrate_authors import migrate_authors

    return migrate_authors(project_root(), arguments.files)


def _export(arguments: argparse.Namespace) -> int:
    from casebook.site.export import export_site

    return export_site(project_root(), Path(arguments.to))


def _zip(arguments: argparse.Namespace) -> int:
    from casebook.core import routes
    from casebook.site.taking_away import show_what_is_there, size_in_words, zip_site

    site = Path(arguments.site).resolve()
    if not (site / routes.HOME).is_file():
        print(f"{arguments.site} holds no built site; build it first, with make build")
        return 1
    copy = zip_site(site)
    links = show_what_is_there(site)
    print(f"Wrote {copy.name}, {size_in_words(copy.stat().st_size)}, into {arguments.site}; {links} links lead to it.")
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their words."""
    top = argparse.ArgumentParser(
        prog="casebook", description="Checks and writes what the Systems Leadership Casebook is made of."
    )
    commands = top.add_subparsers(dest="command", required=True)

    one = commands.add_parser("check", help="name every problem of every file, or of the files named")
    one.add_argument("files", nargs="*", help="files, or names of cases and exercises")
    one.add_argument(
        "--format", choices=("text", "github"), default="text", help="github: as annotations of a proposal"
    )
    one.set_defaults(run=_check)

    one = commands.add_parser("new", help="write a new case or exercise from the template")
    one.add_argument("kind", choices=("case", "exercise"))
    one.add_argument("slug")
    one.set_defaults(run=_new)

    one = commands.add_parser("schema", help="write the JSON Schemas that editors read")
    one.add_argument("--to", help="the folder (cases/ and exercises/ themselves if left out)")
    one.set_defaults(run=_schema)

    one = commands.add_parser("ids", help="compare the ids of rated items with the committed list")
    one.add_argument(
        "--accept", action="store_true", help="add new ids, and texts changed with an erratum, to the list"
    )
    one.set_defaults(run=_ids)

    one = commands.add_parser("due", help="list what should be read again")
    one.add_argument(
        "--accept",
        action="store_true",
        help="write down that the findings of the claims named (or of all) have been weighed",
    )
    one.add_argument("claims", nargs="*")
    one.set_defaults(run=_due)

    commands.add_parser("audit", help="print what the cases rest on").set_defaults(run=_audit)

    one = commands.add_parser("fmt", help="set files in block style, comments kept")
    one.add_argument("files", nargs="+")
    one.set_defaults(run=_format)

    one = commands.add_parser("migrate-authors", help="write authors of sources as fields, where each is one text")
    one.add_argument("files", nargs="*", help="files; every case and exercise and the bibliography if left out")
    one.set_defaults(run=_migrate_authors)

    one = commands.add_parser("zip", help="put a built site into one file to take away, and link it")
    one.add_argument("site", help="the folder of the site, such as build/site")
    one.set_defaults(run=_zip)

    one = commands.add_parser("export", help="write every page as a file, for other site generators")
    one.add_argument("to")
    one.set_defaults(run=_export)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status: 0 for good, 1 for problems found, 2 for words not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="backslashreplace"
            )  # a console that has no letter for it shows its number, and goes on
    arguments = parser().parse_args(words)
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads along, `head` for one, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(
            f"{error.filename or 'A file'} cannot be read or written ({(error.strerror or str(error)).lower()}); "
            f"check its permissions, and the space on the disk."
        )
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
