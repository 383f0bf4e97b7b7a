"""Fetching COD-AB, against a server on this machine that answers in the form of HDX."""

import hashlib
import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from areamap.boundaries.download import DATASET, download
from areamap.errors import DownloadError
from areamap.i18n import LANGS

FILE = "tha_admin_boundaries.shp.zip"
RESOURCE = "/dataset/d24bdc45/resource/10dde461/download/"


def packed(name="tha_admin3.shp", size=300_000):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, bytes(range(256)) * (size // 256))
    return buffer.getvalue()


CONTENT = packed()


class Hdx:
    """What the server on this machine answers."""

    def __init__(self):
        self.content = CONTENT
        self.kind = "application/zip"
        self.status = 200
        self.listing_status = 200
        self.listing = None
        self.promised_length = None
        self.asked = []
        self.entry = {
            "name": FILE,
            "format": "SHP",
            "size": len(CONTENT),
            "hash": "",
            "url_type": "upload",
            "download_url": "{base}" + RESOURCE + FILE,
        }
        self.others = [
            {"name": "tha_admin_boundaries.gdb.zip", "format": "Geodatabase", "size": 9},
            {"name": "tha_admin_boundaries.geojson.zip", "format": "GeoJSON", "size": 10**9},
            {"name": "tha_admin_boundaries.xlsx", "format": "XLSX", "size": 5},
        ]
        for other in self.others:
            other["download_url"] = "{base}" + RESOURCE + other["name"]

    def package(self, base):
        resources = [*self.others, *([self.entry] if self.entry else [])]
        package = {"success": True, "result": {"name": DATASET, "resources": resources}}
        return json.dumps(package).replace("{base}", base).encode()


@pytest.fixture
def hdx():
    answers = Hdx()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answers.asked.append(self.path)
            address = urlsplit(self.path)
            base = f"http://127.0.0.1:{self.server.server_port}"
            if address.path == "/api/3/action/package_show":
                assert parse_qs(address.query) == {"id": [DATASET]}
                body = answers.package(base) if answers.listing is None else answers.listing
                self._send(answers.listing_status, "application/json", body)
            else:
                length = answers.promised_length
                self._send(answers.status, answers.kind, answers.content, length)

        def _send(self, status, kind, body, length=None):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(length or len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    answers.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield answers
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def refusal(target, url):
    with pytest.raises(DownloadError) as caught:
        download(target, base_url=url)
    for lang in LANGS:
        assert "{" not in caught.value.text(lang)
    assert not target.exists() or not list(target.iterdir())
    return caught.value.key


def test_the_shapefile_of_all_levels_arrives_whole(hdx, tmp_path):
    told = []
    path = download(tmp_path / "in", base_url=hdx.url, progress=lambda *said: told.append(said))
    assert path == tmp_path / "in" / FILE
    assert path.read_bytes() == CONTENT
    assert [entry.name for entry in path.parent.iterdir()] == [FILE]
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 3
    assert len(hdx.asked) == 2


def test_a_hash_that_agrees_is_fine_and_one_that_does_not_is_refused(hdx, tmp_path):
    hdx.entry["hash"] = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()
    assert download(tmp_path / "in", base_url=hdx.url).exists()
    hdx.entry["hash"] = "0" * 32
    assert refusal(tmp_path / "other", hdx.url) == "boundaries_not_whole"


def test_a_relative_address_and_an_older_form_are_understood(hdx, tmp_path):
    hdx.entry = {"name": FILE, "format": "zipped shapefile", "url": RESOURCE + FILE}
    assert download(tmp_path, base_url=hdx.url).read_bytes() == CONTENT


def test_all_levels_go_before_a_part_and_shapefiles_before_geojson(hdx, tmp_path):
    part = {**hdx.entry, "name": "tha_SHP_PART_1.zip", "size": 10**9}
    part["download_url"] = "{base}/part.zip"
    hdx.others.insert(0, part)
    download(tmp_path, base_url=hdx.url)
    assert hdx.asked[-1].endswith(FILE)


def test_geojson_is_taken_where_there_is_no_shapefile(hdx, tmp_path):
    hdx.content = packed("tha_admin3.geojson")
    hdx.entry = None
    hdx.others[1]["size"] = len(hdx.content)
    assert download(tmp_path, base_url=hdx.url).name == "tha_admin_boundaries.geojson.zip"


def test_an_address_that_says_nothing_of_its_size_is_fetched(hdx, tmp_path):
    hdx.entry["size"] = None
    assert download(tmp_path, base_url=hdx.url).read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"status": 404}, "boundaries_refused"),
        ({"status": 503}, "boundaries_refused"),
        ({"listing_status": 404}, "boundaries_refused"),
        ({"listing": b"<html>Log in</html>"}, "boundaries_strange_answer"),
        ({"listing": b"[]"}, "boundaries_strange_answer"),
        ({"listing": b'{"success": false, "error": {}}'}, "boundaries_strange_answer"),
        (
            {"listing": b'{"success": true, "result": {"resources": null}}'},
            "boundaries_strange_answer",
        ),
        ({"listing": b'{"success": true, "result": {"resources": []}}'}, "boundaries_not_offered"),
        ({"content": b"<html>Log in</html>", "kind": "text/html"}, "boundaries_not_a_zip"),
        ({"content": b""}, "boundaries_not_a_zip"),
        ({"content": CONTENT[:-3000]}, "boundaries_not_whole"),
        ({"content": packed(size=100_000)}, "boundaries_not_whole"),
        ({"content": CONTENT[:-3000], "promised_length": len(CONTENT)}, "boundaries_broken_off"),
    ],
)
def test_what_is_not_as_promised_is_refused_and_leaves_nothing(hdx, tmp_path, change, key):
    for name, value in change.items():
        setattr(hdx, name, value)
    assert refusal(tmp_path / "in", hdx.url) == key


def test_a_zip_of_something_else_is_refused(hdx, tmp_path):
    hdx.content = packed("readme.txt")
    hdx.entry["size"] = len(hdx.content)
    assert refusal(tmp_path / "in", hdx.url) == "boundaries_no_shapes"


def test_a_member_that_was_damaged_on_the_way_is_refused(hdx, tmp_path):
    damaged = bytearray(CONTENT)
    damaged[5000] ^= 0xFF
    hdx.content = bytes(damaged)
    assert refusal(tmp_path / "in", hdx.url) == "boundaries_not_whole"


def test_no_network_is_a_clear_sentence(tmp_path):
    assert refusal(tmp_path / "in", "http://127.0.0.1:9") == "boundaries_no_network"


def test_a_proxy_of_the_environment_is_asked(hdx, tmp_path, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("HTTP_PROXY", hdx.url)
    monkeypatch.setenv("http_proxy", hdx.url)
    hdx.entry["download_url"] = f"http://hdx.invalid{RESOURCE}{FILE}"
    assert download(tmp_path, base_url="http://hdx.invalid").read_bytes() == CONTENT
    assert hdx.asked[0].startswith("http://hdx.invalid/api/3/action/package_show")
