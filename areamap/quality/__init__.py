"""
What can be said in public: the registers against one another, against what was said, against time.

The room stands on the store and the measures; it is reached as `Workspace.quality`.
"""

from areamap.quality.room import Quality
from areamap.quality.world import World

__all__ = ["Quality", "World"]
