"""The PDFs of packs and the copy to take away, made from the built site as `make zip` makes them: a few of each kind."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, expect
from printing import letters
from pypdf import PdfReader

from casebook.analysis.disclosure import spoiler_texts
from casebook.checking.load import load
from casebook.core import routes
from casebook.render.paper.handouts import sides_in
from casebook.site.taking_away import FOLDER, every_pack, show_what_is_there, zip_site
from casebook.text.markdown import typographic
from print_packs import print_packs

pytestmark = pytest.mark.browser
LIBRARY = load(Path(__file__).resolve().parents[2])
WANTED = ("45-minutes", "two-hours", "nottingham-", "shropshire-", "planning-room", "managed-to-death")
PACKS = [one for one in every_pack(LIBRARY) if any(word in one.pdf for word in WANTED)]
DECISIONS = {
    routes.decision_pdf(slug, one.id): (case, one)
    for slug, case in LIBRARY.cases.items()
    for one in case.decisions
    if slug in ("nottingham", "shropshire")
}
LINK = re.compile(r'\s(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def printed_site(built_site: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with some of its PDFs, and itself in one file."""
    site = tmp_path_factory.mktemp("packs") / "site"
    shutil.copytree(built_site, site)
    context = browser.new_context(java_script_enabled=False)
    list(print_packs(site, PACKS, context.new_page()))
    context.close()
    show_what_is_there(site)
    zip_site(site)
    show_what_is_there(site)
    return site


