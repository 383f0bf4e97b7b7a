"""Areas as polygons: read, identify, repair, simplify, hand to the browser; the hexagons."""
