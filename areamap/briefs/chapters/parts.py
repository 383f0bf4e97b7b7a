"""Tables of records by the areas below."""

from typing import TYPE_CHECKING

from areamap.briefs.shown import Table

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.briefs.chapters.telling import Telling
    from areamap.briefs.shown import Cell

_CELLS: "dict[str, Cell]" = {"circulating_baht": "baht", "amount_baht": "baht"}


def table(telling: "Telling", key: str, found: "DataFrame", register: str) -> Table:
    """
    Return records by part, most first.

    Parameters
    ----------
    telling
        The area.
    key
        Name of the table, here and in `areamap figures`.
    found
        As `brief_frames` gives it: names, `records`, then what is added up.
    register
        Id of the register.
    """
    level = telling.level(telling.facts.parts)
    names = [name for name in found.columns if name not in {"name_th", "name_en"}]
    ordered = found.sort_values("records", ascending=False, kind="stable")
    frame = ordered.assign(name=telling.names(ordered), code=ordered.index)
    columns = (
        telling.column("name", told=f"name_{telling.lang}"),
        telling.column("code", "code", "area_code"),
        *(
            telling.column(f"{key}_records" if name == "records" else name, "count", name)
            if name not in _CELLS
            else telling.column(name, _CELLS[name], name)
            for name in names
        ),
    )
    frame = frame.rename(columns={"records": f"{key}_records"})
    title = telling.t(f"table_{key}", level=level)
    return telling.table(key, title, frame, columns, register, key)
