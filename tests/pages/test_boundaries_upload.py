"""Where an administrator hands boundaries in, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.boundaries import schematic
from areamap.i18n import t
from areamap.ui import access, home
from tests.pages.test_overview import Page, opening, texts
from tests.people import SignIn

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/imports.py")


@pytest.fixture(scope="module")
def province() -> bytes:
    """Return the tambons of one province as GeoJSON."""
    polygons = schematic.polygons()[["geometry"]]
    own = polygons[polygons.index.str.startswith("19")]
    told: str = own.rename_axis("TAM_CODE").reset_index().to_json()
    return told.encode()


def take(app: AppTest, name: str, content: bytes, called: str = "") -> AppTest:
    """Hand a file in and press the button."""
    box = app.file_uploader(key="boundaries_file_0")
    box.set_value((name, content, "application/octet-stream"))
    app.text_input(key="boundaries_name_0").input(called)
    app.run()
    app.button(key="boundaries_take").click().run(timeout=120)
    assert not app.exception
    return app


def test_a_file_becomes_the_map_in_use(
    empty_home: Path, at_the_machine: None, page: Page, province: bytes
) -> None:
    app = page(lang="en")
    assert app.button(key="boundaries_take").disabled
    take(app, "saraburi.geojson", province, ATTACK)
    used = home.workspace().boundaries.in_use()
    assert used is not None
    assert used.name == ATTACK
    assert home.map_kinds() == ["true", "schematic"]
    said = texts(app)
    assert ATTACK not in said
    assert t("boundary_sets.used", "en") in said
    assert f'<td class="number">{used.report["matched"]}</td>' in said
    assert used.report["matched"] > 100


def test_a_set_that_lacks_areas_is_kept_until_it_is_chosen(
    empty_home: Path, at_the_machine: None, page: Page, province: bytes
) -> None:
    app = page(lang="en")
    take(app, "saraburi.geojson", province, "whole")
    less = province.replace(b'"190406"', b'"199999"')
    app = page(lang="en")
    take(app, "less.geojson", less, "less")
    assert "stays in use" in app.warning[0].value
    used = home.workspace().boundaries.in_use()
    assert used is not None
    assert used.name == "whole"
    app.button(key="boundaries_use_0").click().run()
    used = home.workspace().boundaries.in_use()
    assert used is not None
    assert used.name == "less"


def test_what_is_no_map_is_said_and_changes_nothing(
    empty_home: Path, at_the_machine: None, page: Page
) -> None:
    app = take(page(), "แผนที่.zip", b"PK\3\4 but no archive")
    assert "แผนที่.zip" in app.error[0].value
    assert home.workspace().boundaries.in_use() is None


def test_an_editor_is_not_asked(empty_home: Path, logged_in: SignIn, page: Page) -> None:
    (empty_home / settings.FILE).write_text('[access]\neditors = ["e@x.th"]\n', encoding="utf-8")
    logged_in("e@x.th")
    app = page()
    keys = [each.key for each in app.file_uploader]
    assert "upload_0" in keys
    assert "boundaries_file_0" not in keys


def test_who_lost_the_role_after_the_page_was_shown_takes_nothing_in(
    empty_home: Path,
    at_the_machine: None,
    page: Page,
    province: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = page()
    box = app.file_uploader(key="boundaries_file_0")
    box.set_value(("saraburi.geojson", province, "application/octet-stream")).run()
    monkeypatch.setattr(access, "_headers", dict)
    app.button(key="boundaries_take").click().run()
    assert not app.exception
    assert home.workspace().boundaries.in_use() is None
