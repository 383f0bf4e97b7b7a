"""Rows to publish."""

from datetime import date
from typing import Any

import pandas as pd
from pandas import DataFrame

from areamap.store import Kind, Submission

KINDS: dict[str, Kind] = {
    "tambon": "text",
    "council_name": "text",
    "registered_date": "date",
    "member_groups": "integer",
    "amount_baht": "amount",
    "tambon_codes": "codes",
}


def rows(count: int = 3, **columns: Any) -> DataFrame:
    """Write rows of which all but the last are matched; the last is suggested."""
    last = count - 1
    frame = DataFrame(
        {
            "sheet": "แผ่น1",
            "row": range(4, count + 4),
            "status": ["matched"] * last + ["suggested"],
            "area_code": ["190406"] * last + [None],
            "authority_code": None,
            "suggested_codes": [()] * last + [("720102", "710101")],
            "reason_key": [None] * last + ["places_elsewhere"],
            "reason_values": [{}] * last + [{"province": "กาญจนบุรี"}],
            "tambon": ["เจริญธรรม"] * last + ["รั้วใหญ่"],
            "council_name": "สภาองค์กรชุมชน",
            "registered_date": pd.to_datetime([date(2016, 3, 1)] * last + [None]).as_unit("us"),
            "member_groups": pd.array([24] * last + [None], dtype="Int64"),
            "amount_baht": [73_250.25] * last + [None],
            "tambon_codes": ["190406 190407*"] * last + [None],
        }
    )
    texts = ["sheet", "status", "area_code", "authority_code", "reason_key", "tambon"]
    texts += ["council_name", "tambon_codes"]
    return frame.assign(**columns).astype(dict.fromkeys(texts, "str")).astype({"row": "Int64"})


def submission(count: int = 3, **more: Any) -> Submission:
    """Hand in rows of the council register."""
    values: dict[str, Any] = {
        "register": "council",
        "rows": rows(count),
        "kinds": KINDS,
        "file_name": "สภา.xlsx",
        "file_sha256": "ab" * 32,
        "by": "somchai",
        "note": "รอบมีนาคม",
    }
    return Submission(**(values | more))
