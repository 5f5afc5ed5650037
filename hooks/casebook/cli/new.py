"""casebook new: a new case or exercise from the template."""

from __future__ import annotations

import os
import re
from pathlib import Path

from casebook.core.addresses import FOLDER_OF, why_not_here
from casebook.schema.base import ID_PATTERN
from casebook.text.quoting import put_back, quoted
from casebook.yamlfiles.parser import SourceFileError
from casebook.yamlfiles.project_files import text_inside

SERVED_AT = "http://127.0.0.1:8000"
TAKEN = "is there already; choose another name, or open that file"


def new_item(root: Path, kind: str, slug: str) -> int:
    """Writes a new case or exercise from the template, as a draft. Returns the exit status."""
    folder = FOLDER_OF[kind]
    file = f"{folder}/{slug}.yml"
    refused = why_not_here(root, folder, slug) or (TAKEN if os.path.lexists(root / file) else None)
    if refused:
        is_name = re.fullmatch(ID_PATTERN, slug)
        print(f"{file} {refused}" if is_name else f"{quoted(slug)} {refused.replace('has a name', 'is a name', 1)}")
        return 1
    template = root / folder / "_template.yml"
    try:
        text = text_inside(root, template)
    except SourceFileError as stop:
        reason = f"{stop.message}, or" if os.path.lexists(template) else "is missing;"
        print(f"{folder}/_template.yml {reason} {put_back(f'{folder}/_template.yml')}")
        return 1
    (root / file).write_bytes(text.encode())
    print(f"Wrote {file} as a draft. Fill it in, delete what you do not need, then run: casebook check {slug}")
    print(f"While make serve runs, it is shown at {SERVED_AT}/{folder}/{slug}.html")
    return 0
