"""Texts, dates and ids out of the way: what a hurried, unlucky or hostile contributor may write into a field."""

from __future__ import annotations

CANARY = "canary"
"""Every payload that tries to come alive says this, in an element, an attribute or an address."""

_CONTROL = (*range(0x00, 0x20), 0x7F, 0x80, 0x85, 0x9B, 0x9F)
_INVISIBLE = (
    0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2028, 0x2029, 0x2060, 0x2066, 0x2069,
    0x3164, 0xFE00, 0xFEFF,
)  # fmt: skip
_ODD = (
    0xA0, 0x2007, 0x202F, 0x3000, 0xE000, 0xFDD0, 0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0041, 0x10FFFF,
    0xD800, 0xDFFF,
)  # fmt: skip
SIGNS = tuple(chr(code) for code in (*_CONTROL, *_INVISIBLE, *_ODD))

HTML = (
    "<script>canary(1)</script>", "<img src=x onerror=canary(2)>", "\"><x-canary>", "' onmouseover='canary(3)' x='",
    "</script><script>canary(4)</script>",
    "<!--", "-->", "]]>", "<svg onload=canary(5)>", "&lt;x-canary&gt;", "&#60;x-canary&#62;",
    "&amp;#60;x-canary&amp;#62;", "</title><x-canary>",
    "</textarea><x-canary>", "<a href=\"javascript:canary(6)\">x</a>", "<a href='data:text/html,canary'>x</a>",
    "<style>canary{}</style>", "<x-canary",
    "</main></body></html><x-canary>", "\" data-canary=\"1", "<b>bold</b>", "a < b & c > d", "&nbsp;&", "&#8;",
    "<base href=//canary>",
)  # fmt: skip
MARKDOWN = (
    "[x](javascript:canary(7))", "![x](x \"canary\")", "# A heading", "**strong** and _soft_", "`code <x-canary>`",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "- an entry", "> quoted", "[@nobody-here]", "[@harbour-handbook, p. <x-canary>]", "[@report-2017, *Table 2*]",
    "`[@harbour-handbook]`", "⟦0⟧", "⟦99999⟧",
    "[^1]", "{: .lede onclick=canary(8) }", "<https://harbour.example/canary>", "---", "...", "~~~\ncode\n~~~",
    "[x]: javascript:canary(9)", "\\[x](y)",
    "    four spaces", "*Our reading:* so it is.", "one  \ntwo",
)  # fmt: skip
BRACES = (
    "{{ 7 * 7 }}", "{% for one in [1] %}", "{# hidden #}", "{{ canary }}", "${7*7}", "#{7*7}", "{0}", "{name}", "{",
    "}", "%s", "%(name)s", "{{", "}}", "{%", "<%= 7 %>",
)  # fmt: skip
YAML_BEGINNINGS = (
    "- a", "? a", ": a", "@a", "%a", "`a", "!a", "&a", "*a", "| a", "> a", "# a", "a: b", "a #b", "'", '"', "null",
    "~", "true", "no", "on", "1e3",
    "0x1F", "013", "1_000", ".inf", "2018-01-01", "<<", "[a, b]", "{a: b}", "--- a", "=", "a\nb: c",
)  # fmt: skip
SPREADSHEETS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "\u200b=1", ";=1+1;", "a\n=1+1", "\"=1", "=cmd|' /C calc'!A0",
)  # fmt: skip
REFERENCES = (
    "}}@misc{canary,", "\\input{/etc/passwd}", "$x$", "\\", "100%", "a_b^c~d", "x\nER  - \nTY  - JOUR",
    "x\r\nER  - \r\nTY  - JOUR", "@comment{", "and others", "A and B",
)  # fmt: skip
SAID = (
    "\n::error::canary", "\x1b[2J\x1b[1;1H", "Checked 1 case: no problems.", "cases/harbour.yml:1: canary",
    "..; rm -rf /", "$(canary)", "../../etc/passwd", "C:\\con",
)  # fmt: skip
LETTERS = (
    "ĞÜŞİıß", "שלום עולם", "مرحبا بالعالم", "नमस्ते", "漢字かな交じり文", "👩\u200d👩\u200d👧 🏴", "e\u0301tude",
    "Z\u0351\u036b\u0343\u036a" * 40, "ﬁﬂﷺ", "ⅣⅤ½",
    "“quoted” ‘thus’", "'n' roll '90s", "\"a \"b\" c\"", "a -- b - c — d", "O'Neill's \"x'y\"", "ŉ", "\U0001d400",
    "ẞ", "a\u00a0b", "𓀀",
)  # fmt: skip
LENGTHS = (
    "", " ", "\n", "\t", ".", "…", "x" * 121, "x" * 401, "x" * 10_000, "word " * 5_000, "W" * 300 + " " + "i" * 300,
    "\n\n\n", "a\n" * 200, "<" * 3_000, "[" * 3_000, "*" * 3_000,
)  # fmt: skip
ADDRESSES = (
    "https://harbour.example/\"onmouseover=\"canary()", "https://harbour.example/}}@misc{canary,title={x",
    "10.1/x}}@misc{canary,title={\\input{x}", "javascript:canary()",
    "https://harbour.example/<x-canary>", "HTTPS://HARBOUR.EXAMPLE", "https://", "http://[::1", "https://exa mple.org",
    "https://ex\u200bample.org/", "https://user:pass@harbour.example/",
    "https://harbour.example/%ZZ", "//canary", "https://xn--a/", "10./", "10.1000/a b", "doi:10.1000/1",
    "https://doi.org/10.1000/1", "https://例え.jp/", "https://a" + "b" * 3_000,
)  # fmt: skip

