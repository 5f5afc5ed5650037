"""The command line in any console and in a workflow: files and names, encodings, annotations, summaries."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from casebook.cli.main import main


@pytest.fixture
def project(small_project, monkeypatch):
    monkeypatch.chdir(small_project)
    return small_project


@pytest.fixture
def broken(project):
    path = project / "cases/harbour.yml"
    path.write_text(path.read_text().replace("mode: network", "mode: 'cl%b ``` <b>'", 1))
    return path


@pytest.mark.parametrize("name", ["harbour", "cases/harbour.yml", "./cases/harbour.yml", "cases", "harbour-check"])
def test_a_case_is_checked_by_its_name_or_its_path(name, project, capsys):
    assert main(["check", name]) == 0
    assert (
        capsys.readouterr().out
        == "Checked 1 case, 1 exercise, 2 claims and 1 form; in the file that you named: no problems.\n"
    )


def test_a_name_shows_the_problems_of_its_file(broken, capsys):
    assert main(["check", "harbour"]) == 1
    assert "in the file that you named: 1 problem." in capsys.readouterr().out
    assert main(["check", "harbour-check"]) == 0


@pytest.mark.parametrize("name", ["one-board-or-two", "cases/nobody.yml", "a b", "../up", "", "x" * 300])
def test_a_name_without_a_file_is_named_and_nothing_is_said_to_be_well(name, project, capsys):
    assert main(["check", name]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{name}: there is no such file; check the spelling",
        "Nothing was checked.",
    ]


def test_with_one_name_that_is_there_the_others_are_still_said(broken, capsys):
    assert main(["check", "nobody", "harbour"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "nobody: there is no such file; check the spelling"
    assert said[2].endswith("in the file that you named: 1 problem.")


@pytest.mark.parametrize("coding", ["cp1252", "ascii", "latin-1", "cp437", "utf-8"])
def test_any_console_can_print_the_messages(coding, project):
    (project / "cases/łódź\n.yml").write_text("title: ł\n")
    path = project / "cases/harbour.yml"
    path.write_text(path.read_text().replace("mode: network", "mode: łódź", 1), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "casebook", "check"],
        env=os.environ | {"PYTHONIOENCODING": coding},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"cases/harbour.yml:27" in run.stdout
    assert b"of hierarchy, group" in run.stdout


def test_where_the_system_speaks_ascii_files_are_still_read_as_utf_8(project):
    settings = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    path = project / "cases/harbour.yml"
    path.write_text(path.read_text().replace("North shore", "Nörd shore"), encoding="utf-8")
    for words in (["check"], ["fmt", "cases/harbour.yml"], ["audit"], ["due"], ["schema", "--to", "made"]):
        run = subprocess.run([sys.executable, "-m", "casebook", *words], env=settings, capture_output=True, check=False)
        assert (run.returncode, run.stderr) == (0, b""), words
    assert "Nörd shore" in path.read_text(encoding="utf-8")


def test_a_proposal_gets_annotations_and_a_summary(broken, tmp_path, monkeypatch, capsys):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (broken.parent / "harbour,2:b.yml").write_text("title: A\n")
    assert main(["check", "--format", "github"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("::error file=", "Checked ")) for line in said)
    assert any(
        line.startswith("::error file=cases/harbour.yml,line=27::forms, form 1, mode: “cl%25b ``` <b>”")
        for line in said
    )
    assert any(line.startswith("::error file=cases/harbour%2C2%3Ab.yml,line=1::") for line in said)
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("before\n**casebook check**: Checked 2 cases")
    assert [line for line in written.splitlines() if line.startswith("````")] == ["````text", "````"]
    assert "<b>" in written.partition("````text")[2].rpartition("````")[0]


def test_a_proposal_without_problems_says_so(project, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert main(["check", "--format", "github"]) == 0
    assert "::" not in capsys.readouterr().out
    assert (tmp_path / "summary.md").read_text().strip().endswith("no problems.")


def test_the_problems_of_a_draft_are_warnings_beside_the_line(broken, monkeypatch, capsys):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    broken.write_text(broken.read_text() + "draft: true\n")
    assert main(["check", "--format", "github"]) == 0
    assert capsys.readouterr().out.startswith("::warning file=cases/harbour.yml,line=27::")


def test_a_new_case_is_told_where_it_is_seen(project, root, capsys):
    (project / "cases/_template.yml").write_bytes((root / "cases/_template.yml").read_bytes())
    assert main(["new", "case", "two-valleys"]) == 0
    assert "http://127.0.0.1:8000/cases/two-valleys.html" in capsys.readouterr().out


def test_schemas_that_are_older_than_the_vocabulary_are_named_until_they_are_written(project, capsys):
    assert main(["schema"]) == 0
    assert main(["check"]) == 0
    vocabulary = project / "docs/learn/vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text().replace("sectors:\n", "sectors:\n  new-sector: A new sector\n", 1))
    capsys.readouterr()
    assert main(["check"]) == 1
    stale = "does not match the models and the vocabulary; write it again: casebook schema"
    assert capsys.readouterr().out.splitlines()[0] == f"cases/case.schema.json:1: {stale}"
    assert main(["schema"]) == 0
    assert main(["check"]) == 0


def test_schemas_are_not_written_from_a_vocabulary_that_cannot_be_read(project, capsys):
    (project / "docs/learn/vocabulary.yml").write_text("sectors: [a]\n")
    assert main(["schema"]) == 1
    assert "docs/learn/vocabulary.yml has problems" in capsys.readouterr().out
    assert not (project / "cases/case.schema.json").exists()


def test_the_import_that_was_made_once_is_no_command(project, capsys):
    with pytest.raises(SystemExit):
        main(["import-bibliography", "evidence.yml"])
