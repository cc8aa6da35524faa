"""Makes the logbook of a fictitious call centre: what `demo` shows, and nobody's real calls.

Every planned call is recorded as `add` would have recorded it: whose it is, and how sure that is, is
decided by the ordinary rules. All of it goes in by one write, or nothing does.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from agressielog.application.demo_calls import Call, plan_calls
from agressielog.application.demo_care import look_after
from agressielog.application.demo_chance import Chance, Dice
from agressielog.application.demo_decisions import Office, decide_about
from agressielog.application.demo_material import Material
from agressielog.application.policies import PolicySource
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Deed
from agressielog.application.record import record
from agressielog.application.within import Within
from agressielog.domain.identity import CallerId
from agressielog.domain.matching import Chosen, SomebodyNew
from agressielog.domain.policy import Policy
from agressielog.domain.setting import DEMO_MARK


def make_demo(
    store: Store,
    deed: Deed,
    material: Material,
    policy: Policy,
    *,
    today: date,
    chance: Chance,
    keep: PolicySource | None = None,
) -> int:
    """Fill a new logbook and mark it; returns how many incidents it has.

    Args:
        store: a logbook that does not exist yet; the caller sees to it that it is nobody's own.
        deed: this write.
        material: the texts.
        policy: whose kinds the texts use.
        today: the local day; everything happened before it.
        chance: the same one gives the same logbook on the same day.
        keep: the text of *policy*, which a decision is kept with.
    """
    calls = plan_calls(material, policy, today=today, chance=chance)
    known: dict[str, CallerId] = {}
    with store.writing(deed, large=True) as tx:
        for key, value in (*material.settings.items(), (DEMO_MARK, "ja")):
            tx.change_setting(key, value)
        inside = Within(tx)
        made = []
        for call in calls:
            account = replace(call.account, choice=_choice(inside, known, call))
            recorded = record(inside, replace(deed, at=call.recorded_at), account, policy)
            if call.person is not None and recorded.caller is not None:
                known[call.person] = recorded.caller.id
            made.append((call, recorded.incident))
        dice = Dice(chance)
        look_after(tx, material, policy, today=today, dice=dice)
        office = Office(
            store=inside, deed=deed, reasons=material.reasons, policy=policy, keep=keep, today=today
        )
        decide_about(office, made, dice)
    return len(calls)


def _choice(store: Store, known: Mapping[str, CallerId], call: Call) -> Chosen | SomebodyNew | None:
    """Return what the colleague said when asked whose call it was."""
    if call.person is None or call.certainty is None:
        return None
    if call.person not in known:
        return SomebodyNew()
    with store.reading() as reading:
        return Chosen(reading.caller(known[call.person]), call.certainty)
