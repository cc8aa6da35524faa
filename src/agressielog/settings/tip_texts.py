"""Reads a file of tips: TOML, every fault named with its key and line."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from agressielog.application.tips import TipsFaulty
from agressielog.domain.policy import KindCode
from agressielog.domain.policy_fault import FaultCode, PolicyFault, Where
from agressielog.domain.tip_screen import (
    LONGEST_CARD_SENTENCE,
    LONGEST_ITEM,
    LONGEST_SHORT,
    LONGEST_TIP,
    LONGEST_TITLE,
    LONGEST_TOPIC_SHORT,
    MOST_PHASES,
    rows_over,
)
from agressielog.domain.tips import KindTip, SpokenTo, TipPage, Tips
from agressielog.domain.value import value
from agressielog.settings.policy_schema import Key, Section, Sort
from agressielog.settings.policy_table import Notes, Table, nearest
from agressielog.settings.shipped_files import SHIPPED_TIPS, shipped_tips_text
from agressielog.settings.toml_lines import lines_of
from agressielog.settings.toml_text import BrokenToml, read_toml

#: In bytes: five times the texts that are shipped.
LARGEST_FILE = 100_000
#: Further pages; their codes are listed on the card.
_MOST_TOPICS = 9

_TOP = Section(
    meaning="de teksten als geheel",
    keys={"versie": Key(sort=Sort.TEXT, meaning="van deze teksten", required=True)},
)
_PAGE = Section(
    meaning="één scherm",
    keys={
        "code": Key(sort=Sort.CODE, meaning="hoe ernaar gevraagd wordt", required=True),
        "titel": Key(sort=Sort.TEXT, meaning="hoe het heet", required=True),
        "ook": Key(sort=Sort.TEXTS, meaning="andere woorden die het vinden", default=()),
        "kort": Key(sort=Sort.TEXT, meaning="wat je doet, in één regel", required=True),
        "doe": Key(sort=Sort.TEXTS, meaning="wat je doet", required=True),
        "zeg": Key(sort=Sort.TEXTS, meaning="wat je letterlijk kunt zeggen", required=True),
        "niet": Key(sort=Sort.TEXTS, meaning="wat het erger maakt", default=()),
        "tegen": Key(
            sort=Sort.CHOICE,
            meaning="wie het hoort",
            default=SpokenTo.CALLER.value,
            choices=tuple(who.value for who in SpokenTo),
        ),
    },
    repeated=True,
)
_KIND = Section(
    meaning="wat helpt bij een soort gedrag",
    keys={
        "code": Key(sort=Sort.CODE, meaning="de soort, uit het beleid", required=True),
        "tip": Key(sort=Sort.TEXT, meaning="de regel onder lookup", required=True),
        "zeg": Key(sort=Sort.TEXTS, meaning="wat je letterlijk kunt zeggen", required=True),
    },
    repeated=True,
)
_PARTS = {"fase": _PAGE, "onderwerp": _PAGE, "soort": _KIND}


@value
class TipsInUse:
    """The tips that hold.

    Attributes:
        tips: to be shown.
        text: their file.
        own: whether they are the organisation's own.
        faulty: why its own ones are not used: they stopped being readable, after another version of the program.
    """

    tips: Tips
    text: str
    own: bool
    faulty: TipsFaulty | None = None


def tips_in_use(kept: str | None) -> TipsInUse:
    """Return an organisation's own tips; those that come with the program where it has none, or faulty ones.

    Args:
        kept: its file, as the logbook has it.
    """
    if kept is None:
        return TipsInUse(shipped_tips(), shipped_tips_text(), own=False)
    try:
        return TipsInUse(read_tips("logboek", kept), kept, own=True)
    except TipsFaulty as faulty:
        return TipsInUse(shipped_tips(), shipped_tips_text(), own=False, faulty=faulty)


@cache
def shipped_tips() -> Tips:
    """Read the texts that come with the program."""
    return read_tips(SHIPPED_TIPS, shipped_tips_text())


def tips_file_text(path: Path) -> str:
    """Return the text of a file of tips, its line ends as they are.

    Raises:
        TipsFaulty: too large, or not UTF-8.
        OSError: the file is not there or cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TipsFaulty(str(path), (PolicyFault((), FaultCode.TOO_LARGE, (str(LARGEST_FILE),)),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TipsFaulty(str(path), (PolicyFault((), FaultCode.NOT_UTF8, line=line),)) from error


def read_tips(name: str, text: str) -> Tips:
    """Read a file of tips.

    Args:
        name: of the file, for the error.
        text: its content.

    Raises:
        TipsFaulty: with every fault found, in the order of the file.
    """
    try:
        content = read_toml(text)
    except BrokenToml as error:
        raise TipsFaulty(name, (PolicyFault((), FaultCode.NOT_TOML, line=error.line),)) from error
    notes = Notes()
    tips = _Reader(content, notes).tips()
    if notes.faults:
        lines = lines_of(text)
        placed = [_at_line(fault, lines) for fault in notes.faults]
        raise TipsFaulty(name, tuple(sorted(placed, key=lambda fault: fault.line or 0)))
    return tips


class _Reader:
    """Reads one file, part by part."""

    def __init__(self, content: Mapping[str, object], notes: Notes) -> None:
        self._content = content
        self._notes = notes
        self._codes: set[str] = set()
        for key in content:
            if key not in _TOP.keys and key not in _PARTS:
                notes.note((key,), FaultCode.UNKNOWN_KEY, *nearest(key, {*_TOP.keys, *_PARTS}))
        self._top = Table(_TOP, {key: value for key, value in content.items() if key in _TOP.keys}, (), notes)

    def tips(self) -> Tips:
        """Return the texts, which may only be used if no fault was noted."""
        phases = self._tables("fase", MOST_PHASES)
        if "fase" not in self._content:
            self._notes.note(("fase",), FaultCode.MISSING)
        return Tips(
            version=self._top.text("versie"),
            phases=tuple(self._page(table, phase=True) for table in phases),
            topics=tuple(self._page(table, phase=False) for table in self._tables("onderwerp", _MOST_TOPICS)),
            kinds=self._kinds(),
        )

    def _tables(self, part: str, most: int | None = None) -> list[Table]:
        raw = self._content.get(part, [])
        if not isinstance(raw, list):
            self._notes.note((part,), FaultCode.NOT_TABLES)
            return []
        if most is not None and len(raw) > most:
            self._notes.note((part, most + 1), FaultCode.TOO_MANY, str(most))
        return [Table(_PARTS[part], item, (part, place), self._notes) for place, item in enumerate(raw, 1)]

    def _page(self, table: Table, *, phase: bool) -> TipPage:
        code = table.code("code") or ""
        if code in self._codes:
            self._notes.note((*table.where, "code"), FaultCode.DUPLICATE, code)
        self._codes.add(code)
        page = TipPage(
            code=code,
            title=self._line(table, "titel", LONGEST_TITLE if phase else LONGEST_SHORT),
            also=table.texts("ook"),
            short=self._line(table, "kort", LONGEST_SHORT if phase else LONGEST_TOPIC_SHORT),
            do=self._lines(table, "doe"),
            say=self._lines(table, "zeg", LONGEST_CARD_SENTENCE if phase else LONGEST_ITEM),
            avoid=self._lines(table, "niet"),
            spoken_to=SpokenTo(table.choice("tegen") or SpokenTo.CALLER),
        )
        if over := rows_over(page):
            self._notes.note(table.where, FaultCode.PAGE_TOO_LONG, str(over))
        return page

    def _kinds(self) -> tuple[KindTip, ...]:
        found: dict[str, KindTip] = {}
        for table in self._tables("soort"):
            code = table.code("code") or ""
            if code in found:
                self._notes.note((*table.where, "code"), FaultCode.DUPLICATE, code)
            tip = self._line(table, "tip", LONGEST_TIP)
            found[code] = KindTip(kind=KindCode(code), tip=tip, say=self._lines(table, "zeg"))
        return tuple(found.values())

    def _line(self, table: Table, name: str, longest: int) -> str:
        text = table.text(name)
        self._measure((*table.where, name), text, longest)
        return text

    def _lines(self, table: Table, name: str, longest_first: int = LONGEST_ITEM) -> tuple[str, ...]:
        """Return a list of texts that each fit; a list that must be there must say something."""
        texts = table.texts(name)
        if table.has(name) and table.section.keys[name].required and not texts:
            self._notes.note((*table.where, name), FaultCode.NOT_TEXT)
        for place, text in enumerate(texts, start=1):
            self._measure((*table.where, name, place), text, longest_first if place == 1 else LONGEST_ITEM)
        return texts

    def _measure(self, where: Where, text: str, longest: int) -> None:
        if len(text) > longest:
            self._notes.note(where, FaultCode.LINE_TOO_LONG, str(longest))


def _at_line(fault: PolicyFault, lines: Mapping[Where, int]) -> PolicyFault:
    """Add the line of the key, or of what it is in."""
    places = (fault.where[:length] for length in range(len(fault.where), 0, -1))
    line = next((lines[place] for place in places if place in lines), None)
    return PolicyFault(fault.where, fault.code, fault.facts, line)
