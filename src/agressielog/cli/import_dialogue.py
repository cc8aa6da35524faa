"""Asks what a register means: its columns, its own words for kinds, and the time of rows without one."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from agressielog.application.import_columns import ColumnMap
from agressielog.application.import_errors import RowReason, TimeMissing
from agressielog.application.import_fields import Field
from agressielog.application.import_incidents import RowsRead
from agressielog.application.import_values import unknown_categories
from agressielog.application.table_text import Table
from agressielog.cli.asking import StepBack, ask, say
from agressielog.cli.import_options import parse_clock
from agressielog.domain.errors import TextEmpty, UnreadableValue
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.text import fold
from agressielog.presentation.labels import clipped, counted
from agressielog.presentation.tables.import_view import CHOICES, field_label

_LEFT = "(blijft achter)"
# A column with more words of its own than this holds a story, not kinds.
_MOST_CATEGORIES = 30
_EXAMPLE = 24
_LONGEST_WORD = 60
_OR_LEAVE = "Enter = zulke rijen niet overnemen"
_NUMBER_OR_NAME = f"(nummer of naam; {_OR_LEAVE})"

_T = TypeVar("_T")


def ask_columns(table: Table, columns: ColumnMap, policy: Policy) -> ColumnMap:
    """Show what each column seems to hold and let the user change it, until it is right."""
    while True:
        _show(table, columns)
        place = _insist(
            "Klopt dit? Enter = ja; anders het nummer van een kolom die iets anders is",
            lambda typed: _place(typed, len(table.header)),
        )
        if place is not None:
            columns = _ask_field(table.header[place], columns)
            continue
        if columns.heading(Field.AT) is None:
            say("  Er is nog geen kolom voor de datum van het incident; zonder gaat het niet.")
        elif columns.heading(Field.KINDS) is None and columns.kind is None:
            _show_kinds(policy)
            question = "Er is geen kolom voor de soort. Welke soort hebben alle rijen?"
            kind = _insist(
                f"{question} (nummer of naam; Enter = toch een kolom kiezen)", _kind_reader(policy)
            )
            columns = replace(columns, kind=kind)
        else:
            return columns


def _show(table: Table, columns: ColumnMap) -> None:
    say("De kolommen van dit bestand, met wat erin staat:")
    held = {heading: field for field, heading in columns.columns}
    wide = min(_EXAMPLE, max(len(heading) for heading in table.header))
    for place, heading in enumerate(table.header):
        field = held.get(heading)
        label = field_label(field) if field is not None else _LEFT
        example = next((row.cells[place] for row in table.rows if row.cells[place].strip()), "")
        shown = clipped(" ".join(example.split()), _EXAMPLE)
        say(f"  {place + 1:>2}  {clipped(heading, wide):<{wide}}  {shown:<{_EXAMPLE}}  {label}")


def _place(typed: str, columns: int) -> int | None:
    if typed.casefold() in {"", "j", "ja"}:
        return None
    if typed.isdecimal() and 1 <= int(typed) <= columns:
        return int(typed) - 1
    raise UnreadableValue("kolom", typed, tuple(str(place) for place in range(1, columns + 1)))


def _ask_field(heading: str, columns: ColumnMap) -> ColumnMap:
    fields = list(CHOICES)
    say(f"   0  {_LEFT}")
    for place, field in enumerate(fields, start=1):
        say(f"  {place:>2}  {CHOICES[field]}")

    def read(typed: str) -> Field | None:
        if typed == "0":
            return None
        if typed.isdecimal() and 1 <= int(typed) <= len(fields):
            return fields[int(typed) - 1]
        raise UnreadableValue("keuze", typed, tuple(str(place) for place in range(len(fields) + 1)))

    try:
        chosen = ask(f"Wat staat er in {heading}? (< = niets veranderen)", read)
    except StepBack:
        return columns
    return columns.without_heading(heading) if chosen is None else columns.with_column(chosen, heading)


def ask_words(table: Table, columns: ColumnMap, policy: Policy) -> ColumnMap:
    """Ask what kind each of the office's own words is, the most frequent one first."""
    unknown = _unknown(table, columns, policy)
    if len(unknown) > _MOST_CATEGORIES:
        say(
            f"In {columns.heading(Field.KINDS)} staan {len(unknown)} woorden die geen soort zijn: "
            "te veel om naar te vragen. Is het wel de goede kolom?"
        )
        return columns
    if unknown:
        say("Sommige soorten in het bestand kent het beleid niet.")
        _show_kinds(policy)
    asked, read = unknown.most_common(), _kind_reader(policy)
    told = [columns]
    while len(told) <= len(asked):
        category, number = asked[len(told) - 1]
        rows = counted(number, "rij", "rijen")
        try:
            kind = ask(f'Wat is "{clipped(category, _LONGEST_WORD)}" ({rows})? {_NUMBER_OR_NAME}', read)
        except StepBack:
            del told[max(1, len(told) - 1) :]
        else:
            told.append(told[-1].with_kind(category, kind) if kind is not None else told[-1])
    return told[-1]


