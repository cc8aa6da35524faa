"""What can be wrong with a policy, as facts: where it stands in the file, and what it is."""

from enum import StrEnum
from typing import TypeAlias

from agressielog.domain.value import value

#: A key of the file: names, and the number of a part that comes more than once (`("trede", 3, "duur")`).
Where: TypeAlias = tuple[str | int, ...]


class FaultCode(StrEnum):
    """The faults, by the stable code a program sees; the comment tells the facts that go with it."""

    NOT_TOML = "geen_toml"
    STANDS_TWICE = "staat_er_al"
    NOT_UTF8 = "verkeerde_codering"
    TOO_LARGE = "te_groot"  # the limit in bytes
    UNKNOWN_KEY = "onbekende_sleutel"  # the nearest known keys
    MISSING = "ontbreekt"
    NOT_TEXT = "geen_tekst"
    NOT_CODE = "geen_code"
    NOT_YES_NO = "geen_ja_of_nee"
    NOT_COUNT = "geen_aantal"  # the lowest and the highest
    NOT_SPAN = "geen_termijn"  # what it is instead
    NOT_CHOICE = "geen_keuze"  # what it is instead, and then the choices
    NOT_LIST = "geen_lijst"
    EMPTY_LIST = "lege_lijst"
    NOT_TABLE = "geen_tabel"
    NOT_TABLES = "geen_tabellen"
    DUPLICATE = "dubbel"  # the code or label
    UNKNOWN_RUNG = "onbekende_trede"  # the code, and then those there are
    UNKNOWN_MEASURE = "onbekende_maatregel"  # the code, and then those there are
    UNKNOWN_KIND = "onbekende_soort"  # the code, and then those there are
    COUNTS_NEVER = "telt_nooit"
    BREACH_COUNTS = "overtreding_telt"
    NOTHING_FOLLOWS = "niets_volgt"
    NO_ENTRY = "geen_instap"  # the severity
    FALLING_ENTRY = "instap_daalt"  # the heavier severity, and the lighter one
    NEEDS_RUNGS = "zonder_treden"
    PATTERN_TOO_HIGH = "patroon_te_hoog"  # the rung to stay at or below
    WARNING_BINDS = "waarschuwing_bindt"  # the rung
    UNWRITTEN_ALONE = "zonder_waarschuwing"
    UNWRITTEN_TOO_LOW = "zonder_schriftelijk_te_laag"  # the rung to stay at or above
    WARNING_UNNAMED = "waarschuwing_zonder_trede"
    IN_CALL_TOO_HIGH = "in_gesprek_te_hoog"
    IN_CALL_BINDS = "in_gesprek_bindt"
    LENGTH_MISSING = "duur_ontbreekt"  # the measure
    LENGTH_UNFIT = "duur_past_niet"  # the measure
    VALIDITY_UNFIT = "geldig_past_niet"  # the measure
    LENGTH_REVERSED = "duur_omgekeerd"
    MIXED_UNITS = "eenheden_gemengd"  # the units
    DECISION_TOO_LONG = "langer_dan_besluit"  # the length, and the longest decision
    RENEWAL_TOO_LONG = "langer_dan_hoogstens"  # the longest decision
    ALTERNATIVE_UNFIT = "alternatief_past_niet"  # the measure
    COMPANION_UNFIT = "metgezel_past_niet"  # the measure
    TWICE_IN_RUNG = "dubbel_in_trede"  # the measure
    NATURE_FIXED = "aard_ligt_vast"  # the code, and its nature
    RANGE_WITH_RUNGS = "bereik_en_treden"
    NO_RANGE = "geen_bereik"
    REPLACES_ITSELF = "vervangt_zichzelf"
    TERM_TOO_SHORT = "termijn_te_kort"  # the term of what weighs less
    KIND_IN_USE = "soort_in_gebruik"  # the code
    LINE_TOO_LONG = "regel_te_lang"  # the limit in characters
    PAGE_TOO_LONG = "past_niet_op_scherm"  # how many lines too many
    TOO_MANY = "te_veel"  # the most there may be


@value
class PolicyFault:
    """One thing that is wrong.

    Attributes:
        where: the key; empty for the file as a whole.
        code: what is wrong.
        facts: what belongs to it, as `FaultCode` tells.
        line: in the file, the first one is 1; None where it has no line.
    """

    where: Where
    code: FaultCode
    facts: tuple[str, ...] = ()
    line: int | None = None
