"""The report's counts, added up by SQLite from one index.

Every statement walks the stretch of `incident_cijfers` that belongs to the period, and nothing else: its
time grows with the period and not with the logbook, and the texts of the incidents are never read.
"""

import sqlite3
from datetime import date

from agressielog.domain.figures import MOST_NAMED, Figures, RepeatCaller
from agressielog.domain.identity import CallerId
from agressielog.domain.period import Period
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import BREACH, KindCode
from agressielog.domain.vocabulary import Certainty, Channel, IncidentStatus, PoliceReport, Severity

# Our own codes, so they may stand in the text of a statement.
_STANDING = ", ".join(repr(status.value) for status in IncidentStatus if status.stands)
_OF_PERIOD = f"FROM incident WHERE dag BETWEEN ? AND ? AND status IN ({_STANDING})"
# No test on `beller`: with one, SQLite would prefer the index on callers. `zekerheid` is there when it is.
_SURE = f"zekerheid = '{Certainty.CERTAIN.value}'"
_AGAINST_CALLER = f"""{_SURE} AND (ernst <> '{Severity.NONE.value}' OR soort = '{BREACH}' OR EXISTS (
    SELECT 1 FROM bijsoort WHERE bijsoort.soort = '{BREACH}' AND bijsoort.incident = incident.id
))"""  # noqa: S608 - our codes

_TOTALS = f"""
    SELECT count(*), total(gewaarschuwd), total(beeindigd), total(overgedragen),
        total(gewaarschuwd OR beeindigd OR overgedragen), total(politie), total(fout_bij_ons),
        total(anoniem), total(onvolledig), count(DISTINCT CASE WHEN {_SURE} THEN beller END)
    {_OF_PERIOD}
"""
_PER_HOUR_AND_WEEKDAY = f"""
    SELECT uur, (strftime('%w', dag) + 6) % 7 AS weekdag, count(*)
    {_OF_PERIOD} GROUP BY uur, weekdag ORDER BY uur, weekdag
"""
_PER_DAY = f"SELECT dag, count(*) {_OF_PERIOD} GROUP BY dag ORDER BY dag"
_REPEAT_CALLERS = f"""
    SELECT beller, gewogen, count(*) OVER () FROM (
        SELECT beller, count(*) AS n, sum(ernst <> '{Severity.NONE.value}') AS gewogen
        {_OF_PERIOD} AND {_AGAINST_CALLER} GROUP BY beller HAVING n > 1
    ) ORDER BY gewogen DESC, beller LIMIT {MOST_NAMED}
"""  # noqa: S608 - fixed pieces
_NUMBERS = f"SELECT nummer FROM beller_nummer WHERE beller = ? AND {_SURE} ORDER BY volgorde"  # noqa: S608 - fixed pieces


def count(connection: sqlite3.Connection, period: Period) -> Figures:
    """Return the counts of the standing incidents of *period*."""
    days = (period.first.isoformat(), period.last.isoformat())
    (totals,) = connection.execute(_TOTALS, days)
    total, warned, ended, handed_over, any_limit, police, our_fault, withheld, incomplete, callers = map(
        int, totals
    )
    repeated = connection.execute(_REPEAT_CALLERS, days).fetchall()
    return Figures(
        total=total,
        per_kind=tuple((KindCode(code), n) for code, n in _per(connection, "soort", days)),
        per_severity=tuple((Severity(code), n) for code, n in _per(connection, "ernst", days)),
        per_team=_per_name(connection, "team", days),
        per_channel=tuple((Channel(code), n) for code, n in _per(connection, "kanaal", days)),
        per_subject=_per_name(connection, "onderwerp", days),
        per_police_report=tuple((PoliceReport(code), n) for code, n in _per(connection, "aangifte", days)),
        per_hour_and_weekday=tuple(
            (_place(hour, 24), _place(weekday, 7), n)
            for hour, weekday, n in connection.execute(_PER_HOUR_AND_WEEKDAY, days)
        ),
        per_day=tuple((date.fromisoformat(day), n) for day, n in connection.execute(_PER_DAY, days)),
        warned=warned,
        ended=ended,
        handed_over=handed_over,
        any_limit=any_limit,
        police=police,
        our_fault=our_fault,
        withheld=withheld,
        incomplete=incomplete,
        callers=callers,
        repeating=repeated[0][2] if repeated else 0,
        repeat_callers=tuple(
            RepeatCaller(CallerId(caller), n, _numbers(connection, caller))
            for caller, n, _ in repeated
            if n > 1
        ),
    )


def _place(found: int, number: int) -> int:
    """Return an hour or a weekday that is one; the column may hold anything."""
    if found not in range(number):
        raise ValueError(found)
    return found


def _per(connection: sqlite3.Connection, column: str, days: tuple[str, str]) -> list[tuple[str, int]]:
    """Count per code of a column that is never empty, most frequent first."""
    return connection.execute(
        f"SELECT {column}, count(*) AS n {_OF_PERIOD} GROUP BY {column} ORDER BY n DESC, {column}",
        days,
    ).fetchall()


def _per_name(
    connection: sqlite3.Connection, column: str, days: tuple[str, str]
) -> tuple[tuple[str | None, int], ...]:
    """Count per name that users type, most frequent first; `KCC` and `kcc` are the same team."""
    found = connection.execute(
        f"SELECT min({column}) AS naam, count(*) AS n {_OF_PERIOD} "
        f"GROUP BY {column} COLLATE NOCASE ORDER BY n DESC, naam NULLS LAST",
        days,
    )
    return tuple((_name(name), n) for name, n in found)


def _name(found: object) -> str | None:
    """Return a name that is text, or none; the column may hold anything."""
    if found is None or isinstance(found, str):
        return found
    raise TypeError(found)


def _numbers(connection: sqlite3.Connection, caller: int) -> tuple[PhoneNumber, ...]:
    return tuple(PhoneNumber(key) for (key,) in connection.execute(_NUMBERS, [caller]))
