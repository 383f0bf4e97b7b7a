"""Records that list the tambons that they cover: where each is counted, or what is wrong."""

from dataclasses import dataclass
from itertools import chain
from typing import Final

from pandas import DataFrame, Index, Series

from areamap.places import gazetteer
from areamap.places.authorities import PARTLY, seat
from areamap.places.levels import Level

_KNOWN: Final = "registers_tambons_known"
_UNKNOWN: Final = "registers_tambon_unknown"
_RETIRED: Final = "registers_tambon_retired"


def place(records: DataFrame, column: str) -> DataFrame:
    """
    Return the tambon in which each record is counted.

    Parameters
    ----------
    records
        `authority_code`, and the list of codes.
    column
        Name of the column of codes: separated by spaces, `*` behind one that is covered partly.

    Returns
    -------
    DataFrame
        In the form of a matcher's answer. `matched` where all codes are today's; `suggested`, with
        the successors, where one is retired and they are known; else `unmatched`.
    """
    seats = seat(records)
    today = gazetteer.areas(Level.TAMBON).index
    successors = gazetteer.retired()["successors"]
    answers = [
        _answer(codes, seat_code, today, successors)
        for codes, seat_code in zip(records[column], seats, strict=True)
    ]
    index = records.index
    return DataFrame(
        {
            "status": Series([a.status for a in answers], index=index, dtype="str"),
            "area_code": Series([a.area_code for a in answers], index=index, dtype="str"),
            "authority_code": records["authority_code"],
            "suggested_codes": Series([a.suggested for a in answers], index=index, dtype=object),
            "reason_key": Series([a.reason for a in answers], index=index, dtype="str"),
            "reason_values": Series([a.told for a in answers], index=index, dtype=object),
        }
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    status: str
    reason: str
    told: dict[str, object]
    area_code: str | None = None
    suggested: tuple[str, ...] = ()


def _answer(codes: str, seat_code: str, today: Index, successors: Series) -> _Answer:
    listed = [code.rstrip(PARTLY) for code in codes.split()]
    gone = [code for code in listed if code not in today]
    if not gone:
        return _Answer("matched", _KNOWN, {"count": len(listed)}, area_code=seat_code)
    told: dict[str, object] = {"codes": ", ".join(gone)}
    after = [successors.get(code, ()) for code in gone]
    if all(after):
        return _Answer("suggested", _RETIRED, told, suggested=tuple(dict.fromkeys(chain(*after))))
    return _Answer("unmatched", _UNKNOWN, told)
