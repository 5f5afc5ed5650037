"""No ending is given away.

What follows a decision stands in no page, card, list, filter, search entry, sheet or site map that comes before it.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
import yaml

from casebook.analysis import disclosure
from casebook.analysis.disclosure import first_day
from casebook.checking.load import load
from casebook.citations.withheld_titles import plain_place, quiet_sources
from casebook.components.decision.facilitator_sheet.facilitator_sheet import facilitator_sheet
from casebook.core.routes import decision as decision_page
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.schema.base import Sourced
from casebook.schema.case import STATEMENT_FIELDS, Case, Decision
from casebook.site.long_lists import other_rows
from casebook.site.pages import every_page
from filled_case import CASE, whole_case
from filling import Filler
from listed import elements_in, entries_in, list_in, words_in
from small_site import accept
from telling import Telling, before_decision, plain, telling_before, words_of

TELL_ENDINGS = (
    "facilitate/later-decisions.html",  # says so in its first line
    "about/what-changed.html",  # says so in its first line
    "cases/shared-sources.html",  # says so in its first line
    "learn/bibliography.html",  # a list of titles, and of no case
)
"""Pages on which whoever opens them asks for endings or for titles."""
_FOLD = re.compile(r"<what-happened\b.*?</what-happened>", re.DOTALL)


def pages_of_all(built_site: Path, library: Library) -> Iterator[tuple[str, str]]:
    """Every page that is not of one case: its path and its words, without what is folded."""
    of_one_case = tuple(f"cases/{slug}{end}" for slug in library.cases for end in (".html", "/"))
    of_one_case += ("learn/essays/",)  # an essay says in its first line that it tells endings
    for page in built_site.rglob("*.html"):
        path = page.relative_to(built_site).as_posix()
        if (
            not path.startswith(of_one_case) and path not in TELL_ENDINGS and not path.endswith("/pack.html")
        ):  # a pack holds the outcome sheet, to be kept back
            yield path, words_of(_FOLD.sub(" ", page.read_text(encoding="utf-8")))
    cards = [card for name in ("case-cards", "decision-entries") for card in list_in(built_site, name)["cards"]]
    for card in (*cards, *other_rows(library, 0)):
        attributes = " ".join(value for one in elements_in(card) for value in one[1].values())
        yield f"data/: {attributes[:80]}", words_of(f"{words_in(card)} {attributes}")


@pytest.fixture(scope="module")
def at_first(library: Library) -> dict[str, Telling]:
    """What must not be seen before the first decision, by case."""
    return {
        slug: telling_before(library, slug, case.decisions[0]) for slug, case in library.cases.items() if case.decisions
    }


def page_of(built_site: Path, slug: str) -> str:
    return (built_site / f"cases/{slug}.html").read_text(encoding="utf-8")


def test_there_is_something_to_keep_of_every_case(at_first: dict[str, Telling], library: Library) -> None:
    assert set(at_first) == {slug for slug, case in library.cases.items() if case.decisions}
    for slug, telling in at_first.items():
        wanted = {"titles", "addresses", "texts"} | (
            {"questions", "pages"} if len(library.cases[slug].decisions) > 1 else set()
        )
        assert {kind for kind, every in vars(telling).items() if every} >= wanted, slug


def test_everything_that_is_kept_would_be_noticed(
    at_first: dict[str, Telling], built_site: Path, library: Library
) -> None:
    """A case's page holds all of it below its stop line: what is found there would be found above the line too."""
    for slug, telling in at_first.items():
        found = telling.seen_in(words_of(page_of(built_site, slug)))
        kinds = {one.partition(":")[0] for one in found}
        assert kinds >= {"titles", "addresses", "texts"} | (
            {"questions", "pages"} if len(library.cases[slug].decisions) > 1 else set()
        ), slug


