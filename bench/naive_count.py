"""The usual way of counting a list: all of it into a frame, cleaned, merged with names, grouped."""

import json
import sys
from pathlib import Path

import pandas as pd

from areamap.places import gazetteer
from areamap.places.levels import Level

_PLACE = ["ตำบล", "อำเภอ", "จังหวัด"]
_STATE = "สถานะ"


def main() -> None:
    """Count the members of a list: FILE, and `columns` to read no column without need."""
    path, how = Path(sys.argv[1]), sys.argv[2]
    wanted = [*_PLACE, _STATE] if how == "columns" else None
    people = pd.read_csv(path, dtype=str, encoding=sys.argv[3], usecols=wanted, on_bad_lines="skip")
    for column, prefix in zip(_PLACE, ("ต.", "อ.", "จ."), strict=True):
        people[column] = people[column].str.strip().str.removeprefix(prefix)
    members = people[people[_STATE] == "ปกติ"]
    counts = members.merge(_names(), on=_PLACE, how="left").groupby("code").size()
    sys.stdout.write(json.dumps({"areas": len(counts), "members": int(counts.sum())}))


def _names() -> pd.DataFrame:
    """Return the names of every tambon, its district and province with its code."""
    names = {level: gazetteer.areas(level)["name_th"] for level in Level if level in _LEVELS}
    tambons = names[Level.TAMBON]
    return pd.DataFrame(
        {
            "ตำบล": tambons.to_numpy(),
            "อำเภอ": tambons.index.str[:4].map(names[Level.DISTRICT]),
            "จังหวัด": tambons.index.str[:2].map(names[Level.PROVINCE]),
            "code": tambons.index,
        }
    )


_LEVELS = (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)


if __name__ == "__main__":
    main()
