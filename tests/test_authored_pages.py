"""Authored pages: text and literal calls of components. Whatever else stands in one is named, and never runs."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from casebook.checking.load import load
from casebook.checking.page_rules import asks_for_calls, is_stray
from casebook.core.build import Build
from casebook.render.context import REGISTRY, PageContext
from casebook.schema.kinds import CLAIMS, KINDS, SESSIONS
from casebook.schema.reference_pages import WrittenPage
from casebook.site import writing
from casebook.text.component_calls import read_body
from casebook.text.markdown import render_prose
from casebook.text.page_html import EXTENSIONS, clean, foreign
from conftest import build
from small_site import accept

FRONT = "---\ntitle: A page\ndescription: A page of words.\nrender_macros: true\n---\n"
REACH = 'cycler.__init__.__globals__.os.popen("touch ran-{}").read()'


def page(body: str, front: str = FRONT) -> str:
    return front + body


def put(project: Path, name: str, content: str | bytes) -> Path:
    path = project / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def issues(project: Path) -> list[str]:
    return [str(issue) for issue in load(project).issues]


@pytest.fixture
def small_site(root: Path, small_project: Path) -> Path:
    """The small project with the frame of the site, so that it can be built."""
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
    put(small_project, "index.md", "---\ntitle: Home\ndescription: The front page.\n---\n# Home\n\nWords.\n")
    accept(small_project)
    return small_project


RUNS = {
    "a command": "{{ " + REACH + " }}",
    "a set": "{% set x = " + REACH + " %}",
    "an include": '{% include "about/secret.md" %}',
    "an import": '{% import "about/secret.md" as x %}',
    "the template itself": "{{ self.__init__.__globals__ }}",
    "a component's globals": "{{ publisher_line.__globals__.os.popen('touch ran-{}') }}",
    "a filter": "{{ publisher_line()|attr('__class__') }}",
    "a test": "{{ publisher_line() is defined }}",
    "a variable": "{{ config }}",
    "a joined text": "{{ publisher_line('a' ~ " + REACH + ") }}",
    "a call inside a call": "{{ publisher_line(" + REACH + ") }}",
    "a starred value": "{{ publisher_line(*lipsum.__globals__) }}",
    "a macro of the page": "{% macro x() %}{{ " + REACH + " }}{% endmacro %}{{ x() }}",
    "a raw block": "{% raw %}{{ x }}{% endraw %}",
    "a comment": "{# a comment #}",
    "an index": "{{ [publisher_line][0]() }}",
    "a choice": "{{ publisher_line() if true else x }}",
    "a sum": "{{ 1 + 1 }}",
    "braces in code": "`{{ " + REACH + " }}`",
    "braces that do not close": "{{ publisher_line(",
    "a text that does not close": "{{ publisher_line('a) }}",
    "a comment in HTML": "<!-- {{ " + REACH + " }} -->",
    "a line over several": "{{\n" + REACH + "\n}}",
}


@pytest.mark.parametrize("body", RUNS.values(), ids=RUNS.keys())
def test_what_is_no_literal_call_is_named_with_its_line(body, small_project):
    put(small_project, "about/x.md", page(f"# X\n\n{body.replace('{}', '1')}\n"))
    found = issues(small_project)
    assert len(found) >= 1
    assert all(re.match(r"docs/about/x\.md:8: ", message) for message in found), found
    assert "a page may only call a component with plain values" in found[0]


def test_none_of_it_runs_in_a_build_and_each_is_named(small_site):
    for number, body in enumerate(RUNS.values()):
        put(small_site, f"about/page-{number}.md", page(f"# X\n\n{body.replace('{}', str(number))}\n"))
    run = build(small_site, small_site / "site")
    assert run.returncode == 1
    for number in range(len(RUNS)):
        assert f"docs/about/page-{number}.md:8: " in run.stderr
    assert "Traceback" not in run.stderr
    assert list(small_site.rglob("ran-*")) == []


def handed_to_macros(build: Build, body: str, meta: dict[str, object]) -> tuple[str, Page]:
    """What mkdocs-macros makes of a page that no check has seen."""
    project = build.root
    config = load_config(str(project / "mkdocs.yml"))
    config["extra"]["build"] = build
    plugin = config.plugins["macros"]
    plugin.on_config(config)
    written = Page(None, File("about/x.md", str(project / "docs"), str(project / "site"), False), config)
    written.markdown, written.meta = body, meta
    return plugin.on_page_markdown(body, page=written, config=config, files=Files([])), written


@pytest.mark.parametrize("body", RUNS.values(), ids=RUNS.keys())
def test_a_page_that_escapes_the_check_runs_nothing_either(body, small_site, monkeypatch):
    monkeypatch.chdir(small_site)
    with pytest.raises(Abort, match=r"docs/about/x\.md: line 3 of its text: "):
        handed_to_macros(Build(small_site), f"# X\n\n{body.replace('{}', '1')}\n", {"render_macros": True})
    served = Build(small_site, serving=True)
    text, _ = handed_to_macros(served, f"# X\n\n{body.replace('{}', '1')}\n", {"render_macros": True})
    assert "docs/about/x.md: line 3 of its text: " in html.unescape(
        writing.unstash(served, PageContext(served.library, "about/x.html"), text)
    )
    assert list(small_site.rglob("ran-*")) == []


@pytest.mark.parametrize("key", ["title", "description"])
def test_braces_in_a_title_or_description_are_shown_as_typed(key, small_site, monkeypatch):
    monkeypatch.chdir(small_site)
    meta = {"title": "A", "description": "B", "render_macros": True, key: "{{ " + REACH.format(1) + " }}"}
    _, written = handed_to_macros(Build(small_site), "# X\n", meta)
    assert html.unescape(str(written.meta[key])) == meta[key]
    assert "{{ cycler" in html.unescape(str(written.title)) or key != "title"
    assert list(small_site.rglob("ran-*")) == []


def test_what_a_page_cannot_set_never_reaches_the_theme(small_site):
    meta = {
        "title": "A",
        "template": "404.html",
        "hide": ["navigation"],
        "status": "new",
        "search": {},
        "scripts": ["x"],
    }
    _, written = handed_to_macros(Build(small_site, serving=True), "# X\n", meta)
    assert set(written.meta) == {"title", "scripts", "render_macros"}


def test_a_page_without_macros_shows_braces_as_typed(small_site):
    plain = FRONT.replace("render_macros: true\n", "")
    put(
        small_site,
        "about/x.md",
        page('# X\n\nWrite {{ name }} and {% set x %} and {{ publisher_line("case") }}.\n', plain),
    )
    assert issues(small_site) == []
    assert build(small_site, small_site / "site").returncode == 0
    built = html.unescape((small_site / "site/about/x.html").read_text())
    assert "{{ name }} and {% set x %} and {{ publisher_line(“case”) }}" in built


def test_literal_calls_are_read_with_their_values():
    body = read_body('One\n{{ a("x", 2, -3, key=[1, {"k": true}], none=none) }}\ntwo\n\n{{ b() }}\n')
    assert body.faults == []
    assert [(call.name, call.values, call.named, call.line) for call in body.calls] == [
        ("a", ("x", 2, -3), {"key": [1, {"k": True}], "none": None}, 2),
        ("b", (), {}, 5),
    ]
    assert body.filled(lambda call: call.name.upper()) == "One\nA\ntwo\n\nB\n"


def test_a_text_in_a_call_may_hold_braces_and_quotes():
    body = read_body("""{{ a("{{ cycler }} {% x %}", 'it"s') }}""")
    assert (body.faults, body.calls[0].values) == ([], ("{{ cycler }} {% x %}", 'it"s'))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("{{ publisher_lin() }}", "there is no component “publisher_lin”; did you mean “publisher_line”?"),
        ("{{ sheet_link('a', 'b') }}", "did you mean “sheet_links”?"),
        ("{{ zzzz() }}", "there is no component “zzzz”; docs/contribute/macros.md lists them all"),
        ("{{ cycler() }}", "there is no component “cycler”"),
        ("{{ sheet_links() }}", "write it as {{ sheet_links("),
        ("{{ publisher_line(colour='x') }}", "unexpected keyword argument 'colour'"),
        ("{{ publisher_line }}", "is a bare name"),
        ("{{ sheet_links(leeds) }}", "has the bare word “leeds”, which needs quotes"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_is_named_before_anything_is_built(call, message, small_project):
    put(small_project, "about/x.md", page(f"# X\n\nOne.\n\nTwo.\n{call}\n"))
    found = issues(small_project)
    assert len(found) == 1
    assert found[0].startswith("docs/about/x.md:11: ")
    assert message in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "# A heading {{ publisher_line() }}",
        "[a link]({{ publisher_line() }})",
        "In a line {{ publisher_line() }} of words.",
        "`{{ publisher_line() }}`",
        "{{ publisher_line() }}{{ publisher_line() }}",
        "{{ publisher_line() }} {{ publisher_line() }}",
        "    {{ publisher_line() }}",
        "- {{ publisher_line() }}",
        "> {{ publisher_line() }}",
    ],
)
def test_a_call_stands_on_a_line_of_its_own(text, small_project):
    put(small_project, "about/x.md", page(f"# X\n\nWords.\n\n{text}\n\nMore.\n"))
    found = issues(small_project)
    assert found
    assert all(
        one.startswith("docs/about/x.md:10: {{ publisher_line() }} must stand on a line of its own") for one in found
    )


TITLES = ("no", "2026-13-45", "1e3", "0x1F", "On", "2026-01-01", "~x", "007 seconds")


def test_a_title_is_what_the_check_read_whatever_else_reads_the_file(small_site):
    for number, title in enumerate(TITLES):
        put(small_site, f"about/x-{number}.md", front(title=title))
    assert issues(small_site) == []
    run = build(small_site, small_site / "site")
    assert run.returncode == 0, run.stderr
    for number, title in enumerate(TITLES):
        built = (small_site / f"site/about/x-{number}.html").read_text()
        assert f"<title>{title} · Systems" in built
        assert "description: Words." not in built, title


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('method_card("nobody")', "there is no method “nobody”; none is there yet"),
        ('session_plan("nobody")', "there is no session “nobody”; none is there yet"),
        ('sheet_links("harbor", "ferry")', "there is no case “harbor”; did you mean “harbour”?"),
        ('sheet_links("leeds", "ferry")', "there is no case “leeds”; the cases are the files of cases/"),
        ('sheet_links("harbour", "fery")', "harbour has no decision “fery”; did you mean “ferry”?"),
        ('decision_pause(decision="x", slug="harbour")', "harbour has no decision “x”; choose from ferry"),
        ('case_cards("harbour", "leeds")', "there is no case “leeds”; the cases are the files of cases/"),
        ('exercise_card("harbour")', "there is no exercise “harbour”; choose from harbour-check"),
        (
            'exercise_order(new=["harbour-check"], trouble=["harbor-check"], splits=[], last=[])',
            "there is no exercise “harbor-check”; did you mean “harbour-check”?",
        ),
        ('form_page("club")', "there is no form “club”; choose from "),
        ('claim_page("club")', "there is no claim “club”; choose from "),
        ('field_reference("cases")', "kind is “cases”; did you mean “case”?"),
        ('publisher_line("x")', "purpose is “x”; choose from about, case, write"),
    ],
)
def test_a_call_of_what_is_not_there_is_named_by_the_check(call, message, small_project):
    put(small_project, "about/x.md", page(f"# X\n\nWords.\n\n{{{{ {call} }}}}\n"))
    (found,) = issues(small_project)
    assert found.startswith(f"docs/about/x.md:10: {call.partition('(')[0]} cannot be shown: {message}")


def test_a_call_of_a_draft_is_named_and_of_an_unreadable_case_is_not_doubted(small_project):
    put(
        small_project,
        "about/x.md",
        page('# X\n\n{{ sheet_links("harbour", "ferry") }}\n\n{{ sheet_links("other", "x") }}\n'),
    )
    case = small_project / "cases/harbour.yml"
    (small_project / "cases/other.yml").write_text(case.read_text().replace("title:", "titel:", 1))
    case.write_text("draft: true\n" + case.read_text())
    found = [issue for issue in issues(small_project) if issue.startswith("docs/about/x.md")]
    assert found == [
        "docs/about/x.md:8: sheet_links cannot be shown: the case “harbour” is a draft, which is not published; remove "
        "the call until it is"
    ]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("publisher_line({[1]: 2})", "names a field by something other than a text"),
        (f"publisher_line({'9' * 5_000})", "cannot be read"),
        (f"publisher_line({'[' * 200}{']' * 200})", "cannot be read"),
        (f"publisher_line({'(' * 3_000}{')' * 3_000})", "cannot be read"),
        (f"publisher_line({'[' * 30}{']' * 30})", "purpose must be a text in quotes"),
        ('publisher_line({"a": 1})', "purpose must be a text in quotes"),
        ("publisher_line(3)", "purpose must be a text in quotes"),
        ('publisher_line(purpose="about", purpose="case")', "gives purpose twice"),
        ("question_sheet(1000000000)", "lines must be a whole number up to 1,000"),
        ("question_sheet(1e400)", "lines must be a whole number up to 1,000"),
        ("question_sheet(true)", "lines must be a whole number up to 1,000"),
        ('case_card("nottingham", detailed="no")', "detailed must be true or false"),
        ("fact_list([], [])", "fact_list is called by other components, not by pages"),
    ],
    ids=lambda value: value[:40],
)
def test_a_call_with_values_that_no_component_takes_is_named(call, message, small_project):
    put(small_project, "about/x.md", page(f"# X\n\nWords.\n\n{{{{ {call} }}}}\n"))
    (found,) = issues(small_project)
    assert found.startswith("docs/about/x.md:10: ")
    assert message in found


def ready_session(
    root: Path, project: Path, old: str = "", new: str = "", kind: str = "sessions/45-minutes"
) -> list[str]:
    """The problems of a session (or a method) of the small case, with one thing changed."""
    words = project / "docs/messages"
    words.mkdir(parents=True, exist_ok=True)
    for name in ("en.yml", "shape.txt"):
        shutil.copy(root / "docs/messages" / name, words)
    text = (root / f"docs/facilitate/{kind}.md").read_text(encoding="utf-8").partition('<div class="screen-only"')[0]
    text = re.sub(r"^(decision: ).*", r"\1harbour/ferry", text, flags=re.MULTILINE)
    assert old in text
    path = put(project, f"facilitate/{kind}.md", text.replace(old, new, 1))
    accept(project)
    return [issue.removeprefix(f"docs/facilitate/{path.parent.name}/") for issue in issues(project)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("minutes: 45", "minutes: 50", "7: minutes: is 50, but its steps take 45; write 45, or change the steps"),
        ("from: 6\n  to: 30", "from: 30\n  to: 6", "8: group: is from more people than to; swap the two"),
        (
            "render_macros: true", "render_macros: false",
            "4: render_macros: is false, so the page would show the call of session_plan as text; write true",
        ),
        ("    kind: welcome\n", "", "26: steps, item 1: comes first, so it must be kind: welcome, where people agree what "
                                   "stays in the room"),
        ("    title: Welcome and confidence\n", "", "26: steps, item 1: needs a title, or decision: with the step of the "
                                                   "decision that it is"),
        ("    drop_first: true\n", "", "25: steps: do not say which to leave out first; give one of them drop_first: "
                                       "true"),
        ("    decision: room\n", "    decision: room\n    drop_first: true\n",
         "40: steps, item 5, drop_first: is the second; only one step is left out first"),
        ("    drop_first: true\n  - minutes: 10\n    decision: room\n  - minutes: 5\n    decision: outcome\n",
         "  - minutes: 10\n    decision: room\n  - minutes: 5\n    decision: outcome\n    drop_first: true\n",
         "41: steps, item 6, drop_first: cannot be left out first: without it nobody decides"),
        ("decision: pairs\n", "decision: home\n", "32: steps, item 2, decision: and the others are not in their order; it "
                                                  "is read, choose, pairs, room, outcome, otherwise, home"),
        ("    decision: choose\n", "    title: Choose\n    text: Choose alone.\n",
         "25: steps: leave out the step of a decision where people choose alone; add decision: choose"),
        ("  - minutes: 7\n    decision: otherwise\n", "  - minutes: 7\n    kind: break\n    title: Break\n    text: Rest.\n",
         ""),
        ("scripts: [session]\n", "", "2: scripts: must be [session], so that another decision can take the place of this "
                                     "one"),
        ('{{ session_plan("45-minutes") }}', "", '2: shows none of its fields; write {{ session_plan("45-minutes") '
                                                 '}} below them, on a line of its own'),
    ],
)  # fmt: skip
def test_a_session_that_does_not_fit_together_is_named(old, new, message, root, small_project):
    assert ready_session(root, small_project) == []
    said = ready_session(root, small_project, old, new)
    assert said == ([f"45-minutes.md:{message}"] if message else [])


HOURS = """---
title: Two hours at the harbour
description: A session of two hours.
minutes: 120
group:
  from: 5
  to: 8
