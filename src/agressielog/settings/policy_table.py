"""Reads the values of one table of a policy file, each checked against its key in the schema.

A value that does not fit is noted as a fault and read as its default or as something harmless, so that the
rest of the file is checked as well: a file with any fault never becomes a policy.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from agressielog.domain.policy_fault import FaultCode, PolicyFault, Where
from agressielog.domain.span import Span, SpanUnit
from agressielog.settings.policy_schema import Key, Section

_CODE = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_LONGEST_CODE = 60
#: A century: longer terms help nobody, and would run off the calendar.
_MOST = {SpanUnit.DAY: 36500, SpanUnit.WEEK: 5200, SpanUnit.MONTH: 1200, SpanUnit.YEAR: 100}
_HARMLESS = Span(1, SpanUnit.DAY)


@dataclass(slots=True)
class Notes:
    """The faults found so far, and what must not be judged because a value it needs did not fit."""

    faults: list[PolicyFault] = field(default_factory=list)
    unjudged: set[FaultCode] = field(default_factory=set)

    def note(self, where: Where, code: FaultCode, *facts: str) -> None:
        """Note one fault."""
        self.faults.append(PolicyFault(where, code, facts))


class Table:
    """One table of the file.

    Args:
        section: its schema.
        raw: as tomllib read it; None where the file leaves it out.
        where: its place in the file.
        notes: where its faults go.
    """

    def __init__(self, section: Section, raw: object, where: Where, notes: Notes) -> None:
        self.section = section
        self.where = where
        self._notes = notes
        self.given = raw is not None
        self._raw: Mapping[str, object] = raw if isinstance(raw, dict) else {}
        if raw is not None and not isinstance(raw, dict):
            notes.note(where, FaultCode.NOT_TABLE)
            self.given = False
        if not section.free:
            for name in self._raw:
                if name not in section.keys:
                    notes.note((*where, name), FaultCode.UNKNOWN_KEY, *nearest(name, section.keys))

    def has(self, name: str) -> bool:
        """Whether the file gives this key."""
        return name in self._raw

    def text(self, name: str) -> str:
        """Return a text on one line; empty where it does not fit."""
        value = self._value(name)
        if isinstance(value, str) and (value.strip() or not self.has(name)):
            return " ".join(value.split())
        self._unfit(name, FaultCode.NOT_TEXT, value)
        return ""

    def ground(self) -> str:
        """Return why this part is as it is: its own ground, or that of the defaults."""
        return self.text("grondslag") if self.given else self.section.ground

    def code(self, name: str) -> str | None:
        """Return a code; None where it is not there or does not fit."""
        value = self._value(name)
        if value is None and not self._key(name).required:
            return None
        if isinstance(value, str) and _CODE.fullmatch(value) and len(value) <= _LONGEST_CODE:
            return value
        self._unfit(name, FaultCode.NOT_CODE, value)
        return None

    def codes(self, name: str) -> tuple[str, ...]:
        """Return a list of codes; those that do not fit are left out."""
        return tuple(
            item
            for place, item in enumerate(self._texts(name, FaultCode.NOT_CODE), start=1)
            if self._fits_code((*self.where, name, place), item)
        )

    def _fits_code(self, where: Where, item: str) -> bool:
        fits = _CODE.fullmatch(item) is not None and len(item) <= _LONGEST_CODE
        if not fits:
            self._notes.note(where, FaultCode.NOT_CODE)
        return fits

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(" ".join(item.split()) for item in self._texts(name, FaultCode.NOT_TEXT))

    def choice(self, name: str) -> str | None:
        """Return one of the choices of the key; None where it does not fit."""
        value = self._value(name)
        choices = self._key(name).choices
        if isinstance(value, str) and value in choices:
            return value
        self._unfit(name, FaultCode.NOT_CHOICE, value, _shown(value), *choices)
        return None

    def choices(self, name: str) -> tuple[str, ...]:
        """Return those of a list that are among the choices of the key."""
        choices = self._key(name).choices
        found = []
        for place, item in enumerate(self._texts(name, FaultCode.NOT_TEXT), start=1):
            if item in choices:
                found.append(item)
            else:
                self._notes.note((*self.where, name, place), FaultCode.NOT_CHOICE, _shown(item), *choices)
        return tuple(found)

    def span(self, name: str) -> Span:
        """Return a term; something harmless where it does not fit."""
        return self._fitting((*self.where, name), self._value(name)) or _HARMLESS

    def optional_span(self, name: str) -> Span | None:
        """Return a term; None where the file has none and there is no default, or where it does not fit."""
        value = self._value(name)
        return None if value is None else self._fitting((*self.where, name), value)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a list of terms."""
        items = self._list(name)
        return tuple(
            self._fitting((*self.where, name, place), item) or _HARMLESS
            for place, item in enumerate(items, start=1)
        )

    def length(self, name: str) -> tuple[Span, Span] | None:
        """Return the shortest and the longest length, equal for one term; None where the file has none."""
        value = self._value(name)
        if value is None:
            return None
        where = (*self.where, name)
        if not isinstance(value, list):
            one = self._fitting(where, value) or _HARMLESS
            return one, one
        if len(value) != 2:  # noqa: PLR2004 - the shortest and the longest
            self._notes.note(where, FaultCode.NOT_SPAN, _shown(value))
            return _HARMLESS, _HARMLESS
        shortest, longest = (
            self._fitting((*where, place), item) for place, item in enumerate(value, start=1)
        )
        one = shortest or longest or _HARMLESS
        return shortest or one, longest or one

    def count(self, name: str) -> int:
        """Return a whole number within the bounds of the key; the lowest where it does not fit."""
        value, key = self._value(name), self._key(name)
        if isinstance(value, int) and not isinstance(value, bool) and key.lowest <= value <= key.highest:
            return value
        self._unfit(name, FaultCode.NOT_COUNT, value, str(key.lowest), str(key.highest))
        return key.lowest

    def yes_no(self, name: str) -> bool | None:
        """Return a yes or no; None where the file has none and there is no default."""
        value = self._value(name)
        if value is None or isinstance(value, bool):
            return value
        self._unfit(name, FaultCode.NOT_YES_NO, value)
        return None

    def names(self) -> tuple[str, ...]:
        """Return the keys that the schema does not name, for a part with free keys."""
        return tuple(name for name in self._raw if name not in self.section.keys)

    def table(self, name: str, section: Section) -> "Table | None":
        """Return a table within this one; None where the file has none."""
        raw = self._raw.get(name)
        return Table(section, raw, (*self.where, name), self._notes) if raw is not None else None

    def _key(self, name: str) -> Key:
        key = self.section.keys.get(name) or self.section.free_key
        assert key is not None, name  # noqa: S101 - the reader asks for keys of the schema only
        return key

    def _value(self, name: str) -> object:
        key = self._key(name)
        default = list(key.default) if isinstance(key.default, tuple) else key.default
        return self._raw.get(name, default)

    def _list(self, name: str) -> list[object]:
        value = self._value(name)
        if isinstance(value, list):
            if not value and self._key(name).filled:
                self._notes.note((*self.where, name), FaultCode.EMPTY_LIST)
            return value
        self._unfit(name, FaultCode.NOT_LIST, value)
        return []

    def _texts(self, name: str, code: FaultCode) -> list[str]:
        found = []
        for place, item in enumerate(self._list(name), start=1):
            if isinstance(item, str) and item.strip():
                found.append(item)
            else:
                self._notes.note((*self.where, name, place), code)
        return found

    def _fitting(self, where: Where, value: object) -> Span | None:
        """Return a term, or note that it is missing or is none, and return None."""
        if isinstance(value, str):
            try:
                span = Span.parse(value)
            except ValueError:
                pass
            else:
                if span.amount <= _MOST[span.unit]:
                    return span
        if value is None:
            self._notes.note(where, FaultCode.MISSING)
        else:
            self._notes.note(where, FaultCode.NOT_SPAN, _shown(value))
        return None

    def _unfit(self, name: str, code: FaultCode, value: object, *facts: str) -> None:
        """Note that a key is missing, or that its value does not fit."""
        where = (*self.where, name)
        if value is None and not self.has(name):
            self._notes.note(where, FaultCode.MISSING)
        else:
            self._notes.note(where, code, *facts)


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return at most two of the known names that look most like this one, best first."""
    return tuple(difflib.get_close_matches(name.casefold(), sorted(known), n=2, cutoff=0.5))


def _shown(value: object) -> str:
    """Return a value as a file would have it, near enough to recognise."""
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
