"""The app's server in a process of its own: `python -m areamap.ui`."""

import gc

# While everything loads there is nothing to collect, and looking for it takes a quarter of a
# second; the server puts the collector to work again once it has warmed up.
gc.disable()

from areamap.ui.server import main  # noqa: E402 - what is said above

main()
