"""What a job in a child may do, and what becomes of one that tries more."""

import logging
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from areamap import sandbox
from areamap.errors import FileError
from areamap.sandbox import FellOverError, Limits, OverLimitError

JOBS = "tests.sandboxed_jobs:"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own refusal is Linux's")
MEGABYTE = 2**20


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def once(job: str, **arguments: Any) -> Any:
        limits = arguments.pop("limits", {})
        progress = arguments.pop("progress", None)
        allowed = {"memory_bytes": 400 * MEGABYTE, "seconds": 20, "output_bytes": MEGABYTE}
        return sandbox.run(
            JOBS + job,
            arguments,
            folder=tmp_path,
            allowed=Limits(**(allowed | limits)),
            progress=progress,
        )

    return once


@pytest.fixture
def listening() -> Iterator[int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def test_its_answer_and_progress_come_back_and_nothing_is_left(run: Any, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    answer = run("double", number=21, progress=lambda done, doing: told.append((done, doing)))
    assert answer == 42
    assert told == [(0.5, "registers.doing_read")]
    assert list(tmp_path.iterdir()) == []


def test_it_is_quick(run: Any) -> None:
    run("double", number=1)
    began = perf_counter()
    run("double", number=1)
    assert perf_counter() - began < 3


def test_its_refusal_is_the_sentence_of_a_file(run: Any) -> None:
    with pytest.raises(FileError) as caught:
        run("refuse", file="ก.csv")
    assert caught.value.key == "registers_empty_file"
    assert "ก.csv" in caught.value.text("th")


@pytest.mark.parametrize(
    ("job", "arguments", "limits"),
    [
        ("eat_memory", {"megabytes": 800}, {}),
        ("eat_memory_below_python", {"megabytes": 800}, {}),
        ("eat_time", {}, {"seconds": 1}),
        ("sleep_for_ever", {}, {"seconds": 1}),
        ("fill_the_disk", {"megabytes": 5}, {}),
    ],
)
def test_more_than_allowed_ends_it(
    run: Any, tmp_path: Path, job: str, arguments: dict[str, Any], limits: dict[str, int]
) -> None:
    if job == "fill_the_disk":
        arguments = arguments | {"target": str(tmp_path / "out")}
    began = perf_counter()
    with pytest.raises(OverLimitError):
        run(job, **arguments, limits=limits)
    assert perf_counter() - began < 15


def test_a_library_that_crashes_takes_nothing_with_it(run: Any) -> None:
    with pytest.raises(FellOverError):
        run("crash")


def test_what_was_in_the_file_stands_in_no_log(run: Any, caplog: Any, capfd: Any) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(FellOverError):
        run("fall_over", cell="นายสมชาย 1103700123456")
    assert "RuntimeError" in caplog.text
    said = caplog.text + "".join(capfd.readouterr())
    assert "1103700123456" not in said


@LINUX
def test_it_reaches_no_other_machine_and_runs_no_program(run: Any, listening: int) -> None:
    with closing(socket.create_connection(("127.0.0.1", listening), timeout=2)):
        assert run("call_out", port=listening) == "PermissionError"
    assert run("run_a_program") == "PermissionError"


def test_it_knows_no_password_of_ours(run: Any, monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setenv("AREAMAP_DATABASE_URL", "postgresql://u:secret@db/a")
    told = run("environment")
    assert "secret" not in str(told)
    assert told["HOME"] == told["TMPDIR"] == told["cwd"] == str(tmp_path)
    assert os.environ["AREAMAP_DATABASE_URL"]
