"""Finds a Chromium, Chrome or Edge for the tests, or gets one: playwright's own, or Debian's where it may.

python tests/find_browser.py     # prints the browser's place, or says in a sentence what to do
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# The shell is Chromium without the window around the page: the same engine, in half the time.
NAMES = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "microsoft-edge", "microsoft-edge-stable", "chrome", "msedge",
)  # fmt: skip
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
ADVICE = (
    "The tests need a Chromium, Chrome or Edge, and none was found or could be fetched. Install Google Chrome, or run "
    "`sudo apt-get install chromium` on Debian, or name a browser's file in the variable CASEBOOK_BROWSER; "
    "then run make test again."
)


def candidates(system: str, variables: Mapping[str, str], root: Path = Path("/")) -> Iterator[Path]:
    """The places where a browser may be, best first; `system` is a value of sys.platform."""
    if named := variables.get("CASEBOOK_BROWSER"):
        yield Path(named)
        return
    for name in NAMES:
        if place := shutil.which(name, path=variables.get("PATH", "")):
            yield Path(place)
    if system == "darwin":
        for folder in (root / "Applications", Path(variables.get("HOME", "/")) / "Applications"):
            yield from (folder / name for name in MAC)
    if system == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder_name := variables.get(variable):
                yield from (Path(folder_name) / name for name in WINDOWS)


def runs(browser: Path, system: str = sys.platform) -> bool:
    """True when the file is a browser that starts: Ubuntu's chromium-browser may only say where to get one."""
    if not browser.is_file():
        return False
    if system == "win32":  # there, a browser that is asked for its version opens a window
        return True
    try:
        return subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def find_browser() -> Path | None:
    """A browser of this machine's own, or None."""
    return next((place for place in candidates(sys.platform, os.environ) if runs(place)), None)


def playwrights_own() -> bool:
    """True when the browser that playwright brought starts."""
    script = "from playwright.sync_api import sync_playwright as p\nwith p() as it: it.chromium.launch().close()"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def fetch_playwrights() -> None:
    """Asks playwright for its browser, and gives up after ten minutes."""
    words = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    try:
        subprocess.run(words, capture_output=True, check=False, timeout=600)
    except subprocess.TimeoutExpired:
        print("playwright's browser did not arrive within ten minutes.", flush=True)


def install(*packages: str) -> bool:
    """Installs Debian's packages where no password is asked for; true when that worked."""
    if not shutil.which("apt-get"):
        return False
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and (
        not shutil.which("sudo") or subprocess.run([*root, "true"], capture_output=True, check=False).returncode
    ):
        return False
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    for words in (["update"], ["install", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr.strip()[-300:], flush=True)
    return done.returncode == 0


def install_debians() -> None:
    """Installs Debian's Chromium and fonts; an older Debian has no shell of Chromium's own.

    Without DejaVu a bare Debian takes a typewriter's letters for those of the system.
    """
    fonts = ("fonts-dejavu-core", "fonts-liberation")
    _ = install("chromium-headless-shell", *fonts) or install("chromium", *fonts)


def driver_starts() -> bool:
    """True when the program that speaks to browsers for playwright starts; a bare Debian lacks a library."""
    words = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def get_browser() -> str:
    """Finds or gets a browser, telling each step; what the tests use, or nothing."""
    if found := find_browser():
        return str(found)
    if playwrights_own():
        return "playwright's own Chromium"
    print("No Chromium, Chrome or Edge was found; asking playwright for its own.", flush=True)
    fetch_playwrights()
    if playwrights_own():
        return "playwright's own Chromium"
    print("Playwright's could not be had; asking Debian's packages.", flush=True)
    install_debians()
    return str(find_browser() or "")


def main() -> int:
    """Sees to what the tests in a browser need; 0 when it is there."""
    if not driver_starts():
        print("Playwright does not start; asking Debian's packages for the library that it needs.", flush=True)
        install("libatomic1")
    if not driver_starts():
        print(
            "Playwright does not start. Type: sudo apt-get install libatomic1; then run make test again.",
            file=sys.stderr,
        )
        return 1
    browser = get_browser()
    if not browser:
        print(ADVICE, file=sys.stderr)
        return 1
    print(f"The tests use {browser}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
