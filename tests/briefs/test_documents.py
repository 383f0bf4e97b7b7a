"""The files: typed, whole, harmless, and the same for the same data."""

import json
import re
import sqlite3
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely

from areamap import settings
from areamap.briefs import documents, making
from areamap.briefs.content import Content
from areamap.errors import BriefError
from areamap.workspace import Workspace
from tests.briefs.conftest import AS_OF, Brief, Make

SUFFIXES = [".xlsx", ".gpkg", ".geojson", ".csv", ".html"]
ATTACK = "</script><img src=x onerror=alert()>"
FORMULA = '=HYPERLINK("http://evil.example")'


def hostile(content: Content, name: str) -> Content:
    """Return a brief in which a file's name and a tambon's name attack."""
    areas = {
        level: frame.assign(name_th=name).assign(name_en=name)
        for level, frame in content.areas.items()
    }
    chapters = []
    for chapter in content.chapters:
        tables = tuple(
            replace(table, frame=table.frame.assign(name=name), title=name)
            if "name" in table.frame
            else table
            for table in chapter.tables
        )
        # A number in a sentence would want a source.
        more = re.sub(r"\d", "x", name)
        said = tuple(replace(each, text=f"{each.text} {more}") for each in chapter.said)
        pictures = tuple(
            replace(each, legend=name, note=name, alt=name, title=name) for each in chapter.pictures
        )
        chapters.append(replace(chapter, tables=tables, said=said, pictures=pictures))
    sources = tuple(replace(each, file_name=name, title=name) for each in content.sources)
    return replace(content, title=name, areas=areas, chapters=tuple(chapters), sources=sources)


@pytest.fixture(scope="module")
def again(filled_home: Path) -> Brief:
    """Return what the home says of an area to whoever opens it anew."""
    opened = Workspace.open(settings.load(filled_home))
    return making.brief(opened.direction, opened.boundaries, filled_home, "1904", as_of=AS_OF)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_data_give_the_same_bytes(suffix: str, make: Make, again: Brief) -> None:
    assert documents.write(*make("1904"), suffix) == documents.write(*again, suffix)


def test_another_day_gives_other_bytes(make: Make) -> None:
    other = make("1904", "en")
    assert documents.write(*make("1904"), ".csv") == documents.write(*other, ".csv")
    assert documents.write(*make("1904"), ".xlsx") != documents.write(*other, ".xlsx")


def test_a_workbook_is_typed_and_filtered(make: Make) -> None:
    content, terrain = make("19")
    body = documents.write(content, terrain, ".xlsx")
    book = openpyxl.load_workbook(BytesIO(body))
    tables = [table for chapter in content.chapters for table in chapter.tables]
    assert len(book.sheetnames) == len(tables) + 3
    assert book.sheetnames[-1] == "ที่มาและวิธีคิด"
    for page in book.worksheets:
        assert page.freeze_panes
        assert page.auto_filter.ref
        assert page["A2"].value == content.warning
        assert not [cell for row in page for cell in row if cell.data_type == "f"]
    money = book.worksheets[1 + [table.key for table in tables].index("money_years")]
    head = next(row for row in money.iter_rows() if row[0].value == "ปีงบประมาณ")
    assert head[1].value == "งบประมาณ (บาท)"
    first = [cell.value for cell in money[head[0].row + 1]]
    assert first[:2] == [2563, pytest.approx(tables_value(content))]
    agreements = book.worksheets[1 + [table.key for table in tables].index("agreements")]
    assert any(cell.is_date for row in agreements for cell in row)
    assert all(
        info.date_time == (1980, 1, 1, 0, 0, 0) for info in ZipFile(BytesIO(body)).infolist()
    )


def tables_value(content: Content) -> float:
    chapter = content.chapter("money")
    assert chapter
    return float(chapter.tables[0].frame["amount_baht"].iloc[0])


