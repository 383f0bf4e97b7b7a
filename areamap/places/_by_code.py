"""Rules for rows that carry the code of a tambon."""

import re
from collections.abc import Callable
from typing import Final

from areamap.places import _lexicon
from areamap.places._near import completions, similarity
from areamap.places._outcome import (
    Name,
    Outcome,
    ambiguous,
    doubted,
    matched,
    suggested,
    unmatched,
)
from areamap.places._parents import Parents
from areamap.places.gazetteer import areas
from areamap.places.levels import CODE_DIGITS, Level
from areamap.places.names import normalise

_SPELLED: Final = 80.0
_CODE: Final = re.compile(r"(?:th)?(\d+)")


def read_code(text: str) -> str:
    """Return the digits of `190406`, `TH190406`, `190406.0` or `๑๙๐๔๐๖`; else the text's key."""
    key = normalise(re.sub(r"[.]0+\s*$", "", text))
    found = _CODE.fullmatch(key)
    return found[1] if found else key


def match_code(
    code: str, name: Name | None, parents: Parents, by_name: Callable[[], Outcome]
) -> Outcome:
    """
    Return what a code means, with the row's names as its witnesses.

    Parameters
    ----------
    code
        As `read_code` gives it.
    name
        Name of the tambon in the row, if any.
    parents
        Province and district that the row names.
    by_name
        Gives what the names mean without the code; asked only where they are needed.
    """
    if code in areas(Level.TAMBON).index:
        return _today(code, code, "places_by_code", name, parents, by_name)
    after = _lexicon.successions().get(code)
    if after is None or len(code) != CODE_DIGITS[Level.TAMBON]:
        return _named(code, "places_code_unknown", by_name)
    if not after.codes:
        return _named(code, "places_code_gone", by_name)
    if len(after.codes) > 1:
        own = _lexicon.today(Level.TAMBON).own
        fits = sorted(after.codes, key=lambda area: not name or name.key not in own[area])
        return ambiguous(fits, "places_code_split", code=code)
    reason = "places_code_retired" if after.by_notice else "places_code_retired_likely"
    return _today(code, after.codes[0], reason, name, parents, by_name)


def _today(
    code: str,
    area: str,
    reason: str,
    name: Name | None,
    parents: Parents,
    by_name: Callable[[], Outcome],
) -> Outcome:
    """Join the code unless the name or the parents contradict it."""
    astray = parents.problem == "places_parents_disagree"
    if astray or not (parents.hold(area) or parents.hold(code)):
        others = by_name().codes
        return suggested((area, *others), "places_code_parents", code=code, text=parents.text)
    if name is None or _bears(code, area, name):
        return matched(area, reason, code=code)
    if _misspelt(area, name):
        return matched(area, "places_code_spelling", code=code, name=name.text)
    others = by_name().codes
    if not others:
        # Areas are renamed more often than lists are; no other place bears this name.
        return matched(area, "places_code_alone", code=code, name=name.text)
    return suggested((area, *others), "places_code_name", code=code, name=name.text)


def _named(code: str, reason: str, by_name: Callable[[], Outcome]) -> Outcome:
    """Suggest what the names say, because the code is nobody's."""
    outcome = by_name()
    if not outcome.codes:
        return unmatched(reason, code=code)
    return doubted(outcome, reason, code=code)


def _bears(code: str, area: str, name: Name) -> bool:
    """Return whether the area has the name, today or before, whole or cut off."""
    own = (
        *_lexicon.today(Level.TAMBON).own[area],
        *_lexicon.before(Level.TAMBON).own.get(code, ()),
    )
    if any(key in own for key in name.keys):
        return True
    cut = completions(name, (area[: CODE_DIGITS[Level.DISTRICT]],), _lexicon.today(Level.TAMBON))
    return area in cut


def _misspelt(area: str, name: Name) -> bool:
    """Return whether the name is nearer to this area than to any other of its district."""
    names = _lexicon.today(Level.TAMBON)
    if names.find(area[: CODE_DIGITS[Level.PROVINCE]], name.key):
        return False
    district = names.keys[area[: CODE_DIGITS[Level.DISTRICT]]]
    own = max(similarity(name.key, key) for key in names.own[area])
    others = (similarity(name.key, key) for key, other in district.items() if other != area)
    return own >= _SPELLED and own > max(others, default=0.0)
