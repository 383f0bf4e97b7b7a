"""Options that several commands share, given before or after the command's name."""

import datetime as dt
import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import click

from areamap import calendar, settings
from areamap.i18n import DEFAULT_LANG, LANGS, Lang
from areamap.places.levels import Level

if TYPE_CHECKING:
    from areamap.workspace import Workspace

_HOME = "areamap.home"
_LANG = "areamap.lang"

type_levels = click.Choice([str(level) for level in Level])


def _keep(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(context: click.Context, _: click.Parameter, value: object) -> None:
        if value is not None:
            context.meta[key] = value

    return callback


home_option = click.option(
    "--home",
    metavar="DIR",
    expose_value=False,
    callback=_keep(_HOME),
    help="Data home; else AREAMAP_HOME, else your own data folder.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGS),
    envvar="AREAMAP_LANG",
    expose_value=False,
    callback=_keep(_LANG),
    help="Language of sentences and names.",
)


class AsOf(click.ParamType[dt.date]):
    """A date in any form that offices write; years from 2400 on are Buddhist."""

    name = "DATE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Read the date, or refuse with what was wrong."""
        try:
            return calendar.read_date(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Year(click.ParamType[int]):
    """A fiscal year as people write it; years below 2400 are Christian."""

    name = "YEAR"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read the year, or refuse with what was wrong."""
        try:
            return calendar.read_year(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all share."""
    return home_option(lang_option(function))


def lang() -> Lang:
    """Return the language asked for."""
    return cast("Lang", click.get_current_context().meta.get(_LANG, DEFAULT_LANG))


def home() -> str | None:
    """Return the data home asked for, if any."""
    return cast("str | None", click.get_current_context().meta.get(_HOME))


def who() -> str:
    """Return what is written beside what is done here: the account on this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def workspace() -> "Workspace":
    """Open the data home asked for."""
    from areamap.workspace import Workspace  # noqa: PLC0415 - pandas loads only when it is needed

    return Workspace.open(settings.load(home()))
