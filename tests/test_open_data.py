"""The data for others: complete, safe to open, described to the last column, and citable."""

from __future__ import annotations

import copy
import csv
import datetime
import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bibtex_reader import escaped, read_bibtex
from casebook.citations.bibtex_ris import bibtex, ris
from casebook.citations.csl_json import csl_item, csl_json
from casebook.citations.records import Record, accessed_on, case_record, cited_as, source_records
from casebook.data.csv_tables import FINDINGS, RESULTS, TABLES, TIES, as_csv, as_text, rows_of
from casebook.data.data_version import case_version, data_date, data_version, fingerprint
from casebook.data.dataset import data_files, plain_data
from casebook.data.script_file import as_script
from casebook.data.spreadsheet_cells import safe_cell
from casebook.render.example_library import example_library
from casebook.schema.authors import Author, body, read_author
from casebook.schema.case import Case, Source
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
    with_draft.sound_items, with_draft.memory = {}, {}
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


SMITH = Author(family="Smith", given="J.")
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
    authors = (body(nasty), Author.model_construct(family=nasty, given="A.", name=None))
    record = Record("k", "JOUR", nasty, authors, 2018, nasty, nasty, nasty, nasty, (nasty,))
    after = Record("after", "RPRT", "After", (Author(family="Smith", given="J."),))
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
    text = bibtex([Record("k", "JOUR", "Costs & 50% of {all} $ #1_a ~ ^ \\", (body("R&D"), SMITH))])
    assert (
        r"Costs \& 50\% of \textbraceleft{}all\textbraceright{} \$ \#1\_a \textasciitilde{} \textasciicircum{} "
        r"\textbackslash{}" in text
    )
    assert r"author = {{R\&D} and Smith, J.}" in text


def test_a_line_break_in_a_source_cannot_begin_a_new_entry():
    nasty = Record("k", "JOUR", "A\r\nER  - \nTY  - JOUR", (body("X\n@article{y,"),))
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
def test_one_text_is_read_as_a_person_or_a_body_and_every_format_keeps_them_apart(author, name):
    meant = read_author(author)
    assert ((meant.family, meant.given) if meant.name is None else None) == name
    assert meant.listed == author
    record = Record("k", "JOUR", "T", (meant,))
    assert next(iter(read_bibtex(bibtex([record])))).fields["author"] == (
        ", ".join(name) if name else f"{{{escaped(author)}}}"
    )
    (line,) = (line for line in ris([record]).split("\r\n") if line.startswith("AU"))
    assert ("," in line) == (name is not None)
    assert csl_item(record)["author"] == [
        {"family": name[0], "given": name[1]} if name else {"literal": author},
    ]


def every_source(library):
    for item in (*library.cases.values(), *library.exercises.values()):
        yield from item.sources
    yield from library.bibliography.values()


WORDS_OF_BODIES = [
    "Academy",
    "Alliance",
    "Assembly",
    "Association",
    "Authority",
    "Board",
    "Care",
    "Centre",
    "Center",
    "Collaboration",
    "College",
    "Commission",
    "Committee",
    "Confederation",
    "Council",
    "Department",
    "Federation",
    "Foundation",
    "Fund",
    "Group",
    "Health",
    "Healthwatch",
    "Hospital",
    "Hospitals",
    "House",
    "Institute",
    "Network",
    "NHS",
    "Office",
    "Partnership",
    "Service",
    "Society",
    "Support",
    "Team",
    "Trust",
    "University",
]
INITIALS = re.compile(r"[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*")


def test_no_body_is_written_as_a_person(library):
    people = {one for source in every_source(library) for one in source.authors if one.name is None}
    assert len(people) > 400
    assert [one.listed for one in people if not INITIALS.fullmatch(one.given)] == []
    assert [one.listed for one in people if set(one.family.split()) & set(WORDS_OF_BODIES)] == []
    assert [one.listed for one in people if len(one.family.split()) > 4 or "," in one.family] == []


