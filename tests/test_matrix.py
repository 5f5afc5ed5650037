"""The evidence matrix: every finding in its cell, nothing totalled, no text of a finding in the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from casebook.citations.source_identity import identity, shared_sources
from casebook.components.evidence.matrix_row.matrix_row import matrix_rows
from casebook.data.payloads.findings import claim_scripts, mark_of
from casebook.library.library import Library
from casebook.schema.case import Source
from casebook.text.markdown import typographic


class Tables(HTMLParser):
    """Reads the cells of a page's first table: tag, attributes, text, and the findings that it links."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[dict[str, object]]] = []
        self.caption = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        known = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td") and self.rows:
            self.rows[-1].append({"tag": tag, "scope": known.get("scope"), "text": "", "findings": []})
        elif tag == "a" and known.get("data-finding") and "td" in self._open:
            self.rows[-1][-1]["findings"].append(known["data-finding"])  # type: ignore[attr-defined]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            continue

    def handle_data(self, data: str) -> None:
        if "caption" in self._open:
            self.caption += data
        elif self.rows and self.rows[-1] and {"th", "td"} & set(self._open):
            self.rows[-1][-1]["text"] = str(self.rows[-1][-1]["text"]) + data


@pytest.fixture(scope="module")
def page_text(built_site: Path) -> str:
    return (built_site / "cases/matrix.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def table(page_text: str) -> Tables:
    tables = Tables()
    tables.feed(page_text[page_text.index("<table") : page_text.index("</table>")])
    return tables


def test_the_table_has_a_caption_and_every_header_says_what_it_heads(table: Tables, library: Library) -> None:
    assert table.caption.strip()
    assert [cell["scope"] for cell in table.rows[0]] == ["col"] * (len(library.claims) + 1)
    assert {row[0]["scope"] for row in table.rows[1:]} == {"row"}


def test_every_case_has_a_row_and_every_claim_a_column(table: Tables, library: Library) -> None:
    assert len(table.rows) == len(library.cases) + 1
    assert {len(row) for row in table.rows} == {len(library.claims) + 1}


def test_every_finding_stands_in_the_cell_of_its_case_and_claim(table: Tables, library: Library) -> None:
    rows = matrix_rows(library)
    for row, cells in zip(rows, table.rows[1:], strict=True):
        for claim, cell in zip(library.claims, cells[1:], strict=True):
            assert cell["findings"] == [mark_of(one) for one in row.cells.get(claim, [])]


def test_each_sign_has_its_word(table: Tables) -> None:
    for row in table.rows[1:]:
        for cell in row[1:]:
            assert len(re.findall("Supports|Complicates|Contradicts", str(cell["text"]))) == len(cell["findings"])  # type: ignore[arg-type]


def test_nothing_is_totalled(table: Tables) -> None:
    for row in table.rows[1:]:
        assert not any(re.search(r"\d", str(cell["text"])) for cell in row[1:])
    assert not any(re.search(r"\d", str(cell["text"])) for cell in table.rows[0])


def test_the_page_holds_no_text_of_a_finding(page_text: str, library: Library) -> None:
    for told in (told for found in library.findings.values() for told in found):
        assert typographic(told.finding.text) not in page_text, told.id
        assert typographic(told.finding.reading) not in page_text, told.id


def test_no_page_of_claims_holds_the_id_of_a_finding(built_site: Path, library: Library) -> None:
    """An id is made of what a finding says: gap-carried-into-the-start."""
    ids = {told.id for found in library.findings.values() for told in found}
    pages = [
        built_site / "cases/matrix.html",
        *built_site.glob("learn/claims/*.html"),
        *built_site.glob("data/claims/*.js"),
    ]
    assert len(pages) > len(library.claims)
    marked = {
        page.name: set(re.findall(r'["/](?:[a-z0-9-]+/[a-z0-9-]+)(?=")', page.read_text(encoding="utf-8")))
        for page in pages
    }
    assert {name: found for name, marks in marked.items() if (found := {mark[1:] for mark in marks} & ids)} == {}


def test_a_source_of_several_cases_stands_once_on_a_page_that_says_first_what_it_tells(
    built_site: Path, page_text: str, library: Library
) -> None:
    assert 'href="shared-sources.html"' in page_text
    page = (built_site / "cases/shared-sources.html").read_text(encoding="utf-8")
    before, listed = page.split('<ul class="shared-source-list"')
    assert "may tell how cases ended" in before
    assert shared_sources(library)
    for shared in shared_sources(library):
        assert len(set(shared.slugs)) > 1
        assert listed.count(f"<cite>{typographic(shared.source.title).replace('&', '&amp;')}</cite>") == 1


def source(**words: object) -> Source:
    return Source.model_validate(
        {"id": "one", "kind": "report", "standpoint": "observer", "title": "A report", "read": "whole", **words}
    )


def test_the_same_doi_is_the_same_source_whatever_its_title() -> None:
    assert identity(source(doi="10.1136/BMJ.J1")) == identity(
        source(title="Another name", url="https://doi.org/10.1136/bmj.j1")
    )


def test_the_front_page_of_a_site_is_no_source_of_its_own() -> None:
    assert identity(source(url="https://news.example/")) != identity(
        source(title="Another story", url="https://news.example/")
    )


def scripts(library: Library) -> Iterator[tuple[str, dict[str, dict[str, object]]]]:
    for path, write in claim_scripts(library):
        content = write()
        claim = Path(path).stem
        name, texts = json.loads(
            content.removeprefix("(window.casebook=window.casebook||[]).push(").removesuffix(");\n")
        )
        assert name == f"claim:{claim}"
        yield claim, texts


def test_each_claim_has_a_script_with_all_its_findings_and_their_sources(library: Library) -> None:
    found = dict(scripts(library))
    assert set(found) == set(library.claims)
    for claim, texts in found.items():
        told = {mark_of(one): one.finding for one in library.findings[claim]}
        assert set(texts) == set(told)
        for id_, text in texts.items():
            assert text["text"] == typographic(told[id_].text)
            assert text["reading"] == typographic(told[id_].reading)
            assert len(text["sources"]) == len(told[id_].sources)  # type: ignore[arg-type]


def test_claims_stand_in_the_order_of_the_founding_article(library: Library) -> None:
    assert [claim.order for claim in library.claims.values()] == list(range(1, 26))
    assert next(iter(library.claims)) == "work-is-moving-to-networks"
