"""The fields of a caller that people fill in, each by its Dutch name: the same word in option, cell and JSON."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from agressielog.domain.caller import Caller
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.text import optional_line

# Only what makes an address useless is refused; which ones exist, the mail itself will tell.
_E_MAIL = re.compile(r"[^\s@]+@[^\s@]+")


class CallerField(StrEnum):
    """A fact about a caller, in the order in which it is shown and asked."""

    NAME = "naam"
    CUSTOMER_NUMBER = "klantnummer"
    ADDRESS = "adres"
    E_MAIL = "e_mail"
    LANGUAGE_OR_HELP = "taal_of_hulp"

    @property
    def option(self) -> str:
        """The option that fills it."""
        return "--taal" if self is CallerField.LANGUAGE_OR_HELP else f"--{self.value.replace('_', '-')}"


def clean_field(field: CallerField, raw: str) -> str | None:
    """Return what to store for *field*; nothing typed is nothing known.

    Raises:
        UnreadableValue: an e-mail address that no mail can be sent to.
        TextTooLong, TextUnstorable.
    """
    value = optional_line(field.option, raw)
    if field is CallerField.E_MAIL and value is not None and not _E_MAIL.fullmatch(value):
        raise UnreadableValue(field.option, value)
    return value


def field_values(caller: Caller) -> dict[CallerField, str | None]:
    """Return every field of *caller*, in order."""
    return {
        CallerField.NAME: caller.name,
        CallerField.CUSTOMER_NUMBER: caller.customer_number,
        CallerField.ADDRESS: caller.address,
        CallerField.E_MAIL: caller.e_mail,
        CallerField.LANGUAGE_OR_HELP: caller.language_or_help,
    }


def with_fields(caller: Caller, values: Mapping[CallerField, str | None]) -> Caller:
    """Return *caller* with these fields changed and the others as they were."""
    told = field_values(caller) | dict(values)
    return replace(
        caller,
        name=told[CallerField.NAME],
        customer_number=told[CallerField.CUSTOMER_NUMBER],
        address=told[CallerField.ADDRESS],
        e_mail=told[CallerField.E_MAIL],
        language_or_help=told[CallerField.LANGUAGE_OR_HELP],
    )