def test_no_person_is_written_as_a_body(library):
    """Surname A B and Surname alone would be bodies among the citations. The bodies that look like it are few, and
    named here.
    """
    bodies = {
        "Calderdale and Kirklees 999 Call for the NHS",
        "Gowling WLG",
        "Leicester, Leicestershire and Rutland LMC",
        "Pulse PCN",
        "Ealing Save Our NHS",
        "Health Quality BC",
        "Health Services Research UK",
        "999 Call for the NHS",
        "OptiMedis AG",
        "Sheffield Save Our NHS",
        "Stanford Medicine X",
        "The MJ",
    }
    one_word = {
        "AOK",
        "Bliss",
        "Chase",
        "Fieldfisher",
        "Folketinget",
        "GOV.UK",
        "HSJ",
        "HTN",
        "Healthwatch",
        "Hempsons",
        "ICF",
        "INTEGRAL",
        "IPPR",
        "KL",
        "LocalGov",
        "MTRC",
        "NPC",
        "PCC",
        "Sundhedsstrukturkommissionen",
        "monrad.app",
        "nhsfunding.info",
        "opencouncil.network",
        "GPonline",
        "ImproveCareNow",
        "Lexology",
        "FasterCures",
        "ParkinsonNet",
        "Pulse",
        "PwC",
        "Q",
        "RCGP",
        "SQW",
        "Source4Networks",
        "UCLPartners",
        "UNICEF",
        "Weightmans",
        "Wikipedia",
        "ZonMw",
        "agile.coop",
        "dataonthe.net",
        "georgeblogs",
        "mlchanges.com",
        "networkweaver.blogspot.com",
        "Dartmouth-Hitchcock",
    }
    names = {one.name for source in every_source(library) for one in source.authors if one.name is not None}
    assert {name for name in names if re.search(r" [A-Z](-?[A-Z]){0,3}$", name)} - bodies == set()
    assert {name for name in names if " " not in name} - one_word == set()
    assert {name for name in names if re.search(r"\b[A-Z]\.", name)} == set()


def test_no_body_carries_a_remark_about_itself(library):
    names = {one.name for source in every_source(library) for one in source.authors if one.name is not None}
    kept = {
        "Department of Health (Northern Ireland)",
        "High Court (Administrative Court)",
        "Improvement Analytics Unit (Health Foundation and NHS England)",
        "London Programmes (NHS)",
    }
    assert {
        name for name in names if re.search(r"[(/]|, in the |reproduced|and partners| others$", name)
    } - kept == set()


def test_more_authors_than_are_named_are_no_author():
    record = Record("k", "JOUR", "T", (SMITH,), and_others=True)
    assert read_bibtex(bibtex([record]))[0].fields["author"] == "Smith, J. and others"
    assert [line for line in ris([record]).split("\r\n") if line.startswith("AU")] == ["AU  - Smith, J."]
    assert csl_item(record)["author"] == [{"family": "Smith", "given": "J."}, {"literal": "others"}]
    assert cited_as(record).startswith("Smith, J. and others.")


def test_a_part_of_a_name_that_would_divide_it_is_kept_together_in_bibtex():
    author = Author(family="Strange and Long, Jr", given="A.")
    assert "author = {{Strange and Long, Jr}, A.}" in bibtex([Record("k", "JOUR", "T", (author,))])


CSL_FIELDS = {
    "id", "type", "title", "author", "issued", "publisher", "container-title", "DOI", "URL", "accessed", "language",
    "note", "keyword",
}  # fmt: skip
"""Of the fields that the schema of CSL-JSON allows, those that are written."""
CSL_TYPES = {
    "article-journal", "article-newspaper", "chapter", "document", "legal_case", "report", "webpage",
}  # fmt: skip


def test_csl_json_has_an_item_for_each_source_with_what_the_format_needs(library, files):
    items = json.loads(files["data/sources.csl.json"])
    assert [item["id"] for item in items] == [record.key for record in source_records(library)]
    assert {name for item in items for name in item} <= CSL_FIELDS
    assert {item["type"] for item in items} <= CSL_TYPES
    assert all(item["title"] for item in items)
    names = [name for item in items for name in item.get("author", [])]
    assert {tuple(name) for name in names} == {("family", "given"), ("literal",)}
    years = [part for item in items if "issued" in item for part in item["issued"]["date-parts"]]
    assert all(len(part) == 1 and 1800 <= part[0] <= 2100 for part in years)


def test_csl_json_of_a_report_names_its_publisher_and_of_an_article_its_journal():
    assert csl_item(Record("k", "RPRT", "T", within="RAND"))["publisher"] == "RAND"
    assert csl_item(Record("k", "JOUR", "T", within="BMJ"))["container-title"] == "BMJ"
    assert csl_item(Record("k", "GEN", "T"))["type"] == "document"
    assert json.loads(csl_json([])) == []


