"""What was found, in words."""

from datetime import date
from typing import cast

import pytest

from areamap.i18n import LANGS, Lang, sentences
from areamap.measures.findings import Check, Severity
from areamap.measures.indicators import indicators
from areamap.measures.reconciliation import Cause, CauseKind, Verdict
from areamap.quality import words
from areamap.registers import definitions

TOLD = {
    CauseKind.SOURCE_PARTS: {"said": 10.0, "parts": 9.0, "difference": -1.0},
    CauseKind.OTHER_BASIS: {
        "basis": "authority",
        "areas": 333,
        "tambon_pct": 114.9,
        "authority_pct": 99.7,
    },
    CauseKind.OPEN_ROWS: {"rows": 2, "baht": 12.5},
    CauseKind.OTHER_DATE: {"later": 3, "unsure": 0, "now": 12.0},
    CauseKind.WIDER: {"rows": 1},
    CauseKind.BLANK: {"rows": 1},
    CauseKind.ROUNDED: {"unit": 10_000},
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", CauseKind)
def test_every_cause_has_its_sentence(kind: CauseKind, lang: Lang) -> None:
    sentence = words.cause(Cause(kind, TOLD[kind]), "councils", lang)
    assert sentence
    assert "{" not in sentence


def test_the_rate_of_either_basis_is_told() -> None:
    told = words.cause(Cause(CauseKind.OTHER_BASIS, TOLD[CauseKind.OTHER_BASIS]), "councils", "th")
    assert "114.9" in told
    assert "99.7" in told
    assert "333" in told


@pytest.mark.parametrize("lang", LANGS)
def test_every_name_has_its_words(lang: Lang) -> None:
    known = sentences(lang)
    keys = [f"check_{check}" for check in Check]
    keys += [f"severity_{severity}{more}" for severity in Severity for more in ("", "_help")]
    keys += [f"verdict_{verdict}" for verdict in Verdict]
    units = definitions.load("published").column("unit").choices
    keys += [f"unit_{unit}" for unit in units]
    assert [key for key in keys if f"quality.{key}" not in known] == []


def test_the_indicators_are_those_of_the_register() -> None:
    assert set(indicators()) == set(definitions.load("published").column("indicator").choices)
    registers = {each.register for each in indicators().values()} - {""}
    assert registers <= set(definitions.ids())
    for each in indicators().values():
        if each.column:
            assert each.column in definitions.load(each.register).kinds


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "expected"),
    [
        (9_432_302.0, "exact", "baht", "9,432,302 บาท"),
        (150_000.0, "more_than", "people", "มากกว่า 150,000 คน"),
        (400_000_000.0, "about", "baht", "ประมาณ 400,000,000 บาท (±5%)"),
        (2559.0, "exact", "year", "พ.ศ. 2559"),
        (3.25, "exact", "ไร่", "3.25 ไร่"),
        (7.0, "exact", "", "7"),
        (None, "exact", "tambons", "–"),
        (float("nan"), "about", "tambons", "–"),
    ],
)
def test_a_figure_as_it_was_said(
    value: float | None, qualifier: str, unit: str, expected: str
) -> None:
    assert words.said(value, qualifier, unit, "th") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((date(2023, 3, 15), 2566, 2566), "15 มี.ค. 2566"),
        ((None, 2565, 2569), "พ.ศ. 2565–2569"),
        ((None, 2565, 2565), "พ.ศ. 2565"),
        ((None, None, 2579), "พ.ศ. 2579"),
        ((None, None, None), ""),
    ],
)
def test_when_it_was_said(told: tuple[date | None, int | None, int | None], expected: str) -> None:
    assert words.when(*told, cast("Lang", "th")) == expected
