"""Why a row is in its state, in words, also of publications older than the sentence."""

from collections.abc import Mapping
from typing import Final

from areamap.i18n import Lang, sentences

_UNKNOWN: Final = "…"


class _Known(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return _UNKNOWN


def reason(key: object, values: Mapping[str, object], lang: Lang) -> str:
    """
    Return the sentence of a reason.

    Parameters
    ----------
    key
        As `reason_key` of a row.
    values
        As its `reason_values`. What a sentence of today asks for and an old publication did not
        keep is an ellipsis.
    lang
        Language of the sentence.

    Returns
    -------
    str
        Empty where the row has no reason, or one for which there are no words any more.
    """
    known = sentences(lang)
    if f"reasons.{key}_silent" in known and values.get("note") in {None, "", "–"}:
        key = f"{key}_silent"
    told = known.get(f"reasons.{key}", "")
    return told.format_map(_Known(values))
