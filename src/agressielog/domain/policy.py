"""The organisation's protocol as a value: which kinds of behaviour there are and how heavy each is.

The ladder, its terms and its gates join this value with the advice; a kind never weighs anything
by itself.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from agressielog.domain.errors import UnknownKind
from agressielog.domain.vocabulary import Severity, Standing

KindCode = NewType("KindCode", str)

#: A call in spite of a contact ban: weighs nothing, but shows at look-up (design 4.1).
BREACH = KindCode("overtreding_contactverbod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of behaviour: a stored code, a Dutch label, and what it is and is not."""

    code: KindCode
    label: str
    description: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One version of a protocol.

    Attributes:
        name: as `beleid list` shows it.
        version: as written in the file.
        kinds: in the order in which a user chooses from them.
        instructions: what the colleague does, per outcome of a look-up.
    """

    name: str
    version: str
    kinds: tuple[Kind, ...]
    instructions: tuple[tuple[Standing, str], ...]

    def kind(self, raw: str) -> Kind:
        """Find a kind by its code or label, case and `-`/space for `_` forgiven.

        Raises:
            UnknownKind: with the nearest codes.
        """
        wanted = _plain(raw)
        for kind in self.kinds:
            if wanted in {_plain(kind.code), _plain(kind.label)}:
                return kind
        codes = [str(kind.code) for kind in self.kinds]
        nearest = difflib.get_close_matches(wanted, codes, n=3, cutoff=0.5)
        begun = [code for code in codes if wanted and code.startswith(wanted[:4]) and code not in nearest]
        raise UnknownKind(raw, tuple((nearest + begun)[:3]), tuple(codes))

    def severity_of(self, kinds: Iterable[KindCode]) -> Severity:
        """Return the heaviest severity among *kinds*; `geen` for none at all."""
        weights = {kind.code: kind.severity for kind in self.kinds}
        found = (weights.get(code, Severity.NONE) for code in kinds)
        return max(found, key=lambda severity: severity.weight, default=Severity.NONE)

    def label_of(self, code: KindCode) -> str:
        """Return the Dutch label, or the code itself for a kind this version no longer has."""
        return next((kind.label for kind in self.kinds if kind.code == code), code)

    def instruction_for(self, standing: Standing) -> str:
        """Return what the colleague does; empty where the policy says nothing."""
        return dict(self.instructions).get(standing, "")


def _plain(text: str) -> str:
    return "_".join(text.strip().casefold().replace("-", " ").replace("_", " ").split())
