"""The scripts of the layer, by node's own test runner."""

import shutil
import subprocess
from pathlib import Path

import pytest


def test_the_parts_without_a_browser() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine; the browser tests still drive the scripts")
    scripts = sorted(Path(__file__).with_name("script").glob("*.test.cjs"))
    assert scripts
    done = subprocess.run(
        [node, "--test", *map(str, scripts)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
