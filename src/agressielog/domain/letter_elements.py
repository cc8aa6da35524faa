"""Which elements a letter must contain, and which of them the facts cannot fill.

What a warning and a ban must contain is the union of published protocols, ombudsman reports and sample
letters (domain 1.3, elements 1 to 16); what the three later letters contain is our own choice from the
same list.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from agressielog.domain.employee_names import names_somebody
from agressielog.domain.identity import IncidentId
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.letter import LetterFacts, LetterKind
from agressielog.domain.value import value


class Element(StrEnum):
    """The elements of a letter, in the order and with the meaning of domain 1.3."""

    OCCASION = "tijdstip_kanaal"
    BEHAVIOUR = "gedrag"
    RULE = "regel"
    REPETITION = "herhaling"
    INVITATION = "uitnodiging"
    TERM_AND_SCOPE = "looptijd_omvang"
    STILL_POSSIBLE = "wat_kan_wel"
    CONTACT = "contactpunt"
    GROUNDS = "motivering"
    RETURN = "terugkeer"
    REMEDY = "rechtsmiddel"
    PRIVACY = "gegevens"
    POLICE = "politie"
    BREACH = "overtreding"
    SIGNATURE = "ondertekening"
    DELIVERY = "uitreiking"

    @property
    def number(self) -> int:
        """Its number in domain 1.3."""
        return tuple(Element).index(self) + 1


#: The elements of each kind; the first three as in domain 1.3.
ELEMENTS: dict[LetterKind, frozenset[Element]] = {
    LetterKind.WARNING: frozenset(Element)
    - {
        Element.TERM_AND_SCOPE,
        Element.STILL_POSSIBLE,
        Element.GROUNDS,
        Element.RETURN,
        Element.BREACH,
        Element.DELIVERY,
    },
    LetterKind.RESTRICTION: frozenset(Element) - {Element.REPETITION},
    LetterKind.BAN: frozenset(Element) - {Element.REPETITION},
    LetterKind.REVIEW: frozenset(
        {
            Element.INVITATION,
            Element.TERM_AND_SCOPE,
            Element.STILL_POSSIBLE,
            Element.CONTACT,
            Element.RETURN,
            Element.REMEDY,
            Element.PRIVACY,
            Element.SIGNATURE,
        }
    ),
    LetterKind.LIFTING: frozenset({Element.CONTACT, Element.GROUNDS, Element.PRIVACY, Element.SIGNATURE}),
    LetterKind.OBJECTION: frozenset(
        {Element.CONTACT, Element.GROUNDS, Element.REMEDY, Element.PRIVACY, Element.SIGNATURE}
    ),
}


class Gap(StrEnum):
    """A fact that a letter lacks; the values are what programs see."""

    NO_INCIDENT = "geen_incident"
    NO_FACTS = "geen_feiten"
    NOT_ESTABLISHED = "niet_vastgesteld"
    NO_RULE = "geen_regel"
    NO_END = "geen_einde"
    NO_SCOPE = "geen_omvang"
    NO_CHANNEL = "geen_kanaal"
    NO_CONTACT = "geen_contactpunt"
    EMPLOYEE_NAMED = "naam_medewerker"
    NO_REASON = "geen_reden"
    NO_REVIEW_DAY = "geen_evaluatie"
    NO_REMEDY = "geen_rechtsmiddel"
    NO_FURTHER_REMEDY = "geen_vervolg"
    NO_ORGANISATION = "geen_organisatie"
    NO_ADDRESS = "geen_postadres"
    NO_PRIVACY_CONTACT = "geen_privacycontact"
    NO_RETENTION = "geen_bewaartermijn"
    NO_DECIDER = "geen_ondertekenaar"


@value
class Missing:
    """What a letter lacks: for which element, in which incidents or in which field, where that says more."""

    element: Element
    gap: Gap
    incidents: tuple[IncidentId, ...] = ()
    field: str = ""


def missing(kind: LetterKind, facts: LetterFacts) -> tuple[Missing, ...]:
    """Return everything that a letter of this kind lacks, in the order of the elements."""
    wanted = ELEMENTS[kind]
    return tuple(
        found
        for element in Element
        if element in wanted and element in _CHECKS
        for found in _CHECKS[element](kind, facts)
    )


def _occasion(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if not facts.incidents:
        yield Missing(Element.OCCASION, Gap.NO_INCIDENT)


def _behaviour(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    untold = tuple(one.id for one in facts.incidents if not one.account and not one.quote)
    if untold:
        yield Missing(Element.BEHAVIOUR, Gap.NO_FACTS, untold)
    unsure = tuple(one.id for one in facts.incidents if not one.established)
    if unsure:
        yield Missing(Element.BEHAVIOUR, Gap.NOT_ESTABLISHED, unsure)


def _rule(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    """A letter about nothing but criticism has no rule to name, and is never sent."""
    if facts.incidents and not facts.rules:
        yield Missing(Element.RULE, Gap.NO_RULE, tuple(one.id for one in facts.incidents))


def _term_and_scope(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if facts.last is None:
        yield Missing(Element.TERM_AND_SCOPE, Gap.NO_END)
    arranged = facts.nature is MeasureNature.RESTRICTION and facts.arrangement
    if not facts.scope and not arranged:
        yield Missing(Element.TERM_AND_SCOPE, Gap.NO_SCOPE)
    for field, text in (("omvang", facts.scope), ("afspraak", facts.arrangement)):
        yield from _nobody_named(Element.TERM_AND_SCOPE, field, text, facts)


def _still_possible(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if not facts.channel_left:
        yield Missing(Element.STILL_POSSIBLE, Gap.NO_CHANNEL)
    yield from _nobody_named(Element.STILL_POSSIBLE, "kanaal-over", facts.channel_left, facts)


def _contact(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if not facts.contact:
        yield Missing(Element.CONTACT, Gap.NO_CONTACT)
    yield from _nobody_named(Element.CONTACT, "contactpunt", facts.sender.contact, facts)


def _grounds(kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    match kind:
        case LetterKind.LIFTING:
            reason = facts.ended.reason if facts.ended is not None else None
        case LetterKind.OBJECTION:
            reason = facts.answer_reason
        case _:
            reason = facts.reason
    if not reason:
        yield Missing(Element.GROUNDS, Gap.NO_REASON)


def _return(kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if facts.review_on is None and (facts.review_wanted or kind is LetterKind.REVIEW):
        yield Missing(Element.RETURN, Gap.NO_REVIEW_DAY)


def _remedy(kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if facts.remedy is None:
        yield Missing(Element.REMEDY, Gap.NO_REMEDY)
    if kind is LetterKind.OBJECTION and not facts.sender.further_body:
        yield Missing(Element.REMEDY, Gap.NO_FURTHER_REMEDY)


def _privacy(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    sender = facts.sender
    for known, gap in (
        (sender.organisation, Gap.NO_ORGANISATION),
        (sender.address, Gap.NO_ADDRESS),
        (sender.privacy_contact, Gap.NO_PRIVACY_CONTACT),
        (facts.retention, Gap.NO_RETENTION),
    ):
        if not known:
            yield Missing(Element.PRIVACY, gap)


def _signature(_kind: LetterKind, facts: LetterFacts) -> Iterator[Missing]:
    if not facts.decided_by.strip():
        yield Missing(Element.SIGNATURE, Gap.NO_DECIDER)


def _nobody_named(element: Element, field: str, text: str | None, facts: LetterFacts) -> Iterator[Missing]:
    if text and names_somebody(text, facts.employees):
        yield Missing(element, Gap.EMPLOYEE_NAMED, field=field)


# The other elements are sentences of the letter itself, or follow from facts that are always there.
_CHECKS: dict[Element, Callable[[LetterKind, LetterFacts], Iterator[Missing]]] = {
    Element.OCCASION: _occasion,
    Element.BEHAVIOUR: _behaviour,
    Element.RULE: _rule,
    Element.TERM_AND_SCOPE: _term_and_scope,
    Element.STILL_POSSIBLE: _still_possible,
    Element.CONTACT: _contact,
    Element.GROUNDS: _grounds,
    Element.RETURN: _return,
    Element.REMEDY: _remedy,
    Element.PRIVACY: _privacy,
    Element.SIGNATURE: _signature,
}
