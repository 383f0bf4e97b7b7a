"""Our own addresses: compressed, lasting, and no door to the disk."""

import asyncio
import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import geopandas as gpd
import pytest
import shapely
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware

from areamap.boundaries.packing import codes_of
from areamap.ui import assets, home
from areamap.ui.routes import SECURITY, SecurityHeaders, routes


@dataclass
class Answer:
    """What the server sent: its body as it went out."""

    status_code: int
    headers: Headers
    body: bytes

    @property
    def content(self) -> bytes:
        packed = self.headers.get("content-encoding") == "gzip"
        return gzip.decompress(self.body) if packed else self.body


class Client:
    """Asks the routes without a network."""

    def __init__(self) -> None:
        self.app = Starlette(routes=routes(), middleware=[Middleware(SecurityHeaders)])

    def get(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        path, _, query = address.partition("?")
        sent: list[dict] = []
        scope = {
            "type": "http",
            "method": "GET",
            "path": unquote(path),
            "query_string": query.encode(),
            "headers": [(k.lower().encode(), v.encode()) for k, v in (headers or {}).items()],
        }

        async def receive() -> dict:
            return {"type": "http.request", "body": b""}

        async def send(message: dict) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("leaflet/leaflet.js", "text/javascript; charset=utf-8"),
        ("leaflet/leaflet.css", "text/css; charset=utf-8"),
        ("layer/layer.js", "text/javascript; charset=utf-8"),
        ("fonts/Sarabun-Regular.ttf", "font/ttf"),
        ("names-th.json", "application/json"),
    ],
)
def test_a_file_is_compressed_and_lasts_by_the_address_of_its_content(
    client: Client, path: str, kind: str
) -> None:
    answer = client.get(assets.address(path))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    plain = client.get(f"/areamap/{path}")
    assert plain.headers["cache-control"] == "no-cache"
    assert plain.content == answer.content


def test_what_the_browser_has_is_not_sent_again(client: Client) -> None:
    tag = client.get("/areamap/layer/layer.js").headers["etag"]
    again = client.get("/areamap/layer/layer.js", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize(
    "path",
    [
        "layer/view.py",
        "layer/../../settings.py",
        "%2e%2e/%2e%2e/pyproject.toml",
        "leaflet/leaflet.js.map",
        "",
        "geometry/../layer/layer.js",
    ],
)
def test_nothing_else_is_served(client: Client, path: str) -> None:
    assert client.get(f"/areamap/{path}").status_code == 404


def test_an_address_of_no_file_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        assets.address("layer/view.py")


def test_geometry_lasts_for_good_by_its_hash(client: Client, sample_home: Path) -> None:
    digest, codes = home.topology("schematic")
    answer = client.get(assets.geometry_address(digest))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert codes_of(json.loads(answer.content)) == list(codes) == sorted(codes)
    assert len(codes) == 7436
    assert len(answer.body) < 70_000


def test_details_of_a_province_last_for_good_by_their_hash(
    client: Client, sample_home: Path, tmp_path: Path
) -> None:
    sets = home.workspace().boundaries
    circle = gpd.GeoDataFrame(
        {"TAM_CODE": ["190401"]}, geometry=[shapely.Point(101, 14.5).buffer(0.05, 128)], crs=4326
    )
    circle.to_file(tmp_path / "circle.geojson")
    sets.add(tmp_path / "circle.geojson")
    digest, body = sets.detail("19")
    answer = client.get(assets.geometry_address(digest))
    assert answer.body == body
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert json.loads(answer.content)["arcs"] == [0]


def test_the_cluster_of_each_province_lasts_for_good_by_its_hash(
    client: Client, sample_home: Path
) -> None:
    digest, _ = home.clusters()
    answer = client.get(assets.groups_address(digest))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    told = json.loads(answer.content)
    assert told["members"]["19"] == "upper-central"
    assert len(told["members"]) == 77
    group = told["places"]["upper-central"]
    assert (group["th"], group["en"]) == ("กลุ่มจังหวัดภาคกลางตอนบน", "Cluster Upper Central")
    assert sorted(group["members"]) == ["14", "15", "16", "17", "18", "19"]
    assert {len(place["members"]) > 1 for place in told["places"].values()} == {True}
    assert client.get(assets.groups_address("0" * 16)).status_code == 404


def test_a_cluster_of_ones_own_is_told_at_once(
    client: Client, sample_home: Path, tmp_path: Path
) -> None:
    before, _ = home.clusters()
    file = tmp_path / "own.csv"
    file.write_text("level,group_code,name_th,member_code\ncluster,mine,ของเรา,19\n", "utf-8")
    home.workspace().groupings.add(file)
    digest, _ = home.clusters()
    assert digest != before
    assert json.loads(client.get(assets.groups_address(digest)).content)["members"]["19"] == "mine"


def test_geometry_of_another_hash_is_not_there(client: Client, sample_home: Path) -> None:
    assert client.get(assets.geometry_address("0" * 20)).status_code == 404


def test_every_answer_carries_the_headers(client: Client) -> None:
    for path in ("/areamap/names-th.json", "/areamap/none"):
        headers = client.get(path).headers
        assert SECURITY.items() <= {name: headers.get(name) for name in SECURITY}.items()


def test_the_headers_name_no_other_machine() -> None:
    policy = SECURITY["Content-Security-Policy"]
    assert "http" not in policy
    assert "*" not in policy


def test_what_goes_out_first_is_small() -> None:
    sizes = {
        path: len(packed.body)
        for path in ("leaflet/leaflet.js", "layer/layer.js", "names-th.json")
        if (packed := assets.packed(path))
    }
    assert sizes["layer/layer.js"] < 10_000
    assert sizes["names-th.json"] < 80_000
    assert (
        json.loads(gzip.decompress(assets.packed("names-th.json").body))["names"]["19"] == "สระบุรี"
    )  # type: ignore[union-attr]


def test_the_icon_of_the_tab_is_ours() -> None:
    answer = Client().get("/favicon.png")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
