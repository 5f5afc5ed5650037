"""What MkDocs is told of pages and files that it neither reads nor writes, and its frame for those that have one."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from casebook.core.build import Frame
from casebook.site import writing
from casebook.site.pages import Page
from casebook.yamlfiles.kept_files import digest_of


class Written(File):
    """A file that we write into the folder of the site: MkDocs knows its address, and neither reads nor copies it."""

    made: Page | None = None
    """The page that it holds, where that is one with a frame."""

    @classmethod
    def of(cls, config: MkDocsConfig, source: str, path: str) -> Written:
        """A file by the name that Markdown links to, and by its address."""
        return cls(source, None, config["site_dir"], False, dest_uri=path, inclusion=InclusionLevel.NOT_IN_NAV)

    def is_documentation_page(self) -> bool:
        """False, whatever its name."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Does nothing: it stands in its place."""


class MadePage(MkDocsPage):
    """A page made from data: there is nothing for MkDocs to read, and no Markdown."""

    def __init__(self, file: File, config: MkDocsConfig, made: Page) -> None:
        super().__init__(None, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes what its front matter would say."""
        self.markdown, self.meta = "", self.made.fields()

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leaves its HTML to on_page_content."""
        self.content = ""


def frame_of(nav: Navigation, config: MkDocsConfig) -> Frame:
    """What puts a page into the frame that MkDocs gives to all others, and a digest of all that stands in it."""
    for item in nav:
        if isinstance(item, MkDocsPage) and item.title is None:
            item.read_source(config)
    template = config.theme.get_env().get_template("main.html")

    def fill(made: Page, html: str) -> str:
        page = MadePage(Written.of(config, made.source, made.path), config, made)
        page.read_source(config)
        page.content = html
        return template.render(get_context(nav, [], config, page))

    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(config.theme.dirs[0]).rglob("*.html"))]
    said = {name: value for name, value in config["extra"].items() if name not in ("build", "words")}
    menu = [(item.title, item.url) for item in nav if isinstance(item, MkDocsPage)]
    about = (config["site_name"], config["site_description"], config["site_url"], config.theme["language"])
    return Frame(fill, digest_of(*texts, repr((about, menu, sorted(said.items())))))


def find_anchors(file: File) -> None:
    """Notes which anchors a page has, whoever wrote it, so that MkDocs can check links to them."""
    if file.page:
        is_whole = isinstance(file, Written)
        html = Path(file.abs_dest_path).read_text(encoding="utf-8") if is_whole else file.page.content or ""
        file.page.present_anchor_ids = writing.anchors(html)
