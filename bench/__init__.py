"""What the map costs on this machine, beside the usual way, in one run: `python -m bench`."""
