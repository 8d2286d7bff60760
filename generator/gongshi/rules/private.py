"""Private numbers in running text: found however they are typed, shown only masked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from gongshi.model.finding import Finding
from gongshi.model.records import Contacts, Meeting
from gongshi.model.working import LogEntry, Posting, Spot
from gongshi.rules.texts import Text

_GAP, _GAPS = r"[ \-—–_.·]?", r"[ \-—–_.·]{0,2}"
_START, _END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_IDENTITY = re.compile(
    rf"{_START}(?:\d(?:{_GAPS}\d){{16}}{_GAPS}[\dXx]"
    rf"|(?<!\d\.)\d{{6}}{_GAPS}\d{{6}}{_GAPS}\d{{3}}){_END}"
)
#: Cards are typed in one piece or in fours; looser gaps would catch the years of a résumé.
#: What stands behind a point is the rest of a fraction as a workbook keeps it.
_CARD = re.compile(
    rf"{_START}(?:(?<!\d\.)\d{{16,17}}|(?<!0\.)\d{{18,19}}"
    rf"|(?<!\d\.)\d{{4}}(?:{_GAP}\d{{4}}){{3}}{_GAP}\d{{0,3}}){_END}"
)
#: Longer than any number, or than a mobile's: one that a message puts beside other digits.
_GLUED, _LONG = re.compile(r"\d{19,}"), re.compile(rf"{_START}\d{{12,}}{_END}")
_MOBILE = re.compile(
    rf"(?<!\d)(?:(?:\+|00)?86{_GAPS})?"
    rf"(1[3-9]\d(?:{_GAPS}\d{{4}}{_GAPS}\d{{4}}|\d{_GAPS}\d{{4}}{_GAPS}\d{{3}}))(?!{_GAP}\d)"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
#: Whether a text has a digit of any script: most texts have none, and are passed over.
_DIGITS = re.compile(r"\d").search
_ATS = re.compile("[@＠﹫]").search

#: A house below the village: 三组12号, 5栋2单元301室.  Offices have streets, homes have these.
_FIGURES = r"[\d一二三四五六七八九十]{1,3}"
_HOME = re.compile(
    rf"{_FIGURES}(?:村民|居民)?(?:小组|组|社|队)"
    r"(?:\d{1,4}[号户]|[一二三四五六七八九十百]{1,4}号(?!楼|候选|公告))(?!票|箱|投票)"
    rf"|\d{{1,4}}(?:栋|幢|号楼)(?:{_FIGURES}单元)?\d{{2,4}}[室号户]|{_FIGURES}单元\d{{2,4}}[室号户]?"
)
#: The same in English: No. 12, Group 3; Building 5, Room 301.
_HOUSE, _FLAT = r"(?:House|No\.) ?\d{1,4}", r"(?:Building|Unit) \d{1,3}"
_HOME_ABROAD = re.compile(
    rf"\bGroup \d{{1,3}},? {_HOUSE}\b|\b{_HOUSE},? (?:of )?Group \d{{1,3}}\b"
    rf"|\b{_FLAT},? Room \d{{2,4}}\b|\bRoom \d{{2,4}},? {_FLAT}\b"
)

#: Where somebody is or lives, to the metre: 北纬30.572269, 104.0665,30.5722, 30°34′20″.
_EAST, _NORTH = r"(?:7[3-9]|[89]\d|1[0-3]\d)\.\d{4,}", r"(?:[1-5]\d|[3-9])\.\d{4,}"
_POSITION = re.compile(
    r"(?:[经纬]度|东经|北纬|GPS|l(?:ong|at)itude)[^\d\n]{0,8}\d{1,3}\.\d{3,}"
    r"|\d{1,3} ?° ?\d{1,2} ?[′'] ?\d[\d.]*"
    rf"|(?<![\d.])(?:{_EAST}[ ,;、/]{{1,2}}{_NORTH}|{_NORTH}[ ,;、/]{{1,2}}{_EAST})(?![\d.])",
    re.IGNORECASE,
)
#: What may stand inside a number unseen; digits of Arabic, Tibetan and Mongolian script.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_OTHER_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0f20-\u0f29\u1810-\u1819]")
_PRECISE = re.compile(r"\.\d{3}|°").search

#: The first two digits of identity numbers: provinces, Taiwan, Hong Kong, Macau, residents.
_REGIONS = frozenset(
    area
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (81, 83))
    for area in (71, 91, *range(first, last + 1))
)
#: Cells whose addresses are places where everybody may go.
_PLACES = frozenset(((Meeting, "venue"), (LogEntry, "venue"), (Posting, "spot"), (Spot, "name")))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_numbers(text: str) -> list[str]:
    """The 18-digit (with a right check digit) and 15-digit identity numbers of a text.

    Full-width digits, spaces and hyphens are seen through; region and date must exist
    (GB 11643-1999).
    """
    return [number for number in _numbers(_IDENTITY, text) if _is_identity(number)]


def bank_cards(text: str) -> list[str]:
    """The card numbers of 16 to 19 digits with a right Luhn digit (GB/T 19584)."""
    return [number for number in _numbers(_CARD, text) if _is_card(number)]


def mobile_numbers(text: str) -> list[str]:
    """The mobile numbers of the mainland, with or without +86."""
    return _numbers(_MOBILE, text)


def mail_addresses(text: str) -> list[str]:
    """The mail addresses of a text."""
    return [] if "@" not in text and "＠" not in text else _MAIL.findall(even(text))


def home_addresses(text: str) -> list[str]:
    """The parts of a text that name a house below the village (个人住址)."""
    if not _DIGITS(text) and "号" not in text:
        return []
    text = even(text)
    homes = [] if text.isascii() else _HOME.findall(text)
    return homes + (_HOME_ABROAD.findall(text) if "Room " in text or "Group " in text else [])


def positions(text: str) -> list[str]:
    """The coordinates in a text that name a spot to some metres."""
    text = even(text)
    return _POSITION.findall(text) if _PRECISE(text) else []


@lru_cache(maxsize=8)
def even(text: str) -> str:
    """The text as its digits are read: those of other widths and scripts as ASCII."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)


