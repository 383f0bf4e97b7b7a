"""
Buddhist years, fiscal years and Thai dates.

The Buddhist Era (BE, พ.ศ.) runs 543 years ahead of the Christian Era (CE). Inside the house dates
are CE `date`s and years are BE `int`s; people read both in their own way.

Rules for years as people write them:

- four digits: 2400 and above are BE, 1857 to 2399 CE, anything else is refused;
- two digits in a Thai form (a Thai month name, a Thai word such as ปี or งบ, or Thai digits):
  BE 25xx, so `15 มี.ค. 66` is 2566;
- two digits in figures only: 40 to 99 are BE 25xx (`15/03/66` is 2566); 00 to 39 could be 2523 or
  2023 and are refused, as is every two-digit year beside an English month.

Figures are day, month, year unless the year stands first. Day and month are never swapped. The
Thai year began in April before BE 2484; the rule of 543 is used all the same.
"""

import re
from datetime import date, datetime
from typing import Final

from areamap.i18n import Lang, t

BUDDHIST_OFFSET: Final = 543
"""Years that the Buddhist Era is ahead of the Christian Era."""

_FIRST_BE: Final = 2400
_FIRST_CE: Final = _FIRST_BE - BUDDHIST_OFFSET
_LAST_YEAR: Final = _FIRST_BE - 1 + BUDDHIST_OFFSET
_THAI_CENTURY: Final = 2500
_FIRST_SHORT: Final = 40
_FISCAL_FIRST_MONTH: Final = 10

_ARABIC: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_BLANKS: Final = re.compile(r"[\s\u00a0\u200b-\u200d\u2060\ufeff]+")
_THAI: Final = re.compile(r"[\u0e01-\u0e5b]")
_CHRISTIAN: Final = "ค.ศ"

_THAI_SHORT: Final = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
]
_THAI_LONG: Final = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
_ENGLISH_LONG: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ENGLISH_SHORT: Final = [name[:3] for name in _ENGLISH_LONG]
_MONTHS: Final = {
    name.replace(".", "").lower(): number
    for names in (_THAI_SHORT, _THAI_LONG, _ENGLISH_LONG, _ENGLISH_SHORT)
    for number, name in enumerate(names, start=1)
} | {"sept": 9}

_TIME: Final = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DAY_FIRST: Final = re.compile(
    rf"(\d{{1,2}}) ?[/.\- ] ?(\d{{1,2}}) ?[/.\- ] ?(\d{{2}}|\d{{4}}){_TIME}"
)
_YEAR_FIRST: Final = re.compile(rf"(\d{{4}}) ?[/.\- ] ?(\d{{1,2}}) ?[/.\- ] ?(\d{{1,2}}){_TIME}")
_NAMED: Final = re.compile(
    r"(?:วัน[ก-๎]*ที่|ที่)? ?(\d{1,2}) ?[/\- ]? ?(?:เดือน ?)?([A-Za-z]+\.?|[ก-๎][ก-๎.]*?\.?)"
    r" ?[/\-, ]? ?(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?(\d{2}|\d{4})"
)
_YEAR: Final = re.compile(
    r"(?:ปีงบประมาณ|งบประมาณ|งบปี|ปีงบ|งบ|ปี|fy|b\.?e\.?|a\.?d\.?|c\.?e\.?)?\.? ?"
    r"(?:พ\.?ศ\.?|ค\.?ศ\.?)? ?(\d{2}|\d{4})(?:\.0+)?",
    re.IGNORECASE,
)


class CalendarError(ValueError):
    """
    A date or a year that can't be read.

    Attributes
    ----------
    key
        Key of the sentence below `reasons.` in the locale files.
    values
        What its placeholders stand for: `text`, as it was written.
    """

    def __init__(self, key: str, text: object) -> None:
        super().__init__(key, text)
        self.key = key
        self.values: dict[str, object] = {"text": str(text)}

    def text(self, lang: Lang) -> str:
        """Return the reason in one language."""
        return t(f"reasons.{self.key}", lang, **self.values)

    def __str__(self) -> str:
        return self.text("en")


def month_names() -> tuple[str, ...]:
    """Return every name of a month that people write, Thai and English, short and long."""
    return (*_THAI_SHORT, *_THAI_LONG, *_ENGLISH_LONG, *_ENGLISH_SHORT)


def fiscal_year(day: date) -> int:
    """
    Return the Thai fiscal year of a day.

    Parameters
    ----------
    day
        A day (CE, as Python has it).

    Returns
    -------
    int
        BE; FY2566 runs from 1 October 2565 to 30 September 2566.
    """
    return day.year + BUDDHIST_OFFSET + (day.month >= _FISCAL_FIRST_MONTH)


