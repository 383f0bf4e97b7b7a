"""The boundary sets of a data home: taking files in, which is in use, what a map is drawn from."""

import gzip
import json
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from pandas import DataFrame, Index

from areamap.boundaries import kept_schematic, nearness, packing, taking_in
from areamap.places.levels import Level
from areamap.progress import Progress, quiet
from areamap.settings import Settings
from areamap.store import Store

if TYPE_CHECKING:
    from areamap.boundaries.taking_in import Taken
    from areamap.measures.nearness import Nearness
    from areamap.store import BoundarySet as KeptSet

MapKind = Literal["true", "schematic"]
"""Polygons as surveyed, or one equal hexagon for each tambon."""

_INGESTED: Final = 0.55
"""Share of the time of taking a set in after which only writing it is left."""

_COLUMNS: Final = ["name", "level", "in_use", "features", "matched", "crs", "added_at"]


class BoundarySets:
    """
    The boundary sets of one data home.

    Parameters
    ----------
    settings
        Where the home is and what is allowed.
    store
        Its database, open.
    """

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store
        self._topologies: dict[str, tuple[str, bytes]] = {}
        self._codes: dict[str, Index[str]] = {}

    def add(
        self,
        path: Path,
        *,
        crs: str | None = None,
        name: str | None = None,
        progress: Progress = quiet,
        by: str = "",
    ) -> dict[str, Any]:
        """
        Take in a boundary file as a set, and put it in use where that loses no area.

        A set that lacks an area which the one in use knows is kept beside it: one province's file
        must not empty the map of the country.

        Parameters
        ----------
        path
            The file.
        crs
            `EPSG:N` where the file does not tell it.
        name
            Name of the set; else the file's.
        progress
            Told how far it is.
        by
            Who adds it.

        Returns
        -------
        dict
            The report of what was done, with `name`, `in_use` and how many `seconds` it took.

        Raises
        ------
        FileError
            The file can't be used; the set in use stays.
        StoreError
            There is a set of this name with other polygons.
        """

        def tell(share: float, doing: str) -> None:
            # The levels of detail are still to come.
            progress(share * _INGESTED, doing if share < 1 else "boundaries.doing_simplify")

        since = time.monotonic()
        current = self.in_use()
        found = taking_in.take_in(
            path,
            settings=self._settings,
            name=name,
            crs=crs,
            reference=None if current is None else current.folder,
            progress=tell,
        )
        kept = self._keep(found, by)
        progress(1.0, "boundaries.doing_done")
        return {**kept, "seconds": round(time.monotonic() - since, 1)}

    def download(self, *, name: str, progress: Progress = quiet) -> dict[str, Any]:
        """
        Fetch the official boundaries of Thailand from HDX and take them in.

        Returns
        -------
        dict
            As `add` gives it.

        Raises
        ------
        DownloadError
            There is no network, or what came is not what was asked for; the set in use stays.
        """
        # geopandas takes half a second to load, and most commands need no polygon
        from areamap.boundaries import download  # noqa: PLC0415

        with tempfile.TemporaryDirectory() as folder:
            path = download.download(Path(folder), progress=progress)
            return self.add(path, name=name, progress=progress)

    def use(self, name: str, *, by: str = "") -> None:
        """
        Put a set in use at its level.

        Raises
        ------
        StoreError
            There is no set of this name.
        """
        self._store.use_boundary_set(name, by=by)

    def listing(self) -> DataFrame:
        """Return one line per set, newest first, indexed by `name`."""
        lines = [
            {
                **{key: each.report.get(key) for key in ("features", "matched", "crs")},
                "name": each.name,
                "level": each.level,
                "in_use": each.in_use,
                "added_at": f"{each.added_at.astimezone():%Y-%m-%d %H:%M}",
            }
            for each in self._store.boundary_sets()
        ]
        return DataFrame(lines, columns=_COLUMNS).set_index("name")

    def in_use(self) -> "KeptSet | None":
        """Return the set that the true map of tambons is drawn from; None where there is none."""
        return self._store.boundary_set_in_use(Level.TAMBON)

    def map_kinds(self) -> tuple[MapKind, ...]:
        """Return the kinds of map that can be drawn, the better first."""
        return ("true", "schematic") if self.in_use() else ("schematic",)

    def topology(self, kind: MapKind) -> tuple[str, bytes]:
        """
        Return the polygons of a kind of map for the browser.

        Parameters
        ----------
        kind
            One of `map_kinds()`.

        Returns
        -------
        tuple
            Hash of the content, and the content: tambons as `boundaries.packing` writes them, or
            as TopoJSON, gzipped. Where there is more of a province to see, it names the details.

        Raises
        ------
        KeyError
            There is no such map in this home.
        """
        source = "schematic" if kind == "schematic" else self._folder_in_use()
        if source not in self._topologies:
            body = self._schematic() if kind == "schematic" else self._true(source)
            self._topologies[source] = (sha256(body).hexdigest()[:20], body)
        return self._topologies[source]

    def codes(self, kind: MapKind) -> "Index[str]":
        """Return the codes of the areas of `topology`, in their order."""
        digest, body = self.topology(kind)
        if digest not in self._codes:
            told = packing.codes_of(json.loads(gzip.decompress(body)))
            self._codes[digest] = Index(told, dtype="str", name="area_code")
        return self._codes[digest]

    def nearness(self) -> "Nearness":
        """Return what lies near what on the better map of the home, worked out once."""
        kind = self.map_kinds()[0]
        folder = self._settings.home / self._folder_in_use() if kind == "true" else None
        return nearness.nearness(self.topology(kind)[1], folder)

    def geometry(self, digest: str) -> bytes | None:
        """
        Return what a browser asks for by the hash of its content.

        Parameters
        ----------
        digest
            Hash of a topology of `map_kinds()`, or of a province's details that one of them names.

        Returns
        -------
        bytes | None
            JSON, gzipped; None where no map of this home has it.
        """
        for kind in self.map_kinds():
            found, body = self.topology(kind)
            if found == digest:
                return body
        return self._detail(digest)

    def details(self) -> list[dict[str, Any]]:
        """
        Return the levels of detail of the true map.

        Returns
        -------
        list
            One entry per level: the zoom `from` which it is wanted, and `files`, province to the
            hash of what it has there. Empty for a set that an earlier version took in.
        """
        _, body = self.topology("true")
        levels: list[dict[str, Any]] = json.loads(gzip.decompress(body)).get("details", [])
        return levels

    def detail(self, province: str, level: int = -1) -> tuple[str, bytes] | None:
        """
        Return what a province has at a level of detail of the true map.

        Parameters
        ----------
        province
            Its code.
        level
            Place in `details()`; the finest by default.

        Returns
        -------
        tuple | None
            Hash of the content, and the content: JSON (see `boundaries.detail`), gzipped. None
            where the province has nothing beyond the levels before.
        """
        levels = self.details()
        digest = levels[level]["files"].get(province, "") if levels else ""
        body = self._detail(digest)
        return None if body is None else (digest, body)

    def _detail(self, digest: str) -> bytes | None:
        from areamap.boundaries import versions  # noqa: PLC0415 - as in `download`

        found = self.in_use()
        if found is None:
            return None
        return versions.read_detail(self._settings.home / found.folder, digest)

    def _folder_in_use(self) -> str:
        found = self.in_use()
        if found is None:
            raise KeyError("true")
        return found.folder

    def _schematic(self) -> bytes:
        return kept_schematic.topology(self._settings.home / "cache")

    def _true(self, folder: str) -> bytes:
        from areamap.boundaries import versions  # noqa: PLC0415 - as in `download`

        return versions.read_topology(self._settings.home / folder)

    def _keep(self, found: "Taken", by: str) -> dict[str, Any]:
        from areamap.boundaries import versions  # noqa: PLC0415 - as in `download`

        before = self._store.boundary_set_in_use(found.level)
        loses = (
            before is not None
            and not versions.codes(self._settings.home / before.folder).isin(found.codes).all()
        )
        kept = self._store.add_boundary_set(
            found.name,
            level=found.level,
            folder=found.folder,
            sha256=found.sha256,
            report=found.report,
            in_use=not loses,
            by=by,
        )
        return {**kept.report, "name": kept.name, "in_use": kept.in_use}
