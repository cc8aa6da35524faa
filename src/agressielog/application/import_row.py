"""One row of a register becomes an incident about to be recorded, or all the reasons why it cannot."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import StrEnum

from agressielog.application.import_cells import (
    RowCells,
    one_of,
    read_as_typed,
    read_line,
    read_name,
    read_our_promises,
    read_promise,
    read_text,
    read_ulid,
)
from agressielog.application.import_columns import ColumnMap
from agressielog.application.import_errors import MomentMissing, NumberThoughWithheld, RefusedRow
from agressielog.application.import_fields import Field
from agressielog.application.import_values import (
    ToldMoment,
    ends_at_midnight,
    folded,
    read_channel,
    read_kinds,
    read_told_day,
    read_told_moment,
    read_yes_no,
    without_midnight,
)
from agressielog.application.table_text import Table, TableRow
from agressielog.domain.aftercare import ground_of
from agressielog.domain.incident import EARLIER_REGISTER, NewIncident
from agressielog.domain.phone import PhoneNumber, UnreadableNumber, Withheld, parse_number
from agressielog.domain.placeholder import says_nothing
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    Country,
    IncidentStatus,
    PoliceReport,
    Severity,
)

#: The reporter of a row that names none: an imported name would be a guess.
UNKNOWN_REPORTER = "onbekend"

# A key as our own export writes it. It was valid when it was stored, whatever the numbering plan says now.
_KEY = re.compile(r"\+[0-9]{4,17}|[0-9]{2,6}")

_NO_IDENTITY = Ulid("0" * 26)
_NEVER = ToldMoment(datetime.min.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC))


class Remark(StrEnum):
    """What a user must know about rows that come in."""

    NUMBER_REPAIRED = "nummer_aangevuld"
    TIME_TAKEN = "tijd_aangenomen"
    DOUBLED_HOUR = "dubbel_uur"
    KIND_TAKEN = "soort_aangenomen"
    NO_TEXT = "geen_tekst"
    NO_REPORTER = "geen_melder"
    SAME_AGAIN = "staat_er_nog_eens"


@value(kw_only=True)
class ImportRules:
    """How rows are read, the same for all of them.

    Attributes:
        policy: the kinds there are.
        country: whose numbers are written without a country code.
        now: aware UTC moment at which the rows come in.
        team, reporter, channel: for rows that name none.
        asks: whether the incidents still ask for an answer, and for care; otherwise they are taken as answered.
    """

    policy: Policy
    country: Country
    now: datetime
    team: str | None = None
    reporter: str = UNKNOWN_REPORTER
    channel: Channel = Channel.TELEPHONE
    asks: bool = False


@value(kw_only=True)
class ReadRow:
    """A row that can come in.

    Attributes:
        line: on which it begins, from 1.
        incident: complete but for its caller, and for its identity if that is not its own.
        own_ulid: whether the row brought its identity, as an export of ours does.
        content: a hash of what makes it this incident; equal for rows that tell the same.
        told: the moment that goes into an identity made from the content.
        name, customer_number: of the caller.
        group: the caller's code in the export that the row comes from.
        certainty: as exported.
        settled: whether the row itself says whose it is, also that it is nobody's.
        remarks: what was filled in.
    """

    line: int
    incident: NewIncident
    own_ulid: bool
    content: bytes
    told: datetime
    name: str | None
    customer_number: str | None
    group: str | None
    certainty: Certainty | None
    settled: bool
    remarks: tuple[Remark, ...]


def identity(row: ReadRow, occurrence: int) -> Ulid:
    """Return the identity of the *occurrence*-th row (from 0) with this content.

    The same row read again, from whatever file, is the same incident; two equal rows in one file are two.
    """
    noise = hashlib.sha256(row.content + occurrence.to_bytes(8, "big")).digest()[:RANDOM_BYTES]
    return make_ulid(row.told, noise)


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, columns: ColumnMap, rules: ImportRules) -> None:
        """Prepare for the rows of *table*.

        Raises:
            MomentUnmapped, KindsUnmapped: the columns do not make an incident.
        """
        columns.require(table.header)
        self._places = {field: (heading, table.header.index(heading)) for field, heading in columns.columns}
        self._columns = columns
        self._own_kinds = dict(columns.kinds)
        self._rules = rules
        self._answered = None if rules.asks else EARLIER_REGISTER
        self._days_only = Field.TIME in self._places or _holds_days_only(table, self._places[Field.AT][1])
        # Cells that come back in many rows; reading them takes most of the time.
        self._kinds: dict[str, tuple[KindCode, ...]] = {}
        self._moments: dict[str, ToldMoment] = {}

    def read(self, row: TableRow) -> ReadRow | RefusedRow:
        """Read one row, whatever is in it."""
        cells = RowCells(row, self._places)
        told = cells.take(Field.AT, lambda _heading, raw: self._moment(raw, cells.raw(Field.TIME)))
        phone, withheld = _number(cells, self._rules.country)
        name = cells.take(Field.NAME, read_line if cells.ours else read_name)
        customer_number = cells.take(Field.CUSTOMER_NUMBER, read_line if cells.ours else read_name)
        group = cells.take(Field.CALLER, read_line)
        certainty = cells.take_ours(Field.CERTAINTY, one_of(Certainty))
        number = Withheld() if withheld else phone
        incident = self._incident(cells, told or _NEVER, number, (name, customer_number))
        if told is None or cells.reasons:
            return RefusedRow(row.line_number, tuple(cells.reasons))
        who = phone.key if phone is not None else str(withheld)
        return ReadRow(
            line=row.line_number,
            incident=incident,
            own_ulid=cells.ours,
            content=_content(cells, who, name, customer_number, incident),
            told=told.told,
            name=name,
            customer_number=customer_number,
            group=group,
            certainty=certainty,
            settled=cells.ours and cells.known(Field.CALLER),
            remarks=tuple(_remarks(cells, told, phone)),
        )

    def _incident(
        self,
        cells: RowCells,
        told: ToldMoment,
        number: PhoneNumber | Withheld | None,
        caller: tuple[str | None, str | None],
    ) -> NewIncident:
        """Make the incident; in another's register what is known of the *caller* was told in the call."""
        rules = self._rules
        kinds = self._kinds_of(cells)
        account = cells.take(Field.ACCOUNT, read_text)
        # Without a name there is nobody to care for.
        named = cells.take(Field.REPORTER, read_line) or rules.reporter
        answered = cells.take_ours(Field.ANSWERED, read_line)
        typed = cells.take(Field.NUMBER_TYPED if cells.ours else Field.NUMBER, read_as_typed)
        severity = cells.take_ours(Field.SEVERITY, one_of(Severity)) or rules.policy.severity_of(kinds)
        return NewIncident(
            ulid=cells.take_ours(Field.ULID, read_ulid) or _NO_IDENTITY,
            at=told.at,
            recorded_at=cells.take_filled(Field.RECORDED_AT, self._recorded_at) or rules.now,
            number=number,
            number_typed=typed if cells.ours or number is not None else None,
            name_told=cells.take_ours(Field.NAME_TOLD, read_line) if cells.ours else caller[0],
            customer_number_told=(
                cells.take_ours(Field.CUSTOMER_NUMBER_TOLD, read_line) if cells.ours else caller[1]
            ),
            caller=None,
            certainty=None,
            kinds=kinds,
            severity=severity,
            channel=cells.take_filled(Field.CHANNEL, read_channel) or rules.channel,
            team=cells.take(Field.TEAM, read_line) or rules.team,
            subject=cells.take(Field.SUBJECT, read_line),
            reporter=named,
            account=account or "",
            quote=cells.take(Field.QUOTE, read_text),
            warned=cells.take(Field.WARNED, read_yes_no) or False,
            ended=cells.take(Field.ENDED, read_yes_no) or False,
            handed_over=cells.take(Field.HANDED_OVER, read_yes_no) or False,
            police=cells.take(Field.POLICE, read_yes_no) or False,
            our_fault=cells.take(Field.OUR_FAULT, read_yes_no) or False,
            refused=cells.take(Field.REFUSED, read_text),
            helped=cells.take(Field.HELPED, read_text),
            apologised_on=cells.take_filled(Field.APOLOGISED_ON, self._day),
            police_report=cells.take_ours(Field.POLICE_REPORT, one_of(PoliceReport))
            or rules.policy.police_of(kinds),
            status=cells.take_ours(Field.STATUS, one_of(IncidentStatus)) or IncidentStatus.REPORTED,
            incomplete=cells.take_ours(Field.INCOMPLETE, read_yes_no) or not account,
            answered=answered if cells.ours and cells.known(Field.ANSWERED) else self._answered,
            aftercare=ground_of(severity, asked=False) if rules.asks and named != UNKNOWN_REPORTER else None,
            promises=cells.take_filled(Field.PROMISES, read_our_promises if cells.ours else read_promise)
            or (),
        )

    def _kinds_of(self, cells: RowCells) -> tuple[KindCode, ...]:
        if self._columns.kind is not None and not cells.filled(Field.KINDS):
            return (self._columns.kind,)
        return cells.take(Field.KINDS, self._read_kinds) or ()

    def _read_kinds(self, heading: str, raw: str) -> tuple[KindCode, ...]:
        if raw not in self._kinds:
            self._kinds[raw] = read_kinds(heading, raw, self._rules.policy, self._own_kinds)
        return self._kinds[raw]

    def _moment(self, raw: str, clock: str) -> ToldMoment:
        if not raw.strip():
            raise MomentMissing
        text = f"{without_midnight(raw) if self._days_only else raw} {clock}".strip()
        if text not in self._moments:
            self._moments[text] = read_told_moment(text, self._rules.now, self._columns.clock)
        return self._moments[text]

    def _recorded_at(self, _heading: str, raw: str) -> datetime:
        # Nothing hangs on the hour: of a day alone the start, which is never in the future.
        return read_told_moment(raw, self._rules.now, time.min).at

    def _day(self, _heading: str, raw: str) -> date:
        return read_told_day(without_midnight(raw), self._rules.now)


