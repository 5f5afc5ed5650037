"""Every country of a case has a name, which the filters, the matrix and the search show."""

from __future__ import annotations

from casebook.library.library import Library


def test_every_country_of_a_case_has_a_name(library: Library) -> None:
    names = library.messages.at("countries")
    codes = {code for case in library.cases.values() for code in (case.country, *(part.country for part in case.parts))}
    assert {code for code in codes if code and code not in names} == set()
