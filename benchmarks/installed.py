"""Installs the program afresh, as a user would have it: in an environment of its own, by a pip of today, compiled.

The pip that comes with Python 3.11 writes a start script that imports `re`, which alone takes a third of a fast answer.
"""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the installed program is, with the Python and the sqlite-utils beside it."""

    program: Path
    python: Path
    sqlite_utils: Path


def fingerprint() -> str:
    """Return twelve characters that change with the program and with what is made to measure it on."""
    making = (ROOT / "benchmarks" / name for name in ("logbooks.py", "made_up.py", "material.py"))
    found = sha256()
    for path in sorted([*(ROOT / "src").rglob("*"), *making, ROOT / "pyproject.toml"]):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.relative_to(ROOT).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:12]


def in_environment(folder: Path) -> Installed:
    """Return the program in the environment *folder*."""
    return Installed(*(folder / "bin" / name for name in ("agressielog", "python", "sqlite-utils")))


def install(folder: Path) -> Installed:
    """Make a new environment in *folder* with the program of this checkout; one that is whole is kept.

    Raises:
        subprocess.CalledProcessError: pip could not reach what it needs; it has said so.
    """
    whole = folder / "klaar"
    found = in_environment(folder)
    if whole.exists():
        return found
    venv.create(folder, with_pip=True, clear=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    pip = [str(found.python), "-m", "pip", "-qq", "--disable-pip-version-check", "install"]
    for arguments in (["--upgrade", "pip"], ["--compile", str(ROOT)]):
        # pip's own words go where ours go that are no answer.
        subprocess.run([*pip, *arguments], check=True, env=environment, stdout=sys.stderr)
    whole.touch()
    return found
