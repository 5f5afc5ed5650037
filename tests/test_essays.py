"""Essays: written pages that tell endings and say so first, with a ground for each paragraph, and something to do last."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.library.orders import in_order
from casebook.render.context import PageContext
from casebook.render.example_library import EXAMPLES
from casebook.schema.kinds import ESSAYS
from casebook.site.search import entries
from small_site import invented_library

ROOT = Path(__file__).resolve().parents[1]
FILE = "docs/learn/essays/whose-boat.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the invented casebook."""
    return Path(shutil.copytree(EXAMPLES, tmp_path / "project"))


def said(project: Path, old: str, new: str) -> list[str]:
    """What is said of the invented essay after one change."""
    path = project / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(issue).removeprefix(f"{FILE}:") for issue in load(project).issues if issue.file == FILE]


def test_the_invented_essay_is_sound(project):
    assert said(project, "every week", "every month") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (" [@harbour-tides].", ".", "16: this paragraph cites nothing; add [@source-id], or begin it with *Our reading:*"),
        ("@harbour-tides", "@harbour-tide", "16: there is no source “harbour-tide” in docs/learn/bibliography.yml"),
        ("who-pays", "who-pay", "8: decision: there is no decision “night-boat/who-pay”"),
        ("night-boat/who-pays", "night-boat/new-boat", "8: decision: “night-boat/new-boat” is a later decision of its case"),
        ("exercise: harbour-check", "exercise: harbour-chek", "9: exercise: there is no exercise “harbour-chek”"),
        ("question: Who can say no in your own network, and to what?\n", "", "1: question: is missing; add it"),
        ("searched: false\n", "", "1: searched: is missing; add it"),
        ("searched: false", "searched: true", "5: searched: "),
        ('{{ essay_opening("whose-boat") }}\n', "", 'shows none of its fields; write {{ essay_opening("whose-boat") }}'),
        ('{{ essay_end("whose-boat") }}\n', "", 'shows none of its fields; write {{ essay_end("whose-boat") }}'),
    ],
)  # fmt: skip
def test_an_essay_without_ground_ids_or_its_calls_is_named(project, old, new, message):
    found = said(project, old, new)
    assert [one for one in found if message.partition(": ")[2] in one or message in one], found


def test_an_essay_says_first_that_it_tells_endings_and_last_what_to_do() -> None:
    library = invented_library()
    use = PageContext(library, "learn/essays/whose-boat.html").use
    opening, end = str(use.essay_opening("whose-boat")), str(use.essay_end("whose-boat"))
    assert opening.strip().startswith('<p class="hint">This essay tells how some cases ended.</p>')
    for link in ("../../cases/night-boat/who-pays.html", "../../exercises/harbour-check.html"):
        assert f'href="{link}"' in end
    assert "Who can say no in your own network, and to what?" in end


def test_essays_are_listed_in_their_order_and_found_by_title_alone() -> None:
    library = invented_library()
    assert [id_ for id_, _ in in_order(library, ESSAYS)] == ["whose-boat"]
    assert 'href="essays/whose-boat.html"' in PageContext(library, "learn/index.html").use.essay_list()
    (entry,) = [one for one in entries(library) if one.address == "learn/essays/whose-boat.html"]
    assert (entry.title, entry.kind) == ("Whose boat is it?", "Essay")
    assert "Harbours that meet" not in entry.content
