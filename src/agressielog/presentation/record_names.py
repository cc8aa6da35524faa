"""How a record of the journal is called on a screen, by its table and key: `incident 42`, `maatregel M3`."""

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
    "bijsoort": "verdere soort van incident {}",
    "maatregel_incident": "incident bij maatregel M{}",
}


def show_record(table: str, key: str | None) -> str:
    """Return the name of a record; without a key that of its table."""
    if key is None:
        return f"tabel {table}"
    if table == "beller_nummer":
        caller, _, place = key.partition("/")
        return f"nummer {place} van beller B{caller}"
    return _NOUNS.get(table, table.replace("_", " ") + " {}").format(key)
