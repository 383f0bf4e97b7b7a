"""Slides: editable, in a Thai font, nothing beyond their edge, large enough for the last row."""

import io
import math
import time
from dataclasses import replace
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu

from areamap.briefs import slides, slides_sizes
from areamap.briefs.slides_sizes import HALL, HIGH, WIDE
from areamap.briefs.slides_tables import of_texts
from areamap.briefs.thai_text import FONT, height
from areamap.draw.files import FILES
from tests.briefs import hard_words
from tests.briefs.conftest import Make
from tests.briefs.test_documents import FORMULA, hostile
from tests.pictures import distance

NEAR = 0.12
"""LibreOffice's own lines and greys may differ by so much; a lost mark does by more."""


@pytest.fixture(scope="module")
def deck(make: Make):
    return Presentation(io.BytesIO(slides.write(*make("1904"))))


def shapes(deck):
    return [(number, each) for number, slide in enumerate(deck.slides) for each in slide.shapes]


def words(slide) -> str:
    return "\n".join(each.text_frame.text for each in slide.shapes if each.has_text_frame)


def test_the_same_brief_has_the_same_bytes_later() -> None:
    brief = hard_words.content(), hard_words.terrain()
    first = slides.write(*brief)
    time.sleep(2.1)  # the clock of a zip file ticks every two seconds
    assert slides.write(*brief) == first
    with ZipFile(io.BytesIO(first)) as parts:
        assert {each.date_time[0] for each in parts.infolist()} == {1980}


def test_every_run_has_a_font_for_thai_and_its_language(deck) -> None:
    for slide in deck.slides:
        for run in chain(
            slide._element.iter(qn("a:rPr")), slide.notes_slide._element.iter(qn("a:rPr"))
        ):
            faces = {face: run.find(qn(f"a:{face}")) for face in ("latin", "ea", "cs")}
            assert {each.get("typeface") for each in faces.values()} == {FONT}
            assert run.get("lang") == "th-TH"
    charts = [each.chart for _, each in shapes(deck) if each.has_chart]
    assert charts
    for chart in charts:
        found = list(chart._chartSpace.iter(qn("a:defRPr")))
        assert found
        assert all(each.find(qn("a:cs")).get("typeface") == FONT for each in found)


def test_nothing_leaves_a_slide(deck) -> None:
    for number, shape in shapes(deck):
        place = [Emu(each).inches for each in (shape.left, shape.top, shape.width, shape.height)]
        assert place[0] >= 0, number
        assert place[1] >= 0, number
        assert place[0] + place[2] <= WIDE + 0.01, number
        assert place[1] + place[3] <= HIGH + 0.01, number


def test_no_text_is_higher_than_its_box(deck) -> None:
    for number, shape in shapes(deck):
        if not shape.has_text_frame or not shape.text_frame.text:
            continue
        inside = Emu(shape.width).inches
        taken = 0.0
        for paragraph in shape.text_frame.paragraphs:
            size = max(run.font.size.pt for run in paragraph.runs)
            after = paragraph.space_after.pt / 72 if paragraph.space_after else 0
            taken += height(paragraph.text, inside, size) + after
        assert taken <= Emu(shape.height).inches + 0.25, (number, shape.text_frame.text)


def test_tables_end_above_the_foot(make: Make) -> None:
    deck = Presentation(io.BytesIO(slides.write(*make("19"))))
    tables = [each for _, each in shapes(deck) if each.has_table]
    assert tables
    for each in tables:
        assert Emu(each.top + each.height).inches <= slides_sizes.FOOT
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert any("(1/" in each for each in titles)


def test_what_is_said_can_be_read_from_the_last_row(make: Make, deck) -> None:
    said = {each.text for chapter in make("1904")[0].chapters for each in chapter.said}
    sizes = [
        run.font.size.pt
        for _, shape in shapes(deck)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        if paragraph.text in said
        for run in paragraph.runs
    ]
    assert sizes
    assert min(sizes) >= HALL
    font = TTFont(str(FILES["fonts/Sarabun-Regular.ttf"]))
    capital = font["OS/2"].sCapHeight / font["head"].unitsPerEm * HALL / (HIGH * 72)
    assert capital >= 1 / 28


