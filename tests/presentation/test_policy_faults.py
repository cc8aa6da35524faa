"""Every fault of a policy is told in Dutch, with its facts."""

import pytest

from agressielog.domain.policy_fault import FaultCode, PolicyFault, Where
from agressielog.presentation.mistakes.policy_faults import show_fault, show_what, show_where


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_words_and_leaves_no_fact_open(code: FaultCode) -> None:
    told = show_what(PolicyFault(("trede", 3, "duur"), code, ("een", "twee", "drie")[: _facts(code)]))
    assert told
    assert "{" not in told.replace('= "…"', "")


def _facts(code: FaultCode) -> int:
    return 1 if code is FaultCode.DUPLICATE else 3


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ((), ""),
        (("naam",), "naam"),
        (("trede", 3), "trede 3"),
        (("trede", 3, "duur"), "trede 3, duur"),
        (("soort", 2, "bereik", "duur", 1), "soort 2, bereik, duur, 1"),
        (("schriftelijk", "wijzen", 2), "schriftelijk, wijzen, 2"),
    ],
)
def test_a_key_is_told_as_a_reader_finds_it(where: Where, shown: str) -> None:
    assert show_where(where) == shown


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        (
            PolicyFault((), FaultCode.NOT_TOML, line=7),
            "regel 7: dit is geen geldige TOML; staat elke tekst tussen aanhalingstekens?",
        ),
        (
            PolicyFault((), FaultCode.STANDS_TWICE),
            "deze sleutel of dit kopje staat er al; een kopje dat vaker komt, heeft dubbele haken",
        ),
        (
            PolicyFault(("trede", 1, "duur"), FaultCode.NOT_SPAN, ("1 maand, 2 maanden, 3 maanden",), 4),
            (
                'trede 1, duur (regel 4): "1 maand, 2 maanden, 3 maanden" is geen termijn; '
                'schrijf bijvoorbeeld "12 maanden" of "90 dagen"'
            ),
        ),
        (PolicyFault(("rechtsmiddel",), FaultCode.MISSING), "rechtsmiddel: ontbreekt"),
        (
            PolicyFault(("trede", 3, "dur"), FaultCode.UNKNOWN_KEY, ("duur",), 41),
            "trede 3, dur (regel 41): deze sleutel bestaat niet (wel: duur)",
        ),
        (PolicyFault(("x",), FaultCode.UNKNOWN_KEY, (), 1), "x (regel 1): deze sleutel bestaat niet"),
        (
            PolicyFault(("instap", "licht"), FaultCode.UNKNOWN_RUNG, ("q", "brief", "verbod"), 9),
            'instap, licht (regel 9): er is geen trede "q" (wel: brief of verbod)',
        ),
        (PolicyFault(("instap", "licht"), FaultCode.UNKNOWN_RUNG, ("q",), 9), 'instap, licht (regel 9): er is geen trede "q"'),
        (PolicyFault(("soort", 1), FaultCode.NOT_TABLE, (), 2), "soort 1 (regel 2): moet een tabel zijn: [[soort]]"),
        (PolicyFault(("telling",), FaultCode.NOT_TABLE, (), 2), "telling (regel 2): moet een tabel zijn: [telling]"),
        (
            PolicyFault(("trede", 1, "geldig"), FaultCode.NOT_SPAN, ("een jaar",), 4),
            'trede 1, geldig (regel 4): "een jaar" is geen termijn; schrijf bijvoorbeeld "12 maanden" of "90 dagen"',
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(fault: PolicyFault, shown: str) -> None:
    assert show_fault(fault) == shown
