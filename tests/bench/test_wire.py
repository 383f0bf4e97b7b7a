"""Messages of a WebSocket count as they go over the wire."""

import base64
from typing import Any

import pytest

from bench.wire import Meter


def message(size: int, *, binary: bool = True, mask: bool = False) -> dict[str, Any]:
    payload = base64.b64encode(b"x" * size).decode() if binary else "x" * size
    return {"response": {"opcode": 2 if binary else 1, "payloadData": payload, "mask": mask}}


@pytest.mark.parametrize(
    ("event", "sent"),
    [
        (message(100), 102),
        (message(100, binary=False), 102),
        (message(100, mask=True), 106),
        (message(1000), 1004),
        (message(70_000), 70_010),
    ],
)
def test_a_message_is_its_payload_and_its_header(event: dict[str, Any], sent: int) -> None:
    meter = Meter()
    meter.count_message(event)
    assert meter.total_bytes == sent


def test_thai_text_counts_in_bytes() -> None:
    meter = Meter()
    meter.count_message({"response": {"opcode": 1, "payloadData": "ตำบล", "mask": False}})
    assert meter.socket_bytes == 12 + 2


def test_answers_over_http_count_as_sent() -> None:
    meter = Meter()
    meter.count_answer({"requestId": "1", "encodedDataLength": 1234})
    assert (meter.http_bytes, meter.total_bytes) == (1234, 1234)


def test_what_comes_from_our_own_addresses_counts_apart() -> None:
    meter = Meter()
    for number, path in enumerate(("areamap/names.json", "static/js/areamap/index.js", "")):
        url = f"http://127.0.0.1:8501/{path}"
        meter.note_request({"requestId": str(number), "request": {"url": url}})
        meter.count_answer({"requestId": str(number), "encodedDataLength": 10 ** (number + 1)})
    assert (meter.http_bytes, meter.own_bytes) == (1110, 10)
