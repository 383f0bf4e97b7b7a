"""Every measure that has a formula is told on the About page, with a case that is right."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest

from areamap.measures.formulas import Formula, formulas
from areamap.ui.shell import PAGES

FOLDER = Path(__file__).parents[2] / "areamap" / "measures"
NO_FIGURE = {
    # The mistake of the old dashboard, kept to be told apart from coverage.
    "measures.coverage.share_of_total_pct"
}
QUIET_PAGES = {"imports", "history", "about", "manual"}
"""Pages on which no measure is shown."""


def _with_formula() -> set[str]:
    """Return the public functions whose docstring gives a formula."""
    found = set()
    for path in FOLDER.glob("[!_]*.py"):
        for each in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"):
                told = ast.get_docstring(each) or ""
                if "Formula:" in told or "Formulas" in told:
                    found.add(f"measures.{path.stem}.{each.name}")
    return found


def test_every_function_with_a_formula_is_told() -> None:
    told = {name for each in formulas() for name in each.functions}
    assert _with_formula() - NO_FIGURE - told == set()


def test_every_page_with_figures_has_its_formulas() -> None:
    told = {page for each in formulas() for page in each.pages}
    assert set(PAGES) - QUIET_PAGES - told == set()
    assert told <= set(PAGES) | {"gaps", "plans", "work_lines"}


@pytest.mark.parametrize("each", formulas(), ids=lambda each: each.id)
def test_the_functions_are_there_and_the_sum_is_right(each: Formula) -> None:
    for name in each.functions:
        module, _, function = name.rpartition(".")
        assert inspect.isfunction(getattr(importlib.import_module(f"areamap.{module}"), function))
    builtins = {"sorted": sorted, "abs": abs, "max": max}
    found = eval(each.worked, {"__builtins__": builtins})  # noqa: S307 - our own arithmetic
    digits = len(each.result.partition(".")[2])
    assert f"{found:.{digits}f}" == each.result
    assert all(each.result in example for example in each.examples.values())
