"""People's plans of the sample: of tambons, provinces and clusters, and how far each has come."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from areamap.calendar import BUDDHIST_OFFSET
from areamap.places import gazetteer, groupings
from areamap.places.hierarchy import area_names
from areamap.places.levels import Level
from areamap.registers._sample_draws import Draws
from areamap.registers._sample_places import Country, tambon_label
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import working_day

_SENT = ("submitted", "adopted")
_FIRST_MONTH = 5
_MOST_DAYS = 420
_EPOCH_ORDINAL = 719_163


def plans(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the register of plans: one row per plan."""
    section = book["plan"]
    rows = pd.concat([_tambons(land, book), _provinces(book), _clusters(book)], ignore_index=True)
    draws = book.draws("plan", rows["area_code"])
    first = np.array(section["first_years"])[
        draws.chosen("first", [1] * len(section["first_years"]))
    ]
    of_tambon = (rows["plan_level"] == "tambon").to_numpy(dtype=bool)
    status = np.where(
        of_tambon,
        draws.words("tambon status", section["status"]["tambon"]),
        draws.words("status", section["status"]["province"]),
    )
    sent = np.isin(status.astype(str), _SENT)
    drawn = rows.assign(
        first_year=first,
        last_year=first + section["length"] - 1,
        record_status=status,
        submitted_date=np.where(sent, _sent_on(draws, first, book), np.datetime64("NaT", "s")),
        submitted_to=rows["to"].where(sent),
    )
    return pd.concat([drawn, pd.DataFrame(_said(book))]).sort_values("area_code", kind="stable")


def _tambons(land: Country, book: Recipe) -> pd.DataFrame:
    there = land.tambons[land.tambons["province_code"] != gazetteer.BANGKOK]
    chance = book.draws("plan", there.index).uniform("tambon")
    chosen = there[chance < book["plan"]["tambon"]]
    labels = [tambon_label(code, name) for code, name in chosen["name_th"].items()]
    return pd.DataFrame(
        {
            "area_code": chosen.index,
            "plan_name": [f"แผนพัฒนาตำบลโดยสภาองค์กรชุมชน {label}" for label in labels],
            "plan_level": "tambon",
            "to": "อปท.",
        }
    )


def _provinces(book: Recipe) -> pd.DataFrame:
    told = {entry["area_code"] for entry in book["plan"]["said"]}
    provinces = gazetteer.areas(Level.PROVINCE)["name_th"].drop(list(told))
    return pd.DataFrame(
        {
            "area_code": provinces.index,
            "plan_name": [f"แผนพัฒนาภาคประชาชนจังหวัด{name}" for name in provinces],
            "plan_level": "province",
            "to": "คณะกรรมการบริหารงานจังหวัด",
        }
    )


def _clusters(book: Recipe) -> pd.DataFrame:
    names = area_names(Level.CLUSTER, groupings.builtin(), book["last_date"])["name_th"]
    chosen = names[book["plan"]["clusters"]]
    return pd.DataFrame(
        {
            "area_code": chosen.index,
            "plan_name": [f"แผนพัฒนาภาคประชาชนกลุ่มจังหวัด{name}" for name in chosen],
            "plan_level": "cluster",
            "to": "คณะกรรมการบริหารงานกลุ่มจังหวัด",
        }
    )


def _sent_on(draws: Draws, first: Any, book: Recipe) -> Any:  # noqa: ANN401  # arrays of NumPy
    """Return a working day from some months before the plan begins; never after the last day."""
    begun = (first - BUDDHIST_OFFSET - 1 - 1970).astype("datetime64[Y]").astype("datetime64[M]")
    start = (begun + _FIRST_MONTH).astype("datetime64[D]").astype(np.int64) + _EPOCH_ORDINAL
    last = book["plan"]["last_date"].toordinal()
    days = working_day(np.minimum(start + draws.integers("sent", 0, _MOST_DAYS), last))
    return (days - _EPOCH_ORDINAL).astype("datetime64[D]").astype("datetime64[s]")


def _said(book: Recipe) -> Iterator[dict[str, Any]]:
    """Yield the plans that were told in public."""
    for entry in book["plan"]["said"]:
        figure = book.figures.loc[entry["figure"]]
        yield {
            "area_code": entry["area_code"],
            "plan_name": entry["name"],
            "plan_level": "province",
            "first_year": int(figure["first_year"]),
            "last_year": int(figure["last_year"]),
            "record_status": "submitted",
            "submitted_date": pd.Timestamp(book.day_of(entry["figure"])),
            "submitted_to": entry["submitted_to"],
        }