_WITH_SIGNS = tuple(text for sign in SIGNS for text in (f"Join and{sign}build?", f"{sign}begins", f"ends{sign}"))
TEXTS = (
    *_WITH_SIGNS, *HTML, *MARKDOWN, *BRACES, *YAML_BEGINNINGS, *SPREADSHEETS, *REFERENCES, *SAID, *LETTERS, *LENGTHS,
    *ADDRESSES,
)  # fmt: skip

DATES: tuple[object, ...] = (
    "0000", "0001", "0001-01-01", "0099", "0999", "1000", "1201/2022", "1599", "1600", "1799", "1800", "1899/2101",
    "2099", "2100", "2101", "2201", "9998", "9999",
    "9999-12", "9999-12-31", "10000", "99999", "-0001", "2018-02-29", "2020-02-29", "2018-00", "2018-13", "2018-1-1",
    "2018-11-31", "2018~", "2018?", "2018~?", "?",
    "..", "../..", "../2018", "2018/..", "2019/2018", "2018/2018", "0001/9999", "2018/2019/2020", "2018 / 2019",
    " 2018", "2018-W10", "2018-11-20T10:00",
    "20181120", "٢٠١٨", "２０１８", "2018–2019", "about 2018", "2018~/2019?", "../9999", "0001/..", "9999/..", "../0001",
    "2018/19", "20/03/2016", "20 March 2016",
    "March 2016", "2016-03/04", "2018-11-20/2018-11-19", "1e3", "", "2018\u200b", "2018\n", 2018, 0, -1, 99_999,
    10**20, 2018.5, True, None, [2018], {"from": 2018},
)  # fmt: skip
IDS: tuple[object, ...] = (
    "constructor", "__proto__", "proto", "prototype", "tostring", "toString", "to-string", "has-own-property",
    "valueof", "value-of", "lengths", "length", "exercise",
    "data", "index", "con", "nul", "prn", "aux", "com1", "lpt9", "endings", "exercises", "cases", "matrix", "compare",
    "timeline", "undefined", "null", "true", "no", "0",
    "1", "00", "007", "1e3", "0x1f", "a" * 80, "a" * 81, "-", "a-", "-a", "a--b", "A", "ä", "a_b", "a.b", "a b",
    "a/b", "../x", "", ".", "content", "toc", "sources", "source",
    "decision", "title", "name", "form", "date", "version", "kind", "participant", "outcome", "facilitator", "sheet",
    "key", "pack", "script", "save", "record", "exercise-data",
    "map", "roles", "ties", "x\n", "a\x00", "a\u200b", "ａ", "otherwise", "canary", 0, 12, True, None, ["a"],
    "finding-tuesday", "source-report-2017", "part", "marks", "all",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1, 5, 2**31, 10**17, 10**400, 1.5, "", "x", [], {}, [[]], [None], {"": ""},
    {"a": {"b": ["c"]}}, ["x"] * 60, "true", "1", "0",
)  # fmt: skip
