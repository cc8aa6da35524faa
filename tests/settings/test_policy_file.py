"""Policy files: the one that is shipped is as agreed, and a faulty one is refused with every fault."""

import tomllib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.settings_errors import PolicyFaulty, UnknownPolicy
from agressielog.domain.policy import Kind
from agressielog.domain.vocabulary import Severity, Standing
from agressielog.settings.policy_file import DEFAULT_POLICY, read_policy, shipped_names, shipped_policy

GOOD = """
naam = "proef"
versie = "1"

[instructie]
onbekend = "Neem op."

[[soort]]
code = "schelden"
label = "Schelden"
ernst = "licht"
omschrijving = "Scheldwoorden; niet: mopperen."
"""


def test_a_good_file_becomes_a_policy() -> None:
    policy = read_policy("proef.toml", GOOD)
    assert (policy.name, policy.version) == ("proef", "1")
    assert policy.instructions == ((Standing.UNKNOWN, "Neem op."),)
    (kind,) = policy.kinds
    assert kind == Kind(
        code=kind.code,
        label="Schelden",
        description="Scheldwoorden; niet: mopperen.",
        severity=Severity.LIGHT,
    )
    assert kind.code == "schelden"


def test_the_instructions_may_be_left_out() -> None:
    assert read_policy("x", GOOD.replace('[instructie]\nonbekend = "Neem op."\n', "")).instructions == ()


SHIPPED = {
    Severity.NONE: {"emotie_kritiek", "onwel_verward", "drammen", "overtreding_contactverbod"},
    Severity.LIGHT: {"hinderlijk", "schreeuwen", "kleineren", "schelden"},
    Severity.MEDIUM: {"belediging", "intimidatie", "discriminatie", "seksuele_intimidatie"},
    Severity.SEVERE: {"bedreiging", "belaging", "fysiek_vernieling"},
}


@pytest.mark.parametrize("severity", Severity)
def test_the_shipped_policy_has_the_agreed_kinds(severity: Severity) -> None:
    policy = shipped_policy(DEFAULT_POLICY)
    assert {kind.code for kind in policy.kinds if kind.severity is severity} == SHIPPED[severity]


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_policy_says_of_each_kind_what_it_is_not(name: str) -> None:
    policy = shipped_policy(name)
    for kind in policy.kinds:
        assert "\n" not in kind.description
        assert {"niet", "geen"} & set(kind.description.replace(":", " ").split()), kind.code


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_policy_can_be_chosen_from_by_code_and_label(name: str) -> None:
    policy = shipped_policy(name)
    for kind in policy.kinds:
        assert policy.kind(kind.code) == policy.kind(kind.label) == kind


@pytest.mark.parametrize("standing", [Standing.UNKNOWN, Standing.WITHHELD, Standing.KNOWN])
def test_the_shipped_policy_says_what_to_do(standing: Standing) -> None:
    assert shipped_policy(DEFAULT_POLICY).instruction_for(standing)


def test_a_policy_that_is_not_shipped_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownPolicy) as refused:
        shipped_policy("../../etc/passwd")
    assert (refused.value.name, refused.value.known) == ("../../etc/passwd", shipped_names())
    assert DEFAULT_POLICY in shipped_names()


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (("naam =", "naam 2 ="), 1),
        (('naam = "proef"', ""), 1),
        (('versie = "1"', 'versie = " "'), 1),
        (('versie = "1"', "versie = 1"), 1),
        (('ernst = "licht"', 'ernst = "erg"'), 1),
        (('ernst = "licht"', "ernst = 1"), 1),
        (('code = "schelden"', ""), 1),
        (('label = "Schelden"', 'label = ""'), 1),
        (('omschrijving = "Scheldwoorden; niet: mopperen."', ""), 1),
        (('onbekend = "Neem op."', 'onbekend = ""'), 1),
        (('onbekend = "Neem op."', 'vriendelijk = "Neem op."'), 1),
        (("[instructie]\n", "[instructie2]\n"), 0),
        (("[[soort]]", "[soort]"), 1),
        (("[[soort]]", "[[soorten]]"), 1),
        (('naam = "proef"\nversie = "1"', "instructie = 3\nsoort = [4]"), 4),
    ],
    ids=str,
)
def test_every_fault_is_named_at_once(change: tuple[str, str], faults: int) -> None:
    text = GOOD.replace(*change, 1)
    if change[0].startswith("naam = ") and "soort" in change[1]:
        text = change[1]
    if not faults:
        assert read_policy("x", text).kinds
        return
    with pytest.raises(PolicyFaulty) as refused:
        read_policy("x", text)
    assert refused.value.name == "x"
    assert len(refused.value.faults) == faults, refused.value.faults


def test_a_kind_that_is_there_twice_is_a_fault() -> None:
    with pytest.raises(PolicyFaulty) as refused:
        read_policy("x", GOOD + GOOD[GOOD.index("[[soort]]") :])
    assert refused.value.faults == ("soort 2, code: 'schelden' staat er al",)


_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.text(max_size=5) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["code", "label", "ernst", "omschrijving", "onbekend"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["naam", "versie", "soort", "instructie"]), _values))
def test_any_content_is_a_policy_or_refused(content: dict[str, Any]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", lambda _: content)
        with suppress(PolicyFaulty):
            assert read_policy("x", "").kinds


@given(st.text(max_size=80))
def test_any_text_is_a_policy_or_refused(text: str) -> None:
    with pytest.raises(PolicyFaulty):
        read_policy("x", text)
