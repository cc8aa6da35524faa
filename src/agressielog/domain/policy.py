"""The organisation's protocol as a value: which kinds of behaviour there are and how heavy each is.

What follows from them is a ladder (`domain.ladder`), or a range per kind; a kind of severity `geen`
never weighs anything, whatever the policy says about ladders.
"""

import difflib
from collections.abc import Iterable
from typing import NewType

from agressielog.domain.errors import UnknownKind
from agressielog.domain.ladder import Ladder, MeasureCode, MeasureKind, Range, RungCode
from agressielog.domain.safeguards import Remedy, Safeguards
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.terms import Terms
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Delivery, IncidentStatus, PoliceReport, Severity, Standing

KindCode = NewType("KindCode", str)

#: A call in spite of a contact ban: weighs nothing, but shows at look-up (design 4.1).
BREACH = KindCode("overtreding_contactverbod")


#: Criticism and emotion: recorded, never counted.
CRITICISM = KindCode("emotie_kritiek")

#: Fewer letters than this could be a slip for any kind.
_LEAST_BEGUN = 3

#: How long a number may be silent where a policy does not say. Disused Dutch 06-numbers return after about a
#: year (gsmhelpdesk.nl/nieuws/14434), and ACM's reclaimed ranges cooled as long.
DEFAULT_STALE_AFTER = Span(12, SpanUnit.MONTH)

#: How far back an incident counts where a policy does not say: the consensus of published protocols.
DEFAULT_WINDOW = Span(12, SpanUnit.MONTH)


@value(kw_only=True)
class Kind:
    """One kind of behaviour: a stored code, a Dutch label, and what it is and is not.

    `entry` is a rung of its own to enter at; `range` what it calls for in a policy without a ladder;
    `ground` why it weighs what it weighs, and where that is written.
    """

    code: KindCode
    label: str
    description: str
    severity: Severity
    police: PoliceReport = PoliceReport.NO
    entry: RungCode | None = None
    range: Range | None = None
    ground: str = ""


@value(kw_only=True)
class Policy:
    """One version of a protocol.

    Attributes:
        name: as `beleid list` shows it.
        version: as written in the file.
        kinds: in the order in which a user chooses from them.
        instructions: what the colleague does, per outcome of a look-up.
        sha256: of the text of the file, in hexadecimal digits.
        window: how far back an incident counts.
        counts_from: the status an incident needs to count.
        ladder: None in a policy with ranges, or with kinds only.
        measures: every measure the policy knows, lightest first.
        written_ways: the ways of delivery that count as written.
        safeguards, remedy: None in a policy with kinds only.
        instruction_pending: what the colleague does while an incident awaits judgement; `_severe` for a
            heavy one.
        retention: how long after the last incident of a severity it is kept.
        breaches_from: so many breaches within one ban ask for a look; None for never.
        terms: the other terms a policy sets; None in a policy with kinds only.
        description: for whom or what it is, in a sentence.
        grounds: why, per part of the file that has no place of its own for it (`telling`, `besluit`).
        replaces: kinds of an earlier policy, each with the kind that stands for it now.
    """

    name: str
    version: str
    kinds: tuple[Kind, ...]
    instructions: tuple[tuple[Standing, str], ...]
    sha256: str = ""
    window: Span = DEFAULT_WINDOW
    counts_from: IncidentStatus = IncidentStatus.REPORTED
    ladder: Ladder | None = None
    measures: tuple[MeasureKind, ...] = ()
    written_ways: frozenset[Delivery] = frozenset({Delivery.POST, Delivery.E_MAIL, Delivery.HANDED_OVER})
    breaches_from: int | None = None
    safeguards: Safeguards | None = None
    remedy: Remedy | None = None
    instruction_pending: str = ""
    instruction_pending_severe: str = ""
    retention: tuple[tuple[Severity, Span], ...] = ()
    terms: Terms | None = None
    description: str = ""
    grounds: tuple[tuple[str, str], ...] = ()
    replaces: tuple[tuple[KindCode, KindCode], ...] = ()

    @property
    def number_stale_after(self) -> Span:
        """How long a number is not seen before it may be another person's."""
        told = self.terms.number_stale_after if self.terms is not None else None
        return told or DEFAULT_STALE_AFTER

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

    def kind_begun(self, raw: str) -> Kind:
        """Find a kind as a person types it: as `kind` does, or by how only one of them begins, three letters or more.

        Raises:
            UnknownKind: also where several begin so.
        """
        wanted = _plain(raw)
        begun = [
            kind
            for kind in self.kinds
            if len(wanted) >= _LEAST_BEGUN
            and (_plain(kind.code).startswith(wanted) or _plain(kind.label).startswith(wanted))
        ]
        return begun[0] if len(begun) == 1 else self.kind(raw)

    def kinds_of(self, codes: Iterable[KindCode]) -> tuple[Kind, ...]:
        """Return the kinds that *codes* stand for here, each once, in the policy's own order.

        A code of an earlier policy is the kind that replaces it; one that nothing stands for is left out.
        """
        replaced = dict(self.replaces)
        wanted = {replaced.get(code, code) for code in codes}
        return tuple(kind for kind in self.kinds if kind.code in wanted)

    def severity_of(self, kinds: Iterable[KindCode]) -> Severity:
        """Return the heaviest severity among *kinds*; `geen` for none at all."""
        found = (kind.severity for kind in self.kinds_of(kinds))
        return max(found, key=lambda severity: severity.weight, default=Severity.NONE)

    def police_of(self, kinds: Iterable[KindCode]) -> PoliceReport:
        """Return the strongest advice about the police among *kinds*; `nee` for none at all."""
        return PoliceReport.strongest(kind.police for kind in self.kinds_of(kinds))

    def label_of(self, code: KindCode) -> str:
        """Return the Dutch label, or the code itself for a kind this version no longer has."""
        return next((kind.label for kind in self.kinds_of([code])), code)

    def measure(self, code: MeasureCode) -> MeasureKind | None:
        """Return a measure by its code; None for one that this version no longer has."""
        return next((measure for measure in self.measures if measure.code == code), None)

    def weight_of(self, code: MeasureCode) -> int:
        """Return the place of a measure in the policy's own order, light to heavy; -1 for an unknown one."""
        codes = [measure.code for measure in self.measures]
        return codes.index(code) if code in codes else -1

    def ground_of(self, part: str) -> str:
        """Return why a part of the file is as it is; empty where nothing was given."""
        return dict(self.grounds).get(part, "")

    def instruction_for(self, standing: Standing) -> str:
        """Return what the colleague does; empty where the policy says nothing."""
        return dict(self.instructions).get(standing, "")


def _plain(text: str) -> str:
    return "_".join(text.strip().casefold().replace("-", " ").replace("_", " ").split())
