"""Every address of the site, from its root. Templates have this module as `url`; nothing types an address by hand."""

from __future__ import annotations

from casebook.schema import kinds

HOME = "index.html"
LEARN, CLAIMS, FORMS = "learn/index.html", "learn/claims/index.html", "learn/forms/index.html"
BIBLIOGRAPHY, GLOSSARY = "learn/bibliography.html", "learn/glossary.html"
CASES, EXERCISES, FACILITATE = "cases.html", "exercises.html", "facilitate/index.html"
PUBLISHER = "about/index.html#who-answers-for-it"
CORRECT = "contribute/correct.html"
WHAT_CHANGED = "about/what-changed.html"
FEED = "feed.xml"
WORDS_TODAY = "learn/your-word-today.html"
STANDARDS = "exercises/standards.html"
ESSAYS = "learn/essays/index.html"
MOVED_ON = f"{CORRECT}#a-case-that-has-moved-on"
RECORD = "exercises/record.html"
COMPARE, DECISIONS = "cases/compare.html", "cases/decisions.html"
SHARED_SOURCES = "cases/shared-sources.html"
MATRIX, ALL_CASES = "cases/matrix.html", "cases/all.html"
"""Every case and its first decision in a few words: the long lists without their pictures."""
LATER_DECISIONS = "facilitate/later-decisions.html"
GROUP_RESULTS, TOGETHER = "facilitate/group-results.html", "facilitate/decide-together.html"
"""Where a group's sheets are counted on a screen, and where a room decides and then sees what they did."""
ROOM_VIEW, RUN_SHEET = "facilitate/room-view.html", "facilitate/run-sheet.html"
"""Where a session is shown to a room step by step, and where one of one's own is planned."""
BEFORE_AND_AFTER = "facilitate/before-and-after.html"
HYBRID, WHEN_IT_GOES_WRONG = "facilitate/hybrid.html", "facilitate/when-it-goes-wrong.html"
SEARCH = "search.html"
OFFLINE_COPY = "systems-leadership-casebook.zip"
"""The whole site in one file, once it is made."""
STYLE, CORE_SCRIPT, MARK = "assets/casebook.css", "assets/core.js", "assets/mark.svg"
TOOL_STYLE = "assets/tools.css"
"""The style of pages on which one works: exercises, sheets, sessions, contributing. Pages to read do without it."""
ROOM_STYLE = "assets/room.css"
"""The style of the tools that a room works with on a screen: in place of the other, without exercises."""
ACROSS_STYLE = "assets/across.css"
"""The style of pages that set cases beside each other: the matrix, the timeline, Compare."""
SESSION_DECISIONS = "session-decisions"
SHARED_SCRIPTS = ("exercises", "endings", "glossary", "words", "later-decisions", SESSION_DECISIONS)
CASE_CARDS, DECISION_ENTRIES, MATRIX_ROWS = "case-cards", "decision-entries", "matrix-rows"
LIST_SCRIPTS = (CASE_CARDS, DECISION_ENTRIES, MATRIX_ROWS)
"""The scripts in data/ that hold something of every item, or of a list: no case may take their names."""

_FOLDERS = {kind.name: kind.address for kind in kinds.KINDS}


def _page(path: str, anchor: str = "") -> str:
    return f"{path}.html#{anchor}" if anchor else f"{path}.html"


def script(name: str) -> str:
    """A bundle of scripts."""
    return f"assets/{name}.js"


def item(kind: str, id_: str, anchor: str = "") -> str:
    """The page of an item, by the name of its kind: url.item('methods', id)."""
    return _page(f"{_FOLDERS[kind]}/{id_}", anchor)


def case(slug: str, anchor: str = "") -> str:
    """The page of a case."""
    return item(kinds.CASES.name, slug, anchor)


def decision(slug: str, id_: str, anchor: str = "") -> str:
    """The page of a decision of a case. It prints as the participant sheet."""
    return _page(f"cases/{slug}/{id_}", anchor)


def room(slug: str, id_: str, anchor: str = "") -> str:
    """The sheets of a decision for whoever runs the session. They tell how it went."""
    return _page(f"cases/{slug}/{id_}/room", anchor)


HANDED_OUT = ("participant", "large-print")
"""The sheets that the page of a decision prints as; the others are on its room page."""


def decide_together(slug: str, id_: str) -> str:
    """Decide together, with a decision chosen."""
    return f"{TOGETHER}#decision={slug}/{id_}"


def decision_sheet(slug: str, id_: str, sheet: str) -> str:
    """Where a sheet of a decision is shown and printed: participant, outcome, facilitator and so on; `together` is on a
    screen.
    """
    if sheet == "together":
        return decide_together(slug, id_)
    return (decision if sheet in HANDED_OUT else room)(slug, id_, sheet)