def test_tables_and_charts_can_be_edited_and_maps_are_told(make: Make, deck) -> None:
    kinds = [shape.shape_type for _, shape in shapes(deck)]
    assert MSO_SHAPE_TYPE.TABLE in kinds
    assert MSO_SHAPE_TYPE.CHART in kinds
    pictures = [each for _, each in shapes(deck) if each.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert pictures
    assert all(each._element._nvXxPr.cNvPr.get("descr") for each in pictures)
    told = {graph.title: graph for chapter in make("1904")[0].chapters for graph in chapter.graphs}
    for shape in (each for _, each in shapes(deck) if each.has_chart):
        frame = told[shape._element._nvXxPr.cNvPr.get("descr")].frame
        for series, name in zip(shape.chart.plots[0].series, frame.columns, strict=True):
            wanted = [None if math.isnan(value) else value for value in frame[name]]
            assert list(series.values) == wanted


def test_every_figure_has_its_command_in_the_notes(make: Make, deck) -> None:
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    figures = [f for c in make("1904")[0].chapters for said in c.said for f in said.figures]
    assert figures
    assert all(each.proof.line in notes for each in figures)


def test_every_slide_says_its_day_and_that_it_is_made_up(deck) -> None:
    for slide in list(deck.slides)[1:]:
        assert "31 มี.ค. 2569" in words(slide)
        assert "ข้อมูลตัวอย่าง" in words(slide)
        assert slide.shapes.title.text_frame.text


def test_names_that_attack_stay_words(make: Make) -> None:
    content, terrain = make("1904")
    made = slides.write(hostile(content, FORMULA), terrain)
    deck = Presentation(io.BytesIO(made))
    assert FORMULA in words(deck.slides[0])
    with ZipFile(io.BytesIO(made)) as parts:
        books = [name for name in parts.namelist() if name.endswith(".xlsx")]
        assert books
        for name in books:
            book = openpyxl.load_workbook(io.BytesIO(parts.read(name)))
            kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
            assert "f" not in kinds


def test_a_formula_as_a_series_stays_a_name() -> None:
    brief = hard_words.content()
    graph = brief.chapters[0].graphs[0]
    named = graph.frame.rename(columns={"กำลัง": FORMULA})
    chapter = replace(brief.chapters[0], graphs=(replace(graph, frame=named),))
    made = slides.write(replace(brief, chapters=(chapter,)), hard_words.terrain())
    with ZipFile(io.BytesIO(made)) as parts:
        name = next(each for each in parts.namelist() if each.endswith(".xlsx"))
        sheet = openpyxl.load_workbook(io.BytesIO(parts.read(name))).active
    assert sheet["B1"].data_type == "s"
    assert sheet["B1"].value.strip() == FORMULA


def test_rows_are_spread_evenly_over_slides() -> None:
    rows = [("คำ", f"{at}") for at in range(25)]
    made = of_texts("เรื่อง", ["ก", "ข"], rows)
    counts = [len(each.rows) for each in made]
    assert sum(counts) == 25
    assert max(counts) - min(counts) <= len(counts)
    assert made[0].heading == f"เรื่อง (1/{len(made)})"


def test_english_is_english(make: Make) -> None:
    deck = Presentation(io.BytesIO(slides.write(*make("1904", "en"))))
    assert "Sample data" in words(deck.slides[1])
    run = next(deck.slides[1]._element.iter(qn("a:rPr")))
    assert run.get("lang") == "en-GB"


def test_hard_words_look_as_they_were_looked_at(tmp_path: Path) -> None:
    made = slides.write(hard_words.content(), hard_words.terrain())
    drawn = hard_words.page(made, ".pptx", tmp_path, 2)
    assert distance(drawn, hard_words.PICTURES / "words_slides.png") < NEAR
