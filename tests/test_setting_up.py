"""The Makefile sets up .venv: whole or not at all, and says what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

# Stands in for Python: writes down what it is asked, and does what `venv` and `pip` would leave behind.
PYTHON = """#!/bin/sh
case "$*" in
  *version_info*) exit ${OLD:-0} ;;
  --version) echo "Python ${VERSION:-3.11.9}"; exit 0 ;;
  *ensurepip*) exit ${NO_VENV:-0} ;;
  *"import casebook"*) exit ${MOVED:-0} ;;
  "-m pip --version") exit 0 ;;
esac
echo "$*" >> asked.txt
case "$*" in
  "-m venv"*) rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  *requirements-dev.txt*) exit ${DEV_BREAKS:-0} ;;
  *requirements.txt*) exit ${BREAKS:-0} ;;
esac
"""
TOOLS = ("sh", "rm", "cp", "mkdir", "touch", "cat", "grep", "awk")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A folder with an awkward name that holds the Makefile and the lists, and nothing else of the project."""
    place = tmp_path / "Über Fälle (NHS) #1 & 100%/case book"
    place.mkdir(parents=True)
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        shutil.copy(root / name, place)
    return place


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Run:
    """Runs make on a machine whose only Python is the stand-in, under the given name."""

    def make(target: str, name: str = "python3.11", **settings: str) -> subprocess.CompletedProcess[str]:
        machine = tmp_path / "machine"
        shutil.rmtree(machine, ignore_errors=True)
        machine.mkdir()
        for tool in TOOLS:
            (machine / tool).symlink_to(str(shutil.which(tool)))
        (machine / name).write_text(PYTHON)
        (machine / name).chmod(0o755)
        words = [str(shutil.which("make")), target]
        clean = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
        variables = clean | {"PATH": str(machine)} | settings
        return subprocess.run(words, cwd=folder, env=variables, capture_output=True, text=True, check=False)

    return make


def asked(folder: Path) -> list[str]:
    """What the stand-in was asked to do since it was last looked at."""
    file = folder / "asked.txt"
    lines = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return lines


def test_serving_installs_what_serving_needs_and_no_more(run: Run, folder: Path) -> None:
    assert run(".venv/.ready").returncode == 0
    done = asked(folder)
    assert done[0] == "-m venv --clear .venv"
    assert any("--require-hashes -r requirements.txt" in line for line in done)
    assert not any("requirements-dev.txt" in line for line in done)
    assert run(".venv/.ready").returncode == 0
    assert asked(folder) == []


def test_testing_adds_the_rest_to_the_same_folder(run: Run, folder: Path) -> None:
    run(".venv/.ready")
    asked(folder)
    assert run(".venv/.ready-for-tests").returncode == 0
    assert asked(folder) == [
        "-m pip --quiet --disable-pip-version-check install --require-hashes -r requirements-dev.txt"
    ]
    run(".venv/.ready")
    run(".venv/.ready-for-tests")
    assert asked(folder) == []


@pytest.mark.parametrize("setting", ["BREAKS", "DEV_BREAKS"])
def test_an_interrupted_installation_is_begun_anew(run: Run, folder: Path, setting: str) -> None:
    assert run(".venv/.ready-for-tests", **{setting: "1"}).returncode != 0
    asked(folder)
    assert run(".venv/.ready-for-tests").returncode == 0
    assert asked(folder)[0] == "-m venv --clear .venv"


def test_a_folder_made_by_something_else_is_made_anew(run: Run, folder: Path) -> None:
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/python").symlink_to("/nowhere/python3")
    assert run(".venv/.ready").returncode == 0
    assert asked(folder)[0] == "-m venv --clear .venv"


def test_a_folder_that_was_moved_or_lost_its_python_is_made_anew(run: Run, folder: Path) -> None:
    run(".venv/.ready")
    asked(folder)
    run("help", MOVED="1")
    assert run(".venv/.ready").returncode == 0
    assert asked(folder)[0] == "-m venv --clear .venv"


def test_a_changed_list_is_installed_into_the_same_folder(run: Run, folder: Path) -> None:
    run(".venv/.ready")
    asked(folder)
    later = (folder / ".venv/.ready").stat().st_mtime + 5
    os.utime(folder / "requirements.txt", (later, later))
    assert run(".venv/.ready").returncode == 0
    assert not any("venv" in line.split() for line in asked(folder))


@pytest.mark.parametrize("name", ["python3.11", "python3", "python3.13"])
def test_a_missing_venv_is_said_with_the_command_and_leaves_nothing(run: Run, folder: Path, name: str) -> None:
    outcome = run("check", name, NO_VENV="1")
    assert outcome.returncode != 0
    assert f"sudo apt-get install {name}-venv" in outcome.stdout
    assert not (folder / ".venv").exists()


def test_a_python_that_is_too_old_is_said(run: Run, folder: Path) -> None:
    outcome = run("serve", "python3", OLD="1", VERSION="3.9.2")
    assert outcome.returncode != 0
    assert "The casebook needs Python 3.11 or newer; here is Python 3.9.2." in outcome.stdout
    assert not (folder / ".venv").exists()


def test_no_python_at_all_is_said(run: Run, folder: Path) -> None:
    outcome = run("serve", "cobra")
    assert outcome.returncode != 0
    assert "The casebook needs Python 3.11 or newer; here is none." in outcome.stdout