def exercise(slug: str, anchor: str = "") -> str:
    """The page of an exercise."""
    return item(kinds.EXERCISES.name, slug, anchor)


def exercise_paper(slug: str, anchor: str = "") -> str:
    """The sheets of an exercise: one page that shows, and prints, the one that its address names."""
    return _page(f"exercises/{slug}/paper", anchor)


def exercise_sheet(slug: str, sheet: str) -> str:
    """Where a sheet of an exercise is shown and printed: sheet, key, tally and so on."""
    return exercise_paper(slug, sheet)


def group_results(slug: str, short: bool = False) -> str:
    """Group results, with an exercise chosen; `short`: with its short form."""
    return f"{GROUP_RESULTS}#exercise={slug}{'&length=short' if short else ''}"


def claim(id_: str, anchor: str = "") -> str:
    """The page of a claim."""
    return item(kinds.CLAIMS.name, id_, anchor)


def form(id_: str) -> str:
    """The page of an organisational form."""
    return item(kinds.FORMS.name, id_)


def source(id_: str) -> str:
    """A source of the bibliography."""
    return f"{BIBLIOGRAPHY}#{id_}"


def term(id_: str) -> str:
    """A word of the glossary."""
    return f"{GLOSSARY}#{id_}"


def word_today(id_: str) -> str:
    """A word of today."""
    return f"{WORDS_TODAY}#{id_}"


def standard(id_: str) -> str:
    """A leadership standard that exercises touch."""
    return f"{STANDARDS}#{id_}"


def essay(id_: str) -> str:
    """The page of an essay."""
    return item(kinds.ESSAYS.name, id_)


def case_text(slug: str) -> str:
    """A case up to its first decision, as plain text."""
    return f"cases/{slug}.txt"


def session(id_: str) -> str:
    """The page of a ready session."""
    return item(kinds.SESSIONS.name, id_)


def session_with(id_: str, slug: str, decision_id: str) -> str:
    """A ready session, with a decision in the place of the one that it names."""
    return f"{session(id_)}?decision={slug}/{decision_id}"


def session_pack(id_: str) -> str:
    """The plan of a session with every sheet that it prints."""
    return item(kinds.SESSIONS.name, f"{id_}/pack")


def session_pdf(id_: str) -> str:
    """The pack of a session as a PDF, once it is made."""
    return f"{_FOLDERS[kinds.SESSIONS.name]}/{id_}/{id_}.pdf"


def decision_pdf(slug: str, id_: str) -> str:
    """The pack of a decision as a PDF, once it is made."""
    return f"cases/{slug}/{id_}/{slug}-{id_}.pdf"


def exercise_pdf(slug: str) -> str:
    """The pack of an exercise as a PDF, once it is made."""
    return f"exercises/{slug}/{slug}.pdf"


def room_view(id_: str) -> str:
    """The room view, with a ready session chosen."""
    return f"{ROOM_VIEW}#session={id_}"


def run_sheet(id_: str) -> str:
    """A run sheet that begins with a ready session."""
    return f"{RUN_SHEET}#session={id_}"


def before_and_after(id_: str) -> str:
    """The texts before and after a ready session."""
    return f"{BEFORE_AND_AFTER}#session={id_}"


def method(id_: str) -> str:
    """The page of a method card."""
    return item(kinds.METHODS.name, id_)


def data(file: str) -> str:
    """A file of the open data."""
    return f"data/{file}"


def citation(slug: str, ending: str) -> str:
    """How to cite a case, for reference managers; `ending` is bib or ris."""
    return f"data/cite/{slug}.{ending}"


def compared(slug: str) -> str:
    """Compare, with a case to be set beside others."""
    return f"{COMPARE}#cases={slug}"


def cases_of_form(id_: str) -> str:
    """The library, narrowed to the cases that had a form at first."""
    return f"{CASES}#form={id_}"


def case_script(slug: str) -> str:
    """The script that hands a case to Compare, or one of the shared scripts."""
    return f"data/{slug}.js"


def claim_script(id_: str) -> str:
    """The script that hands over the texts of the findings on a claim."""
    return f"data/claims/{id_}.js"


def map_script(slug: str) -> str:
    """The script that hands over the members' network of a case."""
    return f"data/maps/{slug}.js"


def room_script(slug: str) -> str:
    """The script that hands the decisions of a case to the tools for a room."""
    return f"data/room/{slug}.js"


def session_script(slug: str) -> str:
    """The script that hands the decisions of a case to a session."""
    return f"data/sessions/{slug}.js"


def share_image(slug: str) -> str:
    """The picture that goes with a shared link to a case."""
    return f"assets/share/{slug}.png"
