"""Every kind of sheet on paper, in two sets of fonts: as many pages as it says, whole, and nothing on the back of what is
cut.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page, Route
from printing import NARROW, WIDE, add_style, letters
from pypdf import PdfReader

from casebook.checking.load import load
from casebook.components.decision.room_page.room_page import room_page
from casebook.components.exercise.exercise_paper.exercise_paper import exercise_paper
from casebook.core import routes
from casebook.core.routes import decision_sheet, exercise_sheet
from casebook.render.context import PageContext
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.site.pages import Page as MadePage
from casebook.site.writing import POLICY
from casebook.text.markdown import typographic

pytestmark = pytest.mark.browser
LIBRARY = load(Path(__file__).resolve().parents[2])
DECISIONS = [(slug, one.id) for slug, case in LIBRARY.cases.items() for one in case.decisions]
CUT = letters("Cut along the lines. The back is blank.")
MARGIN = letters("Systems Leadership Casebook")
COUNT = """name => name.endsWith("large-print")
  ? document.querySelectorAll(`.for-${name} [data-large-side]`).length + 1
  : [...document.querySelectorAll(`.for-${name} [data-sides]`)].reduce((sum, one) => sum + Number(one.dataset.sides), 0)"""


def in_both_fonts(page: Page) -> Iterator[PdfReader]:
    for style in (WIDE, NARROW):
        page.evaluate("document.adoptedStyleSheets = []")
        add_style(page, style)
        yield PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def is_a4(pdf: PdfReader) -> bool:
    sizes = {tuple(sorted(round(float(edge)) for edge in one.mediabox[2:])) for one in pdf.pages}
    return all(abs(short - 595) <= 2 and abs(long - 842) <= 2 for short, long in sizes)


@pytest.mark.parametrize("slug", LIBRARY.exercises)
def test_the_sheets_of_an_exercise_take_the_pages_that_they_say(page: Page, served: str, slug: str) -> None:
    """All in one pack, and what is in large type: on A4, in both fonts, with every statement and card once."""
    exercise = LIBRARY.exercises[slug]
    large = [one.name for one in sheets_of_exercise(exercise) if one.name.endswith("large-print")]
    for name in ("pack", *large):
        page.goto(f"{served}/{exercise_sheet(slug, name)}")
        pages = page.evaluate(COUNT, name)
        pdf, other = in_both_fonts(page)
        assert [len(pdf.pages), len(other.pages)] == [pages, pages], name
        assert is_a4(pdf), name
        assert is_a4(other), name
        words = [letters(one.extract_text()) for one in pdf.pages]
        backs = {words[place + 1] for place in range(len(words) - 1) if CUT in words[place]}
        assert backs <= {"", MARGIN}, f"{name}: what is cut has a blank back"
        thin = [side for side, one in enumerate(words, 1) if name == "pack" and 0 < len(one.replace(MARGIN, "")) < 60]
        assert thin == [], "no side holds a line alone"
        told = "".join(words)
        for part in exercise.parts:
            items = [item for one in getattr(part, "dimensions", ()) for item in one.items]
            texts = [getattr(one, "text", None) or one.left for one in (*items, *getattr(part, "cards", ()))]
            if name in ("pack", "large-print"):
                assert [text for text in texts if letters(typographic(text)) not in told] == [], name


NUMBER = re.compile(r"^\s*(\d+(?: / \d+)?)\s*Systems Leadership Casebook")


@pytest.mark.parametrize(
    "address",
    [
        *(f"{routes.session_pack(id_)}?people=3" for id_ in LIBRARY.sessions),
        *(routes.session_pack(id_) for id_ in LIBRARY.sessions),
        *(exercise_sheet(slug, "pack") for slug in LIBRARY.exercises),
        decision_sheet(*DECISIONS[0], "pack"),
        *(exercise_sheet("the-key-to-the-cupboard", name) for name in ("seat-cards", "seat-1", "rule", "notes")),
    ],
)
def test_what_is_handed_out_has_no_number_of_the_pack(page: Page, served: str, address: str) -> None:
    """What comes first numbers its own sides; nothing behind it has a number, and nothing says of how many."""
    page.goto(f"{served}/{address}")
    if "people" in address:
        page.wait_for_selector(".run-copy", state="attached")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    numbers = [found[1] if (found := NUMBER.match(one.extract_text())) else "" for one in sheets]
    own = "".join(numbers).strip()
    first = [number for number in numbers if number]
    assert first == [str(place) for place in range(1, len(first) + 1)], own
    assert numbers[: len(first)] == first
    assert len(first) <= 4


def some_and_all() -> list[object]:
    """A few decisions in every run, the rest with `make reach`."""
    return [pytest.param(*one, marks=[pytest.mark.reach] if place % 8 else []) for place, one in enumerate(DECISIONS)]


@pytest.mark.parametrize(("slug", "decision"), some_and_all())
def test_the_large_print_of_a_decision_takes_as_many_pages_in_every_font(
    page: Page, served: str, slug: str, decision: str
) -> None:
    page.goto(f"{served}/{decision_sheet(slug, decision, 'large-print')}")
    pages = page.locator(".on-paper [data-large-side]").count() + 1
    assert [len(pdf.pages) for pdf in in_both_fonts(page)] == [pages, pages]


def answer(html: str, route: Route) -> None:
    """Gives a page that was written for this test in the place of the one that is built."""
    route.fulfill(body=html, content_type="text/html")


FULLEST = sorted(
    ((slug, one) for slug, case in LIBRARY.cases.items() for one in case.decisions if not case.is_undecided(one)),
    key=lambda one: -sum(len(said.text) for said in one[1].outcome),
)[:6]


def test_a_code_is_printed_where_the_site_has_an_address_and_costs_no_page(page: Page, served: str) -> None:
    """The fullest outcome sheets, and the sheet of an exercise, as they are once site_url is set."""
    asked = [
        (routes.room(slug, one.id, "pack"), partial(room_page, slug=slug, decision=one.id), ".outcome-sheet")
        for slug, one in FULLEST
    ]
    asked.append(
        (
            routes.exercise_sheet("task-in-one-breath", "sheet"),
            partial(exercise_paper, slug="task-in-one-breath"),
            ".for-sheet",
        )
    )
    page.emulate_media(media="print")
    for address, write, place in asked:
        path, _, anchor = address.partition("#")
        ctx = PageContext(LIBRARY, path, "https://casebook.example.org/of/systems-leadership/")
        made = MadePage(path, "Sheets", "Sheets", lambda ctx: Markup(), "sheet")
        html = str(ctx.render("sheet_frame", page=made, html=write(ctx), policy=Markup(POLICY)))
        page.route(f"**/{path}", partial(answer, html))
        page.goto(f"{served}/{address}")
        code = page.locator(f"{place} .page-code svg")
        assert code.first.bounding_box(), address
        wanted = page.evaluate(COUNT, anchor)
        assert [len(pdf.pages) for pdf in in_both_fonts(page)] == [wanted, wanted], address


def test_a_page_that_has_lost_its_style_says_so_on_paper(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    """Saved alone to Downloads, a page has no style: a browser that keeps it says what to do instead."""
    saved = tmp_path / "pack.html"
    saved.write_bytes((built_site / "facilitate/sessions/45-minutes/pack.html").read_bytes())
    page = browser.new_page()
    page.goto(saved.as_uri())
    first = PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()
    assert letters("This copy has lost its layout") in letters(first)
    page.goto((built_site / "facilitate/sessions/45-minutes/pack.html").as_uri())
    whole = "".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf())).pages)
    assert letters("has lost its layout") not in letters(whole)
    page.close()
