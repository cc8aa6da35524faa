"""The fictitious call centre: what must be in it, on whatever day it is made."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

import phonenumbers
import pytest
import story
from fake_store import FakeStore
from phonenumbers import PhoneNumberType

from agressielog.application.demo import make_demo
from agressielog.application.demo_calls import DAYS, INCIDENTS, Call, plan_calls
from agressielog.application.demo_chance import Deck, Dice
from agressielog.application.demo_days import Calendar, working_day_after, working_day_near
from agressielog.application.demo_material import Material
from agressielog.application.dossiers import open_cases
from agressielog.application.look_up import Answer, look_up_number
from agressielog.application.ports.logbook import Store
from agressielog.domain.decision import Decision, MeasureStatus, Verdict
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.local_time import local_day, start_of_day, to_local
from agressielog.domain.phone import PhoneNumber, Withheld, parse_number, parse_phone
from agressielog.domain.policy import BREACH
from agressielog.domain.setting import DEMO_MARK, Setting
from agressielog.domain.text import keep_line, keep_text
from agressielog.domain.vocabulary import Certainty, Channel, Country, Severity, Standing
from agressielog.settings.demo_texts import demo_material
from agressielog.settings.policy_file import DEFAULT_POLICY, shipped_policy

SEED = 2026
#: An ordinary day, both ends of a week, a leap day, the year's turn, both clock changes, after a holiday.
TODAYS = [
    date(2026, 11, 20),
    date(2026, 11, 22),
    date(2026, 11, 23),
    date(2028, 2, 29),
    date(2027, 1, 1),
    date(2027, 3, 28),
    date(2027, 10, 31),
    date(2026, 12, 28),
]
POLICY = shipped_policy(DEFAULT_POLICY)
WRITTEN, BAN = MeasureCode("schriftelijke_waarschuwing"), MeasureCode("contactverbod")

# Words that would be an English leak, and that Dutch does not have.
ENGLISH = frozenset(
    [
        "the",
        "and",
        "you",
        "your",
        "with",
        "this",
        "that",
        "from",
        "have",
        "not",
        "call",
        "caller",
        "called",
        "customer",
        "please",
        "sorry,",
        "angry",
        "ticket",
        "manager",
        "feedback",
        "meeting",
        "team,",
        "service",
        "desk",
        "helpdesk",
        "phone",
        "shouting",
        "threat",
        "yes",
    ]
)


@cache
def material() -> Material:
    return demo_material()


@cache
def planned(today: date = TODAYS[0], seed: int = SEED) -> tuple[Call, ...]:
    return plan_calls(material(), POLICY, today=today, chance=Random(seed))


@cache
def filled(today: date = TODAYS[0]) -> FakeStore:
    """Return a demo in memory, for reading only."""
    store = FakeStore(may_create=True)
    fill(store, today)
    return store


def fill(store: Store, today: date) -> int:
    deed = story.deed("demo", at=start_of_day(today) + timedelta(hours=8))
    return make_demo(store, deed, material(), POLICY, today=today, chance=Random(SEED))


def incidents(today: date = TODAYS[0]) -> list[Incident]:
    with filled(today).reading() as reading:
        return list(reading.each_incident())


def decisions(today: date = TODAYS[0]) -> list[Decision]:
    with filled(today).reading() as reading:
        return list(reading.decisions())


def looked_up(role: str, today: date = TODAYS[0]) -> Answer:
    number = parse_number(material().number_of(role), Country.NETHERLANDS)
    return look_up_number(filled(today), number, POLICY, today)


def texts(call: Call) -> list[tuple[str, str]]:
    """Return every text of a call with the name of its field."""
    told = call.account
    lines = [told.name, told.customer_number, told.number_typed, told.team, told.subject, told.reporter]
    lines += [told.refused, told.helped, *(promise.what for promise in told.promises)]
    return [("regel", line) for line in lines if line is not None] + [
        ("tekst", text) for text in (told.account, told.quote) if text
    ]


# The plan -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("today", TODAYS, ids=str)
class TestOnWhateverDayItIsMade:
    def test_there_are_four_hundred_incidents(self, today: date) -> None:
        assert len(planned(today)) == INCIDENTS == 400

    def test_all_of_it_happened_in_the_eighteen_months_before(self, today: date) -> None:
        days = {local_day(call.account.at) for call in planned(today)}
        assert today - timedelta(days=DAYS) <= min(days)
        assert min(days) < today - timedelta(days=500)
        assert today - timedelta(days=7) <= max(days) < today

    def test_nothing_was_recorded_before_it_happened_or_today(self, today: date) -> None:
        assert all(call.account.at < call.recorded_at < start_of_day(today) for call in planned(today))

    def test_it_happened_on_working_days_in_office_hours(self, today: date) -> None:
        moments = [to_local(call.account.at) for call in planned(today)]
        assert {at.weekday() for at in moments} == {0, 1, 2, 3, 4}
        assert all(time(8, 30) <= at.time() < time(17 if at.weekday() != 3 else 20, 1) for at in moments)
        assert not {(at.month, at.day) for at in moments} & {(1, 1), (4, 27), (12, 25), (12, 26)}

    def test_monday_is_the_busiest_day(self, today: date) -> None:
        days = Counter(local_day(call.account.at).weekday() for call in planned(today))
        assert days.most_common(1)[0][0] == 0

    def test_the_last_thirty_days_are_no_quieter_than_the_rest(self, today: date) -> None:
        recent = [call for call in planned(today) if local_day(call.account.at) >= today - timedelta(days=30)]
        assert 15 <= len(recent) <= 45

    def test_every_kind_of_the_policy_is_there(self, today: date) -> None:
        assert {kind for call in planned(today) for kind in call.account.kinds} == {
            kind.code for kind in POLICY.kinds
        }

    def test_emotion_and_pushing_are_frequent_and_threats_are_rare(self, today: date) -> None:
        kinds = Counter(call.account.kinds[0] for call in planned(today))
        assert {kind for kind, _ in kinds.most_common(2)} == {"emotie_kritiek", "drammen"}
        severe = sum(n for kind, n in kinds.items() if POLICY.severity_of([kind]) is Severity.SEVERE)
        assert 5 <= severe <= 25
        assert 1 <= kinds[BREACH] <= 5

    def test_most_of_it_was_on_the_telephone_and_every_channel_is_there(self, today: date) -> None:
        channels = Counter(call.account.channel for call in planned(today))
        assert channels[Channel.TELEPHONE] > 280
        assert set(channels) == set(Channel)

    def test_everybody_reports_something(self, today: date) -> None:
        assert {call.account.team for call in planned(today)} == set(material().teams)
        reporters = {call.account.reporter for call in planned(today)}
        colleagues = {who.name for people in material().teams.values() for who in people}
        assert reporters <= colleagues
        assert len(colleagues - reporters) <= 2

    def test_every_number_is_a_landline_that_is_not_issued(self, today: date) -> None:
        numbers = [call.account.number for call in planned(today)]
        for number in {number for number in numbers if isinstance(number, PhoneNumber)}:
            read = phonenumbers.parse(number.key)
            assert phonenumbers.number_type(read) == PhoneNumberType.FIXED_LINE, number.national
            assert number.national.split("-")[1].startswith("0"), number.national

    def test_every_number_was_typed_so_that_it_can_be_read(self, today: date) -> None:
        for call in planned(today):
            if isinstance(call.account.number, PhoneNumber):
                assert (
                    parse_phone(call.account.number_typed or "", Country.NETHERLANDS) == call.account.number
                )

    def test_some_numbers_are_withheld_and_some_people_call_without_one(self, today: date) -> None:
        numbers = [call.account.number for call in planned(today)]
        assert 40 <= sum(isinstance(number, Withheld) for number in numbers) <= 120
        assert 20 <= numbers.count(None) <= 90

    def test_every_text_is_as_the_program_keeps_it(self, today: date) -> None:
        for call in planned(today):
            for sort, text in texts(call):
                keep = keep_line if sort == "regel" else keep_text
                assert keep("", text) == text
                assert not set("{}") & set(text), text

    def test_hardly_an_account_comes_twice(self, today: date) -> None:
        accounts = Counter(call.account.account for call in planned(today) if call.account.account)
        assert len([account for account, number in accounts.items() if number > 1]) <= 2
        assert max(accounts.values()) <= 2

    def test_no_first_sentence_comes_back_often(self, today: date) -> None:
        first = Counter(re.split(r"(?<=\.) ", call.account.account)[0] for call in planned(today))
        assert first.pop("") <= 6
        assert max(first.values()) <= 8
        assert len(first) > 180

    def test_what_only_happens_in_a_season_happens_then(self, today: date) -> None:
        seasonal = {
            occasion.text: occasion.months
            for matter in material().matters
            for occasion in matter.occasions
            if len(occasion.months) < 12 and "{" not in occasion.text
        }
        seen = [
            (call.account.account, local_day(call.account.at).month, months)
            for call in planned(today)
            for text, months in seasonal.items()
            if call.account.account.startswith(text)
        ]
        assert seen
        assert all(month in months for _, month, months in seen), seen

    def test_what_is_only_said_to_a_woman_was_said_to_one(self, today: date) -> None:
        women = {who.name for people in material().teams.values() for who in people if who.woman}
        quotes = {
            behaviour.quote
            for manner in material().manners
            for behaviour in (*manner.everywhere, *manner.telephone, *manner.counter)
            if behaviour.to_woman
        }
        reporters = {call.account.reporter for call in planned(today) if call.account.quote in quotes}
        assert reporters
        assert reporters <= women

    def test_some_reports_are_short_and_some_are_late(self, today: date) -> None:
        short = [call.account for call in planned(today) if call.account.incomplete]
        assert 4 <= len(short) <= 6
        assert all(told.account == "" and told.quote is None and not told.promises for told in short)
        late = [c for c in planned(today) if c.recorded_at - c.account.at > timedelta(days=7)]
        assert 2 <= len(late) <= 4

    def test_promises_are_recent_and_most_have_a_day(self, today: date) -> None:
        made = [(c.account.at, promise) for c in planned(today) for promise in c.account.promises]
        assert len(made) >= 5
        assert all(local_day(at) >= today - timedelta(days=50) for at, _ in made)
        dated = [(at, promise.due) for at, promise in made if promise.due is not None]
        assert len(dated) > len(made) / 2
        assert all(local_day(at) < due <= local_day(at) + timedelta(days=20) for at, due in dated)

    def test_everything_that_can_be_told_is_told_now_and_then(self, today: date) -> None:
        told = [call.account for call in planned(today)]
        for field in ("quote", "helped", "refused", "warned", "ended", "handed_over", "police", "our_fault"):
            share = sum(bool(getattr(account, field)) for account in told) / len(told)
            assert 0.01 < share < 0.75, field

    def test_an_ended_call_was_never_followed_by_what_helped(self, today: date) -> None:
        ordinary = [c.account for c in planned(today) if c.person is None and c.account.ended]
        assert ordinary
        assert all(account.helped is None and not account.promises for account in ordinary)


def test_the_same_seed_and_day_give_the_same_calls() -> None:
    again = plan_calls(material(), POLICY, today=TODAYS[0], chance=Random(SEED))
    assert again == planned(TODAYS[0])


def test_another_seed_gives_other_calls() -> None:
    assert planned(TODAYS[0], 1) != planned(TODAYS[0])


def test_another_policy_only_changes_the_weights_of_its_kinds() -> None:
    own = plan_calls(material(), story.policy(), today=TODAYS[0], chance=Random(SEED))
    assert len(own) == INCIDENTS


def test_callers_stay_without_a_name_once_all_names_were_given() -> None:
    few = replace(material(), surnames=("Jansen", "de Vries"))
    calls = plan_calls(few, POLICY, today=TODAYS[0], chance=Random(SEED))
    regulars = {regular.name for regular in few.regulars}
    assert len({call.account.name for call in calls} - regulars - {None}) == 2


# The texts ------------------------------------------------------------------------------------------


def test_no_text_is_in_english() -> None:
    for call in planned():
        for _, text in texts(call):
            assert not ENGLISH & set(re.findall(r"[a-zë]+", text.casefold())), text


def test_no_sentence_was_written_down_twice() -> None:
    found = material()
    written = [occasion.text for matter in found.matters for occasion in matter.occasions]
    written += [
        behaviour.text
        for manner in found.manners
        for behaviour in (*manner.everywhere, *manner.telephone, *manner.counter)
    ]
    written += [told.account for told in found.stories]
    written += [chapter.story.account for regular in found.regulars for chapter in regular.chapters]
    assert [text for text, number in Counter(written).items() if number > 1] == []


def test_every_sentence_ends_as_one() -> None:
    for call in planned():
        if call.account.account:
            assert re.search(r"[.?!]$", call.account.account), call.account.account
            assert call.account.account[0].isupper() or call.account.account[0].isdigit()


def test_who_tells_a_story_works_in_its_team() -> None:
    found = material()
    stories = [chapter.story for regular in found.regulars for chapter in regular.chapters]
    for told in (*found.stories, *stories):
        names = {who.name for who in found.teams[told.team]}
        assert told.reporter is None or told.reporter in names, told.account


def test_a_history_is_told_in_order_and_ends_before_today() -> None:
    for regular in material().regulars:
        days = [chapter.days_ago for chapter in regular.chapters]
        assert days == sorted(days, reverse=True), regular.name
        assert min(days) > 2


@pytest.mark.parametrize("month", range(1, 13))
def test_there_is_something_to_call_about_every_month(month: int) -> None:
    assert all(any(month in o.months for o in matter.occasions) for matter in material().matters)


# The logbook ----------------------------------------------------------------------------------------


def test_it_is_marked_and_has_an_organisation_of_its_own() -> None:
    with filled().reading() as reading:
        settings = dict(reading.settings())
    assert settings[DEMO_MARK] == "ja"
    assert settings[Setting.ORGANISATION] == "Gemeente Voorbeeldstad"


@pytest.mark.parametrize("today", TODAYS[:4], ids=str)
class TestWhoCalls:
    def test_some_hundred_and_twenty_people_call(self, today: date) -> None:
        with filled(today).reading() as reading:
            counts = Counter(reading.incident_counts().values())
        assert 100 <= sum(counts.values()) <= 150
        assert counts[1] > 35
        assert sum(people for number, people in counts.items() if 2 <= number <= 4) > 20
        assert sum(people for number, people in counts.items() if number >= 5) > 5
        assert max(counts) >= 9

    def test_nobody_is_two_callers(self, today: date) -> None:
        with filled(today).reading() as reading:
            names = Counter(caller.name for caller in reading.callers() if caller.name is not None)
        assert set(names.values()) == {1}

    def test_a_withheld_number_belongs_to_nobody_for_sure(self, today: date) -> None:
        withheld = [i for i in incidents(today) if isinstance(i.number, Withheld)]
        assert len(withheld) > 40
        assert Certainty.CERTAIN not in {incident.certainty for incident in withheld}

    def test_some_incidents_are_only_presumed_to_be_somebodys(self, today: date) -> None:
        sure = Counter(incident.certainty for incident in incidents(today))
        assert 3 <= sure[Certainty.PRESUMED] <= 25
        assert sure[Certainty.CERTAIN] > 240

    def test_the_caller_of_the_tour_is_known_and_waits_for_a_promise(self, today: date) -> None:
        answer = looked_up("rondleiding", today)
        (seen,) = answer.callers
        assert answer.standing is Standing.KNOWN
        assert (seen.record.total, seen.stale) == (4, False)
        assert [told.promise.what for told in seen.record.promises] == ["teamleider belt over de vergunning"]
        assert seen.record.promises[0].promise.due is not None
        assert seen.record.promises[0].promise.due >= today
        assert seen.record.helped

    def test_two_people_share_a_number(self, today: date) -> None:
        answer = looked_up("gedeeld", today)
        assert answer.shared
        assert {seen.record.caller.name for seen in answer.callers} == {"mw. T. Kuipers", "dhr. A. Kuipers"}

    def test_a_number_was_not_seen_for_over_a_year(self, today: date) -> None:
        assert [seen.stale for seen in looked_up("lang_stil", today).callers] == [True]

    def test_a_critic_of_many_calls_is_unknown(self, today: date) -> None:
        assert looked_up("criticus", today).standing is Standing.UNKNOWN
        wessels = parse_number(material().number_of("criticus"), Country.NETHERLANDS)
        assert sum(incident.number == wessels for incident in incidents(today)) >= 7


@pytest.mark.parametrize("today", TODAYS, ids=str)
class TestWhatWasDecided:
    def test_every_stage_of_a_measure_is_there(self, today: date) -> None:
        found = Counter((decision.measure, decision.status(today)) for decision in decisions(today))
        assert found[None, MeasureStatus.NONE] > 20
        assert found[WRITTEN, MeasureStatus.IN_FORCE] >= 5
        assert found[WRITTEN, MeasureStatus.OVER] >= 2
        assert found[BAN, MeasureStatus.IN_FORCE] >= 1
        assert found[BAN, MeasureStatus.UNDELIVERED] == 1

    def test_a_ban_that_binds_today_leaves_a_way_and_was_heard(self, today: date) -> None:
        answer = looked_up("verboden", today)
        assert answer.standing is Standing.BANNED
        with filled(today).reading() as reading:
            bans = [
                decision
                for decision in reading.decisions_of(answer.callers[0].record.caller.id)
                if decision.as_measure.in_force(today)
            ]
        assert bans
        assert all(ban.channel_left and ban.heard_on for ban in bans)

    def test_a_ban_ended_in_the_last_thirty_days(self, today: date) -> None:
        since = today - timedelta(days=30)
        assert [one for one in decisions(today) if one.last is not None and since < one.last < today]

    def test_an_objection_was_answered_and_reviews_were_held(self, today: date) -> None:
        verdicts = [one.objection.verdict for one in decisions(today) if one.objection is not None]
        assert verdicts == [Verdict.DISMISSED]
        assert [one for one in decisions(today) if one.review is not None]
        assert not [one for one in decisions(today) if one.review_overdue(today)]

    def test_nothing_was_decided_or_delivered_today_or_later(self, today: date) -> None:
        assert all(
            one.decided_on < today and one.recorded_at < start_of_day(today) for one in decisions(today)
        )
        delivered = [one.delivered.day for one in decisions(today) if one.delivered is not None]
        assert max(delivered) < today

    def test_only_calls_of_the_last_days_still_ask_for_an_answer(self, today: date) -> None:
        open_now = open_cases(filled(today), POLICY, today)
        since = today - timedelta(days=21)
        assert all(local_day(incident.at) >= since for case in open_now for incident in case.asking)


def test_most_callers_heard_within_the_hours_and_some_did_not() -> None:
    when = {incident.id: incident.at for incident in incidents()}
    waited = [
        one.decided_on - local_day(min(when[incident] for incident in one.incidents)) for one in decisions()
    ]
    late = sum(days > timedelta(days=1) for days in waited)
    assert 0 < late < len(waited) / 2


def test_the_callers_of_a_measure_can_be_written_to() -> None:
    with filled().reading() as reading:
        assert all(reading.caller(one.caller).name for one in decisions() if one.measure is not None)


def test_severities_are_those_of_the_policy() -> None:
    assert all(i.severity is POLICY.severity_of(i.kinds) for i in incidents())


def test_two_logbooks_of_one_day_are_the_same(new_sqlite_store: Store) -> None:
    assert fill(new_sqlite_store, TODAYS[0]) == INCIDENTS
    with new_sqlite_store.reading() as real, filled().reading() as fake:
        assert list(real.each_incident()) == list(fake.each_incident())
        assert list(real.callers()) == list(fake.callers())


def test_all_of_it_is_one_write(new_sqlite_store: Store) -> None:
    fill(new_sqlite_store, TODAYS[0])
    with new_sqlite_store.reading() as reading:
        lives = [reading.versions(incident.id) for incident in reading.each_incident()]
    assert {(len(life), life[0].command, life[0].at) for life in lives} == {
        (1, "demo", datetime(2026, 11, 20, 7, tzinfo=UTC))
    }


# Chance and days ------------------------------------------------------------------------------------


class Fractions:
    """Chance that gives what it was told."""

    def __init__(self, *fractions: float) -> None:
        self._fractions = list(fractions)

    def random(self) -> float:
        return self._fractions.pop(0)


def test_the_highest_fraction_is_still_within_the_choices() -> None:
    almost = 1 - 2**-53
    assert Dice(Fractions(almost)).below(3) == 2
    assert Dice(Fractions(almost)).weighted("ab", (0.1, 0.2)) == "b"


def test_a_crumb_left_by_rounding_goes_to_the_last_choice() -> None:
    assert Dice(Fractions(1.0)).weighted("ab", (1.0, 1.0)) == "b"


def test_a_deck_deals_every_card_before_any_comes_back() -> None:
    deck = Deck(Dice(Random(1)), "abcde")
    assert [sorted(deck.deal() for _ in range(5)) for _ in range(3)] == [list("abcde")] * 3


def test_a_deck_leaves_what_does_not_fit_for_later() -> None:
    deck = Deck(Dice(Random(1)), "aB")
    assert [deck.deal(str.isupper), deck.deal(str.isupper), deck.deal()] == ["B", "B", "a"]


@pytest.mark.parametrize(
    ("day", "near"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 20)),  # Saturday: Friday
        (date(2026, 11, 22), date(2026, 11, 23)),  # Sunday: Monday
        (date(2025, 4, 27), date(2025, 4, 28)),  # a Sunday that is King's Day too
        (date(2026, 4, 26), date(2026, 4, 24)),  # the Monday after it is King's Day
        (date(2026, 12, 26), date(2026, 12, 24)),
    ],
)
def test_a_closed_day_is_moved_to_the_nearest_open_one(day: date, near: date) -> None:
    assert working_day_near(day) == near


def test_moving_days_never_turns_a_story_round() -> None:
    days = [date(2026, 1, 1) + timedelta(days=passed) for passed in range(3 * 366)]
    moved = [working_day_near(day) for day in days]
    assert moved == sorted(moved)


def test_after_christmas_comes_the_first_open_day() -> None:
    assert working_day_after(date(2026, 12, 25)) == date(2026, 12, 28)


def test_days_that_would_fall_outside_are_drawn_to_the_first() -> None:
    calendar = Calendar(Dice(Random(3)), date(2026, 11, 2), date(2026, 11, 6))
    days = calendar.days(6, 30)
    assert days == sorted(days)
    assert set(days) <= {date(2026, 11, day) for day in range(2, 7)}
