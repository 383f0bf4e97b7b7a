"""Commands for who is sent to a gap: assign."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from areamap.cli.gaps import basis_option, kept_of, theme_option, told, within_option
from areamap.cli.options import AsOf, command, lang, who, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.direction.assignment_lists import Returned
    from areamap.measures.basis import Basis
    from areamap.store import Assignment
    from areamap.store.assignments import Place
    from areamap.workspace import Workspace

_due = click.option("--due", type=AsOf(), help="The day by which.")
_note = click.option("--note", default=None, help="What else there is to say; nothing of persons.")
_step = click.option(
    "--step", type=click.Choice(["open", "visited", "done"]), help="How far it is."
)


@click.group()
def assign() -> None:
    """Send somebody to a gap, and see who was sent where."""


@assign.command("list")
@theme_option
@within_option
@basis_option
@format_option
@command
def listed(theme: str, within: str | None, basis: str, form: str) -> None:
    """List who was sent where, and how each area stands by the register today."""
    from areamap.direction import assignments  # noqa: PLC0415 - as above

    opened = workspace()
    snapshot = told(opened, theme, None)
    states = snapshot.states(basis, within)
    frame = assignments.frame(kept_of(opened, snapshot, basis))
    frame = frame[frame.index.isin(states.index)]
    named = snapshot.labels(basis)["name_th"].reindex(frame.index)
    frame.insert(0, "name_th", named)
    frame.insert(1, "state", states["state"].reindex(frame.index))
    show_frame(frame.astype({"due_on": "str", "assigned_on": "str"}), form)


@assign.command()
@click.argument("area")
@click.argument("assigned_to")
@theme_option
@basis_option
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
    state = told(opened, theme, None).states(basis)["state"].get(place.area_code)
    if kept is None and state not in {str(each) for each in GAP}:
        raise PlaceError("gaps_not_a_gap", place=area)
    wished = Told(
        assigned_to,
        due or (kept.due_on if kept else None),
        note if note is not None else kept.note if kept else "",
        Step(step or (kept.state if kept else Step.OPEN)),
    )
    opened.store.assignments.put([wanted(place, wished, kept)], who())
    click.echo(t("gaps.assign_saved", lang()))


@assign.command("take-back")
@click.argument("area")
@theme_option
@basis_option
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
@theme_option
@basis_option
@click.option("--take", is_flag=True, help="Take in what differs; else it is only shown.")
@command
def read(file: Path, theme: str, basis: str, *, take: bool) -> None:
    """Compare a list of `areamap gaps --format xlsx` that was filled in with what is kept."""
    from areamap.direction import assignment_lists  # noqa: PLC0415 - as above
    from areamap.measures.basis import Basis  # noqa: PLC0415 - as above
    from areamap.measures.coverage import GAP  # noqa: PLC0415 - as above
    from areamap.measures.states import Theme  # noqa: PLC0415 - as above

    opened = workspace()
    snapshot = told(opened, theme, None)
    states = snapshot.states(basis)["state"]
    asked = assignment_lists.Asked(
        Theme(theme),
        Basis(basis),
        snapshot.is_sample,
        {str(code): str(state) for code, state in states.items()},
        frozenset(str(each) for each in GAP),
        kept_of(opened, snapshot, basis),
    )
    received = opened.imports.receive(file.name, file.read_bytes())
    sheets = [sheet for each in received for sheet in each.sheets]
    returned = assignment_lists.compare(sheets, asked, file.name)
    _tell(returned)
    if take and returned.differences:
        opened.store.assignments.put([each.after for each in returned.differences], who())
        click.echo(t("gaps.back_taken", lang(), count=f"{len(returned.differences):,}"))


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
    kept = kept_of(opened, snapshot, basis).get(code)
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
