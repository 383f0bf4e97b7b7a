import areamap.boundaries._gdal  # noqa: F401 - before any test module imports pyogrio
