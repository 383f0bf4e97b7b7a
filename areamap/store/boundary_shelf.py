"""The boundary sets of a database."""

from typing import Any

from areamap.store import _boundary_lines, _look, audit
from areamap.store._engine import reading, writing
from areamap.store._shelf import Shelf
from areamap.store.audit import Action
from areamap.store.boundary_sets import BoundarySet


class BoundaryShelf(Shelf):
    """What `Store` knows of boundary sets."""

    def add_boundary_set(
        self,
        name: str,
        *,
        level: str,
        folder: str,
        sha256: str,
        report: dict[str, Any],
        in_use: bool = True,
        by: str = "",
    ) -> BoundarySet:
        """
        Write down a boundary set whose files are in place.

        Adding the same content under the same name again changes nothing but what is in use.

        Parameters
        ----------
        name, level, folder, sha256, report
            See `BoundarySet`.
        in_use
            Whether it becomes the one in use at its level.
        by
            Who adds it.

        Raises
        ------
        StoreError
            There is one of this name with other content.
        """
        with writing(self._engine) as connection:
            _boundary_lines.add(
                connection, name=name, level=level, folder=folder, sha256=sha256, report=report
            )
            if in_use:
                _boundary_lines.use(connection, name)
            details = {"level": level, "sha256": sha256, "in_use": in_use}
            audit.write(connection, Action.ADD_BOUNDARY_SET, name, by=by, details=details)
            return _boundary_lines.one(connection, name)

    def boundary_sets(self) -> list[BoundarySet]:
        """Return every boundary set, newest first."""
        return [*_look.found(self._engine, "boundary_sets", self._sets)]

    def _sets(self) -> list[BoundarySet]:
        with reading(self._engine) as connection:
            return _boundary_lines.every(connection)

    def use_boundary_set(self, name: str, *, by: str = "") -> BoundarySet:
        """
        Put a boundary set in use at its level, in place of the one before.

        Raises
        ------
        StoreError
            There is none of this name.
        """
        with writing(self._engine) as connection:
            _boundary_lines.use(connection, name)
            found = _boundary_lines.one(connection, name)
            details = {"level": found.level}
            audit.write(connection, Action.USE_BOUNDARY_SET, name, by=by, details=details)
            return found

    def boundary_set_in_use(self, level: str) -> BoundarySet | None:
        """Return the boundary set in use at a level; None where there is none."""
        sets = self.boundary_sets()
        return next((each for each in sets if each.in_use and each.level == level), None)
