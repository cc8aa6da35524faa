"""Turns the options of `maatregel` into a measure that is wanted."""

from collections.abc import Sequence
from datetime import date

from agressielog.application.errors import MissingAnswers
from agressielog.application.proposing import Wanted
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.add_options import read_moment
from agressielog.cli.reading_options import read_code
from agressielog.domain.day import Direction, parse_day
from agressielog.domain.decision import ReviewOutcome, Verdict
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.identity import parse_incident_id
from agressielog.domain.local_time import start_of_day
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.moment_errors import MomentInFuture
from agressielog.domain.span import Span
from agressielog.domain.text import optional_line, optional_text
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Delivery


@value(kw_only=True)
class MeasureOptions:
    """The words of the command line, as typed."""

    caller: str
    measure: str | None
    rung: str | None
    first: str | None
    length: str | None
    last: str | None
    reason: str | None
    decided_by: str | None
    delivered: str | None
    way: str | None
    heard: str | None
    not_heard: str | None
    channel_left: str | None
    scope: str | None
    arrangement: str | None
    incidents: Sequence[str]
    urgent: bool
    deviation: str | None
    none: bool


@value
class Told:
    """An objection that came in on a local day, or the answer to it, as far as that was said."""

    day: date
    answers: bool = False
    verdict: Verdict | None = None
    reason: str | None = None


def read_wanted(app: App, typed: MeasureOptions, on: date) -> Wanted:
    """Read every option.

    Raises:
        The `WrongUse` family.
    """
    for one, other, both in (
        ("--duur", "--tot", typed.length is not None and typed.last is not None),
        ("--gehoord", "--niet-gehoord", typed.heard is not None and typed.not_heard is not None),
        ("--geen", "--soort", typed.none and typed.measure is not None),
        ("--geen", "--trede", typed.none and typed.rung is not None),
        ("--geen", "--uitgereikt", typed.none and typed.delivered is not None),
    ):
        if both:
            raise Contradiction(one, other)
    if typed.way is not None and typed.delivered is None:
        raise MissingAnswers(("--uitgereikt",), on_terminal=False)
    return Wanted(
        caller=typed.caller,
        measure=typed.measure,
        rung=typed.rung,
        first=_future(typed.first, on),
        last=_future(typed.last, on),
        length=read_span("--duur", typed.length),
        decided_by=optional_line("--besluit-door", typed.decided_by),
        reason=optional_text("--reden", typed.reason),
        scope=optional_line("--omvang", typed.scope),
        channel_left=optional_line("--kanaal-over", typed.channel_left),
        arrangement=optional_line("--afspraak", typed.arrangement),
        heard_on=read_past_day(app, typed.heard) if typed.heard is not None else None,
        not_heard=optional_text("--niet-gehoord", typed.not_heard),
        urgent=typed.urgent,
        deviation=optional_text("--afwijking", typed.deviation),
        incidents=tuple(parse_incident_id(incident) for incident in typed.incidents) or None,
        delivered=read_delivery(app, typed.delivered, typed.way) if typed.delivered is not None else None,
    )


def read_past_day(app: App, typed: str) -> date:
    """Read the local day of something that has happened.

    Raises:
        UnreadableDay, MomentInFuture.
    """
    day = parse_day(typed, app.today)
    if day > app.today:
        raise MomentInFuture(start_of_day(day), app.now, whole_day=True)
    return day


def read_delivery(app: App, at: str, way: str | None) -> Delivered:
    """Read when and how a measure reached the caller; by post where nothing is said."""
    return Delivered(read_moment(app, at).at, read_way(way))


def read_ended(kind: str, reason: str | None, on: date) -> Ended:
    """Read how and why a measure ends on local day *on*."""
    return Ended(read_code("--soort", kind, EndKind), on, optional_text("--reden", reason) or "")


def read_outcome(typed: str | None) -> ReviewOutcome | None:
    """Read what a review came to; None where nothing is said, for that lifts nothing.

    Raises:
        UnreadableValue: with the outcomes there are.
    """
    return read_code("--uitkomst", typed, ReviewOutcome) if typed is not None else None


def read_objection(
    app: App, received: str | None, answered: str | None, verdict: str | None, reason: str | None
) -> Told:
    """Read that an objection came in, or as far as it was said how it was answered.

    Raises:
        Contradiction, MissingAnswers, UnreadableValue.
    """
    if received is not None and answered is not None:
        raise Contradiction("--ontvangen", "--beantwoord")
    for option, typed in (("--uitkomst", verdict), ("--reden", reason)):
        if received is not None and typed is not None:
            raise Contradiction("--ontvangen", option)
    if received is not None:
        return Told(read_past_day(app, received))
    if answered is None:
        raise MissingAnswers(("--ontvangen of --beantwoord",), on_terminal=False)
    outcome = read_code("--uitkomst", verdict, Verdict) if verdict is not None else None
    return Told(read_past_day(app, answered), True, outcome, optional_text("--reden", reason))


def read_way(typed: str | None) -> Delivery:
    """Read a way of delivery.

    Raises:
        UnreadableValue: with the ways there are.
    """
    return read_code("--wijze", typed, Delivery) if typed is not None else Delivery.POST


def read_span(option: str, typed: str | None) -> Span | None:
    """Read a length such as `1 maand`.

    Raises:
        UnreadableValue.
    """
    if typed is None:
        return None
    try:
        return Span.parse(typed)
    except ValueError as error:
        raise UnreadableValue(option, typed, ("1 maand", "3 maanden", "90 dagen")) from error


def _future(typed: str | None, on: date) -> date | None:
    return parse_day(typed, on, Direction.FUTURE) if typed is not None else None
