"""Serve `bench/map_app.py` as the product serves its pages: `python -m bench.map_server`."""

import gc

gc.disable()  # as areamap/ui/__main__.py does

import argparse  # noqa: E402 - what is said above
from pathlib import Path  # noqa: E402 - as above

from areamap.ui import server  # noqa: E402 - as above


def main() -> None:
    """Serve as the command line asks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    told = parser.parse_args()
    server.serve(told.home, port=told.port, script=Path(__file__).with_name("map_app.py"))


if __name__ == "__main__":
    main()
