"""
What was published, by whom and when, in one database of the data home.

A publication is immutable and lands in one transaction. `Store` is the door; what hangs on it by
name (`drafts`, `aliases`, `mappings`, `explanations`, `assignments`, `talks`, `audit`) has a module
each, the values that go in and come out are in `publications`, `drafts` and `boundary_sets`, the
tables in `tables` and `talk_tables`.
"""

from areamap.store.aliases import Alias
from areamap.store.assignments import Assignment, Wanted
from areamap.store.audit import Action, AuditEntry
from areamap.store.boundary_sets import BoundarySet
from areamap.store.drafts import ActionOnRow, Decision, KeptDraft
from areamap.store.explanations import Explanation
from areamap.store.publications import (
    UNCHECKED,
    Kind,
    Publication,
    PublishConflict,
    Submission,
    Trace,
    Unchecked,
)
from areamap.store.store import Store

__all__ = [
    "UNCHECKED",
    "Action",
    "ActionOnRow",
    "Alias",
    "Assignment",
    "AuditEntry",
    "BoundarySet",
    "Decision",
    "Explanation",
    "KeptDraft",
    "Kind",
    "Publication",
    "PublishConflict",
    "Store",
    "Submission",
    "Trace",
    "Unchecked",
    "Wanted",
]
