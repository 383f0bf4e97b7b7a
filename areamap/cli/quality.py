"""Commands that answer whether it can be said in public: reconcile, quality."""

from typing import TYPE_CHECKING

import click

from areamap.cli.options import command, lang, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.i18n import Lang
    from areamap.workspace import Workspace

_within = click.option("--in", "within", metavar="AREA", help="Code or name of an area.")
_SHOWN = ["check", "severity", "register", "area_code", "place", "what", "rows", "note"]


@click.command()
@_within
@format_option
@command
def reconcile(within: str | None, form: str) -> None:
    """Hold every published figure against the registers, with what may make it differ."""
    opened = workspace()
    frame = opened.quality.reconciliation(within)
    _warn_of_sample(opened)
    _say_unrun(opened)
    if frame.empty:
        click.echo(t("quality.answer_no_figures", lang()), err=True)
    show_frame(_figures(frame, lang()), form)


@click.command()
@_within
@click.option(
    "--severity",
    type=click.Choice(["wrong", "doubt", "note"]),
    help="Only what is so bad.",
)
@click.option("--explained", is_flag=True, help="Also what somebody has explained.")
@format_option
@command
def quality(within: str | None, severity: str | None, form: str, *, explained: bool) -> None:
    """List what the checks over all registers find, worst first."""
    opened = workspace()
    frame = opened.quality.findings(within)
    if severity:
        frame = frame[frame["severity"] == severity]
    if not explained:
        frame = frame[frame["note"].isna()]
    _warn_of_sample(opened)
    _say_unrun(opened)
    show_frame(_findings(frame, lang()), form)


def _figures(frame: "DataFrame", language: "Lang") -> "DataFrame":
    from areamap.quality import words  # noqa: PLC0415 - pandas loads only when it is needed

    causes = [
        " · ".join(words.cause(each, unit, language) for each in found)
        for found, unit in zip(frame["causes"], frame["unit"], strict=True)
    ]
    return frame.drop(columns=["name_th", "name_en"]).assign(
        place=frame[f"name_{language}"],
        label=[words.indicator(name, language) for name in frame["indicator"]],
        said_on=frame["said_on"].astype("str"),
        as_of=frame["as_of"].astype("str"),
        causes=causes,
    )


def _findings(frame: "DataFrame", language: "Lang") -> "DataFrame":
    from areamap.quality import words  # noqa: PLC0415 - pandas loads only when it is needed

    said = [
        words.finding(what, values, language)
        for what, values in zip(frame["what"], frame["told"], strict=True)
    ]
    return frame.assign(what=said, place=frame[f"name_{language}"])[_SHOWN]


def _say_unrun(opened: "Workspace") -> None:
    """Say which checks could not run: silence would pass for a good answer."""
    from areamap.quality import words  # noqa: PLC0415 - pandas loads only when it is needed

    found = opened.quality.unrun()
    if found:
        checks = words.unrun(found, lang())
        click.echo(t("quality.answer_unrun", lang(), count=len(found), checks=checks), err=True)


def _warn_of_sample(opened: "Workspace") -> None:
    if opened.quality.world().is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
