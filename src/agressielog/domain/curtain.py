"""What goes from view of a caller who asked for it (AVG art. 18): one rule for every screen and document.

What is told of calls, of the reasons of decisions and of promises goes; the status, the measure with its dates,
whom it holds for and how the caller still reaches us stay, since whoever answers the telephone goes by them.
Names and numbers stay too, or nobody would know whose status it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agressielog.domain.value import value

if TYPE_CHECKING:
    from agressielog.domain.decision import Decision
    from agressielog.domain.identity import CallerId
    from agressielog.domain.incident import Incident, Promise
    from agressielog.domain.promise import PromiseRecord

#: What stands where details would.
HIDDEN = "(beperkt op verzoek)"
#: What stands for an advice that was given, as JSON.
_NO_ADVICE = "null"


@value
class Curtain:
    """Whose details are out of view: everybody who is one person with who asked."""

    callers: frozenset[CallerId] = frozenset()

    def hides(self, caller: CallerId | None) -> bool:
        """Tell whether the details of a caller are out of view."""
        return caller in self.callers

    def over_incident(self, incident: Incident) -> Incident:
        """Return an incident as it may be seen: hidden, it has no kinds."""
        if not self.hides(incident.caller):
            return incident
        return replace(
            incident,
            kinds=(),
            account="",
            quote=None,
            subject=None,
            refused=None,
            helped=None,
            apologised_on=None,
            name_told=None,
            customer_number_told=None,
            number_typed=None,
            promises=tuple(_over(promise) for promise in incident.promises),
        )

    def over_decision(self, decision: Decision) -> Decision:
        """Return a decision as it may be seen; the document of a hidden advice is `null`."""
        if not self.hides(decision.caller):
            return decision
        objection, held, ended = decision.objection, decision.review, decision.ended
        return replace(
            decision,
            reason=HIDDEN,
            not_heard=_hidden(decision.not_heard),
            deviation=_hidden(decision.deviation),
            advice=replace(decision.advice, document=_NO_ADVICE),
            objection=replace(objection, reason=_hidden(objection.reason)) if objection else None,
            review=replace(held, reason=HIDDEN) if held is not None else None,
            ended=replace(ended, reason=HIDDEN) if ended is not None else None,
        )

    def over_promise(self, record: PromiseRecord) -> PromiseRecord:
        """Return a promise as it may be seen: that there is one, by when and whose it is, and not what."""
        return replace(record, promise=_over(record.promise)) if self.hides(record.caller) else record


def _over(promise: Promise) -> Promise:
    return replace(promise, what=HIDDEN)


def _hidden(text: str | None) -> str | None:
    return HIDDEN if text is not None else None
