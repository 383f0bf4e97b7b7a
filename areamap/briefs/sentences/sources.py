"""Where everything that is said of a place comes from."""

from typing import TYPE_CHECKING

import pandas as pd

from areamap.calendar import format_date
from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from areamap.direction.profile import Profile


def told(profile: "Profile", lang: Lang) -> list[tuple[str, str]]:
    """Return each register with its file, day and number, or that it is not published."""
    found = []
    for register, row in profile.sources.iterrows():
        if pd.isna(row["publication"]):
            source = t("tambon.source_none", lang)
        else:
            source = t(
                "ui.source_sample" if profile.is_sample else "ui.source",
                lang,
                file=row["file_name"],
                day=format_date(row["published_on"], lang),
                number=row["publication"],
            )
        found.append((t(f"sentences.register_{register}", lang), source))
    return found
