"""Processes that make documents side by side: handed one area after another, heard as they tell."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Final, Self

_WORKER: Final = ("-m", "areamap.cli.brief_worker")

_ALONE: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Each has one core: threads of the libraries below would only wait for one another."""

Task = dict[str, str]
Answer = dict[str, Any]
"""A task as it was handed out; with `why` where it could not be done."""


class Workers:
    """
    Some processes that share tasks; they end with the block that they are opened in.

    Parameters
    ----------
    arguments
        Of each process: see `areamap.cli.brief_worker`.
    tasks
        What is to do: those of one area stay together, in one process.
    count
        How many processes.
    """

    def __init__(self, arguments: Sequence[str], tasks: Sequence[list[Task]], count: int) -> None:
        self._command = [sys.executable, *_WORKER, *arguments]
        self._waiting: SimpleQueue[list[Task]] = SimpleQueue()
        for area in tasks:
            self._waiting.put(area)
        self._all = sum(map(len, tasks))
        self._told: SimpleQueue[Answer] = SimpleQueue()
        self._lock = Lock()
        self._running: set[subprocess.Popen[str]] = set()
        self._stopped = False
        self._threads = [Thread(target=self._serve, daemon=True) for _ in range(count)]

    def __enter__(self) -> Self:
        """Start the processes."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes: whoever waited has everything, or wants no more."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                process.kill()
        for thread in self._threads:
            thread.join()

    def answers(self) -> Iterator[Answer]:
        """Return each task when it is done, in the thread that asks."""
        for _ in range(self._all):
            yield self._told.get()

    def _serve(self) -> None:
        """Hand areas to one process; for one that ended over a task there is another."""
        worker: subprocess.Popen[str] | None = None
        for task in self._next():
            try:
                if worker is None or worker.poll() is not None:
                    _end(worker)
                    worker = self._started()
                answer = _asked(worker, task)
            except OSError as error:
                answer = task | {"why": str(error)}
            self._told.put(answer)
        _end(worker)

    def _next(self) -> Iterator[Task]:
        while not self._stopped:
            try:
                area = self._waiting.get_nowait()
            except Empty:
                return
            yield from area

    def _started(self) -> subprocess.Popen[str]:
        with self._lock:
            if self._stopped:
                raise OSError("stopped")
            worker = subprocess.Popen(  # noqa: S603 - our own module, with no shell
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                env=os.environ | _ALONE,
            )
            self._running.add(worker)
        return worker


def _asked(worker: subprocess.Popen[str], task: Task) -> Answer:
    """Return the answer to a task; of a process that ended over it, how it ended."""
    to, answers = worker.stdin, worker.stdout
    if to is None or answers is None:
        raise OSError("no pipe")
    try:
        to.write(json.dumps(task) + "\n")
        to.flush()
        answer: Answer = json.loads(answers.readline())
    except (OSError, ValueError):
        worker.kill()
        return task | {"why": f"exit {worker.wait()}"}
    return answer


def _end(worker: subprocess.Popen[str] | None) -> None:
    """Wait for a process, which ends at the end of its input."""
    if worker is None:
        return
    # Of one that is gone the pipe is broken, and what was in it is lost with it.
    with suppress(OSError), worker:
        if worker.stdin:
            worker.stdin.close()