good_for: A crew.
decision: harbour/ferry
scripts: [session]
steps:
  - minutes: 15
    kind: welcome
    title: Welcome
    text: Say why you are here.
  - minutes: 40
    title: Marks
    text: Everyone marks the statements.
    exercise: harbour-check
  - minutes: 10
    kind: break
    title: Break
    text: Rest.
  - minutes: 5
    decision: read
  - minutes: 15
    decision: choose
  - minutes: 10
    decision: room
    drop_first: true
  - minutes: 15
    decision: outcome
  - minutes: 10
    kind: slack
    title: Slack
    text: These minutes are free.
---
# Two hours at the harbour

{{ session_plan("two-hours") }}
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- minutes: 10\n    kind: break", "- minutes: 10\n    kind: slack",
         "11: steps: go on for 120 minutes without a break; put a step of kind: break after 75 at the latest"),
        ("- minutes: 10\n    kind: slack\n    title: Slack\n    text: These minutes are free.",
         "- minutes: 4\n    kind: slack\n    title: Slack\n    text: These minutes are free.\n  - minutes: 6\n    "
         "title: Talk\n    text: Go on talking.",
         "11: steps: keep 4 minutes free; give 10 to steps of kind: slack"),
        ("from: 5\n  to: 8", "from: 4\n  to: 80",
         "5: group: is 4 to 80, and “Harbour check” is for 3 to 12; change it, or say under tables how many do the "
         "exercise together"),
        ("from: 5\n  to: 8", "from: 10\n  to: 80\ntables:\n  from: 5\n  to: 8", ""),
        ("from: 5\n  to: 8", "from: 10\n  to: 80\ntables:\n  from: 5\n  to: 13",
         "8: tables: is 5 to 13, and “Harbour check” is for 3 to 12; change it, or say under tables how many do the "
         "exercise together"),
        ("from: 5\n  to: 8", "from: 10\n  to: 80\ntables:\n  from: 8\n  to: 5",
         "8: tables: is from more people than to; swap the two"),
        ("decision: harbour/ferry\n", "",
         "24: steps, item 4, decision: is a step of a decision, and the session names none"),
    ],
)  # fmt: skip
def test_a_long_session_that_cannot_be_run_is_named(old, new, message, root, small_project):
    assert ready_session(root, small_project) == []
    assert old in HOURS
    put(small_project, "facilitate/sessions/two-hours.md", HOURS.replace(old, new, 1))
    accept(small_project)
    assert issues(small_project) == ([f"docs/facilitate/sessions/two-hours.md:{message}"] if message else [])


