"""Where the files are that come with the program: policies, tips, templates and the material of the example.

Beside this module, as pip unpacks them. `importlib.resources` would find them in a zip file too; nobody runs the
program from one, and loading what it takes for that was a fiftieth of `add`.
"""

from functools import cache
from pathlib import Path

#: The folder that has a folder for each kind of file.
SHIPPED_FILES = Path(__file__).parent
#: The name of the tips that come with the program.
SHIPPED_TIPS = "meegeleverd"


@cache
def shipped_tips_text() -> str:
    """Return the file of tips that comes with the program."""
    return (SHIPPED_FILES / "tips" / f"{SHIPPED_TIPS}.toml").read_bytes().decode()
