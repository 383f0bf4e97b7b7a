"""Only a browser on the machine itself is at the machine: asked of a real server."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from areamap.ui import machine, uploads
from tests.ui.connections import CUT_OFF, HERE, Served, serving

ALL = "True ['administrator', 'editor', 'viewer']"
SEES = "False ['viewer']"

FORWARD = """
import encodings.idna, os, socket, sys, threading

os.setgid(65534)
os.setuid(65534)

def copy(source, target):
    while data := source.recv(65536):
        target.sendall(data)

server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
while True:
    near, _ = server.accept()
    far = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
    for pair in ((near, far), (far, near)):
        threading.Thread(target=copy, args=pair, daemon=True).start()
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.mark.parametrize("host", [HERE, "localhost", "127.0.0.2"])
def test_a_browser_on_this_machine(served: Served, host: str) -> None:
    with served.session(host) as (_, told):
        assert told == ALL


def test_a_program_without_an_origin_on_this_machine(served: Served) -> None:
    with served.session(origin=None) as (_, told):
        assert told == ALL


@pytest.mark.parametrize(
    "host",
    [
        "areamap.example",
        "127.0.0.1.example",
        "localhost.example",
        "192.168.1.5",
        "0.0.0.0",  # noqa: S104 - asked for, not listened on
    ],
)
def test_a_name_that_was_pointed_at_us(served: Served, host: str) -> None:
    with served.session(host) as (_, told):
        assert told == SEES


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "Forwarded",
        "Via",
        "X-Real-IP",
        "CF-Connecting-IP",
        "True-Client-IP",
        "Tailscale-User-Login",
    ],
)
def test_what_a_proxy_on_this_machine_passes_on(served: Served, header: str) -> None:
    with served.session(headers={header: "127.0.0.1"}) as (_, told):
        assert told == SEES


def test_the_mark_can_not_be_brought_along(served: Served) -> None:
    for value in ("", "1", "true", machine._PROOF):
        headers = {machine.HEADER: value, "Via": "1.1 proxy"}
        with served.session(headers=headers) as (_, told):
            assert told == SEES


def test_a_page_of_another_origin_gets_no_session(served: Served) -> None:
    with (
        pytest.raises(InvalidStatus),
        served.session(origin="http://areamap.example") as (_, told),
    ):
        pytest.fail(told)


@pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="only root can run as somebody else"
)
def test_a_proxy_of_another_user_that_marks_nothing(served: Served) -> None:
    command = [sys.executable, "-I", "-c", FORWARD, str(served.port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        port = int(process.stdout.readline())
        with served.session(through=port) as (_, told):
            assert told == SEES
    finally:
        process.kill()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()


def test_a_server_for_the_whole_network(tmp_path: Path) -> None:
    with serving(tmp_path, "0.0.0.0") as running:  # noqa: S104 - what is tested
        for host in (HERE, "localhost", socket.gethostname()):
            with running.session(host) as (_, told):
                assert told == SEES


def test_only_who_may_edit_hands_files_in(served: Served) -> None:
    with served.session() as (session, _):
        assert served.upload(session, b"a,b\n") == 204
        assert served.upload(session, b"a,b\n", length=False) == 411
    with served.session("areamap.example") as (session, _):
        assert served.upload(session, b"a,b\n") == 403
    assert served.upload("no-such-session", b"a,b\n") == 403


def test_a_file_that_is_too_large_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[limits]\nmax_upload_bytes = 1_048_576\n")
    with serving(tmp_path) as running, running.session() as (session, _):
        assert running.upload(session, bytes(900_000)) == 204
        assert running.upload(session, bytes(3_000_000)) in {413, CUT_OFF}
        # Its own place is free again; two megabytes are all that all sessions have.
        assert uploads._ALL_TOGETHER == 2
        assert running.upload(session, bytes(900_000)) == 204
