"""How a record of the journal is called on a screen, by its table and key: `incident 42`, `maatregel M3`."""

from agressielog.domain.card import NOBODY
from agressielog.domain.setting import COLUMN_MAP, DEMO_MARK, TIP_TEXTS

_NOUNS = {
    "incident": "incident {}",
    "beller": "beller B{}",
    "maatregel": "maatregel M{}",
    "toezegging": "toezegging T{}",
    "brief": "brief {}",
    "beleid": "beleid {}",
    "instelling": "instelling {}",
    "samenvoeging": "samenvoeging {}",
    "avg_beperking": "beperking op verzoek {}",
    "avg_toch_bekeken": "toch bekeken {}",
    "bijsoort": "verdere soort van incident {}",
    "maatregel_incident": "incident bij maatregel M{}",
    "nazorg_stap": "stap {} van de nazorg",
    "nazorg_afgezien": "afzien van nazorg {}",
    "goed_gesprek": "goed gesprek {}",
    "verzoek": "verzoek V{}",
    "kaart": "klaargezet antwoord voor {}",
    "kaartenbak": "kaartenbak",
    "inzage_beller": "beller bij inzage {}",
    "inzage_telling": "aantal keren opgezocht op {}",
}

# Of the kinds of record with several parts, what the table as a whole holds.
_TABLES = {
    "bijsoort": "verdere soorten van incidenten",
    "maatregel_incident": "incidenten bij maatregelen",
    "kaart": "klaargezette antwoorden",
    "nazorg_stap": "stappen van de nazorg",
    "nazorg_afgezien": "afzien van nazorg",
    "beller_nummer": "nummers van bellers",
    "inzage_beller": "bellers bij inzage",
    "inzage_telling": "aantallen keren opgezocht",
}

# Settings that the program keeps for itself; their keys say nothing to a reader.
_OWN_SETTINGS = {
    DEMO_MARK: "merk van het voorbeeldlogboek",
    TIP_TEXTS: "eigen teksten voor tips",
}


def show_record(table: str, key: str | None) -> str:
    """Return the name of a record; without a key that of its table."""
    if key is None:
        return f"tabel {table}" + (f" ({_TABLES[table]})" if table in _TABLES else "")
    if table == "kaart" and key == NOBODY:
        return "klaargezet antwoord voor onbekende nummers"
    if table == "beller_nummer":
        caller, _, place = key.partition("/")
        return f"nummer {place} van beller B{caller}"
    if table == "instelling" and key.startswith(COLUMN_MAP):
        return "keuze van de kolommen bij import"
    if table == "instelling" and key in _OWN_SETTINGS:
        return _OWN_SETTINGS[key]
    return _NOUNS.get(table, table.replace("_", " ") + " {}").format(key)
