"""A browser is refreshed when its page, or a style or script that it loaded, is written anew, and at no other time."""

from __future__ import annotations

import threading
import wsgiref.simple_server
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from casebook.site.live_reload import LiveReload
from casebook.site.served_folder import ServedFolder
from casebook.site.writing import POLICY

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><link rel="stylesheet" href="style.css">
<meta http-equiv="Content-Security-Policy" content="{policy}"></head>
<body><main><h1>{title}</h1><p>{words}</p><textarea autocomplete="off"></textarea>
<button type="button">Load more</button></main><script src="page.js"></script></body></html>"""
LOADS = """document.querySelector("button").addEventListener("click", () => {
  const script = document.createElement("script");
  script.src = "data/more.js";
  document.head.append(script);
});"""


class Server(ThreadingMixIn, wsgiref.simple_server.WSGIServer):
    """Answers each request in a thread of its own, as the server of MkDocs does."""

    daemon_threads = True


class Quiet(wsgiref.simple_server.WSGIRequestHandler):
    """Says nothing of requests."""

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@pytest.fixture
def served(tmp_path: Path) -> ServedFolder:
    """A folder with two pages that load one style, and a script that one of them loads when asked."""
    folder = ServedFolder(tmp_path / "site")
    for name in ("one", "two"):
        folder.put(f"{name}.html", PAGE.format(title=name, words="Old words.", policy=POLICY))
    folder.put("404.html", PAGE.format(title="Nothing here", words="", policy=POLICY))
    folder.put("style.css", "h1 { color: rgb(1, 2, 3) }")
    folder.put("page.js", LOADS)
    folder.put("data/more.js", 'document.title = "more"')
    return folder


@pytest.fixture
def address(served: ServedFolder) -> Iterator[str]:
    server = wsgiref.simple_server.make_server("127.0.0.1", 0, LiveReload(served), Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def filled_in(page: Page, address: str) -> None:
    """Opens a page, types something into it, and waits until it has asked the server."""
    with page.expect_request("**/livereload/changed*"):
        page.goto(address)
    page.locator("textarea").fill("half of an answer")


def test_only_the_browser_whose_page_or_style_or_script_was_written_anew_is_refreshed(
    browser: Browser, served: ServedFolder, address: str
) -> None:
    one, two = browser.new_page(), browser.new_page()
    loads: list[Page] = []
    for page in (one, two):
        page.on("load", lambda page: loads.append(page))
    filled_in(one, f"{address}/one.html")
    filled_in(two, f"{address}/two.html")
    for turn in range(3):
        served.put("one.html", PAGE.format(title="one", words=f"New words, {turn}.", policy=POLICY))
        expect(one.locator("p")).to_have_text(f"New words, {turn}.")
        one.wait_for_load_state()
    expect(two.locator("textarea")).to_have_value("half of an answer")

    filled_in(one, f"{address}/one.html")
    with two.expect_request(lambda request: "more.js" in request.url and "changed" in request.url):
        two.get_by_role("button").click()
    served.put("data/more.js", 'document.title = "more still"')
    expect(two.locator("textarea")).to_have_value("")
    expect(one.locator("textarea")).to_have_value("half of an answer")

    filled_in(two, f"{address}/two.html")
    served.put("data/more.js", 'document.title = "nobody has loaded this"')
    served.put("style.css", "h1 { color: rgb(4, 5, 6) }")
    for page in (one, two):
        expect(page.locator("h1")).to_have_css("color", "rgb(4, 5, 6)")
        expect(page.locator("textarea")).to_have_value("")
        page.wait_for_load_state()
    assert (loads.count(one), loads.count(two)) == (2 + 4, 2 + 2), (
        "opened twice; and refreshed, no more often than that"
    )


def test_a_page_that_goes_and_comes_again_is_seen_and_one_that_is_written_is_waited_for(
    page: Page, served: ServedFolder, address: str
) -> None:
    page.goto(f"{address}/one.html")
    served.remove("one.html")
    expect(page.locator("h1")).to_have_text("Nothing here")
    order: list[str] = []

    def write(name: str) -> None:
        order.append(name)
        served.put(f"{name}.html", PAGE.format(title=name, words="Written again.", policy=POLICY))

    page.reload()
    while "one.html" not in served.awaited:
        page.wait_for_timeout(20)
    with served.changing():
        served.work_through({f"{name}.html": lambda name=name: write(name) for name in ("two", "three", "one")})
    expect(page.locator("p")).to_have_text("Written again.")
    assert order == ["one", "two", "three"], "first comes what somebody looks at"
