"""The policies that come with the program: usable as they are, and true to their sources."""

import tomllib
from collections.abc import Iterator

import pytest

from agressielog.application.settings_errors import UnknownPolicy
from agressielog.domain.policy import BREACH, Policy
from agressielog.domain.policy_check import faults, lacking
from agressielog.domain.vocabulary import Severity, Standing
from agressielog.settings.policy_file import DEFAULT_POLICY, shipped_names, shipped_policy, shipped_text
from agressielog.settings.policy_sections import SECTIONS

SHIPPED = ("gedragsmatrix", "gele-rode-kaart", "klantenservice", "standaard")
#: What fits on a line of eighty columns behind two spaces.
LINE = 78


@pytest.fixture(params=SHIPPED)
def policy(request: pytest.FixtureRequest) -> Policy:
    """Each of them in turn."""
    return shipped_policy(str(request.param))


def test_there_are_four() -> None:
    assert shipped_names() == SHIPPED
    assert DEFAULT_POLICY in SHIPPED


def test_another_name_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownPolicy) as unknown:
        shipped_policy("streng")
    assert unknown.value.known == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_policy_goes_by_the_name_of_its_file(name: str) -> None:
    assert shipped_policy(name).name == name


def test_a_policy_holds_together(policy: Policy) -> None:
    assert faults(policy) == ()


def test_a_policy_tells_what_to_do_at_every_look_up_on_one_line(policy: Policy) -> None:
    told = dict(policy.instructions)
    assert set(told) == set(Standing)
    for text in (*told.values(), policy.instruction_pending, policy.instruction_pending_severe):
        assert 0 < len(text) <= LINE


@pytest.mark.parametrize("before", SHIPPED)
def test_one_can_switch_between_them_without_losing_a_kind(policy: Policy, before: str) -> None:
    assert lacking(policy, [kind.code for kind in shipped_policy(before).kinds]) == ()


@pytest.mark.parametrize("before", SHIPPED)
def test_switching_makes_nothing_heavier_than_it_was_recorded(policy: Policy, before: str) -> None:
    for kind in shipped_policy(before).kinds:
        assert policy.severity_of([kind.code]).weight <= kind.severity.weight


def test_every_policy_knows_a_call_in_spite_of_a_ban(policy: Policy) -> None:
    assert BREACH in {kind.code for kind in policy.kinds}


@pytest.mark.parametrize("name", SHIPPED)
def test_every_rule_has_its_ground(name: str) -> None:
    for path, table in _tables(tomllib.loads(shipped_text(name))):
        section = SECTIONS[str(path[0])]
        if "grondslag" in section.keys or path[-1] == "bereik":
            assert str(table.get("grondslag", "")).strip(), path


@pytest.mark.parametrize("name", SHIPPED)
def test_every_part_of_the_schema_is_filled_in(name: str) -> None:
    left_out = {"bereik"}
    if "trede" not in tomllib.loads(shipped_text(name)):
        left_out |= {"trede", "instap", "patroon", "maatregel", "vervangt"}
    if name != "standaard":
        left_out |= {"patroon"}
    if name == "standaard":
        left_out |= {"maatregel"}
    assert set(SECTIONS) - set(tomllib.loads(shipped_text(name))) == left_out


def _tables(content: dict[str, object]) -> Iterator[tuple[tuple[str, ...], dict[str, object]]]:
    for name, value in content.items():
        for table in value if isinstance(value, list) else [value]:
            if isinstance(table, dict):
                yield (name,), table
                if isinstance(table.get("bereik"), dict):
                    yield (name, "bereik"), table["bereik"]


# The default policy --------------------------------------------------------------------------------