LEAKS = (
    "<span>{}</span>",
    '<a href="#note-1" title="{}">1</a>',
    '<a href="#note-1" aria-label="Source 1: {}">1</a>',
    '<script type="application/json">{{"title": "{}"}}</script>',
    '<img alt="{}">',
    "<p>See <em>{}</em>, 2016.</p>",
)
"""Places in which a leak could stand."""


@pytest.mark.parametrize("kind", ["titles", "addresses", "questions", "pages", "texts"])
@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_before_the_decision_is_noticed(kind: str, leak: str, built_site: Path, library: Library) -> None:
    slug, case = "unitingcare", library.cases["unitingcare"]
    decision = case.decisions[0]
    telling = telling_before(library, slug, decision)
    told = max(getattr(telling, kind), key=len)
    page = page_of(built_site, slug).replace(
        'id="look-it-up"', f'id="look-it-up">{leak.format(html.escape(told))}<i ', 1
    )
    assert any(one.startswith(kind) for one in telling.seen_in(words_of(before_decision(page, case, decision))))


def test_pages_of_all_cases_give_no_ending_away(
    built_site: Path, library: Library, at_first: dict[str, Telling]
) -> None:
    found = {}
    for path, words in pages_of_all(built_site, library):
        for slug, telling in at_first.items():
            given = telling.seen_in(words)
            if given:
                found[f"{path}, {slug}"] = given
    assert found == {}


def test_a_case_shows_before_each_decision_nothing_that_follows_and_no_title(
    built_site: Path, library: Library
) -> None:
    found = {}
    for slug, case in library.cases.items():
        page = page_of(built_site, slug)
        for decision in case.decisions:
            given = telling_before(library, slug, decision).seen_in(words_of(before_decision(page, case, decision)))
            if given:
                found[f"{slug}/{decision.id}"] = given
    assert found == {}


def facilitator_words(library: Library, slug: str, decision: Decision) -> str:
    """What the facilitator reads before the decision."""
    return words_of(str(facilitator_sheet(PageContext(library, decision_page(slug, decision.id)), slug, decision.id)))


@pytest.mark.parametrize("paper", ["page", "facilitator"])
def test_the_page_of_a_decision_and_its_sheets_show_nothing_that_follows_and_no_title(
    paper: str, built_site: Path, library: Library
) -> None:
    found = {}
    for slug, case in library.cases.items():
        for decision in case.decisions:
            page = (built_site / f"cases/{slug}/{decision.id}.html").read_text(encoding="utf-8")
            words = words_of(page) if paper == "page" else facilitator_words(library, slug, decision)
            given = telling_before(library, slug, decision).seen_in(words)
            if given:
                found[f"{slug}/{decision.id}"] = given
    assert found == {}


def test_the_search_leaves_out_what_claims_say_taken_together_and_what_cases_became(built_site: Path) -> None:
    together = [
        re.search(r'<section class="together"[^>]*>', page.read_text(encoding="utf-8"))
        for page in built_site.glob("learn/claims/*.html")
    ]
    later = [
        re.search(r'<what-happened[^>]* id="later"[^>]*>', page.read_text(encoding="utf-8"))
        for page in built_site.glob("learn/forms/*.html")
    ]
    found = [one[0] for one in (*together, *later) if one]
    assert any(together)
    assert any(later)
    assert [one for one in found if "data-pagefind-ignore" not in one] == []


def fragments(built_site: Path) -> Iterator[dict[str, Any]]:
    """What the search knows of each page: its text, its title, the headings that it leads to."""
    for path in (built_site / "pagefind/fragment").glob("*.pf_fragment"):
        yield json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_search_gives_no_ending_away(built_site: Path, at_first: dict[str, Telling]) -> None:
    found, seen = {}, 0
    for fragment in fragments(built_site):
        seen += 1
        anchors = " | ".join(f"{one['id']} {one['text']}" for one in fragment["anchors"])
        words = plain(
            " | ".join(
                (fragment["url"], fragment["content"], json.dumps(fragment["meta"], ensure_ascii=False), anchors)
            )
        )
        for slug, telling in at_first.items():
            of_another_case = fragment["url"].startswith("/cases/") and not fragment["url"].startswith(
                (f"/cases/{slug}.", f"/cases/{slug}/")
            )
            given = (
                [] if of_another_case or fragment["url"].removeprefix("/") in TELL_ENDINGS else telling.seen_in(words)
            )
            if given:
                found[f"{fragment['url']}, {slug}"] = given
    assert seen > 100
    assert found == {}


