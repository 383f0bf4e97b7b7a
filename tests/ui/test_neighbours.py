"""Who shares a border with whom, by the shared arcs of a topology."""

import gzip
import json
from pathlib import Path

from areamap.ui import home, neighbours


def test_who_shares_an_arc_is_a_neighbour_and_nobody_else() -> None:
    areas = [
        {"id": "190101", "type": "Polygon", "arcs": [[0, 1]]},
        {"id": "190102", "type": "MultiPolygon", "arcs": [[[~1, 2]], [[3]]]},
        {"id": "190103", "type": "Polygon", "arcs": [[~2, 4]]},
        {"id": "190104", "type": None},
    ]
    body = gzip.compress(json.dumps({"objects": {"areas": {"geometries": areas}}}).encode())
    assert neighbours.touching("a", body) == {
        "190101": {"190102"},
        "190102": {"190101", "190103"},
        "190103": {"190102"},
        "190104": frozenset(),
    }


def test_hexagons_have_at_most_six_and_each_is_mutual(sample_home: Path) -> None:
    found = neighbours.touching(*home.workspace().boundaries.topology("schematic"))
    assert len(found) == 7436
    assert max(len(around) for around in found.values()) == 6
    assert all(code in found[other] for code, around in found.items() for other in around)
