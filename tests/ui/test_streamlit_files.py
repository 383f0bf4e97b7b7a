"""Streamlit's own scripts: compressed, lasting, and known before they are asked for."""

import asyncio
import gzip
import json
import re
from pathlib import Path

import pytest

from areamap.ui import streamlit_files
from areamap.ui.streamlit_files import StreamlitFiles

SCRIPT = re.search(r'src="\.(/static/js/[^"]+)"', streamlit_files.index()).group(1)  # type: ignore[union-attr]


def answered(path: str, *, method: str = "GET", accepts: str = "gzip, br") -> dict | None:
    """Return what the middleware sent, or None where it left the answer to Streamlit."""
    sent: list[dict] = []
    passed: list[str] = []

    async def streamlit(scope: dict, receive: object, send: object) -> None:
        passed.append(scope["path"])

    async def receive() -> dict:
        return {"type": "http.request", "body": b""}

    async def send(message: dict) -> None:
        sent.append(message)

    headers = [(b"accept-encoding", accepts.encode())]
    scope = {"type": "http", "method": method, "path": path, "query_string": b""}
    asyncio.run(StreamlitFiles(streamlit)(scope | {"headers": headers}, receive, send))
    assert bool(passed) != bool(sent)
    if passed:
        return None
    told = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    return told | {"status": sent[0]["status"], "body": sent[1]["body"]}


def test_a_script_goes_out_compressed_and_is_what_streamlit_would_send() -> None:
    answer = answered(SCRIPT)
    assert answer is not None
    assert answer["status"] == 200
    assert answer["content-encoding"] == "gzip"
    assert "immutable" in answer["cache-control"]
    assert answer["content-type"] == "text/javascript; charset=utf-8"
    whole = (Path(streamlit_files.file_util.get_static_dir()) / SCRIPT[1:]).read_bytes()
    assert gzip.decompress(answer["body"]) == whole
    assert len(answer["body"]) < len(whole) / 2


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/static/js/none.js", {}),
        ("/static/../manifest.json", {}),
        ("/static/js/../../index.html", {}),
        ("/", {}),
        (SCRIPT, {"accepts": "identity"}),
        (SCRIPT, {"method": "HEAD"}),
    ],
)
def test_everything_else_is_left_to_streamlit(path: str, told: dict[str, str]) -> None:
    assert answered(path, **told) is None


def test_parts_come_after_what_they_import_and_each_file_once() -> None:
    found = streamlit_files.chunks()
    assert len(set(found)) == len(found)
    assert not any(address in streamlit_files.index() for address in found)
    base = Path(streamlit_files.file_util.get_static_dir())
    assert all((base / address[1:]).is_file() for address in found)
    names = [address.rsplit("/")[-1].split(".")[0] for address in found]
    assert names.index("serialization") < names.index("BidiComponent")


def test_this_streamlit_has_every_part_by_the_name_that_we_know() -> None:
    base = Path(streamlit_files.file_util.get_static_dir())
    known = json.loads((base / "manifest.json").read_text())
    assert set(streamlit_files.PARTS) <= set(known)


@pytest.mark.parametrize("content", [None, "no json", "[]", '{"index.html": 7}'])
def test_another_streamlit_only_loses_the_head_start(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    monkeypatch.setattr(streamlit_files.file_util, "get_static_dir", lambda: str(tmp_path))
    assert streamlit_files.chunks.__wrapped__() == ()
