"""What can go wrong between a use case and the logbook, as facts; the words are in presentation."""

from dataclasses import dataclass
from enum import StrEnum

from agressielog.domain.caller import Caller
from agressielog.domain.errors import Damaged, FileTrouble, NotFound, Refused, WrongUse
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.matching import Doubt


@dataclass(eq=False)
class LogbookMissing(NotFound):
    """There is no logbook at this path; never to be read as "unknown caller".

    Attributes:
        path: where one was looked for.
        usual: whether that is where it is looked for when nobody says where.
    """

    path: str
    usual: bool = False


@dataclass(eq=False)
class BackupMissing(NotFound):
    """There is no back-up at `path`."""

    path: str


@dataclass(eq=False)
class UlidTaken(Refused):
    """The identity that was given is that of another call."""

    incident: IncidentId


@dataclass(eq=False)
class IncidentNotFound(NotFound):
    """No incident has this number."""

    incident: IncidentId


@dataclass(eq=False)
class MeasureNotFound(NotFound):
    """No measure has this number."""

    measure: MeasureId


@dataclass(eq=False)
class CallerNotFound(NotFound):
    """No caller fits; `asked` as typed (an id, a number, a customer number or a name)."""

    asked: str


@dataclass(eq=False)
class NobodyNamed(NotFound):
    """What was typed is no number, and nobody has it in his name; `raw` is as typed."""

    raw: str


@dataclass(eq=False)
class AmbiguousCaller(WrongUse):
    """What was typed fits several callers."""

    asked: str
    choices: tuple[Caller, ...]


@dataclass(eq=False)
class CallerUnclear(WrongUse):
    """The call may belong to several people and nobody can be asked."""

    reason: Doubt
    choices: tuple[Caller, ...]


@dataclass(eq=False)
class ChoiceContradicted(WrongUse):
    """What was told of the caller does not fit the one who was named, and nobody can be asked.

    Attributes:
        option: the option by which it was told (`--naam`).
        told: its value.
        chosen: who was named; None for somebody new.
        others: who has that customer number.
    """

    option: str
    told: str
    chosen: Caller | None
    others: tuple[Caller, ...]


@dataclass(eq=False)
class MissingAnswers(WrongUse):
    """Something must be known that was not told.

    Attributes:
        options: as on the command line.
        on_terminal: whether the command asks for it where there is a terminal; then there is none here.
    """

    options: tuple[str, ...]
    on_terminal: bool = True


@dataclass(eq=False)
class NothingToSplit(Refused):
    """This caller was never joined with another."""

    caller: CallerId


@dataclass(eq=False)
class AlreadyMerged(Refused):
    """This caller was joined with another already and has nothing of its own."""

    caller: CallerId
    into: CallerId


@dataclass(eq=False)
class MergeWithItself(Refused):
    """A caller cannot be joined with itself."""

    caller: CallerId


@dataclass(eq=False)
class CustomerNumberTaken(Refused):
    """The customer number meant for `caller` belongs to `other` already."""

    customer_number: str
    caller: CallerId
    other: Caller


@dataclass(eq=False)
class FolderHoldsLogbook(Refused):
    """The folder meant for a demo has somebody's logbook in it, at `path`."""

    path: str


@dataclass(eq=False)
class NumberNotLinked(NotFound):
    """The number to remove does not belong to this caller; `masked` is safe to show."""

    caller: CallerId
    masked: str


@dataclass(eq=False)
class LogbookBusy(FileTrouble):
    """Somebody else held the file for as long as we were willing to wait."""

    path: str
    seconds: float


@dataclass(eq=False)
class LogbookHeldOpen(FileTrouble):
    """Another program has the file open in a mode (WAL) in which we do not store; nothing of this was."""

    path: str


@dataclass(eq=False)
class DiskFull(FileTrouble):
    """No room left where `path` is; nothing of this was stored."""

    path: str


@dataclass(eq=False)
class LogbookReadOnly(FileTrouble):
    """The file or its folder may be read but not written; nothing of this was stored."""

    path: str


@dataclass(eq=False)
class LogbookUnreachable(FileTrouble):
    """The file cannot be opened at all; `why` is the system's own word (`Permission denied`)."""

    path: str
    why: str


@dataclass(eq=False)
class LogbookReplaced(FileTrouble):
    """Another file came in its place while something was being written; nothing of that was stored."""

    path: str


@dataclass(eq=False)
class LogbookIsFolder(FileTrouble):
    """The path is a folder."""

    path: str


class Foreign(StrEnum):
    """What a file that is not a logbook turned out to be."""

    TEXT = "geen databasebestand"
    OTHER_PROGRAM = "een database van een ander programma"
    LINK = "een koppeling naar een ander bestand"
    SHARED_NAME = "een bestand met meer namen"
    NOT_A_FILE = "geen gewoon bestand"


@dataclass(eq=False)
class NotALogbook(FileTrouble):
    """The file is something else; it was left unread and unchanged."""

    path: str
    what: Foreign


@dataclass(eq=False)
class LogbookNewer(FileTrouble):
    """A newer program wrote this file; it was left unread and unchanged. Versions of the schema."""

    path: str
    file_version: int
    program_version: int


@dataclass(eq=False)
class WriteFailed(FileTrouble):
    """The disk refused; the logbook was looked at again and holds nothing of this."""

    path: str
    why: str


@dataclass(eq=False)
class OutcomeUncertain(FileTrouble):
    """The disk refused while storing, and looking again failed too: stored or not, we cannot tell."""

    path: str
    why: str


@dataclass(eq=False)
class LogbookDamaged(Damaged):
    """The file is broken, or holds what this program cannot have written.

    `record` is the table and the key of the row that says so, where that is known: `incident 7`.
    """

    path: str
    why: str
    record: str | None = None


@dataclass(eq=False)
class RecordDamaged(Damaged):
    """What was read cannot have been written by this program; the store makes it a `LogbookDamaged`."""

    record: str | None = None


@dataclass(eq=False)
class FileTooLarge(FileTrouble):
    """A file to read that is larger than `limit`, in bytes."""

    path: str
    limit: int


@dataclass(eq=False)
class TargetExists(Refused):
    """There is a file where one is to be written, and nobody said that it may be replaced."""

    path: str


@dataclass(eq=False)
class TargetIsLink(Refused):
    """Where a file is to be written there is a link, a file of several names, or no file at all (a pipe)."""

    path: str


@dataclass(eq=False)
class TargetIsLogbook(Refused):
    """The file to write is the logbook itself."""

    path: str


@dataclass(eq=False)
class TargetOfOtherSort(WrongUse):
    """A letter or sheet under a name that promises neither a text nor an office document."""

    path: str


@dataclass(eq=False)
class TargetOfSpreadsheet(WrongUse):
    """The name of the file to write is that of a spreadsheet (`.xlsx`), which an export is not."""

    path: str


class ExportToScreen(WrongUse):
    """Everything in the logbook would be printed on a screen, where nobody can use it and others read along."""
