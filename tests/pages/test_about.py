"""The page on sources, formulas and terms."""

from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.i18n import LANGS, Lang
from areamap.measures.formulas import formulas
from areamap.ui import about
from areamap.workspace import Workspace
from tests.pages.test_overview import opening, texts
from tests.quality.homes import publish

ATTACK = "<img src=x onerror=alert(1)>"


def page(lang: Lang = "th") -> AppTest:
    return opening("pages/about.py")(lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_it_tells_sources_formulas_and_terms(sample_home: Path, lang: Lang) -> None:
    app = page(lang)
    assert not app.exception
    assert len(app.table[0].value) == len(about.sources())
    said = texts(app)
    for each in formulas():
        assert f"<h3>{escape(each.names[lang])}</h3>" in said
        assert each.result in said
    for term in about.terms():
        assert escape(term[f"told_{lang}"]) in said


def test_every_source_names_its_licence_and_its_use() -> None:
    for source in about.sources():
        assert source["name"]
        assert source["licence"]
        assert source["used_for_th"]
        assert source["used_for_en"]


@pytest.mark.parametrize("term", about.terms(), ids=lambda term: term["en"])
def test_every_term_has_both_languages(term: dict[str, str]) -> None:
    assert all(term[name].strip() for name in ("th", "en", "told_th", "told_en"))


def test_the_banner_is_there_too(sample_home: Path) -> None:
    assert any("ข้อมูลตัวอย่าง" in element.proto.body for element in page().get("html"))


def test_it_names_what_is_published_and_words_of_a_file_stay_words(empty_home: Path) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    publish(store, "council", {"area_code": "190406"}, file_name=f"{ATTACK}.xlsx")
    said = texts(page())
    assert "&lt;img" in said
    assert ATTACK not in said


def test_a_home_without_registers_says_so(empty_home: Path) -> None:
    app = page()
    assert not app.exception
    assert "ยังไม่มีการเผยแพร่ทะเบียนใด" in app.info[0].value