@pytest.fixture(scope="module")
def unpacked(printed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, unpacked in another folder."""
    folder = tmp_path_factory.mktemp("a folder of one’s own")
    with zipfile.ZipFile(printed_site / routes.OFFLINE_COPY) as packed:
        packed.extractall(folder)
    return folder / FOLDER


def fonts_of(page: Any) -> Iterator[Any]:
    for font in (page["/Resources"].get("/Font") or {}).values():
        whole = font.get_object()
        inner = whole.get("/DescendantFonts")
        yield inner[0].get_object() if inner else whole


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.pdf.rpartition("/")[2])
def test_a_pdf_has_its_fonts_inside_tags_a_language_and_the_pages_that_its_page_says(
    printed_site: Path, pack: Any
) -> None:
    pdf = PdfReader(printed_site / pack.pdf)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    for page in pdf.pages:
        for font in fonts_of(page):
            held = font.get("/FontDescriptor")
            assert font["/Subtype"] == "/Type3" or {"/FontFile2", "/FontFile3"} & set(held.get_object())
    page, _, _ = pack.page.partition("#")
    html = (printed_site / page).read_text(encoding="utf-8")
    if "sheet-choice" in html:
        html = "".join(one for one in html.split('<div class="on-paper')[1:] if "for-pack" in one.partition(">")[0])
    assert len(pdf.pages) == sides_in(html)


@pytest.mark.parametrize("path", DECISIONS)
def test_no_pdf_of_a_decision_tells_its_outcome_before_its_last_page_or_on_a_back(
    printed_site: Path, path: str
) -> None:
    case, decision = DECISIONS[path]
    pages = [letters(one.extract_text()) for one in PdfReader(printed_site / path).pages]
    participant = next(place for place, words in enumerate(pages) if "participantsheet" in words[:80])
    assert participant % 2 == 0, "it begins a sheet of paper"
    known = letters("".join(typographic(one.text) for one in decision.situation))
    secret = [letters(typographic(text)) for text in spoiler_texts(case, decision) if len(text) > 30]
    secret = [text for text in secret if text not in known]
    assert secret or case.is_undecided(decision)
    told = [place for place, words in enumerate(pages) if any(text in words for text in secret)]
    assert all(place > participant + 1 for place in told), "neither on it, nor on its back"


def test_nothing_to_be_kept_back_stands_behind_what_is_handed_out_in_a_session(printed_site: Path) -> None:
    pages = [letters(one.extract_text()) for one in PdfReader(printed_site / routes.session_pdf("45-minutes")).pages]
    starts = [place for place, words in enumerate(pages) if "outcomesheetshropshire" in words]
    assert [place % 2 for place in starts] == [0]
    assert "participantsheet" not in pages[starts[0] - 1]
    strips = [
        letters(one.extract_text()) for one in PdfReader(printed_site / routes.exercise_pdf("planning-room")).pages
    ]
    cut = [place for place, words in enumerate(strips) if "cutalongthelines" in words]
    assert len(cut) > 3
    assert {strips[place + 1].replace("systemsleadershipcasebook", "") for place in cut} == {""}


def dead_links(site: Path) -> set[str]:
    """The links of every page that lead to no file, or to no place in it."""
    html = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    anchors = {path: set(re.findall(r'\sid="([^"]*)"', text)) for path, text in html.items()}
    dead = set()
    for path, text in html.items():
        for link in map(unescape, LINK.findall(text)):
            if re.match(r"(https?|mailto|data):", link):
                continue
            address, anchor = urldefrag(link)
            file = (path.parent / unquote(address.partition("?")[0])).resolve() if address.partition("?")[0] else path
            if not file.is_file() or (file in anchors and anchor and "=" not in anchor and anchor not in anchors[file]):
                dead.add(f"{path.relative_to(site)}: {link}")
    return dead


def test_the_copy_has_no_dead_link_and_everything_but_itself(unpacked: Path, printed_site: Path) -> None:
    assert dead_links(unpacked.resolve()) == set()
    files = {path.relative_to(printed_site) for path in printed_site.rglob("*") if path.is_file()}
    left_out = {Path(routes.OFFLINE_COPY), Path("404.html")}
    assert {path.relative_to(unpacked) for path in unpacked.rglob("*") if path.is_file()} == files - left_out
    assert "one file" not in (unpacked / routes.FACILITATE).read_text(encoding="utf-8").partition("data-href")[0][-200:]


def test_the_copy_opens_from_a_disk_and_asks_for_nothing_else(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto((unpacked / "index.html").as_uri())
    for name in ("Learn", "Cases", "Exercises", "Facilitate"):
        page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first.click()
        expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="45 minutes").first.click()
    page.get_by_label("How many are you?").fill("9")
    page.get_by_role("button", name="Prepare the sheets").click()
    expect(page.locator("[data-sum]")).to_contain_text("pages in one print job")
    link = page.locator(".take-away a")
    assert (unpacked / "facilitate/sessions/45-minutes" / link.get_attribute("href")).is_file()
    assert wrong == []
    assert {url.partition(":")[0] for url in asked} == {"file"}
    page.close()


def test_facilitate_offers_the_copy_with_its_size_and_checksum(browser: Browser, printed_site: Path) -> None:
    copy = printed_site / routes.OFFLINE_COPY
    page = browser.new_page()
    for path in (routes.FACILITATE, "about/offline.html"):
        page.goto((printed_site / path).as_uri())
        offered = page.locator(".take-away")
        expect(offered).to_be_visible()
        expect(offered).to_contain_text(f"{copy.stat().st_size / 1_000_000:.1f} MB")
        expect(offered).to_contain_text(hashlib.sha256(copy.read_bytes()).hexdigest())
        address = offered.locator("a").evaluate("one => one.href")
        assert address == copy.as_uri()
        expect(page.get_by_text("offers no copy of itself")).to_have_count(0)
    page.close()


def test_without_a_copy_its_page_says_where_to_get_one(built_site: Path, unpacked: Path) -> None:
    """A site without PDFs, and the copy itself, which holds no copy of itself."""
    for site in (built_site, unpacked):
        html = (site / "about/offline.html").read_text(encoding="utf-8")
        assert "This site offers no copy of itself to take away." in html
        shown = re.sub(r'<div class="take-away[^>]* hidden.*?</div>', "", html, flags=re.DOTALL)
        assert "Unpack it" not in shown


def test_two_copies_of_one_site_are_the_same(printed_site: Path) -> None:
    copy = printed_site / routes.OFFLINE_COPY
    first = copy.read_bytes()
    folder = printed_site.parent / "again"
    shutil.copytree(printed_site, folder)
    for page in (routes.FACILITATE, "about/offline.html"):
        with zipfile.ZipFile(copy) as packed:
            (folder / page).write_bytes(packed.read(f"{FOLDER}/{page}"))
    assert zip_site(folder).read_bytes() == first


def test_without_a_pdf_or_a_copy_no_page_leads_to_one(built_site: Path) -> None:
    assert not list(built_site.rglob("*.pdf"))
    html = (built_site / routes.FACILITATE).read_text(encoding="utf-8")
    assert f'href="../{routes.OFFLINE_COPY}"' not in html.replace("data-href", "")
