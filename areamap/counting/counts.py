"""Count a list of persons or households per area; what comes out is a draft like any other."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from areamap.counting import _folds, _groups
from areamap.counting._groups import Groups
from areamap.counting._heads import STATE
from areamap.counting._process import Job
from areamap.counting.lists import PeopleList
from areamap.progress import Progress, quiet
from areamap.registers import joining
from areamap.registers.drafts import STATES, Draft
from areamap.registers.joining import Alias, PlaceMatcher
from areamap.registers.notes import Note
from areamap.registers.reading import Reading
from areamap.registers.values import Value
from areamap.settings import Settings


@dataclass(frozen=True, slots=True)
class Count:
    """
    A list, counted; nothing of it is published yet, and no person of it is kept.

    Attributes
    ----------
    people
        What kind of list it is.
    draft
        The counts as rows of the register: one row per area, per local authority, or per place
        that is not joined, and for each year or whatever else parts them; `row` only numbers them.
        Lines that do not count, or are no record, stand in rows of their own.
    lines
        Lines below the headings.
    blank, continued
        Of these, lines with nothing on them, and lines that go on with a cell of the one before.
    states
        The other lines by the state of the row that they are counted in.
    refused_lines
        Numbers of the first lines that are no record, as an editor counts lines; not in order
        where the file has very many.
    """

    people: PeopleList
    draft: Draft
    lines: int
    blank: int
    continued: int
    states: dict[str, int]
    refused_lines: tuple[int, ...]

    @property
    def records(self) -> int:
        """Lines of persons or households; the states add up to it."""
        return self.lines - self.blank - self.continued

    def details(self) -> dict[str, Any]:
        """Return what a publication says of the list beside its counts, as JSON holds it."""
        return {"list": self.people.id, "lines": self.lines, "lines_by_state": self.states}


def count(
    path: Path,
    people: PeopleList,
    matcher: PlaceMatcher,
    *,
    settings: Settings,
    given: Mapping[str, Value] | None = None,
    aliases: Mapping[str, Alias] | None = None,
    progress: Progress = quiet,
) -> Count:
    """
    Count a list per area.

    The file is read by a process of its own, and of it only the columns that say where, in which
    state and what is counted. Each different way of writing a place is joined once.

    Parameters
    ----------
    path
        A .csv, .tsv or .txt file (UTF-8, UTF-16 or CP874), also compressed by gzip, or .parquet.
    people
        What kind of list it is.
    matcher
        Says which area a place means.
    settings
        How much memory the reading may take.
    given
        Values of columns that part the counts, such as the year, where the file has none.
    aliases
        What earlier decisions make of a place, by its key.
    progress
        Is told how far it is.

    Raises
    ------
    FileError
        The file is no such list, or can't be counted.
    """
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        job = Job(path, people, settings, Path(folder), progress)
        told = job.groups()
        groups = _groups.read(told, people, given or {})
        joined = joining.join(_reading(path, told, groups, people), matcher, aliases)
        folds = _folds.fold(joined.rows, groups.lines, people)
        sets = _folds.household_sets(folds, groups, people, told)
        households, blank = job.households(told, groups.raw, sets)
    draft = _folds.draft(joined, folds, groups, _folds.Figures(people, told, households))
    states = dict.fromkeys(STATES, 0)
    for status, lines in zip(joined.rows["status"], groups.lines, strict=True):
        states[status] += lines
    return Count(
        people=people,
        draft=replace(draft, notes=(*draft.notes, *_notes_of_households(blank, people))),
        lines=told["lines"],
        blank=told["blank"],
        continued=told["continued"],
        states=states,
        refused_lines=tuple(told["refused_lines"]),
    )


def _reading(path: Path, told: Mapping[str, Any], groups: Groups, people: PeopleList) -> Reading:
    """Return the groups as if each were a row of a file."""
    rows = groups.rows.assign(sheet=path.stem, row=range(1, len(groups.rows) + 1))
    head = told["head"]
    return Reading(
        # Groups of one area are added up, so none can contradict another.
        register=replace(people.register, unique=()),
        file_name=path.name,
        file_sha256=told["sha256"],
        sheet=path.stem,
        rows=rows,
        cells=groups.said,
        dropped_columns=tuple(head["dropped"]),
        columns={
            head["headings"][head["columns"][name]]: name
            for name in told["by"]
            if name in people.register.kinds
        },
        notes=tuple(_notes(told, people)),
    )


def _notes(told: Mapping[str, Any], people: PeopleList) -> Iterator[Note]:
    state = people.state
    if state and state.without_column and STATE not in told["head"]["columns"]:
        words = state.words.get(state.without_column, ())
        yield Note("counting_no_state", {"word": next(iter(words), state.without_column)})
    if told["head"]["encoding"]:
        yield Note("note_encoding", {"encoding": told["head"]["encoding"]})
    yield Note("counting_lines", {"lines": told["lines"], "blank": told["blank"]})
    if told["continued"]:
        yield Note("counting_continued", {"count": told["continued"]})


def _notes_of_households(blank: Mapping[int, int], people: PeopleList) -> Iterator[Note]:
    """Yield how many lines are in no count of households; a line may be in several figures."""
    figures = len(people.figures)
    most = max(
        (
            sum(lines for number, lines in blank.items() if number % figures == figure)
            for figure in range(figures)
        ),
        default=0,
    )
    if most:
        yield Note("counting_no_household", {"count": most})
