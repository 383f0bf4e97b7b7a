"""A talk says what a brief says, in what can be read from the last row."""

import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame
from PIL import Image

from areamap import settings
from areamap.briefs import talk, talk_photo, talk_shown
from areamap.briefs.content import Content
from areamap.briefs.proven import Source
from areamap.briefs.shown import Column, Graph, Table
from areamap.errors import FileError
from areamap.i18n import Lang
from tests.briefs.conftest import Make

SOURCE = Source("fund", "กองทุน", "funds.xlsx", 3, date(2026, 3, 1), date(2026, 3, 31), False, "")


def said(content: Content) -> set[str]:
    return {each.text for chapter in content.chapters for each in chapter.said}


@pytest.mark.parametrize(
    ("area", "lang"), [("upper-central", "th"), ("30", "en"), ("190404", "th")]
)
def test_it_says_nothing_that_the_brief_does_not(make: Make, area: str, lang: Lang) -> None:
    content, _ = make(area, lang)
    made = talk.slides(content)
    known = said(content) | {content.subtitle}
    ids = [each.id for each in made]
    assert len(ids) == len(set(ids))
    assert ids[0] == talk.TITLE
    assert made[0].heading == content.title
    for slide in made:
        told = [each for each in (slide.lead, *slide.more) if each is not None]
        assert {each.text for each in told} <= known
        figures = [
            figure for each in content.chapters for one in each.said for figure in one.figures
        ]
        assert all(figure in figures for figure in slide.figures)
        assert slide.kind == talk.TITLE or slide.sources or not (slide.figures or slide.shows)


def test_every_chapter_and_everything_that_it_shows_is_offered_once(make: Make) -> None:
    content, _ = make("upper-central")
    made = talk.slides(content)
    for chapter in content.chapters:
        own = [each for each in made if each.kind == chapter.key]
        assert own[0].id == chapter.key
        shown = [each.shows for each in own if each.shows is not None]
        assert shown == [*chapter.pictures, *chapter.graphs, *chapter.tables]
    usual = [each.id for each in made if each.is_usual]
    assert usual[:2] == ["title", "standing"]
    assert {"missing", "missing-table", "money-graph", "partners", "change", "asks"} <= set(usual)


def test_where_we_stand_has_the_rate_of_each_register(make: Make) -> None:
    content, _ = make("30", "en")
    standing = next(each for each in talk.slides(content) if each.id == "standing")
    assert [each.source.register for each in standing.figures] == ["council", "fund", "housing"]
    assert all(each.unit == "%" for each in standing.figures)
    # What is not on the wall is before the speaker, with the way to get it again.
    assert set(standing.notes) > {each.text for each in content.chapters[0].said}
    assert any("areamap coverage --theme council" in each for each in standing.notes)


def graph(frame: DataFrame, **more: object) -> Graph:
    told = {"key": "g", "title": "T", "kind": "stacked", "unit": "บาท", "source": SOURCE} | more
    return Graph(frame=frame, **told)  # type: ignore[arg-type]


def test_bars_are_parts_of_the_longest_and_what_is_not_known_has_none() -> None:
    frame = DataFrame({"a": [30.0, 10.0, None], "b": [10.0, None, None]}, index=["x", "y", "z"])
    told = talk_shown.bars(graph(frame, colours=("#111111", "#222222")), "th")
    assert [line["shown"] for line in told["lines"]] == ["40", "10", "ยังไม่ทราบ"]
    parts = [[(part["share"], part["colour"]) for part in line["parts"]] for line in told["lines"]]
    assert parts == [[(75.0, "#111111"), (25.0, "#222222")], [(25.0, "#111111")], []]
    assert [key["label"] for key in told["keys"]] == ["a", "b"]
    assert told["title"] == "T (บาท)"


def test_rates_are_parts_of_a_hundred_and_only_the_first_series_has_room() -> None:
    frame = DataFrame({"ตำบล": [80.0, 40.0], "อปท.": [90.0, 50.0]}, index=["x", "y"])
    told = talk_shown.bars(graph(frame, kind="bars", unit="ร้อยละ", digits=1), "th")
    assert [line["parts"][0]["share"] for line in told["lines"]] == [80.0, 40.0]
    assert [line["shown"] for line in told["lines"]] == ["80.0", "40.0"]
    assert (told["title"], told["keys"]) == ("T (ร้อยละ) · ตำบล", [])


