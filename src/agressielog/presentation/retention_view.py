"""Shows what cleaning up takes and what it leaves, each record with its reason."""

from agressielog.application.retention import CleaningUp
from agressielog.domain.hold import Hold
from agressielog.domain.identity import CallerId, MeasureId, caller_code, measure_code
from agressielog.domain.retention import Judged, RecordKind, RetentionReason
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.erasure_view import searched_json, show_searched
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted
from agressielog.presentation.moments import iso_day, show_day, show_short_day
from agressielog.presentation.rights_view import hold_json

#: Why a record goes or stays, as a sentence without its subject.
_WHY = {
    RetentionReason.TERM_OVER: "de bewaartermijn is voorbij",
    RetentionReason.FALLEN: "ingetrokken of afgewezen, en de termijn daarvoor is voorbij",
    RetentionReason.NO_PERSON_NEEDED: "weegt niet mee, en er staat niets meer open: van wie het was gaat weg",
    RetentionReason.WORKED_OUT: "uitgewerkt: loopt niet, telt niet meer mee, en rust op niets dat blijft",
    RetentionReason.NOTHING_LEFT: "er is niets meer van deze beller",
    RetentionReason.TERM_RUNS: "de bewaartermijn loopt",
    RetentionReason.TERM_OF_ANOTHER: "het laatste dat meetelde: de termijn van een zwaarder incident loopt hiervan",
    RetentionReason.HELD: "wordt vastgehouden",
    RetentionReason.MEASURE: "een maatregel loopt of telt nog mee",
    RetentionReason.COUNTS: "telt nog mee in het beleid",
    RetentionReason.PROMISE: "er staat een toezegging open",
    RetentionReason.REQUEST: "er staat een verzoek open",
    RetentionReason.OBJECTION: "er staat een bezwaar open",
    RetentionReason.RECORDS: "er is nog iets van wat blijft",
}


def show_cleaning_up(screen: Screen, found: CleaningUp) -> None:
    """Print every record that goes and every one that stays, each with its reason."""
    staying = [one for one in found.judged if not one.goes]
    screen.line(styled(f"Gaat weg: {found.count}", Style.TITLE))
    if found.looks:
        screen.line(
            f"{counted(found.looks, 'inzage', 'inzagen')} van voor {show_day(found.looks_before)}", indent=2
        )
    _table(screen, found.going)
    screen.line(styled(f"Blijft: {len(staying)}", Style.TITLE))
    _table(screen, staying)
    if found.holds:
        screen.line(styled("Vastgehouden", Style.TITLE))
    for hold, again in found.holds:
        looked = (
            f"; uiterlijk {show_short_day(again)} kijken of het nog nodig is" if again is not None else ""
        )
        until = f" t/m {show_short_day(hold.until)}" if hold.until is not None else ""
        screen.line(
            f"{_held(hold)} sinds {show_short_day(hold.since)}{until}: {hold.reason}{looked}",
            indent=2,
            hanging=2,
        )


def show_dry_run(screen: Screen, found: CleaningUp) -> None:
    """Print what would go, and that nothing did."""
    show_cleaning_up(screen, found)
    screen.line("Er is niets veranderd.")


def show_cleaned_up(screen: Screen, done: CleaningUp) -> None:
    """Print that it was done."""
    if not done.count:
        screen.line("Er is niets om op te schonen.")
        return
    screen.line(styled(f"Opgeschoond: {counted(done.count, 'gegeven', 'gegevens')}.", Style.GOOD))
    if done.searched is not None:
        show_searched(screen, done.searched, "daarin stond")
    screen.line("De cijfers van vroegere maanden blijven zoals ze waren.", indent=2)
    screen.line("In reservekopieën kan het nog staan tot ze plaatsmaken.", indent=2)


def cleaning_up_json(found: CleaningUp, *, done: bool) -> Json:
    """Return the document of `avg opschonen`."""
    return {
        "schema": "agressielog.avg.opschonen/1",
        "uitgevoerd": done,
        "aantal": found.count,
        "gaat": [_judged_json(one) for one in found.judged if one.goes],
        "blijft": [_judged_json(one) for one in found.judged if not one.goes],
        "inzagen": found.looks,
        "vastgehouden": [
            {
                "wat": _held(hold),
                **hold_json(hold),
                "kijken_voor": iso_day(again) if again is not None else None,
            }
            for hold, again in found.holds
        ],
        "nagezocht": searched_json(found.searched) if found.searched is not None else None,
    }


def _held(hold: Hold) -> str:
    return caller_code(hold.caller) if hold.caller is not None else f"incident {hold.incident}"


def _judged_json(one: Judged) -> Json:
    return {
        "soort": one.kind.value,
        "id": _id(one),
        "reden": one.reason.value,
        "bewaard_tot": iso_day(one.until) if one.until is not None else None,
    }


def _id(one: Judged) -> str | int:
    match one.kind:
        case RecordKind.CALLER:
            return caller_code(CallerId(one.number))
        case RecordKind.MEASURE:
            return measure_code(MeasureId(one.number))
        case RecordKind.INCIDENT | RecordKind.LINK:
            return one.number


def _table(screen: Screen, judged: list[Judged] | tuple[Judged, ...]) -> None:
    if judged:
        screen.table(["Wat", "Waarom"], [(_named(one), _why(one)) for one in judged])


def _named(one: Judged) -> str:
    noun = "wie er belde bij incident" if one.kind is RecordKind.LINK else one.kind.value
    return f"{noun} {_id(one)}"


def _why(one: Judged) -> str:
    until = f" tot en met {show_short_day(one.until)}" if one.until is not None and not one.goes else ""
    if until and one.reason is not RetentionReason.TERM_RUNS and one.kind is RecordKind.LINK:
        until = f", hoogstens{until}"
    return _WHY[one.reason] + until
