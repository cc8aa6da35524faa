"""What the fictitious call centre of `demo` is made of: people, matters, manners and ready stories.

The texts stand in `settings/demo/*.toml`; slots such as `{hij}` are filled in by `application.demo`.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import time
from enum import StrEnum

from agressielog.domain.policy import KindCode
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Channel


class Ending(StrEnum):
    """How a call ended; the value is the key in the file."""

    ORDINARY = "gewoon"
    OPEN = "open"
    WARNED = "gewaarschuwd"
    ENDED = "beeindigd"
    HANDED_OVER = "overgedragen"


@value
class Colleague:
    """Somebody who answers; `woman` because some abuse is only aimed at women."""

    name: str
    woman: bool


@value
class Occasion:
    """Why somebody called: a sentence, what was said of it, whether it was our fault, and in which months."""

    text: str
    quote: str | None
    our_fault: bool
    months: frozenset[int]


@value(kw_only=True)
class Matter:
    """What calls are about; `busy` are the months (1 to 12) in which they come more often."""

    name: str
    teams: tuple[str, ...]
    busy: frozenset[int]
    occasions: tuple[Occasion, ...]
    promises: tuple[str, ...]
    refusals: tuple[str, ...]


@value(kw_only=True)
class Behaviour:
    """What a caller did. `whole`: the sentence tells the ending too, with what was `warned` and `ended`."""

    text: str
    quote: str | None = None
    to_woman: bool = False
    whole: bool = False
    warned: bool = False
    ended: bool = False


@value
class Spoken:
    """Sentences of one sort: those that fit everywhere, and those of the telephone or the counter only."""

    everywhere: tuple[str, ...]
    telephone: tuple[str, ...]
    counter: tuple[str, ...]

    def at(self, channel: Channel) -> tuple[str, ...]:
        """Return those that fit *channel*, telephone or counter."""
        return self.everywhere + (self.counter if channel is Channel.COUNTER else self.telephone)


@value
class Manner:
    """How callers of one kind behave; `share` weighs the kinds against each other."""

    kind: KindCode
    share: int
    everywhere: tuple[Behaviour, ...]
    telephone: tuple[Behaviour, ...]
    counter: tuple[Behaviour, ...]

    def at(self, channel: Channel) -> tuple[Behaviour, ...]:
        """Return what fits *channel*, telephone or counter; may be nothing."""
        return self.everywhere + (self.counter if channel is Channel.COUNTER else self.telephone)


@value(kw_only=True)
class Story:
    """One whole incident, as it was told. `due_in` is the term of the promise in days."""

    kinds: tuple[KindCode, ...]
    account: str
    quote: str | None
    team: str
    subject: str
    reporter: str | None
    channel: Channel
    warned: bool
    ended: bool
    handed_over: bool
    police: bool
    our_fault: bool
    helped: str | None
    refused: str | None
    promise: str | None
    due_in: int | None
    withheld: bool
    named: bool


@value(kw_only=True)
class Resolution:
    """What the team lead made of one incident.

    Attributes:
        measure: whether what was advised was imposed; False for the decision that there is no measure.
        reason: why.
        channel_left: what stays open under a ban.
        delivered: whether the caller got it.
        objection: why the objection against it was dismissed; None where nobody objected.
    """

    measure: bool
    reason: str
    channel_left: str | None = None
    delivered: bool = True
    objection: str | None = None


@value
class Reasons:
    """Why the team lead decides as she does about ordinary callers, by what is decided, and what stays open.

    `none` is where an oral warning was advised, `spared` where more was; `nameless` is for who cannot be
    written to, `severe` for a ban without a warning before it, `continued` for a review.
    """

    decider: str
    channels: tuple[str, ...]
    none: tuple[str, ...]
    spared: tuple[str, ...]
    nameless: tuple[str, ...]
    oral: tuple[str, ...]
    written: tuple[str, ...]
    ban: tuple[str, ...]
    severe: tuple[str, ...]
    continued: tuple[str, ...]


@value(kw_only=True)
class Chapter:
    """One incident of somebody with a history.

    Attributes:
        days_ago: counted back from today, before it is moved to a working day.
        at: Amsterdam time.
        number: as typed, if not the usual one.
        certainty: what the colleague answered when asked who it was; None where nobody was asked.
        nameless: the caller did not give a name this time.
        resolution: what was decided about it; None where that is left to chance.
    """

    story: Story
    days_ago: int
    at: time
    number: str | None
    certainty: Certainty | None
    nameless: bool
    resolution: Resolution | None = None


@value(kw_only=True)
class Regular:
    """A caller with a history of its own; `role` is what the tour uses this caller for."""

    role: str | None
    name: str | None
    woman: bool
    number: str
    customer_number: str | None
    chapters: tuple[Chapter, ...]


@value(kw_only=True)
class Material:
    """Everything a demo is made of.

    Attributes:
        settings: of the organisation, by key.
        teams: who works where.
        area_codes: with their zero; one that is named more often is met more often.
        helped, helped_strict: what calmed callers who did not, and who did, cross a line.
        reasons: of the team lead.
        tour: the options of the call that is added before the user's eyes, by their names.
    """

    settings: Mapping[str, str]
    teams: Mapping[str, tuple[Colleague, ...]]
    area_codes: tuple[str, ...]
    initials: tuple[str, ...]
    surnames: tuple[str, ...]
    helped: tuple[str, ...]
    helped_strict: tuple[str, ...]
    matters: tuple[Matter, ...]
    manners: tuple[Manner, ...]
    endings: Mapping[Ending, Spoken]
    regulars: tuple[Regular, ...]
    stories: tuple[Story, ...]
    reasons: Reasons
    tour: Mapping[str, str] = field(default_factory=dict)

    def number_of(self, role: str) -> str:
        """Return the usual number of the regular with this role, as typed."""
        return next(regular.number for regular in self.regulars if regular.role == role)