def test_a_page_without_a_date_says_when_it_was_opened(library):
    plain = {"id": "one", "kind": "report", "standpoint": "independent", "read": "opening", "title": "T"}
    read_on = datetime.date(2026, 11, 24)

    def day(**fields):
        return accessed_on(Source.model_validate(plain | fields), read_on)

    assert day(url="https://harbour.org/a") == read_on
    assert day(url="https://harbour.org/a", accessed="2025-03-02") == datetime.date(2025, 3, 2)
    assert day(url="https://harbour.org/a", year=2020) is None
    assert day(url="https://harbour.org/a", access="gone") is None
    assert day() is None
    record = Record("k", "GEN", "T", url="https://harbour.org/a", accessed=read_on)
    assert read_bibtex(bibtex([record]))[0].fields["urldate"] == "2026-11-24"
    assert "Y2  - 2026/11/24/" in ris([record])
    assert csl_item(record)["accessed"] == {"date-parts": [[2026, 11, 24]]}


def test_the_data_package_has_what_the_standard_needs_and_a_schema_for_every_table(library, files):
    package = json.loads(files["data/datapackage.json"])
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert "tell how cases ended" in package["description"]
    assert package["version"] == data_version(library)
    assert package["created"] == f"{data_date(library).isoformat()}T00:00:00Z"
    names = [one["name"] for one in package["resources"]]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
    listed = {one["path"] for one in package["resources"]}
    assert {f"data/{path}" for path in listed} <= set(files)
    assert listed >= {"cases.json", "sources.bib", "sources.ris", "sources.csl.json"}
    tables = {one["path"]: one["schema"]["fields"] for one in package["resources"] if "schema" in one}
    assert set(tables) == {table.file for table in TABLES}
    for table in TABLES:
        assert [field["name"] for field in tables[table.file]] == [column.name for column in table.columns]


READ_AS = {"boolean": r"true|false", "integer": r"-?\d+", "string": r"(?s).+"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_every_cell_is_of_the_type_that_the_data_package_says(files, table):
    package = json.loads(files["data/datapackage.json"])
    resource = next(one for one in package["resources"] if one["path"] == table.file)
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert {field["type"] for field in fields.values()} <= set(READ_AS)
    for row in rows(files, table.file):
        for name, cell in row.items():
            words = fields[name].get("constraints", {}).get("enum")
            assert cell == "" or re.fullmatch(READ_AS[fields[name]["type"]], cell), (name, cell)
            assert not cell or words is None or cell in words, (name, cell)


def test_the_version_of_the_data_is_worked_out_from_the_files_alone(library):
    newest = max(one.on.begins for case in library.cases.values() for one in case.checked)
    assert data_date(library) == newest
    assert data_version(library) == f"{newest.year}.{newest.month}.{newest.day}+{fingerprint(library)}"
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{12}", data_version(library))


def test_the_version_of_a_case_changes_with_that_case_alone(small_project):
    from casebook.checking.load import load

    before = load(small_project)
    slug = next(iter(before.cases))
    lists = small_project / "docs/learn/bibliography.yml"
    lists.write_text(lists.read_text() + "\n# read again\n")
    after = load(small_project)
    assert case_version(after, slug) == case_version(before, slug)
    assert data_version(after) != data_version(before)
    path = small_project / f"cases/{slug}.yml"
    path.write_text(path.read_text() + "\n# read again\n")
    assert case_version(load(small_project), slug) != case_version(before, slug)


def test_a_case_is_cited_with_its_title_place_version_and_address(library):
    case = library.cases["nottingham"]
    text = cited_as(case_record("nottingham", case, "1.2", "https://example.org/casebook/"))
    assert text.startswith(", ".join(case.written_by))
    assert (
        f"{case.title}: {case.place}. In: Systems Leadership Casebook. Version 1.2. CC BY 4.0. "
        f"https://example.org/casebook/cases/nottingham.html" in text
    )
    assert cited_as(case_record("nottingham", case, "1.2")).endswith(" CC BY 4.0. cases/nottingham.html")


def test_the_page_describes_every_column_and_says_first_that_it_tells_endings(built_site):
    page = (built_site / "cases/data.html").read_text()
    for file in ("datapackage.json", "sources.csl.json"):
        assert f'href="../data/{file}"' in page
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
        for ending in ("bib", "ris", "json"):
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
