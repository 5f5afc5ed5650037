"""Where the machine stands: folders that belong to the code, not to the content that is built."""

from __future__ import annotations

from pathlib import Path

CODE_ROOT = Path(__file__).resolve().parents[3]
"""The folder of the project whose code runs; it need not be the folder of the content."""
HOOKS = CODE_ROOT / "hooks"
COMPONENTS = HOOKS / "casebook/components"
"""components/<group>/<name>/: one component."""
SCRIPTS = HOOKS / "scripts"
THEME = HOOKS / "theme"


def component_files(ending: str) -> list[Path]:
    """The files of all components with an ending, such as .css, in the order of the components' names."""
    return sorted(COMPONENTS.glob(f"*/*/*{ending}"), key=lambda path: (path.parent.name, path.name))
