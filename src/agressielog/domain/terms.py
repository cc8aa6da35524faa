"""The terms of a policy that no ladder needs: care for the colleague, privacy, the police, old numbers."""

from agressielog.domain.span import Span
from agressielog.domain.value import value


@value(kw_only=True)
class Terms:
    """What is due when, and how long some things count; None where the policy says nothing.

    Attributes:
        first_talk_hours: within so many hours somebody talks with the colleague.
        later_talks: the talks after that, counted from the incident.
        last_talk_at_latest: by then the last of these talks has been.
        offer_care_again: after this long a colleague who wanted no care is asked once more.
        access_answer: within this term a request to see one's data is answered.
        erasure_answer: the same for a request to be removed.
        police_complaint: the term for a complaint about an insult.
        number_stale_after: a number not seen for this long may be another person's.
        withdrawn_kept: how long an incident that was withdrawn or rejected is kept.
        severe_kept_at_most: with reasons, a heavy one may be kept this long.
        look_ups_kept: how long it is kept who looked up whom.
    """

    first_talk_hours: int | None = None
    later_talks: tuple[Span, ...] = ()
    last_talk_at_latest: Span | None = None
    offer_care_again: Span | None = None
    access_answer: Span | None = None
    erasure_answer: Span | None = None
    police_complaint: Span | None = None
    number_stale_after: Span | None = None
    withdrawn_kept: Span | None = None
    severe_kept_at_most: Span | None = None
    look_ups_kept: Span | None = None
