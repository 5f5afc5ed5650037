"""Values are as strict as text: what nobody can see, what YAML would misread and what breaks later is named, once, in
words that are true.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.checking.load import load
from casebook.checking.message_rules import word_issues
from casebook.cli.fmt import format_files
from casebook.data.script_file import as_script
from casebook.schema import Case
from casebook.schema.base import Model
from casebook.text import suggestions
from casebook.text.characters import INVISIBLE, name_of, shown, with_plain_spaces, without_invisible
from casebook.text.suggestions import did_you_mean, listed
from casebook.validation import case_rules, exercise_rules
from casebook.validation.issues import Issue
from casebook.wording.messages import load_messages
from casebook.yamlfiles.parser import MOST_BYTES, SourceFileError, decode, read_text

INPUTS = Path(__file__).parent / "inputs"
TITLE = "title: Who pays for the shared ferry?"
Say = Callable[..., list[str]]


@pytest.fixture
def say(small_project: Path) -> Say:
    """What the check says of the small case with some of its lines written otherwise; without the name of the file."""
    path = small_project / "cases/harbour.yml"
    case = path.read_text(encoding="utf-8")

    def said(*changes: tuple[str, str], content: bytes = b"") -> list[str]:
        text = case
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_bytes(content or text.encode("utf-8", "surrogatepass"))
        return [str(issue).removeprefix("cases/harbour.yml:") for issue in load(small_project).issues]

    return said


@pytest.mark.parametrize(("file", "expected"), [
    ("attack/control-escape.yml", "2: title: holds an invisible character (U+0008, backspace)"),
    ("attack/terminal-escape.yml", "4: country: holds an invisible character (U+001B, escape)"),
    ("attack/year-1201.yml", "5: when: “1201/2022” names the year 1201"), ("attack/year-9999.yml", "5: when: “9999” names the year 9999"),
    ("attack/bibtex-doi-url.yml", "25: sources, source 1, doi: “10.1/x}}@misc{evil"),
    ("colon-without-space/title.yml", "2: title: needs a space after the colon; write title: Who pays?"),
    ("colon-without-space/bracket.yml", "2: title: has a text that begins with “[”, which YAML takes for a list or "
                                        "fields; put the whole text in quotes"),
    ("docx-as-yml/word.yml", "1: is a Word, Excel or Pages file (or another zip), not text; save its words as plain "
                             "text (UTF-8)"),
    ("financial-year/english-date.yml", "76: timeline, event 1, when: “20/03/2016” is not a date; write 2016-03-20"),
    ("financial-year/financial-year.yml", "76: timeline, event 1, when: “2015/16” is not a date; write "
                                          "2015-04/2016-03 for a financial year"),
    ("invisible-letters/soft-hyphen.yml", "2: title: holds an invisible character (U+00AD, soft hyphen) in "
                                          "“fer[U+00AD]ry”; type it again: ferry"),
    ("invisible-letters/url.yml", "154: sources, source 1, url: holds an invisible character (U+200B, zero-width "
                                  "space)"),
    ("nbsp-indent/bullet.yml", "15: parts, part 1, id: begins with “•” where a list needs - and a space; write - "
                               "instead"),
    ("nbsp-indent/nbsp-after-colon.yml", "2: title: has a hard space (U+00A0, no-break space) after the colon"),
    ("nbsp-indent/nbsp-indent.yml", "70: accountability, across, text: has a hard space (U+00A0, no-break space) at "
                                    "the beginning of the line"),
])  # fmt: skip
def test_the_files_that_were_misnamed_are_named_rightly(say, file, expected):
    said = say(content=(INPUTS / file).read_bytes())
    assert [line for line in said if line.startswith(expected)], said


def test_a_policy_date_that_nothing_can_be_drawn_with_is_refused(small_project):
    shutil.copy(INPUTS / "attack/policy-dates-9999.yml", small_project / "docs/learn/policy-dates.yml")
    said = [str(issue) for issue in load(small_project).issues]
    assert [
        line
        for line in said
        if line.startswith("docs/learn/policy-dates.yml:2: dates, date 1, when: “9999” names the year 9999")
    ]


@pytest.mark.parametrize(("field", "value"), [
    ("again_by: 2028", "again_by: 9999"), ("  - on: 2026-11-01", "  - on: '0001'"), ("when: 2016/2019\nsummary", "when: 1201/2022\nsummary"),
    ("    when: 2016/2019-06", "    when: 2016/9999"), ("  when: 2019-06", "  when: 1700"),
])  # fmt: skip
def test_every_date_of_a_case_is_held_to_the_same_years(say, field, value):
    said = say((field, value))
    assert [line for line in said if "dates are from 1800 to 2100" in line], said


HIDDEN = "\x00\x07\x0c\x1f\x7f\x80\x85\x9f\xad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202e\u2060\u2064\u2069\u2800\u3164"
HIDDEN += "\ufdd0\ufe0f\ufeff\uffa0\ufffc\ufffe\uffff\uf0b7\U000e0041\U000e01ef\U0001fffe\U0010ffff"


@pytest.mark.parametrize("sign", HIDDEN, ids=[f"U+{ord(sign):04X}" for sign in HIDDEN])
@pytest.mark.parametrize(
    "line", ["title: Fer{}ry", "ti{}tle: Ferry", '"title{}": Ferry', "title: {}Ferry", "title: Ferry  # a{} note"]
)
def test_what_nobody_can_see_is_named_once_wherever_it_stands_in_the_text(say, line, sign):
    said = say((TITLE, line.replace("{}", sign)))
    assert len(said) == 1
    assert f"U+{ord(sign):04X}" in said[0]
    assert said[0].startswith("2: ")
    assert said[0].isprintable()


@pytest.mark.parametrize(
    "code",
    [
        "\\0",
        "\\a",
        "\\b",
        "\\e",
        "\\v",
        "\\r",
        "\\x80",
        "\\N",
        "\\L",
        "\\P",
        "\\u200b",
        "\\u00ad",
        "\\u202e",
        "\\uFEFF",
        "\\U000E0041",
    ],
)
@pytest.mark.parametrize("line", ['title: "Fer{}ry"', '"tit{}le": Ferry'])
def test_what_nobody_can_see_is_named_where_a_code_makes_it(say, line, code):
    said = say((TITLE, line.replace("{}", code)))
    assert len(said) == 1
    assert "holds an invisible character (U+" in said[0]
    assert "made by a \\ inside double quotes" in said[0]
    assert said[0].isprintable()


def test_a_letter_lost_in_a_conversion_is_named(say):
    assert say((TITLE, "title: The caf\ufffd"))[0].startswith(
        "2: title: holds the sign for a letter that was lost (U+FFFD) in “caf[U+FFFD]”; type the word again, with"
    )


def test_a_fixed_word_that_only_looks_right_is_named_for_what_hides_in_it(say):
    assert say(("mode: network", "mode: net\u200bwork")) == [
        "27: forms, form 1, mode: holds an invisible character (U+200B, zero-width space) in “net[U+200B]work”; type "
        "it again: network"
    ]


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("id\x1c:", "id:"),
        ("one\u2028two", "one two"),
        ("one.\x0b\x0b“Two", "one. “Two"),
        ("one\x0c.", "one."),
        ("\x0bone\u2029", "one"),
    ],
)
def test_a_break_that_nobody_sees_becomes_a_space_only_between_words(written, again):
    assert without_invisible(written) == again


@pytest.mark.parametrize("sign", "\x0b\x0c\x1f\x85\u2028\u200b")
def test_a_field_that_hides_something_in_its_name_is_named_with_the_whole_name(say, sign):
    said = say((TITLE, TITLE.replace("title", f"ti{sign}tle")))
    assert len(said) == 1
    assert said[0].startswith("2: title: holds an invisible character")
    assert said[0].endswith("; type it again: title:")


@pytest.mark.parametrize("space", "\xa0\u2007\u2009\u202f\u3000")
def test_a_hard_space_between_words_is_read_as_a_space(space):
    reading = read_text(f"title: Ten{space}miles{space}\nplace: '{space}x'\n")
    assert reading.data["title"].strip() == "Ten miles"
    assert reading.faults == []


@pytest.mark.parametrize("space", "\xa0\u2007\u202f\u3000")
@pytest.mark.parametrize(("old", "new"), [
    ("  - id: harbour", "  -{}id: harbour"), ("    name: Harbour", "  {} name: Harbour"), (TITLE, "title:{}Who"), (TITLE, "title{}: Who"),
    (TITLE, "title: {} Who"),
])  # fmt: skip
def test_a_hard_space_in_the_build_of_a_file_is_named_on_its_own_line(say, space, old, new):
    said = say((old, new.replace("{}", space)))
    assert len(said) == 1
    assert f"has a hard space (U+{ord(space):04X}" in said[0]


@pytest.mark.parametrize("sign", [*"•–—*·▪‣○\uf0b7−‐‑", "1.", "12)"])
def test_a_bullet_where_a_dash_should_stand_is_named(say, sign):
    said = say(("  - id: harbour", f"  {sign} id: harbour"))
    assert len(said) == 1
    assert "where a list needs - and a space; write - instead" in said[0]
    assert said[0].startswith("15: ")


def test_a_dash_inside_a_text_is_no_bullet(say):
    said = say(
        (TITLE, "title: a: b"),
        ("text: The network closed its office.", "text: The network closed\n    – and how! –\n    its office."),
    )
    assert said == ["2: title: has a colon followed by a space inside a text; put the whole text in quotes"]


def test_a_list_of_texts_with_bullets_is_told_what_to_write(say):
    assert say(("gaps:\n", "gaps:\n  • What was lost\n"))[0].endswith(
        "must be a list; begin each entry with - in place of •, on a line of its own"
    )


@pytest.mark.parametrize(("line", "said_of_it"), [
    ("title:Who pays?", "needs a space after the colon; write title: Who pays?"),
    ("title Who pays", "has no colon after the field's name; write title: Who pays"),
    ("title; Who", "has no colon after the field's name; write title: Who"), ("title：Who", "has no colon after the field's name; write title: "
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           ""
                                                                                           "Who"),
    ("title = Who", "has no colon after the field's name; write title: Who"),
    *((f"title: {sign}Who{end} pays", f"has a text that begins with “{sign[0]}”, which YAML")
      for sign, end in (("[", "]"), ("{", "}"), ("@", ""), ("`", "`"), ("%", ""), ("*", "*"), ("| ", ""), ("> ", ""), ("? ", ""),
    (", ", ""), ("- ", ""))),
    ("title: &Who pays", "write the text out, or put it in quotes"), ("title: !Who pays", "put the text in quotes"),
    ("title: #1 in town", "put a text that begins with # in quotes"), ("title: # in town", "since a # begins a comment"),
    ("title: “Who pays: us?”", "to YAML, curly ones are part of the text"), ('title: "C:\\path"', "has a \\ inside double quotes"),
    ("<<<<<<< HEAD\ntitle: a", "has the marks of two versions that git could not join"), ("=======\ntitle: a", "has the marks of two versions"),
    ("title: a\n>>>>>>> theirs", "has the marks of two versions"), ("||||||| base\ntitle: a", "has the marks of two versions"),
])  # fmt: skip
def test_a_mistake_of_one_line_is_named_once_on_its_line(say, line, said_of_it):
    said = say((TITLE, line))
    assert len(said) == 1, said
    assert said[0].startswith(("2: ", "3: ") if ">>>" in line else "2: ")
    assert said_of_it in said[0]


def test_all_colons_of_a_file_come_in_one_run_with_everything_else(say):
    said = say(
        (TITLE, "title: a: b"),
        ("place: Harbour and Hill", "place: x: y:"),
        ("text: The network closed its office.", "text: The network: it closed"),
        ("mode: network", "mode: club"),
    )
    assert [line.partition(":")[0] for line in said] == ["2", "3", "11", "27"]
    assert ["put the whole text in quotes" in line for line in said] == [True, True, True, False]


def test_what_cannot_be_mended_comes_with_what_can(say):
    said = say(
        (TITLE, "title: a: b"), ("sectors: [general-practice, hospital]", "sectors: [general-practice, hospital")
    )
    assert [line.partition(":")[0] for line in said] == ["2", "13"]


def test_a_colon_in_a_text_of_several_lines_is_no_mistake(say):
    said = say(
        (TITLE, "title: a: b"),
        ("text: The network closed its office.", "text: |\n    The network: it: closed\n    • a: b: c"),
    )
    assert [line.partition(":")[0] for line in said] == ["2"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gaps:\n", "gaps:\n  - What was lost: nobody knows\n"),
        ("timeline:\n", "timeline:\n  - The board said: no\n"),
        (TITLE, "title:\n  The board said: no"),
    ],
)
def test_a_text_with_a_colon_that_yaml_takes_for_a_field_is_one_fault(say, old, new):
    said = say((old, new))
    assert len(said) == 1
    assert said[0].endswith("has a colon followed by a space inside a text; put the whole text in quotes")


@pytest.mark.parametrize("new", [
    "gaps: [Healthwatch Barnet, Camden, Enfield]", "gaps: [NICE, RCGP]", "gaps: [Müller]", "gaps: [Example A., B]", "gaps: [ids-first, Then A]",
])  # fmt: skip
def test_a_list_in_brackets_holds_ids_and_fixed_words_only(say, new):
    said = say(("gaps:\n  - The patients' view is not recorded.", new))
    assert len(said) == 1
    assert (
        "in a list in [ ], which is for ids and fixed words only; write each entry on a line of its own, beginning with -"
        in said[0]
    )


@pytest.mark.parametrize(("content", "what"), [
    (b"PK\x03\x04\x14\x00\x06", "Word, Excel"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"), (b"%PDF-1.7\n", "a PDF"),
    (b"{\\rtf1\\ansi title}", "rich-text"),
    (b"<!DOCTYPE html><html>", "web page"), (b"\xef\xbb\xbf<html>", "web page"), (b"<?xml version='1.0'?>", "XML"),
    (b"\x89PNG\r\n", "picture"), (b"\xff\xd8\xff\xe0", "picture"),
    ("title: Wer zahlt?\n".encode("utf-16"), "UTF-16"), ("title: Wer zahlt?\n".encode("utf-16-le"), "UTF-16"),
    ("title: Wer zahlt?\n".encode("utf-16-be"), "UTF-16"),
    (b"PK\x03\x04" + b"\x00" * (MOST_BYTES + 1), "Word, Excel"), (b"\x01\x02\x03\x04title" * 9, "not a text file"), (b"\x1f\x8b\x08", "gzip"),
])  # fmt: skip
def test_a_file_of_another_kind_is_named_for_what_it_is(say, content, what):
    said = say(content=content)
    assert len(said) == 1
    assert what in said[0]
    assert "save it" in said[0] or "save its words" in said[0]


def test_decode_reads_plain_utf_8():
    assert decode("title: Süd\n".encode()) == "title: Süd\n"


@pytest.mark.parametrize(("old", "new", "remedy"), [
    ("year: 2017", 'year: "2017"', "is in quotation marks, which make it a text; remove them"),
    ("count: 6", "count: '6'", "is in quotation marks"),
    ("count: 6", "count: 1,200", "write 1200"), ("count: 6", "count: six", "write 6"), ("both: true", 'both: "true"', "is in quotation marks"),
    ("both: true", "both: on", "write true"), ("both: true", "both: No", "write false"), ("count: 6", "count: 6.5", "“6.5” is not a whole number"),
    ("country: GB-ENG\nwhen", "country: England\nwhen", "write GB-ENG"),
    ("country: GB-ENG\nwhen", "country: “GB-ENG”\nwhen", "has curly quotation marks"),
    ("kind: hospital", "kind: Hospital", "write hospital"), ("kind: practice", "kind: General Practice", "write practice"),
    ("sectors: [general-practice, hospital]", "sectors:\n  - General practice\n  - hospital", "write general-practice"),
    ("  - id: harbour", "  - id: The Harbour", "write the-harbour"), ("  - id: harbour", "  - id: Größe_2", "write grosse-2"),
    ("url: https://harbour.example/eight-shores", "url: www.example.org/a", "write https://www.example.org/a"),
    ("url: https://harbour.example/eight-shores", "url: https://example.org/a b", "write https://example.org/a%20b"),
    ("url: https://harbour.example/eight-shores", "url: https://example.org/Übergang", "write https://example.org/%C3%9Cbergang"),
    ("url: https://harbour.example/eight-shores", 'url: "https://example.org/{a}"', "write https://example.org/%7Ba%7D"),
    ("url: https://harbour.example/eight-shores", "url: https://localhost/a", "is not an address; it begins with"),
    ("url: https://harbour.example/eight-shores", "url: 'https://'", "is not an address; it begins with"),
    ("url: https://harbour.example/eight-shores", "url: 'https://user:pw@example.org/'", "is not an address"),
    ("url: https://harbour.example/eight-shores", "url: 'https://example.org/\"onmouseover=\"x'", "write https://example.org/%22onmouseover=%22x"),
    ("url: https://harbour.example/eight-shores", "doi: https://doi.org/10.1136/bmj.n71", "write 10.1136/bmj.n71"),
    ("url: https://harbour.example/eight-shores", "doi: DOI 10.1136/bmj.n71", "write 10.1136/bmj.n71"),
    ("url: https://harbour.example/eight-shores", "doi: http://dx.doi.org/10.1136/bmj.n71", "write 10.1136/bmj.n71"),
    ("url: https://harbour.example/eight-shores", "doi: https://onlinelibrary.wiley.com/doi/10.1002/hpm.1?x=1", "write 10.1002/hpm.1"),
    ("url: https://harbour.example/eight-shores", "doi: 10.1136/a b", "is not a DOI; it begins with 10. and has no spaces"),
    ("url: https://harbour.example/eight-shores", "doi: 10.1/x", "is not a DOI; it begins with 10. and has no spaces"),
    ("url: https://harbour.example/eight-shores", "doi: '10.1136/a}}@misc{b'", "is not a DOI; it begins with 10."),
])  # fmt: skip
def test_a_message_prints_the_value_that_would_do(say, old, new, remedy):
    said = say((old, new))
    assert len(said) == 1, said
    assert remedy in said[0]


@pytest.mark.parametrize(
    "value",
    [
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.1136/bmj.n71",
        "10.1000.10/123456",
    ],
)
def test_every_doi_that_is_given_out_passes(say, value):
    assert say(("url: https://harbour.example/eight-shores", f'doi: "{value}"')) == []


@pytest.mark.parametrize(
    "address",
    ["https://hill.example", "http://a-b.hill.example:8080/x?y=1&z=(2)#p,3", "https://hill.example/%C3%9C;v=1"],
)
def test_every_plain_address_passes(say, address):
    assert say(("url: https://harbour.example/eight-shores", f'url: "{address}"')) == []


FORGED = [
    "\\e[2J\\e[HChecked 36 cases; no problems.",
    "a\\n::error file=x::y",
    "a\\r\\n::warning::z",
    "a\\u2028::error::b",
    "a\\x9b2Jb",
    "a\\nChecked 1 case; no problems.",
]


@pytest.mark.parametrize("value", FORGED)
@pytest.mark.parametrize(
    "line",
    [
        'country: "{}"',
        'country: GB-ENG\n"{}": x',
        'again_by: "{}"',
        'sectors: ["{}"]',
        'ended:\n  how: "{}"',
        'related: ["{}"]',
    ],
)
def test_no_value_forges_a_line_or_moves_a_cursor(small_project, line, value):
    case = "title: A\n" + line.replace("{}", value) + "\n"
    (small_project / "cases/harbour.yml").write_text(case, encoding="utf-8")
    issues = load(small_project).issues
    assert issues
    assert all(str(issue).isprintable() and str(issue).startswith("cases/harbour.yml:") for issue in issues)


@pytest.mark.parametrize(
    "line",
    ["country: {}", "{}: x", "again_by: {}", "sectors: [{}]", "ended:\n  how: {}", "parts:\n  - id: {}", "title: {}"],
)
def test_no_message_is_long(small_project, line):
    (small_project / "cases/harbour.yml").write_text(
        "title: A\n" + line.replace("{}", "x" * 100_000) + "\n", encoding="utf-8"
    )
    assert max(len(str(issue)) for issue in load(small_project).issues) < 1_500


def test_a_problem_is_one_line_whatever_it_is_made_of():
    issue = Issue("cases/a\n::error::b.yml", 1, "x\x1b[2J", "holds\nthis \u202e", False)
    assert str(issue) == "cases/a\\n::error::b.yml:1: x[U+001B][2J: holds\\nthis [U+202E]"


def test_what_is_shown_is_whole_up_to_a_bound():
    assert shown("a" * 200, 200) == "a" * 200
    assert shown("a" * 300, 200) == "a" * 197 + "..."


def test_every_invisible_character_has_a_number_and_a_name():
    assert {sign: name_of(sign) for sign in HIDDEN if not name_of(sign).partition(", ")[2]} == {}
    assert all(INVISIBLE.match(sign) for sign in HIDDEN)


@pytest.mark.parametrize("text", ["Müller’s “plan” – half £5 × 3…", "naïve café, Ærø, 中文, Ελλάδα", "tab\tand\nline"])
def test_what_can_be_seen_is_left_alone(text):
    assert not INVISIBLE.search(text)
    assert with_plain_spaces(text) == text


NOT_THAT = [
    ("merges-with", "competes-with"),
    ("works-without", "works-with"),
    ("owned-by", "owns"),
    ("supported-by", "supports"),
    ("receives-patients", "sends-patients"),
    ("dependent", "independent"),
    ("commissioner", "commissioned"),
    ("decommissioned", "commissioned"),
    ("outsider", "insider"),
    ("part-outsiders", "part-insiders"),
    ("untaken", "taken"),
    ("not-taken", "taken"),
    ("taken-never", "taken-later"),
    ("known", "not-known"),
    ("difference", "no-difference"),
    ("uncontrolled", "controlled"),
    ("majority", "minority"),
    ("include", "exclude"),
    ("payer", "payee"),
    ("employer", "employee"),
    ("leaving", "learning"),
    ("minutes-2018", "minutes-2019"),
    ("opposes", "supports"),
    ("worse", "better"),
    ("unlearns-with", "learns-with"),
    ("became-non-statutory", "became-statutory"),
    ("answers-for", "answers-to"),
    ("majority-rule", "minority-rule"),
    ("time-series", "time-series-with-comparison"),
    ("import", "export"),
    ("hypo", "hyper"),
]


@pytest.mark.parametrize(("typed", "known"), NOT_THAT)
def test_nothing_that_means_another_thing_is_suggested(typed, known):
    assert did_you_mean(typed, [known]) == ""
    assert did_you_mean(known, [typed]) == "", "nor the other way round"


@pytest.mark.parametrize(("typed", "known"), [
    ("competes-wiht", "competes-with"), ("networks", "network"), ("harbor-handbook", "harbour-handbook"), ("report-2071", "report-2017"),
    ("before-and-after", "before-after"),
    ("monies", "money"), ("yaer", "year"), ("scrutinizes", "scrutinises"), ("part-insider", "part-insiders"),
])  # fmt: skip
def test_a_slip_of_the_hand_is_recognised(typed, known):
    assert did_you_mean(typed, ["zebra", known, "apple"]) == f"; did you mean “{known}”?"


@pytest.mark.parametrize(
    "typed",
    [
        "General practice",
        "GENERAL_PRACTICE",
        "general\xa0practice",
        "generalpractice",
        " General-Practice",
        "general\u200bpractice",
    ],
)
def test_a_word_in_other_dress_is_the_word(typed):
    assert did_you_mean(typed, ["general-practice", "hospital"]) == "; write general-practice"


def test_labels_are_understood():
    assert (
        did_you_mean("Hospital or hospital trust", {"acute-trust"}, {"acute-trust": "Hospital or hospital trust"})
        == "; write acute-trust"
    )


def test_no_word_of_the_vocabulary_is_taken_for_another(library):
    """Any two words of one list, and any word of another list: none is suggested for the other."""
    lists = [set(getattr(library.vocabulary, name)) for name in type(library.vocabulary).model_fields]
    every = set().union(*lists)
    taken = {
        (typed, hint) for words in lists for typed in sorted(every - words) if (hint := did_you_mean(typed, words))
    }
    same_stem = {
        ("commissioning", "commissioned"),
        ("commissioned", "commissioning"),
        ("national-bodies", "national-body"),
        ("national-body", "national-bodies"),
    }
    assert taken <= {(typed, f"; did you mean “{hint}”?") for typed, hint in same_stem}


def test_all_allowed_words_are_shown(library):
    words = sorted(library.vocabulary.member_kinds)
    assert listed(words) == ", ".join(words)
    assert listed(map(str, range(70))).endswith("59 and 10 more")


def test_an_unknown_word_is_answered_with_the_whole_list(say):
    assert say(("kind: sits-at", "kind: merges-with")) == [
        "57: ties, tie 1, kind: there is no tie kind “merges-with”; choose from sits-at, works-with"
    ]


def test_hints_are_no_slower_than_the_file_is_long(say, monkeypatch):
    """Counted in comparisons and not in seconds: a machine may be busy."""
    compared = []
    slip = suggestions._slip
    monkeypatch.setattr(suggestions, "_slip", lambda *words: compared.append(words) or slip(*words))
    said = say(content=(INPUTS / "attack/slow-did-you-mean.yml").read_bytes())
    assert len(said) > 1_000
    assert len(compared) <= suggestions.MOST_COMPARED * len(said)


@pytest.mark.parametrize("content", [
    "title: a: b" + " " * 300_000 + "x\n", "gaps:\n" + "  • x: y: z\n" * 20_000, "gaps:\n" + "  - text: a: b\n" * 15_000, "title: " + "[a] " * 90_000 + "\n",
    "again_by: " + "1-" * 90_000 + "\n", "sources:\n  - doi: " + "10.1000." * 40_000 + "\n",
    "sources:\n  - url: http:" + "/" * 300_000 + "\n", "title: x" + " #" * 150_000 + "\n",
    'title: "' + "x\\u200b " * 40_000 + '"\n', "title: " + "x\u200b " * 80_000 + "\n", "- " * 100_000 + "a: b: c\n", "title:" + "\xa0" * 150_000 + "x: y\n",
], ids=range(12))  # fmt: skip
def test_no_file_takes_longer_than_it_is_long(say, content):
    started = time.process_time()
    assert say(content=content.encode())
    assert time.process_time() - started < 60  # seconds; with the square of its length it would be many minutes


@pytest.mark.parametrize(("rules", "listed_rules"), [
    (case_rules, case_rules.CASE_RULES), (exercise_rules, (*exercise_rules.EXERCISE_RULES, exercise_rules.check_citations)),
])  # fmt: skip
def test_every_rule_is_asked(rules, listed_rules):
    written = {name for name in vars(rules) if name.startswith("check_")}
    assert written == {rule.__name__ for rule in listed_rules}


class _Inner(Model):
    note: str


class _Outer(Model):
    label: _Inner
    kind: tuple[_Inner, ...]
    when: dict[str, _Inner]


def test_a_model_is_walked_whatever_its_field_is_called():
    outer = _Outer(label=_Inner(note="a"), kind=(_Inner(note="b"),), when={"x": _Inner(note="c")})
    assert [path for path, _ in outer.everything] == [(), ("label",), ("kind", 0), ("when", "x")]


def test_a_case_is_walked_as_deep_as_it_goes(examples):
    case = Case.model_validate(read_text((examples / "cases/harbour.yml").read_text(encoding="utf-8")).data)
    assert ("members", 2, "sources", 0) in [path for path, _ in case.everything]


def test_too_deep_is_named_by_either_libyaml():
    with pytest.raises(SourceFileError, match="goes more than 40 levels deep"):
        read_text("a: " + "[" * 4_000 + "]" * 4_000)


def test_words_with_a_mistake_are_named_and_not_mended_in_silence(small_project):
    (small_project / "docs/messages").mkdir()
    (small_project / "docs/messages/en.yml").write_text("site:\n  name: A: B\n", encoding="utf-8")
    assert any("colon followed by a space" in issue.message for issue in word_issues(small_project))
    assert load_messages(small_project).t("site.nothing") == "[site.nothing]"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_is_set_in_block_style_whatever_its_line_ends_and_mark(tmp_path, mark, ends):
    flow = "# A note\ntitle: A  # why\nforms:\n- {mode: network, label: Two words}\n"
    path = tmp_path / "flow.yml"
    path.write_bytes((mark + flow.replace("\n", ends)).encode())
    assert format_files(tmp_path, [str(path)]) == 0
    assert (
        path.read_bytes().decode()
        == "# A note\ntitle: A  # why\nforms:\n  - mode: network\n    label: Two words\n".replace("\n", ends)
    )


def test_the_file_from_notepad_is_set_in_block_style(tmp_path):
    path = Path(shutil.copy(INPUTS / "bom-fmt/bom.yml", tmp_path))
    before = read_text(decode(path.read_bytes())).data
    path.chmod(0o644)
    assert format_files(tmp_path, [str(path)]) == 0
    after = path.read_bytes()
    assert not after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\r\n") == after.count(b"\n")
    assert read_text(decode(after)).data == before


@pytest.mark.parametrize("written", ["Report 2017", "Report_2017", "REPORT 2017", "report 2017"])
def test_a_wrong_id_in_brackets_is_one_fault(say, written):
    said = say(("sources: [report-2017]", f"sources: [{written}]"))
    assert len(said) == 1
    assert said[0].endswith(f"“{written}” is not an id; write report-2017")


@pytest.mark.parametrize("place", ["p.4", "pp. 4-6", "Table 1", "page 12"])
def test_an_id_with_a_place_behind_it_becomes_a_source_and_its_place(say, place):
    written = f'{{source: report-2017, at: "{place}"}}'
    said = say(("sources: [report-2017]", f"sources: [report-2017 {place}]"))
    assert [one.partition("; ")[2] for one in said] == [f"write {written}"]
    assert say(("sources: [report-2017]", f"sources: [{written}]")) == []


@pytest.mark.parametrize("word", ["reprt-2017", "reports-2017", "report-2071"])
def test_a_source_that_is_only_cited_misspelt_is_not_also_called_uncited(say, word):
    new = "sources:\n  - id: report-2018\n    kind: report\n    standpoint: insider\n    title: Another\n    read: opening\n"
    said = say(
        ("sources: [report-2017]", f"sources: [{word.replace('2017', '2018').replace('2071', '2081')}]"),
        ("\nsources:\n", f"\n{new}"),
    )
    assert len(said) == 1
    assert "did you mean “report-2018”?" in said[0]


def test_a_source_that_stands_twice_is_one_fault(say):
    again = (
        "sources:\n  - id: new-2020\n    kind: report\n    standpoint: insider\n    title: Another\n    read: opening\n"
    )
    twice = again + again.removeprefix("sources:\n").replace("Another", "A third")
    assert [one.partition(" ")[2] for one in say(("\nsources:\n", f"\n{twice}"))] == [
        "sources, source 2: the id “new-2020” is used twice; give each its own"
    ]


@pytest.mark.parametrize(("old", "new", "remedy"), [
    ("kind: sits-at", "kind: Sits at", "there is no tie kind “Sits at”; write sits-at"), ("kind: hospital", "kind: HOSPITAL", "“HOSPITAL”; write hospital"),
    ("standpoint: insider", "standpoint: In-sider", "“In-sider”; write insider"),
])  # fmt: skip
def test_a_word_that_is_plainly_meant_is_said_alone(say, old, new, remedy):
    assert [one for one in say((old, new)) if one.endswith(remedy)]


@pytest.mark.parametrize("word", ["chosen", "Adopted", "agreed"])
def test_what_was_done_is_taken(say, word):
    assert say(("fate: taken", f"fate: {word}"))[0].endswith("; write taken")


@pytest.mark.parametrize(
    ("given", "year"),
    [("2018/19", "2018"), ("22/07/2025", "2025"), ("July 2024", "2024"), ("2019-06-01", "2019"), ("c. 1998", "1998")],
)
def test_a_year_with_more_than_a_year_in_it_is_told_alone(say, given, year):
    assert say(("year: 2017", f"year: {given}")) == [
        f"151: sources, source 1, year: “{given}” is not a year; write it alone, such as {year}"
    ]


@pytest.mark.parametrize(("old", "new", "meant"), [
    ("title: Who", "titel: Who", "title"), ("summary: Two", "Summary: Two", "summary"), ("    measure: Days", "    mesure: Days", "measure"),
    ("    stance: supports", "    stances: supports", "stance"),
])  # fmt: skip
def test_a_misspelt_field_is_not_also_called_missing(say, old, new, meant):
    old, new = (old, new) if "measure" not in old else ("- measure: Days", "- mesure: Days")
    said = say((old, new))
    assert len(said) == 1
    assert "is not a field here" in said[0]
    assert meant in said[0]


@pytest.mark.parametrize("file", ["docs/learn/vocabulary.yml", "docs/learn/scales.yml", "docs/learn/bibliography.yml"])
def test_an_emptied_list_is_not_sent_to_a_template_that_it_does_not_have(small_project, file):
    (small_project / file).write_text("", encoding="utf-8")
    said = [str(issue) for issue in load(small_project).issues]
    assert said == [f"{file}:1: is empty; put it back: git checkout -- {file}"]


def test_a_folder_of_lists_that_was_renamed_is_named_and_not_what_rests_on_it(small_project):
    (small_project / "docs/learn").rename(small_project / "docs/lern")
    said = [str(issue) for issue in load(small_project).issues]
    assert [one for one in said if "choose from " in f"{one} " and not one.endswith("is there to choose from")] == []
    assert [one for one in said if "sector" in one] == []
    assert "docs/learn/vocabulary.yml:1: is missing; put it back: git checkout -- docs/learn/vocabulary.yml" in said


@pytest.mark.parametrize("content", ["", "# nothing\n", "\n\n", "- a\n"])
def test_words_without_content_are_put_back_and_not_begun_from_a_template(tmp_path, content):
    (tmp_path / "docs/messages").mkdir(parents=True)
    (tmp_path / "docs/messages/en.yml").write_text(content, encoding="utf-8")
    (said,) = [issue for issue in word_issues(tmp_path) if issue.file == "docs/messages/en.yml"]
    assert str(said).startswith("docs/messages/en.yml:1: ")
    assert str(said).endswith("; put it back: git checkout -- docs/messages/en.yml")


@pytest.mark.parametrize(("old", "line"), [
    ("by: second reader", 'by: " "'), (TITLE, 'title: "  "'), ("label: Equal shares", 'label: "\t"'), ("- The patients' view is not recorded.", '- " "'),
    ("at: p. 4", "at: ' '"), ("kind: hospital", 'kind: " "'), ("year: 2017", 'language: " "'), ("text: The price doubled.", 'text: "\\u00a0"'),
])  # fmt: skip
def test_a_text_of_spaces_is_empty(say, old, line):
    said = say((old, line))
    assert len(said) == 1, said
    assert "is empty; write something" in said[0]
    assert said[0].endswith(", or delete the entry") == old.startswith("- ")
    assert said[0].endswith(", or leave the field out") == ("language" in line or "at:" in line)


@pytest.fixture
def say_of_exercise(small_project: Path) -> Say:
    """What the check says of the small exercise with some of its lines written otherwise."""
    path = small_project / "exercises/harbour-check.yml"
    exercise = path.read_text(encoding="utf-8")

    def said(*changes: tuple[str, str]) -> list[str]:
        text = exercise
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return [str(issue).removeprefix("exercises/harbour-check.yml:") for issue in load(small_project).issues]

    return said


@pytest.mark.parametrize(("number", "said"), [
    ("1e400", "“1e400” is not a number; write it in digits, such as 1.5"), ("nan", "is not a number"), (".inf", "is not a number"), ("true", "is not a number"),
    ("1_0", "is not a number"), ("1,5", "“1,5” is not a number; write 1.5"), ("−0.5", "“−0.5” is not a number; write -0.5"),
    ("1,200", "is not a number; write it in digits"), ("9", "“9” is out of range; a gap between two scores is from -4 to 4"), ("-4.5", "“-4.5” is out of range"),
    ("1.5\n          at_most: 1", "“1.5” is more than at_most (1), so nothing fits"),
])  # fmt: skip
def test_a_threshold_is_a_finite_number_that_can_be_reached(say_of_exercise, number, said):
    every = say_of_exercise(("at_least: 1.5", f"at_least: {number}"))
    assert len(every) == 1, every
    assert every[0].startswith("64: parts, part 1, pattern 1, when, at_least: ")
    assert said in every[0]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("gap: [meeting, paying]", "gap: [meeting]", "63: parts, part 1, pattern 1, when, gap: needs two different dimensions"),
    ("gap: [meeting, paying]", "gap: [meeting, meeting]", "write the other one too, or of: meeting for the score of this one alone"),
    ("gap: [meeting, paying]\n          at_least: 1.5", "of: meeting\n          at_most: 0.5", "“0.5” is out of range; scores are from 1 to 5"),
    ("gap: [meeting, paying]", "people_judge: Is it so?", "at_least: has nothing to measure; put it beside of, mean_of, gap or count"),
    ("    boxes:", "    draw: 50\n    boxes:", "131: parts, part 4, draw: “50” is more than the 2 cards"),
    ("more: planned\n          than: peers", "count: planned\n          at_least: 3", "“3” is out of range; the count is from 0 to 1"),
    ("more: planned\n          than: peers", "count: planned\n          of_all: planned\n          from: 2\n          at_least: 1",
     "of_all: “planned” is not this part; write room"),
])  # fmt: skip
def test_a_rule_measures_what_its_part_can_give(say_of_exercise, old, new, said):
    every = say_of_exercise((old, new))
    assert len(every) == 1, every
    assert said in every[0]


def test_no_page_holds_a_number_that_json_does_not_know():
    for number in (float("inf"), float("nan")):
        with pytest.raises(ValueError, match="JSON"):
            as_script("x", number)


GAP = "- The patients' view is not recorded."
DOUBLED = "text: The price doubled."
OF_THE_TEXT = "is read as part of the text that begins on line"


@pytest.mark.parametrize(("old", "new", "said"), [
    (GAP, f"{GAP}\n    - B", f"141: gaps, gap 1: “- B” {OF_THE_TEXT} 140; write - B in the column of the other entries, or join it to the line above"),
    (GAP, f"{GAP}\n    – B", f"141: gaps, gap 1: “– B” {OF_THE_TEXT} 140; write - B in the column"),
    (GAP, f"{GAP}\n    • B", f"“• B” {OF_THE_TEXT} 140; write - B in"), (GAP, f"{GAP}\n    2. B", f"“2. B” {OF_THE_TEXT} 140; write - B in"),
    (GAP, "- |\n    A.\n    - B", f"142: gaps, gap 1: “- B” {OF_THE_TEXT} 140"),
    (DOUBLED, f"{DOUBLED}\n      when:2018", f"81: timeline, event 2, when: “when:2018” {OF_THE_TEXT} 80; write when: 2018 in the column of the other fields"),
    (DOUBLED, "text: |\n      It doubled.\n      when: 2018-11-21", f"82: timeline, event 2, when: “when: 2018-11-21” {OF_THE_TEXT} 80"),
    (DOUBLED, 'text: "It doubled.\n      when: 2018"',
     f"“when: 2018” {OF_THE_TEXT} 80; close the quotation mark before it, and write when: 2018 in"),
    (DOUBLED, 'text: "It doubled.\n      # check this with Anna"', f"“# check this with Anna” {OF_THE_TEXT} 80; delete it, or put it outside the text"),
    (DOUBLED, "text: >\n      It doubled.\n\n      # check this with Anna", f"83: timeline, event 2, text: “# check this with Anna” {OF_THE_TEXT} 80; delete it"),
    (f"- when: 2018-11-20\n    {DOUBLED}", f"- {DOUBLED}\n      when:2018", f"80: timeline, event 2, when: “when:2018” {OF_THE_TEXT} 79"),
])  # fmt: skip
def test_a_line_that_a_text_swallows_is_named(say, old, new, said):
    every = say((old, new))
    assert len(every) == 1, every
    assert said in every[0]


@pytest.mark.parametrize(("old", "new"), [
    (TITLE, "title: Who pays\n  for the shared ferry?"), (DOUBLED, "text: The price\n      – and how! –\n      doubled."),
    (DOUBLED, "text: >\n      It doubled,\n      #1 on the list, in\n      2018. They said: no. Or\n      hospital: no."),
    (DOUBLED, "text: >\n      It doubled.\n    # a note"), (GAP, f"{GAP}\n  # a note\n\n# another"),
])  # fmt: skip
def test_a_text_of_several_lines_keeps_what_is_its_own(say, old, new):
    assert say((old, new)) == []


@pytest.mark.parametrize(("old", "new", "line"), [
    ("Who pays for the shared", "Who pays for the\nshared", 3), ("summary: Two hospitals", "summary: Two\nHospitals", 7), (GAP, "- The patients'\n  view is lost.", 141),
    (DOUBLED, "text: The price\n    doubled at last.", 81),
])  # fmt: skip
def test_a_text_broken_by_hand_is_told_where_its_second_line_belongs(say, old, new, line):
    where = "put it at the end of the line above, or indent it two spaces deeper than the field"
    assert say((old, new)) == [f"{line}: goes on with the text of the line above; {where}"]


FACT = "    sources: [report-2017]\nforms"
TASK = "task:\n  text: Nobody waits on the wrong shore.\n  sources: [report-2017]"
ADDRESS = "url: https://harbour.example/eight-shores"


@pytest.mark.parametrize(("old", "new", "remedy"), [
    (FACT, "    sources: [report-2017, p. 3]\nforms", 'is a place in a source; write the two together: {source: report-2017, at: "p. 3"}'),
    (FACT, "    sources: [report‑2017]\nforms", "; write report-2017"), (FACT, "    sources: [report−2017]\nforms", "; write report-2017"),
    ("related: []", "related: [cases/harbour.yml]", "; write harbour"), ("related: []", "related: [harbour.html]", "; write harbour"),
    ("  - id: harbour", "  - id: Størby", "; write storby"), ("  - id: harbour", "  - id: 港", "is not an id; use lower-case"),
    (TASK, "task: Nobody waits.",
     "task: must hold fields (name: value), not a bare text; write text: Nobody waits. on one line, and sources: and their ids, or judgement"),
    ("parts:\n  - id: harbour\n    name: Harbour\n    place: North shore\n    country: GB-ENG\n  - id: hill\n    name: Hill\n", "parts: Harbour\n",
     "must be a list of entries with fields; begin each entry with - and give each field a line of its own: id, name"),
    (ADDRESS, "doi: 10.1136/bmj k1", "is not a DOI; it begins with 10. and has no spaces"), (ADDRESS, "doi: 10.1136/bmj.k1, 10.1136/bmj.k2",
     "more than one DOI; keep one"),
    (ADDRESS, "doi: https://onlinelibrary.wiley.com/doi/10.1002/hpm.1/full", "; write 10.1002/hpm.1"),
    (ADDRESS, "url: 10.1136/x", "“10.1136/x” is a DOI; write doi: 10.1136/x in place of url"), (ADDRESS, 'url: "doi:10.1136/x"', "write doi: 10.1136/x in place"),
    (ADDRESS, "url: https://a.example/x, https://b.example/y", "holds more than one address; keep one"),
    (ADDRESS, "url: https://a.example/x[1]", "; write https://a.example/x%5B1%5D"), (ADDRESS, "url: https://a.example/x (accessed 2018)", "it begins with https:// or"),
    (ADDRESS, "url: <https://a.example/x>", "; write https://a.example/x"),
    ("  - id: ferry\n", '  - id: ""\n', "decision 1, id: is empty; write something"), (GAP, "-The view is lost.",
     "must be a list; put a space after each dash: - The view is lost."),
    (GAP, f"{GAP}\n  -Another", "141: gaps, gap 2: needs a space after the dash; write - Another"),
    ("# A small case", "```yaml\n# A small case", "1: has a mark of Markdown (```), which is not part of the file; delete the line"),
    ("again_by: 2028", "again_by: 2028\n```", "170: has a mark of Markdown (```)"),
    ("[general-practice, hospital]", "[general-practice,, hospital]", "13: has a comma too many in [ ] or { }; remove it"),
])  # fmt: skip
def test_a_remedy_is_true_and_can_be_typed(say, old, new, remedy):
    every = say((old, new))
    assert len(every) == 1, every
    assert remedy in every[0]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("hospital]", "hоspital]", "there is no sector “hоspital”; write hospital, in Latin letters (“о” is U+043E, cyrillic small letter o)"),
    ("name: Harbour\n", "nаme: Harbour\n", "is not a field here; write name, in Latin letters (“а” is U+0430, cyrillic small letter a)"),
    ("mode: network", "mode: nеtwork", "write network, in Latin letters (“е” is U+0435"), ("mode: network", "mode: netwοrk",
     "(“ο” is U+03BF, greek small letter omicron)"),
    ("  - id: ferry", "  - id: fеrry", "“fеrry” has a letter of another alphabet (“е” is U+0435, cyrillic small letter ie); write ferry"),
])  # fmt: skip
def test_a_letter_of_another_alphabet_is_named_by_its_number(say, old, new, said):
    every = say((old, new))
    assert len(every) == 1, every
    assert said in every[0]


@pytest.mark.parametrize(("file", "old", "new", "said"), [
    ("scales", "  unsure", "  colour: red\n  unsure", "colour: is not a field here; the fields are outside, points, unsure, within"),
    ("vocabulary", "  hospital:\n", "  hospital:\n    colour: red\n", "colour: is not a field here; the fields are label, shape"),
])  # fmt: skip
def test_a_field_too_many_in_a_list_by_id_is_told_which_fields_there_are(small_project, file, old, new, said):
    path = small_project / f"docs/learn/{file}.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert [str(issue) for issue in load(small_project).issues if said in str(issue)]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("country: GB-ENG\nwhen", "country: UK\nwhen", "4: country: “UK” is not a country code; write GB; for a part of the United Kingdom, write GB-ENG, GB-NIR"),
    ("country: GB-ENG\nwhen", "country: ZZ\nwhen", "“ZZ” is not a country code"), ("    country: GB-ENG", "    country: EN",
     "18: parts, part 1, country: “EN” is not a country"),
    ("country: GB-ENG\nwhen", "country: GB-LON\nwhen", "“GB-LON” is not a part of the United Kingdom; write GB-ENG"),
    ("when: 2018-11-20", "when: 2081-11-20", "79: timeline, event 2, when: “2081-11-20” is in the future; write when it happened"),
    ("    when: 2016/2019-06", "    when: 2096/2099-06", "31: forms, form 1, when: “2096/2099-06” is in the future"),
    ("on: 2026-11-01", "on: 1890", "166: checked, reading 1, on: “1890” is before anything in the case happened"),
    ("by: second reader", "by: TBC", "“TBC” keeps a place for what is still to be written; write it"), (TITLE, "title: TODO", "2: title: “TODO” keeps a place"),
    ("at: p. 4", 'at: "?"', "“?” keeps a place for what is still to be written; write it, or delete the line"), ("place: Harbour and Hill", "place: …",
     "“…” keeps a place"),
])  # fmt: skip
def test_what_cannot_be_so_is_named(say, old, new, said):
    every = say((old, new))
    assert len(every) == 1, every
    assert said in every[0]


@pytest.mark.parametrize(("old", "new"), [
    ("- when: 2018-11-20\n    text: The price doubled.", "- when: 2081-11-20\n    text: The price is to double."), ("country: GB-ENG\nwhen", "country: US-CA\nwhen"),
    ("    when: 2016/2019-06", "    when: 2016/2099-06"), ("at: p. 4", "at: xx"),
])  # fmt: skip
def test_what_is_planned_or_real_passes(say, old, new):
    assert say((old, new)) == []


def test_a_policy_date_lies_behind_us(small_project):
    listed = "dates:\n  - when: 2098-10\n    text: The Forward View appears.\n    judgement: true\n"
    (small_project / "docs/learn/policy-dates.yml").write_text(listed, encoding="utf-8")
    assert [str(issue) for issue in load(small_project).issues] == [
        "docs/learn/policy-dates.yml:2: dates, date 1, when: “2098-10” is in the future; write when it happened, or say planned: true"
    ]


def test_a_name_that_is_too_long_is_told_the_limit(small_project):
    (small_project / "cases/harbour.yml").rename(small_project / f"cases/{'a' * 81}.yml")
    said = [str(issue) for issue in load(small_project).issues]
    assert f"cases/{'a' * 81}.yml:1: has a name of 81 characters, and 80 are the most; shorten it" in said
