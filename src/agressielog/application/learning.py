"""Lets a caller we are sure of keep a name or customer number that it lacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.caller_field import CallerField, field_values, with_fields

if TYPE_CHECKING:
    from agressielog.application.ports.logbook import Writing
    from agressielog.domain.caller import Caller


def learn(
    tx: Writing, caller: Caller, name: str | None, customer_number: str | None
) -> tuple[CallerField, ...]:
    """Fill what *caller* lacks with what was told in a call, and return which fields that were.

    Nothing is overwritten, and a customer number of somebody else is not given away.
    """
    told = {CallerField.NAME: name, CallerField.CUSTOMER_NUMBER: customer_number}
    present = field_values(caller)
    new = {field: value for field, value in told.items() if value is not None and present[field] is None}
    wanted = new.get(CallerField.CUSTOMER_NUMBER)
    if wanted is not None and tx.callers_with_customer_number(wanted):
        del new[CallerField.CUSTOMER_NUMBER]
    if new:
        tx.replace_caller(with_fields(caller, new))
    return tuple(new)
