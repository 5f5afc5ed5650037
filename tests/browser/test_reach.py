"""Whoever comes by keyboard, on a narrow screen, in the dark or without script can use every page.

`make test` walks each kind of page: its longest, every page written by hand that has no like, and the hostile ones; of
texts that look alike it measures the contrast of one. `make reach` walks all, and measures every text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from pressing import press_everything

from casebook.components.decision.room_page.room_page import KEPT
from casebook.core.routes import HANDED_OUT
from casebook.render.paper.exercise_sheets import sheets_of_exercise
from casebook.site.pages import Page as MadePage
from casebook.site.pages import every_page
from real_library import real_library

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
REACH = (Path(__file__).parent / "reach.js").read_text()
MOST_STEPS, FIRST_STEPS = 600, 240
"""How many Tabs a walk takes, and one that does not look at every text."""
AT_ONCE = 40
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LIBRARY = real_library()
MADE = list(every_page(LIBRARY))
ALIKE = ("about", "contribute", "facilitate/methods", "facilitate/sessions", "learn/essays")
"""Folders of pages that are written by hand after one pattern: of each the longest is walked in every run."""
UNLIKE = ("about/what-changed", "contribute/components", "contribute/correct", "contribute/format")
"""The pages in these folders that a component fills."""


def _by_hand(folder: str) -> list[str]:
    """The pages of a folder that are written by hand, the shortest first."""
    paths = sorted((ROOT / "docs" / folder).glob("*.md"), key=lambda path: len(path.read_bytes()))
    return [path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in paths if path.stem != "index"]


LONGEST = {_by_hand(folder)[-1] for folder in ALIKE}
BY_HAND = sorted(
    path.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
    for path in (ROOT / "docs").glob("**/*.md")
    if path.parent.relative_to(ROOT / "docs").as_posix() not in ("learn/claims", "learn/forms", *ALIKE)
    or path.stem == "index"
    or path.relative_to(ROOT / "docs").with_suffix("").as_posix() in UNLIKE
)
EVERY = sorted(
    {*BY_HAND, *(path for folder in ALIKE for path in _by_hand(folder)), *(page.path for page in MADE), "404.html"}
)


def sheets_on(page: MadePage) -> Sequence[str]:
    """The anchors of a page that show a sheet each."""
    steps = page.path.removesuffix(".html").split("/")
    if steps[0] == "exercises" and steps[-1] == "paper":
        return [sheet.name for sheet in sheets_of_exercise(LIBRARY.exercises[steps[1]])]
    return KEPT if steps[0] == "cases" and steps[-1] == "room" else HANDED_OUT if page.kind == "decision" else ()


def longest_of_each_kind() -> list[str]:
    """For each kind of page the one made from the most words; of pages of sheets each sheet too."""
    size = {
        slug: len((ROOT / one.file).read_bytes())
        for slug, one in {**LIBRARY.case_files, **LIBRARY.exercise_files}.items()
    }
    chosen: dict[str, tuple[int, str]] = {}
    for page in MADE:
        if page.kind == "problems":
            continue
        steps = page.path.removesuffix(".html").split("/")
        weight = size.get(steps[1], 0) if len(steps) > 1 else 0
        weight += sum(len(told.finding.text) for told in LIBRARY.findings.get(steps[-1], ()))
        for sheet in ("", *sheets_on(page)):
            kind = f"{steps[0]} {page.kind} {sheet}"
            chosen[kind] = max(chosen.get(kind, (-1, "")), (weight, f"{page.path}#{sheet}" if sheet else page.path))
    return sorted(path for _, path in chosen.values())


GALLERY = "contribute/components.html"
"""Holds every component once more, and takes as long as ten other pages: walked by `make reach` alone."""
WALKED = sorted({*longest_of_each_kind(), *BY_HAND, *LONGEST, "404.html"} - {GALLERY})
HOSTILE = [
    "cases/hostile-case.html",
    "cases/hostile-case/steal.html",
    "cases/hostile-case/steal/room.html#pack",
    "cases/awkward-case.html",
    "cases/awkward-case/who-gives-way.html",
    "cases/awkward-case/who-gives-way/room.html#pack",
    "cases/bare-case.html",
    "exercises/hostile-exercise.html",
    "exercises/hostile-exercise/paper.html#cards",
    "exercises/hostile-exercise/paper.html#tally",
    "cases.html",
    "cases/decisions.html",
    "cases/compare.html#cases=hostile-case,awkward-case",
    "cases/matrix.html",
    "cases/timeline.html",
    "learn/claims/conflict-must-surface.html",
]
REST = [path for path in EVERY if path not in WALKED]
SLOW = pytest.mark.reach


@pytest.fixture
def opened(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Contexts to be closed at the end."""
    contexts: list[BrowserContext] = []
    yield contexts
    for context in contexts:
        context.close()


