"""What the model of a brief refuses: a number that nobody could answer for."""

from datetime import date
from typing import Any, cast

import pytest
from pandas import DataFrame

from areamap.briefs.proven import Figure, Proof, Said, Source
from areamap.briefs.shown import Graph, Table
from areamap.errors import BriefError

NOWHERE = cast("Source", None)


def source(**told: Any) -> Source:
    known = {
        "register": "council",
        "title": "สภา",
        "file_name": "สภา.xlsx",
        "publication": 3,
        "published_on": date(2026, 3, 1),
        "as_of": date(2026, 3, 31),
        "is_sample": False,
        "licence": "CC BY",
    }
    return Source(**(known | told))


def figure(**told: Any) -> Figure:
    known = {
        "value": 12.0,
        "shown": "12",
        "unit": "ตำบล",
        "measure": "coverage.covered",
        "area_code": "19",
        "basis": "tambon",
        "source": source(),
        "proof": Proof(("coverage", "--in", "สระ บุรี"), "covered"),
    }
    return Figure(**(known | told))


def test_a_figure_without_a_source_fails_with_a_sentence() -> None:
    with pytest.raises(BriefError, match="12") as caught:
        figure(source=NOWHERE)
    assert "แหล่งที่มา" in caught.value.text("th")


def test_a_source_has_to_name_register_and_file() -> None:
    for missing in ("register", "file_name"):
        with pytest.raises(BriefError):
            source(**{missing: ""})


def test_a_figure_has_to_stand_in_its_sentence() -> None:
    assert Said("มี 12 ตำบล", (figure(),)).figures
    with pytest.raises(BriefError, match="12"):
        Said("มี 13 ตำบล", (figure(),))


def test_a_number_in_a_sentence_has_to_come_from_somewhere() -> None:
    assert Said("ทุกตำบลมีสภาแล้ว").text
    assert Said("มี 13 ตำบล", source=source()).source
    with pytest.raises(BriefError):
        Said("มี 13 ตำบล")
    with pytest.raises(BriefError):
        Said("มี ๑๓ ตำบล")


def test_tables_and_charts_have_sources() -> None:
    with pytest.raises(BriefError):
        Table("k", "ตาราง", DataFrame(), (), NOWHERE)
    with pytest.raises(BriefError):
        Graph("k", "แผนภูมิ", "bars", DataFrame(), "", NOWHERE)


def test_a_command_can_be_typed_as_it_is_shown() -> None:
    assert figure().proof.line == "areamap coverage --in 'สระ บุรี'"
