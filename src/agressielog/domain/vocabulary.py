"""The fixed Dutch codes: one word for command line, database cell and JSON value (design 2)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class Severity(StrEnum):
    """How heavy a kind of behaviour is; the policy file says which kind has which."""

    NONE = "geen"
    LIGHT = "licht"
    MEDIUM = "middel"
    SEVERE = "zwaar"

    @property
    def weight(self) -> int:
        """0 for `geen` up to 3 for `zwaar`, for finding the heaviest."""
        return _SEVERITIES[self]


class Channel(StrEnum):
    """Where it happened."""

    TELEPHONE = "telefoon"
    COUNTER = "balie"
    E_MAIL = "e-mail"
    POST = "post"
    SOCIAL_MEDIA = "sociale media"
    HOME_VISIT = "huisbezoek"


class IncidentStatus(StrEnum):
    """How far a report has come; the last two count for nothing."""

    REPORTED = "gemeld"
    CONFIRMED = "bevestigd"
    REJECTED = "afgewezen"
    WITHDRAWN = "ingetrokken"

    @property
    def stands(self) -> bool:
        """Whether the report still stands: neither rejected nor withdrawn."""
        return self in {IncidentStatus.REPORTED, IncidentStatus.CONFIRMED}


class Certainty(StrEnum):
    """How sure we are that a number, or an incident, belongs to this caller."""

    CERTAIN = "zeker"
    PRESUMED = "vermoedelijk"


class PoliceReport(StrEnum):
    """What the policy says about reporting to the police."""

    YES = "ja"
    CONSIDER = "overwegen"
    NO = "nee"

    @classmethod
    def strongest(cls, told: Iterable[Self]) -> Self:
        """Return the strongest of several; `nee` where there is none."""
        from_weak_to_strong = (cls.NO, cls.CONSIDER, cls.YES)
        return max(told, key=from_weak_to_strong.index, default=cls.NO)


class Delivery(StrEnum):
    """How a measure reached the caller; the policy says which ways count as written."""

    POST = "post"
    E_MAIL = "e-mail"
    SMS = "sms"
    HANDED_OVER = "overhandigd"
    READ_OUT = "voorgelezen"


class Standing(StrEnum):
    """What a look-up answers in one word, from light to heavy."""

    UNKNOWN = "onbekend"
    WITHHELD = "anoniem"
    KNOWN = "bekend"
    WARNED = "waarschuwing"
    RESTRICTED = "beperking"
    BANNED = "contactverbod"

    @property
    def weight(self) -> int:
        """0 for `onbekend` up to 5 for `contactverbod`."""
        return _STANDINGS[self]


class Country(StrEnum):
    """The country whose numbers are typed without a country code."""

    NETHERLANDS = "NL"
    BELGIUM = "BE"
    GERMANY = "DE"


# Asked for thousands of times in an import.
_SEVERITIES = {severity: weight for weight, severity in enumerate(Severity)}
_STANDINGS = {standing: weight for weight, standing in enumerate(Standing)}
