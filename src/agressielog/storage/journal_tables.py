"""The table of the journal, and the triggers by which it only grows."""

_STAYS = ("id", "handeling", "op", "login", "naam", "opdracht", "tabel", "sleutel", "verbintenis", "keten")
_SAME = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in _STAYS)

TABLES: tuple[str, ...] = (
    # The only history there is: a row per record and write, `voor` and `na` as JSON of the whole record.
    # `verbintenis` and `keten` are those of `storage.chain`; `voor`, `na` and `zout` can be erased.
    """CREATE TABLE logboek (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        handeling TEXT NOT NULL,
        op TEXT NOT NULL,
        login TEXT NOT NULL,
        naam TEXT NOT NULL,
        opdracht TEXT NOT NULL,
        tabel TEXT NOT NULL,
        sleutel TEXT NOT NULL,
        voor TEXT,
        na TEXT,
        zout TEXT CHECK (length(zout) = 32),
        verbintenis TEXT NOT NULL CHECK (length(verbintenis) = 64),
        keten TEXT NOT NULL CHECK (length(keten) = 64),
        CHECK (zout IS NOT NULL OR (voor IS NULL AND na IS NULL))
    ) STRICT""",
    "CREATE INDEX logboek_handeling ON logboek(handeling)",
    "CREATE INDEX logboek_record ON logboek(tabel, sleutel, id)",
    # Numbers without a gap; it also stops an INSERT OR REPLACE, which deletes without asking any trigger.
    """CREATE TRIGGER logboek_sluit_aan BEFORE INSERT ON logboek
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM logboek) OR NEW.zout IS NULL
    BEGIN SELECT RAISE(ABORT, 'het logboek wordt alleen aan het eind aangevuld'); END""",
    f"""CREATE TRIGGER logboek_staat_vast BEFORE UPDATE ON logboek
    WHEN NOT ({_SAME} AND NEW.voor IS NULL AND NEW.na IS NULL AND NEW.zout IS NULL)
    BEGIN SELECT RAISE(ABORT, 'een regel van het logboek kan alleen leeggemaakt worden'); END""",
    """CREATE TRIGGER logboek_blijft BEFORE DELETE ON logboek
    BEGIN SELECT RAISE(ABORT, 'een regel van het logboek gaat nooit weg'); END""",
)
