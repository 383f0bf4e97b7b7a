"""A brief of words whose marks stand on one another, and how its pages look."""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from pandas import DataFrame

from areamap.briefs.content import Chapter, Content, Terrain
from areamap.briefs.proven import Said, Source
from areamap.briefs.shown import Column, Graph, Table
from areamap.places.hierarchy import Area
from areamap.places.levels import Level

WORDS: Final = ("ที่อยู่อาศัย", "น้ำ", "กำลัง", "ผู้", "กิ่ง", "ปู่", "ญี่ปุ่น", "ฐานะ")
TEXT: Final = " ".join(WORDS)
PICTURES: Final = Path(__file__).parent / "pictures"
DAY: Final = date(2026, 3, 31)
_PATIENCE_S: Final = 180


def content() -> Content:
    """Return a brief that says nothing but the words, as heading, sentence, cells and chart."""
    source = Source("council", "ฐานะ", "น้ำ.xlsx", 1, DAY, DAY, False, "ผู้")
    table = Table(
        "words", TEXT, DataFrame({"word": WORDS, "count": range(1, 9)}),
        (Column("word", "คำ"), Column("count", "จำนวน", "count")), source,
    )  # fmt: skip
    graph = Graph(
        "words", TEXT, "bars", DataFrame({"กำลัง": [1.0, 2.0]}, index=WORDS[:2]), "น้ำ", source
    )
    chapter = Chapter("words", "ญี่ปุ่น", (Said(TEXT),), graphs=(graph,), tables=(table,))
    area = Area("19", Level.PROVINCE, "สระบุรี", "Saraburi")
    return Content(TEXT, "ฐานะ", "สระบุรี", area, "th", DAY, False, "", (chapter,), (source,), ())


def terrain() -> Terrain:
    """Return no polygons: the brief has no map."""
    source = Source("boundary", "ผัง", "layout.csv", None, None, DAY, False, "MIT")
    return Terrain("schematic", b"", source)


def page(document: bytes, suffix: str, folder: Path, number: int) -> bytes:
    """
    Return a page of a document as a picture of 50 dots per inch.

    Skips, and says why, where what draws it is not on this machine.
    """
    file = folder / f"words{suffix}"
    file.write_bytes(document)
    _needs("pdftoppm")
    if suffix != ".pdf":
        _needs("soffice")
        fonts = subprocess.run(["fc-list"], capture_output=True, text=True, check=True).stdout
        if "Sarabun" not in fonts:
            pytest.skip("Sarabun is not installed, so LibreOffice would draw another font")
        own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=_PATIENCE_S)
        file = file.with_suffix(".pdf")
    asked = ["-r", "50", "-f", str(number), "-l", str(number), "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *asked, str(file), str(folder / "page")], check=True)
    return (folder / "page.png").read_bytes()


def _needs(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not on this machine")
