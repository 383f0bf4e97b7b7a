"""The page on sources and terms."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap.ui import about

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_it_tells_sources_formulas_and_terms(sample_home: Path, lang: str) -> None:
    app = AppTest.from_file(str(ROOT / "pages" / "about.py"), default_timeout=60)
    app.query_params["lang"] = lang
    app.run()
    assert not app.exception
    assert len(app.table[0].value) == len(about.sources())
    said = " ".join(element.value for element in app.markdown)
    assert "÷" in said
    assert len(app.markdown) >= len(about.MEASURES) + len(about.TERMS)


def test_every_source_names_its_licence_and_its_use() -> None:
    for source in about.sources():
        assert source["name"]
        assert source["licence"]
        assert source["used_for_th"]
        assert source["used_for_en"]


def test_the_banner_is_there_too(sample_home: Path) -> None:
    app = AppTest.from_file(str(ROOT / "pages" / "about.py"), default_timeout=60).run()
    assert any("ข้อมูลตัวอย่าง" in element.proto.body for element in app.get("html"))
