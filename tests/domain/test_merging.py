"""What joining two callers does to numbers and fields, and that parting them undoes it."""

from dataclasses import replace
from datetime import date

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from story import LANDLINE, MOBILE, OTHER_MOBILE

from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField
from agressielog.domain.identity import CallerId
from agressielog.domain.merging import Joined, Parting, join, part
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.vocabulary import Certainty

CERTAIN, PRESUMED = Certainty.CERTAIN, Certainty.PRESUMED
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def _caller(number: int, *links: NumberLink, **facts: str) -> Caller:
    return story.caller(number, numbers=links, **facts)


def _merged(kept: Caller, absorbed: Caller) -> Joined:
    return Joined(kept_before=kept, absorbed_before=absorbed, kept_after=join(kept, absorbed).kept)


def _parted(
    joined: Joined,
    kept: Caller | None = None,
    *,
    called_kept: dict[PhoneNumber, date] | None = None,
    called_restored: dict[PhoneNumber, date] | None = None,
    called_since: set[PhoneNumber] | None = None,
) -> Parting:
    """Part again, *kept* being how the kept caller looks by now."""
    return part(
        joined,
        kept if kept is not None else joined.kept_after,
        join(joined.kept_before, joined.absorbed_before).absorbed,
        called_kept=called_kept or {},
        called_restored=called_restored or {},
        called_since=called_since or set(),
    )


def _callers(number: int) -> st.SearchStrategy[Caller]:
    link = st.builds(
        NumberLink,
        st.sampled_from([MOBILE, OTHER_MOBILE, LANDLINE, PhoneNumber("112")]),
        st.sampled_from(Certainty),
        st.sampled_from([MAY, JUNE, JULY]),
    )
    fact = st.sampled_from([None, "Jansen", "Pietersen"])
    return st.builds(
        Caller,
        id=st.just(CallerId(number)),
        created_at=st.just(story.NOW),
        numbers=st.lists(link, unique_by=lambda one: one.number, max_size=4).map(tuple),
        name=fact,
        customer_number=fact,
        address=fact,
        e_mail=fact,
        language_or_help=fact,
    )


@given(kept=_callers(12), absorbed=_callers(13))
def test_parting_undoes_joining(kept: Caller, absorbed: Caller) -> None:
    parting = _parted(_merged(kept, absorbed))
    assert (parting.kept, parting.restored) == (kept, absorbed)
    assert (parting.shared, parting.lost, parting.edited, parting.doubted) == ((), (), (), ())


@given(kept=_callers(12), absorbed=_callers(13))
def test_no_number_and_no_certainty_is_lost_by_joining(kept: Caller, absorbed: Caller) -> None:
    joined = join(kept, absorbed).kept
    for link in (*kept.numbers, *absorbed.numbers):
        now = joined.link_to(link.number)
        assert now is not None
        assert now.since <= link.since
        assert now.certainty in {link.certainty, CERTAIN}


@given(kept=_callers(12), absorbed=_callers(13))
def test_what_the_kept_caller_knew_is_never_overwritten(kept: Caller, absorbed: Caller) -> None:
    joined = join(kept, absorbed).kept
    for before, after in (
        (kept.name, joined.name),
        (kept.address, joined.address),
        (kept.e_mail, joined.e_mail),
    ):
        assert before is None or after == before


@pytest.mark.parametrize(
    ("own", "other", "joined"),
    [
        ((CERTAIN, JUNE), (CERTAIN, MAY), (CERTAIN, MAY)),
        ((PRESUMED, MAY), (CERTAIN, JUNE), (CERTAIN, MAY)),
        ((CERTAIN, JUNE), (PRESUMED, MAY), (CERTAIN, MAY)),
        ((PRESUMED, JUNE), (PRESUMED, JULY), (PRESUMED, JUNE)),
    ],
)
def test_a_number_of_both_keeps_the_surer_certainty_and_the_earlier_day(
    own: tuple[Certainty, date], other: tuple[Certainty, date], joined: tuple[Certainty, date]
) -> None:
    joining = join(_caller(12, NumberLink(MOBILE, *own)), _caller(13, NumberLink(MOBILE, *other)))
    assert joining.kept.numbers == (NumberLink(MOBILE, *joined),)


def test_numbers_of_the_other_come_after_the_own_ones() -> None:
    own, other = NumberLink(LANDLINE, CERTAIN, JULY), NumberLink(MOBILE, PRESUMED, MAY)
    assert join(_caller(12, own), _caller(13, other)).kept.numbers == (own, other)


def test_the_absorbed_caller_points_to_the_kept_one_and_has_no_numbers() -> None:
    absorbed = join(_caller(12), _caller(13, NumberLink(MOBILE, CERTAIN, MAY), name="P. Jansen")).absorbed
    assert (absorbed.merged_into, absorbed.numbers, absorbed.name) == (CallerId(12), (), "P. Jansen")


def test_empty_fields_are_filled_and_differing_ones_are_told() -> None:
    kept = _caller(12, name="J. Jansen", address="Dorpsstraat 1")
    absorbed = _caller(13, name="P. Jansen", customer_number="K-77", address="Dorpsstraat 1")
    joining = join(kept, absorbed)
    assert (joining.kept.name, joining.kept.customer_number) == ("J. Jansen", "K-77")
    assert joining.filled == (CallerField.CUSTOMER_NUMBER,)
    assert joining.differing == (CallerField.NAME,)


