"""What the use cases ask of a logbook about calls that went well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.domain.good_call import GoodCall
    from agressielog.domain.identity import CallerId


class GoodCallReading(Protocol):
    """Good calls."""

    def good_calls(self, caller: CallerId) -> Sequence[GoodCall]:
        """Return the good calls under the measures about one caller, oldest first."""
        ...


class GoodCallWriting(Protocol):
    """Noting good calls."""

    def add_good_call(self, call: GoodCall) -> None:
        """Keep a good call; raises `MeasureNotFound`."""
        ...
