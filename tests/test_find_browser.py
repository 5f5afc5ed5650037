"""A browser is found wherever Chromium, Chrome or Edge is installed; one that does not start counts as none."""

from __future__ import annotations

from pathlib import Path

import pytest

import find_browser


def program(place: Path, answer: int = 0) -> Path:
    """A program that starts, and ends with the answer."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\nexit {answer}\n")
    place.chmod(0o755)
    return place


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux machine that has nothing; its programs' folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CASEBOOK_BROWSER", raising=False)
    monkeypatch.setattr("find_browser.sys.platform", "linux")
    monkeypatch.setattr(find_browser, "driver_starts", lambda: True)
    return folder


@pytest.mark.parametrize(
    "name", ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "microsoft-edge"]
)
def test_a_browser_on_the_path_is_found(bare: Path, name: str) -> None:
    place = program(bare / name)
    assert find_browser.find_browser() == place


def test_the_shell_is_taken_before_the_whole_browser(bare: Path) -> None:
    program(bare / "google-chrome")
    shell = program(bare / "chromium-headless-shell")
    assert find_browser.find_browser() == shell


def test_a_program_that_only_says_where_to_get_a_browser_is_passed_over(bare: Path) -> None:
    program(bare / "chromium-browser", answer=1)
    assert find_browser.find_browser() is None
    chrome = program(bare / "google-chrome")
    assert find_browser.find_browser() == chrome


def test_a_browser_that_was_named_is_taken_and_no_other(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bare / "chromium")
    named = program(tmp_path / "my browsers/chrome")
    monkeypatch.setenv("CASEBOOK_BROWSER", str(named))
    assert find_browser.find_browser() == named
    named.unlink()
    assert find_browser.find_browser() is None


@pytest.mark.parametrize("where", ["Applications", "Users/jo/Applications"])
@pytest.mark.parametrize("name", ["Google Chrome", "Chromium", "Microsoft Edge"])
def test_a_mac_keeps_browsers_among_its_applications(tmp_path: Path, where: str, name: str) -> None:
    place = program(tmp_path / where / f"{name}.app/Contents/MacOS/{name}")
    seen = find_browser.candidates("darwin", {"HOME": str(tmp_path / "Users/jo")}, root=tmp_path)
    assert [one for one in seen if one.exists()] == [place]


@pytest.mark.parametrize("variable", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
@pytest.mark.parametrize("name", ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"])
def test_windows_keeps_browsers_in_three_folders(tmp_path: Path, variable: str, name: str) -> None:
    place = program(tmp_path / "Program Files" / name)
    seen = find_browser.candidates("win32", {variable: str(tmp_path / "Program Files")})
    assert [one for one in seen if one.exists()] == [place]


def steps(monkeypatch: pytest.MonkeyPatch, playwright: list[bool], debian: bool, bare: Path) -> list[str]:
    """Puts stand-ins for the two ways to get a browser; returns the list of those that were tried."""
    tried: list[str] = []
    monkeypatch.setattr(find_browser, "playwrights_own", lambda: playwright.pop(0))
    monkeypatch.setattr(find_browser, "fetch_playwrights", lambda: tried.append("playwright"))

    def install() -> None:
        tried.append("debian")
        if debian:
            program(bare / "chromium")

    monkeypatch.setattr(find_browser, "install_debians", install)
    return tried


def test_nothing_is_fetched_where_there_is_a_browser(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium")
    tried = steps(monkeypatch, [], False, bare)
    assert find_browser.main() == 0
    assert tried == []


def test_playwrights_own_is_tried_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = steps(monkeypatch, [False, True], True, bare)
    assert find_browser.main() == 0
    assert tried == ["playwright"]


def test_debians_is_tried_next(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    tried = steps(monkeypatch, [False, False], True, bare)
    assert find_browser.main() == 0
    assert tried == ["playwright", "debian"]
    assert str(bare / "chromium") in capsys.readouterr().out


def test_where_neither_works_a_sentence_says_what_to_do(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps(monkeypatch, [False, False], False, bare)
    assert find_browser.main() == 1
    said = capsys.readouterr().err
    assert "sudo apt-get install chromium" in said
    assert "make test again" in said


def test_where_debian_asks_for_a_password_nothing_is_installed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "apt-get").write_text(f"#!/bin/sh\n/usr/bin/touch '{bare}/installed'\n")
    program(bare / "sudo", answer=1)
    monkeypatch.setattr("find_browser.os.geteuid", lambda: 1000)
    assert not find_browser.install("chromium")
    assert not (bare / "installed").exists()
    monkeypatch.setattr("find_browser.os.geteuid", lambda: 0)
    program(bare / "env").write_text('#!/bin/sh\nshift\nexec "$@"\n')
    assert find_browser.install("chromium")
    assert (bare / "installed").exists()


@pytest.mark.parametrize("mended", [True, False])
def test_a_bare_debian_gets_the_library_that_playwright_needs(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], mended: bool
) -> None:
    program(bare / "chromium")
    asked: list[str] = []
    monkeypatch.setattr(find_browser, "install", lambda *names: asked.extend(names))
    monkeypatch.setattr(find_browser, "driver_starts", lambda: bool(asked) and mended)
    assert find_browser.main() == (0 if mended else 1)
    assert asked == ["libatomic1"]
    assert ("sudo apt-get install libatomic1" in capsys.readouterr().err) is not mended
