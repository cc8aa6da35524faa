"""What the fault tests share: a desk that starts fast, and whether strace can look along."""

from functools import cache
from pathlib import Path

import pytest
import tracing
from warm_desk import WarmDesk


@pytest.fixture
def desk(tmp_path: Path) -> WarmDesk:
    """A desk whose logbook does not exist yet."""
    return WarmDesk(tmp_path)


@pytest.fixture
def strace() -> None:
    """Skip where no process can be traced."""
    reason = _why_not()
    if reason is not None:
        pytest.skip(reason)


@cache
def _why_not() -> str | None:
    return tracing.why_not()
