"""Activities of the sample: which agency is at which work in a tambon, year by year."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.registers._sample_draws import Draws
from areamap.registers._sample_places import Country, tambon_label
from areamap.registers._sample_recipe import Recipe


def activities(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the register of activities: one row per agency, work line, tambon and year."""
    section = book["activity"]
    by_tambon = book.draws("activity", land.tambons.index)
    chosen = [
        land.tambons[by_tambon.uniform(f"nth {nth}") < chance].assign(nth=nth)
        for nth, chance in enumerate(section["chance"])
    ]
    rows = pd.concat(chosen).rename_axis("area_code").reset_index()
    draws = book.draws("activity", rows["area_code"] + "/" + rows["nth"].astype("str"))
    lines = section["work_line"]
    line = draws.words("line", {name: one["weight"] for name, one in lines.items()})
    years = section["first_year"] + draws.chosen("year", section["years"])
    found: pd.DataFrame = rows.assign(
        fiscal_year=years,
        agency=draws.words("agency", section["agency"]),
        work_line=line,
        activity_name=[
            f"{lines[one]['activity']} {tambon_label(code, name)}"
            for one, code, name in zip(line, rows["area_code"], rows["name_th"], strict=True)
        ],
        record_status=_status(draws, years, book),
    )
    ordered: pd.DataFrame = found.sort_values(["area_code", "fiscal_year", "nth"], kind="stable")
    return ordered


def _status(draws: Draws, years: NDArray[np.int64], book: Recipe) -> NDArray[np.object_]:
    states = book["activity"]["status"]
    last = book["activity"]["first_year"] + len(book["activity"]["years"]) - 1
    found: NDArray[np.object_] = np.select(
        [years == last, years == last - 1],
        [draws.words("begun", states["begun"]), draws.words("running", states["running"])],
        default=draws.words("past", states["past"]),
    )
    return found
