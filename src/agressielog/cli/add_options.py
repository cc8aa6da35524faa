"""Turns the options of `add` into what was told."""

import sys
from collections.abc import Sequence
from datetime import date

from agressielog.application.finding_callers import current
from agressielog.application.record import Account
from agressielog.application.usage_errors import Contradiction, StdinTwice, TooManyDays
from agressielog.bootstrap import App
from agressielog.cli.asking import ask, interactive
from agressielog.cli.telling import Telling
from agressielog.domain.day import Direction, parse_day
from agressielog.domain.identity import parse_caller_code
from agressielog.domain.incident import NewPromise
from agressielog.domain.matching import Choice, Chosen, SomebodyNew
from agressielog.domain.moment import Moment, complete_moment, parse_moment
from agressielog.domain.moment_errors import MomentWithoutTime
from agressielog.domain.phone import PhoneNumber, Withheld, parse_number
from agressielog.domain.placeholder import names_nobody, says_nothing
from agressielog.domain.promise_text import parse_promise, promised_text
from agressielog.domain.text import keep_line, keep_text, optional_line
from agressielog.domain.ulid import parse_ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty
from agressielog.settings.personal import parse_channel

#: In place of a text: read it from standard input, so that it is not in the shell's history.
STDIN = "-"
#: With `--beller`: none of those we know.
NEW_CALLER = "nieuw"


@value(kw_only=True)
class AddOptions:
    """The words of the command line, as typed."""

    number: Sequence[str]
    kinds: Sequence[str]
    account: str | None
    quote: str | None
    when: str | None
    name: str | None
    customer_number: str | None
    caller: str | None
    withheld: bool
    channel: str | None
    team: str | None
    subject: str | None
    reporter: str | None
    warned: bool
    ended: bool
    handed_over: bool
    police: bool
    our_fault: bool
    promises: Sequence[str]
    due: Sequence[str]
    refused: str | None
    helped: str | None
    aftercare: bool
    short: bool
    ulid: str | None


def read_telling(app: App, typed: AddOptions) -> tuple[Telling, Moment]:
    """Read every option.

    Raises:
        The `WrongUse` family, for the first one that cannot be read.
    """
    if typed.account == STDIN and typed.quote == STDIN:
        raise StdinTwice
    moment = read_moment(app, typed.when)
    number, number_typed = _number(app, typed)
    call = Account(
        ulid=parse_ulid(typed.ulid) if typed.ulid is not None else app.new_ulid(),
        at=moment.at,
        number=number,
        number_typed=number_typed,
        name=read_name(typed.name),
        customer_number=_customer_number(typed.customer_number),
        choice=_choice(app, typed.caller),
        kinds=tuple(dict.fromkeys(app.policy.kind_begun(kind).code for kind in typed.kinds)),
        channel=parse_channel(typed.channel) if typed.channel is not None else app.personal.channel,
        team=_given("--team", typed.team) if typed.team is not None else app.personal.team,
        subject=_given("--onderwerp", typed.subject),
        reporter=keep_line("--melder", typed.reporter if typed.reporter is not None else app.name),
        account=read_text("--wat", typed.account) or "",
        quote=read_text("--citaat", typed.quote),
        warned=typed.warned,
        ended=typed.ended,
        handed_over=typed.handed_over,
        police=typed.police,
        our_fault=typed.our_fault,
        refused=_given("--niet-toegezegd", typed.refused),
        helped=_given("--hielp", typed.helped),
        promises=read_promises(typed.promises, typed.due, app.today),
        aftercare=typed.aftercare,
        incomplete=typed.short and typed.account is None,
    )
    return (
        Telling(
            call=call,
            who=number is not None or any((call.name, call.customer_number, call.choice)),
            limits=typed.warned or typed.ended or typed.handed_over,
            promises=bool(typed.promises),
            helped=typed.helped is not None,
        ),
        moment,
    )


def read_moment(app: App, when: str | None) -> Moment:
    """Read `--wanneer`; on a terminal the time is asked for where only the day is clear."""
    if when is None:
        return Moment(app.now, doubled=False)
    try:
        return parse_moment(when, app.now)
    except MomentWithoutTime as unfinished:
        if not interactive():
            raise
        day = unfinished
        return ask(
            "Hoe laat was dat (bijvoorbeeld 14:30)", lambda typed: complete_moment(day, typed, app.now)
        )


def read_text(option: str, typed: str | None) -> str | None:
    """Return a text from the option itself or from standard input; None where the option is not there."""
    if typed is None:
        return None
    return keep_text(option, sys.stdin.read() if typed == STDIN else typed)


def read_promises(promises: Sequence[str], due: Sequence[str], today: date) -> tuple[NewPromise, ...]:
    """Return the promises; the first `--voor` belongs to the first `--toezegging`, and so on.

    Without one the promise may name the day itself: `terugbellen, vrijdag`.
    """
    if len(due) > len(promises):
        raise TooManyDays(len(promises), len(due))
    days = [parse_day(day, today, Direction.FUTURE) for day in due]
    padded = [*days, *[None] * (len(promises) - len(days))]
    return tuple(
        NewPromise(promised_text("--toezegging", what, today), day)
        if day is not None
        else parse_promise(what, today)
        for what, day in zip(promises, padded, strict=True)
    )


def read_name(typed: str | None) -> str | None:
    """Read a name; `onbekend`, `weet ik niet` and digits are nobody's."""
    line = _given("--naam", typed)
    return None if line is None or names_nobody(line) else line


def _customer_number(typed: str | None) -> str | None:
    line = _given("--klantnummer", typed)
    return None if line is None or says_nothing(line) else line


def _given(option: str, typed: str | None) -> str | None:
    return keep_line(option, typed) if typed is not None else None


def _number(app: App, typed: AddOptions) -> tuple[PhoneNumber | Withheld | None, str | None]:
    text = " ".join(typed.number)
    if typed.withheld:
        if typed.number:
            raise Contradiction("NUMMER", "--anoniem")
        return Withheld(), None
    if not typed.number:
        return None, None
    return parse_number(text, app.country), optional_line("NUMMER", text)


def _choice(app: App, caller: str | None) -> Choice | None:
    if caller is None:
        return None
    if caller.strip().casefold() == NEW_CALLER:
        return SomebodyNew()
    wanted = parse_caller_code(caller)
    with app.store.reading() as reading:
        return Chosen(current(reading, wanted), Certainty.CERTAIN)
