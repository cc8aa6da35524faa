"""The tables of the cards: prepared answers, derived from the records (`records.DERIVED`)."""

TABLES: tuple[str, ...] = (
    # The fast start reads these two by column name; what each holds is told in `domain.card` and `ports.cards`.
    """CREATE TABLE kaart (
        nummer TEXT NOT NULL,
        vanaf INTEGER NOT NULL,
        stand INTEGER NOT NULL,
        status TEXT NOT NULL,
        tekst TEXT NOT NULL,
        gevouwen TEXT,
        bellers TEXT NOT NULL,
        PRIMARY KEY (nummer, vanaf)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE kaartenbak (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        stand INTEGER NOT NULL,
        klaar INTEGER NOT NULL,
        uitgave INTEGER NOT NULL,
        grond TEXT NOT NULL,
        land TEXT NOT NULL,
        melding TEXT
    ) STRICT""",
)