def _number(cells: RowCells, country: Country) -> tuple[PhoneNumber | None, bool]:
    """Return the number, and whether it was withheld; a cell without anything in it says neither."""

    def read(_heading: str, raw: str) -> PhoneNumber | Withheld | None:
        if cells.ours and _KEY.fullmatch(raw):
            return PhoneNumber(raw)
        try:
            return parse_number(raw, country)
        except UnreadableNumber:
            if says_nothing(raw):
                return None
            raise

    number = cells.take_filled(Field.NUMBER, read)
    withheld = cells.take(Field.WITHHELD, read_yes_no) or isinstance(number, Withheld)
    phone = number if isinstance(number, PhoneNumber) else None
    if withheld and phone is not None:
        cells.refuse(Field.WITHHELD, NumberThoughWithheld())
    return phone, withheld


def _content(
    cells: RowCells, who: str, name: str | None, customer_number: str | None, incident: NewIncident
) -> bytes:
    """Return a hash of what makes it this incident, as the row tells it and not as it was filled in.

    What is added to a register later, such as a status, an apology or a promise, has no part in it: the
    register of next month must find its rows again.
    """
    told = (
        who,
        folded(name or ""),
        customer_number or "",
        folded(cells.raw(Field.KINDS)),
        " ".join(incident.account.split()),
        " ".join((incident.quote or "").split()),
        folded(cells.raw(Field.REPORTER)),
        folded(cells.raw(Field.TEAM)),
        folded(cells.raw(Field.CHANNEL)),
    )
    return hashlib.sha256(json.dumps(told).encode()).digest()


def _remarks(cells: RowCells, told: ToldMoment, phone: PhoneNumber | None) -> Iterator[Remark]:
    if told.time_taken:
        yield Remark.TIME_TAKEN
    if told.doubled:
        yield Remark.DOUBLED_HOUR
    if not cells.filled(Field.KINDS):
        yield Remark.KIND_TAKEN
    if cells.ours:
        return
    if phone is not None and _was_repaired(cells.raw(Field.NUMBER), phone):
        yield Remark.NUMBER_REPAIRED
    if not cells.filled(Field.ACCOUNT):
        yield Remark.NO_TEXT
    if not cells.filled(Field.REPORTER):
        yield Remark.NO_REPORTER


def _was_repaired(raw: str, phone: PhoneNumber) -> bool:
    """Whether a spreadsheet took the zero or the plus in front, and we put it back."""
    first = next((c for c in raw if c.isdigit()), "0")
    return phone.key.startswith("+") and "+" not in raw and first != "0"


def _holds_days_only(table: Table, place: int) -> bool:
    """Whether every moment in a column is midnight: a spreadsheet wrote days as moments."""
    filled = [row.cells[place] for row in table.rows if row.cells[place].strip()]
    return all(ends_at_midnight(cell) for cell in filled)
