"""Pages written by hand: what stands in front of them, method cards that are whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from casebook.checking.load import load
from casebook.components.decision.sheets import plan_of
from casebook.core.folders import COMPONENTS, component_files
from casebook.library.library import Library
from casebook.render.context import REGISTRY, PageContext
from casebook.render.example_library import ExampleContext, example_library
from casebook.render.examples import every_example, namespace_ids, read_notes, render_example, resolve
from casebook.schema.facilitation import Method
from casebook.text.markdown import citations
from casebook.yamlfiles.parser import front_matter
from real_library import real_library

ROOT = Path(__file__).parent.parent
AUTHORED = sorted(
    path
    for path in (ROOT / "docs").glob("**/*.md")
    if path.parent.name not in ("claims", "forms") or path.name == "index.md"
)
LINK = re.compile(r"\]\(([^)#\s]+\.md)(?:#[^)]*)?\)")


@pytest.fixture(scope="module")
def library() -> Library:
    return real_library()


@pytest.fixture(scope="module")
def ctx(library: Library) -> PageContext:
    return PageContext(library, "contribute/components.html")


@pytest.fixture(scope="module")
def invented(ctx: PageContext) -> PageContext:
    """Where examples are written: with the invented casebook."""
    examples = example_library(ctx.library)
    assert examples
    return ExampleContext(ctx, examples)


def head(path: Path) -> dict[str, object]:
    """The front matter of a page."""
    return yaml.safe_load(front_matter(path.read_text(encoding="utf-8"))[0]) or {}


@pytest.mark.parametrize("path", AUTHORED, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_every_page_has_a_title_and_a_description_of_a_sentence_or_two(path: Path) -> None:
    meta = head(path)
    assert str(meta.get("title", "")).strip()
    assert 30 <= len(str(meta.get("description", ""))) <= 220
    assert str(meta["description"]).endswith((".", "?"))


@pytest.mark.parametrize("path", AUTHORED, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_every_page_has_one_heading_of_the_first_level(path: Path) -> None:
    body = front_matter(path.read_text(encoding="utf-8"))[1]
    made_elsewhere = head(path).get("kind") == "home"
    assert len(re.findall(r"^# ", body, re.MULTILINE)) == (0 if made_elsewhere else 1)


def test_no_two_pages_have_the_same_description() -> None:
    said = [str(head(path).get("description")) for path in AUTHORED]
    assert sorted({one for one in said if said.count(one) > 1}) == []


def test_the_list_of_later_decisions_names_each_once_under_a_theme_that_its_contents_lead_to(
    library: Library, ctx: PageContext
) -> None:
    html = str(REGISTRY["decision_list"](ctx))
    listed = re.findall(r'<a data-question="" href="\.\./(cases/[^"]+)\.html">', html)
    assert sorted(listed) == sorted(
        f"cases/{slug}/{decision.id}" for slug, case in library.cases.items() for decision in case.decisions[1:]
    )
    assert re.findall(r'href="#(theme-[a-z-]+)"', html) == re.findall(r'<h3 id="(theme-[a-z-]+)"', html)


def test_the_forty_minutes_are_the_same_with_two_seats_and_every_step_says_what_to_do_and_to_say(
    ctx: PageContext,
) -> None:
    one, two = plan_of(ctx), plan_of(ctx, several_seats=True)
    assert [(step["minutes"], step["title"]) for step in one] == [(step["minutes"], step["title"]) for step in two]
    assert all(step["text"] and step["say"] for step in (*one, *two))
    assert any("role" in step["say"] for step in two)
    assert not any("role" in step["text"] + step["say"] for step in one)


def test_in_the_plan_nobody_is_left_without_a_task(ctx: PageContext) -> None:
    pairs, otherwise = plan_of(ctx)[2], plan_of(ctx)[5]
    assert "If everyone ticked the same" in pairs["say"], "those who all ticked the same"
    assert "if they chose that one" in otherwise["say"], "those who argued for what was done"


def test_the_last_step_of_the_plan_asks_the_closing_question_of_its_decision_or_one_for_all(ctx: PageContext) -> None:
    question = "Who would notice first, {0} and where?"
    assert plan_of(ctx, close=question)[-1]["say"].endswith(question)
    assert plan_of(ctx)[-1]["say"].endswith(ctx.messages.at("session.steps")[-1]["question"])


def test_a_method_card_lists_its_materials_and_says_what_goes_wrong(library: Library, ctx: PageContext) -> None:
    card = str(ctx.use.method_card("case-discussion"))
    for material in library.methods["case-discussion"].materials:
        assert f"<li>{material}</li>" in card
    assert ">What goes wrong</h2>" in card
    assert "cases/shropshire/break-the-tie/room.html#pack" in card, "the sheets it names are linked"


@pytest.mark.parametrize("path", sorted((ROOT / "docs/facilitate/methods").glob("*.md")), ids=lambda path: path.stem)
def test_every_method_card_is_whole(library: Library, path: Path) -> None:
    if path.stem == "index":
        return
    method = library.methods[path.stem]
    assert isinstance(method, Method)
    assert f'method_card("{path.stem}")' in path.read_text(encoding="utf-8")
    assert method.group.from_ <= method.group.to
    assert [id_ for id_ in citations(method.source) if id_ not in library.bibliography] == []
    assert "[memory]" not in path.read_text(encoding="utf-8")
    assert re.search(r"\bread\b", method.source), "a card says how its source was read"


def test_what_a_method_card_says_of_its_length_agrees_with_its_steps(library: Library) -> None:
    units = {"An hour": 60, "About two hours": 120, "One to two hours": 90}
    for id_, method in library.methods.items():
        found = re.search(r"(?:(\d+) to )?(\d+) minutes", method.description)
        if found:
            fewest = int(found[1] or found[2])
            assert fewest - 3 <= method.minutes <= int(found[2]) + 3, id_
        else:
            assert method.minutes in [
                minutes for words, minutes in units.items() if words.lower() in method.description.lower()
            ], id_


def test_there_are_about_eighteen_method_cards_each_in_the_list(library: Library, ctx: PageContext) -> None:
    assert len(library.methods) >= 18
    shown = str(ctx.use.method_list())
    assert all(f"/methods/{id_}.html" in shown or f"methods/{id_}.html" in shown for id_ in library.methods)


def test_the_minutes_of_a_path_through_learn_add_up() -> None:
    text = (ROOT / "docs/learn/index.md").read_text(encoding="utf-8")
    paths = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    promised = {int(found[1]): part for part in paths if (found := re.search(r"(\d+) minutes", part.splitlines()[0]))}
    assert sorted(promised) == [10, 15, 20, 30]
    for minutes, part in promised.items():
        assert sum(int(number) for number in re.findall(r"(\d+) minutes", part.split("\n", 1)[1])) == minutes


@pytest.mark.parametrize("path", AUTHORED, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_links_between_pages_lead_somewhere(library: Library, path: Path) -> None:
    made = {f"cases/{slug}/{decision.id}.md" for slug, case in library.cases.items() for decision in case.decisions}
    made |= {f"cases/{slug}.md" for slug in library.cases} | {f"exercises/{slug}.md" for slug in library.exercises}
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            where = (path.parent / target).resolve()
            assert where.exists() or where.relative_to(ROOT / "docs").as_posix() in made, target


def test_every_component_has_a_note_of_its_own_name() -> None:
    notes = {note.name for note in read_notes()}
    files = component_files(".yml")
    folders = {path.name.replace("_", "-") for path in COMPONENTS.glob("*/*/") if path.name != "__pycache__"}
    assert sorted(folders - notes) == []
    assert all(path.stem == path.parent.name for path in files)


def test_a_note_names_the_parameters_that_the_component_takes() -> None:
    import inspect

    for note in read_notes():
        function = REGISTRY.get(note.name.replace("-", "_"))
        if function and note.parameters:
            taken = {name.lstrip("_") for name in list(inspect.signature(function).parameters)[1:]}
            assert {parameter.name for parameter in note.parameters} <= taken, note.name


@pytest.mark.parametrize(("note", "example"), list(every_example()), ids=lambda one: one.name.replace(" ", "-"))
def test_every_example_of_a_component_renders(invented: PageContext, note: object, example: object) -> None:
    html = str(render_example(invented, note, example))  # type: ignore[arg-type]
    assert "<" in html
    assert "Undefined" not in html
    assert "{{" not in html


def test_the_gallery_holds_no_id_twice(ctx: PageContext) -> None:
    ids = re.findall(r'\sid="([^"]+)"', str(ctx.use.component_gallery()))
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


def test_an_example_set_apart_keeps_its_references_together() -> None:
    html = (
        '<label for="a">x</label><input id="a" name="n" aria-describedby="b c"><p id="b"></p><a '
        'href="#b">y</a><rect fill="url(#c)"/>'
    )
    apart = str(namespace_ids(html, "p-"))
    assert 'for="p-a"' in apart
    assert 'id="p-a" name="p-n" aria-describedby="p-b p-c"' in apart
    assert 'href="#p-b"' in apart
    assert "url(#p-c)" in apart
    assert namespace_ids('<a href="x.html#b" data-name="n">', "p-") == '<a href="x.html#b" data-name="n">'


def test_the_gallery_says_first_that_its_examples_are_invented_and_names_no_real_case(ctx: PageContext) -> None:
    html = str(ctx.use.component_gallery())
    assert re.match(r'<section class="component-gallery">\s*<p>The examples are invented\.', html)
    shown = re.findall(r'<div class="example".*?(?=<h3>|<h2|\Z)', html, re.DOTALL)
    assert [case.title for case in ctx.library.cases.values() if any(case.title in one for one in shown)] == []


def test_a_link_in_an_example_leads_to_the_example(invented: PageContext) -> None:
    card = str(namespace_ids(str(invented.use.case_card("night-boat")), "case-card-0-"))
    assert 'href="#case-card-0-example"' in card


def test_the_gallery_leaves_hidden_examples_out(ctx: PageContext) -> None:
    html = str(ctx.use.component_gallery())
    names = [example.name for _, example in every_example() if example.hidden]
    assert len(names) > 5
    assert [name for name in names if f"<h3>{name}</h3>" in html] == []


def test_without_the_invented_casebook_the_gallery_says_that_its_examples_are_not_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from casebook.render import example_library as examples

    monkeypatch.setattr(examples, "EXAMPLES", tmp_path / "nowhere")
    html = str(PageContext(load(ROOT), "contribute/components.html").use.component_gallery())
    assert "The examples are not here, because" in html
    assert 'class="example"' not in html
    assert 'id="component-case-card"' in html


def test_each_parameter_has_its_type_and_whether_it_must_be_given(ctx: PageContext) -> None:
    def taken(name: str) -> str:
        return " ".join(re.sub(r"<[^>]+>", "", str(ctx.use.parameter_list(name))).split())

    assert "slug str, must be given. The name of the case’s file" in taken("case_card")
    assert "level int, optional; if left out, it is 3. The level" in taken("case_card")
    assert "decision str | None, may be left out. The id" in taken("network_map")
    assert "heading str, optional; if left out, it is &#34;map&#34;. The key" in taken("network_map")
    assert "slugs str, as many as you like. The names" in taken("case_cards")
    assert str(ctx.use.parameter_list("case_library")) == ""


def test_an_example_may_name_a_part_of_a_case(invented: PageContext) -> None:
    case = invented.library.cases["night-boat"]
    assert resolve(invented, {"case": "night-boat", "at": "timeline.0"}) is case.timeline[0]
    assert resolve(invented, {"nothing": True}) is None
    assert resolve(invented, "night-boat") == "night-boat"


def test_the_format_reference_names_every_field_of_the_models(ctx: PageContext) -> None:
    from casebook.schema import Case, Exercise
    from casebook.schema.field_docs import groups

    for kind, model in (("case", Case), ("exercise", Exercise)):
        html = str(ctx.use.field_reference(kind))
        for note in groups(model)[0].fields:
            assert f"<code>{note.name}</code>" in html, f"{kind}: {note.name}"
    links = set(re.findall(r'href="#([^"]+)"', str(ctx.use.field_reference("exercise"))))
    ids = set(
        re.findall(
            r'\sid="([^"]+)"',
            "".join(str(ctx.use.field_reference(kind)) for kind in ("case", "exercise"))
            + str(ctx.use.word_reference()),
        )
    )
    assert sorted(links - ids) == []


def test_the_list_of_macros_names_every_component_in_straight_quotes(ctx: PageContext) -> None:
    html = str(ctx.use.macro_list())
    assert [name for name in REGISTRY if f'id="{name}"' not in html] == []
    assert "{{ case_card(&#34;night-boat&#34;) }}" in html


def test_while_nobody_publishes_the_page_says_so_and_then_names_who_does(library: Library) -> None:
    nobody = str(PageContext(library, "about/index.html").use.publisher_line())
    assert "No publisher is named yet" in nobody
    somebody = PageContext(
        library,
        "about/index.html",
        publisher={"name": "The Example Trust", "address": "mailto:casebook@example.org", "days": 10},
    )
    assert "The Example Trust is responsible for the casebook" in str(somebody.use.publisher_line())
    assert 'href="mailto:casebook@example.org"' in str(somebody.use.publisher_line())
    assert "within 10 days" in str(somebody.use.publisher_line("case"))


def test_the_foot_of_a_case_says_in_a_line_when_it_was_checked_and_each_check_on_request(
    library: Library, ctx: PageContext
) -> None:
    case = library.cases["bristol"]
    assert len(case.checked) > 1
    line, _, details = str(REGISTRY["case_foot"](ctx, "bristol")).partition("<details")
    last = max(case.checked, key=lambda one: one.on.begins)
    assert f"Last checked {last.on.spoken()}; next check due by {case.again_by.spoken()}." in line
    for one in case.checked:
        assert f"{one.on.spoken()}, by {one.by}, against {one.against}" in details


def test_every_sheet_has_a_writer() -> None:
    from casebook.components.decision import sheet_writers as decision_sheets
    from casebook.components.exercise import sheet_writers as exercise_sheets
    from casebook.render.paper.exercise_sheets import EXERCISE_SHEETS
    from casebook.schema.facilitation import SheetName

    assert tuple(decision_sheets.WRITERS) == get_args(SheetName)
    assert tuple(exercise_sheets.WRITERS) == tuple(paper.name for paper in EXERCISE_SHEETS)


def test_that_no_publisher_is_named_is_said_on_one_page(built_site: Path) -> None:
    said = [
        page.relative_to(built_site).as_posix()
        for page in built_site.rglob("*.html")
        if "No publisher is named" in page.read_text(encoding="utf-8") and page.name != "components.html"
    ]
    assert said == ["about/index.html"]


def test_other_pages_lead_to_the_place_that_says_who_answers(built_site: Path) -> None:
    for page in ("about/accessibility.html", "about/corrections.html"):
        assert 'href="index.html#who-answers-for-it"' in (built_site / page).read_text(encoding="utf-8")
    assert 'id="who-answers-for-it"' in (built_site / "about/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["learn/claims", "learn/forms", "facilitate/sessions", "facilitate/methods"])
def test_nothing_stands_before_the_heading_of_a_page(built_site: Path, folder: str) -> None:
    """Who jumps from heading to heading hears the date, the place and the kind behind it."""
    pages = list((built_site / folder).glob("*.html"))
    assert pages
    for page in pages:
        content = page.read_text(encoding="utf-8").partition('id="content"')[2]
        before = re.sub(r"<[^>]*>", "", content[content.index(">") + 1 : content.index("<h1")])
        assert before.strip() == "", page
