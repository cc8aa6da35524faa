"""One row of a register becomes an incident about to be recorded, or all the reasons why it cannot."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar

from agressielog.application.import_columns import ColumnMap
from agressielog.application.import_errors import (
    NumberThoughWithheld,
    PromiseKept,
    RefusedRow,
    RowReason,
)
from agressielog.application.import_fields import Field
from agressielog.application.import_values import (
    ToldMoment,
    ends_at_midnight,
    read_channel,
    read_kinds,
    read_told_day,
    read_told_moment,
    read_yes_no,
    says_nothing,
    without_midnight,
)
from agressielog.application.promise_cell import read_promises
from agressielog.application.table_text import Table, TableRow
from agressielog.domain.errors import AgressielogError, TextEmpty, UnreadableValue
from agressielog.domain.incident import EARLIER_REGISTER, NewIncident, NewPromise
from agressielog.domain.phone import PhoneNumber, UnreadableNumber, Withheld, parse_number
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.text import fold, keep_line, optional_line, optional_text
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid, parse_ulid
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

_V = TypeVar("_V")
_E = TypeVar("_E", bound=StrEnum)


class Remark(StrEnum):
    """What a user must know about rows that come in."""

    NUMBER_REPAIRED = "nummer aangevuld"
    TIME_TAKEN = "tijd aangenomen"
    DOUBLED_HOUR = "dubbel uur"
    KIND_TAKEN = "soort aangenomen"
    NO_TEXT = "geen tekst"
    NO_REPORTER = "geen melder"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRules:
    """How rows are read, the same for all of them.

    Attributes:
        policy: the kinds there are.
        country: whose numbers are written without a country code.
        now: aware UTC moment at which the rows come in.
        kind: for rows that name none; None refuses those.
        team, reporter, channel: for rows that name none.
        asks: whether the incidents still ask for an answer; otherwise they are taken as answered.
    """

    policy: Policy
    country: Country
    now: datetime
    kind: KindCode | None = None
    team: str | None = None
    reporter: str = UNKNOWN_REPORTER
    channel: Channel = Channel.TELEPHONE
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
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
        certainty: as exported; for a row with its own identity that settles whose it is.
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
        columns.require(kind_given=rules.kind is not None)
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
        cells = _Cells(row, self._places)
        told = cells.take(Field.AT, lambda heading, raw: self._moment(heading, raw, cells.raw(Field.TIME)))
        phone, withheld = _number(cells, self._rules.country)
        name = cells.take(Field.NAME, optional_line if cells.ours else _name)
        customer_number = cells.take(Field.CUSTOMER_NUMBER, optional_line if cells.ours else _name)
        group = cells.take(Field.CALLER, optional_line)
        certainty = cells.take_ours(Field.CERTAINTY, _one_of(Certainty))
        incident = self._incident(cells, told or _NEVER, Withheld() if withheld else phone)
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
            remarks=tuple(_remarks(cells, told, phone)),
        )

    def _incident(
        self, cells: "_Cells", told: ToldMoment, number: PhoneNumber | Withheld | None
    ) -> NewIncident:
        rules = self._rules
        kinds = self._kinds_of(cells)
        account = cells.take(Field.ACCOUNT, optional_text) or ""
        answered = cells.take_ours(Field.ANSWERED, optional_line)
        return NewIncident(
            ulid=cells.take_ours(Field.ULID, _ulid) or _NO_IDENTITY,
            at=told.at,
            recorded_at=cells.take_filled(Field.RECORDED_AT, self._recorded_at) or rules.now,
            number=number,
            number_typed=cells.take(Field.NUMBER_TYPED if cells.ours else Field.NUMBER, _as_typed),
            caller=None,
            certainty=None,
            kinds=kinds,
            severity=cells.take_ours(Field.SEVERITY, _one_of(Severity)) or rules.policy.severity_of(kinds),
            channel=cells.take_filled(Field.CHANNEL, read_channel) or rules.channel,
            team=cells.take(Field.TEAM, optional_line) or rules.team,
            subject=cells.take(Field.SUBJECT, optional_line),
            reporter=cells.take(Field.REPORTER, optional_line) or rules.reporter,
            account=account,
            quote=cells.take(Field.QUOTE, optional_text),
            warned=cells.take(Field.WARNED, read_yes_no) or False,
            ended=cells.take(Field.ENDED, read_yes_no) or False,
            handed_over=cells.take(Field.HANDED_OVER, read_yes_no) or False,
            police=cells.take(Field.POLICE, read_yes_no) or False,
            our_fault=cells.take(Field.OUR_FAULT, read_yes_no) or False,
            refused=cells.take(Field.REFUSED, optional_text),
            helped=cells.take(Field.HELPED, optional_text),
            apologised_on=cells.take_filled(Field.APOLOGISED_ON, self._day),
            police_report=cells.take_ours(Field.POLICE_REPORT, _one_of(PoliceReport)) or PoliceReport.NO,
            status=cells.take_ours(Field.STATUS, _one_of(IncidentStatus)) or IncidentStatus.REPORTED,
            incomplete=cells.take_ours(Field.INCOMPLETE, read_yes_no) or not account,
            answered=answered if cells.ours and cells.known(Field.ANSWERED) else self._answered,
            promises=cells.take_filled(Field.PROMISES, _exported_promises if cells.ours else _promise) or (),
        )

    def _kinds_of(self, cells: "_Cells") -> tuple[KindCode, ...]:
        if self._rules.kind is not None and not cells.filled(Field.KINDS):
            return (self._rules.kind,)
        return cells.take(Field.KINDS, self._read_kinds) or ()

    def _read_kinds(self, heading: str, raw: str) -> tuple[KindCode, ...]:
        if raw not in self._kinds:
            self._kinds[raw] = read_kinds(heading, raw, self._rules.policy, self._own_kinds)
        return self._kinds[raw]

    def _moment(self, heading: str, raw: str, clock: str) -> ToldMoment:
        text = f"{without_midnight(raw) if self._days_only else raw} {clock}".strip()
        if not text:
            raise TextEmpty(heading)
        if text not in self._moments:
            self._moments[text] = read_told_moment(text, self._rules.now, self._columns.time)
        return self._moments[text]

    def _recorded_at(self, _heading: str, raw: str) -> datetime:
        # Nothing hangs on the hour: of a day alone the start, which is never in the future.
        return read_told_moment(raw, self._rules.now, time.min).at

    def _day(self, _heading: str, raw: str) -> date:
        return read_told_day(without_midnight(raw), self._rules.now)


class _Cells:
    """The cells of one row by what they hold, and all that was found wrong with them."""

    def __init__(self, row: TableRow, places: Mapping[Field, tuple[str, int]]) -> None:
        self._row = row
        self._places = places
        self.reasons: list[RowReason] = []
        #: Whether the row brought its identity: then every cell of it means what our export means by it.
        self.ours = self.filled(Field.ULID)

    def known(self, field: Field) -> bool:
        """Whether the table has a column for *field*."""
        return field in self._places

    def raw(self, field: Field) -> str:
        """Return the cell as found; empty without a column."""
        return self._row.cells[self._places[field][1]] if field in self._places else ""

    def filled(self, field: Field) -> bool:
        """Whether there is something in the cell."""
        return bool(self.raw(field).strip())

    def take(self, field: Field, read: Callable[[str, str], _V]) -> _V | None:
        """Read a cell; None without a column, and for a cell that is wrong, which is noted."""
        if field not in self._places:
            return None
        heading, place = self._places[field]
        try:
            return read(heading, self._row.cells[place])
        except AgressielogError as error:
            self.refuse(field, error)
            return None

    def take_filled(self, field: Field, read: Callable[[str, str], _V]) -> _V | None:
        """Read a cell if there is something in it."""
        return self.take(field, read) if self.filled(field) else None

    def take_ours(self, field: Field, read: Callable[[str, str], _V]) -> _V | None:
        """Read a filled cell of a row that an export of ours wrote; None in any other row."""
        return self.take_filled(field, read) if self.ours else None

    def refuse(self, field: Field, error: AgressielogError) -> None:
        """Note that the row cannot come in."""
        self.reasons.append(RowReason(self._places[field][0], error))


def _number(cells: _Cells, country: Country) -> tuple[PhoneNumber | None, bool]:
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
    cells: _Cells, who: str, name: str | None, customer_number: str | None, incident: NewIncident
) -> bytes:
    """Return a hash of what makes it this incident, as the row tells it and not as it was filled in.

    What is added to a register later, such as a status, an apology or a promise, has no part in it: the
    register of next month must find its rows again.
    """
    told = (
        who,
        fold(name or ""),
        customer_number or "",
        fold(cells.raw(Field.KINDS)),
        " ".join(incident.account.split()),
        " ".join((incident.quote or "").split()),
        fold(cells.raw(Field.REPORTER)),
        fold(cells.raw(Field.TEAM)),
        fold(cells.raw(Field.CHANNEL)),
    )
    return hashlib.sha256(json.dumps(told).encode()).digest()


def _remarks(cells: _Cells, told: ToldMoment, phone: PhoneNumber | None) -> Iterator[Remark]:
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


def _name(heading: str, raw: str) -> str | None:
    return None if says_nothing(raw) else optional_line(heading, raw)


def _as_typed(heading: str, raw: str) -> str | None:
    """Keep a number exactly as it was written, if a file can keep it."""
    return raw if optional_line(heading, raw) is not None else None


def _ulid(heading: str, raw: str) -> Ulid:
    try:
        return parse_ulid(raw)
    except UnreadableValue:
        raise UnreadableValue(heading, raw) from None


def _one_of(codes: type[_E]) -> Callable[[str, str], _E]:
    def read(heading: str, raw: str) -> _E:
        for code in codes:
            if fold(raw) == fold(code.value):
                return code
        raise UnreadableValue(heading, raw, tuple(code.value for code in codes))

    return read


def _promise(heading: str, raw: str) -> tuple[NewPromise, ...]:
    """Take a cell of another register as one promise: what a line break in it means nobody knows."""
    return (NewPromise(keep_line(heading, raw)),)


def _exported_promises(heading: str, raw: str) -> tuple[NewPromise, ...]:
    try:
        promises = read_promises(raw)
    except ValueError:
        raise UnreadableValue(heading, raw) from None
    if any(done_at is not None for _, done_at in promises):
        raise PromiseKept
    return tuple(NewPromise(keep_line(heading, promise.what), promise.due) for promise, _ in promises)
