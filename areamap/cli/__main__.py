"""Lets `python -m areamap.cli` be the same command."""

from areamap.cli import main

main()
