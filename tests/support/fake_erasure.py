"""The logbook in memory forgets nobody: what erasing leaves behind is a matter of files, and tested on one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from agressielog.domain.erasure import Doomed, Erased, Erasure
from agressielog.domain.figures import Figures
from agressielog.domain.follow_up import FollowUp
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.period import Period


class FakeErasureReading:
    """`ErasureReading` of a logbook from which nothing was erased."""

    def everybody_in(self, caller: CallerId) -> frozenset[CallerId]:
        raise NotImplementedError

    def foreseen(self, doomed: Doomed) -> Mapping[str, int]:
        raise NotImplementedError

    def doomed_incidents(self, doomed: Doomed) -> Sequence[IncidentId]:
        raise NotImplementedError

    def private_subjects(self) -> frozenset[str]:
        raise NotImplementedError

    def erased(self) -> frozenset[str]:
        return frozenset()

    def returned(self, _identities: frozenset[str]) -> Doomed:
        return Doomed()

    def unfinished_erasures(self) -> int:
        return 0

    def frozen_follow_up(self, _period: Period) -> FollowUp | None:
        return None

    def last_written(self) -> datetime | None:
        raise NotImplementedError

    def erase(self, doomed: Doomed) -> Erased:
        raise NotImplementedError

    def note_erasure(self, erasure: Erasure, identities: Iterable[str]) -> None:
        raise NotImplementedError

    def note_cleaned(self) -> None:
        raise NotImplementedError

    def freeze(self, period: Period, lost: Figures, follow_up: FollowUp | None = None) -> None:
        raise NotImplementedError
