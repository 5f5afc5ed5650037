"""Measures, as ratios within one run: building from nothing and from what was kept, growing, images, saving, first
visit, first search, sizes, the library's filter.

It asserts nothing: a machine that is busy with something else shifts single figures by a third. `LARGE=1` adds 2,500
cases. Where Zensical is installed, or `ZENSICAL` says where it is, it builds what `casebook export` writes.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests")]

from playwright.sync_api import Page, Response, sync_playwright  # noqa: E402

from conftest import FLAGS, serving  # noqa: E402
from find_browser import find_browser  # noqa: E402
from generate import casebook_project, plain_project  # noqa: E402

IN_FOLDER = "import os, sys; os.chdir(sys.argv[1]); os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
"""Code that runs Python in a folder that is named first: `os.posix_spawn` cannot start a process in another folder."""
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def run(words: list[str], folder: Path) -> tuple[float, float, str]:
    """Seconds, megabytes of the largest process, and what was said."""
    out = folder / "said.txt"
    start = time.perf_counter()
    with out.open("w") as said:
        child = os.posix_spawn(
            words[0],
            words,
            QUIET,
            file_actions=[(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)],
        )
        _, status, used = os.wait4(child, 0)
    if status:
        print(out.read_text()[-2_000:])
    return time.perf_counter() - start, used.ru_maxrss / 1024, out.read_text()


def build(project: Path) -> tuple[float, float]:
    """Seconds and megabytes of a whole build, search index and all."""
    words = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(project / "mkdocs.yml"),
        "--site-dir",
        str(project / "site"),
    ]
    seconds, most, _ = run(words, project)
    return seconds, most


def staged(project: Path) -> tuple[float, float, list[str]]:
    """Seconds and megabytes of a whole build of ours, and a line for each of its stages."""
    words = [sys.executable, str(ROOT / "bench/stages.py"), str(project / "mkdocs.yml"), str(project / "site")]
    seconds, most, said = run(words, project)
    return seconds, most, said.splitlines()


def changed(project: Path) -> None:
    """Changes a word of one case."""
    path = project / "cases/made-0001.yml"
    path.write_text(path.read_text().replace(" the ", " that ", 1))


def zensical(project: Path) -> float | None:
    """Seconds in which Zensical builds the pages that `casebook export` writes, without components or checks of ours;
    nothing where it cannot be had.
    """
    program = os.environ.get("ZENSICAL") or shutil.which("zensical")
    if not program:
        return None
    exported = project / "exported"
    shutil.rmtree(exported, ignore_errors=True)
    run([sys.executable, "-c", IN_FOLDER, str(project), "-m", "casebook", "export", str(exported)], project)
    settings = exported / "mkdocs.yml"
    with_address = settings.read_text().replace("site_url: ''", "site_url: https://example.org/")
    settings.write_text(with_address)  # it stops at a sitemap without one
    seconds, _, _ = run([program, "build", "--config-file", str(settings)], project)
    return seconds


def images(project: Path) -> tuple[float, float, int]:
    """Seconds that the images for shared links of a hundred cases add to a build when the site has an address: the
    first time, and when they were kept; and how many there are.
    """
    words = [sys.executable, str(ROOT / "bench/images.py"), str(project)]
    first, kept = (run(words, project)[2].split() for _ in range(2))
    count = int(first[1])
    return float(first[0]) / count * 100, float(kept[0]) / count * 100, count


def save(project: Path, changed: str) -> tuple[float, float]:
    """Seconds until a saved file can be seen again, and until all that rests on it was written."""
    words = [
        sys.executable,
        str(ROOT / "bench/save.py"),
        str(project / "mkdocs.yml"),
        str(project / changed),
        str(project / "served"),
    ]
    said = run(words, project)[2].split()
    return float(said[-1]), float(said[-2])


def small(content: bytes) -> int:
    """Bytes as they travel."""
    return len(gzip.compress(content, 6))


def fetched(page: Page, address: str, leave_out: str = "search_index") -> int:
    """Compressed bytes of a first visit."""
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))
    page.goto(address, wait_until="networkidle")
    return sum({one.url: small(one.body()) for one in came if one.ok and leave_out not in one.url}.values())


def first_search(page: Page, address: str) -> int:
    """Bytes that come in from the first key in the search box to its results; the index is compressed as it lies
    there.
    """
    page.goto(f"{address}/search.html", wait_until="networkidle")
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))
    page.locator("search-box input[type=search]").fill("hospital")
    page.keyboard.press("Enter")
    page.locator("search-box .found a").first.wait_for()
    page.wait_for_timeout(500)
    return sum(len(one.body()) if ".pf_" in one.url else small(one.body()) for one in came if one.ok)


def filter_time(page: Page, address: str) -> list[float]:
    """Milliseconds that each key in a text filter takes, until the page has been laid out anew; its words are there."""
    page.goto(address, wait_until="networkidle")
    page.locator(".list-filter input[type=search]").focus()
    page.wait_for_load_state("networkidle")
    keys = """word => { const box = document.querySelector(".list-filter input[type=search]"); const times = [];
      for (let end = 1; end <= word.length; end++) { const start = performance.now(); box.value = word.slice(0, end);
        box.dispatchEvent(new InputEvent("input", {bubbles: true})); document.body.getBoundingClientRect(); times.push(performance.now() - start); }
      return times; }"""
    page.evaluate(keys, "a")
    return [one for word in ("hospital", "stroke", "who pays") for one in page.evaluate(keys, word)]


def in_browser(project: Path, plain: Path, count: int) -> None:
    """What a visitor waits for."""
    browser_path = find_browser()
    with sync_playwright() as playwright, serving(project / "site") as ours, serving(plain / "site") as theirs:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        slug = sorted(path.stem for path in (project / "cases").glob("made-*.yml"))[0]
        case = fetched(browser.new_page(), f"{ours}/cases/{slug}.html")
        page = fetched(browser.new_page(), f"{theirs}/cases/{slug}.html")
        library = fetched(browser.new_page(), f"{ours}/cases.html")
        print(
            f"  first visit, a case             {case / 1024:8.0f} KB   {case / page:.2f} of plain Material without "
            f"its index ({page / 1024:.0f} KB)"
        )
        print(f"  first visit, the library        {library / 1024:8.0f} KB   {library / page:.2f}")
        print(f"  first search                    {first_search(browser.new_page(), ours) / 1024:8.0f} KB")
        for name, address in (("library", "cases.html"), ("decisions", "cases/decisions.html")):
            times = filter_time(browser.new_page(), f"{ours}/{address}")
            print(f"  {f'{name} filter, a key':32}{median(times):8.0f} ms   slowest {max(times):.0f} ms")
        browser.close()


def sizes(site: Path) -> None:
    """Scripts and style as they travel."""
    print("Sizes, compressed")
    for path in sorted([*(site / "assets").glob("*.js"), *(site / "assets").glob("*.css")]):
        print(f"  {path.name:30}  {small(path.read_bytes()) / 1024:8.1f} KB")


def main() -> None:
    """Prints every figure."""
    counts = [250, 1_000] + ([2_500] if os.environ.get("LARGE") else [])
    seconds: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            project, plain = Path(folder) / f"casebook-{count}", Path(folder) / f"plain-{count}"
            casebook_project(ROOT, project, count)
            plain_project(project, plain)
            theirs, their_memory = build(plain)
            seconds[count], memory, cold = staged(project)
            pages = len(list((project / "site").glob("**/*.html")))
            print(f"{count} cases ({pages:,} pages)")
            print(
                f"  build                           {seconds[count]:8.1f} s    {seconds[count] / theirs:.2f} of "
                f"plain Material ({theirs:.1f} s)"
            )
            print(
                f"  memory, largest process         {memory:8.0f} MB   {memory / their_memory:.2f} "
                f"({their_memory:.0f} MB)"
            )
            changed(project)
            again, _, warm = staged(project)
            print(f"  from what was kept, one changed {again:8.1f} s    {again / theirs:.2f}")
            print(f"  seconds by stage                {'; '.join(cold)}")
            print(f"    from what was kept            {'; '.join(warm)}")
            peer = zensical(project)
            if peer is not None:
                print(f"  Zensical, what is exported      {peer:8.1f} s    {peer / theirs:.2f}")
            first, kept, made = images(project)
            print(
                f"  images for shared links, {made:,}    {first:8.1f} s    for 100 cases, with an address; "
                f"{kept:.2f} s when kept"
            )
            (case, every), (page, _) = save(project, "cases/made-0000.yml"), save(plain, "docs/cases/made-0000.md")
            print(
                f"  a saved case seen again         {case:8.1f} s    {case / page:.2f} of a saved page of plain "
                f"Material ({page:.1f} s); all written after {every:.1f} s"
            )
            in_browser(project, plain, count)
            if count == counts[0]:
                sizes(project / "site")
            shutil.rmtree(plain)
            sys.stdout.flush()
        more, times = counts[-1] / counts[0], seconds[counts[-1]] / seconds[counts[0]]
        print(
            f"Growth from {counts[0]} to {counts[-1]} cases: {times:.1f} times the time for {more:.0f} times the cases"
        )


if __name__ == "__main__":
    main()
