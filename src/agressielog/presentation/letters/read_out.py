"""A letter to read aloud: what the colleague says, and what to do before and after.

The words that were shouted are not read back: whoever reads this may be the one they were meant for.
"""

import textwrap
from collections.abc import Callable

from agressielog.domain.letter import LetterFacts, LetterForm, LetterKind, own_kind
from agressielog.domain.safeguards import RemedyKind
from agressielog.presentation.letters.following import lifting, objection, review
from agressielog.presentation.letters.imposing import breach, how_long, repetition, return_
from agressielog.presentation.letters.page import Block, BlockKind, said, stopped
from agressielog.presentation.letters.sentences import (
    label,
    listed,
    noun,
    occasion,
    reference,
    rule_line,
    still_possible,
    term,
)

_WIDTH = 76
# What follows from here in a letter is about rights, and is told in short by `_rights`.
_RIGHTS = frozenset({"Bent u het er niet mee eens?", "Wat wij over u bewaren"})


def as_read_out(kind: LetterKind, facts: LetterFacts) -> str:
    """Return the text for the colleague, what to say set apart from what to do."""
    spoken = (f"Ik lees u een bericht voor van {said(facts.sender.organisation or '')}.", *_TOLD[kind](facts))
    after = [
        "Vraag: heeft u dit begrepen? Wilt u er iets over zeggen?",
        "Vraag waar de beller het op papier wil krijgen. Zonder adres: bied aan het nog eens voor te lezen.",
    ]
    if facts.delivered is None and kind is own_kind(facts.nature):
        after.append(
            f"Leg vast: agressielog maatregel deliver {reference(facts)} --op nu --wijze voorgelezen"
        )
    whom = said(facts.addressee.name) if facts.addressee.name else "deze beller"
    return "\n".join(
        [
            f"Voorlezen: {label(facts)}, kenmerk {reference(facts)}",
            "",
            "Vooraf",
            _filled(f"Vraag eerst de naam. Dit is alleen voor {whom}.", "- "),
            _filled("Lees rustig voor, zin voor zin. Wordt het een ruzie: zeg dat u later terugbelt.", "- "),
            "",
            "Lees voor",
            *("\n" + _filled(text, "") for text in spoken),
            "",
            "Daarna",
            *(_filled(text, "- ") for text in after),
            "",
        ]
    )


def _imposed(facts: LetterFacts) -> list[str]:
    """Tell what happened and which rule that is, without the words that were used."""
    moments = listed(tuple(f"op {occasion(one).replace(', ', ' ')}" for one in facts.incidents))
    return [
        f"Het gaat om wat er is gebeurd {moments}.",
        "Dit staan wij niet toe. " + " ".join(rule_line(one.label, one.description) for one in facts.rules),
        "Wat er precies is gezegd, staat in ons verslag. U kunt dat opvragen.",
        "U mag boos zijn en kritiek op ons hebben. Daarvoor krijgt niemand een maatregel.",
    ]


def _warning(facts: LetterFacts) -> list[str]:
    form = LetterForm.READ_OUT
    return [
        *_imposed(facts),
        f"U krijgt daarom een {label(facts)}. {how_long(facts, form)} {repetition(facts)}",
        _contact(facts),
        *_contest(facts),
        *_kept(facts),
    ]


def _binding(facts: LetterFacts) -> list[str]:
    scope = f"{noun(facts, capital=True)} geldt voor: {stopped(facts.scope)}" if facts.scope else ""
    arranged = f"Dit is de afspraak: {stopped(facts.arrangement)}" if facts.arrangement else ""
    return [
        *_imposed(facts),
        f"U krijgt daarom een {label(facts)}, {term(facts)}.",
        *(text for text in (scope, arranged) if text),
        f"Dit is onze reden: {stopped(facts.reason)}",
        still_possible(facts).text,
        breach(facts).text,
        return_(facts).text,
        _contact(facts),
        *_contest(facts),
        *_kept(facts),
    ]


def _review(facts: LetterFacts) -> list[str]:
    return [*_spoken(review(facts, LetterForm.READ_OUT)), *_contest(facts), *_kept(facts)]


def _lifting(facts: LetterFacts) -> list[str]:
    return [*_spoken(lifting(facts, LetterForm.READ_OUT)), *_kept(facts)]


def _objection(facts: LetterFacts) -> list[str]:
    return [*_spoken(objection(facts, LetterForm.READ_OUT)), *_kept(facts)]


_TOLD: dict[LetterKind, Callable[[LetterFacts], list[str]]] = {
    LetterKind.WARNING: _warning,
    LetterKind.RESTRICTION: _binding,
    LetterKind.BAN: _binding,
    LetterKind.REVIEW: _review,
    LetterKind.LIFTING: _lifting,
    LetterKind.OBJECTION: _objection,
}


def _spoken(body: list[Block]) -> list[str]:
    """Return the paragraphs of a letter up to those about rights, which are told in short."""
    rights = next(place for place, block in enumerate(body) if block.text in _RIGHTS)
    return [block.text for block in body[:rights] if block.kind is BlockKind.PARAGRAPH and block.text]


def _contact(facts: LetterFacts) -> str:
    return f"Wilt u hierover praten? U bereikt ons zo: {stopped(facts.contact or '')}"


def _contest(facts: LetterFacts) -> list[str]:
    remedy = facts.remedy
    if remedy is None:
        return []
    how = "bezwaar maken" if remedy.kind is RemedyKind.OBJECTION else "een klacht indienen"
    return [
        (
            f"Bent u het er niet mee eens? Dan kunt u binnen {remedy.term} {how}. Dat doet u zo: "
            f"{stopped(remedy.where)} Ons postadres is {stopped(facts.sender.address or '')} "
            f"Noem daarbij het kenmerk {reference(facts)}. U krijgt binnen {remedy.answer_term} antwoord."
        )
    ]


def _kept(facts: LetterFacts) -> list[str]:
    """Tell in short what is kept and who decided."""
    return [
        (
            f"Wij hebben dit vastgelegd en bewaren het verslag tot {facts.retention} na het laatste incident dat meetelt. U mag uw "
            f"gegevens bekijken en laten verbeteren. Vraag dat aan: {stopped(facts.sender.privacy_contact or '')}"
        ),
        f"Dit is besloten door {said(facts.decided_by)}, namens {said(facts.sender.organisation or '')}.",
    ]


def _filled(text: str, first: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
