"""Images for shared links: one PNG for each case, drawn from its data, made at a build and kept for the next one.

They are made only where the site has an address, for a shared link needs one. Without the renderer, or without a font,
the site is built without them, and says so.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.components.case.share_image.share_image import share_image
from casebook.core import folders, routes
from casebook.core.build import Build
from casebook.render.context import PageContext
from casebook.render.cover import cover_of
from casebook.site.pages import Page
from casebook.site.parallel import parallel_map
from casebook.site.system_fonts import Fonts, find_fonts
from casebook.yamlfiles.project_files import why_refused

log = logging.getLogger("casebook.share_images")
"""No logger of MkDocs: a strict build stops at a warning of those, and none is to stop for want of these images."""
KEPT = ".cache/share"
NAME = re.compile(r"(?P<drawn>[0-9a-f]{32})-(?P<content>[0-9a-f]{32})\.png")
"""A kept image is called by the digest of what is drawn and by that of its own bytes, so that damage is noticed."""
STYLES = ("network_picture", "cover_picture", "mode_band", "mode_mark", "share_image")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@\w+[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_TOKEN = re.compile(r"(--[\w-]+):\s*(?:light-dark\()?\s*(#[0-9a-f]{3,8})")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")


@dataclass(frozen=True)
class Painter:
    """What every image of a build has in common: how SVG becomes PNG, the fonts, the style, the name of the site."""

    render: Callable[..., bytes]
    version: str
    fonts: Fonts
    style: str
    site_name: str

    def svg(self, build: Build, slug: str) -> str:
        """The image of a case before it is painted."""
        ctx = PageContext(build.library, routes.HOME)
        return str(share_image(ctx, slug, self.site_name, self.fonts.serif, self.fonts.sans, self.style))

    def digest(self, svg: str) -> str:
        """A name for all that the image rests on."""
        return _digest("\0".join((self.version, *self.fonts.files, svg)).encode())

    def png(self, svg: str) -> bytes:
        """The painted image."""
        return bytes(self.render(svg_string=svg, skip_system_fonts=True, font_files=list(self.fonts.files)))


def share_images(build: Build, site_name: str) -> dict[str, Path]:
    """The file of each image, by its path in the site; none while serving, or where the site has no address."""
    painter = _painter(site_name) if build.site_url and not build.serving else None
    if not painter:
        return {}
    folder, slugs = build.root / KEPT, sorted(build.library.cases)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = {found["drawn"]: found[0] for found in map(NAME.fullmatch, sorted(os.listdir(folder))) if found}
        names = parallel_map(lambda slug: _kept_or_painted(build, painter, kept, slug), slugs)
        _tidy(folder, set(kept.values()) - set(names))
    except (OSError, ValueError) as error:
        log.warning("the images for shared links cannot be made, and are left out: %s", error)
        return {}
    return {routes.share_image(slug): folder / name for slug, name in zip(slugs, names, strict=True)}


def with_known_image(build: Build, page: Page, made: Mapping[str, Path]) -> Page:
    """The page with its image and what that shows; without, where the image was not made."""
    if page.image not in made:
        return replace(page, image="") if page.image else page
    return replace(page, image_alt=cover_of(build.library, Path(page.image).stem).label)


def _painter(site_name: str) -> Painter | None:
    """What paints images; None, with a warning, where the renderer or a font is missing."""
    try:
        import resvg_py
    except ImportError:
        log.warning("resvg-py is not installed, so there are no images for shared links; install the extra [site]")
        return None
    fonts = find_fonts()
    if not fonts:
        log.warning("no font was found to set the images for shared links in, so there are none; install DejaVu")
        return None
    return Painter(resvg_py.svg_to_bytes, str(resvg_py.__version__), fonts, image_style(), site_name)


def image_style() -> str:
    """The rules that the parts of an image have on a page, with the colours of the light scheme in place of tokens."""
    theme = (folders.THEME / "style/tokens.css").read_text(encoding="utf-8")
    colours: dict[str, str] = {}
    for name, colour in _TOKEN.findall(theme):
        colours.setdefault(name, colour)
    sheets = [path for path in folders.component_files(".css") if path.stem in STYLES]
    text = _MEDIA.sub("", _COMMENT.sub("", "\n".join(path.read_text(encoding="utf-8") for path in sheets)))
    return _VARIABLE.sub(lambda found: colours.get(found[1], found[0]), text)


def _kept_or_painted(build: Build, painter: Painter, kept: Mapping[str, str], slug: str) -> str:
    """The name of the file that holds a case's image: one that was kept and is whole, or a new one."""
    svg = painter.svg(build, slug)
    drawn, folder = painter.digest(svg), build.root / KEPT
    before = kept.get(drawn)
    if before and _is_whole(build.root, folder / before):
        return before
    png = painter.png(svg)
    name = f"{drawn}-{_digest(png)}.png"
    _write(folder / name, png)
    return name


def _is_whole(root: Path, path: Path) -> bool:
    """True for a file inside the project with the bytes that its name says."""
    found = NAME.fullmatch(path.name)
    return found is not None and not why_refused(root, path) and _digest(path.read_bytes()) == found["content"]


def _write(path: Path, png: bytes) -> None:
    """Writes a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(png)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _tidy(folder: Path, names: set[str]) -> None:
    """Removes images of ours that no case has any more; what else lies there is left alone."""
    for name in names:
        (folder / name).unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
