"""Lists of persons and households of one data home: what `Workspace.counting` does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from areamap.counting import counts, lists
from areamap.counting.counts import Count
from areamap.places.matching import Matcher
from areamap.progress import Progress, quiet
from areamap.settings import Settings
from areamap.store import Store


class CountingDesk:
    """
    Counts lists against the authorities and decisions of one data home.

    Parameters
    ----------
    settings
        What is allowed.
    store
        The database of the home.
    matcher
        Gives what joins places to areas.
    """

    def __init__(self, settings: Settings, store: Store, matcher: Callable[[], Matcher]) -> None:
        self._settings = settings
        self._store = store
        self._matcher = matcher

    def count(
        self,
        register: str,
        path: Path,
        *,
        source: str = "",
        fiscal_year: int | None = None,
        progress: Progress = quiet,
    ) -> Count:
        """
        Count a list per area; nothing is published, and no person is kept.

        Parameters
        ----------
        register
            Id or name of the kind of list, or of the register that its counts become.
        path
            The list.
        source
            Whose list it is: places that people decided for this source before are joined so.
        fiscal_year
            The year (BE) of the counts where the list has no column of years.
        progress
            Told how far it is.

        Raises
        ------
        FileError
            There is no such kind of list, or the file can't be counted as one.
        """
        people = lists.find(register)
        given: dict[str, Any] = {} if fiscal_year is None else {"fiscal_year": fiscal_year}
        return counts.count(
            path,
            people,
            self._matcher(),
            settings=self._settings,
            given=given,
            aliases=self._store.aliases.of(source, people.register.id) if source else None,
            progress=progress,
        )
