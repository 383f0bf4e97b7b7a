"""
What a director asks before a meeting, one module per question; reached as `Workspace.direction`.

The room stands on snapshots and measures; nothing of what it answers is stored.
"""

from areamap.direction.room import Direction

__all__ = ["Direction"]