def test_a_method_that_does_not_fit_together_is_named(root, small_project):
    said = ready_session(root, small_project, "from: 7\n  to: 60", "from: 60\n  to: 7", kind="methods/fishbowl")
    assert said == ["fishbowl.md:7: group: is from more people than to; swap the two"]


def test_a_session_without_the_field_for_calls_is_filled_in_all_the_same(root, small_project):
    assert ready_session(root, small_project, "render_macros: true\n", "") == []
    assert asks_for_calls(load(small_project).files_of(SESSIONS)["45-minutes"])


def test_a_session_begins_with_the_first_decision_of_its_case(root, small_project):
    case = small_project / "cases/harbour.yml"
    text = case.read_text(encoding="utf-8")
    first = re.search(r"^  - id: ferry\n(?:    .*\n)*", text, re.MULTILINE)[0]
    later = re.sub(
        r"(?m)^( +question: ).*", r"\1Who pays for the second ferry?", first.replace("id: ferry", "id: second", 1)
    )
    case.write_text(text.replace(first, first + later), encoding="utf-8")
    said = ready_session(root, small_project, "harbour/ferry", "harbour/second")
    assert said == [
        "45-minutes.md:12: decision: “harbour/second” is a later decision of its case, and its question tells what "
        "came of the first; "
        "write harbour/ferry"
    ]
    put(small_project, "about/x.md", page('# X\n\n{{ home_page("harbour", "second") }}\n'))
    assert any("home_page cannot show “second”" in issue for issue in issues(small_project))


