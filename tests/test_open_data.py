"""The data for others: complete, safe to open, described to the last column, and citable."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bibtex_reader import escaped, read_bibtex
from casebook.citations.bibtex_ris import Record, authors_of, bibtex, case_record, cited_as, person, ris, source_records
from casebook.data.csv_tables import FINDINGS, RESULTS, TABLES, TIES, as_csv, as_text, rows_of
from casebook.data.dataset import data_files, fingerprint, plain_data
from casebook.data.script_file import as_script
from casebook.data.spreadsheet_cells import safe_cell
from casebook.render.example_library import example_library
from casebook.schema.case import Case
from casebook.text.dates import When
from casebook.yamlfiles.parser import read_file


@pytest.fixture(scope="module")
def files(library):
    return {path: write() for path, write in data_files(library)}


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[f"data/{name}"], newline="")))


def test_every_finding_result_and_tie_of_every_case_has_its_row(library, files):
    for name, what in (("findings.csv", "findings"), ("results.csv", "results"), ("ties.csv", "ties")):
        wanted = Counter(
            {slug: len(getattr(case, what)) for slug, case in library.cases.items() if getattr(case, what)}
        )
        assert Counter(row["case"] for row in rows(files, name)) == wanted


def test_a_finding_reads_back_as_it_stands_in_its_case(library, files):
    row = next(row for row in rows(files, "findings.csv") if row["case"] == "nottingham")
    finding = next(one for one in library.cases["nottingham"].findings if one.id == row["finding"])
    assert (row["claim"], row["stance"], row["text"], row["reading"]) == (
        finding.claim,
        finding.stance,
        finding.text,
        finding.reading,
    )
    assert row["sources"].split("; ")[0].split(",")[0] == finding.sources[0].source


FORMULAS = json.loads((Path(__file__).parent / "fixtures/formulas.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", FORMULAS["guarded"])
def test_no_cell_is_taken_for_a_formula(text):
    assert safe_cell(text) == f"'{text}"
    assert safe_cell(safe_cell(text)) == f"''{text}", "what was guarded is known again"


@pytest.mark.parametrize("text", FORMULAS["left"])
def test_an_ordinary_cell_stays_as_it_is(text):
    assert safe_cell(text) == text


def test_a_cell_holds_words_and_numbers_and_nothing_for_what_is_missing():
    assert [as_text(one) for one in ("4 - 2", None, True, False, 7, 0)] == ["4 - 2", "", "true", "", "7", "0"]


def test_a_formula_in_any_text_of_a_case_is_guarded_in_the_tables(library):
    other = copy.copy(library)
    case = library.cases["nottingham"]
    findings = tuple(one.model_copy(update={"text": "\u200b＝HYPERLINK(1)", "reading": " @x"}) for one in case.findings)
    other.sound_items = {"cases": {"nottingham": case.model_copy(update={"findings": findings, "title": "\n=1"})}}
    for row in csv.DictReader(io.StringIO(as_csv(FINDINGS, other), newline="")):
        assert (row["text"], row["reading"], row["title"]) == ("'\u200b＝HYPERLINK(1)", "' @x", "'\n=1")


def test_no_table_holds_a_cell_that_begins_like_a_formula(files):
    for table in TABLES:
        cells = [cell for row in csv.reader(io.StringIO(files[f"data/{table.file}"], newline="")) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_every_column_says_what_it_holds_and_every_row_fills_only_known_columns(library, table):
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert all(len(column.what) > 10 for column in table.columns)
    assert {name for row in rows_of(table, library) for name in row} <= set(names)


def test_ties_are_an_edge_list_in_which_no_two_cases_mix(library, files):
    assert as_csv(TIES, library).splitlines()[0].startswith("Source,Target,Type,Label,")
    for row in rows(files, "ties.csv"):
        assert row["Source"].endswith(f"[{row['case']}]")
        assert row["Target"].endswith(f"[{row['case']}]")
        assert row["Type"] in ("Directed", "Undirected")
        assert (row["From"], row["To"]) == (row["Source"], row["Target"])


def test_cases_json_holds_every_case_with_dates_as_written_and_says_that_it_tells_endings(library, files):
    data = json.loads(files["data/cases.json"])
    assert [case["slug"] for case in data["cases"]] == list(library.cases)
    assert data["licence"] == "CC BY 4.0"
    assert "tell how cases ended" in data["note"]
    nottingham = next(case for case in data["cases"] if case["slug"] == "nottingham")
    assert nottingham["when"] == library.cases["nottingham"].when.written()
    assert nottingham["ties"][0]["from"] == library.cases["nottingham"].ties[0].from_
    assert {one["strength"] for one in nottingham["strength_of_evidence"]}


def test_nothing_of_a_case_is_lost_in_cases_json(library):
    for case in library.cases.values():
        written = json.dumps(plain_data(case), ensure_ascii=False)
        for _, model in case.everything:
            for name in type(model).model_fields:
                value = getattr(model, name)
                if isinstance(value, str):
                    assert json.dumps(value, ensure_ascii=False)[1:-1] in written
                if isinstance(value, When):
                    assert value.written() in written


def test_a_draft_is_in_no_data_file(library):
    with_draft = copy.copy(library)
    loaded = library.case_files["nottingham"]
    draft = library.cases["nottingham"].model_copy(update={"draft": True})
    with_draft.item_files = {
        **library.item_files,
        "cases": {**library.case_files, "nottingham": replace(loaded, model=draft)},
    }
    with_draft.sound_items = {}
    found = {path: write() for path, write in data_files(with_draft)}
    assert "data/nottingham.js" not in found
    assert "nottingham," not in found["data/findings.csv"]


def test_a_data_script_hands_over_plain_data(files):
    for path, content in files.items():
        if path.endswith(".js"):
            found = re.fullmatch(r"\(window\.casebook=window\.casebook\|\|\[\]\)\.push\((.*)\);\n", content, re.DOTALL)
            assert found, path
            name, data = json.loads(found[1])
            assert path == f"data/{name}.js"
            assert data


def test_a_data_script_keeps_to_itself_whatever_the_text(library):
    nasty = as_script("x", {"text": "</script>\u2028');alert(1)//"})
    assert json.loads(nasty[nasty.index("push(") + 5 : -3])[1]["text"] == "</script>\u2028');alert(1)//"


def test_every_ending_is_given_in_a_fixed_word(library, files):
    content = files["data/endings.js"]
    _, endings = json.loads(content[content.index("push(") + 5 : -3])
    assert set(endings) == set(library.cases)
    assert all(
        one["how"] == (library.cases[slug].ended.how if library.cases[slug].ended else "not-known")
        for slug, one in endings.items()
    )


def test_the_fingerprint_changes_with_a_case(library, small_project):
    from casebook.checking.load import load

    before = fingerprint(load(small_project))
    case = next((small_project / "cases").glob("[!_]*.yml"))
    case.write_text(case.read_text() + "\n# read again\n")
    assert fingerprint(load(small_project)) != before


def test_each_source_stands_once_with_the_cases_that_rest_on_it(library):
    records = source_records(library)
    assert len({record.key for record in records}) == len(records)
    dois = [record.doi.lower() for record in records if record.doi]
    assert len(dois) == len(set(dois))
    named = {keyword for record in records for keyword in record.keywords}
    assert set(library.cases) <= named
    assert any(len(record.keywords) > 1 for record in records)


def test_bibtex_has_an_entry_for_each_source(library, files):
    entries = read_bibtex(files["data/sources.bib"])
    assert [entry.key for entry in entries] == [record.key for record in source_records(library)]
    assert len({entry.key for entry in entries}) == len(entries)
    assert all(entry.fields["title"] for entry in entries)


NASTY = (
    "10.1/x}}@misc{evil,title={\\input{/etc/passwd}},note={",
    "https://x.example/},note={forged},file={/etc/passwd",
    "}",
    "{",
    "\\",
    "}}}}",
    "{{{{",
    '"',
    "%",
    "#",
    "a@b{c",
    "\r\n@misc{y,",
    "\\}",
    "\\{\\}",
    "x\n}\n\n@string{a={b}}",
    "\x00\x1b]",
    "\ud800",
    "A\u2028}\u2028@misc{z,",
    "$x^2_{3}$ & ~",
)


@pytest.mark.parametrize("nasty", NASTY)
def test_no_value_can_forge_an_entry_or_a_field(nasty):
    record = Record("k", "JOUR", nasty, (nasty, f"{nasty}, A."), 2018, nasty, nasty, nasty, nasty, (nasty,))
    after = Record("after", "RPRT", "After", ("Smith, J.",))
    text = bibtex([record, after])
    text.encode()
    first, last = read_bibtex(text)
    assert (first.kind, last.kind) == ("article", "techreport")
    assert set(first.fields) <= {"author", "title", "journal", "year", "doi", "url", "note", "keywords"}
    assert last.fields == {"author": "Smith, J.", "title": "{After}"}
    assert "\\input" not in text
    written = ris([record, after])
    written.encode()
    assert [line for line in written.split("\r\n") if line.startswith("TY")] == ["TY  - JOUR", "TY  - RPRT"]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in written.split("\r\n") if line)


def test_no_key_can_forge_an_entry():
    entries = read_bibtex(bibtex([Record("k,title={x}}@misc{y", "JOUR", "A"), Record("", "JOUR", "B")]))
    assert [entry.fields["title"] for entry in entries] == ["{A}", "{B}"]


def test_a_doi_keeps_what_a_doi_may_hold():
    doi = "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"
    assert read_bibtex(bibtex([Record("k", "JOUR", "A", doi=doi, url="https://a.org/x_y?b=1&c=%20#d")]))[0].fields == {
        "title": "{A}", "doi": doi, "url": "https://a.org/x_y?b=1&c=%20#d"
    }  # fmt: skip


def test_the_case_of_an_attack_gives_one_entry_for_its_one_source(library):
    data = read_file(Path(__file__).parent / "inputs/attack/bibtex-doi-url.yml").data
    forged = {name: data["sources"][0].pop(name) for name in ("url", "doi")}
    case = Case.model_validate(data)
    source = case.sources[0].model_copy(update=forged)
    attacked = copy.copy(library)
    attacked.sound_items = {"cases": {"attack": case.model_copy(update={"sources": (source,)})}}
    attacked.bibliography = {}
    (entry,) = read_bibtex(bibtex(source_records(attacked)))
    assert (entry.key, set(entry.fields)) == ("attack-record", {"title", "doi", "url", "note", "keywords"})


def test_two_sources_never_share_a_key(library):
    twice = copy.copy(library)
    nottingham = library.cases["nottingham"]
    first, second = (
        nottingham.sources[0].model_copy(update={"id": id_, "title": id_, "doi": None, "url": None})
        for id_ in ("b-c", "c")
    )
    twice.sound_items = {
        "cases": {
            "a": nottingham.model_copy(update={"sources": (first,)}),
            "a-b": nottingham.model_copy(update={"sources": (second,)}),
        }
    }
    twice.bibliography = {}
    assert [record.key for record in source_records(twice)] == ["a-b-c", "a-b-c-2"]


def test_bibtex_escapes_what_tex_would_read():
    text = bibtex([Record("k", "JOUR", "Costs & 50% of {all} $ #1_a ~ ^ \\", ("R&D", "Smith, J."))])
    assert (
        r"Costs \& 50\% of \textbraceleft{}all\textbraceright{} \$ \#1\_a \textasciitilde{} \textasciicircum{} "
        r"\textbackslash{}" in text
    )
    assert r"author = {{R\&D} and Smith, J.}" in text


def test_a_line_break_in_a_source_cannot_begin_a_new_entry():
    nasty = Record("k", "JOUR", "A\r\nER  - \nTY  - JOUR", ("X\n@article{y,",))
    assert ris([nasty]).count("\r\nER  - ") == 1
    assert "\n@article{y" not in bibtex([nasty])


def test_ris_begins_and_ends_every_record(library, files):
    records = files["data/sources.ris"].split("\r\n\r\n")[:-1]
    assert len(records) == len(source_records(library))
    assert all(record.startswith("TY  - ") and record.endswith("ER  - ") for record in records)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Northall, H.", ("Northall", "H.")),
        ("Bischoff, E. W. M. A.", ("Bischoff", "E. W. M. A.")),
        ("Andersson, A.-C.", ("Andersson", "A.-C.")),
        ("de Jong-van Til, J. T.", ("de Jong-van Til", "J. T.")),
        ("O'Leary, R.", ("O'Leary", "R.")),
        ("6, P.", ("6", "P.")),
        ("Öberg, Å.", ("Öberg", "Å.")),
        *((body, None) for body in (
            "The King's Fund", "NHS England South", "NHS England", "GOV.UK", "Ealing Save Our NHS", "Save Our NHS Ealing", "Deloitte LLP",
            "Health Services Research UK", "Health Quality BC", "OptiMedis AG", "The MJ", "Nottingham and Nottinghamshire ICS", "Northall H",
            "Agency for Healthcare Research and Quality, PSNet", "Royal Holloway, University of London", "Mills & Reeve", "Q", "Smith", "Waring, J. (eds)",
        )),
    ],
)  # fmt: skip
def test_people_are_told_from_bodies(author, name):
    assert person(author) == name
    record = Record("k", "JOUR", "T", (author,))
    assert next(iter(read_bibtex(bibtex([record])))).fields["author"] == (
        ", ".join(name) if name else f"{{{escaped(author)}}}"
    )
    (line,) = (line for line in ris([record]).split("\r\n") if line.startswith("AU"))
    assert ("," in line) == (name is not None)


def test_everybody_with_initials_is_written_so_that_they_are_told_from_a_body(library):
    """Surname A B would stand as a body among the citations. The bodies that look like it are few, and stand here."""
    bodies = {
        "Calderdale and Kirklees 999 Call for the NHS",
        "Ealing Save Our NHS",
        "Health Quality BC",
        "Health Services Research UK",
        "Nottingham and Nottinghamshire ICS",
        "OptiMedis AG",
        "The MJ",
    }
    sources = [source for item in (*library.cases.values(), *library.exercises.values()) for source in item.sources]
    authors = {author for source in (*sources, *library.bibliography.values()) for author in source.authors}
    alike = {author for author in authors if re.search(r" [A-Z](-?[A-Z]){0,3}$", author)}
    assert alike - bodies == set()
    assert {author for author in authors if re.search(r", [A-Z]\.", author) and not person(author)} == set()


def test_and_others_is_no_author():
    assert authors_of(Record("k", "JOUR", "T", ("Smith J", "and others"))) == ["Smith J", "others"]
    assert authors_of(Record("k", "JOUR", "T", ("Grimwood T and others",))) == ["Grimwood T", "others"]


def test_a_case_is_cited_with_its_title_place_version_and_address(library):
    case = library.cases["nottingham"]
    text = cited_as(case_record("nottingham", case, "1.2", "https://example.org/casebook/"))
    assert text.startswith(", ".join(case.written_by))
    assert (
        f"{case.title}: {case.place}. In: Systems Leadership Casebook. Version 1.2. CC BY 4.0. "
        f"https://example.org/casebook/cases/nottingham.html" in text
    )
    assert "http" not in cited_as(case_record("nottingham", case, "1.2"))


def test_the_page_describes_every_column_and_says_first_that_it_tells_endings(built_site):
    page = (built_site / "cases/data.html").read_text()
    for table in (FINDINGS, RESULTS, TIES):
        assert f'href="../data/{table.file}"' in page
        assert all(f"<code>{column.name}</code>" in page for column in table.columns)
    first = re.search(r"<h1[^>]*>.*?</h1>\s*<p[^>]*>(.*?)</p>", page, re.DOTALL)
    assert first
    assert "tell how cases ended" in first[1]


def test_every_field_of_a_case_is_described(built_site):
    page = (built_site / "cases/data.html").read_text()
    assert all(f"<code>{field.alias or name}</code>" in page for name, field in Case.model_fields.items())


def test_every_case_page_says_how_to_cite_it_and_its_links_lead_to_files(library, built_site):
    for slug in library.cases:
        page = (built_site / f"cases/{slug}.html").read_text()
        for ending in ("bib", "ris"):
            assert f'href="../data/cite/{slug}.{ending}"' in page
            assert (built_site / f"data/cite/{slug}.{ending}").stat().st_size > 100


def test_what_a_fact_or_a_figure_cannot_show_goes_with_it_into_the_tables(library):
    examples = example_library(library)
    findings = {row["finding"]: row for row in rows_of(FINDINGS, examples)}
    assert (
        findings["tuesdays"]["limits"]
        == "The report says that nights were told, and nothing of what anybody did with them."
    )
    assert findings["shared-figures"]["limits"] is None
    assert "Surgeries chose whether to take part, and those that did were larger." in {
        row["limits"] for row in rows_of(RESULTS, examples)
    }
