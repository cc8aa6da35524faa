"""The script for a shared account lets the daily work through, and nothing else."""

import re
import subprocess
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "meer-plekken.md").read_text(encoding="utf-8")


def _run(folder: Path, typed: str) -> subprocess.CompletedProcess[str]:
    script = next(
        block for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if block.startswith("#!")
    )
    (folder / "balie").write_text(script, encoding="utf-8")
    program = folder / "agressielog"
    program.write_text('#!/bin/sh\nprintf "<%s>" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", str(folder / "balie")],
        env={"PATH": f"{folder}:/usr/bin:/bin", "SSH_ORIGINAL_COMMAND": typed},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("typed", "passed"),
    [
        ("agressielog lookup 06 12 34", "<--db></srv/agressielog/logboek.db><lookup><06><12><34>"),
        (
            "add 0612345678 --wat $(id);id",
            "<--db></srv/agressielog/logboek.db><add><0612345678><--wat><$(id);id>",
        ),
        ("list *", "<--db></srv/agressielog/logboek.db><list><*>"),
    ],
)
def test_the_daily_work_gets_through_word_for_word(tmp_path: Path, typed: str, passed: str) -> None:
    assert _run(tmp_path, typed).stdout == passed


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "sh",
        "agressielog --als baas lookup 1",
        "agressielog --db x list",
        "edit 1",
        "export -o x",
        "/bin/sh -c id",
    ],
)
def test_everything_else_is_refused(tmp_path: Path, typed: str) -> None:
    done = _run(tmp_path, typed)
    assert (done.returncode, done.stdout) == (2, "")
