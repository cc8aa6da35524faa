"""docs/beleid.md is the schema of policy files, and every example on it is a file that can be used."""

import re

import pytest
from policy_examples import examples
from policy_reference import PAGE, reference

from agressielog.settings.policy_file import read_policy, shipped_names
from agressielog.settings.policy_sections import SECTIONS

TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^### ([^\n]+)\n\n[^\n]+\n\n```toml\n(.*?)```", TEXT, re.DOTALL | re.MULTILINE)


def test_the_page_is_what_the_schema_says() -> None:
    assert reference() == TEXT, "run: python tests/support/policy_reference.py"


@pytest.mark.parametrize(("title", "text"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_every_example_on_the_page_can_be_used(title: str, text: str) -> None:
    assert read_policy(title, text).name == "ons-beleid"


def test_no_example_is_missed() -> None:
    assert [title for title, _ in EXAMPLES] == [example.title for example in examples()]
    assert TEXT.count("```toml") == len(EXAMPLES)


def test_every_part_of_the_schema_is_used_in_an_example() -> None:
    used = "\n".join(text for _, text in EXAMPLES)
    for name, section in SECTIONS.items():
        heading = "bereik = {" if name == "bereik" else f"[[{name}]]" if section.repeated else f"[{name}]"
        assert heading in used, name
        for key in section.keys:
            assert name == "instructie" or f"{key} = " in used, (name, key)


def test_every_shipped_policy_is_on_the_page() -> None:
    assert [name for name in shipped_names() if f"| `{name}` |" not in TEXT] == []