HTML = {
    "<script>alert(1)</script>": "has <script>",
    "<SCRIPT src=x></SCRIPT>": "has <script>",
    "A <img src=x onerror=alert(1)>": "has <img>",
    "![A picture](https://example.org/x.png)": "has <img>",
    "<iframe src='x'></iframe>": "has <iframe>",
    "<form action='/x'><input></form>": "has <form>",
    "<style>p { color: red }</style>": "has <style>",
    "<svg/onload=alert(1)>": "has <svg>",
    "<object data=x></object>": "has <object>",
    "<exercise-form></exercise-form>": "has <exercise-form>",
    "<base href='https://example.org'>": "has <base>",
    "<div onclick='alert(1)' markdown='1'>\n\nA.\n\n</div>": "sets onclick on <div>",
    "<section style='position: fixed' markdown='1'>\n\nA.\n\n</section>": "sets style on <section>",
    "Words.\n{: onclick=alert(1) }": "sets onclick on <p>",
    'Words.\n{: style="position: fixed" }': "sets style on <p>",
    "*Words*{: onmouseover=alert(1) }": "sets onmouseover on <em>",
    "## Two {: onclick=alert(1) }": "sets onclick on <h2>",
    "Words.\n{: .led }": "there is no class “led” for pages; did you mean “lede”?",
    "Words.\n{: .skip-link }": "there is no class “skip-link” for pages; the classes are",
    "Words.\n{: #content }": "sets id on <p>",
    "Words.\n{: data-x=1 }": "sets data-x on <p>",
    "[x](javascript:alert(1))": "has a link to “javascript:alert(1)”",
    "[x](JavaScript&colon;alert(1))": "has a link to “JavaScript:alert(1)”",
    "[x](&#106;avascript:alert(1))": "has a link to “javascript:alert(1)”",
    "[x][y]\n\n[y]: javascript:alert(1)": "has a link to “javascript:alert(1)”",
    "[x](data:text/html,x)": "has a link to “data:text/html,x”",
    "[x](vbscript:x)": "has a link to “vbscript:x”",
    "<a href='https://example.org' target='_blank'>x</a>": "sets target on <a>",
    "[x](https://example.org){: ping=https://example.org }": "sets ping on <a>",
}  # fmt: skip


@pytest.mark.parametrize(("body", "message"), HTML.items(), ids=HTML.keys())
@pytest.mark.parametrize("macros", ["true", "false"])
def test_html_that_could_run_or_mislead_is_named_and_taken_out(body, message, macros, small_project):
    put(small_project, "about/x.md", page(f"# X\n\nOne.\n\n{body}\n", FRONT.replace("true", macros)))
    found = issues(small_project)
    assert any(message in one for one in found), found
    assert all(re.match(r"docs/about/x\.md:\d+: ", one) for one in found)
    import markdown

    built = clean(markdown.markdown(body, extensions=list(EXTENSIONS)))
    assert not re.search(
        r"(?i)<(script|img|iframe|form|input|style|svg|object|base|exercise-form)|\son\w+=|script:|data:|style=|target=|ping=",
        built,
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[" * 50_000, "has more than 200 square brackets"),
        ("![" * 300, "has more than 200 square brackets"),
        ("- " * 5_000 + "deep", "nests lists or quotations too deeply"),
        ("words " * 20_000, "is longer than 60,000 characters"),
    ],
    ids=["brackets", "pictures", "lists", "words"],
)
def test_a_page_that_would_take_minutes_is_named_in_seconds(body, message, small_project):
    put(small_project, "about/x.md", page(f"# X\n\n{body}\n"))
    begun = time.process_time()
    found = issues(small_project)
    assert any(re.match(r"docs/about/x\.md:\d+: ", one) and message in one for one in found)
    assert time.process_time() - begun < 10


HEAVY = {
    "<a " * 18_000: "has more than 1,000 signs <",
    "<a \n\n" * 2_000: "has more than 1,000 signs <",
    "<" * 300: "has more than 200 signs < in one paragraph",
    "x\n=\n" * 12_000: "has more than 1,000 lines in one paragraph",
    "-\n" * 20_000: "has more than 1,000 lines in one paragraph",
    "``a`" * 12_000: "has more than 1,000 backticks in one paragraph",
}


@pytest.mark.parametrize(
    "name", ["about/x.md", "learn/claims/members-learn-together.md", "learn/forms/learning-network.md"]
)
@pytest.mark.parametrize(("body", "message"), HEAVY.items(), ids=[body[:4] for body in HEAVY])
def test_what_markdown_would_search_again_and_again_is_named_in_seconds(name, body, message, small_project):
    path = small_project / "docs" / name
    begins = path.read_text(encoding="utf-8") if path.exists() else page("# X\n")
    put(small_project, name, f"{begins}\n*Our reading:* below.\n\n*Our reading:* {body}\n")
    begun = time.process_time()
    found = issues(small_project)
    render_prose(body, lambda id_, place: "")
    assert time.process_time() - begun < 10
    assert any(re.match(rf"docs/{name}:\d+: {re.escape(message)}", one) for one in found), found


OWN_PLACES = ["about/x.md", "learn/claims/members-learn-together.md", "learn/forms/learning-network.md"]


