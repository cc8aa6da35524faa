"""Which column of a register holds what: guessed from its headings, told by a user, kept in the logbook."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time

from agressielog.application.import_errors import (
    ColumnTakenTwice,
    HeadingNotFound,
    KindsUnmapped,
    MappingUnreadable,
    MomentUnmapped,
)
from agressielog.application.import_fields import (
    EXPORTED,
    OURS_ONLY,
    Field,
    parse_field,
    plain_heading,
    words_for,
)
from agressielog.application.table_text import Table
from agressielog.domain.phone import NumberFault, UnreadableNumber, Withheld, parse_number
from agressielog.domain.placeholder import says_nothing
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.setting import COLUMN_MAP
from agressielog.domain.text import fold
from agressielog.domain.value import value

# Enough rows to see what a column holds.
_SAMPLE = 50
_SHORTEST_NUMBER = 7
_CALLER_CODE = re.compile(r"[Bb][0-9]{1,19}")


@value(kw_only=True)
class ColumnMap:
    """What the columns of one sort of register mean.

    Attributes:
        columns: field and heading, in the order of `Field`.
        kinds: the office's own categories (folded) and the kind each of them is.
        clock: the time to take for a row that has a day and no time; None refuses such a row.
        kind: the kind to take for a row that names none; None refuses such a row.
    """

    columns: tuple[tuple[Field, str], ...] = ()
    kinds: tuple[tuple[str, KindCode], ...] = ()
    clock: time | None = None
    kind: KindCode | None = None

    def heading(self, field: Field) -> str | None:
        """Return the heading of the column that holds *field*."""
        return dict(self.columns).get(field)

    def with_column(self, field: Field, heading: str | None) -> "ColumnMap":
        """Give *field* to a column (None: to none), and take that column from any other field."""
        kept = {f: h for f, h in self.columns if f is not field and h != heading}
        if heading is not None:
            kept[field] = heading
        return replace(self, columns=tuple((f, kept[f]) for f in Field if f in kept))

    def with_kind(self, category: str, kind: KindCode) -> "ColumnMap":
        """Say what one of the office's own categories is."""
        kinds = dict(self.kinds) | {fold(category): kind}
        return replace(self, kinds=tuple(sorted(kinds.items())))

    def without_heading(self, heading: str) -> "ColumnMap":
        """Leave a column behind."""
        return replace(self, columns=tuple((f, h) for f, h in self.columns if h != heading))

    def not_taken(self, header: Sequence[str]) -> tuple[str, ...]:
        """Return the headings of the columns that are left behind."""
        taken = {heading for _, heading in self.columns}
        return tuple(heading for heading in header if heading not in taken)

    def require(self, header: Sequence[str]) -> None:
        """Make sure that a row can become an incident.

        Raises:
            MomentUnmapped, KindsUnmapped: none of the columns in *header* says when it was, or what.
        """
        if self.heading(Field.AT) is None:
            raise MomentUnmapped(tuple(header))
        if self.heading(Field.KINDS) is None and self.kind is None:
            raise KindsUnmapped(tuple(header))


def is_own_export(header: Sequence[str]) -> bool:
    """Whether these are the columns of an export of ours, in any order; extra ones do no harm."""
    return set(header) >= set(EXPORTED)


def guess(table: Table) -> ColumnMap:
    """Say what the columns seem to hold, by well-known headings and a look at the values.

    Only a whole heading counts: `naam` in `naam leidinggevende` would make callers of managers.
    """
    ours = Field.ULID in table.header
    guessed = ColumnMap()
    plain = {heading: plain_heading(heading) for heading in table.header}
    free = list(table.header)
    for field in Field:
        if field in OURS_ONLY and not ours:
            continue
        for word in words_for(field):
            fitting = [
                h
                for h in free
                if plain[h] == word and ((ours and h == field) or _may_hold(field, _values(table, h)))
            ]
            if fitting:
                guessed = guessed.with_column(field, fitting[0])
                free.remove(fitting[0])
                break
    return guessed