def visit(browser: Browser, opened: list[BrowserContext], address: str, **options: object) -> Page:
    """A page in a browser of its own, with nothing stored and nothing printed."""
    context = browser.new_context(**options)
    opened.append(context)
    context.add_init_script(REACH)
    context.add_init_script("window.print = () => {}")
    page = context.new_page()
    page.goto(address)
    return page


def params() -> list[object]:
    """Every page that `make test` walks; and every page, text by text, for `make reach`."""
    near = [pytest.param("served", path, False, id=path) for path in WALKED]
    near += [pytest.param("served_hostile", path, False, id=f"hostile-{path}") for path in HOSTILE]
    whole = [pytest.param("served", path, True, id=f"whole-{path}", marks=SLOW) for path in sorted({*WALKED, *REST})]
    return (
        near + whole + [pytest.param("served_hostile", path, True, id=f"whole-{path}", marks=SLOW) for path in HOSTILE]
    )


each_page = pytest.mark.parametrize(("site", "path", "every_text"), params())


@pytest.fixture
def address(request: pytest.FixtureRequest, site: str, path: str) -> str:
    """The address of the page under test."""
    return f"{request.getfixturevalue(site)}/{path}"


ONLY = {"resultTypes": ["violations"]}
"""What is right is not listed node by node: on a long page that list is megabytes, and takes longer than the search."""
CONTRAST = {**ONLY, "runOnly": ["color-contrast"]}
ALL_BUT_CONTRAST = {**ONLY, "rules": {"color-contrast": {"enabled": False}}}
"""Measuring contrast takes four fifths of the time: it is done once in each scheme, when all is open."""


def axe_faults(page: Page, within: str | None = None) -> list[str]:
    """What axe finds, contrast aside: rule, and the first places."""
    return _found(page, ALL_BUT_CONTRAST, within)


def contrast_faults(page: Page, every_text: bool, within: str = "") -> list[str]:
    """The texts that are hard to see, in either scheme: of every text, or of one of each appearance."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        if not every_text:
            page.evaluate("reach.markUnlike()")
        marked = within if every_text else f"{within} [data-unlike]".strip()
        faults += [f"{scheme}, {fault}" for fault in _found(page, CONTRAST, marked or None)]
    page.emulate_media(color_scheme="light")
    return faults


def _found(page: Page, options: dict[str, object], within: str | None) -> list[str]:
    is_there = page.evaluate("'axe' in window")
    found = Axe("0" if is_there else AXE_SCRIPT).run(page, context=within, options=options).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"][:3]]


def _way(page: Page, most: int) -> Iterator[dict[str, Any] | None]:
    """What has the focus, Tab by Tab, beginning with what has it now; asked of the page for many at once."""
    page.evaluate("reach.follow()")
    for _ in range(most // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        yield from page.evaluate("reach.noted()")


def keyboard_faults(page: Page, most: int = MOST_STEPS) -> list[str]:
    """What whoever has only a Tab key meets on the way through a page that has just been opened."""
    # On the page of the search the focus is in its field; where the address names a place, the way begins there.
    begins_later = page.evaluate(
        "document.activeElement.matches('input[type=search]') || !!document.querySelector(':target')"
    )
    page.keyboard.press("Tab")
    first = page.evaluate("reach.focused()")
    if not begins_later and (not first or not first["skip"]):
        return [f"the first Tab reaches {first and first['name']}"]
    faults = []
    for step, at in enumerate(_way(page, most)):
        if at is None or (step and at["skip"]):
            break
        kinds = (
            ("off screen", at["seen"]),
            ("covered", at["uncovered"]),
            ("shows no focus", at["shows"]),
            ("hidden", not at["hidden"]),
        )
        wrong = [word for word, fine in kinds if not fine]
        if wrong:
            faults.append(f"Tab {step + 1} {at['name']}: {', '.join(wrong)}")
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    return faults


def large_text_faults(page: Page) -> list[str]:
    """What is too wide when all text is twice its size."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    faults: list[str] = page.evaluate("reach.sideways()")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return faults


def walk_wide(page: Page, every_text: bool) -> Iterator[tuple[str, list[str]]]:
    """A page at 1280 px: as it opens, and when everything has been pressed."""
    yield "by keyboard at 1280 px", keyboard_faults(page, MOST_STEPS if every_text else FIRST_STEPS)
    yield (
        "at 1280 px",
        page.evaluate("[...reach.sideways(), ...reach.small(), ...reach.scrolling(), ...reach.notUnderlined()]"),
    )
    yield "text at twice its size", large_text_faults(page)
    yield "axe", axe_faults(page)
    in_a_dialog: list[str] = []

    def look_into(shown: Page) -> None:
        in_a_dialog.extend(axe_faults(shown, "dialog[open]") + contrast_faults(shown, every_text, "dialog[open]"))

    press_everything(page, in_dialog=look_into)
    yield "axe in a dialog", in_a_dialog
    yield "axe when everything is pressed", axe_faults(page)
    yield "contrast when everything is pressed", contrast_faults(page, every_text)