def with_body(project: Path, name: str, body: str) -> list[str]:
    """The problems of a page, a claim or a form that ends with a paragraph of its own; lines are counted from that."""
    path = project / "docs" / name
    begins = path.read_text(encoding="utf-8") if path.exists() else page("# X\n")
    put(project, name, f"{begins}\n{body}\n")
    first = begins.count("\n") + 2
    found = (re.fullmatch(r"docs/[^:]+:(\d+): (.*)", one) for one in issues(project))
    return [f"{int(one[1]) - first + 1}: {one[2]}" for one in found]


SPOILT = {
    "a\x00b": "holds an invisible character (U+0000, nought byte) in “a[U+0000]b”; type it again: ab",
    "a\x1b[2Jb": "holds an invisible character (U+001B, escape) in “a[U+001B][2Jb”; type it again: a[2Jb",
    "\u202eab": "holds an invisible character (U+202E, right-to-left override) in “[U+202E]ab”; type it again: ab",
    "a\u200bb": "holds an invisible character (U+200B, zero-width space) in “a[U+200B]b”; type it again: ab",
    "Gr\ufffdn": "holds the sign for a letter that was lost (U+FFFD) in “Gr[U+FFFD]n”; type the word again, with "
    "that letter",
    "<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other": "has the marks of two versions that git could not join (<<<<<<<, "
    "=======, >>>>>>>); "
    "keep one version, and delete the lines with the marks",
}


@pytest.mark.parametrize("name", OWN_PLACES)
@pytest.mark.parametrize(("text", "message"), SPOILT.items())
def test_what_nobody_can_see_in_a_text_is_named_with_its_line(name, text, message, small_project):
    assert with_body(
        small_project, name, f"*Our reading:* so.\n\n{'' if text[0] == '<' else '*Our reading:* '}{text}"
    ) == [f"3: {message}"]


def test_a_heading_may_be_underlined(small_project):
    assert with_body(small_project, "about/x.md", "A heading\n=======\n\nWords.") == []


LOST = {
    "so <?php echo 1 ?> on": "has <?php, and what is in it would not be shown",
    "so <![CDATA[x]]> on": "has <![CDATA[x, and what is in it would not be shown",
    "so <!-- never": "has a comment that never ends, so the rest of the page would not be shown",
    "[x](//evil.example)": "has a link to “//evil.example”, which may lead elsewhere than it seems",
    "[x](/\\evil.example)": "has a link to “/\\evil.example”, which may lead elsewhere than it seems",
    "[x](https://nhs.uk@evil.example/)": "has a link to “https://nhs.uk@evil.example/”, which may lead elsewhere "
    "than it seems",
    "[x](https:evil.example)": "has a link to “https:evil.example”, which may lead elsewhere than it seems",
    "[x](javascript:alert)": "has a link to “javascript:alert”; a link begins with https://",
    "<b>x</b>": "has <b>, which no ",
    "<iframe></iframe>": "has <iframe>, which no ",
    '<a href="https://nhs.uk" onclick="x">y</a>': "sets onclick on <a>, which no ",
    "![x](https://nhs.uk/x.png)": "has ",
}


@pytest.mark.parametrize("name", OWN_PLACES)
@pytest.mark.parametrize(("text", "message"), LOST.items())
def test_what_would_vanish_or_mislead_is_named_in_pages_claims_and_forms(name, text, message, small_project):
    (found,) = with_body(small_project, name, f"*Our reading:* so.\n\n*Our reading:* {text}")
    assert found.startswith(f"3: {message}")


@pytest.mark.parametrize("name", OWN_PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "`<?php` and `<!--`", "a < b & c", "[x](https://nhs.uk/a@b?c#d)", "<https://nhs.uk>", "<e@example.org>", "[x](mailto:a@b.org)", "<!-- kept back -->",
        "[x](../a.md#b)", "*a* **b**",
    ],
)  # fmt: skip
def test_honest_text_is_left_alone(name, text, small_project):
    assert with_body(small_project, name, f"*Our reading:* {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "--- so it is",
        "| so it is",
        "{{ so it is }}",
        "## A heading\nSo it is.",
        "<!-- a --> So it is.",
        "So `[@harbour-handbook]`.",
        "#so",
    ],
)
def test_no_beginning_of_a_paragraph_frees_it_from_citing(text, small_project):
    found = with_body(small_project, OWN_PLACES[1], text)
    assert any("this paragraph cites nothing" in one for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "---",
        "* * *",
        "## A heading",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<!-- a -->",
        "## A heading\n*Our reading:* so.",
    ],
)
def test_headings_rules_tables_and_comments_cite_nothing(text, small_project):
    assert with_body(small_project, OWN_PLACES[1], text) == []


UNKNOWN = "there is no source “harbour-handbok” in docs/learn/bibliography.yml; did you mean “harbour-handbook”?"


def test_a_misspelt_source_is_named_wherever_it_is_cited(root, small_project):
    assert with_body(small_project, "about/x.md", "So [@harbour-handbok].") == [f"1: {UNKNOWN}"]
    (small_project / "docs/about/x.md").unlink()
    claim = small_project / "docs/learn/claims/members-learn-together.md"
    whole = claim.read_text(encoding="utf-8")
    claim.write_text(whole.replace("---\n", '---\ntogether: ["So [@harbour-handbok]."]\n', 1), encoding="utf-8")
    assert issues(small_project) == [f"docs/learn/claims/{claim.name}:2: together, item 1: {UNKNOWN}"]
    claim.write_text(whole, encoding="utf-8")
    dates = (
        "dates:\n  - when: 2014-10\n    text: So.\n    sources: [harbour-handbook]\n    disputed:\n      - text: "
        "Not so.\n        sources: [{}]\n"
    )
    put(small_project, "learn/policy-dates.yml", dates.format("harbour-handbook"))
    assert issues(small_project) == []
    put(small_project, "learn/policy-dates.yml", dates.format("harbour-handbok"))
    (found,) = issues(small_project)
    assert found.startswith("docs/learn/policy-dates.yml:7: ")
    assert found.endswith(UNKNOWN)
    (small_project / "docs/learn/policy-dates.yml").unlink()
    said = ready_session(
        root, small_project, "by practitioners.", "by practitioners [@harbour-handbok].", kind="methods/fishbowl"
    )
    assert said == [f"fishbowl.md:26: source: {UNKNOWN}"]


