"""Every page of help fits a terminal of 80 columns, examples too: they are copied from it."""

import pytest
from all_commands import every_command
from office import Office

WIDTH = 80


@pytest.mark.parametrize("command", list(every_command()))
def test_a_page_of_help_fits_the_terminal(office: Office, command: str) -> None:
    shown = office.do(*command.split(), "--help")
    assert shown.status == 0
    assert [line for line in shown.out.splitlines() if len(line) > WIDTH] == []
