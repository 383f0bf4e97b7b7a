"""Whatever people do with a draft, every row is in one state and all baht are there."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areamap.errors import AreamapError
from areamap.imports import MODES, ImportDesk
from areamap.store import Decision
from tests.imports.desks import adds_up, begin, open_home

HEAD = "จังหวัด,อำเภอ,ตำบล,โครงการ,งบประมาณ,ปีงบประมาณ\n"
PLACES = (
    "สระบุรี,วิหารแดง,เจริญธรรม",
    "สระบุรี,วิหารแดง,หนองหมู",
    "สระบุรี,วิหารแดง,เจริญธรม",
    "สระบุรี,,หนองหมู",
    "กาญจนบุรี,เมืองกาญจนบุรี,รั้วใหญ่",
    "โลก,พระจันทร์,แอตแลนติส",
    "สระบุรี,,",
    ",,",
)
AREAS = ("190406", "190401", "720102", "19", "999999")
COLUMNS = ("tambon", "district", "amount_baht", "fiscal_year", "project_name")
VALUES = (None, "หนองหมู", "100", "2566", "มาก", "1e9", "-5", "รวม")
HEADINGS = ("จังหวัด", "อำเภอ", "ตำบล", "โครงการ", "งบประมาณ", "ปีงบประมาณ")

lines = st.lists(
    st.tuples(
        st.sampled_from(PLACES), st.integers(1, 10**6), st.sampled_from(("2566", "2599", ""))
    ),
    min_size=1,
    max_size=6,
)
rows = st.integers(1, 7)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), rows),
        st.tuples(st.just("choose"), rows, st.sampled_from(AREAS)),
        st.tuples(st.just("leave"), rows),
        st.tuples(st.just("drop"), rows),
        st.tuples(st.just("correct"), rows, st.sampled_from(COLUMNS), st.sampled_from(VALUES)),
        st.tuples(st.just("undo"), st.integers(0, 5)),
        st.tuples(st.just("remap"), st.sampled_from(HEADINGS), st.sampled_from((*COLUMNS, ""))),
        st.tuples(st.just("register"), st.sampled_from(("budget", "housing", "council"))),
        st.tuples(st.just("header"), st.integers(0, 3)),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> ImportDesk:
    return open_home(tmp_path_factory.mktemp("desk")).imports


def take(desk: ImportDesk, draft: int, step: tuple[Any, ...]) -> None:
    work = desk.work(draft)
    kind, *told = step
    if kind == "undo":
        desk.undo(draft, [each.id or 0 for each in work.decisions][told[0] :], "")
    elif kind in {"remap", "register", "header"}:
        more = {
            "remap": lambda: {"mapping": {told[0]: told[1]}},
            "register": lambda: {"register": told[0]},
            "header": lambda: {"header_row": told[0]},
        }[kind]()
        desk.reread(draft, by="", seen=work.kept.version, **more)
    else:
        desk.decide(draft, [decision(work.draft.rows, kind, told)], "สมศรี")


def decision(found: Any, kind: str, told: list[Any]) -> Decision:
    row, *rest = told
    suggested = found.loc[found["row"] == row, "suggested_codes"].tolist()
    area = (rest[0] if rest else None) or (suggested[0][0] if suggested and suggested[0] else "19")
    return Decision(
        sheet="งบ",
        row=row,
        action=kind,
        area_code=area if kind in {"accept", "choose"} else None,
        column=rest[0] if kind == "correct" else None,
        value=rest[1] if kind == "correct" else None,
        note="ไม่ใช่ของเรา",
    )


def corrected_baht(desk: ImportDesk, draft: int) -> bool:
    """Tell whether an amount was corrected or is read from another column, so that sums differ."""
    work = desk.work(draft)
    told = {each.column for each in work.decisions if each.action == "correct"}
    return "amount_baht" in told or work.draft.columns.get("งบประมาณ") != "amount_baht"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(lines, steps)
def test_no_row_and_no_baht_is_lost(
    desk: ImportDesk, listed: list[tuple[str, int, str]], taken: list[tuple[Any, ...]]
) -> None:
    text = HEAD + "".join(
        f"{place},โครงการ {number},{amount},{year}\n"
        for number, (place, amount, year) in enumerate(listed)
    )
    kept = begin(desk, text, register="budget", name="งบ.csv", source="")
    total = Decimal(sum(amount for _, amount, _ in listed))
    try:
        assert adds_up(desk.work(kept.id), len(listed) + 1, total)
        for step in taken:
            with suppress(AreamapError):
                take(desk, kept.id, step)
            work = desk.work(kept.id)
            assert sum(work.draft.counts().values()) == len(listed) + 1 == len(work.draft.rows)
            assert len(work.draft.cells) == len(work.draft.rows)
            if work.draft.register == "budget" and not corrected_baht(desk, kept.id):
                assert sum(work.draft.baht().values()) == total
            for mode in MODES:
                changes = desk.changes(kept.id, mode)
                after = sum(changes.by_province["baht_after"], start=Decimal(0))
                if mode == "all" and changes.in_force is None:
                    assert after == work.draft.baht().get("matched", Decimal(0))
    finally:
        desk.discard(kept.id, "")