@pytest.mark.parametrize("folder", ["claims", "forms"])
@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[" * 8_000, "has more than 200 square brackets"),
        ("[a](" * 8_000, "has more than 200 square brackets"),
        ("![" * 300, "has more than 200 square brackets"),
        ("- " * 5_000 + "deep", "nests lists or quotations too deeply"),
        ("words " * 20_000, "is longer than 60,000 characters"),
    ],
    ids=["brackets", "links", "pictures", "lists", "words"],
)
def test_a_claim_or_form_that_would_take_minutes_is_named_and_shown_in_seconds(folder, body, message, small_project):
    path = next((small_project / "docs/learn" / folder).glob("[a-z]*.md"))
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n*Our reading:* below.\n\n{body}\n", encoding="utf-8")
    begun = time.process_time()
    found = issues(small_project)
    assert any(re.match(rf"docs/learn/{folder}/{path.name}:\d+: ", one) and message in one for one in found), found
    assert body[:100] in render_prose(f"*Our reading:* below.\n\n{body}", lambda id_, place: "")
    assert time.process_time() - begun < 10


def test_the_line_of_odd_html_is_named(small_project):
    put(small_project, "about/x.md", page("# X\n\nOne.\n\nTwo.\n{: onclick=x }\n\n<b>Three</b>\n"))
    assert [one.partition(": ")[0] for one in issues(small_project)] == ["docs/about/x.md:11", "docs/about/x.md:13"]


def test_what_our_pages_rightly_use_stays():
    text = (
        '# One\n\nA lede.\n{ .lede }\n\n<div class="two-up" markdown="1">\n<section markdown="1">\n\n## Two\n\n- *a* '
        "**b** `c`\n\n</section>\n</div>\n\n"
        '<div class="table-scroll" role="region" aria-label="A table" tabindex="0" markdown="1">\n\n| a | b '
        "|\n|:--|--:|\n| 1 | 2 |\n\n</div>\n\n"
        "3. three\n\n```py\nx = 1 < 2\n```\n\n> said\n\n[a](b.md#c) [d](https://example.org) <e@example.org>\n"
    )
    assert foreign(text) == ()


def test_the_check_reads_markdown_as_the_site_does(root):
    class Loader(yaml.SafeLoader):
        """Reads the settings without their tags."""

    named = yaml.load((root / "mkdocs.yml").read_text(), Loader)["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in named]
    assert set(EXTENSIONS) == {"toc", "tables", "fenced_code", *names}


def front(**fields: str) -> str:
    lines = {"title": "A page", "description": "Words."} | fields
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + "---\n# X\n\nWords.\n"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"template": "404.html"}, "4: template: is not a field here; the fields are "),
        ({"hooks": "x.py"}, "4: hooks: is not a field here"),
        ({"status": "new"}, "4: status: is not a field here"),
        ({"hide": "[navigation]"}, "4: hide: is not a field here"),
        ({"render_macro": "true"}, "4: render_macro: is not a field here; did you mean “render_macros”?"),
        ({"serched": "false"}, "did you mean “searched”?"),
        ({"render_macros": "yes"}, "“yes” is neither true nor false"),
        ({"kind": "case"}, "“case” is not one of home"),
        ({"trail": '[["javascript:alert(1)", "x"]]'}, "“javascript:alert(1)” is not a page of the casebook"),
        ({"trail": '[["//example.org/x.html", "x"]]'}, "is not a page of the casebook"),
        ({"trail": '[["../../x.html", "x"]]'}, "is not a page of the casebook"),
        ({"trail": '[["cases.html"]]'}, "is not a breadcrumb"),
        ({"title": "[a, b]"}, "must be a text, not a list"),
    ],
)  # fmt: skip
def test_front_matter_sets_only_what_a_page_may_set(fields, message, small_project):
    put(small_project, "about/x.md", front(**fields))
    found = issues(small_project)
    assert len(found) == 1, found
    assert message in found[0]
    assert found[0].startswith("docs/about/x.md:")


def test_a_script_that_is_not_there_is_named(small_project):
    put(small_project, "about/x.md", front(scripts="[matrx]"))
    assert issues(small_project) == ["docs/about/x.md:4: scripts: there is no script “matrx”; did you mean “matrix”?"]


def test_a_page_without_title_or_front_matter_is_named(small_project):
    put(small_project, "about/x.md", "---\ntitle: A\n---\n# X\n")
    put(small_project, "about/y.md", "template: 404.html\n\n# Y\n")
    put(small_project, "about/z.md", front().replace("# X\n\nWords.\n", ""))
    assert issues(small_project) == [
        "docs/about/x.md:2: description: is missing; add it",
        "docs/about/y.md:1: has no front matter; begin the page with --- and its fields",
        "docs/about/z.md:5: has no text below its front matter; write some",
    ]


AWKWARD = """Say "yes" to <b>it</b> & 'go' {{ on }} &amp; </title><script>alert(1)</script>"""


def test_an_awkward_title_is_shown_as_typed_and_breaks_nothing(small_site):
    quoted = "'" + AWKWARD.replace("'", "''") + "'"
    for name, calls in (("one", "true"), ("two", "false")):
        text = (
            f"---\ntitle: {quoted}\ndescription: {quoted}\nrender_macros: {calls}\ntrail:\n  - ['index.html', "
            f"{quoted}]\n---\n# X\n\nWords.\n"
        )
        put(small_site, f"about/{name}.md", text)
    assert issues(small_site) == []
    run = build(small_site, small_site / "site")
    assert run.returncode == 0, run.stderr
    for name in ("one", "two"):
        built = (small_site / f"site/about/{name}.html").read_text()
        assert "<b>it" not in built
        assert "<script>" not in built
        assert (
            html.unescape(re.search(r"<title>(.*?)</title>", built, re.DOTALL)[1])
            == f"{AWKWARD} · Systems Leadership Casebook"
        )
        for mark in ('name="description"', 'property="og:title"', 'property="og:description"'):
            assert html.unescape(re.search(rf'<meta {mark} content="([^"]*)">', built)[1]) == AWKWARD
        crumbs = re.search(r'<nav class="bread-crumbs".*?</nav>', built, re.DOTALL)[0]
        assert html.unescape(re.sub(r"<[^>]+>", "", crumbs)).count(AWKWARD) == 2


LEFTOVERS = {
    "a byte order mark": ("\ufeff{}", True),
    "Windows line ends": ("crlf", True),
    "a space after the dashes": ("---  \ntitle: A\ndescription: B\n--- \n# X\n", True),
    "dots at the end": ("---\ntitle: A\ndescription: B\n...\n# X\n", True),
    "a tab after the dashes": ("---\t\ntitle: A\ndescription: B\n---\n# X\n", True),
    "nothing at the end": ("---\ntitle: A\ndescription: B\n# X\n", "begins its front matter and never ends it"),
    "an indented end": ("---\ntitle: A\ndescription: B\n ---\n# X\n", "begins its front matter and never ends it"),
    "a blank first line": (
        "\n---\ntitle: A\ndescription: B\n---\n# X\n",
        "has a blank or invisible character before its first ---",
    ),
    "a zero-width space first": (
        "\u200b---\ntitle: A\ndescription: B\n---\n# X\n",
        "has a blank or invisible character before its first ---",
    ),
    "a dash of Word": ("—\ntitle: A\ndescription: B\n—\n# X\n", "has no front matter; begin the page with ---"),
}


