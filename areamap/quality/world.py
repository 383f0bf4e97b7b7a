"""The one world, real or sample, that the checks look at; the two never mix."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from areamap.store import Publication

INPUTS: Final = ("authority", "population")
"""Registers that say nothing by themselves: a home that has no other real ones shows its sample."""


@dataclass(frozen=True, slots=True)
class World:
    """
    The publications of one world.

    Attributes
    ----------
    is_sample
        Whether they are made-up data.
    editions
        Every publication that is not cleared, by register, newest first; the first is in force.
    """

    is_sample: bool
    editions: dict[str, tuple[Publication, ...]]

    @property
    def in_force(self) -> dict[str, Publication]:
        """The publications in force, by register."""
        return {register: every[0] for register, every in self.editions.items()}

    @property
    def key(self) -> tuple[tuple[str, int], ...]:
        """Register and number of what is in force: nothing that is found depends on more."""
        return tuple(sorted((name, each.id) for name, each in self.in_force.items()))

    def first_of(self, publication: Publication) -> Publication:
        """Return the publication that the content of another first came with, before roll backs."""
        every = {each.id: each for each in self.editions[publication.register]}
        while (older := every.get(publication.rolled_back_from or 0)) is not None:
            publication = older
        return publication


def world(history: Sequence[Publication]) -> World:
    """
    Return the world that is looked at: the real one as soon as a real register is published.

    Parameters
    ----------
    history
        Every publication, newest first.
    """
    is_sample = not any(
        not each.is_sample and each.register not in INPUTS for each in history
    ) and any(each.is_sample and not each.is_cleared for each in history)
    editions: dict[str, list[Publication]] = {}
    ended = set()
    for each in history:
        if each.is_sample != is_sample:
            continue
        if each.is_cleared:
            # What was cleared last is in force no more, and nothing before it is.
            ended.add(each.register)
        elif each.register not in ended:
            editions.setdefault(each.register, []).append(each)
    return World(is_sample, {name: tuple(every) for name, every in editions.items()})
