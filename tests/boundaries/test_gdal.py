"""GDAL runs three drivers, and no file makes it run another."""

import os
import subprocess
import sys

import pytest

from areamap.boundaries._gdal import ALLOWED, UNREADABLE, pyogrio

VRT = """<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{path}</SrcDataSource>
</OGRVRTLayer></OGRVRTDataSource>"""


def test_only_the_allowed_drivers_are_there():
    assert set(pyogrio.list_drivers()) <= ALLOWED


@pytest.mark.parametrize("name", ["x.shp", "x.geojson", "x.vrt", "x.json"])
def test_a_vrt_is_opened_under_no_name(tmp_path, name):
    secret = tmp_path / "secret.geojson"
    secret.write_text('{"type":"FeatureCollection","features":[]}')
    (tmp_path / name).write_text(VRT.format(path=secret))
    with pytest.raises(UNREADABLE):
        pyogrio.read_info(tmp_path / name)


def test_it_refuses_to_run_where_gdal_was_loaded_before():
    code = "import pyogrio\nimport areamap.boundaries._gdal"
    clean = {key: value for key, value in os.environ.items() if key != "GDAL_SKIP"}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=clean
    )
    assert run.returncode != 0
    assert "drivers that are not allowed" in run.stderr
