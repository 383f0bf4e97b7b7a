"""A home in which every check finds something, written by hand."""

from pathlib import Path
from typing import Any

import pandas as pd
from pandas import DataFrame

from areamap import settings
from areamap.registers import definitions
from areamap.store import Publication, Store, Submission
from areamap.workspace import Workspace

_JOIN: dict[str, Any] = {
    "sheet": "แผ่น1",
    "status": "matched",
    "area_code": None,
    "authority_code": None,
    "suggested_codes": (),
    "reason_key": None,
    "reason_values": {},
}
_TEXTS = ("text", "codes")


def register_rows(register: str, *records: dict[str, Any]) -> DataFrame:
    """Write rows of a register as its definition has them; rows are numbered from 2."""
    kinds = definitions.load(register).kinds
    lines = [{**_JOIN, "row": number, **each} for number, each in enumerate(records, start=2)]
    names = list(dict.fromkeys(name for line in lines for name in line))
    frame = DataFrame([{name: line.get(name) for name in names} for line in lines])
    texts = ["sheet", "status", "area_code", "authority_code", "reason_key"]
    texts += [name for name in names if kinds.get(name) in _TEXTS and name not in texts]
    for name in names:
        if kinds.get(name) == "date":
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
        elif kinds.get(name) in {"integer", "amount"}:
            frame[name] = frame[name].astype("Int64" if kinds[name] == "integer" else "float64")
    return frame.astype(dict.fromkeys(texts, "str")).astype({"row": "Int64"})


def publish(store: Store, register: str, *records: dict[str, Any], **more: Any) -> Publication:
    """Publish rows of a register in the real world, or as told."""
    definition = definitions.load(register)
    return store.publish(
        Submission(
            register=register,
            rows=register_rows(register, *records),
            kinds=definition.kinds,
            main_amount=definition.money,
            **{"file_name": f"{register}.xlsx", "file_sha256": "0" * 64, "by": "somsri", **more},
        )
    )


def waiting(*suggested: str, **more: Any) -> dict[str, Any]:
    """Write a row that waits for a decision."""
    reason = {"reason_key": "places_elsewhere", "reason_values": {"name": "รั้วใหญ่"}}
    return {"status": "suggested", "suggested_codes": suggested, **reason, **more}


def council(area: str, day: str = "2016-03-01", **more: Any) -> dict[str, Any]:
    """Write an active council of a tambon."""
    name = f"สภาองค์กรชุมชน {area}"
    told = {"council_name": name, "registered_date": day, "record_status": "active"}
    return {"area_code": area, **told, **more}


def troubled(home: Path) -> Workspace:
    """Fill a home so that every check finds something; figures are worked out in `test_room`."""
    workspace = Workspace.open(settings.load(home))
    store = workspace.store
    publish(
        store,
        "authority",
        {
            "area_code": "190406",
            "authority_code": "190406",
            "authority_type": "TAO",
            "name_th": "เจริญธรรม",
            "province_code": "19",
            "tambon_codes": "190406 199999",
        },
    )
    publish(store, "population", {"area_code": "190406", "population": 5_000, "households": 1_500})
    publish(
        store,
        "council",
        council("190406"),
        council("190405", "2005-05-05"),
        council("190404"),
        council("190404", council_name="สภาองค์กรชุมชนอีกแห่ง"),
        council("190403", record_status="dissolved", dissolved_date="2015-01-01"),
        waiting("190402", council_name="สภาองค์กรชุมชนบ้านลำ", province="สระบุรี"),
        council("190401", authority_code="190499"),
    )
    publish(
        store,
        "fund",
        {"area_code": "190406", "fund_name": "กองทุนเจริญธรรม", "members": 6_000, **_FUND},
        {"area_code": "710101", "fund_name": "กองทุนบ้านเหนือ", "members": 120, **_FUND},
    )
    publish(store, "budget", *_money(2_564, 40_000), note="")
    publish(store, "budget", *_money(2_564, 45_000), note="", file_name="งบแก้ไข.xlsx")
    publish(store, "published", *_SAID)
    return workspace


_FUND = {"record_status": "active", "founded_year": 2_553, "circulating_baht": 250_000.0}
_LINE = {"programme": "คุณภาพชีวิต", "work_line": "คุณภาพชีวิต", "agency": "พอช."}


def _money(year: int, baht: float) -> tuple[dict[str, Any], ...]:
    retired = {"reason_key": "places_code_retired", "reason_values": {"code": "190499"}}
    return (
        {"area_code": "190406", "fiscal_year": 2_565, "amount_baht": 73_250.0, **_LINE},
        {"area_code": "190405", "fiscal_year": year, "amount_baht": baht, **_LINE, **retired},
        waiting("190402", "720102", fiscal_year=2_565, amount_baht=50_000.0, **_LINE),
    )


_PARTS = {"area_code": "TH", "indicator": "fund_members", "said_date": "2013-08-31"}
_SAID: tuple[dict[str, Any], ...] = (
    {
        "area_code": "19",
        "indicator": "councils",
        "value": 6.0,
        "unit": "councils",
        "qualifier": "exact",
        "said_date": "2023-03-15",
        "source": "เวทีจังหวัดสระบุรี",
    },
    {
        "area_code": "190406",
        "indicator": "budget_quality_of_life",
        "value": 73_250.0,
        "unit": "baht",
        "qualifier": "exact",
        "first_year": 2_565,
        "last_year": 2_565,
        "source": "ข่าวคณะอนุกรรมการ",
    },
    {**_PARTS, "value": 3_960_074.0, "unit": "people", "source": "ข้อมูลกองทุน", "part": None},
    {**_PARTS, "value": 3_000_000.0, "unit": "people", "source": "ข้อมูลกองทุน", "part": "ภาคหนึ่ง"},
    {**_PARTS, "value": 933_383.0, "unit": "people", "source": "ข้อมูลกองทุน", "part": "ภาคสอง"},
)