def test_the_search_leads_to_no_later_decision_and_not_to_their_list(built_site: Path, library: Library) -> None:
    later = {f"/cases/{slug}/{one.id}.html" for slug, case in library.cases.items() for one in case.decisions[1:]}
    assert {fragment["url"] for fragment in fragments(built_site)} & (
        later | {"/facilitate/later-decisions.html"}
    ) == set()


def test_the_list_of_later_decisions_says_first_that_it_tells_endings(built_site: Path, library: Library) -> None:
    page = (built_site / "facilitate/later-decisions.html").read_text(encoding="utf-8")
    questions = [
        html.escape(case.decisions[1].seats[0].question, quote=False)
        for case in library.cases.values()
        if len(case.decisions) > 1
    ]
    assert 0 < page.index("it tells endings") < min(page.find(question) for question in questions if question in page)


def themes_too_early(entries: list[dict[str, Any]], library: Library) -> dict[str, set[str]]:
    """The themes that a filter knows of a case and that its first decision has not, by case."""
    first = {
        slug: {theme for one in case.decisions[:1] for theme in one.themes} for slug, case in library.cases.items()
    }
    return {
        entry["slug"]: set(entry["facets"]["theme"]) - first[entry["slug"]]
        for entry in entries
        if set(entry["facets"]["theme"]) - first[entry["slug"]]
    }


def test_the_filter_knows_the_themes_of_first_decisions_alone(built_site: Path, library: Library) -> None:
    page = (built_site / "cases.html").read_text(encoding="utf-8")
    entries = entries_in(built_site, "case-cards")
    assert themes_too_early(entries, library) == {}
    counted = re.findall(r'name="theme" value="([^"]+)"><span>.*?data-count>(\d+)<', page)
    assert {theme: int(count) for theme, count in counted} == {
        theme: sum(theme in case.decisions[0].themes for case in library.cases.values() if case.decisions)
        for theme, _ in counted
    }
    slug = next(
        slug for slug, case in library.cases.items() if set(case.decisions[-1].themes) - set(case.decisions[0].themes)
    )
    entries[[entry["slug"] for entry in entries].index(slug)]["facets"]["theme"] += (
        library.cases[slug].decisions[-1].themes
    )
    assert set(themes_too_early(entries, library)) == {slug}, "a theme of a later decision would be noticed"


def years_too_late(page: str, library: Library) -> list[str]:
    """The places on the timeline that show a case in a year after its first decision."""
    found = []
    for slug, case in library.cases.items():
        last = first_day(case) or case.when.begins
        band = re.search(rf'<li><span class="words"><a href="{slug}\.html">.*?</li>', page, re.DOTALL)
        assert band, slug
        words = re.sub(r"<[^>]*>", " ", band[0])
        found += [f"{slug}, band: {year}" for year in re.findall(r"\b(?:19|20)\d\d\b", words) if int(year) > last.year]
        marks = band[0].count('class="mark"')
        found += [f"{slug}: {marks} marks"] if marks > 1 else []
        rows = re.findall(r'<tr><th scope="row">(\d+)</th>(.*?)</tr>', page, re.DOTALL)
        found += [f"{slug}, row {year}" for year, row in rows if f'href="{slug}.html"' in row and int(year) > last.year]
    return found


