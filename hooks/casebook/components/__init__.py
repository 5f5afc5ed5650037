"""What pages are made of: components/<group>/<name>/ holds one component, with all of it. They are found, never listed.

May use: `render`, `data`, `citations`, `analysis` and what lies below.
Must not know: checks, the list of pages, or MkDocs.
"""

from importlib import import_module

from casebook.core.folders import component_files

for _path in component_files(".py"):
    if _path.stem != "__init__":
        import_module(".".join((__name__, *_path.parts[-3:-1], _path.stem)))
