"""The lists beside the map."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from areamap.ui import gap_list, loaders


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_list_has_a_line_for_each_gap_with_most_people_first(
    sample_home: Path, lang: str
) -> None:
    key = loaders.asked("council", None)
    found = loaders.gaps(key, "tambon", "16")
    table = gap_list.gap_table(found, "council", lang)  # type: ignore[arg-type]
    assert len(table) == len(found)
    people = table.iloc[:, 3].dropna()
    assert people.is_monotonic_decreasing
    assert not table.iloc[:, 0].isna().any()


def test_money_is_listed_by_place_with_its_level(sample_home: Path) -> None:
    money = loaders.budget(loaders.asked("budget", 2566), "19", 2566)
    table = gap_list.money_table(money, "en")
    assert table["Baht"].is_monotonic_decreasing
    assert set(table["Level"]) <= {"Tambon", "District", "Province"}
    assert table["Baht"].sum() == pytest.approx(6_749_210)


def test_the_list_on_the_page_takes_every_text_for_a_text() -> None:
    name = "<img src=x onerror=alert(1)>"
    table = pd.DataFrame({name: [name, None], "คน": pd.array([1234, None], dtype="Int64")})

    def page(table):  # type: ignore[no-untyped-def]
        from areamap.ui import gap_list  # noqa: PLC0415

        gap_list.show(table, title="<b>ก</b>", about=(), name="a", lang="th")

    shown = AppTest.from_function(page, args=(table,)).run()
    assert not shown.exception
    (html,) = [each.proto.body for each in shown.get("html")]
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert '<td class="number">1,234</td>' in html
    assert html.count("<td>–</td>") == 1
    assert html.count('<td class="number">–</td>') == 1
