"""The people, calls and rules that the tests tell about, so that a test names only what matters to it.

Every builder returns an ordinary case; a keyword changes one field of it.
"""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from agressielog.application.ports.evidence import Image, Step
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Deed
from agressielog.application.record import Account, Recorded, record
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident, NewIncident
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import Kind, KindCode, Policy
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.domain.vocabulary import Certainty, Channel, Severity, Standing

#: A Friday at one o'clock in Amsterdam, in winter time.
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)

MOBILE = PhoneNumber("+31612345678")
OTHER_MOBILE = PhoneNumber("+31687654321")
LANDLINE = PhoneNumber("+31201234567")

SHOUTING = KindCode("schreeuwen")
SWEARING = KindCode("schelden")
THREAT = KindCode("bedreiging")
CRITICISM = KindCode("emotie_kritiek")
BREACH = KindCode("overtreding_contactverbod")

_serial = itertools.count(1)


def ulid() -> Ulid:
    """Return an identity that no other call of this test run has."""
    return make_ulid(NOW, next(_serial).to_bytes(RANDOM_BYTES, "big"))


def deed(
    command: str = "add", *, at: datetime = NOW, login: str = "mdevries", name: str = "Mia de Vries"
) -> Deed:
    """Return one write by Mia de Vries."""
    return Deed(ulid(), at, login, name, command)


def kept_policy(_used: UsedPolicy | None) -> Policy:
    """Return the protocol of these stories, whatever a logbook kept."""
    return policy()


def policy() -> Policy:
    """Return a protocol with a kind of every weight."""
    kinds = (
        (CRITICISM, "Emotie of kritiek", Severity.NONE),
        (SWEARING, "Schelden", Severity.LIGHT),
        (SHOUTING, "Schreeuwen", Severity.LIGHT),
        (KindCode("belediging"), "Belediging", Severity.MEDIUM),
        (KindCode("seksuele_intimidatie"), "Seksuele intimidatie", Severity.MEDIUM),
        (THREAT, "Bedreiging", Severity.SEVERE),
        (BREACH, "Overtreding contactverbod", Severity.NONE),
    )
    return Policy(
        name="proef",
        version="2026-1",
        kinds=tuple(
            Kind(code=code, label=label, description=f"{label}, en niets anders.", severity=severity)
            for code, label, severity in kinds
        ),
        instructions=(
            (Standing.UNKNOWN, "Neem gewoon op."),
            (Standing.WITHHELD, "Vraag zo nodig naar de naam."),
            (Standing.KNOWN, "Blijf rustig."),
        ),
    )


def new_incident(**changes: Any) -> NewIncident:
    """Return an incident about to be stored: somebody unknown swore on the phone, just now."""
    ordinary = NewIncident(
        ulid=ulid(),
        at=NOW,
        recorded_at=NOW,
        number=MOBILE,
        number_typed="06-12345678",
        caller=None,
        certainty=None,
        kinds=(SWEARING,),
        severity=Severity.LIGHT,
        channel=Channel.TELEPHONE,
        team="Balie",
        subject="parkeren",
        reporter="Mia de Vries",
        account="Schold de medewerker uit over een naheffing.",
        quote=None,
        warned=False,
        ended=False,
        handed_over=False,
        police=False,
        our_fault=False,
        refused=None,
        helped=None,
    )
    return replace(ordinary, **changes)


def incident(number: int = 1, **changes: Any) -> Incident:
    """Return the same incident as it comes out of a logbook, surely of caller B1."""
    new = new_incident(caller=CallerId(1), certainty=Certainty.CERTAIN)
    fields = {name: getattr(new, name) for name in NewIncident.__dataclass_fields__ if name != "promises"}
    return replace(Incident(id=IncidentId(number), **fields), **changes)


def caller(number: int = 1, **changes: Any) -> Caller:
    """Return a caller as it comes out of a logbook, nothing known but that it exists."""
    return replace(Caller(id=CallerId(number), created_at=NOW), **changes)


def step(table: str, before: Image | None, after: Image | None, key: str = "1") -> Step:
    """Return an entry of the journal: Mia changed a record, just now."""
    return Step(
        entry=1,
        at=NOW,
        login="mia",
        name="Mia",
        command="edit",
        table=table,
        key=key,
        before=before,
        after=after,
        erased=False,
    )


def account(**changes: Any) -> Account:
    """Return what Mia tells about a call: an unknown mobile number swore at her, just now."""
    ordinary = Account(
        ulid=ulid(),
        at=NOW,
        number=MOBILE,
        number_typed="06-12345678",
        kinds=(SWEARING,),
        reporter="Mia de Vries",
        account="Schold de medewerker uit over een naheffing.",
    )
    return replace(ordinary, **changes)


def recorded(store: Store, **changes: Any) -> Recorded:
    """Record a call as `add` does, and return what was stored."""
    return record(store, deed(), account(**changes), policy())


def stored(store: Store, **changes: Any) -> Incident:
    """Store an incident as it stands, without looking for its caller."""
    with store.writing(deed()) as tx:
        return tx.add_incident(new_incident(**changes))


def stored_caller(
    store: Store,
    *numbers: PhoneNumber,
    certainty: Certainty = Certainty.CERTAIN,
    since: date = TODAY,
    **facts: str,
) -> Caller:
    """Store a caller with *numbers*."""
    with store.writing(deed("beller")) as tx:
        new = tx.add_caller(NewCaller(**facts))
        for number in numbers:
            tx.link(new.id, NumberLink(number, certainty, since))
        return tx.caller(new.id)
