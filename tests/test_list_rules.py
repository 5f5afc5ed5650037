"""What stands twice in a list that pages share is named: ids, sources under two ids, terms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.citations.source_identity import identity
from casebook.schema.case import Source

INPUTS = Path(__file__).parent / "inputs"
HANDBOOK = (
    "  - id: harbour-handbook\n    kind: report\n    standpoint: independent\n    title: "
    "Another thing\n    read: whole\n"
)


def said(project: Path, name: str, more: str) -> list[str]:
    path = project / f"docs/learn/{name}.yml"
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + more, encoding="utf-8")
    return [str(issue) for issue in load(project).issues]


def test_an_id_that_stands_twice_in_the_bibliography_is_named(small_project):
    before = (small_project / "docs/learn/bibliography.yml").read_text()
    line = before.count("\n") + 1
    number = before.count("- id:") + 1
    assert said(small_project, "bibliography", HANDBOOK) == [
        (
            f"docs/learn/bibliography.yml:{line}: sources, source {number}: the id “harbour-handbook” "
            "is used twice; give each its own"
        )
    ]


def test_the_input_is_named(small_project):
    twice = (INPUTS / "bibliography-twice/append-to-bibliography.yml").read_text()
    found = said(small_project, "bibliography", twice + twice.replace("Another thing", "A third thing"))
    assert [message.rpartition(": ")[2] for message in found] == ["the id “hsc-2019” is used twice; give each its own"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("doi: 10.1000/182", "doi: 10.1000/182"),
        ("doi: 10.1000/ABC", "doi: 10.1000/abc"),
        ("url: https://harbour.org.uk/report", "url: http://www.harbour.org.uk/report/"),
        ("url: https://doi.org/10.1000/182", "doi: 10.1000/182"),
    ],
)
def test_one_source_under_two_ids_is_named(small_project, first, second):
    one = HANDBOOK.replace("harbour-handbook", "one").rstrip("\n") + f"\n    {first}\n"
    two = (
        HANDBOOK.replace("harbour-handbook", "two").replace("Another", "Some other").rstrip("\n") + f"\n    {second}\n"
    )
    (message,) = said(small_project, "bibliography", one + two)
    assert message.endswith(
        "“two” is the same source as “one”; keep one of them, and cite it wherever the other was cited"
    )


@pytest.mark.parametrize(
    ("ids", "terms", "message"),
    [
        (
            ("boundary", "boundary"),
            ("Boundary", "Spanner"),
            "terms, term 2: the id “boundary” is used twice; give each its own",
        ),
        (
            ("boundary", "border"),
            ("Boundary", "boundary"),
            "terms, term 2: “boundary” is explained under “boundary” already; keep one of the two",
        ),
    ],
)
def test_a_term_that_stands_twice_is_named(small_project, ids, terms, message):
    entries = "".join(
        f"  - id: {id_}\n    term: {term}\n    text: A line.\n    judgement: true\n"
        for id_, term in zip(ids, terms, strict=True)
    )
    (found,) = said(small_project, "glossary", f"terms:\n{entries}")
    assert found == f"docs/learn/glossary.yml:6: {message}"


def test_the_home_pages_of_two_networks_are_two_sources():
    pages = [
        Source.model_validate(
            {
                "id": id_,
                "kind": "report",
                "standpoint": "insider",
                "title": "Home page",
                "url": f"https://{id_}.org.uk/",
                "read": "opening",
            }
        )
        for id_ in ("north", "south")
    ]
    assert identity(pages[0]) != identity(pages[1])


def test_an_exercise_has_each_id_once_and_none_of_the_bibliography(small_project):
    path = small_project / "exercises/harbour-check.yml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    again = "".join(
        f"\n  - id: {id_}\n    kind: report\n    standpoint: independent\n    title: T\n    read: whole"
        for id_ in ("harbour-tides", "harbour-handbook")
    )
    path.write_text(
        text.replace(
            "    text: You chair the council.", "    text: You chair the council.\n  - id: chair\n    label: Chair"
        )
        + again
        + "\n"
    )
    assert [issue.message for issue in load(small_project).issues] == [
        "the id “chair” is used twice; give each its own",
        "the id “harbour-tides” is used twice; give each its own",
        (
            "“harbour-handbook” is in docs/learn/bibliography.yml already; remove it here if it "
            "is the same source, or give it another id"
        ),
    ]


def test_an_id_that_stands_twice_in_the_glossary_stands_once_on_its_page(small_project):
    path = small_project / "docs/learn/glossary.yml"
    term = "  - id: boundary\n    term: {}\n    text: Where one part ends.\n    judgement: true\n"
    path.write_text("terms:\n" + term.format("Boundary") + term.format("Spanner"), encoding="utf-8")
    library = load(small_project)
    assert [(one.id, one.term) for one in library.terms] == [("boundary", "Boundary")]


SOURCE_RULES = {
    "year: 2099": "“2099” is in the future; write the year in which the source appeared, or delete the line",
    "unverified: [colour]": "“colour” is not a field of a source; name one, such as year, or delete it",
    "unverified: [titel]": "“titel” is not a field of a source; did you mean “title”?",
    "in: The journal or the publisher": "still says what the template says; write your own, or delete the line",
    "note: Delete this line": "still says what the template says; write your own, or delete the line",
}


@pytest.mark.parametrize("file", ["cases/harbour.yml", "exercises/harbour-check.yml", "docs/learn/bibliography.yml"])
@pytest.mark.parametrize("line", [*SOURCE_RULES, "read: through-another"])
def test_the_rules_of_a_source_hold_wherever_it_stands(line, file, small_project, root):
    for folder in ("cases", "exercises"):
        shutil.copy(root / folder / "_template.yml", small_project / folder)
    path = small_project / file
    text = path.read_text(encoding="utf-8")
    before, _, after = text.rpartition("    read: whole\n")
    field = line.partition(":")[0]
    source = "".join(one for one in before.splitlines(True) if not one.startswith(f"    {field}: "))
    read = "" if field == "read" else "    read: whole\n"
    path.write_text(f"{source}{read}    {line}\n{after}", encoding="utf-8")
    wanted = SOURCE_RULES.get(line, "was read through another source; name it under through")
    assert [issue.message for issue in load(small_project).issues if issue.file == file][-1:] == [wanted]


def test_what_is_said_against_a_policy_date_has_sources_that_exist(small_project):
    dates = "dates:\n  - when: 2014-10\n    text: A plan.\n    sources: [harbour-handbook]\n    disputed:\n"
    (message,) = said(
        small_project, "policy-dates", dates + "      - text: Not so.\n        sources: [harbor-handbook]\n"
    )
    assert message == (
        "docs/learn/policy-dates.yml:7: dates, date 1, disputed 1, source 1: there is no source “harbor-handbook” in "
        "docs/learn/bibliography.yml; did you mean “harbour-handbook”?"
    )
    (small_project / "docs/learn/policy-dates.yml").unlink()
    (message,) = said(small_project, "policy-dates", dates + "      - text: Not so.\n")
    assert message.endswith("needs sources; name one from docs/learn/bibliography.yml")


def test_an_erratum_of_the_template_is_named_as_that_alone(small_project):
    path = small_project / "cases/harbour.yml"
    reading = "    reading: Learning stood on the agenda.\n"
    path.write_text(path.read_text().replace(reading, f"{reading}    erratum: Delete this line\n", 1))
    remedy = "delete the line, unless something was put right after publication"
    assert [issue.message for issue in load(small_project).issues] == [f"still says what the template says; {remedy}"]


SYNONYMS = """groups:
  - id: federations
    words:
      - GP federation
      - GP Federations
  - id: networks
    words:
      - PCN
      - gp federation
    forms: [gp-federations]
"""


def test_a_word_that_leads_two_ways_and_a_form_without_page_are_named(small_project):
    twice, form = said(small_project, "synonyms", SYNONYMS)
    assert twice == (
        "docs/learn/synonyms.yml:9: groups, item 2, words, item 2: “gp federation” is in “federations” already; keep it "
        "in one of the two"
    )
    assert form.startswith("docs/learn/synonyms.yml:10: groups, item 2, form 1: there is no form “gp-federations”")
