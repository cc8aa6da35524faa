"""What `check` looks at and what it can find: names and facts, worded in presentation."""

from enum import StrEnum

from agressielog.domain.value import value


class CheckName(StrEnum):
    """The checks, in the order in which they are made."""

    PAGES = "bladzijden"
    LAYOUT = "indeling"
    REFERENCES = "verwijzingen"
    SEARCH_INDEX = "zoekindex"
    CONTENTS = "inhoud"
    CHAIN = "keten"
    ERASURES = "wissingen"
    CLEANED = "opgeruimd"
    RECORDS = "gegevens"
    COUNTERS = "volgnummers"
    CARDS = "kaarten"
    ANCHOR = "anker"
    ACCESS = "rechten"
    PLACE = "plaats"
    VERSION = "versie"
    CLOCK = "klok"


class FaultCode(StrEnum):
    """What can be wrong."""

    CANNOT_CHECK = "niet_na_te_kijken"
    PAGES_BROKEN = "bladzijden_stuk"
    CUT_OFF = "afgekapt_bestand"
    LAYOUT_MISSING = "indeling_ontbreekt"
    LAYOUT_OTHER = "indeling_anders"
    LAYOUT_STRANGE = "indeling_vreemd"
    REFERENCE_DANGLING = "verwijzing_los"
    INDEX_BROKEN = "zoekindex_stuk"
    INDEX_STALE = "zoekindex_verouderd"
    CONTENT_CHANGED = "inhoud_veranderd"
    ENTRY_UNREADABLE = "regel_onleesbaar"
    CHAIN_BROKEN = "keten_gebroken"
    ENTRY_MISSING = "regel_ontbreekt"
    EMPTIED = "leeg_zonder_wissing"
    NOT_EMPTIED = "wissing_niet_gedaan"
    NOT_CLEANED = "niet_opgeruimd"
    ADDED = "toegevoegd_buitenom"
    REMOVED = "verwijderd_buitenom"
    CHANGED = "veranderd_buitenom"
    CHANGED_BETWEEN = "tussendoor_veranderd"
    BACK_AFTER_ERASURE = "terug_na_wissing"
    COUNTER_WRONG = "volgnummer_fout"
    CARD_OTHER = "kaart_anders"
    CARD_UNCHECKED = "kaart_niet_na_te_kijken"
    ANCHOR_BEYOND = "anker_voorbij_einde"
    ANCHOR_OTHER = "anker_niet_op_keten"
    FILE_OPEN = "bestand_open"
    FOLDER_OPEN = "map_open"
    UNSAFE_PLACE = "onveilige_plaats"
    VERSION_OTHER = "andere_versie"
    CLOCK_AHEAD = "klok_loopt_achter"


@value(kw_only=True)
class Fault:
    """One thing that is wrong, without any personal data.

    Attributes:
        table, key, field: the record and its column, where it is about one.
        entry: the number of a journal entry, where it is about one.
        detail: what else there is to tell: an error's name, a path, a mode.
    """

    code: FaultCode
    table: str | None = None
    key: str | None = None
    field: str | None = None
    entry: int | None = None
    detail: str = ""
