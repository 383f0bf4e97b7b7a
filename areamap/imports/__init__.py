"""The import desk: from a file of an office to a publication, without losing a row or a baht."""

from areamap.imports.changes import Changes
from areamap.imports.desk import ImportDesk
from areamap.imports.incoming import Incoming, Received
from areamap.imports.looks import Look, SheetLook
from areamap.imports.merging import MODES, Mode
from areamap.imports.publishing import SHRINKS_FROM, Answers
from areamap.imports.work import Work

__all__ = [
    "MODES",
    "SHRINKS_FROM",
    "Answers",
    "Changes",
    "ImportDesk",
    "Incoming",
    "Look",
    "Mode",
    "Received",
    "SheetLook",
    "Work",
]
