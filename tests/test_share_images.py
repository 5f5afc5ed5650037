"""Images for shared links: one for each case, made once and kept, without anything after the first decision."""

from __future__ import annotations

import builtins
import logging
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from casebook.checking.load import load
from casebook.core.build import Build
from casebook.library.library import Library
from casebook.render.context import PageContext
from casebook.render.example_library import EXAMPLES
from casebook.site import share_images as module
from casebook.site.pages import every_page
from casebook.site.share_images import KEPT, image_style, share_images, with_known_image
from casebook.site.system_fonts import find_fonts
from casebook.site.writing import refresh
from conftest import build
from small_site import make_small_site
from telling import later_names, telling_before, words_of

ADDRESS = "https://example.org/casebook/"
NAME = "A small casebook"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_small_site(tmp_path / "project")


def build_of(project: Path, address: str = ADDRESS) -> Build:
    build = Build(project, site_url=address)
    refresh(build)
    return build


def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The images that are painted from now on, as SVG."""
    seen: list[str] = []
    real = module.Painter.png

    def png(self: Any, svg: str) -> bytes:
        seen.append(svg)
        return real(self, svg)

    monkeypatch.setattr(module.Painter, "png", png)
    return seen


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the unpacked bytes of an image."""
    width, height = struct.unpack(">II", png[16:24])
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    return width, height, zlib.decompress(data)


def test_an_image_has_the_size_that_links_are_shown_at_and_is_not_blank(project: Path) -> None:
    images = share_images(build_of(project), NAME)
    assert list(images) == ["assets/share/harbour.png"]
    for path in images.values():
        width, height, data = pixels(path.read_bytes())
        assert (width, height) == (1200, 630)
        assert len(set(data)) > 50


def test_an_image_has_words(project: Path) -> None:
    build = build_of(project)
    painter = module._painter(NAME)
    assert painter
    svg = painter.svg(build, next(iter(build.library.cases)))
    assert painter.png(svg) != painter.png(svg.replace("<text", "<g").replace("</text>", "</g>"))


def test_images_are_painted_once_and_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = share_images(build_of(project), NAME)
    seen = painted(monkeypatch)
    assert share_images(build_of(project), NAME) == first
    assert seen == []


def test_a_changed_title_paints_its_own_image_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = Build(tmp_path, site_url=ADDRESS)
    build.library = load(EXAMPLES)
    before = share_images(build, NAME)
    assert len(before) > 1
    changed = sorted(before)[0]
    slug = Path(changed).stem
    build.library.cases[slug] = build.library.cases[slug].model_copy(update={"title": "Another title"})
    seen = painted(monkeypatch)
    after = share_images(build, NAME)
    assert len(seen) == 1
    assert "Another title" in seen[0]
    assert {path for path in after if after[path] != before[path]} == {changed}
    assert not before[changed].exists()


def test_a_kept_image_that_was_damaged_is_painted_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = share_images(build_of(project), NAME).values()
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    seen = painted(monkeypatch)
    (after,) = share_images(build_of(project), NAME).values()
    assert len(seen) == 1
    assert after.read_bytes() == whole


def test_what_else_lies_among_the_kept_images_is_left_alone(project: Path) -> None:
    folder = project / KEPT
    folder.mkdir(parents=True)
    (folder / "holiday.png").write_bytes(b"mine")
    (folder / ("a" * 32 + "-" + "b" * 32 + ".txt")).write_bytes(b"mine too")
    images = share_images(build_of(project), NAME)
    assert (folder / "holiday.png").read_bytes() == b"mine"
    assert (folder / ("a" * 32 + "-" + "b" * 32 + ".txt")).exists()
    assert folder / "holiday.png" not in images.values()


def test_without_an_address_or_while_serving_there_are_none(project: Path) -> None:
    assert share_images(build_of(project, ""), NAME) == {}
    serving = build_of(project)
    serving.serving = True
    assert share_images(serving, NAME) == {}
    assert not (project / KEPT).exists()


def warned(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]


def test_without_the_renderer_there_are_none_and_a_warning(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = builtins.__import__

    def no_renderer(name: str, *values: Any, **named: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *values, **named)

    monkeypatch.setattr(builtins, "__import__", no_renderer)
    assert share_images(build_of(project), NAME) == {}
    assert any("resvg-py is not installed" in line for line in warned(caplog))


def test_without_a_font_there_are_none_and_a_warning(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "find_fonts", lambda: find_fonts((str(project),)))
    assert share_images(build_of(project), NAME) == {}
    assert any("no font was found" in line for line in warned(caplog))


def test_no_warning_about_images_is_one_that_a_strict_build_stops_at() -> None:
    assert not module.log.name.startswith("mkdocs")


def test_a_page_names_an_image_that_was_made_and_no_other(project: Path) -> None:
    build = build_of(project)
    images = share_images(build, NAME)
    pages = [page for page in every_page(build.library) if page.kind in ("case", "decision")]
    assert len(pages) > 1
    for page in pages:
        with_image = with_known_image(build, page, images)
        assert with_image.image in images
        assert f'image: "{with_image.image}"' in with_image.front_matter()
        assert "image_alt: " in with_image.front_matter()
        assert "image" not in with_known_image(build, page, {}).front_matter()


def test_only_pages_of_cases_have_an_image(library: Library) -> None:
    assert {page.kind for page in every_page(library) if page.image} == {"case", "decision"}


def test_an_image_tells_nothing_that_came_after_the_first_decision(library: Library, root: Path) -> None:
    build = Build(root, site_url=ADDRESS)
    build.library = library
    painter = module._painter(NAME)
    assert painter
    assert library.cases
    for slug, case in library.cases.items():
        if not case.decisions:
            continue
        telling = telling_before(library, slug, case.decisions[0])
        said = words_of(painter.svg(build, slug)) + words_of(str(cover(library, slug)))
        assert telling.seen_in(said) == [], slug
        assert [name for name in later_names(library, slug, case.decisions[0]) if name in said] == [], slug
        assert telling.seen_in(said + max(telling.texts, key=len)) != []


def cover(library: Library, slug: str) -> object:
    from casebook.components.case.case_cover.case_cover import case_cover

    return case_cover(PageContext(library, "index.html"), slug)


def test_the_style_of_an_image_names_no_token_that_is_not_a_colour_and_no_media() -> None:
    style = image_style()
    assert "@" not in style
    for name in ("--paper", "--ink", "--stop", "--network"):
        assert f"var({name})" not in style


def test_a_built_page_names_its_image_by_its_whole_address(project: Path, tmp_path: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('site_url: ""', f"site_url: {ADDRESS}"))
    site = tmp_path / "site"
    run = build(project, site)
    assert run.returncode == 0, run.stdout + run.stderr
    image = site / "assets/share/harbour.png"
    assert image.read_bytes().startswith(b"\x89PNG")
    pages = [site / "cases/harbour.html", *(site / "cases/harbour").glob("*.html")]
    named = [page for page in pages if "og:image" in page.read_text(encoding="utf-8")]
    assert len(named) > 1
    for page in named:
        text = page.read_text(encoding="utf-8")
        assert f'<meta property="og:image" content="{ADDRESS}assets/share/harbour.png">' in text
        assert '<meta property="og:image:alt" content="Drawing of ' in text
    assert "og:image" not in (site / "index.html").read_text(encoding="utf-8")
