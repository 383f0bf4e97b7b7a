"""The schematic map for the browser, computed once for a data home and read without geopandas."""

import gzip
from hashlib import sha256
from pathlib import Path

from areamap import settings


def topology(cache: Path) -> bytes:
    """
    Return the hexagons of all tambons as they are sent.

    Parameters
    ----------
    cache
        Folder where they are kept from one start to the next.

    Returns
    -------
    bytes
        What `packing.packed` gives, gzipped.
    """
    layout = settings.geodata() / "schematic" / "layout.csv"
    digest = sha256(layout.read_bytes()).hexdigest()[:20]
    kept = cache / f"schematic-{digest}-packed.json.gz"
    if kept.is_file():
        return kept.read_bytes()
    # Half a second to load, and seldom needed.
    from areamap.boundaries import packing, schematic, topology  # noqa: PLC0415

    packed = packing.packed(topology.topojson(schematic.polygons()))
    body = gzip.compress(topology.as_json(packed), mtime=0)
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(".part")
    fresh.write_bytes(body)
    fresh.replace(kept)
    return body
