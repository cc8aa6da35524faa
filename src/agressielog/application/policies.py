"""The policies of a logbook: check one, put one in use, list those there are."""

from collections.abc import Sequence
from datetime import datetime

from agressielog.application.errors import LogbookMissing
from agressielog.application.ports.logbook import Store, Writing
from agressielog.application.ports.records import Deed
from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.policy_check import lacking
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.setting import Setting
from agressielog.domain.value import value


@value
class PolicySource:
    """A policy with the text it was read from; `called` is how the user named it."""

    policy: Policy
    text: str
    called: str


@value
class PutInUse:
    """What putting a policy in use did: the policy before, the one now, and since when; None for no change."""

    before: Policy
    after: Policy
    since: datetime | None


@value(kw_only=True)
class PolicyEntry:
    """One policy that can be used by name.

    Attributes:
        name, version, description: as its file says.
        sha256: of its text.
        shipped: whether it comes with the program.
        used: the moments at which this very text was put in use, oldest first.
        in_use: whether it is the one in use now.
    """

    name: str
    version: str
    description: str
    sha256: str
    shipped: bool
    used: tuple[datetime, ...]
    in_use: bool


def check_policy(store: Store, source: PolicySource) -> None:
    """Check a policy against the logbook: every kind in use must have a place in it.

    Raises:
        PolicyFaulty: with every kind it lacks.
    """
    try:
        with store.reading() as reading:
            _refuse_lacking(source, reading.kinds_in_use())
    except LogbookMissing:
        return


def use_policy(store: Store, deed: Deed, source: PolicySource, before: Policy) -> PutInUse:
    """Put a policy in use, and name it as the setting `beleid`; what is stored is not recomputed.

    Args:
        store: the logbook.
        deed: who does this.
        source: a policy without faults.
        before: the policy in use until now.

    Raises:
        PolicyFaulty: the logbook has a kind that this policy neither has nor replaces.
    """
    with store.writing(deed) as tx:
        used = put_in_use(tx, source)
        if tx.setting(Setting.POLICY.value) != source.policy.name:
            tx.change_setting(Setting.POLICY.value, source.policy.name)
    return PutInUse(before, source.policy, used.since if used is not None else None)


def put_in_use(tx: Writing, source: PolicySource) -> UsedPolicy | None:
    """Put a policy in use within a write that does more; None where this very text is in use already.

    Raises:
        PolicyFaulty: see `use_policy`.
    """
    _refuse_lacking(source, tx.kinds_in_use())
    used = tx.policies()
    if used and used[-1].sha256 == source.policy.sha256:
        return None
    return tx.use_policy(source.policy, source.text)


def list_policies(
    used: Sequence[UsedPolicy], shipped: Sequence[Policy], in_use: Policy
) -> tuple[PolicyEntry, ...]:
    """Return the policies that can be used by name: the shipped ones, then the organisation's own.

    A text that was changed is a policy of its own; of those with one name, the last one goes by it.

    Args:
        used: every policy put in use, oldest first.
        shipped: those that come with the program.
        in_use: the one in use now.
    """
    moments: dict[str, list[datetime]] = {}
    for policy in used:
        moments.setdefault(policy.sha256, []).append(policy.since)
    entries = [
        PolicyEntry(
            name=policy.name,
            version=policy.version,
            description=policy.description,
            sha256=policy.sha256,
            shipped=True,
            used=tuple(moments.pop(policy.sha256, ())),
            in_use=policy.sha256 == in_use.sha256,
        )
        for policy in shipped
    ]
    own = {policy.sha256: policy for policy in used if policy.sha256 in moments}
    return (
        *entries,
        *(
            PolicyEntry(
                name=policy.name,
                version=policy.version,
                description="",
                sha256=policy.sha256,
                shipped=False,
                used=tuple(moments[policy.sha256]),
                in_use=policy.sha256 == in_use.sha256,
            )
            for policy in own.values()
        ),
    )


def _refuse_lacking(source: PolicySource, in_use: frozenset[KindCode]) -> None:
    found = lacking(source.policy, sorted(in_use))
    if found:
        raise PolicyFaulty(source.called, found)
