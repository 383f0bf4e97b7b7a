"""Drafts to keep and cells to hand in."""

import gzip
import json
from typing import Any

from pandas import DataFrame

from areamap.store import Decision, KeptDraft, Store

CONTENT = gzip.compress(json.dumps([["ตำบล", "งบ"], ["เจริญธรรม", "73,250.25"]]).encode(), mtime=0)
DECISIONS = [
    Decision("แผ่น1", 5, "choose", area_code="720102", note="อยู่สุพรรณบุรี"),
    Decision("แผ่น1", 6, "correct", column="amount_baht", value="73250.25"),
    Decision("แผ่น1", 7, "drop", note="ซ้ำ"),
]


def begin(store: Store, **more: Any) -> KeptDraft:
    """Keep a draft of the council register."""
    values: dict[str, Any] = {
        "register": "council",
        "source": "จังหวัดสระบุรี",
        "file_name": "สภา.xlsx",
        "file_sha256": "ab" * 32,
        "by": "somchai",
        "content": CONTENT,
        "choices": {"sheet": "แผ่น1", "header_row": 3},
        "base": None,
    }
    return store.drafts.add(**(values | more))


def cells(count: int = 3, place: str = "ต.เจริญธรรม") -> DataFrame:
    """Write the cells that `submissions.rows` could have been read from."""
    last = count - 1
    texts = {
        "ตำบล": [place] * count,
        "จดแจ้ง": ["๑ มี.ค. ๒๕๕๙"] * last + [None],
        "ลำดับ": [str(number) for number in range(count)],
    }
    return DataFrame(texts).astype("str")
