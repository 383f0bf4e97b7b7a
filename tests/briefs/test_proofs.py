"""Every figure of a document is found again in the terminal."""

from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from areamap import settings
from areamap.briefs.content import Content
from areamap.briefs.proven import Proof
from areamap.cli import areamap
from areamap.workspace import Workspace
from tests.briefs.conftest import Make

AREAS = ["19", "upper-central"]


Run = Callable[[tuple[str, ...]], pd.DataFrame]


@pytest.fixture(scope="module")
def run(filled_home: Path) -> Iterator[Run]:
    """Return what runs a command once; the home stays open, as reading it takes longest."""
    opened = Workspace.open(settings.load(filled_home))

    @cache
    def printed(command: tuple[str, ...]) -> pd.DataFrame:
        words = [*command, "--format", "csv", "--home", str(filled_home)]
        shown = CliRunner().invoke(areamap, words)
        assert shown.exit_code == 0, shown.output
        return pd.read_csv(StringIO(shown.stdout), dtype=str, keep_default_na=False)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workspace, "open", lambda _=None: opened)
        yield printed


def found(proof: Proof, lines: pd.DataFrame) -> float:
    wanted: dict[str, set[str]] = {}
    for column, value in proof.where:
        wanted.setdefault(column, set()).add(value)
    for column, values in wanted.items():
        lines = lines[lines[column].isin(values)]
    if not proof.column:
        return float(len(lines))
    return float(pd.to_numeric(lines[proof.column]).sum())


def figures(content: Content) -> "list[tuple[str, float, Proof]]":
    return [
        (said.text, figure.value, figure.proof)
        for chapter in content.chapters
        for said in chapter.said
        for figure in said.figures
    ]


@pytest.mark.parametrize("area", AREAS)
def test_every_figure_of_a_sentence_is_found_again(area: str, make: Make, run: Run) -> None:
    told = figures(make(area)[0])
    assert len(told) > 20
    for text, value, proof in told:
        assert found(proof, run(proof.command)) == pytest.approx(value, rel=1e-9), (
            f"{text}\n{proof.line}"
        )
    commands = {proof.command[0] for _, _, proof in told}
    assert {"coverage", "budget", "gaps"} <= commands


@pytest.mark.parametrize("area", AREAS)
def test_every_number_of_a_table_is_found_again(area: str, make: Make, run: Run) -> None:
    seen = 0
    for chapter in make(area)[0].chapters:
        for table in chapter.tables:
            assert table.proof is not None, table.title
            lines = run(table.proof.command)
            assert len(lines) == len(table.frame), table.proof.line
            for column in table.columns:
                if column.cell not in {"count", "baht", "percent", "ratio", "year"}:
                    continue
                if not column.told:
                    continue
                own = pd.to_numeric(table.frame[column.name]).astype("float64")
                theirs = pd.to_numeric(lines[column.told]).astype("float64")
                own, theirs = own.sort_values(), theirs.sort_values()
                pd.testing.assert_series_equal(
                    own, theirs, check_names=False, check_index=False, obj=table.title
                )
                seen += len(own)
    assert seen > 100
