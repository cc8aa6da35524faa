"""Until when a victim can file the complaint without which some behaviour cannot be prosecuted."""

from datetime import date
from typing import Final

from agressielog.domain.incident import IncidentFacts
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.span import Span

#: Offences that are only prosecuted on a complaint: insult (art. 269 Sr) and stalking (art. 285b lid 2 Sr).
COMPLAINT_KINDS: Final = frozenset({KindCode("belediging"), KindCode("belaging")})
#: Art. 66 lid 1 Sr: for three months after the day on which the victim learnt of it; a policy may say less.
COMPLAINT_TERM: Final = Span.parse("3 maanden")


def complaint_until(incident: IncidentFacts, policy: Policy) -> date | None:
    """Return the last local day for a complaint; None where prosecution needs none.

    On the telephone the victim learns of it as it happens. With stalking the term runs from the last call
    (Arnhem 16 March 2010, BM0952); from each call is the safe side of that.
    """
    if COMPLAINT_KINDS.isdisjoint(incident.kinds):
        return None
    term = policy.terms.police_complaint if policy.terms is not None else None
    return (term or COMPLAINT_TERM).after(local_day(incident.at))
