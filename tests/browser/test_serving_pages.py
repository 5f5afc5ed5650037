"""While somebody writes a page or the words: what may not stand there shows its problems in its place, and the server
goes on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from live_server import serving_project

pytestmark = pytest.mark.browser
GOOD = "---\ntitle: A page\ndescription: Words.\nrender_macros: true\n---\n# A good page\n\n{{ publisher_line() }}\n"
LATE = 60_000
BAD = {
    "a command": (
        GOOD.replace("publisher_line()", 'cycler.__init__.__globals__.os.popen("touch ran").read()').encode(),
        ":8",
    ),
    "another template": (GOOD.replace("title: A page", "title: A page\ntemplate: 404.html").encode(), ":3"),
    "a block": (GOOD.replace("{{ publisher_line() }}", '{% include "index.md" %}').encode(), ":8"),
    "a script": (GOOD.replace("{{ publisher_line() }}", "<script>document.title = 'ran'</script>").encode(), ":8"),
    "another encoding": (GOOD.encode() + b"\xe4\n", ":9"),
    "no component": (GOOD.replace("publisher_line", "publisher_lin").encode(), ":8"),
    "no end of its front matter": (GOOD.replace("---\n#", "#").encode(), ":1"),
}


@pytest.fixture
def project(root: Path, small_project: Path) -> Path:
    for folder in ("hooks/theme", "docs/messages"):
        shutil.copytree(root / folder, small_project / folder)
    for file in (
        "mkdocs.yml",
        "hooks/build.py",
        "hooks/serve.py",
        "hooks/parts_of_site.py",
        "hooks/handed_over.py",
        "hooks/macros.py",
    ):
        (small_project / file).parent.mkdir(exist_ok=True)
        shutil.copy(root / file, small_project / file)
    (small_project / "docs/index.md").write_text(GOOD)
    for number, (content, _) in enumerate(BAD.values()):
        (small_project / f"docs/bad-{number}.md").write_bytes(content)
    (small_project / "docs/secret.txt").symlink_to(root / "LICENSE")
    return small_project


@pytest.fixture
def server(project: Path) -> Iterator[str]:
    with serving_project(project) as one:
        yield one.address


def test_bad_pages_show_their_problems_and_a_good_save_brings_them_back(page: Page, server: str, project: Path) -> None:
    main = page.locator("main")
    for number, (_, line) in enumerate(BAD.values()):
        page.goto(f"{server}/bad-{number}.html")
        expect(main).to_contain_text(f"docs/bad-{number}.md{line}")
        assert page.title() != "ran", "what can be read of a bad page is cleaned"
    page.goto(f"{server}/index.html")
    expect(page.locator("h1")).to_have_text("A good page")
    for content, line in BAD.values():
        (project / "docs/index.md").write_bytes(content)
        expect(main).to_contain_text(f"docs/index.md{line}", timeout=LATE)
    (project / "docs/index.md").write_text(GOOD)
    expect(page.locator("h1")).to_have_text("A good page", timeout=LATE)
    assert page.request.get(f"{server}/secret.txt").status == 404
    assert list(project.rglob("ran")) == []


def test_broken_words_show_their_keys_and_the_next_good_save_brings_them_back(
    page: Page, server: str, project: Path
) -> None:
    path = project / "docs/messages/en.yml"
    good = path.read_text(encoding="utf-8")
    page.goto(f"{server}/index.html")
    search = page.locator(".to-search .words")
    expect(search).to_have_text("Search")
    for bad in (
        good.replace("  search: Search\n", "", 1),
        "site: [",
        good.replace("  search: Search\n", "  search: {now}\n", 1),
    ):
        path.write_text(bad, encoding="utf-8")
        expect(search).to_have_text("[site.search]", timeout=LATE)
        path.write_text(good, encoding="utf-8")
        expect(search).to_have_text("Search", timeout=LATE)
    path.unlink()
    expect(search).to_have_text("[site.search]", timeout=LATE)
    path.write_text(good, encoding="utf-8")
    expect(search).to_have_text("Search", timeout=LATE)