def told(guessed: ColumnMap, header: Sequence[str], columns: Sequence[str]) -> ColumnMap:
    """Add what the options say: `telefoon=Gebeld vanaf`; `telefoon=` leaves a field out.

    Raises:
        MappingUnreadable: no `=`, or no such field.
        HeadingNotFound: the file has no such column.
        ColumnTakenTwice: one column for two fields.
    """
    known = {plain_heading(heading): heading for heading in reversed(header)}
    taken: dict[str, Field] = {}
    for option in columns:
        left, equals, right = option.partition("=")
        field = parse_field(left)
        if field is None or not equals:
            raise MappingUnreadable("--kolom", option)
        heading = None
        if right.strip():
            heading = right.strip() if right.strip() in header else known.get(plain_heading(right))
            if heading is None:
                raise HeadingNotFound(right.strip(), tuple(header))
            if taken.setdefault(heading, field) is not field:
                raise ColumnTakenTwice(heading)
        guessed = guessed.with_column(field, heading)
    return guessed


def told_kinds(columns: ColumnMap, kinds: Sequence[str], policy: Policy) -> ColumnMap:
    """Add what the options say of the office's own categories: `verbaal=schelden`.

    Raises:
        MappingUnreadable: no `=`, or nothing before it.
        UnknownKind: nothing of the policy after it.
    """
    for option in kinds:
        category, equals, kind = option.partition("=")
        if not equals or not category.strip():
            raise MappingUnreadable("--soort-als", option)
        columns = columns.with_kind(category, policy.kind(kind).code)
    return columns


def setting_key(header: Sequence[str]) -> str:
    """Return the key under which the logbook keeps the column map of registers with this heading."""
    text = "\n".join(plain_heading(heading) for heading in header)
    return COLUMN_MAP + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def to_setting(columns: ColumnMap) -> str:
    """Return the stored form."""
    return json.dumps(
        {
            "kolommen": {field.value: heading for field, heading in columns.columns},
            "soorten": dict(columns.kinds),
            "tijd": columns.clock.isoformat("minutes") if columns.clock is not None else None,
            "soort": columns.kind,
        },
        ensure_ascii=False,
    )


def from_setting(text: str, header: Sequence[str], policy: Policy) -> ColumnMap | None:
    """Read what the logbook kept; None if it does not fit this file, so that it is asked again.

    A kind that the policy in use no longer has is forgotten, and asked for again.
    """
    try:
        kept = json.loads(text)
        columns = {Field(field): _heading(heading, header) for field, heading in kept["kolommen"].items()}
        kinds = {str(word): str(kind) for word, kind in kept["soorten"].items()}
        clock = time.fromisoformat(kept["tijd"]) if kept["tijd"] is not None else None
        kind_for_all = kept["soort"]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    known = {kind.code for kind in policy.kinds}
    return ColumnMap(
        columns=tuple((field, columns[field]) for field in Field if field in columns),
        kinds=tuple(sorted((word, KindCode(kind)) for word, kind in kinds.items() if kind in known)),
        clock=clock,
        kind=KindCode(kind_for_all) if kind_for_all in known else None,
    )


def kept_map(settings: Mapping[str, str], header: Sequence[str], policy: Policy) -> ColumnMap | None:
    """Return the column map that was kept for registers with this heading."""
    text = settings.get(setting_key(header))
    return from_setting(text, header, policy) if text is not None else None


def _heading(kept: object, header: Sequence[str]) -> str:
    """Return the heading of this file that is the kept one but for case and punctuation."""
    return {plain_heading(heading): heading for heading in header}[plain_heading(str(kept))]


def _values(table: Table, heading: str) -> list[str]:
    place = table.header.index(heading)
    filled = (row.cells[place].strip() for row in table.rows)
    return [value for value, _ in zip((v for v in filled if v), range(_SAMPLE), strict=False)]


def _may_hold(field: Field, values: Sequence[str]) -> bool:
    """Look at the values where a heading says too little: `Nummer` may count rows, `Beller` be a name."""
    match field:
        case Field.NUMBER:
            told = [value for value in values if not says_nothing(value)]
            return 2 * sum(_looks_like_number(value) for value in told) >= len(told)
        case Field.NAME:
            return not any(_CALLER_CODE.fullmatch(value) or _has_digits(value) for value in values)
        case _:
            return True


def _has_digits(value: str) -> bool:
    return sum(c.isdigit() for c in value) >= _SHORTEST_NUMBER


def _looks_like_number(value: str) -> bool:
    if _has_digits(value):
        return True
    try:
        return isinstance(parse_number(value), Withheld)
    except UnreadableNumber as error:
        return error.reason is NumberFault.SPREADSHEET
