"""A caller as JSON: the keys of design 3.1 `beller`, the same in every document that holds one."""

from agressielog.domain.caller import Caller
from agressielog.domain.identity import caller_code


def caller_json(caller: Caller) -> dict[str, object]:
    """Return *caller* key by key; numbers stand in full, oldest link first."""
    return {
        "id": caller_code(caller.id),
        "naam": caller.name,
        "klantnummer": caller.customer_number,
        "nummers": [
            {"nummer": link.number.key, "zekerheid": link.certainty.value} for link in caller.numbers
        ],
        "adres": caller.address,
        "e_mail": caller.e_mail,
        "taal_of_hulp": caller.language_or_help,
    }
