"""A policy names the kinds of behaviour and weighs them; a kind weighs nothing by itself."""

import pytest
import story
from hypothesis import assume, given
from hypothesis import strategies as st
from story import CRITICISM, SWEARING, THREAT

from agressielog.domain.errors import UnknownKind
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Severity, Standing

POLICY = story.policy()
CODES = tuple(kind.code for kind in POLICY.kinds)


@pytest.mark.parametrize(
    "raw",
    [
        "seksuele_intimidatie",
        "seksuele intimidatie",
        "Seksuele Intimidatie",
        " SEKSUELE-INTIMIDATIE ",
        "seksuele  intimidatie",
    ],
)
def test_a_kind_is_found_by_its_code_or_label(raw: str) -> None:
    assert POLICY.kind(raw).code == "seksuele_intimidatie"


def test_a_kind_is_found_by_its_label_where_that_is_another_word() -> None:
    assert POLICY.kind("Emotie of kritiek").code == CRITICISM


@pytest.mark.parametrize(
    ("raw", "nearest"),
    [
        ("schelde", ("schelden",)),
        ("bedreigd", ("bedreiging",)),
        ("sche", ("schelden",)),
        ("seks", ("seksuele_intimidatie",)),
        ("intimidatie", ("seksuele_intimidatie",)),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_an_unknown_kind_is_refused_with_the_nearest(raw: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownKind) as refused:
        POLICY.kind(raw)
    assert refused.value.raw == raw
    assert refused.value.nearest[: len(nearest)] == nearest
    assert bool(refused.value.nearest) == bool(nearest)
    assert refused.value.known == CODES


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("emotie", CRITICISM),
        ("Emo", CRITICISM),
        ("sche", SWEARING),
        ("seks", "seksuele_intimidatie"),
        (THREAT, THREAT),
    ],
)
def test_typed_by_a_person_the_beginning_of_only_one_kind_is_enough(typed: str, code: str) -> None:
    assert POLICY.kind_begun(typed).code == code


@pytest.mark.parametrize("typed", ["se", "xyzzy", "", "intimidatie"])
def test_typed_by_a_person_anything_else_is_refused_all_the_same(typed: str) -> None:
    with pytest.raises(UnknownKind):
        POLICY.kind_begun(typed)


@given(st.text(max_size=40))
def test_the_nearest_are_at_most_three_and_each_once(raw: str) -> None:
    assume(
        not {raw.casefold().strip()}
        & {text.casefold() for kind in POLICY.kinds for text in (kind.code, kind.label)}
    )
    with pytest.raises(UnknownKind) as refused:
        POLICY.kind(raw)
    nearest = refused.value.nearest
    assert len(nearest) == len(set(nearest)) <= 3
    assert set(nearest) <= set(CODES)


def test_the_heaviest_kind_decides() -> None:
    assert POLICY.severity_of([SWEARING]) is Severity.LIGHT
    assert POLICY.severity_of([CRITICISM, THREAT, SWEARING]) is Severity.SEVERE
    assert POLICY.severity_of([]) is Severity.NONE
    assert POLICY.severity_of([KindCode("afgeschaft")]) is Severity.NONE


@given(st.lists(st.sampled_from(CODES)), st.sampled_from(CODES))
def test_one_kind_more_is_never_lighter(kinds: list[KindCode], more: KindCode) -> None:
    assert POLICY.severity_of([*kinds, more]).weight >= POLICY.severity_of(kinds).weight


def test_a_label_is_shown_and_else_the_code() -> None:
    assert POLICY.label_of(SWEARING) == "Schelden"
    assert POLICY.label_of(KindCode("afgeschaft")) == "afgeschaft"


def test_the_instruction_is_that_of_the_standing_and_else_empty() -> None:
    assert POLICY.instruction_for(Standing.KNOWN) == "Blijf rustig."
    assert POLICY.instruction_for(Standing.BANNED) == ""


def test_severities_and_standings_weigh_in_their_order() -> None:
    assert [severity.weight for severity in Severity] == [0, 1, 2, 3]
    assert [standing.weight for standing in Standing] == [0, 1, 2, 3, 4, 5]
