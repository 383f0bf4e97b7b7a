"""Small grounds and registers written by hand, for the tests of the measures."""

from datetime import date
from typing import Any

import pandas as pd
from pandas import DataFrame, Series

from areamap.measures.basis import Ground, ground

TODAY = date(2024, 5, 23)


def ground_of(
    *pieces: tuple[str, str | None],
    seats: dict[str, str] | None = None,
    partly: tuple[str, ...] = (),
) -> Ground:
    """Cut a ground: pairs of tambon and authority; the seat is the first tambon unless told."""
    frame = DataFrame(list(pieces), columns=["tambon_code", "authority_code"]).astype("str")
    frame["whole"] = ~frame["tambon_code"].isin(partly)
    named = frame.dropna(subset=["authority_code"])
    first = named.drop_duplicates("authority_code").set_index("authority_code")["tambon_code"]
    chosen = first.to_dict() | (seats or {})
    return ground(frame, Series(chosen, dtype="str") if chosen else None)


def rows_of(*records: dict[str, Any]) -> DataFrame:
    """Write a register: `area`, `authority`, `status`, `suggested` and the typed columns."""
    frame = DataFrame(list(records))
    for name in ("area", "authority", "suggested"):
        if name not in frame.columns:
            frame[name] = None
    frame = frame.rename(columns={"area": "area_code", "authority": "authority_code"})
    frame["status"] = frame.get("status", Series("matched", index=frame.index)).fillna("matched")
    frame["suggested_codes"] = [
        each if isinstance(each, tuple) else () for each in frame.pop("suggested")
    ]
    texts = ["area_code", "authority_code", "status"]
    texts += {"record_status", "programme"} & set(frame.columns)
    for name in {"registered_date", "dissolved_date"} & set(frame.columns):
        frame[name] = pd.to_datetime(frame[name])
    return frame.astype(dict.fromkeys(texts, "str"))


def council(area: str | None = None, **more: Any) -> dict[str, Any]:
    """Write an active council, registered long ago."""
    return {
        "area": area,
        "registered_date": date(2009, 1, 15),
        "dissolved_date": None,
        "record_status": "active",
        **more,
    }
