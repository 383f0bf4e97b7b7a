"""Servers of the run: each an own process on a free port, ended with the run."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import processes

_PATIENCE: Final = 120.0
_HEALTH: Final = "_stcore/health"


@dataclass(frozen=True, slots=True)
class Server:
    """
    A running server.

    Attributes
    ----------
    pid
        Its process.
    url
        Its address, without a slash at the end.
    """

    pid: int
    url: str

    def cpu_seconds(self) -> float:
        """Return the processor time used so far, children included."""
        return processes.cpu_seconds(self.pid)

    def resident_bytes(self) -> int:
        """Return the resident memory, children included."""
        return processes.resident_bytes(self.pid)


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """
    Run a Streamlit server while the block runs.

    Parameters
    ----------
    command
        What to run; `{port}` in it becomes the port.
    environment
        Variables besides those of this process.
    log
        File for what the server says. The server runs in its folder, so that it takes no settings
        from ours.

    Raises
    ------
    RuntimeError
        The server ended or never answered; what it said is in the message.
    """
    port = _free_port()
    told = [part.format(port=port) for part in command]
    with log.open("wb") as said:
        process = subprocess.Popen(
            told, stdout=said, stderr=said, cwd=log.parent, env=os.environ | dict(environment)
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(url, process, log)
            yield Server(process.pid, url)
        finally:
            process.terminate()
            process.wait(30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if _answers(f"{url}/{_HEALTH}"):
            return
        time.sleep(0.2)
    raise RuntimeError(f"the server did not come up: {log.read_text(errors='replace')[-2000:]}")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's own number
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False
