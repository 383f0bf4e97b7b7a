"""Commands for who looks after the database: check it, back it up, read its log."""

import json
from pathlib import Path

import click

from areamap.cli.options import command, lang, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t


@click.group()
@command
def database() -> None:
    """Look after the database: check it, back it up, read its log."""


@database.command()
@command
def check() -> None:
    """Look through the database: nothing damaged, nothing lost, everything adds up."""
    store = workspace().store
    store.check_integrity()
    publications, drafts = len(store.history()), len(store.drafts.every())
    click.echo(t("cli.database_whole", lang(), publications=publications, drafts=drafts))


@database.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@command
def backup(file: Path) -> None:
    """Write a copy of the database to FILE, while others work on."""
    workspace().store.back_up(file)
    click.echo(t("cli.database_backed_up", lang(), file=file))


@database.command()
@click.option("--limit", default=100, show_default=True, help="How many entries at the most.")
@click.option("--before", type=int, metavar="N", help="Only entries with smaller numbers.")
@format_option
@command
def log(limit: int, before: int | None, form: str) -> None:
    """List every write, newest first: who, when, what."""
    from pandas import DataFrame  # noqa: PLC0415 - pandas loads only when it is needed

    entries = [
        {
            "id": entry.id,
            "at": f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}",
            "by": entry.by,
            "action": t(f"audit.{entry.action}", lang()),
            "subject": entry.subject,
            "details": json.dumps(entry.details, ensure_ascii=False),
        }
        for entry in workspace().store.audit.entries(limit, before)
    ]
    columns = ["id", "at", "by", "action", "subject", "details"]
    show_frame(DataFrame(entries, columns=columns).set_index("id"), form)