def test_the_timeline_shows_no_year_after_the_first_decision(built_site: Path, library: Library) -> None:
    page = (built_site / "cases/timeline.html").read_text(encoding="utf-8")
    assert years_too_late(page, library) == []
    name = '<a href="unitingcare.html">Ready or not</a> <span class="place">Cambridgeshire and Peterborough</span>'
    shown = f'{name} <span class="kind">2014'
    assert shown in page
    assert years_too_late(page.replace(shown, f"{shown} to 2016"), library) == ["unitingcare, band: 2016"], (
        "a later year would be noticed"
    )


def test_no_address_within_a_page_names_a_source_or_a_finding_by_its_id(built_site: Path) -> None:
    """Ids are made of what a source or a finding says; anchors are numbers."""
    pages = [
        *built_site.glob("cases/*.html"),
        *built_site.glob("cases/*/*.html"),
        *built_site.glob("learn/claims/*.html"),
        built_site / "index.html",
    ]
    wrong = {
        found
        for page in pages
        for found in re.findall(
            r'(?:id="|#)[a-z-]*(?:source|note|finding)-(?!\d+")[a-z0-9-]+"', page.read_text(encoding="utf-8")
        )
    }
    assert {one for one in wrong if "template" not in one} == set()


def sitemap(root: Path, files: list[SimpleNamespace]) -> str:
    """The site map as MkDocs writes it."""
    loader = jinja2.FileSystemLoader(root / "hooks/theme")
    return jinja2.Environment(loader=loader, autoescape=True).get_template("sitemap.xml").render(pages=files)


def test_the_site_map_names_no_later_decision_and_carries_no_day(root: Path, library: Library) -> None:
    files = []
    for page in every_page(library):
        meta = yaml.safe_load(page.front_matter().strip("-\n"))
        address = f"https://example.org/{page.path}"
        files.append(
            SimpleNamespace(
                page=SimpleNamespace(
                    is_link=False, canonical_url=address, abs_url=None, update_date="2026-11-29", meta=meta
                )
            )
        )
    written = sitemap(root, files)
    later = [f"{slug}/{one.id}.html" for slug, case in library.cases.items() for one in case.decisions[1:]]
    assert [address for address in later if address in written] == []
    assert "2026" not in written
    first = [
        f"https://example.org/cases/{slug}/{case.decisions[0].id}.html"
        for slug, case in library.cases.items()
        if case.decisions
    ]
    assert [address for address in first if f"<loc>{address}</loc>" not in written] == []


def test_the_built_site_map_is_not_packed_with_the_day_of_the_build(built_site: Path) -> None:
    assert (built_site / "sitemap.xml").exists()
    assert not (built_site / "sitemap.xml.gz").exists()


def test_two_builds_of_one_sitemap_are_equal(root: Path) -> None:
    def files(day: str) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(
                page=SimpleNamespace(
                    is_link=False, canonical_url="https://example.org/a&b.html", abs_url=None, update_date=day, meta={}
                )
            )
        ]

    assert sitemap(root, files("2026-11-29")) == sitemap(root, files("2027-01-01"))
    assert "<loc>https://example.org/a&amp;b.html</loc>" in sitemap(root, files("2026-11-29"))


@pytest.fixture
def with_case(root: Path, tmp_path: Path) -> Path:
    """The project's words and components with one case whose only source names neither author nor place."""
    shutil.copytree(root / "docs", tmp_path / "docs")
    (tmp_path / "cases").mkdir()
    shutil.copy(root / "tests/inputs/title-gives-away/one-board-or-two.yml", tmp_path / "cases")
    return tmp_path