def masked(number: str) -> str:
    """Enough of a private number to find it, and no more: ``138****1234``."""
    if "@" in number:
        name, _, host = number.partition("@")
        return f"{name[0]}***@{host}"
    if _HOME.fullmatch(number) or _HOME_ABROAD.fullmatch(number):
        return f"{number[0]}***{number[-1]}"
    if _POSITION.fullmatch(number):
        return f"{number[:2]}***"
    if len(number) == 11:
        return f"{number[:3]}****{number[-4:]}"
    return f"{number[:2]}{'*' * (len(number) - 5)}{number[-3:]}"


def hidden(text: str) -> str:
    """The text with every private number, address and mail in it masked; else unchanged."""
    if not _DIGITS(text) and not _ATS(text) and "号" not in text:
        return text
    plain = even(text)
    shown = _masked_in(never_shown(plain), _MOBILE, bool)
    for pattern in (_MAIL, _HOME, _HOME_ABROAD, _POSITION):
        shown = pattern.sub(lambda found: masked(found[0]), shown)
    return text if shown == plain else shown


def discreet(finding: Finding) -> Finding:
    """The finding with what is private in its message masked."""
    message = _masked_in(hidden(finding.message), _LONG, bool)
    return finding if message == finding.message else replace(finding, message=message)


def never_shown(text: str) -> str:
    """The text with the numbers masked that nobody may declare public: of persons, of cards."""
    if not _DIGITS(text):
        return text
    plain = even(text)
    shown = _masked_in(plain, _IDENTITY, _is_identity)
    shown = _masked_in(shown, _CARD, _is_card)
    shown = _masked_in(shown, _GLUED, bool)
    return text if shown == plain else shown


def _masked_in(text: str, pattern: re.Pattern[str], is_private: Callable[[str], bool]) -> str:
    def mask(found: re.Match[str]) -> str:
        digits = re.sub(r"[^0-9Xx]", "", found[pattern.groups]).upper()
        return masked(digits) if is_private(digits) else found[0]

    return pattern.sub(mask, text)


def declared(text: Text) -> bool:
    """Whether the text is a line of 联系方式, which is public by declaration."""
    return isinstance(text.record, Contacts)


def is_open(text: Text) -> bool:
    """Whether the text names a place where everybody may go, or is public by declaration."""
    return declared(text) or (type(text.record), text.field) in _PLACES


def _numbers(pattern: re.Pattern[str], text: str) -> list[str]:
    if not _DIGITS(text):
        return []
    found = pattern.findall(even(text))
    return [re.sub(r"[^0-9Xx]", "", number).upper() for number in found]


def _is_card(number: str) -> bool:
    return len(number) >= 16 and number[0] in "3456" and _luhn(number) and not _is_identity(number)


def _is_identity(number: str) -> bool:
    if int(number[:2]) not in _REGIONS:
        return False
    if len(number) == 15 and number.isdigit():
        return _is_date(f"19{number[6:12]}")
    if len(number) != 18:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _is_date(number[6:14]) and "10X98765432"[total % 11] == number[-1]


def _is_date(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1900 <= day.year < 2100


def _luhn(number: str) -> bool:
    if not number.isdigit():
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(number), 1)]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
