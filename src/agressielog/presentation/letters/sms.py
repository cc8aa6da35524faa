"""A letter as an SMS: a warning in two parts at most, without links."""

from collections.abc import Callable, Iterator

from agressielog.application.letter_errors import SmsTooLong
from agressielog.domain.decision import Verdict
from agressielog.domain.letter import LetterFacts, LetterKind
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.measure import EndKind
from agressielog.domain.value import value
from agressielog.presentation.letters.gsm import in_gsm, parts, without_links
from agressielog.presentation.letters.page import said, stopped
from agressielog.presentation.letters.sentences import (
    label,
    listed,
    noun,
    occasion,
    reference,
    remedy_word,
    with_length,
)
from agressielog.presentation.moments import show_short_day

#: In how many parts a telephone may get a warning, and any other letter.
MOST_PARTS_OF_A_WARNING, MOST_PARTS = 2, 6

# Private-use characters, which `said` never lets through: what a user typed cannot spell them.
_HAPPENED, _CONTACT = "\ue000", "\ue001"


@value
class _Piece:
    """A sentence; one of a higher `spare` is left out first, one of 0 never."""

    text: str
    spare: int = 0


def as_sms(kind: LetterKind, facts: LetterFacts) -> str:
    """Return the text of an SMS, in the GSM alphabet; of the texts that would do, the fullest that fits.

    Raises:
        SmsTooLong: even the shortest does not fit.
    """
    most = MOST_PARTS_OF_A_WARNING if kind is LetterKind.WARNING else MOST_PARTS
    shortest = most
    for text in _fuller_first(kind, facts):
        shortest = parts(text)
        if shortest <= most:
            return text
    raise SmsTooLong(shortest, most)


def _fuller_first(kind: LetterKind, facts: LetterFacts) -> Iterator[str]:
    pieces = _PIECES[kind](facts)
    for spared in range(max(piece.spare for piece in pieces), -1, -1):
        text = " ".join(piece.text for piece in pieces if piece.text and piece.spare <= spared)
        for happened in _happened(facts):
            for contact in _contacts(facts):
                told = text.replace(_HAPPENED, happened).replace(_CONTACT, contact)
                yield in_gsm(f"{_name(facts)}: {told}")


def _warning(facts: LetterFacts) -> list[_Piece]:
    step = facts.next_step
    more = f"een {with_length(step.label, step.length)}" if step is not None else "een maatregel"
    lasts = f"voor {facts.validity}"
    if facts.valid_until is not None:
        lasts = f"tot en met {show_short_day(facts.valid_until)}"
    return [
        _Piece(f"{_HAPPENED}."),
        _Piece("Dat staan wij niet toe.", 3),
        _Piece(f"U krijgt een waarschuwing {lasts}."),
        _Piece(f"Weer? Dan kan {more} volgen.", 1),
        _Piece("Dit is vastgelegd.", 2),
        _ways(facts),
        _Piece(said(facts.decided_by), 4),
    ]


def _binding(facts: LetterFacts) -> list[_Piece]:
    always = listed(tuple(said(one) for one in facts.open_always) or ("112",))
    review = f"Op {show_short_day(facts.review_on)} bekijken wij dit opnieuw." if facts.review_on else ""
    days = f"van {show_short_day(facts.first)} tot en met {show_short_day(facts.last or facts.first)}"
    return [
        _Piece(f"u krijgt een {label(facts)}, {days}."),
        _Piece(f"Dit geldt voor: {_stop(facts.scope)}" if facts.scope else ""),
        _Piece(f"Afspraak: {_stop(facts.arrangement)}" if facts.arrangement else ""),
        _Piece(f"Wat er gebeurde: {_HAPPENED}."),
        _Piece(f"De reden: {_stop(facts.reason)}", 3),
        _Piece(f"Wel mogelijk: {_stop(facts.channel_left)} Altijd: {always}."),
        _Piece("Houdt u zich er niet aan? Dan stoppen wij het gesprek.", 2),
        _Piece(review, 1),
        _Piece("Dit is vastgelegd.", 2),
        _ways(facts),
        _Piece(said(facts.decided_by), 4),
    ]


