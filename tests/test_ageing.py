"""What ages: cases past their day, findings that came or changed after they were weighed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from casebook.analysis.review_status import changes_since_weighed, report_due
from casebook.checking.load import load
from casebook.cli.audit import audit_lines
from casebook.library.library import Library

TOGETHER = "together:\n  - >-\n    *Our reading:* the one case says a little.\ntogether_on: 2026-11-24\n"
LONG_AGO = datetime.date(2000, 1, 1)


@pytest.fixture
def project(small_project: Path) -> Path:
    """The small project, its claim with a reading across cases."""
    page = claim_page(small_project)
    page.write_text(page.read_text().replace("---\n", f"---\n# why this claim stands here\n{TOGETHER}", 1))
    return small_project


def first_claim(project: Path) -> str:
    return next(claim for claim, told in load(project).findings.items() if told)


def claim_page(project: Path) -> Path:
    return project / f"docs/learn/claims/{first_claim(project)}.md"


def case_file(project: Path) -> Path:
    return next(path for path in sorted((project / "cases").glob("*.yml")) if not path.name.startswith("_"))


def test_a_case_past_its_day_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = load(project)
    slug, case = next(iter(library.cases.items()))
    assert report_due(library, today=case.again_by.ends) == 0
    assert f"cases/{slug}.yml" not in capsys.readouterr().out
    assert report_due(library, today=case.again_by.ends + datetime.timedelta(days=1)) == 0
    assert f"cases/{slug}.yml: was to be read again by {case.again_by.spoken()}" in capsys.readouterr().out


def test_a_finding_that_nobody_weighed_has_come(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = load(project)
    claim = first_claim(project)
    report_due(library, today=LONG_AGO)
    said = capsys.readouterr().out
    for told in library.findings[claim]:
        assert f"docs/learn/claims/{claim}.md: {told.id} came since the findings were weighed" in said


def test_accepting_weighs_every_finding_and_changes_nothing_else(project: Path) -> None:
    page = claim_page(project)
    before = page.read_text()
    assert report_due(load(project), accept=True, only=[page.stem]) == 0
    library = load(project)
    assert not library.errors
    assert changes_since_weighed(library, page.stem).every == ()
    assert {one.finding: one.fingerprint for one in library.claims[page.stem].weighed} == {
        told.id: told.fingerprint for told in library.findings[page.stem]
    }
    after = page.read_text()
    assert "# why this claim stands here" in after
    kept = [
        line for line in after.splitlines() if not line.startswith(("weighed:", "  - finding:", "    fingerprint:"))
    ]
    assert kept == before.splitlines()


def test_accepting_twice_writes_the_same_page(project: Path) -> None:
    page = claim_page(project)
    report_due(load(project), accept=True)
    once = page.read_text()
    report_due(load(project), accept=True)
    assert page.read_text() == once


def test_a_changed_reading_makes_a_weighed_finding_changed(project: Path) -> None:
    page = claim_page(project)
    report_due(load(project), accept=True)
    told = load(project).findings[page.stem][0]
    path = case_file(project)
    assert told.finding.reading in path.read_text()
    path.write_text(path.read_text().replace(told.finding.reading, "We now read it otherwise."))
    since = changes_since_weighed(load(project), page.stem)
    assert since.changed == (told.id,)
    assert since.came == since.gone == ()


def test_a_new_limit_makes_a_weighed_finding_changed(project: Path) -> None:
    page = claim_page(project)
    report_due(load(project), accept=True)
    told = load(project).findings[page.stem][0]
    path = case_file(project)
    path.write_text(
        path.read_text().replace(f"id: {told.finding.id}\n", f"id: {told.finding.id}\n    limits: It is one town.\n")
    )
    assert changes_since_weighed(load(project), page.stem).changed == (told.id,)


def test_a_finding_that_went_is_named(project: Path) -> None:
    page = claim_page(project)
    report_due(load(project), accept=True)
    told = load(project).findings[page.stem][0]
    path = case_file(project)
    path.write_text(path.read_text().replace(f"id: {told.finding.id}\n", "id: another-name\n"))
    assert told.id in changes_since_weighed(load(project), page.stem).gone


def test_a_claim_without_a_reading_across_cases_is_not_weighed(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = claim_page(small_project)
    before = page.read_text()
    assert report_due(load(small_project), accept=True, only=[page.stem]) == 1
    assert "has no reading across cases yet" in capsys.readouterr().out
    assert page.read_text() == before


def test_a_claim_that_does_not_exist_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report_due(load(project), accept=True, only=["no-such-claim"]) == 1
    assert "no-such-claim: there is no such claim" in capsys.readouterr().out


def test_the_audit_lists_findings_by_id_under_claim_and_stance(library: Library) -> None:
    lines = list(audit_lines(library))
    findings = lines[lines.index("Findings by claim and stance") + 1 : lines.index("Sources by kind") - 1]
    listed = {id_ for line in findings if line.startswith("    ") for id_ in line.partition(": ")[2].split(", ")}
    assert listed == {told.id for found in library.findings.values() for told in found}
    assert not any(line.rstrip()[-1].isdigit() and "/" not in line for line in findings)


def test_what_the_cases_say_together_is_dated_and_marked_as_ours_or_names_its_cases(library: Library) -> None:
    titles = [case.title for case in library.cases.values()]
    for claim_id, claim in library.claims.items():
        assert claim.together, claim_id
        assert claim.together_on, claim_id
        for paragraph in claim.together:
            assert paragraph.startswith("*Our reading:*") or any(title in paragraph for title in titles), claim_id
