"""What became of the incidents of a period, as it may leave the house; what waits stays inside."""

from agressielog.domain.decision import Verdict
from agressielog.domain.figures import percentage
from agressielog.domain.follow_up import FollowUp, Kept
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.suppression import Shown, is_small, shown, unordered
from agressielog.domain.value import value


@value
class SharedKept:
    """How many terms were kept and how many not; `percent` None where it would tell a small one."""

    on_time: Shown
    late: Shown
    percent: int | None


@value(kw_only=True)
class SharedFollowUp:
    """What may be told of `FollowUp`; of these counts no total is told, so that each stands by itself.

    The duties are left out: what we still have to do says little to others, and much about a few.
    """

    reaction_hours: int | None
    reactions: SharedKept
    care: SharedKept
    decided: tuple[tuple[MeasureCode | None, Shown], ...]
    running: tuple[tuple[MeasureCode, Shown], ...]
    ending: Shown
    reviews_late: Shown
    objections: Shown
    verdicts: tuple[tuple[Verdict, Shown], ...]
    good_calls: Shown


def share_follow_up(found: FollowUp) -> SharedFollowUp:
    """Return what may be told of what became of the incidents of a period."""
    return SharedFollowUp(
        reaction_hours=found.reaction_hours,
        reactions=_kept(found.reactions),
        care=_kept(found.care),
        decided=unordered((code, shown(number)) for code, number in found.decided),
        running=unordered((code, shown(number)) for code, number in found.running),
        ending=shown(found.ending),
        reviews_late=shown(found.reviews_late),
        objections=shown(found.objections),
        verdicts=tuple((verdict, shown(number)) for verdict, number in found.verdicts),
        good_calls=shown(found.good_calls),
    )


def _kept(kept: Kept) -> SharedKept:
    hidden = is_small(kept.on_time) or is_small(kept.late)
    return SharedKept(
        shown(kept.on_time), shown(kept.late), None if hidden else percentage(kept.on_time, kept.total)
    )
