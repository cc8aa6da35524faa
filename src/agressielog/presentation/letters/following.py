"""The letters that follow a measure: a review is coming, it is lifted, an objection is answered."""

from agressielog.domain.decision import Verdict
from agressielog.domain.letter import LetterFacts, LetterForm
from agressielog.domain.measure import EndKind
from agressielog.presentation.letters.page import Block, heading, paragraph, stopped
from agressielog.presentation.letters.sentences import (
    contest,
    data_kept,
    further,
    label,
    noun,
    remedy_word,
    still_possible,
    term,
)
from agressielog.presentation.moments import show_long_day

_OUTCOME = {
    Verdict.UPHELD: "Wij geven u gelijk. Uw {word} is gegrond.",
    Verdict.DISMISSED: "Wij geven u geen gelijk. Uw {word} is ongegrond.",
    Verdict.PARTLY: "Wij geven u voor een deel gelijk. Uw {word} is voor een deel gegrond.",
}


def review(facts: LetterFacts, form: LetterForm) -> list[Block]:
    """Return the body of the announcement that a measure is looked at again."""
    day = show_long_day(facts.review_on or facts.on)
    last = show_long_day(facts.last or facts.first)
    return [
        paragraph(
            f"U heeft van ons een {label(facts)}, {term(facts)}.",
            f"Op {day} bekijken wij of {noun(facts)} nog nodig is.",
        ),
        heading("Wat er kan gebeuren"),
        paragraph(
            f"Is er geen reden om door te gaan? Dan stopt {noun(facts)} op {day}.",
            "Is er wel een reden? Dan schrijven wij u welke dat is.",
            f"{noun(facts, capital=True)} duurt in elk geval niet langer dan tot en met {last}.",
        ),
        heading("Wat u kunt doen"),
        paragraph(
            f"Vertel ons vóór {day} hoe u het ziet, en wat er voor u is veranderd.",
            f"U bereikt ons zo: {stopped(facts.contact or '')}",
        ),
        heading("Wat er tot die dag geldt"),
        paragraph(
            f"{noun(facts, capital=True)} geldt voor: {stopped(facts.scope)}" if facts.scope else "",
            f"Dit is de afspraak: {stopped(facts.arrangement)}" if facts.arrangement else "",
        ),
        still_possible(facts),
        *contest(facts, form),
        *data_kept(facts),
    ]


def lifting(facts: LetterFacts, _form: LetterForm) -> list[Block]:
    """Return the body of the message that a measure is over before its time."""
    ended = facts.ended
    if ended is None:
        return []
    what = "opgeheven" if ended.kind is EndKind.LIFTED else "ingetrokken"
    now = "U kunt weer contact met ons opnemen zoals iedereen." if facts.nature.binds else ""
    return [
        paragraph(
            f"Op {show_long_day(facts.decided_on)} besloten wij tot een {label(facts)}.",
            f"{noun(facts, capital=True)} is {what}. De laatste dag is {show_long_day(ended.on)}.",
        ),
        heading("Waarom"),
        paragraph(f"Dit is onze reden: {stopped(ended.reason)}"),
        heading("Wat dit betekent"),
        paragraph(
            f"Vanaf de dag daarna geldt {noun(facts)} niet meer.",
            now,
            "Wij vragen u om u aan de regels te houden.",
        ),
        heading("Heeft u vragen?"),
        paragraph(f"U bereikt ons zo: {stopped(facts.contact or '')}"),
        *data_kept(facts),
    ]


def objection(facts: LetterFacts, _form: LetterForm) -> list[Block]:
    """Return the body of the answer to an objection or complaint."""
    found = facts.objection
    if found is None or found.verdict is None:
        return []
    word = remedy_word(facts)
    return [
        paragraph(
            f"Op {show_long_day(found.received_on)} kregen wij uw {word}. U bent het niet eens met ons besluit "
            f"van {show_long_day(facts.decided_on)}: {label(facts)}.",
            _OUTCOME[found.verdict].format(word=word),
        ),
        heading("Waarom"),
        paragraph(f"Dit is onze reden: {stopped(facts.answer_reason or '')}"),
        heading("Wat dit betekent"),
        paragraph(_what_now(facts)),
        heading("Bent u het niet eens met dit antwoord?"),
        paragraph(further(facts)),
        heading("Heeft u vragen?"),
        paragraph(f"U bereikt ons zo: {stopped(facts.contact or '')}"),
        *data_kept(facts),
    ]


def _what_now(facts: LetterFacts) -> str:
    ended = facts.ended
    what = noun(facts, capital=True)
    if ended is not None and ended.kind is EndKind.ANNULLED:
        return f"{what} is vernietigd. Dat betekent: {noun(facts)} telt niet mee, ook later niet."
    if ended is not None:
        return f"{what} geldt niet meer. De laatste dag is {show_long_day(ended.on)}."
    if facts.last is not None:
        return f"{what} blijft gelden tot en met {show_long_day(facts.last)}."
    if facts.valid_until is not None:
        return f"{what} blijft tellen tot en met {show_long_day(facts.valid_until)}."
    return f"{what} blijft gelden."
