"""Groups of one meaning put together: one row per area, or per place that is not joined."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.counting._groups import Groups
from areamap.counting._heads import HOUSEHOLD, STATE
from areamap.counting.lists import Figure, PeopleList
from areamap.i18n import t
from areamap.registers.drafts import STATES, Draft
from areamap.registers.place_keys import place_keys

Folds = list[list[int]]
"""The groups of each row, the one with most lines first."""

_ORDER: Final = {state: place for place, state in enumerate(STATES)}


def fold(rows: DataFrame, lines: Sequence[int], people: PeopleList) -> Folds:
    """
    Return which groups become one row, in the order of the rows.

    Parameters
    ----------
    rows
        The groups, joined to areas.
    lines
        How many lines each group has.
    people
        Says what parts the counts of one place.
    """
    keys = _keys(rows, people)
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for group, key in enumerate(keys):
        found[key].append(group)
    ordered = sorted(found.items(), key=lambda item: (_ORDER[item[0][0]], item[0]))
    return [sorted(groups, key=lambda group: -lines[group]) for _, groups in ordered]


def household_sets(
    folds: Folds, groups: Groups, people: PeopleList, told: Mapping[str, Any]
) -> dict[int, list[int]]:
    """
    Return the sets of groups whose households are counted.

    The number of a set is that of its row and figure: see `Figures.number`.
    """
    if HOUSEHOLD not in told["head"]["columns"]:
        return {}
    figures = Figures(people, told, {})
    sets = {}
    for row, fold_of in enumerate(folds):
        for place, figure in enumerate(people.figures):
            if figure.of != "households" or not figures.is_known(figure):
                continue
            counted = figures.counted(figure, fold_of, groups)
            if counted:
                sets[figures.number(row, place)] = counted
    return sets


@dataclass(frozen=True, slots=True)
class Figures:
    """
    The figures of a list.

    Attributes
    ----------
    people
        What is counted.
    told
        What the reading of the list found.
    households
        Number of a set to its different households.
    """

    people: PeopleList
    told: Mapping[str, Any]
    households: Mapping[int, int]

    def number(self, row: int, figure: int) -> int:
        """Return the number of the set of one row and figure."""
        return row * len(self.people.figures) + figure

    def is_known(self, figure: Figure) -> bool:
        """Tell whether the file says enough for a figure; a file without states says no state."""
        columns = self.told["head"]["columns"]
        if figure.states and STATE not in columns:
            state = self.people.state
            if state is None or state.without_column not in figure.states:
                return False
        if figure.of == "households":
            return HOUSEHOLD in columns
        return figure.of == "rows" or figure.column in self.told["sums"]

    def counted(self, figure: Figure, fold_of: Sequence[int], groups: Groups) -> list[int]:
        """Return the groups of a row that a figure takes in."""
        return [
            group
            for group in fold_of
            if groups.records[group]
            and (not figure.states or groups.states[group] in figure.states)
        ]

    def value(self, row: int, place: int, fold_of: Sequence[int], groups: Groups) -> Any:  # noqa: ANN401 - int or Decimal
        """Return one figure of one row, None where nobody can say."""
        figure = self.people.figures[place]
        counted = self.counted(figure, fold_of, groups)
        if figure.of == "rows":
            return sum(groups.lines[group] for group in counted)
        if figure.of == "households":
            return self.households.get(self.number(row, place), 0)
        amounts = [groups.sums[figure.column][group] for group in counted]
        known = [amount for amount in amounts if amount is not None]
        return sum(known, Decimal(0)) if known else None


def draft(joined: Draft, folds: Folds, groups: Groups, figures: Figures) -> Draft:
    """
    Return the counts as rows of the register.

    Parameters
    ----------
    joined
        The groups, joined to areas.
    folds
        Which of them become one row.
    groups
        What they hold.
    figures
        What is counted.
    """
    heads = [fold_of[0] for fold_of in folds]
    rows = joined.rows.iloc[heads].reset_index(drop=True)
    rows["row"] = range(1, len(rows) + 1)
    register = figures.people.register
    for column in register.columns:
        if column.name in {figure.column for figure in figures.people.figures}:
            rows[column.name] = _column(column.name, folds, groups, figures, rows["status"])
        elif column.without_column is not None:
            is_record = ~rows["status"].isin(["ignored", "rejected"])
            rows[column.name] = rows[column.name].mask(is_record, column.without_column)
    cells = joined.cells.iloc[heads].reset_index(drop=True)
    if STATE in figures.told["head"]["columns"]:
        # Lines of several states are counted in one row.
        head = figures.told["head"]
        heading = head["headings"][head["columns"][STATE]]
        cells[heading] = cells[heading].where(rows["status"].isin(["ignored", "rejected"]))
    lines = [sum(groups.lines[group] for group in fold_of) for fold_of in folds]
    heading = t("counting.cell_lines")
    cells[heading if heading not in cells else f"{heading} (2)"] = Series(
        map(str, lines), dtype="str"
    )
    return replace(joined, rows=rows, cells=cells)


def _column(
    name: str, folds: Folds, groups: Groups, figures: Figures, statuses: "Series[str]"
) -> Series:
    place = next(i for i, figure in enumerate(figures.people.figures) if figure.column == name)
    figure = figures.people.figures[place]
    is_known = figures.is_known(figure)
    found = [
        figures.value(row, place, fold_of, groups)
        if is_known and status not in {"ignored", "rejected"}
        else None
        for row, (fold_of, status) in enumerate(zip(folds, statuses, strict=True))
    ]
    if figure.of == "sum":
        return Series(found, dtype=object)
    return Series(pd.array(found, dtype="Int64"))


def _keys(rows: DataFrame, people: PeopleList) -> list[tuple[str, ...]]:
    """Return what the groups of one row share, their state first."""
    parting = [rows[column.name].astype(object).tolist() for column in people.by]
    values = list(zip(*parting, strict=True)) if parting else [()] * len(rows)
    found = []
    for status, area, authority, reason, told, place, by in zip(
        rows["status"],
        rows["area_code"].fillna(""),
        rows["authority_code"].fillna(""),
        rows["reason_key"].fillna(""),
        rows["reason_values"],
        place_keys(rows, people.register),
        values,
        strict=True,
    ):
        apart = tuple("" if pd.isna(value) else str(value) for value in by)
        if status == "matched":
            found.append((status, area, authority, *apart))
        elif status == "ignored":
            found.append((status, reason, str(told)))
        elif status == "rejected":
            found.append((status, reason, str(told), place))
        else:
            found.append((status, place, *apart))
    return found
