"""Collects what the fault tests of a run told, and writes the page at its end.

Everything comes from the reports of the tests: those of other processes (`pytest -n 2`) come in there as well.
"""

import ast
from pathlib import Path

import pytest
from results import PROPERTY, Run, from_text, today, write_page

_TESTS = Path(__file__).parents[1]
_TELLS = "tell_result"
_NOT_RUN, _SKIPPED, _FAILED = "niet gedraaid", "overgeslagen, kan op deze computer niet", "mislukt"


class ResultsPage:
    """Listens to a run that writes the page.

    Args:
        config: of the run.
        page: the file to write.
    """

    def __init__(self, config: pytest.Config, page: Path) -> None:
        # A test may change its folder.
        self._page = page.absolute()
        self._run = Run(
            not_run=dict.fromkeys(tellers(), _NOT_RUN),
            chosen=any("::" in word for word in config.args)
            or bool(config.getoption("keyword") or config.getoption("deselect"))
            or config.getoption("markexpr") not in {"", "faults"},
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what one test told, and how it ended."""
        module, _, name = report.nodeid.partition("::")
        test = f"{Path(module).name}::{name.partition('[')[0]}"
        if report.failed:
            self._run.not_run[test] = _FAILED
        elif report.skipped and self._run.not_run.get(test) != _FAILED:
            self._run.not_run[test] = _SKIPPED
        if report.when != "call":
            return
        for key, value in report.user_properties:
            if key == PROPERTY:
                self._run.told.setdefault(Path(module).name, []).append(from_text(str(value)))
                if self._run.not_run.get(test) == _NOT_RUN:
                    del self._run.not_run[test]

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the page."""
        self._run.broken_off = exitstatus not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}
        if self._run.told:
            write_page(self._run, self._page, today())


def tellers() -> list[str]:
    """Return every test that belongs on the page, as `module.py::test`."""
    return sorted(
        f"{path.name}::{function.name}"
        for path in _TESTS.rglob("test_*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and function.name.startswith("test_")
        and any(argument.arg == _TELLS for argument in (*function.args.args, *function.args.kwonlyargs))
    )
