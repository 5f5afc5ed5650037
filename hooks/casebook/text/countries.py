"""The country codes of ISO 3166-1, those of the parts of the United Kingdom (ISO 3166-2), and what people write for
some.
"""

from __future__ import annotations

_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
UNITED = ("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS")
_NAMES = {
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern ireland": "GB-NIR",
    "united kingdom": "GB",
    "uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "ireland": "IE",
    "new zealand": "NZ",
    "australia": "AU",
    "canada": "CA",
    "united states": "US",
    "usa": "US",
    "germany": "DE",
    "netherlands": "NL",
    "the netherlands": "NL",
    "sweden": "SE",
    "norway": "NO",
    "denmark": "DK",
    "finland": "FI",
    "france": "FR",
    "spain": "ES",
    "italy": "IT",
    "switzerland": "CH",
    "austria": "AT",
    "belgium": "BE",
    "gb-england": "GB-ENG",
    "eng": "GB-ENG",
    "sct": "GB-SCT",
    "wls": "GB-WLS",
    "nir": "GB-NIR",
}
_MEANT = {"UK": "GB", "EN": "GB-ENG", "EL": "GR", "JA": "JP", "CS": "CZ", "DA": "DK"}


def code_of(name: str) -> str:
    """The code of a country that is written as a word; empty where it is not known here."""
    return _NAMES.get(name.strip().lower(), "")


def why_no_country(code: str) -> str:
    """Why a code of the right form is that of no country, and what to write; empty where it is one."""
    country, _, part = code.partition("-")
    united = f"for a part of the United Kingdom, write {', '.join(UNITED[:-1])} or {UNITED[-1]}"
    if country not in COUNTRIES:
        meant = f"write {_MEANT[country]}" if country in _MEANT else "look it up in ISO 3166"
        return f"“{code}” is not a country code; {meant}{f'; {united}' if country == 'UK' else ''}"
    if part and country == "GB" and code not in UNITED:
        return f"“{code}” is not a part of the United Kingdom; write {', '.join(UNITED[:-1])} or {UNITED[-1]}"
    return ""
