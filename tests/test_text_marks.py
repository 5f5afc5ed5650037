"""What another program left in a text is named with the right sign, wherever the text stands; honest signs stay."""

from __future__ import annotations

import pytest

from casebook.checking.load import load

PLACES = {
    "cases/harbour.yml": "They met on Tuesdays.",
    "exercises/harbour-check.yml": "You chair the council.",
    "docs/learn/bibliography.yml": "A handbook for harbours",
}
ODD = {
    "itâ€™s so": "holds â€™ for ’, as a wrong encoding writes it; type ’",
    "â€œsoâ€¦": "holds â€œ for “, â€¦ for …, as a wrong encoding writes it; type “, …",
    "Ã¼ber Â£5": "holds Ã¼ for ü, Â£ for £, as a wrong encoding writes it; type ü, £",
    "oﬃce": "holds ﬃ for ffi, as a PDF writes it; type ffi",
    "&pound;5 &#39;off&#39;": "holds &pound; for £, &#39; for ', as HTML writes it; type £, '",
    "one&nbsp;two": "holds &nbsp; for a space, as HTML writes it; type a space",
    "so [@harbour-handbook]": "holds [@harbour-handbook], which would be shown as it is; take it out, and name "
    "the source under sources",
}
HONEST = ("CAFÉ’s", "SÃO PAULO", "Â and â", "château", "AT&T; R&D", "a [note] @home", "½ of £5 – “so”", "&nosuchcode;")


def said(project, file, text):
    path = project / file
    before = path.read_text(encoding="utf-8")
    assert PLACES[file] in before
    path.write_text(before.replace(PLACES[file], f"'{text.replace(chr(39), chr(39) * 2)}'", 1), encoding="utf-8")
    return [issue.message for issue in load(project).issues]


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("text", ODD)
def test_what_another_program_left_is_named(text, file, small_project):
    assert said(small_project, file, text) == [ODD[text]]


@pytest.mark.parametrize("text", HONEST)
def test_honest_signs_are_left_alone(text, small_project):
    assert said(small_project, "cases/harbour.yml", text) == []


def test_an_address_keeps_its_codes(small_project):
    path = small_project / "cases/harbour.yml"
    path.write_text(path.read_text().replace("harbour.example/eight-shores", "harbour.example/eight?a=1&copy;=2"))
    assert load(small_project).issues == []
