"""Gazetteer, retired codes, groupings of areas, and matching of names."""