SOURCE = "    title: Both boards agreed a full merger\n"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("", "Official record"),
        ("    year: 2025\n", "Official record 2025"),
        ("    in: Barnet Post, 3 March 2025\n", "Barnet Post, 3 March 2025"),
        ("    authors:\n      - name: Rees\n    year: 2025\n", "Rees 2025"),
    ],
)
def test_a_source_is_named_by_who_where_or_kind_and_never_by_its_title(more: str, name: str, with_case: Path) -> None:
    file = with_case / "cases/one-board-or-two.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(SOURCE, SOURCE + more), encoding="utf-8")
    library = load(with_case)
    case = library.cases["one-board-or-two"]
    ctx = PageContext(library, "cases/one-board-or-two.html")
    assert [one.name for one in quiet_sources(library, case)] == [name]
    page = str(REGISTRY["case_page"](ctx, "one-board-or-two"))
    open_part = before_decision(page, case, case.decisions[0])
    assert "agreed a full merger" not in open_part
    assert f"<b>1</b> {name};" in open_part


def test_sources_of_one_kind_without_a_name_are_told_apart_by_letters(with_case: Path) -> None:
    file = with_case / "cases/one-board-or-two.yml"
    second = (
        "  - id: barnet\n    kind: official\n    standpoint: party\n    title: Costs were halved\n    read: opening\n"
    )
    text = file.read_text(encoding="utf-8").replace("written_by:", second + "written_by:")
    file.write_text(
        text.replace("sources: [brent]\n    seats", "sources: [brent, barnet]\n    seats"), encoding="utf-8"
    )
    library = load(with_case)
    assert [one.name for one in quiet_sources(library, library.cases["one-board-or-two"])] == [
        "Official record, undated a",
        "Official record, undated b",
    ]


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("table 1", "table 1"),
        ("Table 1", "Table 1"),
        ("page 12", "page 12"),
        ("pages 4 to 6", "pages 4 to 6"),
        ("pp. 4-6, table 2", "pp. 4-6, table 2"),
        ("section 3.2", "section 3.2"),
        ("the authors' reply", ""),
        ("chapter on the collapse", ""),
        ("page 3, where the merger failed", ""),
        ("section collapse", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_place_in_a_source_is_shown_before_the_decision_only_where_it_is_a_number(at: str | None, shown: str) -> None:
    assert plain_place(at) == shown


def decisions_named(library: Library) -> dict[str, str]:
    """The decision that each ready session and method begins with."""
    named = {**library.sessions, **library.methods}
    return {id_: one.decision for id_, one in named.items() if one.decision}


def test_sessions_and_methods_begin_with_a_first_decision(library: Library) -> None:
    named = decisions_named(library)
    assert named

    def first(case: Case) -> str:
        return case.decisions[0].id

    assert {
        id_: one for id_, one in named.items() if one.partition("/")[2] != first(library.cases[one.partition("/")[0]])
    } == {}


def ids_that_tell(case: Case) -> list[str]:
    """The ids of decisions that name what was chosen there or before, unless they name the alternative too:
    this-or-that.
    """
    taken: list[str] = []
    found = []
    for decision in case.decisions:
        options = [option for seat in decision.seats for option in seat.options]
        taken += [option.id for option in options if option.fate.startswith("taken")]
        found += [decision.id for id_ in taken if f"-{id_}-" in f"-{decision.id}-" and "-or-" not in decision.id]
    return found


def test_the_id_of_a_decision_which_stands_in_its_address_does_not_name_what_was_chosen(library: Library) -> None:
    assert {slug: ids for slug, case in library.cases.items() if (ids := ids_that_tell(case))} == {}


def test_an_id_that_names_what_was_chosen_would_be_noticed(library: Library) -> None:
    case = library.cases["dorset"]
    last = case.decisions[-1].model_copy(update={"id": "refer-it"})
    assert ids_that_tell(case.model_copy(update={"decisions": (*case.decisions[:-1], last)})) == ["refer-it"]


DAYS = CASE | {"Part.when": "2018", "Case.when": "2018/2021"}
"""The parts of the case were there before its decision, which is of 2019: they hide nothing."""
_WORD = re.compile("[a-j]{3}quill")


def with_earlier(later: dict[str, Any], early: dict[str, Any]) -> dict[str, Any]:
    """A filled case, with the dated entries of an earlier one before its own in every list but parts and decisions."""
    joined = dict(later)
    for key, value in later.items():
        if key == "accountability":
            joined[key] = with_earlier(value, early[key])
        elif key not in ("parts", "decisions") and any("when" in one for one in value if isinstance(one, dict)):
            renamed = [one | ({"id": f"late-{one['id']}"} if "id" in one else {}) for one in value]
            joined[key] = [*early[key], *renamed]
    return joined


@pytest.fixture
def filled(root: Path, small_project: Path) -> Library:
    """The small project with a case in which every field is filled, each list with an entry of a day before its
    decision and one of a later day.
    """
    shutil.copytree(root / "docs/messages", small_project / "docs/messages")
    filler = Filler(DAYS | {"when": "2018"})
    early = whole_case(filler, decisions=True, seats=1)
    filler.given = DAYS | {"when": "2021"}
    data = with_earlier(whole_case(filler, decisions=True, seats=1), early)
    (small_project / "cases/filled.yml").write_text(json.dumps(data), encoding="utf-8")
    accept(small_project)
    library = load(small_project)
    assert [str(issue) for issue in library.issues] == []
    return library


def later_words(case: Case) -> dict[str, str]:
    """The words of everything in the filled case that has a later day, with the field of the case that each is of.

    What a decision shows before the choice has its own rule: situation, seats, options.
    """
    found = {}
    for path, model in case.everything:
        before_choice = path[:1] == ("decisions",) and "outcome" not in path
        begun = (
            not isinstance(model, Sourced)
            or not model.when
            or model.when.has_begun_before(case.decisions[0].when.begins)
        )
        if not begun and not before_choice:
            found |= dict.fromkeys(_WORD.findall(model.model_dump_json()), str(path[0]))
    return found


def shown_before_decision(library: Library) -> dict[str, str]:
    """What the filled case shows before its decision, by page: the case above its stop line, and what is handed out."""
    case = library.cases["filled"]
    pages = {
        page.path: str(page.render(PageContext(library, page.path)))
        for page in every_page(library)
        if page.path.startswith("cases/filled") and not page.path.endswith("/room.html")
    }
    pages["cases/filled.html"] = before_decision(pages["cases/filled.html"], case, case.decisions[0])
    pages["facilitator"] = facilitator_words(library, "filled", case.decisions[0])
    return pages


def too_early(library: Library) -> dict[str, list[str]]:
    """The fields that are shown before the decision with a text of a later day, by page."""
    later = later_words(library.cases["filled"])
    found = {
        path: sorted({later[word] for word in _WORD.findall(page) if word in later})
        for path, page in shown_before_decision(library).items()
    }
    return {path: fields for path, fields in found.items() if fields}


def test_no_field_of_a_case_shows_a_text_of_a_later_day_before_the_decision(filled: Library) -> None:
    assert too_early(filled) == {}


def test_every_field_that_holds_something_dated_is_looked_at(filled: Library) -> None:
    lists = {"facts", "forms", "members", "ties", "timeline", "decisions", "findings", "results", "ended"}
    by_type = {name if name in Case.model_fields else "accountability" for name in STATEMENT_FIELDS}
    assert set(later_words(filled.cases["filled"]).values()) == lists | by_type
    assert len(set(STATEMENT_FIELDS)) == len(STATEMENT_FIELDS)
    assert {"filled.html", "one.html", "facilitator"} == {
        path.rpartition("/")[2] for path in shown_before_decision(filled)
    }


def test_a_field_that_is_shown_whatever_its_day_would_be_noticed(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disclosure, "has_begun", lambda things, day: tuple(things))
    found = too_early(filled)
    assert set(found["cases/filled.html"]) >= {"task", "accountability", "facts", "members"}
    assert found["cases/filled/one.html"] == ["story", "task"]