@pytest.mark.parametrize(("text", "right"), LEFTOVERS.values(), ids=LEFTOVERS.keys())
def test_what_an_editor_leaves_in_front_matter_is_read_or_named_truly(text, right, small_project):
    whole = front()
    put(small_project, "about/x.md", text.replace("{}", whole) if text != "crlf" else whole.replace("\n", "\r\n"))
    found = issues(small_project)
    assert found == [] if right is True else (len(found) == 1 and found[0].startswith(f"docs/about/x.md:1: {right}")), (
        found
    )


@pytest.mark.parametrize("name", ["agreements-must-bind.md", "dash-space.md"])
def test_a_claim_with_what_an_editor_leaves_is_read(name, root, small_project):
    shutil.copy(root / "tests/inputs/page-bom" / name, small_project / "docs/learn/claims" / name)
    library = load(small_project)
    assert name.removesuffix(".md") in {slug for slug, page in library.files_of(CLAIMS).items() if page.model}
    assert not any("front matter" in str(issue) for issue in library.issues)


def test_a_problem_in_the_text_of_a_claim_has_its_true_line(small_project):
    claim = next((small_project / "docs/learn/claims").glob("*.md"))
    text = claim.read_text() + "\n\nNothing is cited here.\n"
    claim.write_text(text)
    line = text.split("\n").index("Nothing is cited here.") + 1
    assert [str(one).partition(": ")[0] for one in load(small_project).issues] == [
        f"docs/learn/claims/{claim.name}:{line}"
    ]


def test_a_page_that_is_not_utf_8_is_named_by_check_and_build(small_site):
    put(small_site, "about/x.md", front().encode() + b"\xe4\n")
    assert issues(small_site) == ["docs/about/x.md:8: is not saved as UTF-8; save it again with that encoding"]
    run = build(small_site, small_site / "site")
    assert run.returncode == 1
    assert "docs/about/x.md:8: is not saved as UTF-8" in run.stderr
    assert "Traceback" not in run.stderr


def test_links_that_lead_out_are_refused_and_never_published(small_site, tmp_path, monkeypatch):
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.txt").write_text("hidden")
    (secret / "page.md").write_text(front())
    docs = small_site / "docs"
    (docs / "about").mkdir()
    (docs / "about/secret.txt").symlink_to(secret / "secret.txt")
    (docs / "about/page.md").symlink_to(secret / "page.md")
    (docs / "notes").symlink_to(secret)
    (docs / "about/gone.md").symlink_to(secret / "gone.md")
    (docs / "about/settings.md").symlink_to(small_site / "mkdocs.yml")
    (docs / "about/loop").symlink_to(docs)
    (small_site / "cases/out.yml").symlink_to(secret / "page.md")
    (small_site / "exercises/out").symlink_to(secret)
    found = [issue for issue in issues(small_site) if " is a link" in issue]
    assert sorted(issue.partition(":")[0] for issue in found) == [
        "cases/out.yml",
        "docs/about/gone.md",
        "docs/about/loop",
        "docs/about/page.md",
        "docs/about/secret.txt",
        "docs/about/settings.md",
        "docs/notes",
        "exercises/out",
    ]
    run = build(small_site, small_site / "site")
    assert run.returncode == 1
    assert not (small_site / "site/about/secret.txt").exists()
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    "name",
    [
        "docs/_x.md", "docs/#x.md", "docs/about/_y.md", "docs/about/_y/z.md", "docs/learn/zz.yml", "docs/learn/_zz.yml", "docs/messages/x.md",
        "docs/messages/de.yml", "cases/_x.yml", "cases/README.md", "cases/_notes/x.yml", "exercises/_x.yml", "exercises/x.md~",
    ],
)  # fmt: skip
def test_a_link_that_leads_out_is_named_whatever_its_name(name, small_site, tmp_path):
    (tmp_path / "secret.md").write_text(front())
    (small_site / name).parent.mkdir(parents=True, exist_ok=True)
    (small_site / name).symlink_to(tmp_path / "secret.md")
    said = [issue for issue in issues(small_site) if issue.startswith(f"{name}:")]
    assert said == [
        f"{name}:1: is a link that leads out of {name.partition('/')[0]}/; put the file itself here, where a "
        f"reviewer sees what is published"
    ]


@pytest.mark.parametrize("path", ["_x.md", "#x.md", "about/_y.md", "_notes/x.md", "x.md~"])
def test_what_an_editor_leaves_is_never_published(path, small_project):
    assert is_stray(load(small_project), path)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("404.md", "MkDocs"), ("templates/x.md", "MkDocs"), ("about/con.md", "Windows"), ("nul/x.md", "Windows"), ("learn/con.yml", "Windows"),
        ("about/com1.md", "Windows"), ("aux.md", "Windows"),
    ],
)  # fmt: skip
def test_a_page_takes_no_name_that_another_keeps_for_itself(name, whose, small_project):
    put(small_project, name, front())
    place = next(part for part in (name.partition("/")[0], name) if part in ("templates", "nul", name))
    assert f"docs/{place}:1: has a name that {whose} keeps for itself; choose another" in issues(small_project)
    put(small_project, "about/404.md", front())
    assert not any("about/404" in issue for issue in issues(small_project))


@pytest.mark.parametrize(
    ("name", "made_from"),
    [
        ("cases/harbour/ferry/room", "cases/harbour.yml"), ("exercises/harbour-check/paper", "exercises/harbour-check.yml"),
    ],
)  # fmt: skip
def test_a_page_takes_no_address_of_a_sheet(name, made_from, small_project):
    put(small_project, f"{name}.md", front())
    assert issues(small_project) == [
        f"docs/{name}.md:1: has the address of a sheet that is made from {made_from}; choose another name"
    ]


@pytest.mark.parametrize(
    "name",
    ["about/x.html", "about/x.js", "about/x.svg", "x.md~", "about/x.markdown", "about/x.MD", "theme-x/main.html"],
)
def test_what_would_be_published_as_it_is_is_named(name, small_project):
    put(small_project, name, "<script>alert(1)</script>")
    assert any(f"docs/{name}:1: is neither a page (.md) nor a list (.yml)" in one for one in issues(small_project))


