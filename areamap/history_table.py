"""The publications of a home as a table that people read."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from pandas import DataFrame

from areamap.store import Publication

COLUMNS: Final = (
    *("register", "created_at", "created_by", "file_name", "is_sample", "counts"),
    *("rolled_back_from", "is_cleared", "note", "file_sha256"),
)
"""What is told of each."""


def table(publications: Iterable[Publication]) -> DataFrame:
    """Return one line per publication in their order, indexed by `publication`."""
    found = [
        {
            **asdict(publication),
            "created_at": f"{publication.created_at.astimezone():%Y-%m-%d %H:%M:%S}",
            "counts": " ".join(
                f"{state}={count}" for state, count in publication.counts.items() if count
            ),
        }
        for publication in publications
    ]
    frame = DataFrame(found, columns=["id", *COLUMNS])
    return frame.rename(columns={"id": "publication"}).set_index("publication")
