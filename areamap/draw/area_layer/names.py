"""The names of all areas as one file for the browser, fetched once."""

import json
from functools import cache
from typing import Any, Final

import pandas as pd

from areamap.i18n import Lang, t
from areamap.places import gazetteer
from areamap.places.levels import Level

_LEVELS: Final = (Level.TAMBON, Level.DISTRICT, Level.PROVINCE)


WORDS: Final = (
    "nearer",
    "farther",
    "all",
    "gaps",
    "several",
    "basemap",
    "full",
    "find",
    "not_found",
    "north",
    "keys",
)
"""Keys of the words that the map itself says, in the table `map` of each language."""


@cache
def names(lang: Lang, others: tuple[str, ...] = ()) -> bytes:
    """
    Return the names of provinces, districts and tambons in a language.

    Parameters
    ----------
    lang
        Which language.
    others
        Addresses of the names in other languages, by which a place can be found too.

    Returns
    -------
    bytes
        UTF-8 JSON: `names`, code to name without a word for its level, with the codes that are
        retired, because older boundary files still have them; `separator` and `written`, how the
        names of an area and of those above it are joined and written, by province; `words` that
        the map says; `others` as given.
    """
    column = f"name_{lang}"
    today = [gazetteer.areas(level)[column] for level in _LEVELS]
    every = pd.concat([gazetteer.retired()[column].dropna(), *today])
    told = {
        "names": every[~every.index.duplicated(keep="last")].sort_index().to_dict(),
        "words": {word: t(f"map.{word}", lang) for word in WORDS},
        "others": others,
    }
    return json.dumps(told | _FORMS[lang], ensure_ascii=False, separators=(",", ":")).encode()


_FORMS: Final[dict[Lang, dict[str, Any]]] = {
    "th": {
        "separator": " ",
        "written": {
            "default": {"6": "ต.{}", "4": "อ.{}", "2": "จ.{}"},
            gazetteer.BANGKOK: {"6": "แขวง{}", "4": "เขต{}", "2": "{}"},
        },
    },
    "en": {
        "separator": ", ",
        "written": {
            "default": {"6": "{}", "4": "{} District", "2": "{}"},
            gazetteer.BANGKOK: {"6": "Khwaeng {}", "4": "Khet {}", "2": "{}"},
        },
    },
}
