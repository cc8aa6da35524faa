"""Where the organisation keeps its back-ups."""

from agressielog.application.backups import NoBackupFolder
from agressielog.bootstrap import App
from agressielog.domain.setting import Setting


def backup_folder(app: App, folder: str | None) -> str:
    """Return where back-ups go.

    Raises:
        NoBackupFolder: neither the command nor the organisation says where.
    """
    chosen = folder or app.settings.get(Setting.BACKUP_FOLDER)
    if chosen is None:
        raise NoBackupFolder
    return chosen
