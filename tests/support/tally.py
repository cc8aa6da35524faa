"""Counts what a fault test finds wrong, so that its figure on the page of results is what it found."""

from collections.abc import Iterator
from contextlib import contextmanager


class Tally:
    """Takes the assertions of a test one by one, and lets the test go on after one that does not hold.

    Args:
        names: what is counted, as `tell_result` takes it.
    """

    def __init__(self, *names: str) -> None:
        self._found: dict[str, list[AssertionError]] = {name: [] for name in names}

    @contextmanager
    def counting(self, name: str) -> Iterator[None]:
        """Count it under *name* when what stands in this block does not hold."""
        try:
            yield
        except AssertionError as wrong:
            self._found[name].append(wrong)

    @property
    def counted(self) -> dict[str, int]:
        """How often each did not hold."""
        return {name: len(wrongs) for name, wrongs in self._found.items()}

    def assert_nothing_found(self) -> None:
        """Fail with everything that did not hold."""
        found = [wrong for wrongs in self._found.values() for wrong in wrongs]
        if found:
            raise AssertionError(f"{len(found)} times, first: {found[0]}") from found[0]
