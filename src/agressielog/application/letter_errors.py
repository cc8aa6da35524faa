"""What can go wrong with a letter, as facts; the words are in presentation."""

from enum import StrEnum

from agressielog.domain.errors import Refused, WrongUse
from agressielog.domain.identity import MeasureId
from agressielog.domain.letter import LetterKind
from agressielog.domain.letter_elements import Missing


class NothingToWrite(StrEnum):
    """Why there is nothing to write a letter about."""

    NO_MEASURE = "geen_maatregel"
    TALK = "gesprek"
    OTHER_KIND = "andere_soort"
    NO_REVIEW = "geen_evaluatie_nodig"
    NOT_ENDED = "niet_beeindigd"
    NOT_ANSWERED = "bezwaar_niet_beantwoord"
    NOT_CARRIED_OUT = "bezwaar_niet_uitgevoerd"


class NoLetter(Refused):
    """This measure has no letter of this kind; `kind` None where it has none at all."""

    measure: MeasureId
    kind: LetterKind | None
    why: NothingToWrite


class LetterIncomplete(Refused):
    """The letter would have a hole; everything that is missing, in the order of the elements."""

    measure: MeasureId
    kind: LetterKind
    missing: tuple[Missing, ...]


class SmsTooLong(Refused):
    """The text does not fit in an SMS: it takes `parts`, and `most` may be sent."""

    parts: int
    most: int


class TemplateFault(StrEnum):
    """What is wrong with an office template."""

    UNREADABLE = "geen_docx"
    SYNTAX = "sjabloon_fout"
    UNKNOWN_FIELD = "onbekend_veld"
    FIELD_LEFT_OUT = "veld_ontbreekt"


class TemplateFaulty(Refused):
    """An office template that cannot make a whole letter; `fields` that are unknown or left out."""

    path: str
    fault: TemplateFault
    fields: tuple[str, ...] = ()


class OfficeSupportMissing(WrongUse):
    """The part that makes office documents is not installed."""