def _review(facts: LetterFacts) -> list[_Piece]:
    day = show_short_day(facts.review_on or facts.on)
    last = show_short_day(facts.last or facts.first)
    return [
        _Piece(f"op {day} bekijken wij of uw {label(facts)} (tot en met {last}) nog nodig is."),
        _Piece(f"Is er geen reden om door te gaan? Dan stopt {noun(facts)} die dag."),
        _Piece("Vertel ons eerder hoe u het ziet."),
        _ways(facts),
        _Piece(said(facts.decided_by), 1),
    ]


def _lifting(facts: LetterFacts) -> list[_Piece]:
    ended = facts.ended
    what = (
        f"is {ended.kind.value}. De laatste dag is {show_short_day(ended.on)}"
        if ended is not None
        else "is over"
    )
    return [
        _Piece(f"uw {label(facts)} {what}."),
        _Piece(f"De reden: {_stop(ended.reason)}" if ended is not None else "", 1),
        _Piece(f"Vragen: {_CONTACT}, kenmerk {reference(facts)}."),
        _Piece(said(facts.decided_by), 2),
    ]


def _objection(facts: LetterFacts) -> list[_Piece]:
    found = facts.objection
    annulled = facts.ended is not None and facts.ended.kind is EndKind.ANNULLED
    answer = _VERDICT[found.verdict] if found is not None and found.verdict is not None else "gegeven"
    return [
        _Piece(f"ons antwoord op uw {remedy_word(facts)}: {answer}."),
        _Piece(f"{noun(facts, capital=True)} telt niet mee." if annulled else ""),
        _Piece(f"De reden: {_stop(facts.answer_reason)}", 1),
        _Piece(f"Niet mee eens? U kunt naar {_stop(facts.sender.further_body)}"),
        _Piece(f"Vragen: {_CONTACT}, kenmerk {reference(facts)}."),
        _Piece(said(facts.decided_by), 2),
    ]


_VERDICT = {
    Verdict.UPHELD: "gegrond",
    Verdict.DISMISSED: "ongegrond",
    Verdict.PARTLY: "voor een deel gegrond",
}

_PIECES: dict[LetterKind, Callable[[LetterFacts], list[_Piece]]] = {
    LetterKind.WARNING: _warning,
    LetterKind.RESTRICTION: _binding,
    LetterKind.BAN: _binding,
    LetterKind.REVIEW: _review,
    LetterKind.LIFTING: _lifting,
    LetterKind.OBJECTION: _objection,
}


def _happened(facts: LetterFacts) -> Iterator[str]:
    """Give what happened, from every moment down to how often and the last time."""
    kinds = listed(tuple(said(rule.label).lower() for rule in facts.rules))
    moments = [f"{show_short_day(local_day(one.at))} {to_local(one.at):%H.%M} uur" for one in facts.incidents]
    where = occasion(facts.incidents[-1]).rpartition(", ")[2]
    if len({one.channel for one in facts.incidents}) == 1:
        yield f"op {listed(tuple(moments))} {where}: {kinds}"
    if len(moments) > 1:
        yield f"{len(moments)} keer, het laatst op {moments[-1]} {where}: {kinds}"


def _contacts(facts: LetterFacts) -> Iterator[str]:
    """Give where to react, without links: in full, then less of what follows a comma, then the address."""
    pieces = without_links(said(facts.sender.contact or "")).rstrip(".").split(", ")
    for number in range(len(pieces), 0, -1):
        shown = ", ".join(pieces[:number])
        if any(c.isdecimal() or c == "@" for c in shown):
            yield shown
    yield without_links(said(facts.sender.address or "")).rstrip(".")


def _ways(facts: LetterFacts) -> _Piece:
    remedy = facts.remedy
    contest = f"{remedy.kind.value} (binnen {remedy.term})" if remedy is not None else "een klacht"
    return _Piece(f"Praten, {contest} of uw gegevens: {_CONTACT}, kenmerk {reference(facts)}.")


def _name(facts: LetterFacts) -> str:
    return without_links(said(facts.sender.organisation or ""))


def _stop(text: str | None) -> str:
    return stopped(without_links(said(text or "")))
