"""Baht by province are written in one form."""

from decimal import Decimal

import pandas as pd
import pytest
from pandas import DataFrame

from areamap.ui.import_steps.changes import _by_province


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        (["1500000.5", "20"], [">1,500,000.50<", ">20.00<", ">0.00<", ">1,499,999.50<"]),
        (["1500000", "20"], [">1,500,000<", ">20<", ">0<", ">1,499,999<"]),
    ],
)
def test_baht_of_one_table_have_one_form(after: list[str], shown: list[str]) -> None:
    found = DataFrame(
        {
            **dict.fromkeys(("added", "changed", "gone"), (1, 0)),
            "baht_before": [Decimal(1), Decimal(20)],
            "baht_after": [Decimal(each) for each in after],
        },
        index=pd.Index(["19", "71"], name="province_code"),
    )
    table = _by_province(found, "th", has_money=True)
    assert all(text in table for text in shown)
    assert ">1,500,000.5<" not in table
