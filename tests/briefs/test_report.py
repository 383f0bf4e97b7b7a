"""Reports: few pages, text that can be searched and copied, real headings, the same bytes."""

import io
import re
import time
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from areamap.briefs import report_docx, report_pdf
from areamap.briefs.report_plan import FITS, MOST_PAGES, Rows, Sentence, blocks
from areamap.briefs.thai_text import FONT
from tests.briefs import hard_words
from tests.briefs.conftest import Make
from tests.briefs.hard_words import WORDS
from tests.briefs.test_documents import hostile
from tests.pictures import distance

ATTACK = "</w:t><script>alert(document)</script>"
NEAR = {".pdf": 0.06, ".docx": 0.12}
"""LibreOffice's own lines and greys may differ by more; a lost mark does by more still."""


@pytest.fixture(scope="module")
def pdf(make: Make) -> PdfReader:
    return PdfReader(io.BytesIO(report_pdf.write(*make("19"))))


@pytest.fixture(scope="module")
def word(make: Make):
    return Document(io.BytesIO(report_docx.write(*make("19"))))


def squeezed(text: str) -> str:
    """Return a text without the ends of lines and spaces, which a page sets anew."""
    return re.sub(r"\s+", "", text)


def sentences(make: Make, area: str) -> list[str]:
    found = blocks(make(area)[0], FITS[0])
    return [each.text for each in found if isinstance(each, Sentence)]


@pytest.mark.parametrize("writer", [report_docx, report_pdf])
def test_the_same_brief_has_the_same_bytes_later(writer) -> None:
    brief = hard_words.content(), hard_words.terrain()
    first = writer.write(*brief)
    time.sleep(2.1)  # the clock of a zip file ticks every two seconds
    assert writer.write(*brief) == first


def test_hard_words_are_copied_as_they_were_written() -> None:
    made = report_pdf.write(hard_words.content(), hard_words.terrain())
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert [word for word in WORDS if word not in text] == []
    assert hard_words.TEXT in text


def test_a_tall_letter_before_am_is_copied_too() -> None:
    brief = replace(hard_words.content(), title="ป้ำ ทำ ต่ำ ช้ำ office")
    made = report_pdf.write(brief, hard_words.terrain())
    text = PdfReader(io.BytesIO(made)).pages[0].extract_text().replace("\u200b", "")
    assert "ป้ำ ทำ ต่ำ ช้ำ office" in text


def test_all_that_is_said_can_be_searched(pdf: PdfReader, make: Make) -> None:
    text = squeezed("".join(page.extract_text() for page in pdf.pages)).replace("\u200b", "")
    assert [each for each in sentences(make, "19") if squeezed(each) not in text] == []


@pytest.mark.parametrize("area", ["19", "1904", "190401"])
def test_there_are_few_pages_and_each_says_its_number(area: str, make: Make) -> None:
    found = PdfReader(io.BytesIO(report_pdf.write(*make(area)))).pages
    assert 1 <= len(found) <= MOST_PAGES
    for number, page in enumerate(found, start=1):
        assert f"หน้า {number} จาก {len(found)}" in page.extract_text()
        assert "ข้อมูลตัวอย่าง" in page.extract_text()


def test_the_pdf_tells_its_title_its_language_and_its_day(pdf: PdfReader, make: Make) -> None:
    content = make("19")[0]
    assert pdf.metadata.title == content.title
    assert pdf.metadata.creation_date.date() == content.as_of
    assert pdf.trailer["/Root"]["/Lang"] == "th-TH"
    outline = [each.title for each in pdf.outline if not isinstance(each, list)]
    assert len(outline) >= len(content.chapters)


def test_a_table_that_goes_on_has_its_head_again() -> None:
    content = hard_words.content()
    table = next(each for each in blocks(content, FITS[0]) if isinstance(each, Rows))
    page = report_pdf.Page(content, 1)
    page.rows(replace(table, rows=table.rows * 20, note=""))
    pages = PdfReader(io.BytesIO(page.written())).pages
    assert len(pages) > 1
    assert all("คำ จำนวน" in each.extract_text() for each in pages)


def test_nothing_is_written_beyond_the_margins(make: Make) -> None:
    content, _ = make("19")
    page = report_pdf.Page(content, 0)
    ends: list[float] = []
    written = page.write_at
    page.write_at = lambda *args, **more: ends.append(written(*args, **more)) or ends[-1]
    for block in blocks(content, FITS[0]):
        if isinstance(block, Sentence):
            page.paragraph(block.text, figures=block.figures, listed=block.listed)
    assert ends
    assert max(ends) <= page.l_margin + report_pdf.WIDTH + 0.01


def test_figures_stand_bold_in_word_and_headings_are_styles(word, make: Make) -> None:
    styles = [each.style.name for each in word.paragraphs]
    assert styles.count("Heading 1") == len(make("19")[0].chapters) + 2
    assert "Title" in styles
    text = squeezed("\n".join(each.text for each in word.paragraphs))
    assert [each for each in sentences(make, "19") if squeezed(each) not in text] == []
    assert any(run.bold for each in word.paragraphs for run in each.runs)


def test_word_has_a_font_and_a_language_for_thai(word) -> None:
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "Caption"):
        properties = word.styles[name].element.rPr
        assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == FONT
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        size = properties.find(qn("w:szCs")).get(qn("w:val"))
        assert size == properties.find(qn("w:sz")).get(qn("w:val"))


def test_word_repeats_heads_and_keeps_rows_whole(word) -> None:
    tables = [each for each in word.tables if each.rows[0]._tr.trPr is not None]
    assert tables
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    foot = word.sections[0].footer.paragraphs[0]._p.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot


def test_maps_are_told_in_words(word) -> None:
    pictures = list(word.element.body.iter(qn("wp:docPr")))
    assert pictures
    assert all(each.get("descr") for each in pictures)


@pytest.mark.parametrize("writer", [report_docx, report_pdf])
def test_names_that_attack_stay_words(writer, make: Make) -> None:
    content, terrain = make("1904")
    made = writer.write(hostile(content, f"{ATTACK}\x00\x0b中"), terrain)
    if writer is report_docx:
        found = Document(io.BytesIO(made))
        assert ATTACK in "\n".join(each.text for each in found.paragraphs)
        with ZipFile(io.BytesIO(made)) as parts:
            assert not [name for name in parts.namelist() if "vba" in name.lower()]
    else:
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
        assert squeezed("alert(document)") in squeezed(text)
        assert b"/JavaScript" not in made


def test_years_are_kept_from_the_last(make: Make) -> None:
    content, _ = make("19")
    money = next(
        each
        for each in blocks(content, replace(FITS[0], rows=2, whole=2))
        if isinstance(each, Rows) and each.title == content.chapter("money").tables[0].title
    )
    last = content.chapter("money").tables[0].frame.iloc[-1, 0]
    assert money.rows[-1][0] == str(int(last))


def test_only_fonts_of_ours_are_changed() -> None:
    page = report_pdf.Page(hard_words.content(), 1)
    assert {type(font).__name__ for font in page.fonts.values()} == {"SpelledFont"}
    page.written()


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_hard_words_look_as_they_were_looked_at(suffix: str, tmp_path: Path) -> None:
    writer = report_pdf if suffix == ".pdf" else report_docx
    made = writer.write(hard_words.content(), hard_words.terrain())
    drawn = hard_words.page(made, suffix, tmp_path, 1)
    checked = hard_words.PICTURES / f"words_report{suffix.replace('.', '_')}.png"
    assert distance(drawn, checked) < NEAR[suffix]
