"""Every word of the interface stands in docs/messages/en.yml: what is asked for is there, and none stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import get_args

import pytest

from casebook.checking.form_rules import PROSE as OF_TODAY
from casebook.components.case.look_it_up.look_it_up import PARTS
from casebook.components.decision.decision_reveal.seat_answers import They, ToChoice, ToGuess
from casebook.components.decision.sheets import SHEETS
from casebook.core.folders import component_files
from casebook.core.routes import HANDED_OUT
from casebook.render.paper.exercise_sheets import EXERCISE_SHEETS
from casebook.schema.case import STATEMENT_FIELDS
from casebook.schema.exercise_parts import STRENGTHS
from casebook.wording.messages import Messages, load_messages

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = component_files(".jinja")
PARTIALS = sorted((ROOT / "hooks/theme").glob("**/*.html"))
SCRIPTS = sorted([*component_files(".ts"), *(ROOT / "hooks/scripts").glob("**/*.ts")])
PYTHON = sorted((ROOT / "hooks/casebook").glob("**/*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))
CALL = re.compile(r"""\bt\(\s*(["'])([\w.-]+)\1\s*(~)?""")
TAG = re.compile(r"<[^<>]*>", re.DOTALL)
JINJA = re.compile(r"""\{%.*?%\}|\{\{(?:'[^']*'|"[^"]*"|[^'"])*?\}\}|\{#.*?#\}""", re.DOTALL)
ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?\Z")
SAID_ALOUD = re.compile(
    r"""\b(?:title|aria-label|alt|placeholder|content|summary|label)=(["'])([^"'<>]*[A-Za-z]{2}[^"'<>]*)\1"""
)


@pytest.fixture(scope="module")
def words() -> Messages:
    return load_messages(ROOT)


def has(messages: Messages, key: str) -> bool:
    try:
        messages.at(key)
    except KeyError:
        return False
    return True


def begins(messages: Messages, key: str) -> bool:
    """True when some key begins so: a template adds the rest."""
    section, _, start = key.rpartition(".")
    return has(messages, section) and any(str(name).startswith(start) for name in messages.at(section))


@pytest.mark.parametrize("path", [*TEMPLATES, *PARTIALS, *PYTHON], ids=lambda path: path.name)
def test_every_key_that_is_asked_for_has_words(path, words):
    missing = []
    for _, key, goes_on in CALL.findall(path.read_text()):
        if not (begins(words, key) if goes_on else has(words, key)):
            missing.append(key)
    assert missing == []


def words_in(template: str) -> list[str]:
    """The words that stand in a template itself, outside of tags, comments and Jinja."""
    text = JINJA.sub("\0", template)
    text = re.sub(r"<(style|script)\b.*?</\1>|<!--.*?-->", " ", text, flags=re.DOTALL)
    aloud = [found for _, found in SAID_ALOUD.findall(re.sub(r"<meta [^>]*>", "", text))]
    loose = [piece.strip() for piece in TAG.split(text)]
    pieces = [re.sub(r"&\w+;|\0", " ", piece) for piece in loose]
    return aloud + [
        piece.strip() for piece in pieces if re.search(r"[A-Za-z]{2}", piece) and not ADDRESS.match(piece.strip())
    ]


def test_the_finder_finds():
    assert words_in('<p title="Ten words">{{ say("a.b") }} Loose</p><!-- no --><br>') == ["Ten words", "Loose"]


@pytest.mark.parametrize("path", [*TEMPLATES, *PARTIALS], ids=lambda path: path.name)
def test_no_words_stand_in_a_template(path):
    assert words_in(path.read_text()) == []


def sentences_in(script: str) -> list[str]:
    """Texts in a script that look like words for a reader: they begin with a capital, or hold a space between words."""
    code = re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", script, flags=re.DOTALL)
    texts = [two for _, two in re.findall(r"""(["'])((?:(?!\1)[^\\\n]|\\.)*)\1""", code)]
    texts += [piece for found in re.findall(r"`((?:[^`\\]|\\.)*)`", code) for piece in re.split(r"\$\{[^}]*\}", found)]
    return [
        text
        for text in texts
        if re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}|^[A-Z][a-z]+ [a-z]+", text)
        and not re.search(r"[\[\]<>{}=#:;]", text)
    ]


def test_the_finder_of_sentences_finds():
    assert sentences_in(
        'say("Save this now"); // "Not this one here"\nx = "a-b c"; throw new Error(`No ${one} was found`)'
    ) == ["Save this now"]


@pytest.mark.parametrize("path", PARTIALS, ids=lambda path: path.name)
def test_every_word_that_the_frame_asks_for_is_there(path, words):
    text = path.read_text().replace("config.extra.words.", "words.")
    said = re.findall(r"\bwords((?:\.\w+)+)", text)
    keys = [key.lstrip(".") for key in said] + [f"site.{key}" for key in re.findall(r"\bsaid\.(\w+)", text)]
    assert [key for key in keys if not has(words, key)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_sentences_stand_in_a_script(path):
    text = re.sub(r"(?:new \w*Error|console\.\w+|assert)\((?:[^()]|\([^()]*\))*\)", "", path.read_text())
    assert sentences_in(text) == []


def test_numbers_choose_between_one_and_many():
    few = Messages({"a": {"one": "1 thing", "other": "{count} things"}})
    assert few.t("a", count=1) == "1 thing"
    assert few.t("a", count=0) == "0 things"


def test_a_missing_key_is_named():
    with pytest.raises(KeyError, match=r"no words under “a\.b”"):
        Messages({"a": {}}).t("a.b")


def leaves(tree: object, key: str = "") -> list[tuple[str, str]]:
    if isinstance(tree, dict):
        return [leaf for name, inner in tree.items() for leaf in leaves(inner, f"{key}.{name}" if key else name)]
    if isinstance(tree, list):
        return [leaf for index, inner in enumerate(tree) for leaf in leaves(inner, f"{key}.{index}")]
    return [(key, str(tree))]


# Whole sections that a script gets: their words are asked for there by the last part of the key.
HANDED = (
    "chat_texts.script",
    "compare.script",
    "decide_together.script",
    "decisions.script",
    "exercise_form",
    "filter.script",
    "group_results.script",
    "kit_texts.script",
    "library.script",
    "map",
    "print_run.script",
    "record",
    "room_screen.script",
    "room_view.script",
    "run_sheet.script",
)
# Lists that are gone through from the first to the last.
WHOLE = (
    "colour_choice.schemes",
    "compare.selects",
    "countries",
    "data.files",
    "home.doors",
    "kit_texts.blanks",
    "kit_texts.texts",
    "learning_note.lines",
    "open.lines",
    "paper.key_count",
    "room_view.key_list",
    "search_box.kinds",
    "session.steps",
)
# Sections whose names are values of the models, or of the vocabulary: a value that no case has yet keeps its word.
VALUES = (
    "accesses",
    "changes.kinds",
    "decisions.facets",
    "decisions.sorts",
    "designs",
    "directions",
    "endings",
    "evidence",
    "fates",
    "form_today.firmness",
    "field_reference.lists",
    "field_reference.values",
    "library.facets",
    "library.facets_later",
    "library.purposes",
    "library.sorts",
    "measured_by",
    "modes",
    "purposes",
    "read_one",
    "reads",
    "stances",
    "strengths",
    "word_reference",
)
# What a key may end in, where the end is the name of something else.
NAMES = {
    "case": (*STATEMENT_FIELDS, "our_reading", "judgement", "inferred"),
    "decision.print_as": HANDED_OUT,
    "decision.prints_as": HANDED_OUT,
    "exercise": (
        *(paper.name for paper in EXERCISE_SHEETS),
        "pack",
        "list_found",
        "list_none",
    ),
    "exercise_form": STRENGTHS,
    "form_today": OF_TODAY,
    "look": PARTS,
    "publisher_line": ("about", "case"),
    "reveal.they": get_args(They),
    "reveal.to_choice": get_args(ToChoice),
    "reveal.to_guess": get_args(ToGuess),
    "session_plan.papers": tuple(paper.name for paper in EXERCISE_SHEETS),
    "sheet": SHEETS,
    "take_away": ("pdf", "pdf_note", "zip", "zip_note", "no_zip"),
    "sheet.how_many": ("facilitator", "participant", "outcome"),
    "timeline": ("england", "elsewhere"),
}
PART = r"""\s*~\s*(?:'[^'\n]*'|[^~'"\n%}),]+)"""


def keys(tree: object, key: str = "") -> Iterator[str]:
    """Every key that has words of its own; one and other belong to the same."""
    if isinstance(tree, dict) and not set(tree) <= {"one", "other"}:
        for name, inner in tree.items():
            yield from keys(inner, f"{key}.{name}" if key else name)
    else:
        yield key


def asked_in(text: str, sections: str) -> set[str]:
    """The keys that a template, a partial or a module names; what is put in while it runs is a star."""
    found = set()
    for key, more in re.findall(rf"""["']((?:{sections})\.[^"'\s]*)["']((?:{PART})*)""", text):
        ends = ["".join(re.findall(r"'([^']*)'", piece)) or "*" for piece in re.findall(PART, more)]
        found.add(re.sub(r"\{[^}]*\}", "*", key) + "".join(ends))
    return found


def test_the_finder_of_keys_finds() -> None:
    text = "say('a.b') say('a.c_' ~ one.d ~ '_e') say('a.f_' ~ g) f\"a.{h}\" 'x.y' link('a/b')"
    assert asked_in(text, "a") == {"a.b", "a.c_*_e", "a.f_*", "a.*"}


def spelt_out(key: str) -> set[str]:
    """A key with a star for the whole of its last name, once for each thing that it may name."""
    section, _, last = key.rpartition(".")
    if not last.startswith("*"):
        return {key}
    assert section in (*NAMES, *VALUES, *WHOLE), f"{key}: say in NAMES or VALUES above what it may end in"
    return {f"{section}.{name}{last[1:]}" for name in NAMES.get(section, ("*",))}


def test_every_word_is_used(words: Messages) -> None:
    sections = "|".join(words.tree)
    texts = {path: path.read_text(encoding="utf-8") for path in [*TEMPLATES, *PARTIALS, *PYTHON, *HOOKS]}
    asked = {one for text in texts.values() for key in asked_in(text, sections) for one in spelt_out(key)}
    for path in PARTIALS:
        asked |= {key.lstrip(".") for key in re.findall(r"\bwords((?:\.\w+)+)", texts[path])}
        asked |= {f"site.{key}" for key in re.findall(r"\bsaid\.(\w+)", texts[path])}
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    in_scripts = {re.sub(r"\$\{[^}]*\}", "*", one) for one in re.findall(r"[\"`]([\w${}.-]+)[\"`]", scripts)} | set(
        re.findall(r"\bwords\.(\w+)", scripts)
    )
    in_scripts.discard("*")

    def is_used(key: str) -> bool:
        section, _, last = key.rpartition(".")
        handed = section in HANDED and any(fnmatchcase(last, one) for one in in_scripts)
        return (
            handed
            or any(f"{key}.".startswith(f"{one}.") for one in WHOLE)
            or any(fnmatchcase(key, one) for one in asked)
        )

    assert [key for key in keys(words.tree) if not is_used(key)] == []


def test_no_word_praises_scolds_or_ranks(words):
    forbidden = re.compile(
        r"\b(well done|great|excellent|congratulations|oops|sorry|benchmark|maturity|grade|rank(?:ed|ing)?|wrong "
        r"answer|correct answer|you failed)\b",
        re.IGNORECASE,
    )
    assert [f"{key}: {text}" for key, text in leaves(words.tree) if forbidden.search(text)] == []
