"""Why a row is in its state, in words."""

import pytest

from areamap.briefs.row_reasons import reason
from areamap.i18n import LANGS, t


@pytest.mark.parametrize("lang", LANGS)
def test_a_reason_is_the_sentence_with_its_values(lang: str) -> None:
    values = {"name": "รั้วใหญ่", "found": "ต.รั้วใหญ่"}
    assert reason("places_elsewhere", values, lang) == t("reasons.places_elsewhere", lang, **values)  # type: ignore[arg-type]


def test_what_an_old_publication_did_not_keep_is_left_open() -> None:
    assert "…" in reason("places_elsewhere", {"name": "รั้วใหญ่"}, "th")


@pytest.mark.parametrize("key", [None, float("nan"), "no_such_reason"])
def test_no_reason_needs_no_words(key: object) -> None:
    assert reason(key, {}, "th") == ""
