"""Turns the options of `edit` into a correction; an empty text empties the field."""

from collections.abc import Callable, Sequence
from datetime import date

from agressielog.application.correct import KEEP, Change, Correction
from agressielog.application.finding_callers import find_caller
from agressielog.application.usage_errors import Contradiction, StdinTwice
from agressielog.bootstrap import App
from agressielog.cli.add_options import STDIN, read_moment, read_promises, read_text
from agressielog.cli.reading_options import read_code
from agressielog.domain.day import parse_day
from agressielog.domain.identity import CallerId
from agressielog.domain.phone import PhoneNumber, Withheld, parse_number
from agressielog.domain.text import keep_line
from agressielog.domain.value import value
from agressielog.domain.vocabulary import IncidentStatus
from agressielog.settings.personal import parse_channel


@value(kw_only=True)
class EditOptions:
    """The words of the command line, as typed; None where an option is not there."""

    kinds: Sequence[str]
    account: str | None
    quote: str | None
    when: str | None
    caller: str | None
    no_caller: bool
    certain: bool
    number: str | None
    withheld: bool
    channel: str | None
    team: str | None
    subject: str | None
    reporter: str | None
    warned: bool | None
    ended: bool | None
    handed_over: bool | None
    police: bool | None
    our_fault: bool | None
    promises: Sequence[str]
    due: Sequence[str]
    refused: str | None
    helped: str | None
    apologies: str | None
    aftercare: bool | None
    status: str | None


def read_correction(app: App, typed: EditOptions) -> Correction:
    """Read every option.

    Raises:
        The `WrongUse` family; CallerNotFound.
    """
    if typed.account == STDIN and typed.quote == STDIN:
        raise StdinTwice
    for one, other, both in (
        ("--beller", "--geen-beller", typed.caller is not None and typed.no_caller),
        ("--nummer", "--anoniem", typed.number is not None and typed.withheld),
        ("--geen-beller", "--zeker", typed.no_caller and typed.certain),
    ):
        if both:
            raise Contradiction(one, other)
    account = read_text("--wat", typed.account)
    kinds = tuple(dict.fromkeys(app.policy.kind_begun(kind).code for kind in typed.kinds))
    return Correction(
        at=read_moment(app, typed.when).at if typed.when is not None else KEEP,
        kinds=kinds or KEEP,
        number=_number(app, typed),
        number_typed=typed.number if typed.number is not None else KEEP,
        caller=_caller(app, typed),
        certain=typed.certain,
        channel=parse_channel(typed.channel) if typed.channel is not None else KEEP,
        team=_line("--team", typed.team),
        subject=_line("--onderwerp", typed.subject),
        reporter=keep_line("--melder", typed.reporter) if typed.reporter is not None else KEEP,
        account=account if account is not None else KEEP,
        quote=_emptied(typed.quote, lambda quote: read_text("--citaat", quote)),
        warned=_flag(typed.warned),
        ended=_flag(typed.ended),
        handed_over=_flag(typed.handed_over),
        police=_flag(typed.police),
        our_fault=_flag(typed.our_fault),
        refused=_line("--niet-toegezegd", typed.refused),
        helped=_line("--hielp", typed.helped),
        apologised_on=_apologies(app, typed.apologies),
        aftercare=_flag(typed.aftercare),
        status=read_code("--status", typed.status, IncidentStatus) if typed.status is not None else KEEP,
        promises=read_promises(typed.promises, typed.due, app.today),
    )


def _line(option: str, typed: str | None) -> Change[str | None]:
    return _emptied(typed, lambda text: keep_line(option, text))


def _emptied(typed: str | None, read: Callable[[str], str | None]) -> Change[str | None]:
    if typed is None:
        return KEEP
    return read(typed) if typed.strip() else None


def _flag(typed: bool | None) -> Change[bool]:
    return KEEP if typed is None else typed


def _apologies(app: App, typed: str | None) -> Change[date | None]:
    if typed is None:
        return KEEP
    return parse_day(typed, app.today) if typed.strip() else None


def _number(app: App, typed: EditOptions) -> Change[PhoneNumber | Withheld | None]:
    if typed.withheld:
        return Withheld()
    return parse_number(typed.number, app.country) if typed.number is not None else KEEP


def _caller(app: App, typed: EditOptions) -> Change[CallerId | None]:
    if typed.no_caller:
        return None
    if typed.caller is None:
        return KEEP
    with app.store.reading() as reading:
        return find_caller(reading, typed.caller, app.country).id
