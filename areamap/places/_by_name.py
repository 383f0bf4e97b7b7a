"""Rules that find an area by its name inside the parents that a row gives."""

from areamap.places import _lexicon
from areamap.places._near import (
    IN_COUNTRY,
    IN_DISTRICT,
    IN_PROVINCE,
    STRONG,
    completions,
    near,
)
from areamap.places._outcome import (
    Name,
    Outcome,
    ambiguous,
    matched,
    suggested,
    unmatched,
)
from areamap.places._parents import Parents
from areamap.places.levels import Level


def match_name(name: Name, parents: Parents, level: Level = Level.TAMBON) -> Outcome:
    """
    Return what a name means inside its parents.

    Parameters
    ----------
    name
        Name of a tambon or a district.
    parents
        Where the row says that it lies.
    level
        Of which level the name is.
    """
    for rule in (_exact, _cut_off, _retired, _elsewhere_or_near):
        outcome = rule(name, parents, level)
        if outcome is not None:
            return outcome
    return unmatched("places_unknown", name=name.text)


def decide(codes: tuple[str, ...], reason: str, name: Name, parents: Parents) -> Outcome:
    """
    Return a join where one code is left and the parents can carry it, else a question.

    Parameters
    ----------
    codes
        What the name can mean; not empty.
    reason
        Why it would join.
    name
        As typed.
    parents
        Where the row says that it lies.
    """
    if len(codes) > 1:
        return ambiguous(codes, "places_several", name=name.text)
    if parents.problem:
        return suggested(codes, parents.problem, name=name.text, text=parents.text)
    if not parents.provinces:
        return suggested(codes, "places_no_province", name=name.text)
    return matched(codes[0], reason, name=name.text)


def _exact(name: Name, parents: Parents, level: Level) -> Outcome | None:
    names = _lexicon.today(level)
    for key in name.keys:
        codes = _union(names, parents.scopes, key)
        if codes:
            reason = "places_by_name" if parents.district_named else "places_by_province"
            return decide(codes, reason, name, parents)
    return None


def _cut_off(name: Name, parents: Parents, level: Level) -> Outcome | None:
    if not parents.provinces:
        return None
    codes = completions(name, parents.scopes, _lexicon.today(level))
    return decide(codes, "places_cut_off", name, parents) if codes else None


def _retired(name: Name, parents: Parents, level: Level) -> Outcome | None:
    """Join a name of old where a notice, or the district itself, says what became of it."""
    before = _lexicon.before(level)
    scopes = (*parents.scopes, *parents.old_districts) if parents.provinces else ()
    old = _union(before, scopes, name.key)
    if not old:
        return None
    after = [_lexicon.successions()[code] for code in old]
    codes = tuple(dict.fromkeys(code for one in after for code in one.codes))
    if not codes:
        return None
    known = all(one.by_notice for one in after) or codes[0][:4] in parents.districts
    outcome = decide(codes, "places_retired_name", name, parents)
    if known or outcome.area_code is None:
        return outcome
    return suggested(codes, "places_retired_likely", name=name.text)


def _elsewhere_or_near(name: Name, parents: Parents, level: Level) -> Outcome | None:
    """Suggest a strong near miss inside the district first, then the same name elsewhere."""
    names = _lexicon.today(level)
    close = near(name.key, parents.scopes, names, IN_DISTRICT) if parents.provinces else []
    strong = [code for code, score in close if score >= STRONG]
    weak = [code for code, score in close if score < STRONG]
    same = _union(names, parents.provinces, name.key) or names.find("", name.key)
    if not strong and len(same) > 1:
        return ambiguous((*same, *weak), "places_elsewhere_several", name=name.text)
    if not strong and same:
        return suggested((*same, *weak), "places_elsewhere", name=name.text)
    codes = [*strong, *same, *weak, *_further(name, parents, names)]
    return suggested(codes, "places_near", name=name.text) if codes else None


def _further(name: Name, parents: Parents, names: _lexicon.Lexicon) -> list[str]:
    """Near misses outside the district, for what was not found inside."""
    if parents.provinces:
        found = near(name.key, parents.provinces, names, IN_PROVINCE)
    else:
        scopes = parents.districts or ("",)
        found = near(name.key, scopes, names, IN_COUNTRY)
    return [code for code, _ in found]


def _union(names: _lexicon.Lexicon, scopes: tuple[str, ...], key: str) -> tuple[str, ...]:
    if len(scopes) == 1:
        return names.find(scopes[0], key)
    return tuple(sorted({code for scope in scopes for code in names.find(scope, key)}))
