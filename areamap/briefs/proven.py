"""What a brief says in sentences: each figure with its source and the command that proves it."""

from dataclasses import dataclass
from datetime import date
from shlex import join

from areamap.errors import BriefError


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where figures come from.

    Attributes
    ----------
    register
        Id of the register; `boundary` for the polygons of the maps.
    title
        What the register is called.
    file_name
        The file that it was read from.
    publication
        Number of the publication; None for what is not published, such as boundaries.
    published_on
        The day of it; None where it comes with the app.
    as_of
        The day that is asked about.
    is_sample
        Whether it is made up.
    licence
        How it may be handed on.
    """

    register: str
    title: str
    file_name: str
    publication: int | None
    published_on: date | None
    as_of: date
    is_sample: bool
    licence: str

    def __post_init__(self) -> None:
        """Refuse a source that names nothing."""
        if not self.register or not self.file_name:
            raise BriefError("brief_source_empty", title=self.title)


@dataclass(frozen=True, slots=True)
class Proof:
    """
    How anyone gets the same figure in a terminal.

    Attributes
    ----------
    command
        Words of the command, without `areamap` and `--format`.
    column
        Column of its output that the figure is in; nothing where the lines are counted.
    where
        Which lines: column and value, all where empty; several values of one column mean any of
        them. Several lines are added up.
    """

    command: tuple[str, ...]
    column: str = ""
    where: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """The command as it is typed."""
        return f"areamap {join(self.command)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One number of a sentence, with where it comes from.

    Attributes
    ----------
    value
        The number.
    shown
        How it stands in the sentence.
    unit
        What was counted, in the language.
    measure
        Name of the measure, as `areamap.measures` calls it.
    area_code
        Of which area.
    basis
        `tambon` or `authority`; nothing where no area is counted.
    source
        Where it comes from.
    proof
        How to get it again.
    """

    value: float
    shown: str
    unit: str
    measure: str
    area_code: str
    basis: str
    source: Source
    proof: Proof

    def __post_init__(self) -> None:
        """Refuse a figure that comes from nowhere: nobody could answer for it in a hall."""
        sourced(self.source, self.shown)


@dataclass(frozen=True, slots=True)
class Said:
    """
    A sentence, with the figures in it.

    Attributes
    ----------
    text
        The sentence; each figure stands in it as it is shown.
    figures
        The figures.
    source
        Where it comes from, of a sentence whose numbers are not taken apart.
    """

    text: str
    figures: tuple[Figure, ...] = ()
    source: Source | None = None

    def __post_init__(self) -> None:
        """Refuse a figure that is not said, and a number that comes from nowhere."""
        if not self.figures and any(sign.isdigit() for sign in self.text):
            sourced(self.source, self.text)
        for each in self.figures:
            if each.shown not in self.text:
                raise BriefError("brief_figure_unsaid", figure=each.shown, text=self.text)


def sourced(source: object, what: str) -> None:
    """
    Refuse what comes from nowhere.

    Raises
    ------
    BriefError
        There is no source; `what` names it in the sentence.
    """
    if not isinstance(source, Source):
        raise BriefError("brief_no_source", what=what)
