"""What is due, worked out by brute force from the rows of a logbook: the yardstick for `taken`.

Written from domain.md (sections 3, 4.4 and 8) and the design's rules of counting (4.3), for the policy
`standaard`. It walks through everything, knows no index, and imports nothing of the product: an error in
the product's domain cannot be repeated here by calling it.
"""

import calendar
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SECOND = timedelta(seconds=1)

# domain 8.1
LIGHT = {"hinderlijk", "schreeuwen", "kleineren", "schelden"}
MEDIUM = {"belediging", "intimidatie", "discriminatie", "seksuele_intimidatie"}
SEVERE = {"bedreiging", "belaging", "fysiek_vernieling"}
COUNTS = LIGHT | MEDIUM | SEVERE
# domain 3: insult is prosecuted on a complaint (art. 269 Sr); so is stalking (art. 285b lid 2 Sr).
ON_COMPLAINT = {"belediging", "belaging"}
STANDS = {"gemeld", "bevestigd"}
RUNGS = {"mondeling", "schriftelijk", "verbod_1_maand", "verbod_3_maanden", "verbod_6_maanden"}

Row = dict[str, Any]
Book = dict[str, list[Row]]


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """A duty: its kind, when it is due, whether it is late, and what it is about."""

    kind: str
    due: str
    late: bool
    about: str


