"""Lets the user's own editor change a text, in a file for the user alone that is always removed.

By hand: `typer.edit` leaves the choice of folder and mode to chance, and the text is personal.
"""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from agressielog.application.usage_errors import EditorFailed
from agressielog.cli.asking import say

_USUAL = ("nano", "vi")


def edit_text(text: str) -> str:
    """Return what the user made of *text*.

    Raises:
        EditorFailed: it could not be started, or ended with an error.
    """
    command = _editor()
    # Whoever never saw vi cannot leave it.
    say(
        f"De editor {command} opent; bewaar en sluit om door te gaan. In vi: :wq bewaart en sluit, "
        ":q! sluit zonder bewaren."
    )
    with tempfile.TemporaryDirectory(prefix="agressielog-") as folder:
        # mkdtemp makes the folder 0700 and mkstemp the file 0600, whatever the umask.
        descriptor, name = tempfile.mkstemp(suffix=".txt", dir=folder)
        # Line ends as they are: a carriage return that came back as a line feed would be a correction.
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
        try:
            subprocess.run([*shlex.split(command), name], check=True)  # noqa: S603 - the user's own editor
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            raise EditorFailed(command) from error
        with Path(name).open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()


def _editor() -> str:
    from shutil import which

    for variable in ("VISUAL", "EDITOR"):
        if command := os.environ.get(variable, "").strip():
            return command
    if os.name == "nt":  # pragma: no cover - this suite was not run on Windows
        return "notepad"
    return next((editor for editor in _USUAL if which(editor)), _USUAL[-1])
