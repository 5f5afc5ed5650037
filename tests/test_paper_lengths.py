"""A style sheet gets the lengths of paper themselves, and no list of their names."""

from __future__ import annotations

import re

import pytest

from casebook.site.assets import SHEETS
from casebook.site.paper_lengths import write_out

TOKENS = ":root { --paper: #ffffff; --paper-4pt: 4pt; --paper-0-5em: .5em; }"


def test_a_length_stands_in_the_place_of_its_name():
    sheet = f"{TOKENS} p {{ color: var(--paper); margin: var(--paper-4pt) 0 var(--paper-0-5em); }}"
    written = write_out(sheet, TOKENS)
    assert "margin: 4pt 0 .5em;" in written
    assert "--paper-" not in written
    assert "--paper: #ffffff;" in written
    assert "color: var(--paper);" in written


def test_a_name_that_is_no_token_is_no_length():
    with pytest.raises(KeyError):
        write_out("p { margin: var(--paper-5pt); }", TOKENS)


@pytest.mark.parametrize("path", SHEETS)
def test_every_style_sheet_of_the_site_says_its_lengths(path):
    sheet = SHEETS[path]()
    assert re.search(r"\d+pt", sheet)
    assert "--paper-" not in sheet