# Severity and police, kind by kind.
KINDS = """
emotie_kritiek            geen    nee
onwel_verward             geen    nee
drammen                   geen    nee
hinderlijk                licht   nee
schreeuwen                licht   nee
kleineren                 licht   nee
schelden                  licht   nee
belediging                middel  overwegen
intimidatie               middel  nee
discriminatie             middel  overwegen
seksuele_intimidatie      middel  overwegen
bedreiging                zwaar   ja
belaging                  zwaar   ja
fysiek_vernieling         zwaar   ja
overtreding_contactverbod geen    nee
"""
# Rung, measure, alternatives, validity, length, given in the call.
RUNGS = """
mondeling         mondelinge_waarschuwing    ordegesprek  12_maanden  -          ja
schriftelijk      schriftelijke_waarschuwing -            12_maanden  -          nee
verbod_1_maand    contactverbod              -            -           1_maand    nee
verbod_3_maanden  contactverbod              -            -           3_maanden  nee
verbod_6_maanden  contactverbod              -            -           6_maanden  nee
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in table.strip().splitlines()]


def test_the_kinds_of_the_default_policy() -> None:
    kinds = shipped_policy("standaard").kinds
    assert [(kind.code, kind.severity.value, kind.police.value) for kind in kinds] == _rows(KINDS)


def test_the_ladder_of_the_default_policy() -> None:
    ladder = shipped_policy("standaard").ladder
    assert ladder is not None
    shown = [
        (
            rung.code,
            rung.measure,
            ",".join(rung.alternatives) or "-",
            str(rung.validity or "-").replace(" ", "_"),
            str(rung.longest or "-").replace(" ", "_"),
            "ja" if rung.in_call else "nee",
        )
        for rung in ladder.rungs
    ]
    assert shown == _rows(RUNGS)
    assert not any(rung.is_range for rung in ladder.rungs)


def test_the_climbing_of_the_default_policy() -> None:
    ladder = shipped_policy("standaard").ladder
    assert ladder is not None
    assert ladder.entries == (
        (Severity.LIGHT, "mondeling"),
        (Severity.MEDIUM, "schriftelijk"),
        (Severity.SEVERE, "verbod_3_maanden"),
    )
    assert ladder.pattern is not None
    assert (ladder.pattern.count, ladder.pattern.rung) == (3, "schriftelijk")
    assert (ladder.warn_first, ladder.highest_unwritten) == ("schriftelijk", "verbod_1_maand")


def test_the_numbers_of_the_default_policy() -> None:
    policy = shipped_policy("standaard")
    gates, remedy, terms = policy.safeguards, policy.remedy, policy.terms
    assert gates is not None
    assert remedy is not None
    assert terms is not None
    numbers = {
        "telt vanaf": policy.counts_from.value,
        "venster": str(policy.window),
        "overtredingen beoordelen vanaf": policy.breaches_from,
        "reactie binnen uren": gates.reaction_hours,
        "langste besluit": str(gates.longest_decision),
        "zonder nieuw besluit": str(gates.longest_without_new),
        "evaluatie uiterlijk": str(gates.review_at_latest),
        "horen, waarschuwen, evalueren": (gates.hearing.on, gates.warned_first.on, gates.review.on),
        "bezwaartermijn": str(remedy.term),
        "antwoord op bezwaar": str(remedy.answer_term),
        "nazorg": (terms.first_talk_hours, *map(str, terms.later_talks), str(terms.last_talk_at_latest)),
        "nazorg nog eens aanbieden na": str(terms.offer_care_again),
        "antwoord op inzage": str(terms.access_answer),
        "antwoord op verwijderen": str(terms.erasure_answer),
        "klachttermijn belediging": str(terms.police_complaint),
        "oud nummer": str(terms.number_stale_after),
        "bewaren": {severity.value: str(span) for severity, span in policy.retention},
        "zwaar hoogstens": str(terms.severe_kept_at_most),
        "ingetrokken": str(terms.withdrawn_kept),
        "opzoeken": str(terms.look_ups_kept),
    }
    assert numbers == {
        "telt vanaf": "gemeld",
        "venster": "12 maanden",
        "overtredingen beoordelen vanaf": 3,
        "reactie binnen uren": 24,
        "langste besluit": "12 maanden",
        "zonder nieuw besluit": "6 maanden",
        "evaluatie uiterlijk": "6 maanden",
        "horen, waarschuwen, evalueren": (True, True, True),
        "bezwaartermijn": "6 weken",
        "antwoord op bezwaar": "4 weken",
        "nazorg": (72, "2 weken", "6 weken", "8 weken"),
        "nazorg nog eens aanbieden na": "2 weken",
        "antwoord op inzage": "1 maand",
        "antwoord op verwijderen": "4 weken",
        "klachttermijn belediging": "3 maanden",
        "oud nummer": "12 maanden",
        "bewaren": {"licht": "12 maanden", "middel": "24 maanden", "zwaar": "36 maanden"},
        "zwaar hoogstens": "60 maanden",
        "ingetrokken": "30 dagen",
        "opzoeken": "12 maanden",
    }


# The matrix ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "shortest", "longest", "police"),
    [
        ("hinderlijk", "1 dag", "90 dagen", "overwegen"),
        ("schelden", "1 dag", "90 dagen", "overwegen"),
        ("belediging", "1 dag", "90 dagen", "overwegen"),
        ("bedreiging", "None", "365 dagen", "ja"),
        ("discriminatie", "None", "365 dagen", "ja"),
        ("fysiek_vernieling", "None", "730 dagen", "ja"),
        ("seksuele_intimidatie", "None", "1825 dagen", "ja"),
    ],
)
def test_the_matrix_gives_each_behaviour_its_range(
    kind: str, shortest: str, longest: str, police: str
) -> None:
    found = shipped_policy("gedragsmatrix").kind(kind)
    assert found.range is not None
    assert (str(found.range.shortest), str(found.range.longest), found.range.police.value) == (
        shortest,
        longest,
        police,
    )
