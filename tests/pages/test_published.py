"""What the pages keep never outlives what it was worked out from."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from areamap.ui import home
from tests.pages.test_overview import opening
from tests.quality.homes import council, publish

HERE = "1904"
OTHER = "190401"


def answer(app: AppTest) -> str:
    """Return what the page says first: a sentence with its figures, without file or number."""
    html = [each.proto.body for each in app.get("html")]
    return next(each for each in html if "areamap-answer" in each or "areamap-standing" in each)


def paid(area: str) -> dict[str, Any]:
    told = {"fiscal_year": 2568, "agency": "พอช.", "work_line": "housing", "amount_baht": 1e6}
    return {"area_code": area, **told}


@pytest.mark.parametrize(
    ("script", "register", "record"),
    [
        ("app.py", "council", council),
        ("pages/gaps.py", "council", council),
        ("pages/work_lines.py", "council", council),
        ("pages/budget.py", "budget", paid),
    ],
)
def test_a_publication_shows_at_the_next_run(
    empty_home: Path, script: str, register: str, record: Any
) -> None:
    """Nobody has to start anything again, and taking it back shows as well."""
    store = home.workspace().store
    first = publish(store, register, record("190406"))
    app = opening(script)(scope=HERE)
    assert not app.exception
    before = answer(app)
    publish(store, register, record("190406"), record(OTHER))
    after = answer(app.run())
    assert not app.exception
    assert after != before
    store.roll_back(first.id, by="somsri")
    assert answer(app.run()) == before


def test_another_language_and_area_are_told_of_themselves(sample_home: Path) -> None:
    """One after the other, and back: each time what is asked for."""
    app = opening("pages/work_lines.py")(scope="19", lang="th")
    thai = answer(app)
    app.query_params["lang"] = "en"
    english = answer(app.run())
    app.query_params["scope"] = HERE
    district = answer(app.run())
    assert len({thai, english, district}) == 3
    app.query_params["scope"] = "19"
    assert answer(app.run()) == english
    assert not app.exception
