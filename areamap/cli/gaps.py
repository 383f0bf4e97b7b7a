"""Command for where nobody is: gaps."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from areamap.cli.options import AsOf, command, lang, workspace
from areamap.cli.output import show_frame, write_csv
from areamap.i18n import t

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.gaps import Gaps
    from areamap.snapshot import Snapshot
    from areamap.store import Assignment
    from areamap.workspace import Workspace

_RANKS: Final = {
    "people": "population",
    "vulnerable": "vulnerable",
    "neighbours": "neighbours_years",
}

theme_option = click.option(
    "--theme",
    type=click.Choice(["council", "fund", "housing"]),
    default="council",
    show_default=True,
    help="What is lacking.",
)
within_option = click.option("--in", "within", metavar="AREA", help="Code or name of an area.")
basis_option = click.option(
    "--basis",
    type=click.Choice(["tambon", "authority"]),
    default="tambon",
    show_default=True,
    help="DOPA tambons or local authorities.",
)
_as_of = click.option("--as-of", type=AsOf(), help="The day it is true on; else today.")


@click.command()
@theme_option
@within_option
@basis_option
@_as_of
@click.option(
    "--rank",
    type=click.Choice(list(_RANKS)),
    default="people",
    show_default=True,
    help="What comes first: most people, vulnerable households, or years of the neighbours.",
)
@click.option(
    "--mentors", is_flag=True, help="Name the nearest strong councils and the local authorities."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "xlsx"]),
    default="table",
    show_default=True,
)
@click.option("-o", "output", type=click.Path(path_type=Path), metavar="FILE")
@command
def gaps(
    theme: str,
    within: str | None,
    basis: str,
    as_of: dt.date | None,
    rank: str,
    form: str,
    output: Path | None,
    *,
    mentors: bool,
) -> None:
    """List the areas that nobody has reached: who lives there, and who near them can help."""
    from areamap.measures.gaps import Rank  # noqa: PLC0415 - pandas loads only when it is needed

    if form == "xlsx" and output is None:
        raise click.UsageError(t("cli.xlsx_needs_file", lang()))
    opened = workspace()
    snapshot, found = _found(opened, theme, basis, within, as_of)
    ranked = found.ranked(Rank(_RANKS[rank]))
    if form == "xlsx" and output is not None:
        output.write_bytes(_workbook(opened, snapshot, found, ranked, basis))
        return
    frame = _with_names(found, ranked) if mentors else ranked
    if output is not None:
        write_csv(frame, output)
    else:
        show_frame(frame, form)


def _found(
    opened: "Workspace", theme: str, basis: str, within: str | None, as_of: dt.date | None
) -> "tuple[Snapshot, Gaps]":
    from areamap.direction import gaps as room  # noqa: PLC0415 - as above

    plain = told(opened, theme, as_of)
    snapshot = room.widened(plain, opened.direction.publication)
    near = opened.boundaries.nearness()
    return snapshot, room.gaps(snapshot, room.around(snapshot), near, basis=basis, within=within)


def told(opened: "Workspace", theme: str, as_of: dt.date | None) -> "Snapshot":
    """Return a theme on a day, today where not given; that it is sample data is said."""
    snapshot = opened.snapshot(theme, as_of=as_of)
    if snapshot.is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
    return snapshot


def _with_names(found: "Gaps", ranked: "DataFrame") -> "DataFrame":
    """Return gaps with the councils that can help and the authorities to talk to, as texts."""
    from areamap.briefs import gap_lists  # noqa: PLC0415 - as above
    from areamap.briefs.sentences.gaps import counterpart  # noqa: PLC0415 - as above

    language = lang()
    near = found.mentors.groupby("area_code", sort=False)
    helps = {
        code: gap_lists.mentors_short(rows.to_dict("records"), language) for code, rows in near
    }
    whom = found.counterparts.groupby("area_code", sort=False)
    talks = {code: counterpart(rows.to_dict("records"), language) for code, rows in whom}
    codes = ranked.index.to_series()
    return ranked.assign(mentors=codes.map(helps), counterparts=codes.map(talks))


def _workbook(
    opened: "Workspace", snapshot: "Snapshot", found: "Gaps", ranked: "DataFrame", basis: str
) -> bytes:
    """Return the list as the page gives it out, to be filled in and read again."""
    from areamap.briefs import gap_lists, lists, workbook  # noqa: PLC0415 - as above
    from areamap.briefs.sentences.gaps import Wording  # noqa: PLC0415 - as above
    from areamap.direction import assignment_lists, assignments  # noqa: PLC0415 - as above

    language = lang()
    kept = assignments.frame(kept_of(opened, snapshot, basis))
    title = assignment_lists.mark(snapshot.theme, basis, language)
    return workbook.workbook(
        gap_lists.gap_table(found, ranked, kept, Wording(snapshot.theme, basis, language)),
        sheet=title,
        title=title,
        about=(*lists.about(snapshot, basis, language), t("gaps.about_back", language)),
    )


def kept_of(opened: "Workspace", snapshot: "Snapshot", basis: str) -> "dict[str, Assignment]":
    """Return who was sent where in the world of a snapshot, by code of the area."""
    return opened.store.assignments.every(snapshot.theme, basis, is_sample=snapshot.is_sample)
