"""Bytes between browser and server, as the browser's own network log counts them."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

_OURS: Final = "/areamap/"
_BINARY: Final = 2
_SMALL, _MEDIUM = 126, 65536
"""Sizes of a message from which its frame's header grows (RFC 6455, 5.2)."""


class Meter:
    """
    Counts what goes over the wire of one page.

    Attributes
    ----------
    http_bytes
        Answers as sent: compressed bodies and headers; nothing where the browser's cache answered.
    own_bytes
        Of these, answers of our own addresses; not Streamlit's.
    socket_bytes
        Messages of the WebSocket in both directions, with the headers of their frames.
    """

    def __init__(self) -> None:
        self.http_bytes = 0
        self.own_bytes = 0
        self._ours: set[str] = set()
        self.socket_bytes = 0

    @property
    def total_bytes(self) -> int:
        """Everything so far."""
        return self.http_bytes + self.socket_bytes

    def note_request(self, event: dict[str, Any]) -> None:
        """Remember whether what is asked for is ours."""
        if urlsplit(event["request"]["url"]).path.startswith(_OURS):
            self._ours.add(event["requestId"])

    def count_answer(self, event: dict[str, Any]) -> None:
        """Count an answer over HTTP that is complete."""
        self.http_bytes += int(event["encodedDataLength"])
        if event["requestId"] in self._ours:
            self.own_bytes += int(event["encodedDataLength"])

    def count_message(self, event: dict[str, Any]) -> None:
        """Count a message of a WebSocket."""
        told = event["response"]
        payload = told["payloadData"]
        is_binary = told["opcode"] == _BINARY
        size = len(base64.b64decode(payload)) if is_binary else len(payload.encode())
        extra = 2 if size < _SMALL else 4 if size < _MEDIUM else 10
        self.socket_bytes += size + extra + (4 if told.get("mask") else 0)


@contextmanager
def metered(page: "Page") -> Iterator[Meter]:
    """
    Count the bytes of a page while the block runs.

    Raises
    ------
    RuntimeError
        The WebSocket compresses its messages, so that their size is not what was sent.
    """
    session = page.context.new_cdp_session(page)
    meter = Meter()
    compressed: list[str] = []

    def look(event: dict[str, Any]) -> None:
        headers = {name.lower(): text for name, text in event["response"]["headers"].items()}
        if "permessage-deflate" in headers.get("sec-websocket-extensions", ""):
            compressed.append(event["requestId"])

    session.on("Network.requestWillBeSent", meter.note_request)
    session.on("Network.loadingFinished", meter.count_answer)
    session.on("Network.webSocketFrameReceived", meter.count_message)
    session.on("Network.webSocketFrameSent", meter.count_message)
    session.on("Network.webSocketHandshakeResponseReceived", look)
    session.send("Network.enable")
    try:
        yield meter
    finally:
        session.detach()
    if compressed:
        raise RuntimeError("the WebSocket compresses, its messages are smaller than counted")
