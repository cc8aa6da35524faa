"""Composes the page of a letter from its facts."""

from collections.abc import Callable
from typing import assert_never

from agressielog.domain.letter import LetterFacts, LetterForm, LetterKind
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.text import fold
from agressielog.presentation.labels import show_number
from agressielog.presentation.letters import following, imposing
from agressielog.presentation.letters.page import Block, Page, said
from agressielog.presentation.letters.sentences import how_sent, label, reference, remedy_word
from agressielog.presentation.moments import show_long_day

_BODY: dict[LetterKind, Callable[[LetterFacts, LetterForm], list[Block]]] = {
    LetterKind.WARNING: imposing.warning,
    LetterKind.RESTRICTION: imposing.binding,
    LetterKind.BAN: imposing.binding,
    LetterKind.REVIEW: following.review,
    LetterKind.LIFTING: following.lifting,
    LetterKind.OBJECTION: following.objection,
}


def compose(kind: LetterKind, facts: LetterFacts, form: LetterForm) -> Page:
    """Return a letter in words.

    Args:
        kind: which letter.
        facts: complete for this kind (`domain.letter_elements.missing` finds nothing).
        form: a letter on paper or an e-mail.
    """
    organisation = said(facts.sender.organisation or "")
    topic = subject(kind, facts)
    topic = topic[:1].upper() + topic[1:]
    return Page(
        sender=(organisation, *_address_lines(facts.sender.address)),
        addressee=_addressee(facts),
        reference=(
            ("Datum", show_long_day(facts.on)),
            ("Ons kenmerk", reference(facts)),
            ("Verzending", how_sent(facts, form)),
            ("Onderwerp", topic),
        ),
        subject=topic,
        salutation="Geachte heer of mevrouw,",
        body=tuple(_BODY[kind](facts, form)),
        closing=("Met vriendelijke groet,", f"namens {organisation}"),
        signatory=_signatory(facts),
        registration=f"Registratie {facts.anchor}" if facts.anchor is not None else "",
    )


def subject(kind: LetterKind, facts: LetterFacts) -> str:
    """Return what a letter is about, in one line."""
    name = label(facts)
    match kind:
        case LetterKind.WARNING:
            return name
        case LetterKind.RESTRICTION | LetterKind.BAN:
            return f"{name} tot en met {show_long_day(facts.last or facts.first)}"
        case LetterKind.REVIEW:
            return f"wij bekijken uw {name} opnieuw"
        case LetterKind.LIFTING:
            ended = facts.ended
            return f"uw {name} is {ended.kind.value}" if ended is not None else name
        case LetterKind.OBJECTION:
            return f"ons antwoord op uw {remedy_word(facts)}"
        case _:
            assert_never(kind)


def _addressee(facts: LetterFacts) -> tuple[str, ...]:
    to = facts.addressee
    who = said(to.name) if to.name else _user_of(to.number)
    return (who, *_address_lines(to.address))


def _user_of(number: PhoneNumber | None) -> str:
    return f"Aan de gebruiker van telefoonnummer {show_number(number)}" if number else "Aan de beller"


def _address_lines(address: str | None) -> tuple[str, ...]:
    """Return an address as lines: settings and callers keep it on one, parted by commas."""
    return tuple(said(part) for part in (address or "").replace("\n", ",").split(",") if part.strip())


def _signatory(facts: LetterFacts) -> tuple[str, ...]:
    name, role = said(facts.decided_by), said(facts.sender.role or "")
    if not role or fold(role) == fold(name):
        return (name,)
    return (role,) if fold(name) in fold(role) else (name, role)
