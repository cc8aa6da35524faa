"""Random work on the fake and SQLite side by side: after every step all views must be the same."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import story
from fake_store import FakeStore
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from story import BREACH, LANDLINE, MOBILE, NOW, OTHER_MOBILE, SWEARING, THREAT, TODAY

from agressielog.application.ports.logbook import Reading, Writing
from agressielog.application.ports.merges import Merge
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.application.record import record
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.errors import AgressielogError
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.period import PeriodSort, period_of
from agressielog.domain.phone import Withheld
from agressielog.domain.search_words import SearchWords
from agressielog.domain.vocabulary import Certainty, Channel, IncidentStatus, Severity
from agressielog.storage.store import SqliteStore

_T = TypeVar("_T")

_NUMBERS = (MOBILE, OTHER_MOBILE, LANDLINE)
_NAMES = ("Jansen", "J. Jansen", "Renée van den Berg", "renee VAN DEN berg")
_CUSTOMER_NUMBERS = ("K1", "K2")
_WORDS = ("boete", "boetes", "kliko", "café", "CAFE", "beloofd")
_TEAMS = ("Zuid", "zuid", "Noord")
_SETTINGS = ("organisatie", "meldpunt")

_ids = st.integers(min_value=1, max_value=6)
_texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
_links = st.builds(
    NumberLink,
    st.sampled_from(_NUMBERS),
    st.sampled_from(Certainty),
    st.sampled_from([TODAY, TODAY - timedelta(days=400)]),
)
_callers = st.fixed_dictionaries(
    {},
    optional={
        "name": st.none() | st.sampled_from(_NAMES),
        "customer_number": st.none() | st.sampled_from(_CUSTOMER_NUMBERS),
        "address": st.none() | _texts,
        "language_or_help": st.none() | _texts,
    },
)
_promises = st.lists(st.builds(NewPromise, _texts, st.none() | st.just(date(2026, 12, 1))), max_size=2).map(
    tuple
)
_facts = st.fixed_dictionaries(
    {"at": st.integers(min_value=-70, max_value=70).map(lambda hours: NOW + timedelta(hours=hours))},
    optional={
        "number": st.none() | st.just(Withheld()) | st.sampled_from(_NUMBERS),
        "kinds": st.lists(
            st.sampled_from([SWEARING, BREACH, THREAT]), min_size=1, max_size=3, unique=True
        ).map(tuple),
        "severity": st.sampled_from(Severity),
        "channel": st.sampled_from(Channel),
        "status": st.sampled_from(IncidentStatus),
        "team": st.none() | st.sampled_from(_TEAMS),
        "subject": st.none() | _texts,
        "account": _texts,
        "helped": st.none() | _texts,
        "warned": st.booleans(),
        "handed_over": st.booleans(),
        "police": st.booleans(),
        "incomplete": st.booleans(),
    },
)
_filters = st.builds(
    IncidentFilter,
    since=st.none() | st.sampled_from([TODAY - timedelta(days=1), TODAY]),
    until=st.none() | st.sampled_from([TODAY, TODAY + timedelta(days=1)]),
    kind=st.none() | st.sampled_from([SWEARING, THREAT]),
    severity=st.none() | st.sampled_from(Severity),
    caller=st.none() | _ids.map(CallerId),
    number=st.none() | st.sampled_from(_NUMBERS),
    team=st.none() | st.sampled_from(_TEAMS),
    reporter=st.sampled_from([None, "Mia de Vries", "niemand"]),
    incomplete=st.booleans(),
    limit=st.none() | st.integers(min_value=0, max_value=3),
)


class _OnPurpose(Exception):  # noqa: N818 - not an error but a way out of a transaction
    pass


class SideBySide(RuleBasedStateMachine):
    """Everything that a use case can ask of a store, in any order."""

    @initialize()
    def open_logbooks(self) -> None:
        fast = "/dev/shm" if Path("/dev/shm").is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="agressielog-", dir=fast))
        self.sqlite = SqliteStore(self.folder / "logboek.db", may_create=True)
        self.fake = FakeStore(may_create=True)
        self.ulids = [story.ulid()]
        self.write(lambda tx: tx.change_setting("land", "NL"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, change: Callable[[Writing], object]) -> None:
        """Make the same change in both, and see that it has the same outcome."""
        deed = story.deed("proef")
        real, fake = _outcome(self.sqlite, deed, change), _outcome(self.fake, deed, change)
        assert real == fake

    def read(self, view: Callable[[Reading], object]) -> None:
        with self.sqlite.reading() as real, self.fake.reading() as fake:
            assert view(real) == view(fake)

    @rule(
        name=st.none() | st.sampled_from(_NAMES),
        customer=st.none() | st.sampled_from(_CUSTOMER_NUMBERS),
        facts=_facts,
    )
    def somebody_reports_a_call(
        self, name: str | None, customer: str | None, facts: dict[str, object]
    ) -> None:
        known = {key: facts[key] for key in ("at", "number", "kinds", "account", "warned") if key in facts}
        told = story.account(name=name, customer_number=customer, **known)
        deed = story.deed()
        outcomes = [_attempt(record, store, deed, told, story.policy()) for store in (self.sqlite, self.fake)]
        assert outcomes[0] == outcomes[1]

    @rule(facts=_facts, caller=st.none() | _ids, certainty=st.sampled_from(Certainty), promises=_promises)
    def an_incident_is_stored(
        self,
        facts: dict[str, object],
        caller: int | None,
        certainty: Certainty,
        promises: tuple[NewPromise, ...],
    ) -> None:
        new = story.new_incident(promises=promises, **facts)

        def change(tx: Writing) -> object:
            if caller is None:
                return tx.add_incident(new)
            return tx.add_incident(replace(new, caller=tx.caller(CallerId(caller)).id, certainty=certainty))

        self.ulids.append(new.ulid)
        self.write(change)

    @rule(facts=st.lists(_facts, max_size=4), kept=st.booleans())
    def many_are_stored_at_once(self, facts: Sequence[dict[str, object]], kept: bool) -> None:
        many = [story.new_incident(**each) for each in facts]

        def change(tx: Writing) -> int:
            amount = tx.add_incidents(many)
            if not kept:
                raise _OnPurpose
            return amount

        self.ulids.extend(new.ulid for new in many)
        self.write(change)

    @rule(incident=_ids, facts=_facts, caller=st.none() | _ids)
    def an_incident_is_corrected(self, incident: int, facts: dict[str, object], caller: int | None) -> None:
        def change(tx: Writing) -> None:
            owner = None if caller is None else tx.caller(CallerId(caller)).id
            sure = None if caller is None else Certainty.CERTAIN
            corrected = replace(tx.incident(IncidentId(incident)), caller=owner, certainty=sure)
            tx.replace_incident(_with(corrected, facts))

        self.write(change)

    @rule(incident=_ids, promises=_promises)
    def promises_are_added(self, incident: int, promises: tuple[NewPromise, ...]) -> None:
        self.write(lambda tx: tx.add_promises(IncidentId(incident), promises))

    @rule(facts=_callers, links=st.lists(_links, max_size=2))
    def a_caller_is_made(self, facts: dict[str, str | None], links: list[NumberLink]) -> None:
        def change(tx: Writing) -> object:
            new = tx.add_caller(NewCaller(**facts))
            for link in links:
                tx.link(new.id, link)
            return new

        self.write(change)

    @rule(caller=_ids, facts=_callers)
    def a_caller_is_corrected(self, caller: int, facts: dict[str, object]) -> None:
        self.write(lambda tx: tx.replace_caller(_with(tx.caller(CallerId(caller)), facts)))

    @rule(caller=_ids, link=_links, remove=st.booleans())
    def a_number_comes_or_goes(self, caller: int, link: NumberLink, remove: bool) -> None:
        if remove:
            self.write(lambda tx: tx.unlink(CallerId(caller), link.number))
        else:
            self.write(lambda tx: tx.link(CallerId(caller), link))

    @rule(kept=_ids, absorbed=_ids)
    def two_callers_become_one(self, kept: int, absorbed: int) -> None:
        def change(tx: Writing) -> None:
            keeps, goes = tx.caller(CallerId(kept)), tx.caller(CallerId(absorbed))
            moved = tuple(i.id for i in tx.incidents(IncidentFilter(caller=goes.id)))
            tx.move_incidents(moved, keeps.id)
            tx.replace_caller(replace(goes, merged_into=keeps.id))
            tx.add_merge(
                Merge(
                    kept_before=keeps, absorbed_before=goes, kept_after=tx.caller(keeps.id), incidents=moved
                )
            )

        if kept != absorbed:
            self.write(change)

    @rule(kept=_ids)
    def they_part_again(self, kept: int) -> None:
        def change(tx: Writing) -> Merge | None:
            merge = tx.last_merge(CallerId(kept))
            if merge is not None:
                tx.close_merge(merge)
                tx.replace_caller(replace(tx.caller(merge.absorbed_before.id), merged_into=None))
            return merge

        self.write(change)

    @rule(key=st.sampled_from(_SETTINGS), value=st.none() | _texts)
    def a_setting_is_changed(self, key: str, value: str | None) -> None:
        self.write(lambda tx: tx.change_setting(key, value))

    @rule(wanted=_filters)
    def incidents_are_listed(self, wanted: IncidentFilter) -> None:
        self.read(lambda reading: list(reading.incidents(wanted)))

    @rule(
        words=_texts, cut=st.integers(min_value=0, max_value=3), limit=st.integers(min_value=1, max_value=4)
    )
    def words_are_searched(self, words: str, cut: int, limit: int) -> None:
        beginning = words[: len(words) - cut]
        self.read(lambda reading: list(reading.search(SearchWords.parse(beginning), limit)))

    @rule(sort=st.sampled_from(PeriodSort), days=st.integers(min_value=-3, max_value=3))
    def a_report_is_made(self, sort: PeriodSort, days: int) -> None:
        period = period_of(sort, TODAY + timedelta(days=days))
        self.read(lambda reading: reading.figures(period))

    @rule()
    def known_identities_are_asked(self) -> None:
        self.read(lambda reading: reading.known_ulids([*self.ulids, story.ulid()]))
        self.read(lambda reading: reading.incident_by_ulid(self.ulids[-1]))

    @invariant()
    def every_view_is_the_same(self) -> None:
        self.read(_everything)


def _everything(reading: Reading) -> object:
    incidents = list(reading.each_incident())
    callers = reading.callers()
    everybody = [_attempt(reading.caller, CallerId(number)) for number in range(1, 9)]
    return (
        incidents,
        [list(reading.versions(incident.id)) for incident in incidents],
        callers,
        everybody,
        [list(reading.merged_into(CallerId(number))) for number in range(1, 9)],
        [reading.last_merge(CallerId(number)) for number in range(1, 9)],
        dict(reading.incident_counts()),
        [list(reading.callers_of(number)) for number in _NUMBERS],
        [reading.last_seen(number, caller.id) for number in _NUMBERS for caller in callers],
        [list(reading.callers_named(name)) for name in _NAMES],
        [list(reading.callers_with_customer_number(number)) for number in _CUSTOMER_NUMBERS],
        list(reading.settings().items()),
        [reading.setting(key) for key in _SETTINGS],
    )


def _outcome(store: SqliteStore | FakeStore, deed: Deed, change: Callable[[Writing], object]) -> object:
    def whole_write() -> object:
        with store.writing(deed) as tx:
            return change(tx), tx.touched

    return _attempt(whole_write)


def _attempt(action: Callable[..., object], *arguments: object) -> object:
    """Return what *action* returns, or what it raises, in a form that can be compared."""
    try:
        return action(*arguments)
    except (AgressielogError, _OnPurpose) as error:
        return type(error).__name__, dict(vars(error))


def _with(value: _T, facts: dict[str, object]) -> _T:
    return replace(value, **facts)  # type: ignore[type-var]


TestSideBySide = SideBySide.TestCase
TestSideBySide.settings = settings(
    max_examples=settings().max_examples // 4, stateful_step_count=25, deadline=None
)
