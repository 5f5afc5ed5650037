"""Forms of today: each page says all that belongs to one, plans are marked as plans, and older forms lead to newer."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.library.library import Library
from casebook.render.context import PageContext
from small_site import invented_library
from telling import plain, words_of

ROOT = Path(__file__).resolve().parents[1]
FORM = "docs/learn/forms/learning-network.md"
TODAY = """as_of: 2026-07
when: 2022/..
standing: It is no body in law [@harbour-handbook].
held_together: By habit [@harbour-handbook].
answers: "*Our reading:* nobody answers."
fails: People stop coming [@harbour-handbook].
evidence: Nobody has looked [@harbour-handbook].
firmness: none
continues: [learning-network]
"""


def said(project: Path, *changes: tuple[str, str]) -> list[str]:
    """What is said of a form of today after some changes."""
    path = project / FORM
    text = path.read_text(encoding="utf-8").replace("---\n", f"---\n{TODAY}", 1)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return [f"{issue.where}: {issue.message}".removeprefix(": ") for issue in load(project).issues]


def test_a_form_that_says_all_is_sound(small_project):
    assert said(small_project) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("firmness: none\n", "", "has no firmness; a form of today says as_of and all of these"),
        ("as_of: 2026-07\n", "", "when: stands only in a form of today; write as_of, the month up to which it was looked up"),
        (
            "By habit [@harbour-handbook].",
            "By habit.",
            "held_together: cites nothing; add [@source-id], or begin it with *Our reading:*",
        ),
        (
            "[@harbour-handbook].\nfirmness",
            "[@harbour-handbok].\nfirmness",
            "evidence: there is no source “harbour-handbok” in docs/learn/bibliography.yml; did you mean “harbour-handbook”?",
        ),
        (
            "continues: [learning-network]",
            "continues: [learning-networks]",
            "continues, item 1: there is no form “learning-networks”; write learning-network",
        ),
        (
            "continues: [learning-network]",
            "continues: [learning-network]\nplans:\n  - when: 2027\n    text: It is to end.",
            "plans, plan 1, text: cites nothing; add [@source-id]",
        ),
        (
            "continues: [learning-network]",
            "continues: [learning-network]\nplans:\n  - when: 2028\n    text: A [@harbour-handbook].\n  - when: 2027\n"
            "    text: B [@harbour-handbook].",
            "plans, plan 2, when: 2027 comes after 2028; put them in date order",
        ),
    ],
)  # fmt: skip
def test_a_form_of_today_that_leaves_something_out_is_named(small_project, old, new, message):
    found = said(small_project, (old, new))
    assert [one for one in found if one.startswith(message.partition("; write learning-network")[0])], found


def test_the_page_of_a_form_of_today_says_all_and_marks_its_plan() -> None:
    library = invented_library()
    html = str(PageContext(library, "learn/forms/harbour-host.html").use.form_page("harbour-host"))
    page = " ".join(words_of(html).split())
    for words in (
        "As of July 2026.", "In use from 2025.", "In law", "A host is no body in law.", "How it is held together",
        "Who answers to whom", "How it tends to fail", "We have found no evidence yet on the effects of this form of network.", "What it continues",
        "Planned: April 2027.", "In July 2026 these were still plans. We had not yet seen any of them carried out.",
    ):  # fmt: skip
        assert plain(words) in page, words
    assert 'href="lead-contract.html"' in html
    older = str(PageContext(library, "learn/forms/lead-contract.html").use.form_page("lead-contract"))
    assert 'href="harbour-host.html"' in older.partition("What continues it today")[2]


def test_forms_of_today_are_listed_by_themselves(library: Library) -> None:
    use = PageContext(library, "learn/forms/index.html").use
    then, today = str(use.form_list()), str(use.form_list(True))
    for id_, form in library.forms.items():
        there, elsewhere = (today, then) if form.as_of else (then, today)
        assert f'href="{id_}.html"' in there
        assert f'href="{id_}.html"' not in elsewhere


def test_a_form_that_is_only_planned_says_so_in_its_list_and_on_its_page() -> None:
    library = invented_library()
    form = library.forms["harbour-host"].model_copy(update={"planned": True})
    dict.__setitem__(library.forms, "harbour-host", form)
    use = PageContext(library, "learn/forms/harbour-host.html").use
    assert "<b>Planned: from 2025.</b>" in use.form_list(True)
    page = str(use.form_page("harbour-host"))
    assert "<b>Planned: from 2025.</b>" in page
    assert "In use" not in page