def _unknown(table: Table, columns: ColumnMap, policy: Policy) -> Counter[str]:
    heading = columns.heading(Field.KINDS)
    if heading is None:
        return Counter()
    place = table.header.index(heading)
    cells = Counter(row.cells[place] for row in table.rows)
    own = dict(columns.kinds)
    unknown: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for cell, number in cells.items():
        for category in unknown_categories(cell, policy, own):
            # One word of the office, however it is written, is asked once.
            unknown[spelled.setdefault(fold(category), category)] += number
    return unknown


def _show_kinds(policy: Policy) -> None:
    say("De soorten zijn:")
    wide = max(len(kind.label) for kind in policy.kinds)
    for place, kind in enumerate(policy.kinds, start=1):
        say(f"  {place:>2}  {kind.label:<{wide}}  {kind.severity.value}")


def _kind_reader(policy: Policy) -> Callable[[str], KindCode | None]:
    def read(typed: str) -> KindCode | None:
        if not typed:
            return None
        if typed.isdecimal() and 1 <= int(typed) <= len(policy.kinds):
            return policy.kinds[int(typed) - 1].code
        return policy.kind(typed).code

    return read


def ask_gaps(columns: ColumnMap, rows: RowsRead, policy: Policy) -> ColumnMap:
    """Ask what to take for rows that have a day without a time, or no kind; Enter leaves those rows out."""
    without_time = _count(rows, lambda reason: isinstance(reason.error, TimeMissing))
    if without_time:
        told = counted(without_time, "rij heeft", "rijen hebben")
        clock = _insist(
            f"{told} een dag zonder tijd. Welke tijd nemen we daarvoor? (bijvoorbeeld 12:00; {_OR_LEAVE})",
            lambda typed: parse_clock("tijd", typed) if typed else None,
        )
        columns = replace(columns, clock=clock)
    heading = columns.heading(Field.KINDS)
    without_kind = _count(rows, lambda r: isinstance(r.error, TextEmpty) and r.heading == heading)
    if without_kind:
        _show_kinds(policy)
        told = counted(without_kind, "rij heeft", "rijen hebben")
        question = f"{told} geen soort. Welke soort nemen we daarvoor? {_NUMBER_OR_NAME}"
        kind = _insist(question, _kind_reader(policy))
        columns = replace(columns, kind=kind)
    return columns


def _count(rows: RowsRead, is_it: Callable[[RowReason], bool]) -> int:
    return sum(any(is_it(reason) for reason in row.reasons) for row in rows.refused)


def _insist(question: str, read: Callable[[str], _T]) -> _T:
    """Ask where there is no question before this one to go back to."""
    while True:
        try:
            return ask(question, read)
        except StepBack:
            say("  Terug kan hier niet.")
