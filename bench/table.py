"""The figures as tables that can be read, on a terminal and in the docs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.figures import MEGABYTE, TARGETS, Figures

if TYPE_CHECKING:
    from bench.homes import Intake

BEGIN: Final = "<!-- written by make bench -->"
END: Final = "<!-- end of what make bench writes -->"
_NONE: Final = "–"
_REACHED: Final = {True: "✓", False: "✗"}


def spread(values: Sequence[float]) -> str:
    """Return the median, the smallest and the largest in brackets."""
    return f"{median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def _kept(app: Figures) -> str:
    return _NONE if app.keeps_view is None else "yes" if app.keeps_view else "no"


_ROWS: Final[tuple[tuple[str, Callable[[Figures], str]], ...]] = (
    ("first map, cold browser, s", lambda app: spread(app.cold)),
    ("first map, warm browser, s", lambda app: spread(app.warm)),
    ("change of theme, s", lambda app: spread([change.seconds for change in app.changes])),
    ("of that the paint of the canvas, s", lambda app: _or_none(app.paint, "{:.3f}")),
    ("blank at a change, s", lambda app: f"{app.blank:.2f}"),
    ("changes with a blank map", lambda app: f"{app.blank_changes} of {len(app.changes)}"),
    ("view kept at a change", _kept),
    ("bytes at the first load, kB", lambda app: f"{app.first_bytes / 1000:,.0f}"),
    (
        "of that from our own addresses, kB",
        lambda app: f"{app.own_bytes / 1000:,.0f}" if app.own_bytes else _NONE,
    ),
    ("bytes at a change, kB", lambda app: f"{app.change_bytes / 1000:,.1f}"),
    ("server CPU at a change, ms", lambda app: f"{app.change_cpu * 1000:,.0f}"),
    ("server memory per viewer, MB", lambda app: f"{app.viewer_bytes / MEGABYTE:.2f}"),
    ("first map of a server just started, s", lambda app: f"{app.server_first:.2f}"),
    ("theme the server never showed, s", lambda app: f"{app.server_change:.2f}"),
)


def figures(apps: Sequence[Figures]) -> str:
    """Return one row per figure, one column per app; medians, smallest and largest in brackets."""
    rows = [[label, *(cell(app) for app in apps)] for label, cell in _ROWS]
    return markdown(["figure", *(app.app for app in apps)], rows)


def targets(naive: Figures, empty: Figures, ours: Sequence[Figures]) -> str:
    """Return one row per figure to reach: how each of our apps compares, and whether it does."""
    rows = []
    for label, wanted, judge in TARGETS:
        verdicts = [judge(app, naive, empty) for app in ours]
        cells = [f"{verdict.told} {_REACHED[verdict.reached]}" for verdict in verdicts]
        rows.append([label, wanted, *cells])
    return markdown(["figure", "to reach", *(app.app for app in ours)], rows)


def intakes(found: "Sequence[Intake]") -> str:
    """Return one row per boundary file that was taken in."""
    rows = [
        [
            each.name,
            f"{each.vertices:,}",
            f"{each.file_bytes / MEGABYTE:.1f}",
            f"{each.seconds:.1f}",
            f"{each.cpu_seconds:.1f}",
            f"{each.peak_bytes / MEGABYTE:,.0f}",
            f"{each.screen_vertices:,}",
        ]
        for each in found
    ]
    head = ["file", "vertices", "MB", "s", "CPU s", "peak memory, MB", "vertices on the screen"]
    return markdown(head, rows)


def put(path: Path, content: str, begin_mark: str = BEGIN, end_mark: str = END) -> None:
    """
    Replace what stands between the two marks of a file.

    Raises
    ------
    ValueError
        The file has not both marks.
    """
    text = path.read_text(encoding="utf-8")
    head, begin, rest = text.partition(begin_mark)
    _, end, tail = rest.partition(end_mark)
    if not (begin and end):
        raise ValueError(f"{path.name} has no place for figures")
    path.write_text(f"{head}{begin}\n\n{content}\n\n{end}{tail}", encoding="utf-8")


def _or_none(value: float | None, form: str) -> str:
    return _NONE if value is None else form.format(value)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table, its first column to the left."""
    lines = [list(head), ["---"] + ["--:"] * (len(head) - 1), *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
