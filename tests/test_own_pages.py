"""While serving, every broken file and every draft has a page that shows what is wrong, and no other page goes away."""

from __future__ import annotations

import html
import re
import weakref

import pytest
import yaml

from broken_files import BROKEN
from casebook.core.build import Build
from small_site import make_small_site, served_pages, without_scripts

TROUBLE = ("This part cannot be shown</p>", "Traceback")


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    return make_small_site(tmp_path_factory.mktemp("served") / "project")


@pytest.fixture
def put(small_site, monkeypatch):
    """Saves a file while serving; gives the library and its pages. Everything is put back at the end."""
    before, build = {}, Build(small_site, serving=True)

    def save(file, content, *gone):
        for name in (file, *gone):
            path = small_site / name
            before.setdefault(path, path.read_bytes() if path.is_file() else None)
        for name in gone:
            (small_site / name).unlink(missing_ok=True)
        (small_site / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        with without_scripts(monkeypatch):
            return served_pages(build)

    yield save
    for path, content in before.items():
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)


def words(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def own_page(file):
    return file.removesuffix(".yml") + ".html"


def put_broken(put, broken, text):
    file = broken.place
    gone = ("exercises/harbour-check.yml", "exercises/ids.txt") if file.startswith("exercises/") else ()
    return file, *put(file, text, *gone)


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_has_a_page_with_its_problem_and_no_other_page_shows_it(broken, put):
    file, library, pages = put_broken(put, broken, broken.content)
    assert " ".join(broken.message.split()) in words(pages[own_page(file)])
    assert broken.name not in library.cases
    assert broken.name not in library.exercises
    others = {at: page for at, page in pages.items() if not at.startswith(own_page(file).removesuffix(".html"))}
    assert "cases/harbour.html" in others
    assert [
        at
        for at, page in others.items()
        if any(word in page for word in TROUBLE) or file in page or f"{own_page(file)}" in page
    ] == []


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_draft_has_a_page_with_its_problem(broken, put):
    text = broken.content
    file, library, pages = put_broken(put, broken, text + (b"" if b"\ndraft:" in text else b"\ndraft: true\n"))
    shown = words(pages[own_page(file)])
    assert any(issue.file == file and " ".join(issue.message.split()) in shown for issue in library.issues)
    assert broken.name not in library.cases
    assert broken.name not in library.exercises


def test_a_sound_draft_shows_its_title_its_story_and_its_sheets(put, small_site):
    case = (small_site / "cases/harbour.yml").read_text()
    _, pages = put("cases/later.yml", case + "draft: true\n")
    assert "Who pays for the shared ferry?" in pages["cases/later.html"].partition("This is a draft")[2]
    sheets = [at for at in pages if at.startswith("cases/later/") and at.count("/") == 3]
    assert len(sheets) == len([at for at in pages if at.startswith("cases/harbour/") and at.count("/") == 3]) > 0
    assert all("Draft, not published" in pages[at] and "<title>Draft: " in pages[at] for at in sheets)
    assert not any("cases/later" in page for at, page in pages.items() if not at.startswith("cases/later"))


def test_words_that_no_list_knows_leave_the_rest_of_a_draft_readable(put, small_site):
    case = (small_site / "cases/harbour.yml").read_text()
    for known, unknown in (
        ("kind: hospital", "kind: integrated-care-board"),
        ("kind: sits-at", "kind: merges-with"),
        ("themes: [money]", "themes: [merging]"),
    ):
        assert known in case
        case = case.replace(known, unknown)
    library, pages = put("cases/later.yml", case + "draft: true\n")
    shown = words(pages["cases/later.html"])
    assert len([issue for issue in library.issues if issue.file == "cases/later.yml"]) >= 2
    assert "there is no member kind “integrated-care-board”" in shown
    assert "Ferry council" in shown.partition("there is no member kind")[2]
    assert "cannot be shown" not in shown


def test_a_part_that_cannot_be_shown_says_so_in_its_place_and_the_rest_stays(put):
    broken = BROKEN["scale-near-miss"]
    _, _, pages = put_broken(put, broken, broken.content)
    shown = words(pages["exercises/scale-near-miss.html"])
    panel, _, rest = shown.partition("This part cannot be shown until the problems above are put right:")
    assert broken.message in panel
    assert rest
    assert "page of the broken file" not in shown
    assert "Cases to read with the exercise" in rest


@pytest.mark.parametrize(
    ("right", "wrong", "remedy"),
    [
        ("themes: [money]", "themes: money", "begin each entry with - on a line of its own"),
        ("mode: network", "mode: it's", "“it's” is not one of"),
        ("mode: network", "mode: a -- b", "“a -- b” is not one of"),
        ("mode: network", "mode: 'a \"b\" - c'", '“a "b" - c” is not one of'),
    ],
)
def test_a_remedy_is_shown_as_it_is_typed(right, wrong, remedy, put, small_site):
    case = (small_site / "cases/harbour.yml").read_text()
    assert right in case
    library, pages = put("cases/later.yml", case.replace(right, wrong, 1))
    assert [issue.message for issue in library.issues if remedy in issue.message]
    assert remedy in words(pages["cases/later.html"])


@pytest.mark.parametrize("kind", ["claims", "forms"])
def test_a_broken_page_of_a_claim_or_form_takes_no_other_page_away(kind, put, small_site):
    path = sorted((small_site / f"docs/learn/{kind}").glob("*.md"))[0]
    file = path.relative_to(small_site).as_posix()
    library, pages = put(file, path.read_text().replace("statement:", "statment:", 1))
    own = file.removeprefix("docs/").removesuffix(".md") + ".html"
    assert {issue.file for issue in library.issues} == {file}
    assert "statment" in words(pages[own])
    assert [at for at, page in pages.items() if at != own and any(word in page for word in TROUBLE)] == []


def test_a_mistake_in_the_vocabulary_is_one_message_and_the_pages_stay(put, small_site):
    text = (small_site / "docs/learn/vocabulary.yml").read_text()
    library, pages = put(
        "docs/learn/vocabulary.yml",
        text.replace("member_kinds:\n", "member_kinds:\n  new-kind:\n    label: A new kind\n", 1),
    )
    assert [(issue.file, issue.where) for issue in library.issues] == [
        ("docs/learn/vocabulary.yml", "member_kinds, new-kind, shape")
    ]
    assert "harbour" in library.cases
    assert [at for at, page in pages.items() if any(word in page for word in TROUBLE)] == []


def test_a_server_keeps_no_library_that_it_has_replaced(put, small_site):
    case = (small_site / "cases/harbour.yml").read_text()
    alive = []
    for number in range(8):
        library, _ = put("cases/later.yml", case.replace("Who pays", f"Who pays {number}") + "draft: true\n")
        alive.append(weakref.ref(library))
        del library
    assert sum(one() is not None for one in alive) <= 2


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "place",
        "country",
        "when",
        "summary",
        "sectors",
        "forms",
        "timeline",
        "sources",
        "written_by",
        "again_by",
    ],
)
def test_a_case_that_lacks_a_needed_field_still_shows_what_can_be_read(field, put, small_site):
    data = yaml.safe_load((small_site / "cases/harbour.yml").read_text())
    del data[field]
    library, pages = put("cases/half.yml", yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    shown = words(pages["cases/half.html"])
    assert f"{field}: is missing" in shown
    assert "Two hospitals" in shown if field != "summary" else "Who pays" in shown
    assert "half" not in library.cases


def test_a_needed_list_with_nothing_right_in_it_still_shows_the_rest(put, small_site):
    case = (small_site / "cases/harbour.yml").read_text()
    _, pages = put(
        "cases/half.yml",
        case.partition("\nsources:")[0] + "\nsources:\n  - id: 1\nwritten_by: nobody\nagain_by: soon\n",
    )
    assert "Two hospitals and six practices" in words(pages["cases/half.html"])


def test_where_nothing_can_be_read_the_panel_says_so(put):
    _, pages = put("cases/half.yml", "title: [\n")
    assert "Nothing else in the file can be shown until the problems are put right." in words(pages["cases/half.html"])
