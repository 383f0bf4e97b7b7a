"""The figures of an app, and what they are held to."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bench.film import Repaint

MEGABYTE: Final = 1e6


@dataclass(frozen=True, slots=True)
class Figures:
    """
    What was measured of one app.

    Attributes
    ----------
    app
        Its short name.
    cold, warm
        Seconds to the first map, browser without and with a cache; one number per round.
    changes
        Changes of theme, all rounds.
    server_first, server_change
        Seconds to the first map of a server just started, and for themes that it never showed.
    first_bytes, change_bytes
        Bytes over the wire at the first load and at a change.
    change_cpu
        Processor seconds of the server at a change.
    viewer_bytes
        Memory of the server for each further viewer.
    own_bytes
        Of `first_bytes`, what came from our own addresses: geometry, names, scripts, fonts.
    keeps_view
        Whether the view stays at a change; None where there is no map.
    paint
        Seconds that the canvas takes at a change; None where there is none of ours.
    """

    app: str
    cold: tuple[float, ...]
    warm: tuple[float, ...]
    changes: "tuple[Repaint, ...]"
    server_first: float
    server_change: float
    first_bytes: float
    change_bytes: float
    change_cpu: float
    viewer_bytes: float
    own_bytes: float = 0.0
    keeps_view: bool | None = None
    paint: float | None = None

    @property
    def change(self) -> float:
        """Median seconds of a change."""
        return median(change.seconds for change in self.changes)

    @property
    def blank(self) -> float:
        """Median seconds for which the map was blank at a change."""
        return median(change.blank_seconds for change in self.changes)

    @property
    def blank_changes(self) -> int:
        """How many changes had a blank frame."""
        return sum(change.blank_frames > 0 for change in self.changes)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a figure is, as it is compared, and whether that is what was wanted."""

    told: str
    reached: bool


Judge = Callable[[Figures, Figures, Figures], Verdict]
"""Takes an app, the usual way and the empty page."""


def _faster(value: Callable[[Figures], float], least: float) -> Judge:
    def judge(own: Figures, naive: Figures, _empty: Figures) -> Verdict:
        ratio = value(naive) / value(own)
        return Verdict(f"{ratio:.1f} ×", ratio >= least)

    return judge


def _of_empty(
    value: Callable[[Figures], float], most: float, beside: Callable[[Figures], float] = lambda _: 0
) -> Judge:
    def judge(own: Figures, _naive: Figures, empty: Figures) -> Verdict:
        ratio = (value(own) - beside(own)) / value(empty)
        return Verdict(f"{ratio:.2f} ×", ratio <= most)

    return judge


def _share(value: Callable[[Figures, Figures], float], most: float) -> Judge:
    def judge(own: Figures, naive: Figures, empty: Figures) -> Verdict:
        share = value(own, empty) / value(naive, empty) * 100
        return Verdict(f"{share:.2f} %", share <= most)

    return judge


def _never_blank(own: Figures, _naive: Figures, _empty: Figures) -> Verdict:
    return Verdict(f"{own.blank_changes} of {len(own.changes)}", own.blank_changes == 0)


def _same_view(own: Figures, _naive: Figures, _empty: Figures) -> Verdict:
    return Verdict("kept" if own.keeps_view else "lost", bool(own.keeps_view))


def _viewer_megabytes(own: Figures, _naive: Figures, _empty: Figures) -> Verdict:
    return Verdict(f"{own.viewer_bytes / MEGABYTE:.2f} MB", own.viewer_bytes <= MEGABYTE)


TARGETS: Final[tuple[tuple[str, str, Judge], ...]] = (
    ("change of theme", "≥ 25 × faster than naive", _faster(lambda app: app.change, 25)),
    (
        "change of theme, without the paint of the canvas",
        "≤ 1.3 × empty page",
        _of_empty(lambda app: app.change, 1.3, lambda app: app.paint or 0.0),
    ),
    ("changes with a blank map", "none", _never_blank),
    ("view at a change", "kept", _same_view),
    ("first map, warm", "≤ 1.3 × empty page", _of_empty(lambda app: median(app.warm), 1.3)),
    ("first map, cold", "≥ 4 × faster than naive", _faster(lambda app: median(app.cold), 4)),
    ("first map, cold", "≤ 1.3 × empty page", _of_empty(lambda app: median(app.cold), 1.3)),
    ("bytes at a change", "≤ 0.5 % of naive", _share(lambda app, _: app.change_bytes, 0.5)),
    (
        "bytes at the first load above the empty page",
        "≤ 7 % of naive",
        _share(lambda app, empty: app.first_bytes - empty.first_bytes, 7),
    ),
    (
        "bytes at the first load, geometry and all else of ours",
        "≤ 7 % of naive",
        _share(lambda app, empty: app.own_bytes or app.first_bytes - empty.first_bytes, 7),
    ),
    ("server CPU at a change", "≤ 1 % of naive", _share(lambda app, _: app.change_cpu, 1)),
    ("server memory per viewer", "≤ 5 % of naive", _share(lambda app, _: app.viewer_bytes, 5)),
    ("server memory per viewer", "about 1 MB", _viewer_megabytes),
)
"""Figure, what is to be reached, and who judges."""
