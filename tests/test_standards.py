"""Leadership standards: an exercise names those that it touches in a line, and never a level; a note is kept by hand."""

from __future__ import annotations

from pathlib import Path

from casebook.checking.load import load
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.wording.messages import load_messages
from telling import plain, words_of

ROOT = Path(__file__).resolve().parents[1]
LINE = """standards:
  - standard: system-leadership-behaviours
    theme: being and relating
"""


def test_every_standard_has_a_source_and_is_told_in_our_words(library: Library) -> None:
    assert len(library.standards) == 10
    assert all(one.sources for one in library.standards)


def test_an_exercise_names_what_it_touches_in_a_line(small_project):
    path = small_project / "exercises/harbour-check.yml"
    path.write_text(path.read_text(encoding="utf-8") + LINE, encoding="utf-8")
    library = load(small_project)
    assert library.issues == []
    library.messages = load_messages(ROOT)
    page = str(PageContext(library, "exercises/harbour-check.html").use.exercise_page("harbour-check"))
    assert (
        'href="standards.html#system-leadership-behaviours">System Leadership Behaviours</a> (being and relating).'
        in page
    )
    listed = str(PageContext(library, "exercises/standards.html").use.standard_list())
    assert 'href="harbour-check.html"' in listed
    note = words_of(str(PageContext(library, "exercises/harbour-check/paper.html").use.learning_note("harbour-check")))
    assert plain("System Leadership Behaviours (being and relating).") in " ".join(note.split())
    path.write_text(path.read_text(encoding="utf-8").replace("system-leadership-", "system-leader-"), encoding="utf-8")
    assert "there is no standard “system-leader-behaviours”" in str(load(small_project).issues[0])


def test_every_exercise_has_a_note_to_keep_and_any_session_has_one_too(library: Library) -> None:
    for slug, exercise in library.exercises.items():
        assert "note" in [sheet.name for sheet in sheets_of_exercise(exercise)], slug
    ctx = PageContext(library, "facilitate/learning-note.html")
    note = " ".join(words_of(str(ctx.use.learning_note())).split())
    for words in ("Fill this in and keep it.", "What we did:", "If this happens:", "then I will:", "What came of it:"):
        assert plain(words) in note
    for word in ("level", "score", "grade"):
        assert word not in note
