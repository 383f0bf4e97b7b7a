"""Commands for where nobody is: gaps, and who is sent there: assign."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from areamap.cli.options import AsOf, command, lang, who, workspace
from areamap.cli.output import format_option, show_frame, write_csv
from areamap.i18n import t

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.assignment_lists import Returned
    from areamap.direction.gaps import Gaps
    from areamap.measures.basis import Basis
    from areamap.snapshot import Snapshot
    from areamap.store import Assignment
    from areamap.store.assignments import Place
    from areamap.workspace import Workspace

_RANKS: Final = {
    "people": "population",
    "vulnerable": "vulnerable",
    "neighbours": "neighbours_years",
}

_theme = click.option(
    "--theme",
    type=click.Choice(["council", "fund", "housing"]),
    default="council",
    show_default=True,
    help="What is lacking.",
)
_within = click.option("--in", "within", metavar="AREA", help="Code or name of an area.")
_basis = click.option(
    "--basis",
    type=click.Choice(["tambon", "authority"]),
    default="tambon",
    show_default=True,
    help="DOPA tambons or local authorities.",
)
_as_of = click.option("--as-of", type=AsOf(), help="The day it is true on; else today.")
_due = click.option("--due", type=AsOf(), help="The day by which.")
_note = click.option("--note", default=None, help="What else there is to say; nothing of persons.")
_step = click.option(
    "--step", type=click.Choice(["open", "visited", "done"]), help="How far it is."
)


@click.command()
@_theme
@_within
@_basis
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


@click.group()
def assign() -> None:
    """Send somebody to a gap, and see who was sent where."""


@assign.command("list")
@_theme
@_within
@_basis
@format_option
@command
def listed(theme: str, within: str | None, basis: str, form: str) -> None:
    """List who was sent where, and how each area stands by the register today."""
    from areamap.direction import assignments  # noqa: PLC0415 - as above

    opened = workspace()
    snapshot = _told(opened, theme, None)
    states = snapshot.states(basis, within)
    frame = assignments.frame(_kept(opened, snapshot, basis))
    frame = frame[frame.index.isin(states.index)]
    named = snapshot.labels(basis)["name_th"].reindex(frame.index)
    frame.insert(0, "name_th", named)
    frame.insert(1, "state", states["state"].reindex(frame.index))
    show_frame(frame.astype({"due_on": "str", "assigned_on": "str"}), form)


@assign.command()
@click.argument("area")
@click.argument("assigned_to")
@_theme
@_basis
@_due
@_note
@_step
@command
def to(
    area: str,
    assigned_to: str,
    theme: str,
    basis: str,
    due: dt.date | None,
    note: str | None,
    step: str | None,
) -> None:
    """Send a role, a unit or initials to the AREA of a gap; what is not given stays as it is."""
    from areamap.direction.assignments import Step, Told, wanted  # noqa: PLC0415 - as above
    from areamap.errors import PlaceError  # noqa: PLC0415 - as above
    from areamap.measures.coverage import GAP  # noqa: PLC0415 - as above

    opened = workspace()
    place, kept = _place(opened, area, theme, basis)
    state = _told(opened, theme, None).states(basis)["state"].get(place.area_code)
    if kept is None and state not in {str(each) for each in GAP}:
        raise PlaceError("gaps_not_a_gap", place=area)
    told = Told(
        assigned_to,
        due or (kept.due_on if kept else None),
        note if note is not None else kept.note if kept else "",
        Step(step or (kept.state if kept else Step.OPEN)),
    )
    opened.store.assignments.put([wanted(place, told, kept)], who())
    click.echo(t("gaps.assign_saved", lang()))


@assign.command("take-back")
@click.argument("area")
@_theme
@_basis
@command
def take_back(area: str, theme: str, basis: str) -> None:
    """Take an assignment back."""
    from areamap.errors import PlaceError  # noqa: PLC0415 - as above

    opened = workspace()
    place, kept = _place(opened, area, theme, basis)
    if kept is None:
        raise PlaceError("gaps_no_assignment", place=area)
    opened.store.assignments.take_back(place, who())
    click.echo(t("gaps.assign_taken_back", lang()))


@assign.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_theme
@_basis
@click.option("--take", is_flag=True, help="Take in what differs; else it is only shown.")
@command
def read(file: Path, theme: str, basis: str, *, take: bool) -> None:
    """Compare a list of `areamap gaps --format xlsx` that was filled in with what is kept."""
    from areamap.direction import assignment_lists  # noqa: PLC0415 - as above
    from areamap.measures.basis import Basis  # noqa: PLC0415 - as above
    from areamap.measures.coverage import GAP  # noqa: PLC0415 - as above
    from areamap.measures.states import Theme  # noqa: PLC0415 - as above

    opened = workspace()
    snapshot = _told(opened, theme, None)
    states = snapshot.states(basis)["state"]
    asked = assignment_lists.Asked(
        Theme(theme),
        Basis(basis),
        snapshot.is_sample,
        {str(code): str(state) for code, state in states.items()},
        frozenset(str(each) for each in GAP),
        _kept(opened, snapshot, basis),
    )
    received = opened.imports.receive(file.name, file.read_bytes())
    sheets = [sheet for each in received for sheet in each.sheets]
    returned = assignment_lists.compare(sheets, asked, file.name)
    _tell(returned)
    if take and returned.differences:
        opened.store.assignments.put([each.after for each in returned.differences], who())
        click.echo(t("gaps.back_taken", lang(), count=f"{len(returned.differences):,}"))


def _found(
    opened: "Workspace", theme: str, basis: str, within: str | None, as_of: dt.date | None
) -> "tuple[Snapshot, Gaps]":
    from areamap.direction import gaps as room  # noqa: PLC0415 - as above

    told = _told(opened, theme, as_of)
    snapshot = room.widened(told, opened.direction.publication)
    near = opened.boundaries.nearness()
    return snapshot, room.gaps(snapshot, room.around(snapshot), near, basis=basis, within=within)


def _told(opened: "Workspace", theme: str, as_of: dt.date | None) -> "Snapshot":
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
    kept = assignments.frame(_kept(opened, snapshot, basis))
    title = assignment_lists.mark(snapshot.theme, basis, language)
    return workbook.workbook(
        gap_lists.gap_table(found, ranked, kept, Wording(snapshot.theme, basis, language)),
        sheet=title,
        title=title,
        about=(*lists.about(snapshot, basis, language), t("gaps.about_back", language)),
    )


def _kept(opened: "Workspace", snapshot: "Snapshot", basis: str) -> "dict[str, Assignment]":
    return opened.store.assignments.every(snapshot.theme, basis, is_sample=snapshot.is_sample)


def _place(
    opened: "Workspace", area: str, theme: str, basis: str
) -> "tuple[Place, Assignment | None]":
    """Return what somebody is sent for, by a code of the basis or the name of a tambon."""
    from areamap.places import hierarchy  # noqa: PLC0415 - as above
    from areamap.store.assignments import Place  # noqa: PLC0415 - as above

    snapshot = opened.snapshot(theme)
    code = area
    if area not in snapshot.ground.areas(_basis_of(basis)):
        code = hierarchy.find_area(area, snapshot.groupings, snapshot.as_of).code
    kept = _kept(opened, snapshot, basis).get(code)
    return Place(theme, basis, code, snapshot.is_sample), kept


def _basis_of(basis: str) -> "Basis":
    from areamap.measures.basis import Basis  # noqa: PLC0415 - as above

    return Basis(basis)


def _tell(returned: "Returned") -> None:
    language = lang()
    for each in returned.refused:
        click.echo(f"{each.row} · {each.code} · {each.text(language)}", err=True)
    for difference in returned.differences:
        after = difference.after
        parts = (after.place.area_code, after.assigned_to, after.state, after.note)
        click.echo(" · ".join(part for part in parts if part))
    counts = {
        "changes": f"{len(returned.differences):,}",
        "same": f"{returned.same:,}",
        "blank": f"{returned.blank:,}",
        "refused": f"{len(returned.refused):,}",
    }
    click.echo(t("gaps.back_counts", language, **counts))
