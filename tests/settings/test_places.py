"""Where the logbook is, and whether that is a place one can trust."""

import getpass
from pathlib import Path, PurePath, PureWindowsPath

import pytest

from agressielog.settings.places import (
    config_path,
    logbook_path,
    login_name,
    network_drive,
    synced_folder,
)

MOUNTS = """\
/dev/vda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
//server/delen /mnt/delen cifs rw 0 0
/dev/sdb1 /home/mia ext4 rw 0 0
server:/met /mnt/met\\040spatie nfs rw 0 0
mia@host:/ /mnt/ver fuse.sshfs rw 0 0
/dev/sdc1 /mnt/del btrfs rw 0 0
automaat /mnt/auto autofs rw 0 0
server:/auto /mnt/auto nfs rw 0 0

onzin
"""


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/srv/logboek.db", None),
        ("/home/ali/logboek.db", "nfs4"),
        ("/home/mia/logboek.db", None),
        ("/homework/logboek.db", None),
        ("/mnt/delen/logboek.db", "cifs"),
        ("/mnt/del/logboek.db", None),
        ("/mnt/met spatie/logboek.db", "nfs"),
        ("/mnt/ver/diep/logboek.db", "fuse.sshfs"),
        ("/mnt/auto/logboek.db", "nfs"),
        ("/srv/../home/ali/logboek.db", "nfs4"),
        ("//home/ali/logboek.db", "nfs4"),
        ("//srv/logboek.db", None),
        ("\\\\server\\delen\\logboek.db", "\\\\server"),
    ],
)
def test_a_network_drive_is_known_by_the_mount_it_is_on(path: str, drive: str | None) -> None:
    assert network_drive(Path(path), MOUNTS) == drive


def test_the_mounts_of_this_machine_are_read(tmp_path: Path) -> None:
    assert network_drive(tmp_path / "logboek.db") is None


def test_a_system_that_does_not_tell_its_mounts_has_no_network_drives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert network_drive(tmp_path) is None


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        (PurePath("/home/mia/Dropbox/logboek.db"), "Dropbox"),
        (PurePath("/home/mia/OneDrive - Gemeente Ons Dorp/logboek.db"), "OneDrive - Gemeente Ons Dorp"),
        (PureWindowsPath(r"C:\Users\mia\OneDrive\logboek.db"), "OneDrive"),
        (PurePath("/Users/mia/Library/Mobile Documents/logboek.db"), "Mobile Documents"),
        (PurePath("/home/mia/Nextcloud/werk/logboek.db"), "Nextcloud"),
        (PurePath("/home/mia/Google Drive/logboek.db"), "Google Drive"),
        (PurePath("/home/mia/mijn dropbox.db"), None),
        (PurePath("/home/mia/werk/logboek.db"), None),
    ],
    ids=str,
)
def test_a_synchronised_folder_is_known_by_its_name(path: PurePath, folder: str | None) -> None:
    assert synced_folder(path) == folder


def test_a_users_own_places_are_in_the_home_folder() -> None:
    assert logbook_path() == Path.home() / ".local" / "share" / "agressielog" / "logboek.db"
    assert config_path() == Path.home() / ".config" / "agressielog" / "config.toml"


def test_a_test_never_sees_a_real_home(tmp_path: Path) -> None:
    assert Path.home() == tmp_path / "thuis"


def test_the_login_name_is_the_computers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "mdevries")
    assert login_name() == "mdevries"


def test_a_login_name_that_is_no_text_stays_storable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "mia\udcff")
    assert login_name() == "mia\\udcff"


@pytest.mark.parametrize("error", [KeyError, OSError])
def test_a_computer_that_does_not_know_who_it_is_says_so(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def unknown() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert login_name() == "onbekend"
