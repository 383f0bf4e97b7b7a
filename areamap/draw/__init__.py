"""Frames to pictures: the area layer, charts, classes, colours, legends."""
