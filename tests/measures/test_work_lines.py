"""What the words of files mean."""

import pandas as pd
import pytest
from pandas import Series

from areamap.i18n import LANGS, t
from areamap.measures.work_lines import WorkLine, _key, _table, work_lines


def read(*words, otherwise=None):
    second = None if otherwise is None else Series(otherwise, dtype="str")
    return work_lines(Series(words, dtype="str"), second).tolist()


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("สภาฯ", WorkLine.COUNCIL),
        ("สภาองค์กรชุมชน", WorkLine.COUNCIL),
        ("1. ด้านสวัสดิการ", WorkLine.WELFARE),
        ("๓.ที่อยู่อาศัย", WorkLine.HOUSING),
        ("งานที่ดินทำกิน", WorkLine.LAND),
        ("เศรษฐกิจและทุนชุมชน", WorkLine.ECONOMY),
        ("มิติคุณภาพชีวิต", WorkLine.QUALITY_OF_LIFE),
        ("เสริมขีดความสามารถ", WorkLine.CAPACITY),
        # decomposed sara am, two sara e for sara ae, a blank
        ("ที่ดินทํากิน", WorkLine.LAND),
        ("แก้ไข ปัญหาที่ดิน", WorkLine.LAND),
        ("เเก้ไขปัญหาที่ดิน", WorkLine.LAND),
        (" Housing ", WorkLine.HOUSING),
    ],
)
def test_the_ways_of_writing_a_line(word, line):
    assert read(word) == [(line,)]


def test_words_that_tell_no_line():
    assert read("อื่น ๆ", "โครงการพิเศษ", "", None) == [(), (), (), ()]


def test_a_cell_of_several_lines():
    assert read("สวัสดิการ/สภาฯ") == [(WorkLine.COUNCIL, WorkLine.WELFARE)]
    assert read("บ้าน, ที่ดิน") == [(WorkLine.HOUSING, WorkLine.LAND)]
    # one part that is not known: which lines it is can't be told
    assert read("สวัสดิการ/พิเศษ") == [()]


def test_the_programme_tells_where_no_line_is_named():
    programmes = ["บ้านพอเพียง", "บ้านพอเพียง", None, "บ้านพอเพียง"]
    found = read("สภาฯ", None, None, "  ", otherwise=programmes)
    assert found == [(WorkLine.COUNCIL,), (WorkLine.HOUSING,), (), (WorkLine.HOUSING,)]


def test_no_word_stands_under_two_lines():
    keys = [(_key(word), line) for line, words in _table()["lines"].items() for word in words]
    lines = pd.DataFrame(keys, columns=["key", "line"]).drop_duplicates()
    assert lines["key"].is_unique
    assert (lines["key"] != "").all()
    assert set(lines["line"]) == {str(line) for line in WorkLine}


def test_every_line_has_a_name():
    for lang in LANGS:
        assert len({t(f"measures.work_line_{line}", lang) for line in WorkLine}) == 7


def test_index_and_repetition_are_kept():
    words = Series(["บ้าน", "ที่ดิน", "บ้าน"], index=[7, 3, 7], dtype="str")
    found = work_lines(words)
    assert found.index.tolist() == [7, 3, 7]
    assert found.tolist() == [(WorkLine.HOUSING,), (WorkLine.LAND,), (WorkLine.HOUSING,)]
