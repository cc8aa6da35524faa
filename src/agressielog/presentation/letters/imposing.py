"""The letters that impose a measure: a warning, a restriction, a ban."""

from agressielog.domain.ladder import MeasureNature
from agressielog.domain.letter import LetterFacts, LetterForm
from agressielog.domain.vocabulary import PoliceReport
from agressielog.presentation.letters.page import Block, heading, paragraph, stopped
from agressielog.presentation.letters.sentences import (
    contest,
    data_kept,
    label,
    noun,
    police,
    still_possible,
    term,
    this,
    what_happened,
    with_length,
    your_side,
)
from agressielog.presentation.moments import show_long_day


def warning(facts: LetterFacts, form: LetterForm) -> list[Block]:
    """Return the body of a warning."""
    return [
        paragraph(
            f"U krijgt van ons een {label(facts)}.",
            f"In {this(form)} leest u waarom, wat dit betekent en wat u kunt doen.",
        ),
        *what_happened(facts),
        heading("Wat dit betekent"),
        paragraph(how_long(facts, form), repetition(facts), _police_if_any(facts)),
        *your_side(facts),
        *contest(facts, form),
        *data_kept(facts),
    ]


def binding(facts: LetterFacts, form: LetterForm) -> list[Block]:
    """Return the body of a restriction or ban."""
    return [
        paragraph(
            f"U krijgt van ons een {label(facts)}, {term(facts)}.",
            f"In {this(form)} leest u waarom, wat dit betekent en wat u kunt doen.",
        ),
        *what_happened(facts),
        heading(f"Wat {noun(facts)} inhoudt"),
        paragraph(
            f"{noun(facts, capital=True)} begint op {show_long_day(facts.first)}.",
            f"De laatste dag is {_last(facts)}. Daarna stopt {noun(facts)} vanzelf.",
            f"{noun(facts, capital=True)} geldt voor: {stopped(facts.scope)}" if facts.scope else "",
            f"Dit is de afspraak: {stopped(facts.arrangement)}" if facts.arrangement else "",
        ),
        heading("Wat u wel kunt doen"),
        still_possible(facts),
        heading("Waarom dit nodig is"),
        grounds(facts),
        heading(f"Als u zich niet aan {noun(facts)} houdt"),
        breach(facts),
        heading("Wanneer dit weer stopt"),
        return_(facts),
        *your_side(facts),
        *contest(facts, form),
        heading("Politie"),
        paragraph(police(facts)),
        *data_kept(facts),
    ]


def how_long(facts: LetterFacts, form: LetterForm) -> str:
    """Return how long a warning counts: through its last day, or from delivery where that is to come."""
    if facts.valid_until is not None:
        return f"De waarschuwing telt tot en met {show_long_day(facts.valid_until)}."
    if form is LetterForm.READ_OUT:
        return f"De waarschuwing telt {facts.validity}, vanaf vandaag."
    return f"De waarschuwing telt {facts.validity}, vanaf de dag waarop u {this(form)} krijgt."


def repetition(facts: LetterFacts) -> str:
    """Return what can follow when it happens again."""
    step = facts.next_step
    more = (
        f"een {with_length(step.label, step.length)}" if step is not None else "een maatregel die verder gaat"
    )
    return f"Gebeurt in die tijd opnieuw iets wat wij niet toestaan? Dan kunt u {more} krijgen."


def grounds(facts: LetterFacts) -> Block:
    """Return why this measure and why this long."""
    what = "dit gedrag" if facts.by_behaviour else "deze stap"
    usual = f"In ons beleid staat voor {what}: {_usual_length(facts)}." if facts.usual_length else ""
    shorter = "Wij kiezen voor een kortere tijd." if _is_shorter(facts) else ""
    departs = f"Wij wijken af van ons beleid. De reden: {stopped(facts.deviation)}" if facts.deviation else ""
    return paragraph(f"Dit is onze reden: {stopped(facts.reason)}", usual, shorter, departs)


def breach(facts: LetterFacts) -> Block:
    """Return what happens on contact in spite of the measure; it is not longer for it by itself."""
    what = "Belt u ons toch" if facts.nature is MeasureNature.BAN else "Houdt u zich er niet aan"
    return paragraph(
        f"{what}? Dan beëindigen wij het gesprek en leggen wij dat vast.",
        f"{noun(facts, capital=True)} duurt daardoor niet vanzelf langer.",
        "Wij kunnen wel een nieuwe maatregel nemen.",
    )


def return_(facts: LetterFacts) -> Block:
    """Return when and how everything is as before."""
    review = ""
    if facts.review_on is not None:
        review = (
            f"Op {show_long_day(facts.review_on)} bekijken wij of {noun(facts)} nog nodig is. "
            f"Is er geen reden om door te gaan, dan stopt {noun(facts)} die dag."
        )
    return paragraph(
        review,
        f"Na {_last(facts)} kunt u weer contact met ons opnemen zoals iedereen.",
        "Wij vragen u dan om u aan de regels te houden.",
    )


def _is_shorter(facts: LetterFacts) -> bool:
    """Tell whether it lasts less long than the least that the policy gives."""
    least = facts.usual_shortest or (None if facts.usual_is_most else facts.usual_length)
    return least is not None and facts.last is not None and facts.last < least.last_day_from(facts.first)


def _usual_length(facts: LetterFacts) -> str:
    if facts.usual_shortest is not None:
        return f"{facts.usual_shortest} tot {facts.usual_length}"
    return f"hoogstens {facts.usual_length}" if facts.usual_is_most else str(facts.usual_length)


def _last(facts: LetterFacts) -> str:
    return show_long_day(facts.last if facts.last is not None else facts.first)


def _police_if_any(facts: LetterFacts) -> str:
    return police(facts) if facts.police_called or facts.police_report is not PoliceReport.NO else ""