def fiscal_year_span(year: int) -> tuple[date, date]:
    """
    Return the first and the last day of a fiscal year.

    Parameters
    ----------
    year
        Fiscal year, BE.
    """
    christian = year - BUDDHIST_OFFSET
    return date(christian - 1, _FISCAL_FIRST_MONTH, 1), date(christian, _FISCAL_FIRST_MONTH - 1, 30)


def read_date(text: str | date) -> date:
    """
    Return the day that a cell of a list means; see the module for the rules.

    Parameters
    ----------
    text
        `15/3/2566`, `๑๕ มี.ค. ๒๕๖๖`, `15 มี.ค. 66`, `15 มีนาคม พ.ศ. 2566`, `2023-03-15`, `15/03/66`,
        with or without a time of day; or a date as Excel types it, also one that holds a Buddhist
        year.

    Raises
    ------
    CalendarError
        No such day, or a form or a year that can be taken for two.
    """
    if isinstance(text, date):
        return _typed(text)
    plain = _BLANKS.sub(" ", text).strip()
    arabic = plain.translate(_ARABIC)
    if found := _YEAR_FIRST.fullmatch(arabic):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(arabic):
        day, month, year = found.groups()
    elif found := _NAMED.fullmatch(arabic):
        day, month, year = found[1], _month(found[2], text), found[3]
    else:
        raise CalendarError("calendar_no_date", text)
    in_words = found.re is _NAMED and (_CHRISTIAN in plain or not _is_thai(plain))
    buddhist = _buddhist(year, thai=_is_thai(plain), in_words=in_words, text=text)
    return _day(buddhist - BUDDHIST_OFFSET, int(month), int(day), text)


def read_year(text: str | float) -> int:
    """
    Return the year that a cell of a list means; see the module for the rules.

    Parameters
    ----------
    text
        `2566`, `ปี 2566`, `๒๕๖๖`, `งบ 66`, `2023`, `FY2566`, or a number.

    Returns
    -------
    int
        BE. Whether it is a fiscal or a calendar year is for the caller to know.

    Raises
    ------
    CalendarError
        Not one year, or a year that can be taken for two.
    """
    plain = _BLANKS.sub(" ", str(text)).strip()
    found = _YEAR.fullmatch(plain.translate(_ARABIC))
    if found is None:
        raise CalendarError("calendar_no_year", text)
    return _buddhist(found[1], thai=_is_thai(plain), in_words=_CHRISTIAN in plain, text=text)


def format_date(day: date, lang: Lang) -> str:
    """Return a day as people read it: `15 มี.ค. 2566`, or `15 Mar 2023` in English."""
    if lang == "th":
        return f"{day.day} {_THAI_SHORT[day.month - 1]} {day.year + BUDDHIST_OFFSET}"
    return f"{day.day} {_ENGLISH_SHORT[day.month - 1]} {day.year}"


def say_date(day: date, lang: Lang) -> str:
    """Return a day as it is read aloud: `15 มีนาคม 2566`, or `15 March 2023` in English."""
    if lang == "th":
        return f"{day.day} {_THAI_LONG[day.month - 1]} {day.year + BUDDHIST_OFFSET}"
    return f"{day.day} {_ENGLISH_LONG[day.month - 1]} {day.year}"


def format_year(year: int, lang: Lang) -> str:
    """Return a BE year as people read it: `2566`, or `2023` in English."""
    return str(year if lang == "th" else year - BUDDHIST_OFFSET)


def _is_thai(text: str) -> bool:
    return bool(_THAI.search(text)) and _CHRISTIAN not in text


def _typed(value: date) -> date:
    """Excel turns 15/3/2566 into a date of the Christian year 2566: take it back."""
    if value != value:  # noqa: PLR0124  # pandas' NaT is a datetime that equals nothing
        raise CalendarError("calendar_no_date", "")
    shown = value.date() if isinstance(value, datetime) else value
    year = value.year if value.year >= _FIRST_BE else value.year + BUDDHIST_OFFSET
    if not _FIRST_BE <= year <= _LAST_YEAR:
        raise CalendarError("calendar_far_year", shown)
    return _day(year - BUDDHIST_OFFSET, value.month, value.day, shown)


def _month(name: str, text: object) -> int:
    number = _MONTHS.get(name.replace(".", "").lower())
    if number is None:
        raise CalendarError("calendar_no_date", text)
    return number


def _day(year: int, month: int, day: int, text: object) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise CalendarError("calendar_no_such_day", text) from None


def _buddhist(digits: str, *, thai: bool, in_words: bool, text: object) -> int:
    """Return the BE year that two or four digits stand for."""
    year = int(digits)
    if len(digits) == len("66"):
        if thai or (year >= _FIRST_SHORT and not in_words):
            return _THAI_CENTURY + year
        raise CalendarError("calendar_short_year", text)
    if not _FIRST_CE <= year <= _LAST_YEAR:
        raise CalendarError("calendar_far_year", text)
    return year if year >= _FIRST_BE else year + BUDDHIST_OFFSET
