"""The one grammar of dates."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.text.date_remedies import remedy_for
from casebook.text.dates import MONTHS, Point, When, parse_when

days = st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 12, 31))
marks = st.sampled_from(["", "~", "?"])


@st.composite
def points(draw):
    day = draw(days)
    much = draw(st.integers(1, 3))
    return Point(day.year, day.month if much > 1 else None, day.day if much > 2 else None, draw(marks))


@given(points())
def test_what_is_written_is_read_again_as_the_same(point):
    assert parse_when(point.written()) == When(point, point)


@given(points(), points())
def test_a_span_is_read_again_as_the_same_or_refused_when_it_ends_before_it_begins(first, second):
    text = f"{first.written()}/{second.written()}"
    if first.first_day > second.last_day:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse_when(text)
    elif second.year - first.year > 99:
        with pytest.raises(ValueError, match="99 is the most"):
            parse_when(text)
    else:
        when = parse_when(text)
        assert (when.start, when.end) == (first, second)
        assert when.begins <= when.ends
        assert parse_when(when.written()) == when


@given(st.text())
def test_any_text_is_a_date_or_is_refused_in_words(text):
    refused = ""
    try:
        when = parse_when(text)
    except ValueError as error:
        refused = str(error)
        assert "“" in refused, "it quotes what was written"
    assert refused or when.begins <= when.ends


@given(points())
def test_a_date_begins_no_later_than_it_ends(point):
    assert point.first_day <= point.last_day


@given(points(), days)
def test_what_is_over_has_begun(point, day):
    when = When(point, point)
    assert when.has_begun_before(day) or not when.is_over_before(day)


@pytest.mark.parametrize(("written", "spoken"), [
    ("2018-11-20", "20 November 2018"), ("2018-11", "November 2018"), ("2018", "2018"), ("2018~", "about 2018"), ("2016?", "2016 (uncertain)"),
    ("2013/2019", "2013 to 2019"), ("2019-04/..", "from April 2019"), ("../2018-11", "until November 2018"), ("2018~/2019?", "about 2018 to 2019 (the end uncertain)"),
    ("2019-04-16/2019-04-17", "16 to 17 April 2019"), ("2019-04-16/2019-05-03", "16 April to 3 May 2019"), ("2017-05/2017-07", "May to July 2017"),
    ("2017-05/2018-07", "May 2017 to July 2018"), ("2017-05/2017-07-04", "May to 4 July 2017"), ("2019-04-16/2019-04", "16 April 2019 to April 2019"),
    ("2019/2019-04", "2019 to April 2019"), ("2017-05~/2017-07", "about May 2017 to July 2017"), ("2022-09?/2023-01?", "September 2022 to January 2023 "
                                                                                                                       "(uncertain)"),
    ("2022-09?/2022-11?", "September to November 2022 (uncertain)"), ("2013?/2014", "2013 (uncertain) to 2014"), ("../2013-04?", "until April 2013 (uncertain)"),
])  # fmt: skip
def test_a_date_in_words(written, spoken):
    assert parse_when(written).spoken() == spoken


@pytest.mark.parametrize(("written", "bracketed"), [
    ("2013", "(2013)"), ("2013?", "(2013, uncertain)"), ("2022-09?/2023-01?", "(September 2022 to January 2023, "
                                                                              "uncertain)"), ("2013?/..", "(from 2013, uncertain)"),
    ("2013?/2014", "(2013, uncertain, to 2014)"), ("2013/2014?", "(2013 to 2014, the end uncertain)"), ("2019-04-16/2019-04-17", "(16 to 17 April 2019)"),
])  # fmt: skip
def test_a_date_in_brackets_has_no_brackets_within(written, bracketed):
    assert parse_when(written).bracketed() == bracketed


@given(points(), points())
def test_a_span_in_words_says_its_doubt_once_and_loses_no_day_month_or_year(first, second):
    said = When(first, second).spoken()
    assert said.count("uncertain") == ("?" in (first.mark, second.mark))
    assert first.month is None or MONTHS[first.month] in said
    assert str(first.year) in said
    assert str(second.year) in said
    assert [str(part) for part in (first.day, second.day) if part and str(part) not in said] == []


def test_an_end_that_lies_after_the_day_is_not_told():
    day = datetime.date(2018, 6, 1)
    assert parse_when("2013/2019").spoken(until=day) == "from 2013"
    assert parse_when("2013/2017").spoken(until=day) == "2013 to 2017"
    assert parse_when("2013/2018").spoken(until=day) == "from 2013", "2018 is not over in June 2018"


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2013/2019", "2013 to 2019"),
        ("2014/..", "from 2014"),
        ("../2014", "until 2014"),
        ("2014-02/2014-09", "2014"),
        ("2014~", "2014"),
    ],
)
def test_the_years_alone(written, years):
    assert parse_when(written).years() == years


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "2018-13",
        "2018-02-30",
        "18",
        "2018/",
        "/2018",
        "2018-1",
        "2018-11-2",
        "20181120",
        "2018-11-20/2018-11-19",
        "2018~~",
        "~2018",
        "0000",
        "0001",
        "1201",
        "1799",
        "2101",
        "9999",
        "2018-00",
        "2018-11-00",
        "1201/2022",
        "2018/9999",
        "9999/..",
        "../1799",
        "1918/2018",
        "1800/2100",
        "２０１８",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match="“"):
        parse_when(text)


def test_a_month_is_over_only_when_its_last_day_has_passed():
    when = parse_when("2018-02")
    assert not when.is_over_before(datetime.date(2018, 2, 28))
    assert when.is_over_before(datetime.date(2018, 3, 1))


def test_a_leap_year_has_a_29th_of_february():
    assert parse_when("2020-02").ends == datetime.date(2020, 2, 29)


REMEDIES = {
    "2018/19": "2018-04/2019-03",
    "2018-19": "2018-04/2019-03",
    "2018–19": "2018-04/2019-03",
    "FY2018/19": "2018-04/2019-03",
    "FY 18/19": "2018-04/2019-03",
    "FY2018/2019": "2018-04/2019-03",
    "1999/00": "1999-04/2000-03",
    "2009/10": "2009-04/2010-03",
    "2018/19 to 2020/21": "2018-04/2021-03",
    "2018/07": "2018-07",
    "2015-19": "2015/2019",
    "2016-2019": "2016/2019",
    "2016–2019": "2016/2019",
    "2016 to 2019": "2016/2019",
    "22/07/2025": "2025-07-22",
    "07/22/2025": "2025-07-22",
    "22.07.2025": "2025-07-22",
    "22-7-25": "2025-07-22",
    "6/7/2025": "2025-07-06",
    "20-11-2018": "2018-11-20",
    "2025/07/22": "2025-07-22",
    "20250722": "2025-07-22",
    "2018-1-2": "2018-01-02",
    "2018-20-11": "2018-11-20",
    "20 November 2018": "2018-11-20",
    "November 20, 2018": "2018-11-20",
    "Tuesday 20th Nov 2018": "2018-11-20",
    "Sept. 2018": "2018-09",
    "2018 November": "2018-11",
    "Nov-18": "2018-11",
    "11/2018": "2018-11",
    "Q3 2018": "2018-07/2018-09",
    "2018-Q4": "2018-10/2018-12",
    "third quarter of 2018": "2018-07/2018-09",
    "spring 2018": "2018-03/2018-05",
    "the 1990s": "1990/1999",
    "c. 2018": "2018~",
    "about 2018": "2018~",
    "2018 (?)": "2018?",
    "since 2018": "2018/..",
    "2018 onwards": "2018/..",
    "2018-": "2018/..",
    "2018 - present": "2018/..",
    "until 2018": "../2018",
    "/2018": "../2018",
    "May to July 2017": "2017-05/2017-07",
    "May-July 2017": "2017-05/2017-07",
    "3 to 5 May 2017": "2017-05-03/2017-05-05",
    "2018-11-20T00:00:00": "2018-11-20",
    "“2018”": "2018",
    "2018-04..2019-03": "2018-04/2019-03",
    "2019/2016": "2016/2019",
    "2018-11-20/2018-11-19": "2018-11-19/2018-11-20",
}


@pytest.mark.parametrize(("typed", "remedy"), REMEDIES.items(), ids=list(REMEDIES))
def test_the_whole_value_is_quoted_and_the_remedy_is_a_date(typed, remedy):
    with pytest.raises(ValueError, match="“") as refused:
        parse_when(typed)
    said = str(refused.value)
    assert said.startswith(f"“{typed}” ")
    assert f" {remedy}" in said
    assert parse_when(remedy).written() == remedy, "what is printed can be typed"


@pytest.mark.parametrize(("typed", "remedy"), [
    ("2016-03 to 2016-05", "2016-03/2016-05"), ("2016/03 - 2016/05", "2016-03/2016-05"), ("2016-11 to 2017-02", "2016-11/2017-02"),
    ("2011-12 to 2012-13", "2011-04/2013-03 for financial years"), ("2010-11 to 2011-12", "2010-11/2011-12 for the months, or 2010-04/2012-03 for "
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          ""
                                                                                          "financial years"),
    ("December to January 2017", "2016-12/2017-01 (if 2017 is the year of the end)"), ("Dec-Jan 2016", "2015-12/2016-01 (if 2016 is the year of the end)"),
    ("28 Dec - 3 Jan 2017", "2016-12-28/2017-01-03 (if 2017 is the year of the end)"), ("1/2016", "2016-01"), ("4/2016", "2016-04"), ("2018-06 ..", "2018-06/.."),
    ("2006/09", "2006-09 for the month, or 2006/2009 for the years"), ("2016–7", "2016-07 for the month, or 2016/2017 for the two years"),
    ("Nov 18", "2018-11 (if 18 is the year)"), ("18-11-20", "2020-11-18 (if 18 is the day)"), ("2019 to 2016", "2016/2019 (the earlier date first)"),
    ("between 2016 and 2019", "2016/2019"),
])  # fmt: skip
def test_a_remedy_for_a_date_is_what_was_meant_or_says_its_doubt(typed, remedy):
    assert remedy_for(typed) == f"write {remedy}"


@pytest.mark.parametrize("typed", [
    "5 to 3 May 2017", "2016-03/05", "first 2016", "1 2016", "06-07", "after 2018", "before May 2018", "2016 and 2019", "May and July 2017", "1-3/2018", "mayor 2018",
    "decided 2016", "marching 2016", "1 to 3 2018",
])  # fmt: skip
def test_where_a_date_could_mean_two_things_only_the_form_is_said(typed):
    assert remedy_for(typed) == ""


@pytest.mark.parametrize(("typed", "said"), [
    ("2018-02-30", "February 2018 has the days 01 to 28"), ("2019-04-31", "April 2019 has the days 01 to 30"),
    ("2018-13", "a year has the months 01 to 12"), ("2018-00", "a year has the months 01 to 12"),
    ("1201/2022", "names the year 1201; dates are from 1800 to 2100"), ("9999", "names the year 9999"), ("0001", "names the year 0001"),
    ("1918/2018", "spans 100 years, and 99 is the most"), ("winter in town", "is not a date; write 2018-11-20"),
])  # fmt: skip
def test_a_date_that_cannot_be_is_refused_with_the_reason(typed, said):
    with pytest.raises(ValueError, match="“") as refused:
        parse_when(typed)
    assert said in str(refused.value)


@given(st.text(alphabet="0123456789/-. tofQmay~?NVnov", max_size=24))
def test_whatever_is_suggested_can_be_typed(text):
    remedy = remedy_for(text).removeprefix("write ")
    assert not remedy or parse_when(remedy.split()[0].rstrip(","))


@pytest.mark.parametrize("typed", ["2018\n::error::x", "\x1b[2J2018", "20\u200b18", "2" * 100_000])
def test_a_message_about_a_date_is_one_short_line(typed):
    with pytest.raises(ValueError, match="“") as refused:
        parse_when(typed)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 500
