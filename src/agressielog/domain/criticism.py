"""Recognises a story that may be criticism and no aggression, so that somebody is asked to think again.

Protocols sideline critics (Investico; Ombudsman Groningen, domain 7): the question asked is the
ombudsman's, "would this be wrong too if the criticism were right?". The program never decides it.
"""

import re

from agressielog.domain.text import fold
from agressielog.domain.vocabulary import Severity

# What people do who are in conflict with an organisation, and may do: words that begin like this …
_BEGINNINGS = (
    "klacht", "klaag", "klagen", "kritiek", "ontevreden", "ombudsm", "kranten", "journalist", "advoca",
    "rechtbank", "rechtszaak", "bezwaarsch", "wethouder", "burgemeester", "gemeenteraad", "recensie",
    "schadeclaim", "aansprakelijk", "oneens", "oneerlijk", "onrechtvaardig", "schandalig", "incompetent",
    "integriteit",
)  # fmt: skip
# … and words that mean something else when more follows (`persoonlijk`, `woord`).
_WHOLE = (
    "krant", "pers", "rechter", "bezwaar", "woo", "wob", "social media", "review", "reviews", "fout",
    "fouten", "slecht geregeld",
)  # fmt: skip
_WORDS = re.compile(rf"\b(?:(?:{'|'.join(_BEGINNINGS)})|(?:{'|'.join(_WHOLE)})\b)", re.ASCII)


def may_be_criticism(account: str, quote: str | None, severity: Severity) -> bool:
    """Tell whether to ask once more: weighed as aggression, told as criticism, and nothing was quoted.

    Args:
        account: what happened, in the reporter's words.
        quote: the words said; a literal insult settles it.
        severity: what the kinds weigh; `geen` needs no second thought, `zwaar` leaves no room for one.
    """
    if quote is not None or severity in {Severity.NONE, Severity.SEVERE}:
        return False
    return _WORDS.search(fold(account)) is not None
