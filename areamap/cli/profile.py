"""Command that tells everything that is known about one tambon: profile."""

from typing import TYPE_CHECKING, Any

import click

from areamap.cli.options import command, lang, workspace
from areamap.cli.output import show_json
from areamap.errors import PlaceError
from areamap.i18n import t

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.direction.profile import Profile
    from areamap.i18n import Lang
    from areamap.workspace import Workspace


@click.command()
@click.argument("tambon")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Sentences, or everything behind them.",
)
@command
def profile(tambon: str, form: str) -> None:
    """Tell everything that is known about a TAMBON, by its code or its name with the province."""
    # pandas loads only when it is needed
    from areamap.briefs.sentences import place  # noqa: PLC0415

    opened, language = workspace(), lang()
    found = opened.direction.profile(_code(tambon, opened))
    if found.is_sample:
        click.echo(t("cli.sample_warning", language), err=True)
    said = place.said(found, language)
    if form == "json":
        show_json(_everything(found, said))
        return
    lines = [place.answer(found, language), place.as_of(found, language)]
    for section, sentences in said.items():
        lines += [
            "",
            t(f"tambon.section_{section}", language),
            *(f"  {each}" for each in sentences),
        ]
    lines += ["", t("tambon.sources", language), *_sources(found, language)]
    click.echo("\n".join(_plain(line) for line in lines))


def _code(tambon: str, opened: "Workspace") -> str:
    from datetime import date  # noqa: PLC0415 - as in `profile`

    from areamap.places import hierarchy, search  # noqa: PLC0415
    from areamap.places.levels import Level  # noqa: PLC0415

    if tambon.isascii() and tambon.isdecimal():
        return tambon
    today = date.today()  # noqa: DTZ011 - the day where she is
    if len(tambon.split()) > 1:
        found = search.search(tambon, levels=(Level.TAMBON,))
        if len(found) > 1:
            raise PlaceError("places_ambiguous_area", text=tambon, codes=", ".join(found))
        if found:
            return found[0]
    return hierarchy.find_area(tambon, opened.groupings.all, today).code


def _sources(found: "Profile", language: "Lang") -> list[str]:
    from areamap.briefs.sentences import sources  # noqa: PLC0415 - as in `profile`

    return [f"  {name} · {told}" for name, told in sources.told(found, language)]


def _everything(found: "Profile", said: dict[str, list[str]]) -> dict[str, Any]:
    records = {
        register: rows.drop(columns=["suggested_codes", "reason_values"], errors="ignore")
        for register, rows in found.records.items()
    }
    return {
        "area_code": found.code,
        "as_of": found.as_of,
        "is_sample": found.is_sample,
        "path": [{"area_code": each.code, "name_th": each.name_th} for each in found.path],
        "states": _rows(found.states),
        "authorities": None if found.authorities is None else _rows(found.authorities),
        "people": _values(found.people.to_dict()),
        "funds": _rows(found.funds),
        "money": _rows(found.money, index=False),
        "work_lines": _values(found.work_lines.to_dict()),
        "retired": _rows(found.retired),
        "sources": _rows(found.sources),
        "records": {name: _rows(rows, index=False) for name, rows in records.items()},
        "sentences": said,
    }


def _rows(frame: "DataFrame", *, index: bool = True) -> list[dict[str, Any]]:
    told = frame.reset_index() if index else frame
    return [_values(row) for row in told.to_dict("records")]


def _values(row: dict[Any, Any]) -> dict[str, Any]:
    """Return values as JSON holds them, missing as null."""
    import pandas as pd  # noqa: PLC0415 - as in `profile`

    def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
        if isinstance(value, tuple):
            return list(value)
        return None if pd.isna(value) else getattr(value, "item", lambda: value)()

    return {str(name): plain(value) for name, value in row.items()}


def _plain(line: str) -> str:
    # No control signs on a terminal: what stands in a cell comes from a file.
    return "".join(sign for sign in line if sign.isprintable())
