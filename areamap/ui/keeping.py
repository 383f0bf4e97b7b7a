"""
What was worked out for a question, kept for whoever asks it again.

Streamlit's own caches work a hash out of every part of a question at every ask, and unpickle a
frame each time: a few dozen of both are most of what a page's run costs. Here a question is a key
of Python's own, and what was found is handed out as it is.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock, RLock
from typing import Any, Final, Generic, ParamSpec, TypeVar, cast

from pandas import DataFrame, Series

P = ParamSpec("P")
T = TypeVar("T")

_NOTHING: Final = object()


class Keeping(Generic[T]):
    """
    Answers by their questions, those asked last; it may be shared between threads.

    Parameters
    ----------
    most
        How many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = Lock()

    def get(self, question: Hashable, make: Callable[[], T]) -> T:
        """
        Return the answer to a question, made where it is not kept.

        Who asks while another makes it waits for her. What fails is not kept.

        Parameters
        ----------
        question
            All that the answer depends on.
        make
            Makes the answer.

        Returns
        -------
        T
            The answer. It is shared and must not be changed; only a frame may be, as it is handed
            out as a copy of its own, which takes its values along once somebody writes in it.
        """
        with self._lock:
            slot = self._slots.setdefault(question, _Slot())
            self._slots.move_to_end(question)
            if len(self._slots) > self._most:
                self._slots.popitem(last=False)
        if slot.answer is _NOTHING:
            with slot.lock:
                if slot.answer is _NOTHING:
                    slot.answer = make()
        answer = slot.answer
        if isinstance(answer, DataFrame | Series):
            answer = answer.copy(deep=False)
        return cast("T", answer)


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """
    Let a function answer from what it answered before, by its arguments.

    Parameters
    ----------
    most
        How many answers are kept; see `Keeping`.
    """

    def keep(make: Callable[P, T]) -> Callable[P, T]:
        keeping = Keeping[T](most)

        @wraps(make)
        def answer(*args: P.args, **kwargs: P.kwargs) -> T:
            question = (args, tuple(sorted(kwargs.items())))
            return keeping.get(question, lambda: make(*args, **kwargs))

        return answer

    return keep


class _Slot:
    """Where an answer stands, and the lock of who makes it."""

    __slots__ = ("answer", "lock")

    def __init__(self) -> None:
        self.answer: Any = _NOTHING
        self.lock = RLock()
