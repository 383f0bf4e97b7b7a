"""How a long job says how far it is, and the bar that shows it on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from areamap.i18n import DEFAULT_LANG, Lang, t

Progress = Callable[[float, str], None]
"""Takes the share done, 0 to 1, and the key of the sentence that says what is being done."""


def quiet(_done: float, _doing: str) -> None:
    """Tell nobody."""


def within(progress: Progress, first: float, last: float) -> Progress:
    """Return what tells how far a part of a job is that goes from one share of it to another."""

    def report(done: float, doing: str) -> None:
        progress(first + (last - first) * done, doing)

    return report


@contextmanager
def shown(lang: Lang = DEFAULT_LANG) -> Iterator[Progress]:
    """Show a bar on standard error while a long job runs, and hand the job a way to say how far."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0, visible=False)

        def report(done: float, doing: str) -> None:
            bar.update(task, completed=done, description=t(doing, lang), visible=True)

        yield report
