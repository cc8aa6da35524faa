"""Finds the one line below a look-up: what helps with a kind of behaviour.

Apart from reading whole files of tips, because every write prepares the answer of a look-up, and few organisations have
tips of their own.
"""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache

from agressielog.domain.policy import KindCode
from agressielog.settings.shipped_files import SHIPPED_FILES

#: The name of the texts that come with the program.
SHIPPED = "meegeleverd"


def tip_for(kept: str | None, kind: KindCode) -> str | None:
    """Return the line for a kind of behaviour; None where there is none.

    Args:
        kept: the organisation's own file, as the logbook has it.
        kind: from the policy.
    """
    return _tips_by_kind(kept).get(kind)


@cache
def shipped_text() -> str:
    """Return the file of tips that comes with the program."""
    return (SHIPPED_FILES / "tips" / f"{SHIPPED}.toml").read_bytes().decode()


@lru_cache(maxsize=2)
def _tips_by_kind(kept: str | None) -> Mapping[KindCode, str]:
    if kept is None:
        # What is shipped is sound; reading it in full, with every fault to be told, takes every write 10 ms.
        return {KindCode(one["code"]): one["tip"] for one in tomllib.loads(shipped_text())["soort"]}
    from agressielog.settings.tip_texts import tips_in_use  # noqa: PLC0415 - only who has tips needs all this

    return {one.kind: one.tip for one in tips_in_use(kept).tips.kinds}
