"""Commands on what a publication replaces and changes, and on files in work."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

from areamap.cli.options import command, lang, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.store import Publication

_MODES: Final = ("all", "provinces", "add")
_CHANGES: Final = ("added", "changed", "gone")


@dataclass(frozen=True, slots=True)
class How:
    """How a file is published: what it replaces, why, and what may be."""

    mode: str
    note: str
    leave_open: bool
    confirm_shrink: bool

    def told(self) -> dict[str, Any]:
        """Return it as `Workspace.publish` takes it."""
        return {name: getattr(self, name) for name in self.__slots__}


def publish_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how a file is published, handed to it as `how`."""

    @functools.wraps(function)
    def publish(
        *, mode: str, note: str, leave_open: bool, confirm_shrink: bool, **others: object
    ) -> None:
        function(how=How(mode, note, leave_open, confirm_shrink), **others)

    for option in (
        click.option(
            "--confirm-shrink",
            is_flag=True,
            help="Publish although the register becomes smaller by more than a fifth.",
        ),
        click.option(
            "--leave-open",
            is_flag=True,
            help="Publish although rows need a decision; they stay in the queue.",
        ),
        click.option(
            "--mode",
            type=click.Choice(_MODES),
            default="all",
            show_default=True,
            help="What the file replaces: all, the provinces that it has, or (add) nothing.",
        ),
        click.option(
            "--note",
            default="",
            help="Why; kept in the history, needed where a closed fiscal year changes.",
        ),
    ):
        publish = option(publish)
    return publish


def show_published(publication: "Publication") -> None:
    """Say which number a publication has, and what it changed."""
    click.echo(t("cli.published", lang(), publication=publication.id))
    changed = publication.details.get("changes", {})
    counts = {name: changed.get(name, 0) for name in _CHANGES}
    click.echo(t("cli.changed", lang(), **counts), err=True)


@click.command()
@format_option
@command
def drafts(form: str) -> None:
    """List the files in work, newest first."""
    from pandas import DataFrame  # noqa: PLC0415 - it loads only when it is needed

    found = [
        {
            "draft": kept.id,
            "register": kept.register,
            "file_name": kept.file_name,
            "source": kept.source,
            "changed_at": f"{kept.changed_at.astimezone():%Y-%m-%d %H:%M:%S}",
            "changed_by": kept.changed_by,
            "created_by": kept.created_by,
        }
        for kept in workspace().store.drafts.every()
    ]
    columns = ["draft", "register", "file_name", "source", "changed_at", "changed_by", "created_by"]
    show_frame(DataFrame(found, columns=columns).set_index("draft"), form)


@click.command()
@click.argument("before", type=int)
@click.argument("after", type=int)
@click.option("--by-province", is_flag=True, help="Counts and baht by province instead of rows.")
@format_option
@command
def differences(before: int, after: int, form: str, *, by_province: bool) -> None:
    """Show what differs between two publications of a register."""
    found = workspace().imports.differences(before, after)
    show_frame(_sums(found.by_province) if by_province else _rows(found.rows), form)


def _rows(rows: "DataFrame") -> "DataFrame":
    amounts = {name: rows[name].astype("float64") for name in ("amount_before", "amount_after")}
    told = rows.assign(columns=[" ".join(names) for names in rows["columns"]], **amounts)
    return told.drop(columns="province_code").set_index("change")


def _sums(provinces: "DataFrame") -> "DataFrame":
    amounts = {name: provinces[name].astype("float64") for name in ("baht_before", "baht_after")}
    return provinces.assign(**amounts)