@pytest.mark.parametrize("name", ["about/About Us.md", 'about/x"y.md', "About/x.md", "about/ä.md"])
def test_a_page_whose_name_is_no_address_is_named(name, small_project):
    put(small_project, name, front())
    assert any("has a name that cannot be an address" in one for one in issues(small_project))


def test_hidden_files_are_no_pages(small_project):
    put(small_project, ".hidden/x.md", "{{ cycler }}")
    put(small_project, "about/.x.md.swp", "{{ cycler }}")
    assert issues(small_project) == []


def test_a_sign_that_an_author_types_is_text(small_site):
    put(small_site, "about/x.md", page("# X\n\n⟦7⟧ and ⟦0⟧\n\n{{ publisher_line() }}\n\n⟦0⟧\n"))
    run = build(small_site, small_site / "site")
    assert run.returncode == 0, run.stderr
    built = (small_site / "site/about/x.html").read_text()
    assert "<p>⟦7⟧ and ⟦0⟧</p>" in built
    assert "<p>⟦0⟧</p>" in built
    assert built.count("publisher-line") == 1 or built.count("⟦") == 3


def test_hostile_front_matter_of_sessions_methods_claims_and_forms_is_text(root, small_site):
    nasty = '<img src=x onerror=alert(1)> <script>alert(1)</script> {{ 7 * 7 }} \\"quoted\\"'
    session = (
        (root / "docs/facilitate/sessions/half-day.md").read_text().replace("shropshire/break-the-tie", "harbour/ferry")
    )
    method = (root / "docs/facilitate/methods/fishbowl.md").read_text()
    for name, text, keys in (
        ("facilitate/sessions/half-day.md", session, ("title", "description", "good_for", "text", "say")),
        (
            "facilitate/methods/fishbowl.md",
            method,
            ("title", "description", "purpose", "use_when", "avoid", "text", "source"),
        ),
    ):
        for key in keys:
            text = re.sub(
                rf"^(\s*){key}: .*$",
                rf'\g<1>{key}: "{key} ' + nasty.replace("\\", "\\\\") + '"',
                text,
                count=1,
                flags=re.MULTILINE,
            )
        text = re.sub(r"^exercises: .*\n|^\s+exercise: .*\n(?:\s+paper: .*\n)?", "", text, flags=re.MULTILINE)
        put(small_site, name, text)
    assert issues(small_site) == []
    run = build(small_site, small_site / "site")
    assert run.returncode == 0, run.stderr
    for name in ("facilitate/sessions/half-day.html", "facilitate/methods/fishbowl.html"):
        built = (small_site / "site" / name).read_text()
        assert not re.search(r"<img|<script>alert|\sonerror=[^&]*>(?<!&gt;)|49", re.sub(r"&lt;.*?&gt;", "", built))
        assert "{{ 7 * 7 }}" in html.unescape(built)


def test_the_export_runs_nothing_either(small_site):
    from casebook.site.export import authored_page

    text = page("# X\n\nOne [@nobody-here], `[@nobody-here]`.\n\n{{ publisher_line() }}\n")
    written = authored_page(Build(small_site), "about/x.md", text)
    assert "`[@nobody-here]`" in written
    assert "nobody-here: not found" in written
    assert "{{" not in written


def test_the_program_that_was_found_to_run_is_refused(root, small_project):
    shutil.copy(root / "tests/inputs/attack/macro-runs-a-command.md", small_project / "docs/x.md")
    found = issues(small_project)
    assert "docs/x.md:2: description: is missing; add it" in found
    assert any(one.startswith("docs/x.md:7: {{ cycler") for one in found)


def test_no_page_of_ours_breaks_the_rules(library):
    assert [str(issue) for issue in library.issues if issue.file.startswith("docs/")] == []


RECIPE = """---
title: Soup
description: A soup for a long evening.
serves: Six people
steps:
  - Boil the water.
---
# Soup

{{ recipe_card("soup") }}
"""


def with_new_kind(root: Path, project: Path, recipe: str, more: str = "Words.") -> list[str]:
    """What the check says where there is a kind of written pages that the casebook does not have; see new_kind.py."""
    put(project, "learn/recipes/soup.md", recipe)
    put(project, "learn/dinner.md", page(f"# Dinner\n\n{more}\n"))
    words = project / "docs/messages"
    shutil.copytree(root / "docs/messages", words, dirs_exist_ok=True)
    accept(project)
    run = subprocess.run(
        [sys.executable, str(root / "tests/new_kind.py"), str(project)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(root / "hooks"), str(root / "tests")))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    *found, last = run.stdout.splitlines()
    assert last == "learn/recipes/soup.html True"
    return [issue.removeprefix("docs/learn/") for issue in found]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("", "", None),
        (
            '{{ recipe_card("soup") }}', "Words.",
            'recipes/soup.md:2: shows none of its fields; write {{ recipe_card("soup") }} below them, on a line of its '
            "own",
        ),
        (
            "serves: Six people", "serves: Six people\nrender_macros: false",
            "recipes/soup.md:5: render_macros: is false, so the page would show the call of recipe_card as text; write "
            "true",
        ),
        ("serves: Six people\n", "", "recipes/soup.md:2: serves: is missing; add it"),
        (
            'recipe_card("soup")', 'recipe_card("stew")',
            "recipes/soup.md:10: recipe_card cannot be shown: there is no recipe “stew”; choose from soup",
        ),
        (
            "description: A soup for a long evening.", "description: >-\n  A soup.\n  serves: Six people",
            "recipes/soup.md:5: serves: “serves: Six people” is read as part of the text that begins on line 3; write "
            "serves: Six people in the column of the other fields, or join it to the line above",
        ),
    ],
)  # fmt: skip
def test_a_new_kind_of_written_pages_is_checked_by_its_line_alone(old, new, message, root, small_project):
    assert old in RECIPE
    found = with_new_kind(root, small_project, RECIPE.replace(old, new, 1))
    assert (message in found) if message else (found == [])


def test_any_page_may_call_an_item_of_a_new_kind(root, small_project):
    assert with_new_kind(root, small_project, RECIPE, '{{ recipe_card("soup") }}') == []
    assert with_new_kind(root, small_project, RECIPE, '{{ recipe_card("stew") }}') == [
        "dinner.md:8: recipe_card cannot be shown: there is no recipe “stew”; choose from soup"
    ]


def test_every_kind_of_written_pages_has_its_card():
    written = [kind for kind in KINDS if kind.is_page and not kind.is_made]
    assert written
    assert [kind.name for kind in written if kind.card not in REGISTRY] == []
    assert [kind.name for kind in written if not issubclass(kind.model, WrittenPage)] == []
