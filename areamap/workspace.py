"""
One open data home: its boundaries, registers and snapshots.

The terminal and the pages both stand on it, so there is one way to do each job. It may be shared
between threads; the frames that it hands out are shared too and must not be changed.
"""

from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pandas import DataFrame

from areamap import history_table
from areamap import settings as app_settings
from areamap.boundary_sets import BoundarySets
from areamap.i18n import Lang
from areamap.own_groupings import OwnGroupings
from areamap.progress import Progress, quiet
from areamap.settings import Settings
from areamap.snapshot import Snapshot
from areamap.store import Publication, Store
from areamap.themes import INTEGRATION, PAIRS, THEMES, registers_of

if TYPE_CHECKING:
    from areamap.counting.desk import CountingDesk
    from areamap.direction import Direction
    from areamap.imports import ImportDesk, Mode
    from areamap.places.groupings import Groupings
    from areamap.places.matching import Matcher
    from areamap.quality import Quality
    from areamap.registers.joining import Draft

__all__ = ["INTEGRATION", "PAIRS", "THEMES", "Workspace", "registers_of"]

_INPUTS: Final = ("authority", "population")
_WORK: Final = "activity"


class Workspace:
    """
    One open data home; `Workspace.open` makes it.

    Parameters
    ----------
    settings
        Where the home is and what is allowed.
    store
        Its database, open.
    """

    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings = settings
        self.store = store
        self._frames: dict[int, DataFrame] = {}
        self._matchers: dict[tuple[int | None, Groupings], Matcher] = {}

    @classmethod
    def open(cls, settings: Settings | None = None) -> "Workspace":
        """
        Open a data home, made where there is none yet.

        Raises
        ------
        StoreError
            The home can't be written, or its database can't be read.
        """
        chosen = settings or app_settings.load()
        return cls(chosen, Store(chosen.database_url))

    @cached_property
    def groupings(self) -> OwnGroupings:
        """Clusters, regions, offices and zones."""
        return OwnGroupings(self.settings.home)

    @cached_property
    def imports(self) -> "ImportDesk":
        """The import desk: files in work, and what they would change."""
        from areamap.imports import ImportDesk  # noqa: PLC0415 - not for a page's first look

        return ImportDesk(self.settings, self.store, self.rows, self.matcher)

    @cached_property
    def boundaries(self) -> BoundarySets:
        """The boundary sets and the maps that can be drawn."""
        return BoundarySets(self.settings, self.store)

    @cached_property
    def quality(self) -> "Quality":
        """What can be said in public: checks, published figures counted again, freshness."""
        from areamap.quality import Quality  # noqa: PLC0415 - not for a page's first look

        return Quality(self.store, self.rows, lambda: self.groupings.all)

    @cached_property
    def direction(self) -> "Direction":
        """What a director asks: clusters, money, gaps to close, what moved, the course."""
        from areamap.direction import Direction  # noqa: PLC0415 - not for a page's first look

        return Direction(self.store, self.rows, self.snapshot)

    @cached_property
    def counting(self) -> "CountingDesk":
        """Counts lists of persons and households per area, and keeps nobody of them."""
        from areamap.counting.desk import CountingDesk  # noqa: PLC0415 - the same

        return CountingDesk(self.settings, self.store, self.matcher)

    def matcher(self) -> "Matcher":
        """Return what joins places to areas: by the authorities in force, and by own groupings."""
        from areamap.places.matching import Matcher  # noqa: PLC0415 - the same

        known = self.store.in_force("authority", sample=False)
        key = (known.id if known else None, self.groupings.all)
        if key not in self._matchers:
            self._matchers = {key: Matcher(self.rows(known) if known else None, key[1])}
        return self._matchers[key]

    # Registers

    def check(
        self,
        register: str,
        path: Path,
        *,
        sheet: str | None = None,
        source: str = "",
        progress: Progress = quiet,
    ) -> "Draft":
        """
        Read a file as a register and join its rows to areas; nothing is published.

        Parameters
        ----------
        register
            Id or name of the register.
        path
            The file.
        sheet
            Name or number of the sheet; else those that fit.
        source
            Whose file it is; places join as people decided for its earlier files.
        progress
            Told how far it is.

        Raises
        ------
        FileError
            There is no such register, or the file can't be read as one.
        """
        return self.imports.check(register, path, sheet=sheet, source=source, progress=progress)

    def write_report(self, draft: "Draft", path: Path, lang: Lang) -> None:
        """Write one line per row of the sheet: its state, area, suggestions and reason."""
        from areamap.registers import report  # noqa: PLC0415 - only for who asks for it

        report.write(draft, path, lang)

    def publish(
        self,
        draft: "Draft",
        *,
        note: str = "",
        by: str = "",
        leave_open: bool = False,
        mode: "Mode" = "all",
        confirm_shrink: bool = False,
        source: str = "",
        details: dict[str, Any] | None = None,
    ) -> Publication:
        """
        Publish a draft as the register in force, by the rules of the import desk.

        Parameters
        ----------
        draft
            As `check` gives it.
        note
            Why; it has to be said where figures of a closed fiscal year change.
        by
            Who.
        leave_open
            Publish although rows need a decision; they stay in the queue and are on no map.
        mode
            What the file replaces: see `imports.merging.Mode`.
        confirm_shrink
            The register may become smaller by more than a fifth.
        source
            Whose file it is.
        details
            What else there is to say of the file, as JSON holds it.

        Raises
        ------
        PublishError
            No row is joined, or something has to be said first: see `imports.publishing.check`.
        """
        from areamap.imports import Answers  # noqa: PLC0415 - not for a page's first look

        answers = Answers(by, note, leave_open, confirm_shrink)
        return self.imports.publish_checked(
            draft, mode=mode, answers=answers, source=source, details=details
        )

    def rows(self, publication: Publication) -> DataFrame:
        """Return the rows of a publication, read once."""
        if publication.id not in self._frames:
            self._frames[publication.id] = self.store.rows(publication.id)
        return self._frames[publication.id]

    def history(self, register: str | None = None) -> DataFrame:
        """Return one line per publication, newest first, indexed by `publication`."""
        return history_table.table(self.store.history(register))

    def roll_back(self, publication: int, *, by: str = "", note: str = "") -> Publication:
        """
        Publish the content of an older publication again.

        Raises
        ------
        PublishError
            There is no such publication, or its rows were cleared.
        """
        return self.store.roll_back(publication, by=by, note=note)

    # Snapshots

    def snapshot(
        self, theme: str, *, as_of: date | None = None, known_at: datetime | None = None
    ) -> Snapshot:
        """
        Return what was true on a day, from the one world that the theme is shown from.

        Parameters
        ----------
        theme
            One of `THEMES` or `PAIRS`, or `INTEGRATION`.
        as_of
            The day; today where not given.
        known_at
            By the publications in force at this moment; now where not given.
        """
        sample = self.is_sample(theme, known_at=known_at)
        found = {}
        more = (_WORK,) if theme == INTEGRATION else ()
        for register in (*registers_of(theme), *_INPUTS, *more):
            publication = self.store.in_force(register, sample=sample, known_at=known_at)
            if publication is not None:
                found[register] = publication
        return Snapshot(
            theme=theme,
            as_of=as_of or date.today(),  # noqa: DTZ011 - the day where she is
            is_sample=sample,
            publications=found,
            groupings=self.groupings.all,
            rows_of=self.rows,
        )

    def is_sample(self, theme: str, *, known_at: datetime | None = None) -> bool:
        """Return whether a theme is shown from sample data: there is some, and nothing real."""

        def is_there(*, sample: bool) -> bool:
            found = (
                self.store.in_force(register, sample=sample, known_at=known_at)
                for register in registers_of(theme)
            )
            return any(publication is not None for publication in found)

        return not is_there(sample=False) and is_there(sample=True)

    # Sample

    def ensure_content(self, progress: Progress = quiet) -> None:
        """Load the sample registers into a home in which nothing was ever published."""
        if not self.store.has_publications() and not self.store.sample_cleared():
            self.load_sample(progress)

    def load_sample(self, progress: Progress = quiet) -> None:
        """Publish the sample registers in the sample world."""
        from areamap import sample_world  # noqa: PLC0415 - once in a home's life

        sample_world.publish(self.store, progress)

    def clear_sample(self) -> None:
        """End the sample: none of it is shown any more, and it does not come back by itself."""
        self.store.clear_sample()
