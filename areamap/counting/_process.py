"""The process that reads a list: what it is asked, and what is made of its end."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from areamap import sandbox
from areamap.counting.lists import PeopleList
from areamap.errors import FileError
from areamap.progress import Progress
from areamap.sandbox import Limits
from areamap.settings import Settings

MOST_BYTES: Final = 16 * 2**30
"""Largest list, unpacked."""

SECONDS: Final = 3600
"""How long one pass over a list may take, and how much computing."""

_OUTPUT_BYTES: Final = 2**28
_READ: Final = 0.9
_PARQUET: Final = (".parquet",)
SUFFIXES: Final = (".csv", ".tsv", ".txt", ".gz", *_PARQUET)
"""What can be counted."""


class Job:
    """
    The reading of one list.

    Parameters
    ----------
    path
        The list.
    people
        What kind of list it is.
    settings
        How much memory it may take.
    folder
        A temporary folder.
    progress
        Is told how far it is.
    """

    def __init__(
        self, path: Path, people: PeopleList, settings: Settings, folder: Path, progress: Progress
    ) -> None:
        self._path = path
        self._people = people
        self._folder = folder
        self._progress = progress
        self._allowed = Limits(settings.reader_memory_bytes, SECONDS, _OUTPUT_BYTES)
        self._passes = 1 + any(figure.of == "households" for figure in people.figures)
        self._done = 0

    def groups(self) -> dict[str, Any]:
        """
        Return what parts the lines: see `_job.groups`.

        Raises
        ------
        FileError
            It is no such list, or can't be counted.
        """
        if self._path.suffix.lower() not in SUFFIXES:
            raise FileError("counting_no_list", file=self._path.name, kinds=" ".join(SUFFIXES))
        self._check_there()
        told = self._run("groups", {})
        self._progress(self._share(0.0), "counting.doing_join")
        return told

    def households(
        self,
        told: Mapping[str, Any],
        raw: Sequence[tuple[str | None, ...] | None],
        sets: Mapping[int, Sequence[int]],
    ) -> tuple[dict[int, int], dict[int, int]]:
        """
        Return the different households of each set of groups, and its lines that number none.

        Parameters
        ----------
        told
            What `groups` gave.
        raw
            The cells of each group.
        sets
            Number of a set to its groups.

        Raises
        ------
        FileError
            The file changed meanwhile, or can't be counted.
        """
        kinds = [(raw[group], number) for number, groups in sets.items() for group in groups]
        if not kinds:
            return {}, {}
        found = self._run("households", {"kinds": kinds})
        if found["sha256"] != told["sha256"]:
            raise FileError("counting_changed", file=self._path.name)
        return dict(found["counts"]), dict(found["blank"])

    def _check_there(self) -> None:
        try:
            with self._path.open("rb") as file:
                is_empty = not file.read(1)
        except OSError as error:
            raise FileError(
                "registers_unreadable_file", file=self._path.name, reason=error.strerror
            ) from error
        if is_empty:
            raise FileError("registers_empty_file", file=self._path.name)

    def _run(self, name: str, more: Mapping[str, Any]) -> dict[str, Any]:
        arguments = {
            "path": str(self._path.resolve()),
            "wanted": self._people.id,
            "most_bytes": MOST_BYTES,
            **more,
        }
        try:
            answer: dict[str, Any] = sandbox.run(
                f"areamap.counting._job:{name}",
                arguments,
                folder=self._folder,
                allowed=self._allowed,
                progress=lambda done, doing: self._progress(self._share(done), doing),
            )
        except sandbox.OverLimitError as error:
            raise FileError("counting_too_heavy", file=self._path.name) from error
        except sandbox.FellOverError as error:
            raise FileError("counting_unreadable") from error
        self._done += 1
        return answer

    def _share(self, done: float) -> float:
        return _READ * (self._done + done) / self._passes
