"""The deck's script by node's own test runner, and its rule for the size of letters."""

import shutil
import subprocess
from pathlib import Path

import pytest

from areamap.draw import deck
from areamap.draw.files import FILES


def test_the_parts_without_a_browser() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine; the browser tests still drive the scripts")
    scripts = sorted(Path(__file__).parent.glob("*.test.cjs"))
    assert scripts
    done = subprocess.run(
        [node, "--test", *map(str, scripts)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_script_is_served() -> None:
    served = {name for name in FILES if name.startswith("deck/") and name.endswith(".js")}
    assert served == {f"deck/{name}.js" for name in (*deck.SCRIPTS, "component")}


def test_capitals_are_a_two_hundredth_of_the_hall() -> None:
    # 12 m deep, a picture of 2 m: capitals of 6 cm, which are 0.7 of the font.
    picture, hall = 2.0, 12.0
    assert hall == deck.DEPTH * picture
    assert deck.CAPITAL / 100 * picture == pytest.approx(hall / 200)
    assert pytest.approx(0.06 / 0.7) == deck.LEAST / 100 * picture