def test_of_many_years_the_last_are_shown_and_of_many_places_the_first() -> None:
    years = DataFrame({"a": range(12)}, index=[str(2558 + each) for each in range(12)])
    told = talk_shown.bars(graph(years, kind="columns"), "th")
    assert [line["label"] for line in told["lines"]] == [str(each) for each in range(2564, 2570)]
    many = DataFrame({"a": range(60)}, index=[f"p{each}" for each in range(60)])
    told = talk_shown.bars(graph(many), "th")
    assert (told["lines"][0]["label"], told["more"], told["columns"]) == ("p0", 12, 3)


def test_a_table_has_no_codes_and_names_what_is_not_known() -> None:
    frame = DataFrame(
        {
            "code": ["190401", "190402"],
            "name": ["ก", "<b>"],
            "baht": [1234567.4, None],
            "rate": [12.34, 5.0],
            "year": [2566, 2567],
            "day": [date(2023, 3, 15), None],
        }
    )
    columns = (
        Column("code", "รหัส", "code"),
        Column("name", "ชื่อ"),
        Column("baht", "งบ", "baht", "บาท"),
        Column("rate", "ร้อยละ", "percent"),
        Column("year", "ปี", "year"),
        Column("day", "วันที่", "date"),
    )
    told = talk_shown.table(Table("t", "T", frame, columns, SOURCE), "th")
    assert told["heads"] == ["ชื่อ", "งบ (บาท)", "ร้อยละ", "ปี", "วันที่"]
    assert told["numbers"] == [False, True, True, True, False]
    assert told["lines"] == [
        ["ก", "1,234,567", "12.3", "2566", "15 มี.ค. 2566"],
        ["<b>", "ยังไม่ทราบ", "5.0", "2567", "ยังไม่ทราบ"],
    ]
    assert (told["columns"], told["more"]) == (1, 0)


def test_a_long_table_keeps_what_tells_its_lines_apart() -> None:
    frame = DataFrame(
        {
            "name": [f"ต{each}" for each in range(60)],
            "province": "สระบุรี",
            "district": [f"อ{each % 3}" for each in range(60)],
            "people": pd.Series(range(60)),
            "mentor": "x",
        }
    )
    columns = tuple(Column(str(name), str(name)) for name in frame.columns)
    told = talk_shown.table(Table("t", "T", frame, columns, SOURCE), "th")
    assert told["heads"] == ["name", "district", "people"]
    assert (len(told["lines"]), told["more"], told["columns"]) == (48, 12, 2)


# Photos


def written(image: Image.Image, kind: str, **more: object) -> bytes:
    body = io.BytesIO()
    image.save(body, kind, **more)
    return body.getvalue()


@pytest.fixture
def clean(tmp_path: Path) -> settings.Settings:
    return settings.load(tmp_path)


def test_a_photo_loses_all_but_the_picture(clean: settings.Settings) -> None:
    image = Image.new("RGB", (3000, 2000), "#336699")
    exif = image.getexif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[2] = (14.0, 31.0, 0.0)
    body = written(image, "JPEG", exif=exif, comment=b"a secret") + b"PK\x03\x04 behind the end"
    found = talk_photo.cleaned(body, clean)
    assert b"secret" not in found
    assert b"A camera" not in found
    assert b"behind" not in found
    opened = Image.open(io.BytesIO(found))
    assert opened.format == "JPEG"
    assert not opened.getexif()
    # Upright, as the camera said, and no larger than a projector.
    assert opened.height == talk_photo.LARGEST[1]
    assert opened.width == pytest.approx(720, abs=2)


def test_what_can_be_seen_through_lies_on_white(clean: settings.Settings) -> None:
    found = talk_photo.cleaned(written(Image.new("RGBA", (60, 40), (0, 0, 0, 0)), "PNG"), clean)
    opened = Image.open(io.BytesIO(found))
    assert opened.size == (60, 40)
    assert min(opened.getpixel((30, 20))) > 250  # type: ignore[type-var]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg onload='alert(1)'/>",
        b"\xff\xd8\xff\xe0 not a photo",
        written(Image.new("1", (9000, 9000)), "PNG"),
        written(Image.new("RGB", (50, 50)), "GIF"),
        written(Image.effect_noise((60, 60), 50), "PNG")[:900],
    ],
    ids=["nothing", "drawing", "broken", "bomb", "another kind", "cut off"],
)
def test_what_is_no_photo_is_refused(clean: settings.Settings, body: bytes) -> None:
    with pytest.raises(FileError) as raised:
        talk_photo.cleaned(body, clean)
    assert raised.value.key == "talk_photo_unreadable"


def test_a_file_too_large_is_not_even_opened(clean: settings.Settings) -> None:
    with pytest.raises(FileError) as raised:
        talk_photo.cleaned(b"x" * (talk_photo.MOST_BYTES + 1), clean)
    assert raised.value.key == "talk_photo_large"
