"""Levels of detail in a real browser: fetched where one looks, once, and seen."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest

from tests.boundaries.files import tambons
from tests.boundaries.test_simplify import wiggled
from tests.browser.conftest import Look, Server, serving

LOOK_AT = """(element, [code, zoom]) => {
  const { map, layer } = element.areamap;
  const { boxes, codes } = layer.scene.geometry;
  const [left, top, right, bottom] = boxes[codes.findIndex((own) => own.startsWith(code))];
  const centre = areamap.geometry.unproject((left + right) / 2, (top + bottom) / 2);
  map.setView(centre, zoom, { animate: false });
}"""
VERTICES = """(element, code) => {
  const { arcs, shapes, index } = element.areamap.layer.scene.geometry;
  const used = shapes[index.get(code)].flat();
  return used.reduce((sum, arc) => sum + arcs[arc < 0 ? ~arc : arc].length / 2, 0);
}"""
FINER = """([element, code, than]) => {
  const { arcs, shapes, index } = element.areamap.layer.scene.geometry;
  const used = shapes[index.get(code)].flat();
  return used.reduce((sum, arc) => sum + arcs[arc < 0 ? ~arc : arc].length / 2, 0) > than;
}"""
TAMBON = "190101"


@pytest.fixture(scope="module")
def wiggly(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a true map of Saraburi whose borders have more to show than the country needs."""
    from areamap import settings  # noqa: PLC0415
    from areamap.workspace import Workspace  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("wiggly")
    shutil.copytree(filled_home, folder / "home")
    frame = tambons()[["geometry"]].rename_axis("TAM_CODE")
    shapes = wiggled(np.asarray(frame.geometry.array))
    frame = frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=4326))
    frame.reset_index().to_file(folder / "saraburi.geojson", driver="GeoJSON")
    Workspace.open(settings.load(folder / "home")).boundaries.add(folder / "saraburi.geojson")
    with serving(folder / "home", folder / "outside.log") as running:
        yield running


def vertices(page: Look) -> int:
    return page.map.evaluate(VERTICES, TAMBON)


def test_a_province_is_fetched_in_detail_once_when_one_comes_close(
    wiggly: Server, look: Callable[..., Look]
) -> None:
    page = look()
    asked: list[str] = []
    page.page.on("request", lambda sent: asked.append(sent.url))
    page.open(wiggly.url)
    page.shown()
    page.map.evaluate(LOOK_AT, [TAMBON, 7])
    light = vertices(page)
    details = re.compile(r"/areamap/geometry/[0-9a-f]{16}\.json$")
    assert not any(details.search(url) for url in asked)
    counts = [light]
    for zoom in (9.5, 11):
        page.map.evaluate(LOOK_AT, [TAMBON, zoom])
        page.page.wait_for_function(FINER, arg=[page.map.element_handle(), TAMBON, counts[-1]])
        counts.append(vertices(page))
    assert counts[-1] > 5 * light
    page.map.evaluate(LOOK_AT, [TAMBON, 7])
    assert vertices(page) == light
    page.map.evaluate(LOOK_AT, [TAMBON, 11])
    assert vertices(page) == counts[-1]
    fetched = [url for url in asked if details.search(url)]
    assert len(fetched) == len(set(fetched)) == 2


def test_what_is_selected_is_outlined_along_the_finer_border(
    wiggly: Server, look: Callable[..., Look]
) -> None:
    page = look()
    page.open(wiggly.url)
    page.shown()
    page.map.evaluate(LOOK_AT, [TAMBON, 8])
    page.map.evaluate("(element, code) => element.areamap.layer.pointer.select([code])", TAMBON)
    outline = page.map.locator("path.areamap-selection")
    coarse = len(outline.get_attribute("d"))
    page.map.evaluate(LOOK_AT, [TAMBON, 11])
    page.page.wait_for_function(
        "([element, than]) => "
        "element.querySelector('path.areamap-selection').getAttribute('d').length > than",
        arg=[page.map.element_handle(), 5 * coarse],
    )
