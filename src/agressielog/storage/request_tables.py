"""The table of requests under the privacy law."""

from agressielog.domain.request import RequestKind, RequestOutcome
from agressielog.storage.columns import one_of

TABLES: tuple[str, ...] = (
    # `beller` is who asked, also after a merge: a split gives the request back by itself.
    f"""CREATE TABLE verzoek (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        soort TEXT NOT NULL {one_of("soort", RequestKind)},
        ontvangen_op TEXT NOT NULL,
        antwoord_voor TEXT NOT NULL,
        beantwoord_op TEXT,
        uitkomst TEXT {one_of("uitkomst", RequestOutcome)},
        reden TEXT,
        CHECK ((beantwoord_op IS NULL) = (uitkomst IS NULL)),
        CHECK (reden IS NULL OR uitkomst IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX verzoek_beller ON verzoek(beller, id)",
    # Answers what is open on a day: never answered, or answered later.
    "CREATE INDEX verzoek_beantwoord_op ON verzoek(beantwoord_op)",
)
