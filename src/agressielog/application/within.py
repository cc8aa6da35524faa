"""A logbook in the middle of a write, for use cases that together become one write."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from agressielog.application.ports.logbook import Reading, Writing
    from agressielog.application.ports.records import Deed


class Within:
    """`Store` on an open write: what is recorded or decided through it becomes part of that one."""

    def __init__(self, tx: Writing) -> None:
        self._tx = tx

    def reading(self) -> AbstractContextManager[Reading]:
        """Give the open write as a view."""
        return nullcontext(self._tx)

    def writing(self, deed: Deed, *, large: bool = False) -> AbstractContextManager[Writing]:  # noqa: ARG002 - the port's
        """Give the open write."""
        return nullcontext(self._tx)