def test_a_geopackage_opens_without_a_question(make: Make, tmp_path: Path) -> None:
    content, terrain = make("19")
    file = tmp_path / "19.gpkg"
    file.write_bytes(documents.write(content, terrain, ".gpkg"))
    for level, frame in content.areas.items():
        read = gpd.read_file(file, layer=f"{level}s")
        assert read.crs == "EPSG:4326"
        assert read.geometry.is_valid.all()
        assert set(read.geometry.geom_type) == {"MultiPolygon"}
        assert sorted(read["area_code"]) == sorted(frame.index)
        own = read.set_index("area_code")["population"].astype("float64")
        assert own.sum() == frame["population"].sum()
    with sqlite3.connect(file) as inside:
        about = dict(inside.execute("select name, value from about").fetchall())
        fields = inside.execute("select layer, field, meaning from fields").fetchall()
        days = {row[0] for row in inside.execute("select last_change from gpkg_contents")}
        assert inside.execute("pragma application_id").fetchone()[0] == 0x47504B47
        assert inside.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert inside.execute("select count(*) from gpkg_metadata").fetchone()[0] == 3
    assert about["AS_OF"] == "2026-03-31"
    assert "CC BY" in about["LICENCE"]
    assert "หกเหลี่ยม" in about["SCHEMATIC"]
    assert days == {"2026-03-31T00:00:00.000Z"}
    assert all(meaning for _, _, meaning in fields)
    assert len(fields) == sum(len(frame.columns) + 1 for frame in content.areas.values())


def test_geojson_and_csv_hold_the_same(make: Make) -> None:
    content, terrain = make("19")
    told = json.loads(documents.write(content, terrain, ".geojson"))
    shapes = [shapely.from_geojson(json.dumps(each["geometry"])) for each in told["features"]]
    assert all(shape.is_valid and shape.exterior.is_ccw for shape in shapes)
    assert told["about"]["AREA_CODE"] == "19"
    body = documents.write(content, terrain, ".csv")
    assert body.startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(BytesIO(body), dtype={"area_code": str})
    assert list(table["area_code"]) == [each["id"] for each in told["features"]]
    people = [each["properties"]["population"] for each in told["features"]]
    assert list(table["population"]) == people


def test_a_page_asks_nobody_for_anything(make: Make) -> None:
    content, terrain = make("19")
    page = documents.write(content, terrain, ".html").decode()
    assert len(page) < 3_000_000
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe-inline" not in policy[1].split("script-src")[1].split(";")[0]
    left = re.sub(r"data:[\w/;=-]+;base64,[\w+/=]+", "", page)
    # Leaflet names its own address in a text that it writes nowhere here.
    asked = re.findall(r"(?:src|href)=[\"']?(?!data:)(https?:[^\"' >]+)", left)
    assert asked == [] or set(asked) == {"https://leafletjs.com"}
    assert "url(" not in re.sub(r'url\("data:[^"]*"\)', "", page.split("<script")[0])
    for chapter in content.chapters:
        assert f"<h2>{chapter.heading}</h2>" in page


def test_names_on_a_page_are_texts(make: Make) -> None:
    content, terrain = make("1904")
    page = documents.write(hostile(content, ATTACK), terrain, ".html").decode()
    assert ATTACK not in page
    assert "&lt;/script&gt;&lt;img" in page
    assert page.count("<script") == page.count("</script>")


def test_an_ending_has_to_fit_its_kind() -> None:
    assert documents.suffix_of(Path("A.PDF"), "report") == ".pdf"
    with pytest.raises(BriefError) as caught:
        documents.suffix_of(Path("a.docx"), "slides")
    assert ".pptx" in caught.value.text("th")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    documents.save(b"first", file)
    documents.save(b"second", file)
    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(OSError, match="nowhere"):
        documents.save(b"third", tmp_path / "nowhere" / "a.xlsx")
    assert list(tmp_path.iterdir()) == [file]
