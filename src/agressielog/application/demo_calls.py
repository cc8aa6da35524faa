"""Plans the calls of the fictitious call centre that `demo` makes: who calls when about what, and how it goes.

Three sorts of calls: callers whose whole history was written out, incidents that were written out one by
one, and for the greater part ordinary ones, put together from an occasion, what the caller did and how it
ended. Sentences are dealt like cards, so that none comes back before its pile is through.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from agressielog.application.demo_chance import Chance, Deck, Dice
from agressielog.application.demo_days import Calendar, at_local, working_day_after, working_day_near
from agressielog.application.demo_material import (
    Behaviour,
    Ending,
    Manner,
    Material,
    Matter,
    Regular,
    Resolution,
    Story,
)
from agressielog.application.record import Account
from agressielog.domain.incident import NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.ulid import RANDOM_BYTES, make_ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Channel, Severity

#: How many incidents there are, and how many days back the first can be: some eighteen months.
INCIDENTS, DAYS = 400, 548

# Who calls, of ten: with a withheld number, somebody passing at the counter, somebody with a number.
_VOICES = (3.0, 1.4, 5.6)
# How many of the latter come to the counter now and then, instead of calling.
_COUNTER = 0.08
# Shares of the callers: who never give a name, and who have a customer number.
_UNNAMED, _CUSTOMER = 0.25, 0.2
# How often one caller calls, how likely that is, and how many days apart at most.
_VISITS = {1: 0.46, 2: 0.2, 3: 0.14, 4: 0.1, 5: 0.06, 6: 0.04}
_LONGEST_GAP = 75
# How many of those who come back get worse and worse.
_ESCALATES = 0.4
_BUSY_SEASON = 2.2
# By whether the kind weighs anything.
_OUTCOMES: Mapping[bool, Mapping[Ending, float]] = {
    False: {Ending.ORDINARY: 0.92, Ending.HANDED_OVER: 0.08},
    True: {Ending.OPEN: 0.28, Ending.WARNED: 0.37, Ending.ENDED: 0.22, Ending.HANDED_OVER: 0.13},
}
_PUSHING = KindCode("drammen")
_HELPED, _REFUSED, _REFUSED_PUSHING = 0.3, 0.05, 0.35
# Promises older than this have been kept, and what was kept cannot be recorded yet.
_PROMISES_SINCE = timedelta(days=45)
_PROMISED, _UNDATED, _SHORTEST_TERM, _TERMS = 0.4, 0.15, 2, 10
# Counted from the last ordinary call: which were recorded in short only, and which two weeks late.
_IN_SHORT, _LATE = frozenset({3, 8, 16, 60, 150}), frozenset({30, 100, 220})
_TWO_WEEKS = timedelta(weeks=2)
_QUICKEST, _MINUTES = 3, 20
_NATIONAL_DIGITS = 10
# Without a divisor in common with 9 and 10, so that its multiples repeat late.
_STRIDE = 618_031

_MAN = {"hij": "hij", "Hij": "Hij", "hem": "hem", "zijn": "zijn", "meneer": "meneer", "Meneer": "Meneer"}
_WOMAN = {"hij": "ze", "Hij": "Ze", "hem": "haar", "zijn": "haar", "meneer": "mevrouw", "Meneer": "Mevrouw"}


@value
class Call:
    """One planned incident.

    Attributes:
        account: what the colleague told.
        recorded_at: aware UTC moment at which it was typed.
        person: who it really was, for those about whom the colleague was asked.
        certainty: what the colleague answered then; None where nobody was asked.
        resolution: what was decided about it; None where that is left to chance.
    """

    account: Account
    recorded_at: datetime
    person: str | None = None
    certainty: Certainty | None = None
    resolution: Resolution | None = None


@value
class _Voice:
    """Who is on the line; `number` is the area code and the rest, or what stands for none."""

    woman: bool
    number: tuple[str, str] | Withheld | None
    name: str | None = None
    customer_number: str | None = None


def plan_calls(material: Material, policy: Policy, *, today: date, chance: Chance) -> tuple[Call, ...]:
    """Return the calls in the order in which they were recorded.

    Args:
        material: the texts.
        policy: whose kinds the texts use.
        today: the local day; everything happened before it.
        chance: the same one gives the same calls on the same day.
    """
    calls = _Planner(material, policy, today, Dice(chance)).calls()
    return tuple(sorted(calls, key=lambda call: call.recorded_at))


class _Planner:
    """Deals from the piles of one demo."""

    def __init__(self, material: Material, policy: Policy, today: date, dice: Dice) -> None:
        self._material = material
        self._policy = policy
        self._today = today
        self._dice = dice
        self._calendar = Calendar(dice, today - timedelta(days=DAYS), today - timedelta(days=1))
        self._surnames = dice.shuffled(material.surnames)
        self._serial = 0
        self._occasions = {matter.name: Deck(dice, matter.occasions) for matter in material.matters}
        self._helped = Deck(dice, material.helped)
        self._helped_strict = Deck(dice, material.helped_strict)
        self._colleagues = {team: Deck(dice, people) for team, people in material.teams.items()}
        self._behaviours = {
            (manner.kind, channel): Deck(dice, manner.at(channel))
            for manner in material.manners
            for channel in (Channel.TELEPHONE, Channel.COUNTER)
        }
        self._endings = {
            (ending, channel): Deck(dice, spoken.at(channel))
            for ending, spoken in material.endings.items()
            for channel in (Channel.TELEPHONE, Channel.COUNTER)
        }

    def calls(self) -> list[Call]:
        """Return all of them, in no order."""
        written = [call for regular in self._material.regulars for call in self._history(regular)]
        written += [self._on_its_own(story) for story in self._material.stories]
        ordinary: list[Call] = []
        while len(written) + len(ordinary) < INCIDENTS:
            ordinary += self._somebodys_calls()
        del ordinary[INCIDENTS - len(written) :]
        ordinary.sort(key=lambda call: call.account.at, reverse=True)
        return written + [_as_recorded(call, place) for place, call in enumerate(ordinary)]

    def _history(self, regular: Regular) -> Iterator[Call]:
        for chapter in regular.chapters:
            day = working_day_near(self._today - timedelta(days=chapter.days_ago))
            area, _, rest = (chapter.number or regular.number).partition("-")
            voice = _Voice(
                woman=regular.woman,
                number=Withheld() if chapter.story.withheld else (area, rest),
                name=None if chapter.nameless else regular.name,
                customer_number=regular.customer_number,
            )
            call = self._told(chapter.story, voice, at_local(day, chapter.at))
            yield replace(
                call,
                person=f"{regular.number} {regular.name}",
                certainty=chapter.certainty,
                resolution=chapter.resolution,
            )

    def _on_its_own(self, story: Story) -> Call:
        at = self._calendar.moment(self._calendar.day())
        if story.withheld or story.channel is not Channel.TELEPHONE:
            name = self._name() if story.named else None
            number = Withheld() if story.withheld else None
            return self._told(story, _Voice(woman=False, number=number, name=name), at)
        return self._told(story, self._somebody(), at)

    def _somebodys_calls(self) -> Iterator[Call]:
        """Yield the ordinary calls of one person, however often that one calls."""
        kind_of_voice = self._dice.weighted(("withheld", "passing", "somebody"), _VOICES)
        if kind_of_voice != "somebody":
            withheld = kind_of_voice == "withheld"
            voice = _Voice(woman=self._dice.happens(0.5), number=Withheld() if withheld else None)
            channel = Channel.TELEPHONE if withheld else Channel.COUNTER
            at = self._calendar.moment(self._calendar.day())
            story = self._story(voice, at, self._matter(at), self._manner(channel), channel)
            yield self._told(story, voice, at)
            return
        voice = self._somebody()
        visits = self._dice.weighted(tuple(_VISITS), tuple(_VISITS.values()))
        moments = [self._calendar.moment(day) for day in self._calendar.days(visits, _LONGEST_GAP)]
        matter = self._matter(moments[0])
        manners = [self._manner(Channel.TELEPHONE) for _ in moments]
        if self._dice.happens(_ESCALATES):
            manners.sort(key=lambda manner: self._policy.severity_of((manner.kind,)).weight)
        for at, manner in zip(moments, manners, strict=True):
            at_counter = self._dice.happens(_COUNTER) and manner.at(Channel.COUNTER)
            channel = Channel.COUNTER if at_counter else Channel.TELEPHONE
            yield self._told(self._story(voice, at, matter, manner, channel), voice, at)

    def _story(self, voice: _Voice, at: datetime, matter: Matter, manner: Manner, channel: Channel) -> Story:
        """Put an ordinary incident together."""
        month = local_day(at).month
        occasion = self._occasions[matter.name].deal(lambda occasion: month in occasion.months)
        behaviour = self._behaviours[manner.kind, channel].deal()
        counts = self._policy.severity_of((manner.kind,)) is not Severity.NONE
        team = self._dice.one_of(matter.teams)
        ending, outcome = None, ""
        if not behaviour.whole:
            shares = _OUTCOMES[counts]
            ending = self._dice.weighted(tuple(shares), tuple(shares.values()))
            outcome = self._endings[ending, channel].deal()
        ended = ending is Ending.ENDED or behaviour.ended
        happy = not ended and not behaviour.whole
        recent = self._today - local_day(at) <= _PROMISES_SINCE
        promised = happy and recent and self._dice.happens(_PROMISED)
        pushing = manner.kind == _PUSHING
        helped = self._helped_strict if counts else self._helped
        return Story(
            kinds=(manner.kind,),
            account=" ".join(part for part in (occasion.text, behaviour.text, outcome) if part),
            quote=behaviour.quote if counts else occasion.quote or behaviour.quote,
            team=team,
            subject=matter.name,
            reporter=self._reporter(team, behaviour),
            channel=channel,
            warned=ended or ending is Ending.WARNED or behaviour.warned,
            ended=ended,
            handed_over=ending is Ending.HANDED_OVER,
            police=False,
            our_fault=occasion.our_fault,
            helped=helped.deal() if happy and self._dice.happens(_HELPED) else None,
            refused=(
                self._dice.one_of(matter.refusals)
                if self._dice.happens(_REFUSED_PUSHING if pushing else _REFUSED)
                else None
            ),
            promise=self._dice.one_of(matter.promises) if promised else None,
            due_in=None if self._dice.happens(_UNDATED) else _SHORTEST_TERM + self._dice.below(_TERMS),
            withheld=isinstance(voice.number, Withheld),
            named=False,
        )

    def _told(self, story: Story, voice: _Voice, at: datetime) -> Call:
        """Turn an incident into what a colleague tells about it, some minutes later."""
        recorded_at = at + timedelta(minutes=_QUICKEST + self._dice.below(_MINUTES))
        reporter = story.reporter or self._colleagues[story.team].deal().name
        slots = (_WOMAN if voice.woman else _MAN) | {"collega": self._another(story.team, reporter)}
        number, typed = self._dialled(voice.number)
        return Call(
            Account(
                ulid=make_ulid(recorded_at, self._dice.noise(RANDOM_BYTES)),
                at=at,
                number=number,
                number_typed=typed,
                name=voice.name,
                customer_number=voice.customer_number,
                kinds=story.kinds,
                channel=story.channel,
                team=story.team,
                subject=story.subject,
                reporter=reporter,
                account=story.account.format(**slots),
                quote=story.quote,
                warned=story.warned,
                ended=story.ended,
                handed_over=story.handed_over,
                police=story.police,
                our_fault=story.our_fault,
                refused=story.refused,
                helped=story.helped,
                promises=self._promised(story, local_day(at), slots),
            ),
            recorded_at,
        )

    def _promised(self, story: Story, day: date, slots: Mapping[str, str]) -> tuple[NewPromise, ...]:
        if story.promise is None:
            return ()
        due = working_day_after(day + timedelta(days=story.due_in)) if story.due_in is not None else None
        return (NewPromise(story.promise.format(**slots), due),)

    def _matter(self, at: datetime) -> Matter:
        """Return what a call in that month is about, as likely as there are occasions for it."""
        month = local_day(at).month
        weights = [
            sum(month in occasion.months for occasion in matter.occasions)
            * (_BUSY_SEASON if month in matter.busy else 1)
            for matter in self._material.matters
        ]
        return self._dice.weighted(self._material.matters, weights)

    def _manner(self, channel: Channel) -> Manner:
        manners = [manner for manner in self._material.manners if manner.at(channel)]
        return self._dice.weighted(manners, [manner.share for manner in manners])

    def _reporter(self, team: str, behaviour: Behaviour) -> str:
        """Return who tells it: a woman, where that is what she was called."""
        return self._colleagues[team].deal(lambda somebody: somebody.woman or not behaviour.to_woman).name

    def _another(self, team: str, reporter: str) -> str:
        others = [colleague.name for colleague in self._material.teams[team] if colleague.name != reporter]
        return self._dice.one_of(others)

    def _somebody(self) -> _Voice:
        """Return somebody who never called before."""
        return _Voice(
            woman=self._dice.happens(0.5),
            number=self._new_number(),
            name=None if self._dice.happens(_UNNAMED) else self._name(),
            customer_number=self._new_customer() if self._dice.happens(_CUSTOMER) else None,
        )

    def _name(self) -> str | None:
        """Return a name that nobody else has; None once all were given."""
        return (
            f"{self._dice.one_of(self._material.initials)} {self._surnames.pop()}" if self._surnames else None
        )

    def _new_number(self) -> tuple[str, str]:
        """Return a number of nobody's, and not issued either: behind the area code comes a zero.

        Those that were written out have two zeros there.
        """
        area = self._dice.one_of(self._material.area_codes)
        return area, "0" + self._next(10 ** (_NATIONAL_DIGITS - len(area) - 2))

    def _new_customer(self) -> str:
        """Return a customer number of nobody's; those that were written out have a digit less."""
        return f"K-{self._next(100_000)}"

    def _next(self, first: int) -> str:
        """Return a number of as many digits as *first*, never the same twice; it looks like chance."""
        self._serial += 1
        return str(first + self._serial * _STRIDE % (9 * first))

    def _dialled(
        self, number: tuple[str, str] | Withheld | None
    ) -> tuple[PhoneNumber | Withheld | None, str | None]:
        """Return a number as the domain has it, and as one of several desks would type it."""
        if not isinstance(number, tuple):
            return number, None
        area, rest = number
        typed = self._dice.one_of(
            (f"{area}-{rest}", f"{area}-{rest}", f"{area}{rest}", f"{area} {rest}", f"+31 {area[1:]} {rest}")
        )
        return PhoneNumber(f"+31{area[1:]}{rest}"), typed


def _as_recorded(call: Call, place: int) -> Call:
    """Return a call as it was typed: mostly at once, now and then only in short, or late."""
    if place in _LATE:
        return replace(call, recorded_at=call.recorded_at + _TWO_WEEKS)
    if place not in _IN_SHORT:
        return call
    in_short = replace(
        call.account, account="", quote=None, helped=None, refused=None, promises=(), incomplete=True
    )
    return replace(call, account=in_short)
