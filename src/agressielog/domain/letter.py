"""A letter about a measure: of which kind, in which form, and every fact it can tell."""

from datetime import date, datetime
from enum import StrEnum
from typing import assert_never

from agressielog.domain.anchor import Anchor
from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.safeguards import Remedy
from agressielog.domain.span import Span
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Channel, Country, PoliceReport


class LetterKind(StrEnum):
    """What a letter tells."""

    WARNING = "waarschuwing"
    RESTRICTION = "beperking"
    BAN = "contactverbod"
    REVIEW = "evaluatie"
    LIFTING = "opheffing"
    OBJECTION = "bezwaar"

    @property
    def tells_why(self) -> bool:
        """Whether it tells what happened or what a decision rests on, and not only which measure stands until when."""
        return self is not LetterKind.REVIEW


class LetterForm(StrEnum):
    """How it reaches the caller."""

    LETTER = "brief"
    E_MAIL = "e-mail"
    SMS = "sms"
    READ_OUT = "voorlezen"


@value
class Rule:
    """A rule that was crossed: the label of a kind of behaviour and what the policy says it is."""

    label: str
    description: str


@value(kw_only=True)
class Occurrence:
    """An incident as a letter tells it.

    Attributes:
        at: aware UTC moment.
        rules: of its kinds above `geen`.
        account, quote: without names of employees; None for nothing.
        established: whether the report stands and is surely this caller's.
        apologised_on: the local day on which the caller apologised.
    """

    id: IncidentId
    at: datetime
    channel: Channel
    rules: tuple[Rule, ...]
    account: str | None
    quote: str | None
    established: bool
    apologised_on: date | None


@value(kw_only=True)
class Sender:
    """The organisation as its settings describe it.

    Attributes:
        contact: where a caller can react: no person's name.
        privacy_contact: for questions about personal data.
        role: who decides about measures, in words.
        further_body: where somebody can turn after our own answer, such as an ombudsman.
    """

    organisation: str | None = None
    address: str | None = None
    contact: str | None = None
    privacy_contact: str | None = None
    role: str | None = None
    further_body: str | None = None
    country: Country = Country.NETHERLANDS


@value(kw_only=True)
class Addressee:
    """To whom; everything may be unknown."""

    name: str | None = None
    address: str | None = None
    number: PhoneNumber | None = None


@value
class NextStep:
    """What may follow on repetition: a measure by its label, and how long it lasts."""

    label: str
    length: Span | None


@value(kw_only=True)
class LetterFacts:
    """Everything a letter can tell.

    Attributes:
        label: of the measure, as the policy calls it.
        validity: how long a warning counts.
        valid_until: its last day, once that is known.
        usual_length: what the policy gives for this step, or the most.
        usual_shortest: the least, where the decider chooses and there is one.
        usual_is_most: whether the decider chooses, so that `usual_length` is the most.
        by_behaviour: whether it is given for what was done, and not for a step of a ladder.
        review_wanted: whether the policy wants a review of what binds.
        reason, deviation, not_heard: as the decider wrote them, without names of employees.
        answer_reason: why an objection was answered as it was.
        incidents: oldest first.
        police_called: whether the police was called in one of them.
        police_report: the strongest advice among them.
        retention: how long the account is kept after the last incident that counts; `kept_until` its last day.
        employees: names that may not stand in it.
        on: the local day of the letter.
        anchor: where the journal's chain stood when it was made.
    """

    measure: MeasureId
    label: str
    nature: MeasureNature
    decided_on: date
    decided_by: str
    reason: str
    first: date
    last: date | None
    validity: Span
    valid_until: date | None
    usual_length: Span | None
    usual_shortest: Span | None = None
    usual_is_most: bool = False
    by_behaviour: bool = False
    review_on: date | None
    review_wanted: bool
    scope: str | None
    channel_left: str | None
    arrangement: str | None
    heard_on: date | None
    not_heard: str | None
    deviation: str | None
    delivered: Delivered | None
    ended: Ended | None
    objection: Objection | None
    answer_reason: str | None
    next_step: NextStep | None
    incidents: tuple[Occurrence, ...]
    police_called: bool
    police_report: PoliceReport
    remedy: Remedy | None
    open_always: tuple[str, ...]
    retention: Span | None
    kept_until: date | None
    sender: Sender
    addressee: Addressee
    employees: tuple[str, ...]
    on: date
    anchor: Anchor | None = None

    @property
    def contact(self) -> str | None:
        """Where a caller can react: the fixed contact point, or else the postal address."""
        return self.sender.contact or self.sender.address

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that were crossed, each once, in the order in which it first happened."""
        return tuple(dict.fromkeys(rule for incident in self.incidents for rule in incident.rules))


@value
class Issued:
    """That a letter was made: of which kind and form, and the SHA-256 of its bytes in hexadecimal digits.

    `at` is an aware UTC moment.
    """

    kind: LetterKind
    form: LetterForm
    sha256: str
    at: datetime


def own_kind(nature: MeasureNature) -> LetterKind | None:
    """Return the letter that imposes a measure of this nature; None for a talk, which is held."""
    match nature:
        case MeasureNature.BAN:
            return LetterKind.BAN
        case MeasureNature.RESTRICTION:
            return LetterKind.RESTRICTION
        case MeasureNature.WARNING:
            return LetterKind.WARNING
        case MeasureNature.TALK:
            return None
        case _:
            assert_never(nature)


def usual_kind(nature: MeasureNature, ended: Ended | None) -> LetterKind | None:
    """Return the letter that is wanted now: the one that imposes it, or the one that tells it is over."""
    if ended is None:
        return own_kind(nature)
    return LetterKind.OBJECTION if ended.kind is EndKind.ANNULLED else LetterKind.LIFTING


def suits(kind: LetterKind, nature: MeasureNature, ended: Ended | None, objection: Objection | None) -> bool:
    """Tell whether there is something to write such a letter about."""
    match kind:
        case LetterKind.WARNING | LetterKind.RESTRICTION | LetterKind.BAN:
            return kind is own_kind(nature)
        case LetterKind.REVIEW:
            return nature.binds and ended is None
        case LetterKind.LIFTING:
            return ended is not None and ended.kind is not EndKind.ANNULLED
        case LetterKind.OBJECTION:
            answered = objection is not None and objection.answered_on is not None
            upheld = answered and objection is not None and objection.verdict is Verdict.UPHELD
            return answered and (ended is not None or not upheld)
        case _:
            assert_never(kind)
