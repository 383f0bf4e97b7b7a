"""Tell by its words whether the text of a cell marks a total."""

import re
from functools import cache, lru_cache
from typing import Final

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.places.names import split_prefix
from areamap.registers.words import plain, without_brackets

_LEVELS: Final = (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)
_AREAS: Final = r"อำเภอ|อ ?\.|จังหวัด|จ ?\.|ตำบล|ต ?\.|เขต|แขวง|ประเทศ|ภาค|กลุ่มจังหวัด"
_OF: Final = rf"(?:{_AREAS}|โครงการ|แผนงาน|หมวด|หน้า|ปี|\d)"
_MORE: Final = r"(?: ?(?:ทั้งสิ้น|ทั้งหมด|ย่อย|สุทธิ|เป็นเงิน|เงิน|ยอด|งบประมาณ|จำนวน|ทั้งปี|ทุก.*))*"
_TOTAL: Final = re.compile(
    rf"(?:ผล|ยอด|สรุปยอด|สรุป)?รวม{_MORE}(?: ?(?:ทั้ง|ทุก|ของ|ใน|ระดับ)? ?{_OF}.*)?"
    rf"|(?:ผล|ยอด)?รวม ?งบ.*|สรุป(?:ยอด|ผล)?{_MORE}"
    r"|(?:grand[- ]?|sub[- ]?)?totals?(?:\b.*)?|sum"
    r"|(?:ค่า)?เฉลี่ย.*|ทั้งหมด|ทั้งสิ้น|(?:คิดเป็น)?ร้อยละ|ยอดยกมา.*|ยอดยกไป.*",
    re.IGNORECASE,
)
_SPACED: Final = re.compile(r"ร ?ว ?ม")
_MAY_BE: Final = re.compile(r"ร ?ว ?ม|สรุป|เฉลี่ย|ทั้งหมด|ทั้งสิ้น|ร้อยละ|ยอดยก|total|sum", re.IGNORECASE)
"""What every total holds: the rest of a list is told from one at the first look."""

_SUM_OF: Final = re.compile(r"(?:ผล|ยอด)?รวม(?P<blank> ?)(?P<name>.+)")
# Excel names a subtotal after its group: `วิหารแดง ผลรวม`, `2566 Total`.
_GROUP_FIRST: Final = re.compile(
    r"(?P<group>.+) (?:(?P<word>รวม)|(?:ผล|ยอด)รวม|รวมทั้งสิ้น|รวมทั้งหมด|(?:sub[- ]?)?totals?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2**16)
def is_total(text: str) -> bool:
    """
    Tell whether the text of a cell marks a total.

    No name of an area does: รวมไทยพัฒนา and โพกรวม are tambons.
    """
    seen = plain(text)
    if not _MAY_BE.search(seen) or _is_area(seen):
        return False
    said = without_brackets(seen).strip(" :.=")
    if _TOTAL.fullmatch(_SPACED.sub("รวม", said)):
        return True
    if found := _SUM_OF.fullmatch(said):
        large = _names(Level.PROVINCE) | _names(Level.DISTRICT)
        return found["name"] in large or (bool(found["blank"]) and _is_area(found["name"]))
    if found := _GROUP_FIRST.fullmatch(said):
        return not found["word"] or found["group"].isdecimal() or _is_area(found["group"])
    return False


def _is_area(text: str) -> bool:
    bare = split_prefix(text)[1]
    return any(text in _names(level) or bare in _names(level) for level in _LEVELS)


@cache
def _names(level: Level) -> frozenset[str]:
    return frozenset(gazetteer.areas(level)["name_th"])
