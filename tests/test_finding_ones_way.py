"""Headings with anchors, contents, feet of pages: what is written into a page so that readers find their way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.core.build import Build
from casebook.library.library import Library
from casebook.library.orders import in_order, neighbours
from casebook.render.context import PageContext
from casebook.schema.kinds import CASES, CLAIMS, FORMS, KINDS, METHODS
from casebook.site.finishing import finished, source_of, steps
from casebook.site.headings import LONG, find_headings, with_anchors
from casebook.site.writing import edit_base
from casebook.text.punctuation import titled
from conftest import build as build_site
from small_site import SETTINGS, make_small_site

ID = re.compile(r'\sid="([^"]+)"')


@pytest.fixture(scope="module")
def ctx(library: Library) -> PageContext:
    return PageContext(library, "about/some.html")


def pages(site: Path) -> list[Path]:
    """Every page with the frame of the site: sheets have one of their own."""
    return [path for path in sorted(site.rglob("*.html")) if 'class="site-footer"' in path.read_text()]


def ids(html: str) -> list[str]:
    return [heading.id for heading in find_headings(html)]


def test_an_id_is_made_of_the_words_of_a_heading() -> None:
    assert ids("<h2>What it <em>rests</em> on</h2><h3>Größe &amp; place’s</h3>") == [
        "what-it-rests-on",
        "grosse-places",
    ]


def test_an_id_that_is_there_stays_and_no_two_are_alike() -> None:
    html = '<div id="steps"></div><h2>Steps</h2><h2 id="use">Steps</h2><h3>Steps</h3><h3>Use</h3>'
    assert ids(html) == ["steps-2", "use", "steps-3", "use-2"]


def test_a_heading_without_latin_letters_has_an_id_all_the_same() -> None:
    assert ids("<h2>Ω</h2><h2>…</h2>") == ["section", "section-2"]


@pytest.mark.parametrize(
    "html",
    [
        '<h2><a href="cases/x.html">A card</a></h2>', "<template><h2>Later</h2></template>", "<h2 hidden>Later</h2>",
        "<dialog><h2>Sure?</h2></dialog>", "<nav><h2>Menu</h2></nav>", "<h2></h2>", "<noscript><h2>Off</h2></noscript>",
    ],
)  # fmt: skip
def test_what_is_no_section_gets_no_anchor(ctx: PageContext, html: str) -> None:
    assert with_anchors(ctx, html) == (html, False)


def test_the_link_of_a_section_says_where_it_leads(ctx: PageContext) -> None:
    html, _ = with_anchors(ctx, '<h2 class="x">Who &lt;pays&gt;?</h2>')
    assert '<h2 class="x" id="who-pays">Who &lt;pays&gt;?<a ' in html
    assert 'href="#who-pays"' in html
    assert 'aria-label="Link to this section: Who &lt;pays&gt;?"' in html


def test_contents_stand_above_the_first_section_of_a_long_page_and_never_on_a_short_one(ctx: PageContext) -> None:
    sections = [
        "<section>\n<h2>One</h2><h3>Within</h3></section>",
        *(f"<h2>{name}</h2>" for name in ("Two", "Three", "Four")),
    ]
    html, is_long = with_anchors(ctx, "<p>First.</p>" + "".join(sections))
    assert is_long
    assert re.match(r"<p>First\.</p><page-contents.*?</page-contents>\s*<section>", html, re.DOTALL)
    contents = html.partition("</page-contents>")[0]
    assert re.findall(r'href="#([\w-]+)">(\w+)<', contents) == [
        ("one", "One"), ("two", "Two"), ("three", "Three"), ("four", "Four"),
    ]  # fmt: skip
    assert "page-contents" not in with_anchors(ctx, "".join(sections[:3]))[0]


@pytest.mark.parametrize("kind", ["case", "decision"])
def test_the_words_of_a_heading_never_become_an_address_where_they_may_tell_an_ending(
    root: Path, library: Library, kind: str
) -> None:
    html = "<h2>They gave up</h2>" * LONG
    told = finished(Build(root), PageContext(library, "cases/suffolk.html"), kind, html)
    assert told.startswith(html)
    assert "gave-up" not in told


def test_every_section_of_every_page_has_an_anchor_and_no_id_stands_twice(built_site: Path) -> None:
    bare, twice, seen = [], [], 0
    for path in pages(built_site):
        html, name = path.read_text(), path.relative_to(built_site).as_posix()
        found = ID.findall(html)
        twice += [f"{name}: {id_}" for id_ in set(found) if found.count(id_) > 1]
        if not re.search(r'class="page kind-(case|decision|home)"', html) and name != "404.html":
            without_links = re.sub(
                r'<a class="section-link".*?</a>', "", html.partition('id="content"')[2], flags=re.DOTALL
            )
            headings = list(find_headings(without_links))
            seen += len(headings)
            bare += [f"{name}: {one.words}" for one in headings if f'id="{one.id}"' not in one.attributes]
    assert (bare, twice) == ([], [])
    assert seen > 300


def test_every_page_but_the_first_names_a_file_that_is_there(built_site: Path, root: Path) -> None:
    named = {}
    for path in pages(built_site):
        found = re.search(r'class="page-foot".*?<code>([^<]+)</code>', path.read_text(), re.DOTALL)
        named[path.relative_to(built_site).as_posix()] = found[1] if found else ""
    assert {page for page, file in named.items() if not file} == {"index.html", "404.html"}
    assert [file for file in named.values() if file and not (root / file).is_file()] == []
    assert named["cases/nottingham/stay-or-step-out.html"] == "cases/nottingham.yml"


@pytest.mark.parametrize(
    ("path", "kind", "file"),
    [
        ("cases/leeds.html", "case", "cases/leeds.yml"),
        ("cases/leeds/who-signs.html", "decision", "cases/leeds.yml"),
        ("cases/matrix.html", "", "docs/cases/matrix.md"),
        ("exercises/record.html", "", "docs/exercises/record.md"),
        ("learn/claims/networks-adapt.html", "claim", "docs/learn/claims/networks-adapt.md"),
        ("learn/index.html", "", "docs/learn/index.md"),
    ],
)
def test_a_page_is_made_from_a_file(path: str, kind: str, file: str) -> None:
    assert source_of(path, kind) == file


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not CASES], ids=lambda kind: kind.name)
def test_items_lead_from_one_to_the_next_in_the_order_of_their_list(library: Library, kind) -> None:
    row = [id_ for id_, _ in in_order(library, kind)]
    steps_of = neighbours(library, kind)
    assert list(steps_of) == row
    ends = [None, *row, None]  # a kind may have no item yet
    assert [before and before[0] for before, _ in steps_of.values()] == ends[: len(row)]
    assert [after and after[0] for _, after in steps_of.values()] == ends[2 : len(row) + 2]


def test_claims_keep_the_order_of_the_article_and_cases_that_of_their_titles(library: Library) -> None:
    assert [id_ for id_, _ in in_order(library, CLAIMS)] == list(library.claims)
    titles = [case.title for _, case in in_order(library, CASES)]
    assert titles == sorted(titles)
    second = in_order(library, CASES)[1][0]
    assert steps(library, f"cases/{second}.html")[0] == (
        f"cases/{in_order(library, CASES)[0][0]}.html",
        titled(in_order(library, CASES)[0][1].title, in_order(library, CASES)[0][1].place),
    )
    assert steps(library, "about/index.html") == (None, None)
    first, second = (item for _, item in in_order(library, METHODS)[:2])
    before, after = steps(library, f"facilitate/methods/{next(iter(neighbours(library, METHODS)))}.html")
    assert (before, after and after[1], first.title < second.title) == (None, second.title, True)
    assert steps(library, f"learn/forms/{in_order(library, FORMS)[1][0]}.html")[0] == (
        f"learn/forms/{in_order(library, FORMS)[0][0]}.html",
        in_order(library, FORMS)[0][1].label,
    )


@pytest.mark.parametrize(
    ("repo", "uri", "base"),
    [
        ("https://example.org/casebook", "edit/main/docs/", "https://example.org/casebook/edit/main/"),
        ("https://example.org/casebook/", "edit/main/docs", "https://example.org/casebook/edit/main/"),
        ("https://example.org/casebook", "", ""),
        ("", "edit/main/docs/", ""),
    ],
)
def test_where_files_are_changed_follows_from_the_settings_of_mkdocs(repo: str, uri: str, base: str) -> None:
    assert edit_base(repo, uri) == base


def test_where_the_source_is_published_a_page_leads_to_its_file_and_a_picture_goes_with_it(tmp_path: Path) -> None:
    project = make_small_site(tmp_path / "project")
    published = "repo_url: https://example.org/casebook\nedit_uri: edit/main/docs/\n"
    settings = SETTINGS.replace('site_url: ""', "site_url: https://example.org/")
    (project / "mkdocs.yml").write_text(settings + published, encoding="utf-8")
    front = "---\ntitle: A page\ndescription: A page.\nimage: assets/share/page.png\n---\n# A page\n\nWords.\n"
    (project / "docs/page.md").write_text(front, encoding="utf-8")
    run = build_site(project, project / "site")
    assert run.returncode == 0, run.stdout + run.stderr
    pages = {name: (project / "site" / name).read_text() for name in ("page.html", "cases/harbour.html")}
    for name, file in (("page.html", "docs/page.md"), ("cases/harbour.html", "cases/harbour.yml")):
        assert f'href="https://example.org/casebook/edit/main/{file}"' in pages[name]
    assert '<meta property="og:image" content="https://example.org/assets/share/page.png">' in pages["page.html"]
    assert (
        '<meta property="og:image" content="https://example.org/assets/share/harbour.png">'
        in (pages["cases/harbour.html"])
    )
