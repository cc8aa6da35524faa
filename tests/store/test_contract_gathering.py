"""What is read about many callers at once is what is read about each."""

import decisions
import story

from agressielog.application.ports.logbook import Store
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import IncidentFilter
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Made, NewPromise
from agressielog.domain.vocabulary import Certainty


def _told(store: Store) -> list[CallerId]:
    """Store three callers: one with everything, one who shares a number with them, one of whom nothing is known."""
    with store.writing(story.deed()) as tx:
        callers = [tx.add_caller(NewCaller(name=name)).id for name in ("J. Jansen", "K. de Boer", "L. Vos")]
        for caller in callers[:2]:
            tx.link(caller, NumberLink(story.MOBILE, Certainty.CERTAIN, story.TODAY))
        tx.link(callers[0], NumberLink(story.LANDLINE, Certainty.PRESUMED, story.TODAY))
        for caller in (callers[0], callers[0], callers[1]):
            tx.add_incident(
                story.new_incident(
                    caller=caller, certainty=Certainty.CERTAIN, promises=(NewPromise("bellen", None, None),)
                )
            )
        tx.add_promises_to(callers[0], [NewPromise("schrijven", story.TODAY, Made(story.NOW, "Daan"))])
        decided = tx.add_decision(decisions.new_decision(caller=callers[0]))
        tx.add_good_call(GoodCall(decided.id, story.NOW, "Daan"))
        return callers


def test_everybody_behind_each_number_is_returned(store: Store) -> None:
    first, second, _ = _told(store)
    with store.reading() as reading:
        behind = reading.callers_behind([story.LANDLINE, story.MOBILE, story.OTHER_MOBILE])
        assert {number.key: [caller.id for caller in callers] for number, callers in behind.items()} == {
            story.LANDLINE.key: [first],
            story.MOBILE.key: [first, second],
            story.OTHER_MOBILE.key: [],
        }
        assert list(behind[story.MOBILE]) == list(reading.callers_of(story.MOBILE))


def test_the_facts_of_each_caller_are_those_that_are_read_one_by_one(store: Store) -> None:
    callers = _told(store)
    with store.reading() as reading:
        facts = reading.facts_of(callers)
        assert list(facts) == callers
        for caller in callers:
            found = facts[caller]
            assert list(found.incidents) == list(reading.incidents(IncidentFilter(caller=caller)))
            assert list(found.decisions) == list(reading.decisions_of(caller))
            assert list(found.promised) == list(reading.promises(PromiseFilter(caller=caller)))
            assert list(found.good_calls) == list(reading.good_calls(caller))
        assert [len(facts[caller].promised) for caller in callers] == [3, 1, 0]


def test_of_nobody_nothing_is_returned(store: Store) -> None:
    with store.reading() as reading:
        assert reading.callers_behind([]) == {}
        assert reading.facts_of([]) == {}
