"""Whatever is in the tree, whatever its name, encoding or kind: the check says a sentence, and a server goes on."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.cli.check import annotation
from casebook.cli.main import main
from casebook.core.build import Build
from casebook.library import source_file as files
from casebook.site.serving import in_place_of
from casebook.yamlfiles.project_files import is_leftover, printable, why_refused
from small_site import make_small_site, served_pages, without_scripts

INPUTS = Path(__file__).parent / "inputs"
CASE = "cases/harbour.yml"


@pytest.fixture
def project(tmp_path):
    return make_small_site(tmp_path / "project")


def folder(path):
    path.mkdir()


def dangling(path):
    path.symlink_to("/nowhere/at/all")


def circle(path):
    path.symlink_to(path.name)


def outside(path):
    elsewhere = next(parent for parent in path.parents if parent.name == "project").with_name("elsewhere.txt")
    elsewhere.write_text("title: A secret\n")
    path.symlink_to(elsewhere)


def device(path):
    path.symlink_to("/dev/zero")


def pipe(path):
    os.mkfifo(path)


def latin(path):
    path.write_bytes("# Größe\n".encode("latin-1"))


def utf_16(path):
    path.write_bytes("---\ntitle: A\n---\n".encode("utf-16"))


KINDS = {
    folder: "is a folder, but has the name of a file; give it another name",
    dangling: "is a link that leads nowhere; put the file itself here",
    circle: "is a link that leads back to itself",
    outside: "is a link that leads out of the project; put the file itself here",
    device: "is a link that leads out of the project; put the file itself here",
    pipe: "is a pipe or a device and not a file; delete it",
    latin: "is not saved as UTF-8; save it again with that encoding",
    utf_16: "",
}
LISTS = tuple(f"docs/learn/{name}.yml" for name in ("glossary", "vocabulary", "scales", "bibliography"))
BESIDE = ("docs/messages/en.yml", "cases/_template.yml", "exercises/_template.yml", "exercises/ids.txt")
PAGES = ("docs/odd.md", "docs/learn/claims/odd.md", "docs/learn/forms/odd.md")
PLACES = ("cases/odd.yml", "exercises/odd.yml", *PAGES, *LISTS, *BESIDE)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return make_small_site(tmp_path_factory.mktemp("odd") / "project")


@pytest.fixture
def odd(shared):
    """Puts an odd file into the place of another, which comes back at the end."""
    put = []

    def place(name, make):
        path = shared / name
        put.append((path, path.read_bytes() if path.exists() else None))
        path.unlink(missing_ok=True)
        make(path)
        return path

    yield place
    for path, before in put:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        if before is not None:
            path.write_bytes(before)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_an_odd_file_is_one_message_and_the_server_goes_on(make, place, odd, shared, monkeypatch):
    odd(place, make)
    with without_scripts(monkeypatch):
        library, pages = served_pages(Build(shared, serving=True))
    said = [issue for issue in library.issues if issue.file == place]
    assert len(said) == 1
    assert KINDS[make] in said[0].message
    assert {issue.file for issue in library.issues} == {place}, "nothing is said that only follows from it"
    assert "cases/harbour.html" in pages
    if place == "cases/odd.yml":
        assert "cases/odd.yml:1" in pages["cases/odd.html"]


@pytest.mark.parametrize(
    "make", [dangling, circle, outside, device, pipe, latin, utf_16], ids=lambda make: make.__name__
)
def test_what_mkdocs_cannot_read_is_left_out_while_serving(make, project):
    path = project / "docs/odd.md"
    make(path)
    library = load(project)
    found = in_place_of(library, "odd.md", str(path))
    assert found == "" if why_refused(project, path) else "render_macros: false" in found
    assert in_place_of(library, "index.md", str(project / "docs/index.md")) is None


def test_a_pipe_is_never_opened(project):
    pipe(project / "cases/odd.yml")
    done = threading.Thread(target=load, args=(project,), daemon=True)
    done.start()
    done.join(20)
    assert not done.is_alive()


def test_a_link_to_a_file_of_the_project_is_read(project):
    (project / "cases/harbour-too.yml").symlink_to(project / CASE)
    assert why_refused(project, project / "cases/harbour-too.yml") is None
    library = load(project)
    assert library.case_files["harbour-too"].model
    assert [issue.message.partition(" (")[0] for issue in library.issues] == [f"is a copy of {CASE}"]


def test_a_file_that_may_not_be_opened_is_named(project, monkeypatch):
    real = Path.open

    def closed(self, *values, **named):
        if self.name == "harbour.yml":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *values, **named)

    monkeypatch.setattr(files.Path, "open", closed)
    assert [str(issue) for issue in load(project).issues if issue.file == CASE] == [
        f"{CASE}:1: cannot be opened (permission denied); check its permissions"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("saved-as.yaml", "is not read; case files end in .yml, so rename it to saved-as.yml"),
        ("SAVED.YML", "is not read; case files end in .yml, so rename it to saved.yml"),
        ("saved.yml.txt", "is not read; case files end in .yml, so rename it to saved.yml"),
        ("saved.docx", "is not read; case files end in .yml, so rename it, or move it elsewhere"),
        ("saved", "is not read; case files end in .yml, so rename it, or move it elsewhere"),
        ("sub/saved.yml", "is not read, because it is in a folder below cases/; put it into cases/ itself"),
        ("sub/deeper/saved.yaml", "is not read, because it is in a folder below cases/; put it into cases/ itself"),
    ],
)
def test_a_file_that_would_be_passed_over_is_named(name, said, project):
    path = project / "cases" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((INPUTS / "attack/saved-as.yaml").read_bytes())
    assert [str(issue) for issue in load(project).issues] == [f"cases/{name}:1: {said}"]
    (project / "exercises" / path.name).write_text("title: A\n")
    assert any("exercises/" in issue.file for issue in load(project).issues)


@pytest.mark.parametrize(
    "name",
    [
        ".harbour.yml.swp",
        ".#harbour.yml",
        "harbour.yml~",
        "#harbour.yml#",
        "harbour.yml.bak",
        ".DS_Store",
        "_notes.yml",
        "README.md",
    ],
)
def test_what_editors_leave_beside_a_file_is_no_problem(name, project):
    (project / "cases" / name).write_text("title: half\n")
    assert load(project).issues == []
    assert is_leftover(name) or name == "README.md"


def test_a_missing_list_of_ids_is_said(project):
    (project / "exercises/ids.txt").unlink()
    said = [str(issue) for issue in load(project).issues]
    assert [message.partition(", so no change")[0] for message in said] == ["exercises/ids.txt:1: is missing"]
    assert (
        "put it back: git checkout -- exercises/ids.txt (if there never was one, run: casebook ids --accept)" in said[0]
    )


def test_an_exercise_that_cannot_be_read_has_lost_no_id(project):
    path = project / "exercises/harbour-check.yml"
    path.write_text(path.read_text().replace("title:", "titel:", 1))
    assert {issue.where for issue in load(project).issues} == {"titel"}


def test_the_inputs_beside_the_cases(project, monkeypatch, capsys):
    monkeypatch.chdir(project)
    (project / "exercises/ids.txt").write_bytes((INPUTS / "attack/ids-not-utf8.txt").read_bytes())
    (project / "cases/_template.yml").write_bytes((INPUTS / "attack/template-broken_template.yml").read_bytes())
    assert main(["check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in said[:-1]] == ["cases/_template.yml:2", "exercises/ids.txt:1"]
    assert main(["ids", "--accept"]) == 1
    assert main(["new", "case", "two-valleys"]) in (0, 1)


def test_a_vocabulary_without_a_shape_is_one_message_and_it_is_the_first(project):
    (project / "docs/learn/vocabulary.yml").write_bytes((INPUTS / "vocabulary-cascade/vocabulary.yml").read_bytes())
    assert [(issue.file, issue.where.rpartition(", ")[2]) for issue in load(project).issues] == [
        ("docs/learn/vocabulary.yml", "shape")
    ]


@pytest.mark.parametrize("file", ["vocabulary", "scales", "bibliography"])
@pytest.mark.parametrize("content", ["", "\t- a\n", "- a\n", "unknown: [a]\n", "sources: yes\n", "{{{\n"])
def test_a_broken_list_comes_first_and_nothing_follows_from_it(file, content, project):
    (project / f"docs/learn/{file}.yml").write_text(content)
    (project / CASE).write_text((project / CASE).read_text().replace("mode: network", "mode: club", 1))
    found = [issue.file for issue in load(project).issues]
    assert found[0] == f"docs/learn/{file}.yml"
    assert set(found) == {f"docs/learn/{file}.yml", CASE}
    assert found.count(CASE) == 1
    assert found == sorted(found, key=lambda one: one == CASE)


def test_a_missing_vocabulary_is_named(project):
    (project / "docs/learn/vocabulary.yml").unlink()
    assert [str(issue) for issue in load(project).issues] == [
        "docs/learn/vocabulary.yml:1: is missing; put it back: git checkout -- docs/learn/vocabulary.yml"
    ]


@pytest.mark.parametrize("content", ["", "- a\n"])
@pytest.mark.parametrize("name", ["vocabulary", "glossary", "policy-dates"])
def test_a_list_that_holds_nothing_has_no_template_to_start_from(name, content, project):
    file = f"docs/learn/{name}.yml"
    (project / file).write_text(content)
    (message,) = [issue.message for issue in load(project).issues if issue.file == file]
    assert message.endswith(f"put it back: git checkout -- {file}")


def test_a_page_without_fields_has_no_template_to_start_from(project):
    (project / "docs/words-about-it.md").write_text("---\n\n---\nWords.\n")
    said = [issue.message for issue in load(project).issues if issue.file == "docs/words-about-it.md"]
    assert said == ["is empty; write fields between the two lines ---, such as title: and description:"]


def test_a_session_of_a_case_that_cannot_be_read_is_not_doubted(root, project):
    text = (root / "docs/facilitate/sessions/45-minutes.md").read_text()
    sessions = project / "docs/facilitate/sessions"
    sessions.mkdir(parents=True)
    named = next((line for line in text.splitlines() if line.startswith("decision: ")), "decision: harbour/ferry")
    decision = next(
        line for line in (project / CASE).read_text().partition("decisions:")[2].splitlines() if "id: " in line
    ).rpartition(" ")[2]
    (sessions / "45-minutes.md").write_text(text.replace(named, f"decision: harbour/{decision}"))
    (project / CASE).write_text((project / CASE).read_text().replace("title:", "titel:", 1))
    assert not any(
        "decision" in issue.where for issue in load(project).issues if issue.file.startswith("docs/facilitate")
    )


def test_names_are_printed_on_one_line():
    assert printable("a\nb\x1b[2J\udcff‮é 1.yml") == "a\\nb\\x1b[2J\\udcff\\u202eé 1.yml"


def test_a_read_only_folder_is_a_sentence(project, monkeypatch, capsys):
    monkeypatch.chdir(project)

    def refuse(self, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "write_text", refuse)
    for words in (["new", "case", "two-valleys"], ["schema"], ["ids", "--accept"]):
        assert main(words) == 1
        assert "cannot be read or written (permission denied)" in capsys.readouterr().out


def test_a_folder_in_the_place_of_a_file_is_a_sentence(project, monkeypatch, capsys):
    monkeypatch.chdir(project)
    (project / "taken").write_text("a file\n")
    for words in (
        ["schema", "--to", "taken"],
        ["export", "taken"],
        ["fmt", "cases"],
        ["fmt", "nowhere.yml"],
        ["new", "case", "harbour"],
    ):
        assert main(words) == 1
        assert capsys.readouterr().out.count("\n") >= 1
    assert stat.S_ISREG((project / "taken").stat().st_mode)


def test_an_annotation_holds_one_command():
    issue = load_issue("cases/a,b:c.yml", "50% of it\r\n::error::forged")
    assert annotation(issue) == "::error file=cases/a%2Cb%3Ac.yml,line=7::members: 50%25 of it\\r\\n::error::forged"


def load_issue(file, message):
    from casebook.validation.issues import Issue

    return Issue(file, 7, "members", message)


@pytest.mark.parametrize("file", ["docs/learn/scales.yml", "docs/learn/vocabulary.yml", "docs/learn/claims/{claim}"])
def test_a_list_or_a_page_that_calls_itself_a_draft_is_no_draft(file, project):
    claim = next(path.name for path in (project / "docs/learn/claims").glob("*.md") if path.stem != "index")
    path = project / file.format(claim=claim)
    text = path.read_text()
    path.write_text(text.replace("---\n", "---\ndraft: true\n", 1) if path.suffix == ".md" else text + "draft: true\n")
    errors = [issue.file for issue in load(project).errors]
    assert errors[:1] == [path.relative_to(project).as_posix()]
