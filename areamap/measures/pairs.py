"""Which work lines come together in one tambon."""

from itertools import combinations
from typing import Final

import numpy as np
from pandas import DataFrame, Index

from areamap.measures.integration import LINES, Reach

FEWEST: Final = 5
"""Below so many tambons with either line a share says little, and the pair is marked."""


def pairs(found: DataFrame) -> DataFrame:
    """
    Return how often each two work lines are at work in the same tambons.

    Formula, over the tambons in which neither of the two lines is unknown: share = tambons with
    both / tambons with one or the other (Jaccard 1901), 0 where they never meet and 1 where they
    are never apart; lift = (both / known) / ((one / known) × (other / known)), above 1 where they
    meet more often than two lines that know nothing of one another. Worked by hand: a council in 4
    of 10 tambons, a fund in 5, both in 3: 3 / (4 + 5 - 3) = 0.50, and 0.3 / (0.4 × 0.5) = 1.50.

    Source: Jaccard, P. (1901), Étude comparative de la distribution florale, Bulletin de la Société
    vaudoise des sciences naturelles 37.

    Parameters
    ----------
    found
        As `integration` gives it.

    Returns
    -------
    pairs
        One row per pair, the largest share first: `one`, `other` (values of `WorkLine`), `known`
        (tambons in which both are known), `with_one`, `with_other`, `both`, `either` (int64, of
        those), `share`, `lift` (float64; missing where no tambon has either), `is_few` (fewer than
        `FEWEST` have either).
    """
    rows = []
    for one, other in combinations([str(line) for line in LINES], 2):
        known = ((found[one] != Reach.UNKNOWN) & (found[other] != Reach.UNKNOWN)).to_numpy(bool)
        first = (found[one] == Reach.AT_WORK).to_numpy(bool) & known
        second = (found[other] == Reach.AT_WORK).to_numpy(bool) & known
        rows.append(
            {
                "one": one,
                "other": other,
                "known": int(known.sum()),
                "with_one": int(first.sum()),
                "with_other": int(second.sum()),
                "both": int((first & second).sum()),
                "either": int((first | second).sum()),
            }
        )
    frame = DataFrame(rows, index=Index(range(len(rows)), name="pair"))
    either = frame["either"].where(frame["either"] > 0).astype("float64")
    frame["share"] = frame["both"] / either
    chance = (frame["with_one"] * frame["with_other"]).astype("float64")
    frame["lift"] = frame["both"] * frame["known"] / chance.where(chance > 0, np.nan)
    frame["is_few"] = frame["either"] < FEWEST
    return frame.sort_values(
        ["share", "both"], ascending=False, na_position="last", kind="stable", ignore_index=True
    )
