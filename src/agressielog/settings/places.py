"""Where the logbook and the personal settings are, and whether that is a place one can trust."""

import getpass
import os
from pathlib import Path, PurePath

import platformdirs

_APP = "agressielog"
#: The file of the logbook in its folder.
LOGBOOK_FILE = "logboek.db"
_REMOTE_TYPES = ("nfs", "cifs", "smb", "9p", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone", "davfs")
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "mobile documents")


def logbook_path() -> Path:
    """Return where a user's own logbook is: the local data folder, never a roaming one."""
    return platformdirs.user_data_path(_APP, appauthor=False, roaming=False) / LOGBOOK_FILE


def config_path() -> Path:
    """Return where a user's personal settings are."""
    return platformdirs.user_config_path(_APP, appauthor=False, roaming=False) / "config.toml"


def login_name() -> str:
    """Return the name the computer knows the user by; `onbekend` where it knows none."""
    try:
        # A byte that is no text stays visible: every write stores this name.
        return getpass.getuser().encode("utf-8", "backslashreplace").decode("utf-8")
    except (KeyError, OSError):
        return "onbekend"


def synced_folder(path: PurePath) -> str | None:
    """Return the part of *path* that a synchronisation program keeps, if there is one."""
    return next(
        (part for part in path.parts if any(part.casefold().startswith(name) for name in _SYNCED)), None
    )


def network_drive(path: Path, mounts: str | None = None) -> str | None:
    """Return the kind of network drive *path* is on (`nfs4`, `cifs`, a UNC server), or None.

    SQLite's locks and syncs cannot be relied upon there (sqlite.org/useovernet.html).

    Args:
        path: need not exist.
        mounts: the text of /proc/self/mounts; read where it exists when left out.
    """
    # Not `//`: on Linux that is the root, and Windows writes its own as `\\`.
    if str(path).startswith("\\\\"):
        return "\\\\" + str(path).strip("\\").split("\\")[0]
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
    found = ("", "")
    target = "/" + os.path.realpath(path).lstrip("/")
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) > 2:  # noqa: PLR2004 - device, mount point, type
            point = fields[1].replace("\\040", " ")
            inside = target == point or target.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(found[0]):
                found = (point, fields[2])
    return found[1] if found[1].startswith(_REMOTE_TYPES) else None
