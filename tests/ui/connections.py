"""A real server with a page that says who its person is, and connections as programs make them."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PAGE = """
import streamlit as st
from areamap.ui import access

person = access.person()
st.markdown(f"{person.is_local} {sorted(map(str, person.roles))}")
"""
SERVE = """
import sys
from pathlib import Path
from areamap.ui import server

# Nothing of these pages needs data.
server._has_database = lambda: True
server.warm_up.load = lambda: None
server.warm_up._warm_up = lambda: None
server.serve(Path(sys.argv[1]), sys.argv[2], 0, script=Path(sys.argv[3]))
"""
HERE = "127.0.0.1"
PATIENCE = 60
CUT_OFF = 0


@dataclass(frozen=True)
class Served:
    """A running server."""

    port: int

    @contextmanager
    def session(
        self,
        host: str = HERE,
        *,
        origin: str | None = "same",
        headers: dict[str, str] | None = None,
        through: int | None = None,
        tokens: tuple[str, ...] = (),
    ) -> Iterator[tuple[str, str]]:
        """Open a session as a browser does; give its id and what the page says of its person."""
        asked = f"{host}:{self.port}"
        way = socket.create_connection((HERE, through or self.port), timeout=PATIENCE)
        with connect(
            f"ws://{asked}/_stcore/stream",
            sock=way,
            origin=f"http://{asked}" if origin == "same" else origin,  # type: ignore[arg-type]
            additional_headers=headers or {},
            subprotocols=["streamlit", *tokens],  # type: ignore[list-item]
            open_timeout=PATIENCE,
        ) as connection:
            rerun = BackMsg()
            rerun.rerun_script.query_string = ""
            connection.send(rerun.SerializeToString())
            yield _told(connection)

    def upload(self, session: str, content: bytes, *, length: bool = True) -> int:
        """Hand a file in, and return the status of the answer."""
        mark = "a-line-that-ends-a-part"
        body = (
            f'--{mark}\r\nContent-Disposition: form-data; name="a"; filename="a.csv"\r\n'
            "Content-Type: text/csv\r\n\r\n"
        ).encode() + content
        body += f"\r\n--{mark}--\r\n".encode()
        token = self._token()
        request = Request(
            f"http://{HERE}:{self.port}/_stcore/upload_file/{session}/an-id",
            data=body if length else iter([body]),
            headers={
                "Content-Type": f"multipart/form-data; boundary={mark}",
                "Cookie": f"_streamlit_xsrf={token}",
                "X-Xsrftoken": token,
            },
            method="PUT",
        )
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the same
                return int(answer.status)
        except HTTPError as error:
            return error.code
        except (URLError, ConnectionError):
            # Refused by its head alone, while the rest was still being sent.
            return CUT_OFF

    def _token(self) -> str:
        """Return what shows that a request comes from the page itself."""
        asked = f"http://{HERE}:{self.port}/_stcore/health"
        with urlopen(asked, timeout=PATIENCE) as answer:
            told = re.search(r"_streamlit_xsrf=([^;]+)", answer.headers["Set-Cookie"])
        assert told
        return told[1]


@contextmanager
def serving(folder: Path, host: str = HERE, **environment: str) -> Iterator[Served]:
    """Serve the page on a free port."""
    page = folder / "page.py"
    page.write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-c", SERVE, str(folder), host, str(page)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | environment
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        port = re.search(r":(\d+)", line)
        assert port, f"the server did not say where it is: {line!r}"
        yield Served(int(port[1]))
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()


def _told(connection: ClientConnection) -> tuple[str, str]:
    session = ""
    while True:
        message = ForwardMsg()
        message.ParseFromString(connection.recv(timeout=PATIENCE))  # type: ignore[arg-type]
        if message.HasField("new_session"):
            session = message.new_session.initialize.session_id
        if message.delta.new_element.HasField("markdown"):
            return session, message.delta.new_element.markdown.body
