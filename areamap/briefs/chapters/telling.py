"""What every chapter needs to speak: names, sources, figures with their proof, tables."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from areamap.briefs.proven import Figure, Proof, Said, Source
from areamap.briefs.shown import Cell, Column, Table
from areamap.calendar import format_year, say_date
from areamap.draw.amounts import million_baht, ratio
from areamap.errors import BriefError
from areamap.i18n import Lang, sentences, t
from areamap.measures.basis import Basis
from areamap.places.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame

    from areamap.briefs.shown import MapKind
    from areamap.direction.brief import Facts

NO_VALUE: Final = "–"
REST: Final = "rest"
"""Column of what is not in any other."""

_BANGKOK: Final = "10"


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """
    One area told in one language.

    Attributes
    ----------
    facts
        What is known.
    lang
        The language.
    kind
        Which polygons its maps are drawn from.
    """

    facts: "Facts"
    lang: Lang
    kind: "MapKind"

    @property
    def code(self) -> str:
        """Code of the area."""
        return self.facts.area.code

    @property
    def place(self) -> str:
        """What the area is called, with the word for its level."""
        area = self.facts.area
        return self.called(area.name_th if self.lang == "th" else area.name_en, area.level)

    @property
    def day(self) -> str:
        """The day that is asked about, as it is read aloud."""
        return say_date(self.facts.as_of, self.lang)

    def called(self, name: str, level: Level) -> str:
        """Return a name with the word for its level; not where the name has it already."""
        word = self._level(level)
        if level is Level.COUNTRY or self.code == _BANGKOK or word.casefold() in name.casefold():
            return name
        return self.t("called", level=word, name=name)

    def level(self, level: Level) -> str:
        """Return the word for a level within a sentence; in Bangkok a district is a khet."""
        return self._level(level).lower()

    def _level(self, level: Level) -> str:
        small = level in {Level.TAMBON, Level.DISTRICT}
        if small and self.code.startswith(_BANGKOK):
            return t(f"brief.bangkok_{level}", self.lang)
        return t(f"levels.{level}", self.lang)

    def t(self, key: str, **values: object) -> str:
        """Return a sentence of the briefs."""
        return t(f"brief.{key}", self.lang, **values)

    def year(self, year: int) -> str:
        """Return a fiscal year as it is read."""
        return format_year(year, self.lang)

    def name(self, row: "pd.Series[str]") -> str:
        """Return the name in the language, else the Thai one."""
        own = row[f"name_{self.lang}"]
        return str(row["name_th"] if pd.isna(own) else own)

    def names(self, frame: "DataFrame") -> "pd.Series[str]":
        """Return the names in the language, else the Thai ones."""
        return frame[f"name_{self.lang}"].fillna(frame["name_th"])

    def source(self, register: str) -> Source:
        """
        Return where the figures of a register come from.

        Raises
        ------
        BriefError
            It is not published, so nothing can be said by it.
        """
        found = self.facts.snapshot.publications.get(register)
        title = t(f"sentences.register_{register}", self.lang)
        if found is None:
            raise BriefError("brief_no_source", what=title)
        kind = "sample" if found.is_sample else "own"
        return Source(
            register=register,
            title=title,
            file_name=found.file_name,
            publication=found.id,
            published_on=found.created_at.astimezone().date(),
            as_of=self.facts.as_of,
            is_sample=found.is_sample,
            licence=self.t(f"licence_{kind}"),
        )

    # Figures

    def covered(self, theme: str, basis: str, column: str) -> Figure:
        """Return a number of the area's own line of `areamap coverage`."""
        value = self.facts.whole[theme, basis][column].iloc[0]
        percent = column == "coverage_pct"
        return Figure(
            value=float(value),
            shown=f"{value:,.1f}" if percent else f"{value:,}",
            unit="%" if percent else self._unit(basis, value),
            measure=f"coverage.{column}",
            area_code=self.code,
            basis=basis,
            source=self.source(theme),
            proof=Proof(
                ("coverage", "--theme", theme, *self._by(), "--basis", basis, *self._on()),
                column,
                (("area_code", self.code),),
            ),
        )

    def lacking(self, theme: str, column: str = "") -> Figure:
        """Return how many tambons `areamap gaps` lists, or how many people live in them."""
        gaps = self.facts.gaps[theme]
        value = len(gaps) if not column else int(gaps[column].fillna(0).sum())
        basis = str(Basis.TAMBON)
        return Figure(
            value=value,
            shown=f"{value:,}",
            unit=self.t("people_unit") if column else self._unit(basis, value),
            measure=f"gaps.{column or 'areas'}",
            area_code=self.code,
            basis=basis,
            source=self.source(theme),
            proof=Proof(("gaps", "--theme", theme, "--in", self.code, *self._on()), column),
        )

    def paid(self, value: float, years: "Iterable[int]") -> Figure:
        """Return baht of the area in some years, as `areamap budget` gives them."""
        where = [("area_code", self.code), *(("fiscal_year", f"{year}") for year in years)]
        return Figure(
            value=value,
            shown=million_baht(value, self.lang, unit=True),
            unit=t("ui.baht", self.lang),
            measure="budget.amount_baht",
            area_code=self.code,
            basis="",
            source=self.source("budget"),
            proof=Proof(("budget", *self._by()), "amount_baht", tuple(where)),
        )

    def brought(self, column: str, value: float, year: int) -> Figure:
        """Return a number of the area's line of `areamap leverage` of a year."""
        of = ("leverage", *self._by(), "--fiscal-year", f"{year}")
        is_ratio = column == "leverage_ratio"
        said = ratio(value, self.lang) if is_ratio else million_baht(value, self.lang, unit=True)
        return Figure(
            value=value,
            shown=said,
            unit=t("ui.baht", self.lang),
            measure=f"leverage.{column}",
            area_code=self.code,
            basis="",
            source=self.source("budget"),
            proof=Proof(of, column, (("area_code", self.code),)),
        )

    def counted(
        self,
        value: float,
        register: str,
        frame: str,
        column: str = "",
        where: tuple[tuple[str, str], ...] = (),
    ) -> Figure:
        """Return a number of a table of `areamap figures`: a sum, or how many lines there are."""
        is_baht = column.endswith("_baht")
        return Figure(
            value=float(value),
            shown=million_baht(value, self.lang, unit=True) if is_baht else f"{value:,.0f}",
            unit=t("ui.baht", self.lang) if is_baht else "",
            measure=f"{frame}.{column or 'lines'}",
            area_code=self.code,
            basis="",
            source=self.source(register),
            proof=Proof(("figures", self.code, "--of", frame, *self._on()), column, where),
        )

    # Sentences and tables

    def say(self, key: str, **parts: "Figure | str") -> Said:
        """
        Return a sentence of the briefs with its figures; `KEY_one` where the first of them is 1.

        Parameters
        ----------
        key
            Below `brief.` in the locale files.
        **parts
            What its placeholders stand for.
        """
        figures = tuple(part for part in parts.values() if isinstance(part, Figure))
        one = f"{key}_one"
        if figures and figures[0].value == 1 and f"brief.{one}" in sentences(self.lang):
            key = one
        shown = {
            name: part.shown if isinstance(part, Figure) else part for name, part in parts.items()
        }
        return Said(self.t(key, **shown), figures)

    def plain(self, text: str, register: str) -> Said:
        """Return a sentence that another module made, from a register."""
        return Said(text.replace("**", ""), source=self.source(register))

    def column(self, name: str, cell: Cell = "text", told: str = "") -> Column:
        """Return a column of a table with its heading and unit in the language."""
        unit = {"baht": "ui.baht", "percent": "brief.percent"}.get(cell)
        key = f"brief.column_{name}"
        return Column(name, t(key, self.lang), cell, t(unit, self.lang) if unit else "", told)

    def table(
        self,
        key: str,
        title: str,
        frame: "DataFrame",
        columns: tuple[Column, ...],
        register: str,
        of: str = "",
        note: str = "",
    ) -> Table:
        """Return a table; `of` names the table of `areamap figures` that has the same lines."""
        proof = Proof(("figures", self.code, "--of", of, *self._on())) if of else None
        shown = frame[[column.name for column in columns]].reset_index(drop=True)
        return Table(key, title, shown, columns, self.source(register), proof, note)

    def _unit(self, basis: str, value: float) -> str:
        """Return what areas of a basis are called beside their number."""
        return t(f"brief.one_{basis}" if value == 1 else f"ui.basis_{basis}", self.lang)

    def _by(self) -> tuple[str, ...]:
        return ("--by", str(self.facts.area.level), "--in", self.code)

    def _on(self) -> tuple[str, ...]:
        return ("--as-of", self.facts.as_of.isoformat())