def test_a_number_that_came_with_the_merge_stays_as_well_when_it_called_since() -> None:
    other = NumberLink(MOBILE, CERTAIN, MAY)
    joined = _merged(_caller(12), _caller(13, other))
    parting = _parted(joined, called_kept={MOBILE: JULY})
    assert parting.kept.numbers == (NumberLink(MOBILE, PRESUMED, JULY),)
    assert parting.restored.numbers == (other,)
    assert parting.shared == (MOBILE,)


def test_a_number_confirmed_since_the_merge_goes_back_as_unsure_as_it_was_and_both_have_it() -> None:
    joined = _merged(_caller(12), _caller(13, NumberLink(MOBILE, PRESUMED, MAY)))
    confirmed = replace(joined.kept_after, numbers=(NumberLink(MOBILE, CERTAIN, MAY),))
    parting = _parted(joined, confirmed)
    assert parting.kept.numbers == parting.restored.numbers == (NumberLink(MOBILE, PRESUMED, MAY),)


def test_a_doubt_raised_since_the_merge_holds_for_both() -> None:
    joined = _merged(
        _caller(12, NumberLink(MOBILE, CERTAIN, MAY)), _caller(13, NumberLink(MOBILE, CERTAIN, JUNE))
    )
    doubted = replace(joined.kept_after, numbers=(NumberLink(MOBILE, PRESUMED, MAY),))
    parting = _parted(joined, doubted)
    assert parting.kept.numbers == (NumberLink(MOBILE, PRESUMED, MAY),)
    assert parting.restored.numbers == (NumberLink(MOBILE, PRESUMED, JUNE),)
    assert parting.shared == ()


def test_a_day_changed_since_the_merge_stays_changed() -> None:
    joined = _merged(
        _caller(12, NumberLink(MOBILE, CERTAIN, JUNE)), _caller(13, NumberLink(MOBILE, CERTAIN, MAY))
    )
    again = replace(joined.kept_after, numbers=(NumberLink(MOBILE, CERTAIN, JULY),))
    assert _parted(joined, again).kept.numbers == (NumberLink(MOBILE, CERTAIN, JULY),)


def test_a_number_taken_away_since_the_merge_stays_away_from_both() -> None:
    joined = _merged(_caller(12), _caller(13, NumberLink(MOBILE, CERTAIN, MAY)))
    parting = _parted(joined, replace(joined.kept_after, numbers=()), called_restored={MOBILE: MAY})
    assert (parting.kept.numbers, parting.restored.numbers) == ((), ())
    assert parting.lost == (MOBILE,)


def test_a_number_added_since_the_merge_stays_with_the_kept_caller() -> None:
    joined = _merged(_caller(12), _caller(13))
    added = NumberLink(LANDLINE, CERTAIN, JULY)
    parting = _parted(joined, replace(joined.kept_after, numbers=(added,)))
    assert (parting.kept.numbers, parting.restored.numbers) == ((added,), ())


def test_a_number_that_came_with_a_call_since_the_merge_is_presumed_of_the_kept_caller() -> None:
    joined = _merged(_caller(12, NumberLink(MOBILE, CERTAIN, MAY)), _caller(13))
    came = (NumberLink(LANDLINE, CERTAIN, JULY), NumberLink(OTHER_MOBILE, PRESUMED, JULY))
    later = replace(joined.kept_after, numbers=(*joined.kept_after.numbers, *came))
    parting = _parted(joined, later, called_since={MOBILE, LANDLINE, OTHER_MOBILE})
    assert [link.certainty for link in parting.kept.numbers] == [CERTAIN, PRESUMED, PRESUMED]
    assert parting.doubted == (LANDLINE,)


def test_a_number_that_an_incident_got_since_the_merge_is_presumed_of_whom_the_incident_goes_back_to() -> (
    None
):
    joined = _merged(_caller(12), _caller(13))
    added = NumberLink(LANDLINE, CERTAIN, JULY)
    parting = _parted(joined, replace(joined.kept_after, numbers=(added,)), called_restored={LANDLINE: JUNE})
    assert parting.restored.numbers == (NumberLink(LANDLINE, PRESUMED, JUNE),)
    assert parting.kept.numbers == (added,)
    assert parting.shared == (LANDLINE,)


def test_a_number_that_an_incident_got_since_and_that_was_taken_away_again_is_nobodys() -> None:
    parting = _parted(_merged(_caller(12), _caller(13)), called_restored={LANDLINE: JUNE})
    assert parting.restored.numbers == ()


def test_a_filled_field_that_still_holds_what_the_merge_gave_is_emptied_again() -> None:
    parting = _parted(_merged(_caller(12), _caller(13, name="P. Jansen")))
    assert (parting.kept.name, parting.restored.name) == (None, "P. Jansen")


def test_a_filled_field_that_was_corrected_since_keeps_the_correction() -> None:
    joined = _merged(_caller(12), _caller(13, name="P. Jansen", address="Dorpsstraat 1"))
    parting = _parted(joined, replace(joined.kept_after, name="Piet Jansen"))
    assert (parting.kept.name, parting.kept.address) == ("Piet Jansen", None)
    assert parting.edited == (CallerField.NAME,)


def test_an_own_field_that_was_corrected_since_keeps_the_correction() -> None:
    joined = _merged(_caller(12, name="J. Jansen"), _caller(13, name="P. Jansen"))
    parting = _parted(joined, replace(joined.kept_after, name="Jan Jansen"))
    assert (parting.kept.name, parting.edited) == ("Jan Jansen", ())
