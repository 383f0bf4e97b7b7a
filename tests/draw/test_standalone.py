"""A map as one file: nothing outside, nothing that attacks, and all of it there."""

import gzip
import json
import re
from base64 import b64decode
from pathlib import Path

import numpy as np
import pytest

from areamap.draw import standalone as one_file
from areamap.draw.area_layer import Look, View
from areamap.draw.files import FILES
from areamap.draw.standalone import standalone

ATTACK = "</script><img src=x onerror=alert(1)> ${alert(2)} {{ 7 * 7 }} {% raw %}"
TOPOLOGY = {
    "type": "Topology",
    "objects": {"areas": {"geometries": [{"type": "Polygon", "id": "190406", "arcs": [[0]]}]}},
    "arcs": [[[100, 13], [101, 13], [101, 14], [100, 13]]],
    "details": [{"from": 9, "files": {"19": "abc"}}],
}


def page(tmp_path: Path, title: str = "สภา") -> str:
    view = View(
        geometry="/areamap/geometry/abc.json",
        names="/areamap/names-th.json",
        classes=np.array([1]),
        palette=(Look("#eee", outside=True), Look("#0f766e", title)),
        focus="19",
        title=title,
        heading=title,
        source=title,
        basemap="https://tile.example/{z}/{x}/{y}.png",
    )
    file = tmp_path / "map.html"
    standalone(view, gzip.compress(json.dumps(TOPOLOGY).encode())).save(str(file))
    return file.read_text(encoding="utf-8")


def embedded(text: str, kind: str) -> list[bytes]:
    return [b64decode(found) for found in re.findall(rf"data:{kind}[^,]*;base64,([\w+/=]+)", text)]


def test_it_names_no_other_place(tmp_path: Path) -> None:
    left = re.sub(r"data:[\w/;=-]+;base64,[\w+/=]+", "", page(tmp_path))
    assert "http:" not in left
    assert "https:" not in left
    assert "/areamap/" not in left
    assert not re.findall(r'(?:src|href)="(?!")[^"]', left)


def test_geometry_and_names_lie_in_it_and_nothing_that_would_be_fetched(tmp_path: Path) -> None:
    geometry, names = (json.loads(gzip.decompress(b)) for b in embedded(page(tmp_path), "appl"))
    assert geometry["arcs"] == TOPOLOGY["arcs"]
    assert "details" not in geometry
    assert names["names"]["190406"] == "เจริญธรรม"
    assert names["others"] == []


def test_every_script_lies_in_it_in_order(tmp_path: Path) -> None:
    scripts = embedded(page(tmp_path), "text/javascript")
    assert scripts[0] == FILES["leaflet/leaflet.js"].read_bytes()
    assert scripts[-1] == FILES["layer/layer.js"].read_bytes()


def test_fonts_lie_in_the_style() -> None:
    (style,) = embedded(one_file.address("layer/area_layer.css"), "text/css")
    assert style.count(b"data:font/ttf;base64,") == 3
    assert b"../fonts" not in style


def test_words_of_others_stay_words(tmp_path: Path) -> None:
    told = page(tmp_path, ATTACK)
    assert "<img" not in told
    assert "&lt;img src=x onerror=alert(1)&gt;" in re.search("<title>(.*)</title>", told)[1]  # type: ignore[index]
    message = json.loads(re.search(r"\.show\((.*)\);", told)[1])  # type: ignore[index]
    assert message["heading"] == message["title"] == message["source"] == ATTACK


def test_a_file_that_is_none_of_ours_is_not_embedded() -> None:
    with pytest.raises(KeyError):
        one_file.address("layer/../../settings.py")
