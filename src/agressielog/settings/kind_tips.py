"""Finds the one line below a look-up: what helps with a kind of behaviour.

Apart from reading whole files of tips, because every write prepares the answer of a look-up, and few organisations have
tips of their own.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from agressielog.domain.policy import KindCode
from agressielog.settings.shipped_files import shipped_tips_text

_KINDS = "[[soort]]"


def tip_for(kept: str | None, kind: KindCode) -> str | None:
    """Return the line for a kind of behaviour; None where there is none.

    Args:
        kept: the organisation's own file, as the logbook has it.
        kind: from the policy.
    """
    return _tips_by_kind(kept).get(kind)


@lru_cache(maxsize=2)
def _tips_by_kind(kept: str | None) -> Mapping[KindCode, str]:
    if kept is None:
        # What is shipped is sound, and the kinds come last: reading all of it would take every write 2 ms more, and
        # checking it 6.
        text = shipped_tips_text()
        kinds = tomllib.loads(text[text.index(_KINDS) :])["soort"]
        return {KindCode(one["code"]): one["tip"] for one in kinds}
    from agressielog.settings.tip_texts import tips_in_use  # noqa: PLC0415 - only who has tips needs all this

    return {one.kind: one.tip for one in tips_in_use(kept).tips.kinds}
