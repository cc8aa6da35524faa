"""`advise`: what the policy recommends for one caller on one day, and why (design 4.3).

Pure, total and deterministic: the same dossier, policy and day give the same advice, in whatever order
the dossier was written.
"""

from dataclasses import replace
from datetime import date

from agressielog.domain.advice import Advice
from agressielog.domain.advise_range import advise_by_range
from agressielog.domain.circumstances import after_bans, breach_finding, common_facts
from agressielog.domain.counting import Dossier, tally
from agressielog.domain.findings import ladder_findings
from agressielog.domain.incident import Incident
from agressielog.domain.judgement import judge, lapses_on, next_rung
from agressielog.domain.ladder import Ladder
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import PoliceReport


def advise(dossier: Dossier, policy: Policy, on: date) -> Advice:
    """Return the advice for one caller as of local day *on*, judged by what is known now.

    Args:
        dossier: everything of this caller, in any order.
        policy: the one in use on that day.
        on: inclusive; what happened later is not looked at.
    """
    if policy.ladder is not None:
        return _advise_by_ladder(dossier, policy, policy.ladder, on)
    return advise_by_range(dossier, policy, on)


def asking(dossier: Dossier, policy: Policy, on: date) -> tuple[Incident, ...]:
    """Return the incidents that ask for an answer, oldest first: those that `advise` names, without the rest of it.

    Args as for `advise`.
    """
    if policy.ladder is not None:
        return tuple(one.incident for one in judge(dossier, policy, policy.ladder, on).asking)
    return tally(dossier, policy, on).asking


def _advise_by_ladder(dossier: Dossier, policy: Policy, ladder: Ladder, on: date) -> Advice:
    judged = judge(dossier, policy, ladder, on)
    asking = [one.incident for one in judged.asking]
    advice = replace(
        common_facts(dossier, policy, judged.counted, asking, on),
        findings=(*ladder_findings(judged, on), breach_finding(asking, dossier, policy, on)),
        next=next_rung(judged, policy, on),
    )
    if not asking:
        return advice
    rung = ladder.rungs[judged.place]
    return replace(
        advice,
        measure=rung.measure,
        rung=rung,
        alternatives=rung.alternatives,
        companions=rung.companions,
        shortest=rung.shortest,
        longest=rung.longest,
        not_before=after_bans(dossier, policy, on),
        police=PoliceReport.strongest([advice.police, rung.police]),
        lapses_on=lapses_on(judged, policy),
    )
