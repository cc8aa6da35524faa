"""How SQLite finds what can be open: by searching an index, never by walking through a table."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import story
from decisions import new_decision, on_the_day, standaard
from story import NOW, SHOUTING, SWEARING, TODAY

from agressielog.application.duties import DutyFilter, duties
from agressielog.domain.aftercare import AftercareGround
from agressielog.domain.caller import NewCaller
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import EARLIER_REGISTER, NewPromise
from agressielog.domain.policy import KindCode
from agressielog.domain.request import NewRequest, RequestKind
from agressielog.domain.vocabulary import Certainty, IncidentStatus
from agressielog.storage import store as store_module
from agressielog.storage.connection import connect
from agressielog.storage.store import SqliteStore

CALLERS, INCIDENTS = 300, 3000
INSULT = KindCode("belediging")

_GROWING = re.compile(
    r"\bSCAN (incident|beller|bijsoort|toezegging|maatregel|maatregel_incident|nazorg_stap|nazorg_afgezien"
    r"|verzoek|reservekopie|logboek|samenvoeging)\b(?! USING (COVERING )?INDEX incident_nazorg)"
)

Told = list[tuple[str, tuple[object, ...]]]


class _Telling(sqlite3.Connection):
    """A connection that remembers every statement with its values, as the program gave them."""

    told: Told

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        self.told.append((sql, tuple(parameters) if isinstance(parameters, list | tuple) else ()))
        return super().execute(sql, parameters)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousands of incidents of years, nearly all of them dealt with."""
    store = SqliteStore(tmp_path_factory.mktemp("taken") / "logboek.db", may_create=True)
    with store.writing(story.deed("import"), large=True) as tx:
        for number in range(CALLERS):
            tx.add_caller(NewCaller(name=f"Beller {number}"))
        tx.add_incidents(
            story.new_incident(
                at=NOW - timedelta(hours=9 * number + 1),
                number=None,
                number_typed=None,
                caller=CallerId(number % CALLERS + 1),
                certainty=Certainty.PRESUMED if number % 40 == 0 else Certainty.CERTAIN,
                kinds=(SWEARING, INSULT) if number % 5 == 0 else (SHOUTING,),
                warned=number % 2 == 0,
                incomplete=number % 50 == 0,
                answered=EARLIER_REGISTER if number > 2000 else None,
                status=IncidentStatus.WITHDRAWN if number % 30 == 0 else IncidentStatus.REPORTED,
                aftercare=AftercareGround.SEVERITY if number % 25 == 0 else None,
                promises=(NewPromise("bellen", TODAY),) if number % 9 == 0 else (),
            )
            for number in range(INCIDENTS)
        )
        for number in range(0, INCIDENTS, 10):
            day = TODAY - timedelta(days=number // 4)
            new = new_decision(
                caller=CallerId(number % CALLERS + 1),
                decided_on=day,
                first=day,
                last=day + timedelta(days=30),
                incidents=(IncidentId(number + 1),),
                delivered=on_the_day(day) if number % 40 else None,
            )
            tx.add_decision(new)
        for number in range(1, CALLERS, 3):
            received = TODAY - timedelta(days=number)
            request = NewRequest(
                caller=CallerId(number),
                kind=RequestKind.ACCESS,
                received_on=received,
                answer_by=received + timedelta(days=30),
            )
            tx.add_request(request)
    return store.path


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """Every statement that the store sends from now on."""
    statements: Told = []
    real = sqlite3.connect

    def connect_telling(path: Path, patience: float) -> sqlite3.Connection:
        with monkeypatch.context() as patch:
            patch.setattr(
                sqlite3,
                "connect",
                lambda *arguments, **options: real(*arguments, factory=_Telling, **options),
            )
            _Telling.told = statements
            return connect(path, patience)

    monkeypatch.setattr(store_module, "connect", connect_telling)
    yield statements
    del _Telling.told


@pytest.mark.parametrize("lapsed", [False, True], ids=["open", "lapsed"])
def test_everything_due_is_found_without_walking_through_a_table(
    filled: Path, told: Told, lapsed: bool
) -> None:
    found = duties(SqliteStore(filled), standaard(), TODAY, NOW, wanted=DutyFilter(lapsed=lapsed))
    assert len(found.duties) > 20
    asked = [(sql, values) for sql, values in told if sql.lstrip().startswith("SELECT")]
    assert len(asked) > 8
    with closing(sqlite3.connect(filled)) as connection:
        for sql, values in asked:
            plan = "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
            assert not _GROWING.search(plan), f"{sql}\n{plan}"


def test_an_answer_to_come_is_looked_for_in_its_own_index(filled: Path, told: Told) -> None:
    duties(SqliteStore(filled), standaard(), TODAY, NOW)
    used = ""
    with closing(sqlite3.connect(filled)) as connection:
        for sql, values in told:
            if sql.lstrip().startswith("SELECT"):
                used += "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
    for index in (
        *("incident_onbeantwoord", "incident_vermoedelijk", "incident_onvolledig", "verzoek_beantwoord_op"),
        *("maatregel_uitgereikt_op", "maatregel_tot", "maatregel_geldig_tot", "maatregel_bezwaar"),
    ):
        assert index in used, index


def test_earlier_warnings_are_looked_for_by_caller(filled: Path, told: Told) -> None:
    with SqliteStore(filled).reading() as reading:
        told.clear()
        assert reading.warned_calls([CallerId(1), CallerId(3)], TODAY - timedelta(days=700), TODAY)
    sql, values = next(asked for asked in told if "AND gewaarschuwd = 1" in asked[0])
    with closing(sqlite3.connect(filled)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert plan == ["SEARCH incident USING INDEX incident_gewaarschuwd (beller=? AND op>? AND op<?)"]
