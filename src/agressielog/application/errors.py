"""What can go wrong between a use case and the logbook, as facts; the words are in presentation."""

from enum import StrEnum

from agressielog.domain.caller import Caller
from agressielog.domain.errors import Damaged, FileTrouble, NotFound, Refused, WrongUse
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.matching import Doubt


class LogbookMissing(NotFound):
    """There is no logbook at this path; never to be read as "unknown caller".

    Attributes:
        path: where one was looked for.
        usual: whether that is where it is looked for when nobody says where.
    """

    path: str
    usual: bool = False


class BackupMissing(NotFound):
    """There is no back-up at `path`."""

    path: str


class UlidTaken(Refused):
    """The identity that was given is that of another call."""

    incident: IncidentId


class IncidentNotFound(NotFound):
    """No incident has this number."""

    incident: IncidentId


class MeasureNotFound(NotFound):
    """No measure has this number."""

    measure: MeasureId


class CallerNotFound(NotFound):
    """No caller fits; `asked` as typed (an id, a number, a customer number or a name)."""

    asked: str


class NobodyNamed(NotFound):
    """What was typed is no number, and nobody has it in his name; `raw` is as typed."""

    raw: str


class AmbiguousCaller(WrongUse):
    """What was typed fits several callers."""

    asked: str
    choices: tuple[Caller, ...]


class CallerUnclear(WrongUse):
    """The call may belong to several people and nobody can be asked."""

    reason: Doubt
    choices: tuple[Caller, ...]


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


class MissingAnswers(WrongUse):
    """Something must be known that was not told.

    Attributes:
        options: as on the command line.
        on_terminal: whether the command asks for it where there is a terminal; then there is none here.
    """

    options: tuple[str, ...]
    on_terminal: bool = True


class NothingToSplit(Refused):
    """This caller was never joined with another."""

    caller: CallerId


class AlreadyMerged(Refused):
    """This caller was joined with another already and has nothing of its own."""

    caller: CallerId
    into: CallerId


class MergeWithItself(Refused):
    """A caller cannot be joined with itself."""

    caller: CallerId


class CustomerNumberTaken(Refused):
    """The customer number meant for `caller` belongs to `other` already."""

    customer_number: str
    caller: CallerId
    other: Caller


class FolderHoldsLogbook(Refused):
    """The folder meant for a demo has somebody's logbook in it, at `path`."""

    path: str


class NumberNotLinked(NotFound):
    """The number to remove does not belong to this caller; `masked` is safe to show."""

    caller: CallerId
    masked: str


class LogbookBusy(FileTrouble):
    """Somebody else held the file for as long as we were willing to wait."""

    path: str
    seconds: float


class LogbookHeldOpen(FileTrouble):
    """Another program has the file open in a mode (WAL) in which we do not store; nothing of this was."""

    path: str


class DiskFull(FileTrouble):
    """No room left where `path` is; nothing of this was stored."""

    path: str


class LogbookReadOnly(FileTrouble):
    """The file or its folder may be read but not written; nothing of this was stored."""

    path: str


class LogbookUnreachable(FileTrouble):
    """The file cannot be opened at all; `why` is the system's own word (`Permission denied`)."""

    path: str
    why: str


class LogbookReplaced(FileTrouble):
    """Another file came in its place while something was being written; nothing of that was stored."""

    path: str


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


class NotALogbook(FileTrouble):
    """The file is something else; it was left unread and unchanged."""

    path: str
    what: Foreign


class LogbookNewer(FileTrouble):
    """A newer program wrote this file; it was left unread and unchanged. Versions of the schema."""

    path: str
    file_version: int
    program_version: int


class WriteFailed(FileTrouble):
    """The disk refused; the logbook was looked at again and holds nothing of this."""

    path: str
    why: str


class OutcomeUncertain(FileTrouble):
    """The disk refused while storing, and looking again failed too: stored or not, we cannot tell."""

    path: str
    why: str


class LogbookDamaged(Damaged):
    """The file is broken, or holds what this program cannot have written.

    `record` is the table and the key of the row that says so, where that is known: `incident 7`.
    """

    path: str
    why: str
    record: str | None = None


class RecordDamaged(Damaged):
    """What was read cannot have been written by this program; the store makes it a `LogbookDamaged`."""

    record: str | None = None


class FileTooLarge(FileTrouble):
    """A file to read that is larger than `limit`, in bytes."""

    path: str
    limit: int


class TargetExists(Refused):
    """There is a file where one is to be written, and nobody said that it may be replaced."""

    path: str


class TargetIsLink(Refused):
    """Where a file is to be written there is a link, a file of several names, or no file at all (a pipe)."""

    path: str


class TargetIsLogbook(Refused):
    """The file to write is the logbook itself."""

    path: str


class TargetOfOtherSort(WrongUse):
    """A letter or sheet under a name that promises neither a text nor an office document."""

    path: str


class TargetOfSpreadsheet(WrongUse):
    """The name of the file to write is that of a spreadsheet (`.xlsx`), which an export is not."""

    path: str


class ExportToScreen(WrongUse):
    """Everything in the logbook would be printed on a screen, where nobody can use it and others read along."""
