"""Asks what a measure still needs before it can be imposed; Enter follows the advice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from agressielog.application.considerations import considerations
from agressielog.application.dossiers import Case, advice_for
from agressielog.application.proposing import Wanted, foresee, named_step
from agressielog.application.rights import rights_now
from agressielog.bootstrap import App
from agressielog.cli.asking import BACK, AskAgain, StepBack, ask, ask_yes_no, say
from agressielog.cli.measure_options import read_past_day, read_span, read_way
from agressielog.cli.questionnaire import EMPTY
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.gates import GateCode, refusals
from agressielog.domain.identity import caller_code, parse_incident_id
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.measure import Delivered
from agressielog.domain.moment import parse_moment
from agressielog.domain.moment_errors import MomentFault, UnreadableDay
from agressielog.domain.placeholder import says_none
from agressielog.domain.setting import Setting
from agressielog.domain.text import keep_line, keep_text, optional_line
from agressielog.domain.value import value
from agressielog.presentation.advice_words import measure_label, short_advice, show_length
from agressielog.presentation.finding_text import show_considerations
from agressielog.presentation.labels import show_caller
from agressielog.presentation.letters.sentences import hearing
from agressielog.presentation.moments import show_day
from agressielog.presentation.visible import visible

# What is not written like a day at all, and so is a reason.
_NO_DAY = {MomentFault.EMPTY, MomentFault.NOT_UNDERSTOOD, MomentFault.TOO_LONG}
# "nee" or "ziek" is no reason that anybody can read in a letter.
_WORDS_OF_A_REASON = 2


@value
class _Talk:
    """What a question can build on."""

    app: App
    case: Case


@value
class _Step:
    """One question: whether it is open after what was answered so far, and how it is asked."""

    open: Callable[[_Talk, Wanted], bool]
    ask: Callable[[_Talk, Wanted], Wanted]


def ask_missing(app: App, wanted: Wanted, on: date, *, none: bool) -> Wanted:
    """Tell what is advised and what to weigh, and ask what was not said.

    Args:
        app: the logbook.
        wanted: what stood in options.
        on: the day of the decision.
        none: whether it is a decision for no measure.
    """
    case = advice_for(app.store, wanted.caller, app.policy_on(on), on, app.country)
    app.showing([case.caller.id])
    say(f"{show_caller(case.caller)}. Advies: {short_advice(case.advice, case.policy)}")
    if case.restricted:
        say(
            f"Beperkt op verzoek. Waarom: agressielog advies {caller_code(case.caller.id)} --toch --reden TEKST"
        )
    else:
        for line in show_considerations(considerations(case)):
            say(f"Weeg mee: {line}")
    for statement in rights_now(app.store, case.caller.id, on).statements:
        told = " ".join(statement.text.split())
        say(f"Zienswijze van {show_day(statement.given_on)}: {told}", hanging=2)
    say(f"Een stap terug met {BACK}, stoppen met Ctrl-C.")
    return converse(app, case, wanted, none=none)


def converse(app: App, case: Case, wanted: Wanted, *, none: bool) -> Wanted:
    """Ask what was not said, one question at a time; typing `<` goes back to the one before."""
    talk, steps = _Talk(app, case), _NONE if none else _STEPS
    answered: list[tuple[int, Wanted]] = []
    place = 0
    while place < len(steps):
        if not steps[place].open(talk, wanted):
            place += 1
            continue
        try:
            after = steps[place].ask(talk, wanted)
        except StepBack:
            place, wanted = answered.pop() if answered else (place, wanted)
            continue
        answered.append((place, wanted))
        place, wanted = place + 1, after
    return wanted


def _lacks(code: GateCode) -> Callable[[_Talk, Wanted], bool]:
    """Return whether a gate would refuse for this reason, so that only what is needed is asked."""

    def open_(talk: _Talk, wanted: Wanted) -> bool:
        proposal = foresee(wanted, talk.case).proposal
        found = refusals(proposal, talk.case.policy, talk.case.advice)
        return any(reason.code is code for reason in found)

    return open_


def _binds(talk: _Talk, wanted: Wanted) -> bool:
    return named_step(wanted, talk.case)[1].nature.binds


def _limits(talk: _Talk, wanted: Wanted) -> bool:
    return named_step(wanted, talk.case)[1].nature is MeasureNature.RESTRICTION


def _measure(talk: _Talk, wanted: Wanted) -> Wanted:
    measures, advised = talk.case.policy.measures, talk.case.advice.measure
    for place, kind in enumerate(measures, start=1):
        say(f"  {place:>2}  {kind.label}")

    def read(typed: str) -> Wanted:
        if typed.isdecimal() and 1 <= int(typed) <= len(measures):
            return replace(wanted, measure=str(measures[int(typed) - 1].code))
        chosen = replace(wanted, measure=typed)
        named_step(chosen, talk.case)  # raises for one that the policy does not have
        return chosen

    shown = (
        f"Welke maatregel? [{measure_label(advised, talk.case.policy)}]" if advised else "Welke maatregel?"
    )
    return ask(shown, read, default=advised or "")


def _incidents(talk: _Talk, wanted: Wanted) -> Wanted:
    def read(typed: str) -> Wanted:
        found = tuple(parse_incident_id(word) for word in typed.replace(",", " ").split())
        return replace(wanted, incidents=found)

    usual = ", ".join(str(incident.id) for incident in talk.case.open)
    return ask(f"Voor welke incidenten? [{usual}]", read, default=usual)


def _term(talk: _Talk, wanted: Wanted) -> Wanted:
    draft = foresee(wanted, talk.case)
    usual = draft.rung.longest if draft.rung is not None and not draft.rung.is_range else None

    def read(typed: str) -> Wanted:
        told = replace(wanted, length=read_span("--duur", typed))
        reasons = refusals(foresee(told, talk.case).proposal, talk.case.policy, talk.case.advice)
        if too_long := [reason for reason in reasons if reason.code is GateCode.TOO_LONG]:
            raise UnreadableValue("--duur", typed, (str(too_long[0].longest),))
        return told

    if usual is not None:
        return ask(f"Hoe lang? [{usual}]", read, default=str(usual))
    bounds = show_length(talk.case.advice) if draft.proposal.kind.code == talk.case.advice.measure else ""
    return ask(f"Hoe lang? ({bounds or 'bijvoorbeeld 3 maanden'})", read)


def _deviation(_talk: _Talk, wanted: Wanted) -> Wanted:
    question = "Waarom anders dan het advies?"
    return replace(wanted, deviation=ask(question, lambda typed: keep_text("--afwijking", typed)))


def _urgent(_talk: _Talk, wanted: Wanted) -> Wanted:
    say("Er is nog geen waarschuwing die hiervoor telt; zo wordt dit geweigerd.")
    return replace(wanted, urgent=ask_yes_no("Toch, met spoed, om de reden die je gaf?", default=False))


def _decider(talk: _Talk, wanted: Wanted) -> Wanted:
    return replace(wanted, decided_by=ask_decider(talk.app))


def ask_decider(app: App) -> str:
    """Ask who decides; Enter is whom the organisation named for it."""
    usual = app.settings.get(Setting.DECIDER, "")
    shown = f"Wie besluit? [{visible(usual)}]" if usual else "Wie besluit? (een naam)"
    return ask(shown, lambda typed: keep_line("--besluit-door", typed), default=usual)


def _reason(_talk: _Talk, wanted: Wanted) -> Wanted:
    return replace(wanted, reason=ask("Waarom? Feiten, geen oordeel", lambda t: keep_text("--reden", t)))


def _channel(_talk: _Talk, wanted: Wanted) -> Wanted:
    text = ask("Hoe kan de beller ons nog bereiken?", lambda t: keep_line("--kanaal-over", t))
    return replace(wanted, channel_left=text)


def _heard(talk: _Talk, wanted: Wanted) -> Wanted:
    def read(typed: str) -> Wanted:
        try:
            return replace(wanted, heard_on=read_past_day(talk.app, typed))
        except UnreadableDay as error:
            # A day that is none, such as 31 February, is no reason either.
            if error.reason not in _NO_DAY:
                raise
            why = keep_text("--niet-gehoord", typed)
            if len(why.split()) < _WORDS_OF_A_REASON:
                say(
                    "  Geef de dag, of schrijf in een paar woorden waarom niet: het komt zo in de brief.",
                    hanging=2,
                )
                raise AskAgain from error
            return replace(wanted, not_heard=why)

    told = ask("Wanneer is de beller gehoord? Of: waarom niet", read)
    say(f"In de brief: {hearing(told.heard_on, told.not_heard)}", hanging=2)
    return told


def _scope(_talk: _Talk, wanted: Wanted) -> Wanted:
    def read(typed: str) -> str | None:
        return None if typed == EMPTY else optional_line("--omvang", typed)

    return replace(wanted, scope=ask("Voor welke nummers of afdelingen? (Enter = alles)", read))


def _arrangement(_talk: _Talk, wanted: Wanted) -> Wanted:
    question = "Wat is de afspraak? (één contactpersoon, vaste tijden, aantal keer per maand)"
    return replace(wanted, arrangement=ask(question, lambda t: keep_line("--afspraak", t)))


def _delivered(talk: _Talk, wanted: Wanted) -> Wanted:
    def read(typed: str) -> Wanted:
        if says_none(typed):
            return wanted
        moment, _, way = typed.partition(",")
        delivered = Delivered(parse_moment(moment, talk.app.now).at, read_way(way or None))
        return replace(wanted, delivered=delivered)

    question = "Al uitgereikt? Wanneer, en hoe (nu, voorgelezen; gisteren 14:30, post; Enter = nog niet)"
    return ask(question, read)


_DECIDER = _Step(lambda _talk, wanted: wanted.decided_by is None, _decider)
_REASON = _Step(lambda _talk, wanted: wanted.reason is None, _reason)
_INCIDENTS = _Step(lambda talk, wanted: wanted.incidents is None and len(talk.case.open) > 1, _incidents)
_NONE = (_INCIDENTS, _DECIDER, _REASON)
_STEPS = (
    _Step(lambda _talk, wanted: wanted.measure is None and wanted.rung is None, _measure),
    _INCIDENTS,
    _Step(lambda talk, w: _binds(talk, w) and w.length is None and w.last is None, _term),
    _Step(_lacks(GateCode.DEVIATION_WITHOUT_REASON), _deviation),
    _DECIDER,
    _REASON,
    _Step(_lacks(GateCode.NOT_WARNED), _urgent),
    _Step(_lacks(GateCode.NO_CHANNEL), _channel),
    _Step(_lacks(GateCode.NOT_HEARD), _heard),
    _Step(lambda talk, w: _limits(talk, w) and w.arrangement is None, _arrangement),
    _Step(lambda talk, w: _binds(talk, w) and w.scope is None, _scope),
    _Step(lambda _talk, wanted: wanted.delivered is None, _delivered),
)
