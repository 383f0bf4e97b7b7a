"""Names that are nearly right: cut off by a DBF field, or a few letters away."""

from typing import Final

from rapidfuzz import fuzz, process

from areamap.places._lexicon import Lexicon
from areamap.places._outcome import Name
from areamap.places.names import skeleton

_FIELD: Final = 16
"""A DBF text field of 50 bytes ends inside or behind the 16th Thai letter of three bytes."""

_SHORTEST_CUT: Final = 8
STRONG: Final = 85.0
IN_DISTRICT: Final = 50.0
IN_PROVINCE: Final = 70.0
IN_COUNTRY: Final = 85.0


def completions(name: Name, parents: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """
    Return the areas whose name begins with a name that fills a DBF field.

    Parameters
    ----------
    name
        As typed; one shorter than a field, or with little left behind its prefix, was not cut.
    parents
        Codes of the parents inside which to look.
    lexicon
        Names of the level.
    """
    if len(name.text.strip()) < _FIELD or len(name.key) < _SHORTEST_CUT:
        return ()
    return tuple(
        dict.fromkeys(
            code
            for parent in parents
            for key, code in lexicon.keys.get(parent, {}).items()
            for begun in name.keys
            if key.startswith(begun)
        )
    )


def near(
    key: str, parents: tuple[str, ...], lexicon: Lexicon, cutoff: float
) -> list[tuple[str, float]]:
    """
    Return areas with a similar name, best first.

    Similarity is the share of letters that two names have in common (indel ratio, 0-100), or of
    their skeletons less one point: marks are dropped more often than letters.

    Parameters
    ----------
    key
        Key of the name.
    parents
        Codes of the parents inside which to look.
    lexicon
        Names of the level.
    cutoff
        Least similarity.
    """
    best: dict[str, float] = {}
    for parent in parents:
        names = lexicon.keys.get(parent, {})
        for found, score in _scores(key, list(names), cutoff):
            code = names[found]
            best[code] = max(score, best.get(code, 0.0))
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))


def similarity(key: str, other: str) -> float:
    """Return how similar two keys are, 0-100."""
    bones = fuzz.ratio(skeleton(key), skeleton(other)) - 1
    return float(max(fuzz.ratio(key, other), bones))


def _scores(key: str, names: list[str], cutoff: float) -> list[tuple[str, float]]:
    loose = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=cutoff - 20, limit=40)
    scored = ((found, similarity(key, found)) for found, _, _ in loose)
    return [(found, score) for found, score in scored if score >= cutoff]
