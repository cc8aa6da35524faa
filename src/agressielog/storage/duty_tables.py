"""The indexes over what can be open, so that the list of duties walks through no table; and the back-ups made."""

from agressielog.domain.vocabulary import IncidentStatus

_STANDING = ", ".join(repr(status.value) for status in IncidentStatus if status.stands)
_FALLEN = ", ".join(repr(status.value) for status in IncidentStatus if not status.stands)

TABLES: tuple[str, ...] = (
    """CREATE TABLE reservekopie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        op TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX reservekopie_op ON reservekopie(op)",
    # `beller` stands in it because whether a decision answers a call depends on the caller.
    f"""CREATE INDEX incident_onbeantwoord ON incident(op, beller)
        WHERE zekerheid = 'zeker' AND beantwoord IS NULL AND status IN ({_STANDING})""",
    f"""CREATE INDEX incident_gewaarschuwd ON incident(beller, op)
        WHERE gewaarschuwd = 1 AND zekerheid = 'zeker' AND status IN ({_STANDING})""",
    f"""CREATE INDEX incident_vermoedelijk ON incident(op)
        WHERE zekerheid = 'vermoedelijk' AND beantwoord IS NULL AND status IN ({_STANDING})""",
    f"CREATE INDEX incident_vervallen ON incident(op) WHERE status IN ({_FALLEN})",
    "CREATE INDEX maatregel_uitgereikt_op ON maatregel(uitgereikt_op) WHERE soort IS NOT NULL",
    "CREATE INDEX maatregel_tot ON maatregel(tot) WHERE tot IS NOT NULL",
    "CREATE INDEX maatregel_geldig_tot ON maatregel(geldig_tot) WHERE geldig_tot IS NOT NULL",
    """CREATE INDEX maatregel_bezwaar ON maatregel(bezwaar_beantwoord_op)
        WHERE bezwaar_ontvangen_op IS NOT NULL""",
)
