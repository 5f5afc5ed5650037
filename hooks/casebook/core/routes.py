"""Every address of the site, from its root. Templates have this module as `url`; nothing types an address by hand."""

from __future__ import annotations

HOME = "index.html"
LEARN, CLAIMS, FORMS = "learn/index.html", "learn/claims/index.html", "learn/forms/index.html"
BIBLIOGRAPHY = "learn/bibliography.html"
CASES, EXERCISES, FACILITATE = "cases.html", "exercises.html", "facilitate/index.html"
RECORD = "exercises/record.html"
STYLE, CORE_SCRIPT, MARK = "assets/casebook.css", "assets/core.js", "assets/mark.svg"
SHARED_SCRIPTS = ("exercises", "endings")
"""The scripts in data/ that hold something of every item: no case may take their names."""


def _page(path: str, anchor: str = "") -> str:
    return f"{path}.html#{anchor}" if anchor else f"{path}.html"


def script(name: str) -> str:
    """A bundle of scripts."""
    return f"assets/{name}.js"


def item(folder: str, id_: str) -> str:
    """The page of an item in the folder of its kind."""
    return _page(f"{folder}/{id_}")


def case(slug: str, anchor: str = "") -> str:
    """The page of a case."""
    return _page(f"cases/{slug}", anchor)


def decision(slug: str, id_: str) -> str:
    """The page of a decision of a case."""
    return _page(f"cases/{slug}/{id_}")


def decision_sheet(slug: str, id_: str, sheet: str) -> str:
    """A sheet of a decision: participant, outcome, facilitator and so on."""
    return _page(f"cases/{slug}/{id_}/{sheet}")


def exercise(slug: str) -> str:
    """The page of an exercise."""
    return _page(f"exercises/{slug}")


def exercise_sheet(slug: str, sheet: str) -> str:
    """A sheet of an exercise: sheet, key, tally and so on."""
    return _page(f"exercises/{slug}/{sheet}")


def claim(id_: str, anchor: str = "") -> str:
    """The page of a claim."""
    return _page(f"learn/claims/{id_}", anchor)


def form(id_: str) -> str:
    """The page of an organisational form."""
    return _page(f"learn/forms/{id_}")


def source(id_: str) -> str:
    """A source of the bibliography."""
    return f"{BIBLIOGRAPHY}#{id_}"


def session(id_: str) -> str:
    """The page of a ready session."""
    return _page(f"facilitate/sessions/{id_}")


def session_pack(id_: str) -> str:
    """The plan of a session with every sheet that it prints."""
    return _page(f"facilitate/sessions/{id_}/pack")


def method(id_: str) -> str:
    """The page of a method card."""
    return _page(f"facilitate/methods/{id_}")


def data(file: str) -> str:
    """A file of the open data."""
    return f"data/{file}"


def citation(slug: str, ending: str) -> str:
    """How to cite a case, for reference managers; `ending` is bib or ris."""
    return f"data/cite/{slug}.{ending}"


def case_script(slug: str) -> str:
    """The script that hands a case to Compare, or one of the shared scripts."""
    return f"data/{slug}.js"


def claim_script(id_: str) -> str:
    """The script that hands over the texts of the findings on a claim."""
    return f"data/claims/{id_}.js"


def map_script(slug: str) -> str:
    """The script that hands over the members' network of a case."""
    return f"data/maps/{slug}.js"


def share_image(slug: str) -> str:
    """The picture that goes with a shared link to a case."""
    return f"assets/share/{slug}.png"
