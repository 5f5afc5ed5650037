"""Shows the folder of a site to browsers, and tells each when its page, or a style or script that it loaded, was
written anew. A browser on any other page stays as it is, with all that was typed into it.

A WSGI application: whatever runs it need only call it.
"""

from __future__ import annotations

import mimetypes
import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

from casebook.core import routes
from casebook.site.served_folder import ServedFolder

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

SCRIPT, CHANGED = "/livereload/script.js", "/livereload/changed"
PATIENCE = 50.0
"""Seconds that a browser or a request waits for an answer."""
_SOURCE = Path(__file__).with_suffix(".js")
_TYPES = {".js": "text/javascript", ".html": "text/html", ".css": "text/css", ".json": "application/json"}


class LiveReload:
    """Answers the requests of browsers. `mount`: the path that the site is served below, with a slash at both ends."""

    def __init__(self, served: ServedFolder, mount: str = "/") -> None:
        self.served = served
        self.mount = mount

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request."""
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if address == CHANGED:
            changed = self._has_changed(parse_qs(environ.get("QUERY_STRING", "")))
            return _answer(start_response, "200 OK", "changed.txt", b"yes" if changed else b"no")
        if address == SCRIPT:
            return _answer(start_response, "200 OK", SCRIPT, _SOURCE.read_bytes())
        leads_to = self._leads_to(address)
        if leads_to:
            start_response("302 Found", [("Location", quote(leads_to))])
            return []
        path = self._path(address)
        since = self.served.wait_for(path, PATIENCE)
        content, status = self._content(path), "200 OK"
        if content is None:
            content, status, path = self._content("404.html") or b"404 Not Found", "404 Not Found", "404.html"
        if path.endswith(".html"):
            content = _with_script(content, since)
        return _answer(start_response, status, path, content)

    def _path(self, address: str) -> str:
        """The path of the file at an address, from the root of the site; empty for an address outside of it."""
        if not address.startswith(self.mount):
            return ""
        path = posixpath.normpath(f"/{address[len(self.mount) :]}").lstrip("/")
        return posixpath.join(path, routes.HOME) if address.endswith("/") else path

    def _leads_to(self, address: str) -> str:
        """The address that another is short for: of the site, or of a folder with a page of its own. Else nothing."""
        if address == "/" != self.mount or f"{address}/" == self.mount:
            return self.mount
        path = self._path(address)
        is_folder = path and not address.endswith("/") and (self.served.folder / path / routes.HOME).is_file()
        return f"{address}/" if is_folder else ""

    def _content(self, path: str) -> bytes | None:
        try:
            return (self.served.folder / path).read_bytes()
        except (OSError, ValueError):
            return None

    def _has_changed(self, asked: dict[str, list[str]]) -> bool:
        paths = [self._path(address) for address in asked.get("file", [])]
        since = asked.get("since", ["0"])[0]
        return self.served.wait_for_change(paths, int(since) if since.isdecimal() else 0, PATIENCE)


_NEVER_KEPT = ("Cache-Control", "no-cache")


def _answer(start_response: StartResponse, status: str, path: str, content: bytes) -> list[bytes]:
    ending = posixpath.splitext(path)[1].lower()
    kind = _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    kind += "; charset=utf-8" if kind.startswith("text/") else ""
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(content))), _NEVER_KEPT])
    return [content]


def _with_script(html: bytes, since: int) -> bytes:
    """A page with what reloads it: a file of its own, because the policy of the pages allows no script inside them."""
    at = html.rfind(b"</body>")
    at = len(html) if at < 0 else at
    return html[:at] + f'<script src="{SCRIPT}" data-since="{since}"></script>'.encode() + html[at:]
