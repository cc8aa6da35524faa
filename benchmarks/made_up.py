"""Makes up callers and their calls, from one seed: no number, name or call of anybody's.

A subscriber's number that begins with a 0 is not given out in the Netherlands: 020-0001234 can be nobody's.
The names and the surroundings are those of the fictitious town hall that `demo` shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from agressielog.application.demo_material import Material
from agressielog.domain.caller import NewCaller
from agressielog.domain.incident import NewPromise
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode

#: Calls of one caller.
CALLS = 5
# A caller's calls lie within so many days, before and after a day of his own.
_AROUND = 120
# Per thousand of the calls: about half is no aggression at all, and threats are rare.
_KINDS = {
    "emotie_kritiek": 330,
    "drammen": 150,
    "schelden": 200,
    "schreeuwen": 110,
    "hinderlijk": 90,
    "kleineren": 60,
    "belediging": 30,
    "intimidatie": 20,
    "bedreiging": 10,
}
_ACCOUNTS = (
    "Boos over de wachttijd; bleef praten toen ik uitlegde waar de aanvraag ligt.",
    "Belde voor de derde keer over hetzelfde besluit en liet me niet uitspreken.",
    "Verhief de stem zodra het woord termijn viel. Gevraagd daarmee te stoppen.",
    "Naheffing parkeren. Wilde niet horen dat bezwaar schriftelijk moet en schold daarna.",
    "Had gelijk: de brief was naar het oude adres gestuurd. Excuses gemaakt, toch niet tevreden.",
    "Eiste een leidinggevende en daarna mijn achternaam. Grens genoemd en de keuze gegeven.",
    "Rustig begonnen, fel geworden over de eigen bijdrage. Gesprek op tijd afgerond.",
    "Noemde mij onbekwaam en lachte om elk antwoord. Overgedragen aan een collega.",
    "Wilde vandaag nog een afspraak; die is er pas volgende week. Schreeuwde dat het een schande is.",
    "Vroeg vijf keer hetzelfde en hing op toen ik het antwoord herhaalde.",
    "Kwam terug op een gesprek van vorige maand dat niemand had vastgelegd.",
    "Zei dat wij nog wel zouden zien wat er gebeurt als het weer niet in orde is.",
)
_SUBJECTS = ("parkeren", "uitkering", "paspoort", "afval", "vergunning", "belastingen", None, None)
_PROMISES = ("terugbellen over de aanvraag", "kopie van het besluit sturen", "navraag doen bij de afdeling")
# One caller in so many: who gave no name, who has a customer number; one call in so many: what was promised.
_UNNAMED, _CUSTOMER, _PROMISED = 4, 5, 20
# What a subscriber's number may be, after the 0 that nobody has.
_PER_AREA = 1_000_000


@dataclass(frozen=True, slots=True)
class MadeUpCall:
    """One call; `at` is an aware UTC moment in whole seconds, `promises` made in it."""

    at: datetime
    kinds: tuple[KindCode, ...]
    reporter: str
    team: str
    account: str
    subject: str | None
    warned: bool
    ended: bool
    promises: tuple[NewPromise, ...]


@dataclass(frozen=True, slots=True)
class MadeUpCaller:
    """Somebody who called `CALLS` times.

    Attributes:
        number, typed: as it is stored, and as a colleague saw it.
        calls: the first one first.
    """

    caller: NewCaller
    number: PhoneNumber
    typed: str
    calls: tuple[MadeUpCall, ...]


def days_of(callers: int) -> int:
    """Return how many days the calls of so many callers are spread over.

    From ten thousand callers on a month of a larger logbook is no fuller than one of a smaller (some 3,400
    calls), until there are twelve years; and the smallest of them has the same month of a year ago, which a
    report counts too.
    """
    return min(4505, max(365, callers * CALLS // 111))


def made_up_callers(material: Material, callers: int, last_day: date, seed: int) -> Iterator[MadeUpCaller]:
    """Yield so many callers; the same arguments give the same ones.

    Args:
        material: whose names and teams.
        callers: at most a million for each area code of the material.
        last_day: local; nobody called later.
        seed: of chance.
    """
    chance = Random(seed)
    days = days_of(callers)
    areas = sorted({code for code in material.area_codes if len(code) == 3})  # noqa: PLR2004 - `020`
    teams = [(team, person.name) for team, people in material.teams.items() for person in people]
    for place in range(callers):
        area, rest = areas[place // _PER_AREA], f"0{place * 618_031 % _PER_AREA:06}"
        unnamed = chance.randrange(_UNNAMED) == 0
        customer = chance.randrange(_CUSTOMER) == 0
        name = f"{chance.choice(material.initials)} {chance.choice(material.surnames)}"
        own_day = chance.randrange(days)
        ago = sorted(
            ((own_day + chance.randint(-_AROUND, _AROUND)) % days for _ in range(CALLS)), reverse=True
        )
        yield MadeUpCaller(
            NewCaller(name=None if unnamed else name, customer_number=f"K{place:07}" if customer else None),
            PhoneNumber(f"+31{area[1:]}{rest}"),
            f"{area}-{rest}",
            tuple(_call(chance, last_day, last_day - timedelta(days=back), teams) for back in ago),
        )


def _call(chance: Random, last_day: date, day: date, teams: list[tuple[str, str]]) -> MadeUpCall:
    # From eight to half past four in summer, an hour earlier in winter; the same order on one day is chance.
    at = datetime.combine(day, time(7), UTC) + timedelta(seconds=chance.randrange(8 * 3600))
    kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
    team, reporter = chance.choice(teams)
    promises: tuple[NewPromise, ...] = ()
    if chance.randrange(_PROMISED) == 0:
        due = day + timedelta(days=chance.randint(2, 10))
        done = at + timedelta(days=2) if due < last_day - timedelta(days=5) else None
        promises = (NewPromise(chance.choice(_PROMISES), due, done_at=done),)
    outcome = chance.random()
    return MadeUpCall(
        at=at,
        kinds=(KindCode(kind),)
        if chance.randrange(10)
        else tuple(dict.fromkeys((KindCode(kind), KindCode("drammen")))),
        reporter=reporter,
        team=team,
        account=chance.choice(_ACCOUNTS),
        subject=chance.choice(_SUBJECTS),
        warned=outcome < 0.3,  # noqa: PLR2004 - three in ten
        ended=outcome < 0.1,  # noqa: PLR2004 - one in ten
        promises=promises,
    )
