"""A caller: a person, or an unknown person, reached by numbers we are more or less sure of."""

from datetime import date, datetime

from agressielog.domain.identity import CallerId
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty


@value
class NumberLink:
    """A number of one caller; `since` is the local day on which the link was made."""

    number: PhoneNumber
    certainty: Certainty
    since: date


@value(kw_only=True)
class NewCaller:
    """A caller about to be recorded; everything may still be unknown."""

    name: str | None = None
    customer_number: str | None = None
    address: str | None = None
    e_mail: str | None = None
    language_or_help: str | None = None


@value(kw_only=True)
class Caller(NewCaller):
    """A recorded caller.

    Attributes:
        numbers: oldest link first.
        merged_into: the caller this one was joined with; then it has no numbers and incidents of its own.
        created_at: aware UTC moment.
    """

    id: CallerId
    numbers: tuple[NumberLink, ...] = ()
    merged_into: CallerId | None = None
    created_at: datetime

    def link_to(self, number: PhoneNumber) -> NumberLink | None:
        """Return the link to *number*, if there is one."""
        return next((link for link in self.numbers if link.number == number), None)
