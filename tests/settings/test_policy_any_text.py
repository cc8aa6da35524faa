"""Whatever stands in a policy file, it gives a policy or a refusal and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policy_examples import Example, examples
from policy_files import LADDER, RANGES, refused

from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.policy import Policy
from agressielog.presentation.mistakes.policy_faults import show_fault
from agressielog.settings.policy_file import read_policy

_VALUES = st.sampled_from(
    ['"licht"', '"zwaar"', '"brief"', '"verbod"', '"1 dag"', '"2 jaar"', "3", "true", "[]", "{}", '["1 dag", "2 dagen"]', '""']
)  # fmt: skip


_LINES = st.sampled_from([*LADDER.splitlines(), *RANGES.splitlines(), ""])
_KEYS = st.sampled_from(sorted({line.split(" = ")[0] for line in LADDER.splitlines() if " = " in line}))
_TOMLISH = st.lists(st.one_of(_LINES, st.builds("{} = {}".format, _KEYS, _VALUES)), max_size=40).map(
    "\n".join
)


@given(_TOMLISH)
def test_any_lines_give_a_policy_or_a_refusal_and_nothing_else(text: str) -> None:
    _read_or_refused(text)


@given(st.data())
def test_a_sound_file_with_other_values_gives_a_policy_or_a_refusal_and_nothing_else(
    data: st.DataObject,
) -> None:
    lines = data.draw(st.sampled_from([LADDER, RANGES])).splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        key, equals, _ = lines[place].partition(" = ")
        lines[place] = (
            f"{key} = {data.draw(_VALUES)}"
            if equals
            else data.draw(st.sampled_from(["", "[x]", "[[soort]]"]))
        )
    _read_or_refused("\n".join(lines))


@given(st.text(max_size=60))
def test_any_text_at_all_gives_a_policy_or_a_refusal_and_nothing_else(text: str) -> None:
    _read_or_refused(text)


def _read_or_refused(text: str) -> None:
    faults = None
    try:
        policy = read_policy("proef.toml", text)
    except PolicyFaulty as faulty:
        faults = faulty.faults
    if faults is None:
        assert isinstance(policy, Policy)
    else:
        assert faults
        for fault in faults:
            assert fault.line is None or 1 <= fault.line <= text.count("\n") + 1
            assert show_fault(fault).isprintable() or not text.isprintable()


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.title)
def test_every_value_of_a_worked_example_can_be_spoilt_and_is_found_at_its_line(example: Example) -> None:
    lines = example.text.splitlines()
    for place, line in enumerate(lines):
        key, equals, _ = line.partition(" = ")
        if equals and not line.startswith("bereik"):
            spoilt = "\n".join([*lines[:place], f"{key} = 1979-05-27", *lines[place + 1 :]])
            assert place + 1 in {fault.line for fault in refused(spoilt)}, line
