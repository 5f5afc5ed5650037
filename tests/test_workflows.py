"""What runs on a proposal has few rights, ends in time and is pinned; the forms on GitHub are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ("nightly", "publish", "release", "test")
FORMS = ("a-story-to-tell", "a-word-is-missing", "correction", "new-source", "the-case-has-moved-on")
ASKING = {"input", "textarea", "dropdown", "checkboxes"}


def read(path: Path) -> Any:
    """A YAML file as GitHub reads it; `on` stays a word."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def workflow(root: Path, name: str) -> Any:
    return read(root / f".github/workflows/{name}.yml")


def steps(root: Path, name: str) -> Iterator[dict[str, Any]]:
    for job in workflow(root, name)["jobs"].values():
        yield from job["steps"]


def test_every_workflow_is_looked_at(root: Path) -> None:
    assert tuple(sorted(path.stem for path in (root / ".github/workflows").iterdir())) == WORKFLOWS


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_begins_without_rights_and_each_job_ends_in_time(root: Path, name: str) -> None:
    read_only = {"contents": "read"}
    more = {
        ("publish", "publish"): {"pages": "write", "id-token": "write"},
        ("release", "attach"): {"contents": "write"},
    }
    assert workflow(root, name)["permissions"] == {}
    for title, job in workflow(root, name)["jobs"].items():
        assert int(job["timeout-minutes"]) <= 120
        assert job["permissions"] == more.get((name, title), read_only)


def test_the_job_that_may_write_to_a_release_runs_no_code_of_ours(root: Path) -> None:
    steps = workflow(root, "release")["jobs"]["attach"]["steps"]
    assert not [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["run"].split()[:3] for step in steps if "run" in step] == [["gh", "release", "upload"]]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_and_keep_no_credentials(root: Path, name: str) -> None:
    for step in steps(root, name):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_value_of_a_proposal_is_pasted_into_a_command(root: Path, name: str) -> None:
    assert not [step for step in steps(root, name) if "${{" in step.get("run", "")]


def test_only_main_is_published(root: Path) -> None:
    assert all(job["if"] == "github.ref == 'refs/heads/main'" for job in workflow(root, "publish")["jobs"].values())


def test_a_proposal_is_first_checked_and_then_tested_with_every_python(root: Path) -> None:
    jobs = workflow(root, "test")["jobs"]
    assert set(workflow(root, "test")["on"]) == {"pull_request", "workflow_dispatch"}
    assert all(job["needs"] == "check" for title, job in jobs.items() if title != "check")
    assert any("check --format github" in step.get("run", "") for step in jobs["check"]["steps"])
    assert jobs["versions"]["strategy"]["matrix"]["python"] == ["3.12", "3.13", "3.14"]


def test_what_the_workflows_make_is_in_the_makefile(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    asked = {
        word
        for name in WORKFLOWS
        for step in steps(root, name)
        for word in re.findall(r"^make ([a-z]+)", step.get("run", ""))
    }
    assert asked >= {"build", "quick", "newest"}
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in asked)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_whole(root: Path, name: str) -> None:
    form = read(root / f".github/ISSUE_TEMPLATE/{name}.yml")
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    assert form["name"]
    assert form["description"]
    assert {field["type"] for field in fields} <= ASKING
    assert len(ids) == len(set(ids))
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") == "true" for field in fields)


def test_every_form_is_looked_at(root: Path) -> None:
    found = {path.stem for path in (root / ".github/ISSUE_TEMPLATE").glob("*.yml")}
    assert found == {*FORMS, "config"}


def test_every_path_in_the_list_of_owners_exists(root: Path) -> None:
    text = (root / ".github/CODEOWNERS").read_text(encoding="utf-8")
    paths = re.findall(r"^(?:# )?/(\S+)\s+@", text, re.MULTILINE)
    assert {"hooks/", "tests/", "Makefile", ".ci/", ".github/", "mkdocs.yml"} <= set(paths)
    assert all(list(root.glob(path)) for path in paths)


def test_the_list_of_owners_names_all_that_the_security_page_calls_code(root: Path) -> None:
    row = next(
        line for line in (root / "SECURITY.md").read_text(encoding="utf-8").splitlines() if "everything else" in line
    )
    code = set(re.findall(r"`([^`]+)`", row.split("|")[1]))
    owned = set(
        re.findall(r"^(?:# )?/(\S+)\s+@", (root / ".github/CODEOWNERS").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert len(code) > 5
    assert code - owned == set()
    assert {"requirements*.txt", "deno.lock"} <= owned


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/contribute/review.md", ".github/PULL_REQUEST_TEMPLATE.md"])
def test_artefacts_are_called_what_the_workflow_calls_them(page: str, root: Path) -> None:
    kept = {
        step["with"]["name"]
        for step in steps(root, "test")
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    named = set(re.findall(r"[`\"](site[a-z-]*)[`\"]", (root / page).read_text(encoding="utf-8")))
    assert named
    assert named <= kept
