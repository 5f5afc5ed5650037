"""What to write in place of something that is meant as a date: financial years, English dates, months, quarters, spans
in words.

Gives a date as the casebook writes it, and why where that is not plain; it never decides for the contributor.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if number}
_MONTH = (
    r"(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:(?<=jan)uary|(?<=feb)r?uary|(?<=mar)ch|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust|(?<=sep)t(?:ember)?|(?<=oct)ober|(?<=[vc])ember)?\.?)"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?"
_QUARTERS = {"1": 1, "first": 1, "2": 2, "second": 2, "3": 3, "third": 3, "4": 4, "fourth": 4, "last": 4}
_SEASONS = {"spring": ("03", "05"), "summer": ("06", "08"), "autumn": ("09", "11")}
_SPAN = re.compile(r" to | until | till | - |(?<=\d)\.\.(?=\d)| / ")
_YEAR_ALONE = re.compile(_YEAR)


def remedy_for(text: str) -> str:
    """What to write instead, as “write 2018-04/2019-03 for a financial year”; empty where nobody can tell."""
    plain = _plain(text)
    if len(plain) > 60:
        return ""
    for shape, mend in _SHAPES:
        found = shape.fullmatch(plain)
        mended = mend(found) if found else ""
        if mended:
            return f"write {mended}"
    return ""


def _plain(text: str) -> str:
    """In small letters, with ordinary digits, dashes and spaces, and without quotation marks."""
    plain = re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", text[:100])).strip(" “”‘’\"',").lower()
    return re.sub(r"\s+", " ", re.sub(r"(?<![. ])\.\Z", "", plain))


def _financial_year(found: re.Match[str]) -> str:
    first, last, slash = _four(found["first"]), int(found["last"]) % 100, found["sign"] == "/"
    if not found["named"] and len(found["first"]) == 2 and last <= 12:
        return ""
    if (first + 1) % 100 == last:
        month = f", or {first}-{last:02d} for the month" if 1 <= last <= 12 and not found["named"] else ""
        return f"{first}-04/{first + 1}-03 for a financial year{month}"
    if found["named"] or len(found["first"]) == 2:
        return ""
    if slash and 1 <= last <= 12:
        years = f" for the month, or {first}/{first // 100 * 100 + last} for the years" if last > first % 100 else ""
        return f"{first}-{last:02d}{years}"
    return f"{first}/{first // 100 * 100 + last}" if last > first % 100 else ""


def _financial_years(found: re.Match[str]) -> str:
    """2015/16 to 2017/18: financial years; 2016-03 to 2016-05: months; 2010-11 to 2011-12 may be either."""
    ends = [(int(found[year]), int(found[rest])) for year, rest in (("from", "first"), ("to", "last"))]
    months = _joined(*(f"{year}-{rest:02d}" for year, rest in ends)) if all(1 <= rest <= 12 for _, rest in ends) else ""
    if any((year + 1) % 100 != rest for year, rest in ends):
        return months
    years = _joined(f"{min(ends)[0]}-04", f"{max(ends)[0] + 1}-03")
    named = f"{years} for financial years" if years else ""
    return f"{months} for the months, or {named}" if months and named else months or named


def _joined(first: str, last: str) -> str:
    """A span, the earlier date first; empty where it would be too long for one."""
    is_turned = first[: len(last)] > last[: len(first)]
    begins, ends = (last, first) if is_turned else (first, last)
    return (
        f"{begins}/{ends}{' (the earlier date first)' if is_turned else ''}"
        if int(ends[:4]) - int(begins[:4]) < 100
        else ""
    )


def _numbers(found: re.Match[str]) -> str:
    """22/07/2025: the day first, as in English; where only the other order gives a day, that one."""
    first, second, year = int(found["a"]), int(found["b"]), _four(found["year"])
    short = len(found["year"]) == 2 and _day(_four(found["a"]), second, int(found["year"]))
    doubt = f" (if {first} is the day)" if (first <= 12 and second <= 12 and first != second) or short else ""
    return _day(year, second, first, doubt) or _day(year, first, second) or _no_such_day(year, second, first)


def _no_such_day(year: int, month: int, day: int) -> str:
    """31/06/2019: the month alone, for only the contributor knows the day."""
    return f"{year}-{month:02d} (that month has no day {day})" if 1 <= month <= 12 and 28 < day <= 31 else ""


def _day(year: int, month: int, day: int, doubt: str = "") -> str:
    real = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return f"{year}-{month:02d}-{day:02d}{doubt}" if real else ""


def _four(year: str) -> int:
    """A year of two figures in full: 25 is 2025, 95 is 1995."""
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 60 else 1900 + int(year)


def _named_month(found: re.Match[str]) -> str:
    parts = found.groupdict()
    year, month = _four(parts["year"]), _MONTHS[parts["month"]]
    return _day(year, month, int(parts["day"])) if parts.get("day") else f"{year}-{month:02d}"


def _quarter(found: re.Match[str]) -> str:
    last = _QUARTERS[found["quarter"]] * 3
    return f"{found['year']}-{last - 2:02d}/{found['year']}-{last:02d} for a quarter of the calendar year"


def _season(found: re.Match[str]) -> str:
    first, last = _SEASONS[found["season"]]
    return f"{found['year']}-{first}/{found['year']}-{last}"


def _wrong_order(found: re.Match[str]) -> str:
    """2018-7-4, 2018.07.04, 20180704, and 2018-20-11 with the day in the middle."""
    year, second, third = int(found["year"]), int(found["b"]), int(found["c"])
    return _day(year, second, third) or _day(year, third, second)


def _month(found: re.Match[str]) -> str:
    year, month = int(found["year"]), int(found["b"])
    years = (
        f" for the month, or {year}/{year + 1} for the two years"
        if len(found["b"]) == 1 and month == year % 10 + 1 and "-" in found[0]
        else ""
    )
    return f"{year}-{month:02d}{years}" if 1 <= month <= 12 else ""


def _month_or_day(found: re.Match[str]) -> str:
    """Nov 18 may be a month or a day."""
    doubt = f" (if {found['year']} is the year)" if int(found["year"]) <= 31 else ""
    return f"{_named_month(found)}{doubt}"


def _span(found: re.Match[str]) -> str:
    """Two dates with a word or a dash between; the first may leave its month or year to the second."""
    first, _, last = _SPAN.sub("\0", found["span"], count=1).partition("\0")
    begins, ends = _one(first), _one(last)
    year = _YEAR_ALONE.search(last)
    if begins or not (ends and year):
        return _joined(begins, ends) if begins and ends else ""
    if re.fullmatch(r"\d{1,2}", first):
        begins = _one(f"{first} {last.partition(' ')[2]}")
        return _joined(begins, ends) if begins <= ends else ""
    begins = _one(f"{first} {year[0]}")
    if not begins or begins[: len(ends)] <= ends[: len(begins)]:
        return _joined(begins, ends) if begins else ""
    before = _one(f"{first} {int(year[0]) - 1}")
    return f"{before}/{ends} (if {year[0]} is the year of the end)" if before else ""


def _one(text: str) -> str:
    """One end of a span."""
    if re.fullmatch(r"(?:1[89]|20)\d\d(?:-\d\d(?:-\d\d)?)?", text):
        return text
    mended = remedy_for(text).removeprefix("write ")
    return mended if re.fullmatch(r"[\d-]+", mended) else ""


def _with(before: str, after: str) -> Callable[[re.Match[str]], str]:
    """A date in `of`, with a sign before or after it."""
    return lambda found: f"{before}{_one(found['of'])}{after}" if _one(found["of"]) else ""


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(shape), mend)
    for shape, mend in (
        (
            r"(?P<named>(?:fy|financial year|f/y|year) ?)?(?P<first>(?:1[89]|20)?\d\d) ?(?P<sign>[/-]) ?(?P<last>\d\d)",
            _financial_year,
        ),
        (
            r"(?P<named>(?:fy|financial year) ?)(?P<first>(?:1[89]|20)\d\d) ?(?P<sign>[/-]) ?(?P<last>(?:19|20)\d\d)",
            _financial_year,
        ),
        (r"(?P<a>\d{1,2})(?P<sign>[/ -]|\. ?)(?P<b>\d{1,2})(?P=sign)(?P<year>(?:1[89]|20)\d\d|\d\d)", _numbers),
        (rf"{_YEAR}(?P<sign>[/. -])(?P<b>\d\d?)(?P=sign)(?P<c>\d\d?)", _wrong_order),
        (r"(?P<year>(?:1[89]|20)\d\d)(?P<b>\d\d)(?P<c>\d\d)", _wrong_order),
        (rf"{_YEAR}[/. -](?P<b>\d\d?)", _month),
        (rf"{_WEEKDAY}(?:the )?{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}", _named_month),
        (rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY},? {_YEAR}", _named_month),
        (rf"(?:in )?{_MONTH},?[ -]?(?:of )?{_YEAR}", _named_month),
        (rf"{_YEAR},?[ -]{_MONTH}", _named_month),
        (rf"q(?:uarter )?(?P<quarter>[1-4])(?: of)?[ ,/-]{{0,2}}{_YEAR}", _quarter),
        (
            rf"(?:the )?(?P<quarter>[1-4]|first|second|third|fourth|last)(?:st|nd|rd|th)? quarter,?(?: of)? {_YEAR}",
            _quarter,
        ),
        (rf"{_YEAR}[ ,/-]{{0,2}}q(?P<quarter>[1-4])", _quarter),
        (rf"(?:in )?(?P<season>spring|summer|autumn),? (?:of )?{_YEAR}", _season),
        (r"(?P<of>(?:1[89]|20)\d\d(?:-\d\d){0,2})(?:t[\d:.]+z?| 00:00(?::00)?)?", _with("", "")),
        (r"(?P<b>\d\d?)[/.-](?P<year>(?:1[89]|20)\d\d)", _month),
        (rf"{_MONTH}(?:-| ?')(?P<year>\d\d)", _named_month),
        (rf"{_MONTH} (?P<year>\d\d)", _month_or_day),
        (
            r"(?P<from>(?:1[89]|20)\d\d)[/-](?P<first>\d\d)(?: to | - )(?P<to>(?:1[89]|20)\d\d)[/-](?P<last>\d\d)",
            _financial_years,
        ),
        (r"(?:the )?(?P<year>(?:1[89]|20)\d)0'?s", lambda found: f"{found['year']}0/{found['year']}9"),
        (r"(?:about|around|circa|ca\.?|c\.?|approximately|approx\.?|roughly|~) ?(?P<of>.+)", _with("", "~")),
        (r"\? ?(?P<of>.+)", _with("", "?")),
        (r"(?P<of>.+?) ?\(?\?\)?", _with("", "?")),
        (r"(?:since|from) (?P<of>.+)", _with("", "/..")),
        (
            r"(?P<of>.+?) ?(?:onwards?|-|/|\.\.|(?:-|to|until) ?(?:now|present|date|today)|/ ?(?:now|present|today))",
            _with("", "/.."),
        ),
        (r"(?:until|till|up to|by|\.\.|/|-) ?(?P<of>.+)", _with("../", "")),
        (r"(?P<of>(?:1[89]|20)\d\d)-(?P<to>(?:1[89]|20)\d\d)", lambda found: _joined(found["of"], found["to"])),
        (r"(?:from )?(?P<span>.+(?: to | until | till | - | / |\d\.\.\d).+)", _span),
        (
            r"between .+ and .+",
            lambda found: remedy_for(found[0].removeprefix("between ").replace(" and ", " to ", 1)).removeprefix(
                "write "
            ),
        ),
        (
            r"[a-z]+\.?-[a-z]+\.? (?:1[89]|20)\d\d",
            lambda found: remedy_for(found[0].replace("-", " to ", 1)).removeprefix("write "),
        ),
    )
)