def read_book(path: Path) -> Book:
    """Return every row there is."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")] for table in _TABLES
        }


def expected(book: Book, on: date, now: datetime) -> list[Expected]:
    """Return everything that is due on local day *on*, sorted."""
    at = now if _day(now) == on else _end(on)
    return sorted(_Reference(book, on, at.replace(microsecond=0)).everything())


_TABLES = (
    *("incident", "bijsoort", "beller", "maatregel", "maatregel_incident", "toezegging", "verzoek"),
    *("nazorg_stap", "nazorg_afgezien", "reservekopie", "logboek", "vasthouding"),
)


class _Reference:
    def __init__(self, book: Book, on: date, at: datetime) -> None:
        self.book, self.on, self.at = book, on, at
        further: dict[int, set[str]] = {}
        for row in book["bijsoort"]:
            further.setdefault(row["incident"], set()).add(row["soort"])
        self.calls = [
            {**row, "soorten": {row["soort"]} | further.get(row["id"], set()), "moment": _moment(row["op"])}
            for row in book["incident"]
            if _day(_moment(row["op"])) <= on
        ]
        self.ours = [c for c in self.calls if c["beantwoord"] is None and c["status"] in STANDS]
        self.moments = {row["id"]: _moment(row["op"]) for row in book["incident"]}
        listed: dict[int, list[int]] = {}
        for row in book["maatregel_incident"]:
            listed.setdefault(row["maatregel"], []).append(row["incident"])
        self.decisions = [
            {**row, "incidenten": sorted(listed.get(row["id"], []))}
            for row in book["maatregel"]
            if _date(row["besloten_op"]) <= on
        ]
        self.answering: dict[int, list[Row]] = {}
        self.deciding: dict[int, list[Row]] = {}
        for decision in self.decisions:
            self.deciding.setdefault(decision["beller"], []).append(decision)
            for incident in decision["incidenten"]:
                self.answering.setdefault(incident, []).append(decision)
        self.calling: dict[int | None, list[Row]] = {}
        for call in self.calls:
            self.calling.setdefault(call["beller"], []).append(call)

    def everything(self) -> Iterator[Expected]:
        yield from self.reactions()
        for decision in self.decisions:
            yield from self.about(decision)
        yield from self.care()
        yield from self.requests()
        yield from self.promises()
        yield from self.small_ones()
        yield from self.holds()
        yield from self.backup()

    def duty(self, kind: str, due: datetime, about: object) -> Expected:
        return Expected(kind, due.astimezone(UTC).isoformat(), self.at > due, str(about))

    # The reaction to the caller: 24 hours (domain 3), until the caller has heard something.

    def reactions(self) -> Iterator[Expected]:
        waiting: dict[tuple[int, int | None], list[Row]] = {}
        for call in self.ours:
            in_window = self.on <= _months(_day(call["moment"]), 12)
            if call["zekerheid"] != "zeker" or not call["soorten"] & COUNTS or not in_window:
                continue
            if not self.heard(call) and not self.settled(call):
                waiting.setdefault((call["beller"], self.awaits(call)), []).append(call)
        for (caller, measure), calls in waiting.items():
            calls.sort(key=lambda call: (call["moment"], call["id"]))
            about = (caller, measure, [call["id"] for call in calls])
            yield self.duty("reactie", calls[0]["moment"] + timedelta(hours=24), about)

    def heard(self, call: Row) -> bool:
        return any(
            decision["beller"] == call["beller"]
            and decision["einde"] != "vernietigd"
            and (decision["soort"] is None or self.delivered(decision))
            for decision in self.answering.get(call["id"], [])
        )

    def awaits(self, call: Row) -> int | None:
        found = [
            decision["id"] for decision in self.answering.get(call["id"], []) if self.deliverable(decision)
        ]
        return min(found, default=None)

    def settled(self, call: Row) -> bool:
        """A warning in the call answers a light incident of somebody who held nothing (design 4.3)."""
        if not call["gewaarschuwd"] or call["soorten"] & (MEDIUM | SEVERE):
            return False
        day = _day(call["moment"])
        for other in self.calling[call["beller"]]:
            same = other["zekerheid"] == "zeker"
            weighs = other["status"] in STANDS and other["soorten"] & COUNTS and other["gewaarschuwd"]
            before = other["moment"] < call["moment"] and day <= _months(_day(other["moment"]), 12)
            if same and weighs and before:
                return False
        return not any(self.held(one, call["moment"]) for one in self.deciding.get(call["beller"], []))

    def held(self, decision: Row, at: datetime) -> bool:
        if decision["uitgereikt_op"] is None or decision["trede"] not in RUNGS:
            return False
        if decision["einde"] == "vernietigd":
            return False
        delivered, day = _day(_moment(decision["uitgereikt_op"])), _day(at)
        if decision["tot"] is not None:
            last = _months(self.until(decision, _date(decision["tot"])), 12)
        else:
            planned = decision["geldig_tot"]
            last = self.until(decision, _date(planned) if planned else _months(delivered, 12))
        return delivered < day <= last

    def until(self, decision: Row, planned: date) -> date:
        ended = decision["einde_op"]
        return min(planned, _date(ended)) if ended and _date(ended) <= self.on else planned

    # What follows from a decision.

    def about(self, decision: Row) -> Iterator[Expected]:
        name = decision["id"]
        if self.deliverable(decision):
            moments = [self.moments[incident] for incident in decision["incidenten"]]
            due = min(moments) + timedelta(hours=24) if moments else _end(_date(decision["van"]))
            yield self.duty("uitreiken", due, name)
        received, answered = decision["bezwaar_ontvangen_op"], decision["bezwaar_beantwoord_op"]
        if received and _date(received) <= self.on and not (answered and _date(answered) <= self.on):
            yield self.duty("bezwaar", _end(_date(decision["bezwaar_antwoord_voor"])), name)
        last = decision["tot"] or decision["geldig_tot"]
        over = last is not None and _date(last) < self.on
        if decision["soort"] is None or not self.delivered(decision) or self.ended(decision) or over:
            return
        review, held = decision["evaluatie_op"], decision["geevalueerd_op"]
        if review and not (held and _date(held) <= self.on):
            yield self.duty("evaluatie", _end(_date(review)), name)
        if last is not None and _date(last) - self.on <= timedelta(days=30):
            yield self.duty("afloop", _end(_date(last)), name)

    def delivered(self, decision: Row) -> bool:
        at = decision["uitgereikt_op"]
        return at is not None and _day(_moment(at)) <= self.on

    def ended(self, decision: Row) -> bool:
        on = decision["einde_op"]
        return on is not None and (decision["einde"] == "vernietigd" or _date(on) <= self.on)

    def deliverable(self, decision: Row) -> bool:
        over = decision["tot"] is not None and _date(decision["tot"]) < self.on
        waits = not self.delivered(decision) and not self.ended(decision)
        return decision["soort"] is not None and waits and not over

    # Care for the colleague: the same day, 72 hours, two and six weeks (domain 3).

    def care(self) -> Iterator[Expected]:
        for call in self.calls:
            ground = call["nazorg"]
            asks = ground == "gevraagd" or (ground == "ernst" and call["ernst"] in {"middel", "zwaar"})
            if not asks or call["status"] not in STANDS:
                continue
            done = {
                row["stap"]
                for row in self.book["nazorg_stap"]
                if row["incident"] == call["id"] and _day(_moment(row["op"])) <= self.on
            }
            for step, due in self.steps(call).items():
                if step not in done:
                    yield self.duty("nazorg", due, (call["id"], step))

    def steps(self, call: Row) -> dict[str, datetime]:
        day = _day(call["moment"])
        declined = sorted(
            _date(row["op"])
            for row in self.book["nazorg_afgezien"]
            if row["incident"] == call["id"] and _date(row["op"]) <= self.on
        )
        if declined:
            return {"aanbod": _end(_moved(declined[0] + timedelta(weeks=2)))} if len(declined) == 1 else {}
        return {
            "eerste": _end(day),
            "gesprek": call["moment"] + timedelta(hours=72),
            "2wk": _end(_moved(day + timedelta(weeks=2))),
            "6wk": _end(_moved(day + timedelta(weeks=6))),
        }

    # Requests under the privacy law: the day for the answer is stored with the request.

    def requests(self) -> Iterator[Expected]:
        merged = {row["id"]: row["samengevoegd_met"] for row in self.book["beller"]}
        for row in self.book["verzoek"]:
            answered = row["beantwoord_op"]
            if _date(row["ontvangen_op"]) <= self.on and not (answered and _date(answered) <= self.on):
                caller = row["beller"]
                while merged[caller] is not None:
                    caller = merged[caller]
                yield self.duty("verzoek", _end(_date(row["antwoord_voor"])), (row["id"], caller))

    def promises(self) -> Iterator[Expected]:
        calls = {row["id"]: row for row in self.book["incident"]}
        for row in self.book["toezegging"]:
            call = calls.get(row["incident"])
            made = _day(_moment(row["op"] or calls[row["incident"]]["op"]))
            fell = call is not None and (call["status"] not in STANDS or call["beantwoord"] is not None)
            kept = row["klaar_op"] is not None and _day(_moment(row["klaar_op"])) <= self.on
            if row["voor"] is not None and made <= self.on and not fell and not kept:
                yield self.duty("toezegging", _end(_date(row["voor"])), row["id"])

    # What tidies the logbook: within a week, our own choice; and the complaint: three months (art. 66 Sr).

    def small_ones(self) -> Iterator[Expected]:
        for call in self.ours:
            day = _day(call["moment"])
            in_a_week = _end(_moved(day + timedelta(weeks=1)))
            if call["zekerheid"] == "vermoedelijk":
                yield self.duty("koppeling", in_a_week, call["id"])
            if call["onvolledig"]:
                yield self.duty("aanvullen", in_a_week, call["id"])
            last = _moved(_months(day, 3))
            if call["soorten"] & ON_COMPLAINT and self.on <= last:
                yield self.duty("klachttermijn", _end(last), call["id"])

    # Whether something must still be held: half a year after somebody last said so (our own choice).

    def holds(self) -> Iterator[Expected]:
        merged = {row["id"]: row["samengevoegd_met"] for row in self.book["beller"]}
        held: dict[tuple[int | None, int | None], list[Row]] = {}
        for row in self.book["vasthouding"]:
            ended = row["opgeheven_op"] is not None and _date(row["opgeheven_op"]) <= self.on
            over = row["tot"] is not None and _date(row["tot"]) < self.on
            if _date(row["van"]) <= self.on and not ended and not over:
                caller = row["beller"]
                while caller is not None and merged[caller] is not None:
                    caller = merged[caller]
                held.setdefault((caller, row["incident"]), []).append(row)
        for (caller, incident), rows in held.items():
            due = _months(max(_date(row["van"]) for row in rows), 6)
            if all(row["tot"] is not None and _date(row["tot"]) <= due for row in rows):
                continue
            if due - timedelta(days=30) <= self.on:
                about = (caller, [incident] if incident is not None else [])
                yield self.duty("vasthouding", _end(due), about)

    def backup(self) -> Iterator[Expected]:
        made = [_moment(row["op"]) for row in self.book["reservekopie"]]
        begun = min(_moment(row["op"]) for row in self.book["logboek"])
        due = max((at for at in made if at <= self.at), default=begun) + timedelta(days=7)
        if self.at > due:
            yield self.duty("reservekopie", due, "")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _day(at: datetime) -> date:
    return at.astimezone(AMSTERDAM).date()


def _end(day: date) -> datetime:
    """The last second of a local day."""
    midnight = datetime.combine(day + timedelta(days=1), time.min, AMSTERDAM)
    return midnight.astimezone(UTC) - SECOND


def _months(day: date, months: int) -> date:
    """Calendar months, clamped (domain 8.4, decision 3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@cache
def _moved(day: date) -> date:
    """The first day from *day* on that is no weekend and no holiday of the Algemene termijnenwet."""
    closed = holidays.country_holidays(
        "NL", years=[day.year, day.year + 1], categories=("public", "optional")
    )
    while day.weekday() > 4 or day in closed:
        day += timedelta(days=1)
    return day