def walk_narrow(page: Page, every_text: bool) -> Iterator[tuple[str, list[str]]]:
    """A page at 320 px: as it opens, and when everything has been pressed."""
    yield "by keyboard at 320 px", keyboard_faults(page, MOST_STEPS if every_text else FIRST_STEPS)
    yield "at 320 px", page.evaluate("[...reach.sideways(), ...reach.small(), ...reach.scrolling()]")
    press_everything(page)
    yield "at 320 px, everything pressed", page.evaluate("[...reach.sideways(), ...reach.small()]")


UNSEEN = """every => every.filter(one => {
  const box = one.getBoundingClientRect();
  const shown = one.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0;
  return !shown;
}).map(one => one.textContent)"""
"""The words of those elements that cannot be seen, asked once for all of them."""


def walk_without_script(page: Page) -> Iterator[tuple[str, list[str]]]:
    """A page without script: one h1, and every heading that is there is to be read at one width or the other; but for
    those of sheets, which are shown one at a time with script too.
    """
    headings = page.locator("main :is(h1, h2):not(.needs-script *, .on-paper *, .gives-way *)")
    hidden = set(headings.evaluate_all(UNSEEN))
    page.set_viewport_size(NARROW)
    hidden &= set(headings.evaluate_all(UNSEEN))
    yield "hidden without script", sorted(f"{heading}" for heading in hidden if heading)
    yield (
        "headings of the page without script",
        [] if page.locator("h1:not(.on-paper *)").count() == 1 else ["not one h1"],
    )


@each_page
def test_everybody_reaches_everything(browser, opened, address, every_text):
    """Each walk has a browser of its own: what one of them presses or saves, the next must not find."""
    found = [
        *walk_wide(visit(browser, opened, address, viewport=WIDE), every_text),
        *walk_narrow(visit(browser, opened, address, viewport=NARROW), every_text),
        *walk_without_script(visit(browser, opened, address, viewport=WIDE, java_script_enabled=False)),
    ]
    assert {where: faults for where, faults in found if faults} == {}


FAINT = """([scheme, colour, around]) => {
  const text = document.createElement("p");
  text.textContent = "Hard to see";
  text.style.cssText = `color: ${colour}; ${around}`;
  document.querySelectorAll("main p")[3].after(text);
}"""


@pytest.mark.parametrize("every_text", [True, False])
@pytest.mark.parametrize(
    ("scheme", "colour", "around"),
    [
        ("light", "#ddd", ""),
        ("dark", "#222", ""),
        ("light", "inherit", "opacity: 0.3"),
        ("light", "inherit", "background-color: #555"),
    ],
)
def test_a_text_that_is_hard_to_see_is_found_however_its_contrast_is_measured(
    browser, opened, served, scheme, colour, around, every_text
):
    page = visit(browser, opened, f"{served}/about/index.html", viewport=WIDE)
    assert contrast_faults(page, every_text) == []
    page.evaluate(FAINT, [scheme, colour, around])
    assert any(fault.startswith(scheme) and "Hard to see" in fault for fault in contrast_faults(page, every_text))


@pytest.mark.parametrize("path", ["index.html", "cases.html", "404.html"])
def test_the_menu_opens_closes_with_escape_and_gives_the_focus_back(browser, opened, served, path):
    page = visit(browser, opened, f"{served}/{path}", viewport=NARROW)
    button, menu = page.locator(".menu-button"), page.locator("#site-navigation")
    assert button.is_visible()
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    menu.wait_for(state="visible")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#site-navigation') !== null")
    page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.matches('.menu-button')")


def test_the_skip_link_leads_to_the_page(browser, opened, served):
    page = visit(browser, opened, f"{served}/cases.html", viewport=WIDE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_without_script_the_menu_needs_no_button(browser, opened, served):
    page = visit(browser, opened, f"{served}/index.html", viewport=NARROW, java_script_enabled=False)
    assert page.locator("#site-navigation").is_visible()
    assert not page.locator(".menu-button").is_visible()


@pytest.mark.parametrize("share", range(4))
def test_visiting_every_page_stores_nothing_asks_nobody_and_says_nothing(browser, opened, served, share):
    context = browser.new_context(viewport=NARROW)
    opened.append(context)
    context.add_init_script(REACH)
    said: list[str] = []
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on(
        "console", lambda line: said.append(f"{page.url}: {line.text}") if line.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: said.append(f"{page.url}: dialog {dialog.message}"))
    wide: list[str] = []
    for path in EVERY[share::4]:
        page.goto(f"{served}/{path}")
        wide += [f"{path}: {fault}" for fault in page.evaluate("reach.sideways()")]
    assert said == []
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert page.evaluate("reach.kept()") == []
    assert context.cookies() == []
    assert wide == []
