"""Takes over an earlier register: reads its rows, foresees what would come in, stores all of it or nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, count

from agressielog.application.errors import LogbookMissing
from agressielog.application.import_alike import Alike, alike
from agressielog.application.import_callers import KnownCallers, NoCallers
from agressielog.application.import_columns import ColumnMap
from agressielog.application.import_errors import (
    RaggedCells,
    RefusedRow,
    RowReason,
    RowsAlike,
    RowsRefused,
    UlidTwice,
)
from agressielog.application.import_fields import Field
from agressielog.application.import_matching import Placement, place
from agressielog.application.import_row import ImportRules, ReadRow, Remark, RowReader, identity
from agressielog.application.ports.logbook import Store, Writing
from agressielog.application.ports.records import Deed
from agressielog.application.table_text import Table
from agressielog.domain.caller import NewCaller
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import NewIncident
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode
from agressielog.domain.span import Span
from agressielog.domain.ulid import Ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty

#: Told how many rows are done, for showing progress.
Progress = Callable[[int], None]


@value
class RowsRead:
    """The rows of a register; empty ones are left out. `accepted` have their identity.

    `stale_after`: how long a number is silent before it may be another person's, by the policy they were read by.
    """

    accepted: tuple[ReadRow, ...]
    refused: tuple[RefusedRow, ...]
    stale_after: Span

    @property
    def total(self) -> int:
        """How many rows have something in them."""
        return len(self.accepted) + len(self.refused)


@value
class SharedNumber:
    """A number on which the register leaves several callers; a caller without a name is None."""

    number: PhoneNumber
    names: tuple[str | None, ...]


@value(kw_only=True)
class ImportReport:
    """What comes in, or came in.

    Attributes:
        read: the rows it comes from.
        known: rows that were in the logbook already.
        coming: incidents.
        per_kind: their main kinds, most frequent first.
        first, last: the local days they lie between; None for no incidents.
        new_callers, known_callers: who gets them.
        presumed: incidents whose caller is only presumed; they count for nothing until confirmed.
        nobodys: incidents that belong to nobody we could find again.
        remarks: how many rows something was filled in for, in the order of `Remark`.
        shared: numbers on which several people are now.
        alike: the lines of the rows that look like an incident that was there already; if they are among
            those that come in, they count twice.
    """

    read: RowsRead
    known: int
    coming: int
    per_kind: tuple[tuple[KindCode, int], ...]
    first: date | None
    last: date | None
    new_callers: int
    known_callers: int
    presumed: int
    nobodys: int
    remarks: tuple[tuple[Remark, int], ...]
    shared: tuple[SharedNumber, ...]
    alike: tuple[int, ...]


@value
class _Plan:
    """The rows that are not in the logbook yet, and whose they are."""

    read: RowsRead
    known: int
    rows: Sequence[ReadRow]
    alike: tuple[ReadRow, ...]
    placement: Placement


def read_rows(table: Table, columns: ColumnMap, rules: ImportRules, done: Progress) -> RowsRead:
    """Read every row of a table.

    Raises:
        MomentUnmapped, KindsUnmapped: the columns do not make an incident.
    """
    reader = RowReader(table, columns, rules)
    width = len(table.header)
    accepted: list[ReadRow] = []
    refused = [
        RefusedRow(row.line_number, (RowReason(None, RaggedCells(row.cells_found, width)),))
        for row in table.ragged
    ]
    for number, row in enumerate(table.rows, start=1):
        if any(cell.strip() for cell in row.cells):
            outcome = reader.read(row)
            if isinstance(outcome, RefusedRow):
                refused.append(outcome)
            else:
                accepted.append(outcome)
        done(number)
    heading = columns.heading(Field.ULID)
    accepted, copies = _without_copies(accepted, heading)
    refused = sorted([*refused, *copies], key=lambda row: row.line)
    return RowsRead(tuple(_identified(accepted)), tuple(refused), rules.policy.number_stale_after)


def foresee_import(store: Store, read: RowsRead, *, on_alike: Alike = Alike.REFUSE) -> ImportReport:
    """Say what would come in; a logbook that does not exist yet knows nothing.

    Rows that look like an incident that is there already are counted with the rest unless they are left out.
    """
    try:
        with store.reading() as reading:
            return _report(_plan(read, reading, on_alike))
    except LogbookMissing:
        return _report(_plan(read, NoCallers(), on_alike))


def import_rows(
    store: Store,
    deed: Deed,
    read: RowsRead,
    *,
    skip_refused: bool,
    on_alike: Alike = Alike.REFUSE,
    settings: Mapping[str, str],
    done: Progress,
) -> ImportReport:
    """Store every row that is not in the logbook yet, in one write.

    Args:
        store: the logbook.
        deed: who does it.
        read: the rows.
        skip_refused: whether the good rows come in although others cannot.
        on_alike: what becomes of rows that look like an incident that is there already.
        settings: to keep in the same write, by key.
        done: told how many incidents are stored.

    Raises:
        RowsRefused: some rows cannot come in; nothing did.
        RowsAlike: some rows look like an incident that is there already; nothing came in.
    """
    if read.refused and not skip_refused:
        raise RowsRefused(read.total, read.refused)
    with store.writing(deed, large=True) as tx:
        plan = _plan(read, tx, on_alike)
        if plan.alike and on_alike is Alike.REFUSE:
            raise RowsAlike(tuple(row.line for row in plan.alike))
        tx.add_incidents(_incidents(plan, _store_callers(tx, plan.placement), done))
        for key, value in settings.items():
            tx.change_setting(key, value)
    return _report(plan)


def keep_settings(store: Store, deed: Deed, settings: Mapping[str, str]) -> None:
    """Keep what a user told about a register, before anything of it comes in."""
    with store.writing(deed) as tx:
        for key, value in settings.items():
            tx.change_setting(key, value)


def _without_copies(
    accepted: Sequence[ReadRow], heading: str | None
) -> tuple[list[ReadRow], list[RefusedRow]]:
    """Refuse all rows that share one identity: which of them it belongs to, nobody can tell."""
    times = Counter(row.incident.ulid for row in accepted if row.own_ulid)
    copies = [row for row in accepted if row.own_ulid and times[row.incident.ulid] > 1]
    kept = [row for row in accepted if not row.own_ulid or times[row.incident.ulid] == 1]
    return kept, [RefusedRow(row.line, (RowReason(heading, UlidTwice()),)) for row in copies]


def _identified(accepted: Sequence[ReadRow]) -> list[ReadRow]:
    """Give the rows without an identity one made from their content, whatever order they stand in."""
    equals: dict[Ulid, list[ReadRow]] = defaultdict(list)
    for row in accepted:
        if not row.own_ulid:
            equals[identity(row, 0)].append(row)
    taken = {row.incident.ulid for row in accepted if row.own_ulid}
    identified: dict[int, ReadRow] = {}
    for first, rows in equals.items():
        # What tells equals apart (a status, an apology) only orders them, so that it may change later.
        ordered = sorted(rows, key=lambda row: repr(row.incident)) if len(rows) > 1 else rows
        further = (identity(rows[0], n) for n in count(1))
        free = (ulid for ulid in chain([first], further) if ulid not in taken)
        for earlier, (row, ulid) in enumerate(zip(ordered, free, strict=False)):
            again = (Remark.SAME_AGAIN,) if earlier else ()
            identified[row.line] = replace(
                row, incident=replace(row.incident, ulid=ulid), remarks=row.remarks + again
            )
    return [identified.get(row.line, row) for row in accepted]


def _plan(read: RowsRead, known: KnownCallers, on_alike: Alike) -> _Plan:
    ulids = [row.incident.ulid for row in read.accepted]
    stored = known.known_ulids(ulids)
    rows = [row for row in read.accepted if row.incident.ulid not in stored]
    doubles = alike(rows, frozenset(ulids), known)
    if on_alike is Alike.LEAVE:
        left = {row.incident.ulid for row in doubles}
        rows = [row for row in rows if row.incident.ulid not in left]
    groups = _groups_of(read.accepted, rows, stored, known)
    return _Plan(read, len(stored), rows, doubles, place(rows, groups, known, read.stale_after))


def _groups_of(
    accepted: Sequence[ReadRow], rows: Sequence[ReadRow], stored: frozenset[Ulid], known: KnownCallers
) -> dict[str, CallerId]:
    """Return which caller of the logbook a caller of the export is, by the incidents of theirs it has already."""
    wanted = {row.group for row in rows}
    votes: dict[str, Counter[CallerId]] = defaultdict(Counter)
    for row in accepted:
        if row.settled and row.group in wanted and row.group is not None and row.incident.ulid in stored:
            incident = known.incident_by_ulid(row.incident.ulid)
            if incident is not None and incident.caller is not None:
                votes[row.group][incident.caller] += 1
    return {code: min(for_, key=lambda caller: (-for_[caller], caller)) for code, for_ in votes.items()}


def _store_callers(tx: Writing, placement: Placement) -> dict[CallerId, CallerId]:
    """Store who is new and what is newly known; returns the ids they have in the logbook."""
    book, callers = placement.book, placement.callers
    brought = [key for key in callers if key < 0]
    added = tx.add_callers(
        (
            NewCaller(name=book.caller(key).name, customer_number=book.caller(key).customer_number),
            book.changed_links(key),
        )
        for key in brought
    )
    known = [key for key in callers if key > 0]
    for key in known:
        if book.is_changed(key):
            tx.replace_caller(book.caller(key))
        for link in book.changed_links(key):
            tx.link(key, link)
    return dict(zip(brought, added, strict=True)) | {key: key for key in known}


def _incidents(plan: _Plan, ids: Mapping[CallerId, CallerId], done: Progress) -> Iterator[NewIncident]:
    for number, (row, owner) in enumerate(zip(plan.rows, plan.placement.owners, strict=True), start=1):
        if owner is None:
            yield row.incident
        else:
            caller, certainty = owner
            yield replace(row.incident, caller=ids[caller], certainty=certainty)
        done(number)


def _report(plan: _Plan) -> ImportReport:
    rows, placement = plan.rows, plan.placement
    kinds = Counter(row.incident.main_kind for row in rows)
    remarks = Counter(remark for row in rows for remark in row.remarks)
    moments = [row.incident.at for row in rows]
    owners = placement.owners
    return ImportReport(
        read=plan.read,
        known=plan.known,
        coming=len(rows),
        per_kind=tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        first=local_day(min(moments)) if moments else None,
        last=local_day(max(moments)) if moments else None,
        new_callers=sum(caller < 0 for caller in placement.callers),
        known_callers=sum(caller > 0 for caller in placement.callers),
        presumed=sum(owner is not None and owner[1] is Certainty.PRESUMED for owner in owners),
        nobodys=sum(owner is None for owner in owners),
        remarks=tuple((remark, remarks[remark]) for remark in Remark if remarks[remark]),
        shared=tuple(_shared(placement)),
        alike=tuple(row.line for row in plan.alike),
    )


def _shared(placement: Placement) -> Iterator[SharedNumber]:
    numbers = dict.fromkeys(
        link.number for caller in placement.callers for link in placement.book.changed_links(caller)
    )
    for number in numbers:
        callers = placement.book.on_number(number)
        if len(callers) > 1:
            yield SharedNumber(number, tuple(caller.name for caller in callers))
