"""The page of one place in each of its states, without a browser."""

from pathlib import Path

import pytest

from areamap import settings
from areamap.boundaries import schematic
from areamap.briefs.sentences import place
from areamap.i18n import LANGS, Lang
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told
from tests.quality.homes import publish

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/tambon.py")


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_every_sentence_of_the_terminal(sample_home: Path, page: Page, lang: Lang) -> None:
    app = page(scope="190404", lang=lang)
    assert not app.exception
    said = texts(app)
    found = Workspace.open(settings.load(sample_home)).direction.profile("190404")
    assert place.answer(found, lang) in said
    for sentences in place.said(found, lang).values():
        for each in sentences:
            assert each.replace("'", "&#x27;") in said
    assert len(app.get("plotly_chart")) == 3


def test_a_khwaeng_is_called_so(sample_home: Path, page: Page) -> None:
    app = page(scope="100201")
    assert not app.exception
    assert app.title[0].value == "แขวงดุสิต"
    assert "กรุงเทพมหานครเป็นองค์กรปกครองส่วนท้องถิ่นของแขวงนี้" in texts(app)


def test_a_home_without_registers_says_that_nothing_is_known(empty_home: Path, page: Page) -> None:
    app = page(scope="190406")
    assert not app.exception
    said = texts(app)
    assert said.count("areamap-unknown") == 9
    assert "areamap-none" not in said
    assert "ยังไม่ทราบจำนวนประชากร" in said
    assert "ยังไม่เผยแพร่" in said


def test_words_of_a_file_stay_words(empty_home: Path, page: Page) -> None:
    store = Workspace.open(settings.load(empty_home)).store
    publish(store, "plan", {"area_code": "190406", "plan_name": ATTACK, "first_year": 2566})
    said = texts(page(scope="190406"))
    assert ATTACK not in said
    assert "&lt;img" in said


def test_a_larger_area_leads_down_to_a_tambon(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert "จังหวัดสระบุรี" in app.info[0].value
    app.button(key="inside_1904").click().run()
    assert told(app)["scope"] == "1904"
    app.button(key="inside_190406").click().run()
    assert app.title[0].value == "ตำบลเจริญธรรม"


def test_a_tambon_is_found_by_its_name(sample_home: Path, page: Page) -> None:
    app = page(scope="TH")
    app.text_input(key="find_tambon").input("เจริญธรรม").run()
    app.button(key="found_190406").click().run()
    assert app.title[0].value == "ตำบลเจริญธรรม"
    app.text_input(key="find_tambon").input("ไม่มีที่นี่แน่นอน").run()
    assert "ไม่พบตำบล" in texts(app)


def test_a_neighbour_is_gone_to(sample_home: Path, page: Page) -> None:
    app = page(scope="190406", map="schematic")
    beside = next(key for each in app.button if (key := str(each.key)).startswith("near_"))
    app.button(key=beside).click().run()
    assert told(app)["scope"] == beside.removeprefix("near_")
    assert not app.exception


def test_a_tambon_that_the_true_map_lacks_is_one_click_from_the_schematic_one(
    sample_home: Path, page: Page, tmp_path: Path
) -> None:
    polygons = schematic.polygons()[["geometry"]]
    own = polygons[polygons.index.str.startswith("19")].rename_axis("TAM_CODE").reset_index()
    own.to_file(tmp_path / "saraburi.geojson", driver="GeoJSON")
    Workspace.open(settings.load(sample_home)).boundaries.add(tmp_path / "saraburi.geojson")
    app = page(scope="160101")
    assert told(app)["map"] == "true"
    app.button(key="see_schematic").click().run()
    assert not app.exception
    assert told(app)["map"] == "schematic"
    assert not app.info
    assert "see_schematic" not in {each.key for each in app.button}
