"""The tables of the logbook, and the steps by which an older file becomes a newer one.

Table and column names are the JSON keys (design 5), so that the file reads well in any SQLite program.
Steps are append-only: a released one never changes. They run inside the transaction that
`storage.store` opened; `executescript` (not rolled back) and `transform()` (drops triggers) are out.
"""

import sqlite3
from enum import StrEnum

from sqlite_utils import Database, Migrations

from agressielog.domain.decision import ReviewOutcome, Verdict
from agressielog.domain.measure import EndKind
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    Delivery,
    IncidentStatus,
    PoliceReport,
    Severity,
)
from agressielog.storage.identity import APPLICATION_ID, SCHEMA_VERSION

migrations = Migrations("agressielog")


def _one_of(column: str, codes: type[StrEnum]) -> str:
    """Return a CHECK on the codes of an enum; the codes are our own, never a user's."""
    return f"CHECK ({column} IN ({', '.join(repr(code.value) for code in codes)}))"


def _yes_no(*columns: str) -> str:
    return ", ".join(f"{column} INTEGER NOT NULL DEFAULT 0 CHECK ({column} IN (0, 1))" for column in columns)


@migrations()
def m001_logbook(db: Database) -> None:
    """Lay out the first logbook: callers, incidents, promises, settings, journal and search index."""
    for statement in (
        """CREATE TABLE beller (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            naam TEXT,
            naam_gevouwen TEXT,
            klantnummer TEXT,
            adres TEXT,
            e_mail TEXT,
            taal_of_hulp TEXT,
            samengevoegd_met INTEGER REFERENCES beller(id),
            aangemaakt_op TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX beller_klantnummer ON beller(klantnummer) WHERE klantnummer IS NOT NULL",
        "CREATE INDEX beller_naam ON beller(naam_gevouwen) WHERE naam_gevouwen IS NOT NULL",
        f"""CREATE TABLE beller_nummer (
            beller INTEGER NOT NULL REFERENCES beller(id),
            nummer TEXT NOT NULL CHECK (nummer <> ''),
            zekerheid TEXT NOT NULL {_one_of("zekerheid", Certainty)},
            sinds TEXT NOT NULL,
            volgorde INTEGER NOT NULL,
            PRIMARY KEY (beller, nummer)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX beller_nummer_nummer ON beller_nummer(nummer, beller)",
        f"""CREATE TABLE incident (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ulid TEXT NOT NULL UNIQUE,
            op TEXT NOT NULL,
            vastgelegd_op TEXT NOT NULL,
            dag TEXT NOT NULL,
            uur INTEGER NOT NULL CHECK (uur BETWEEN 0 AND 23),
            nummer TEXT,
            nummer_getypt TEXT,
            {_yes_no("anoniem")},
            beller INTEGER REFERENCES beller(id),
            zekerheid TEXT {_one_of("zekerheid", Certainty)},
            soort TEXT NOT NULL,
            ernst TEXT NOT NULL {_one_of("ernst", Severity)},
            kanaal TEXT NOT NULL {_one_of("kanaal", Channel)},
            team TEXT,
            onderwerp TEXT,
            melder TEXT NOT NULL,
            wat TEXT NOT NULL,
            citaat TEXT,
            {_yes_no("gewaarschuwd", "beeindigd", "overgedragen", "politie", "fout_bij_ons")},
            niet_toegezegd TEXT,
            hielp TEXT,
            excuses_op TEXT,
            aangifte TEXT NOT NULL {_one_of("aangifte", PoliceReport)},
            status TEXT NOT NULL {_one_of("status", IncidentStatus)},
            {_yes_no("onvolledig")},
            beantwoord TEXT,
            CHECK (wat <> '' OR onvolledig = 1),
            CHECK ((beller IS NULL) = (zekerheid IS NULL)),
            CHECK (anoniem = 0 OR nummer IS NULL)
        ) STRICT""",
        # The main kind is `incident.soort`; these are the further ones, in the order they were named.
        """CREATE TABLE bijsoort (
            incident INTEGER NOT NULL REFERENCES incident(id),
            volgorde INTEGER NOT NULL,
            soort TEXT NOT NULL,
            PRIMARY KEY (incident, volgorde)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX bijsoort_soort ON bijsoort(soort, incident)",
        "CREATE INDEX incident_op ON incident(op)",
        "CREATE INDEX incident_nummer ON incident(nummer, op) WHERE nummer IS NOT NULL",
        "CREATE INDEX incident_beller ON incident(beller, op) WHERE beller IS NOT NULL",
        "CREATE INDEX incident_soort ON incident(soort, op)",
        "CREATE INDEX incident_ernst ON incident(ernst, op)",
        "CREATE INDEX incident_team ON incident(team, op) WHERE team IS NOT NULL",
        "CREATE INDEX incident_melder ON incident(melder, op)",
        "CREATE INDEX incident_onvolledig ON incident(op) WHERE onvolledig = 1",
        # Holds every column the month report adds up, so that it never visits the table.
        """CREATE INDEX incident_cijfers ON incident(
            dag, status, soort, ernst, team, kanaal, onderwerp, uur, gewaarschuwd, beeindigd,
            overgedragen, politie, fout_bij_ons, anoniem, onvolledig, beller, zekerheid
        )""",
        """CREATE TABLE toezegging (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            incident INTEGER NOT NULL REFERENCES incident(id),
            wat TEXT NOT NULL CHECK (wat <> ''),
            voor TEXT,
            klaar_op TEXT
        ) STRICT""",
        "CREATE INDEX toezegging_incident ON toezegging(incident)",
        f"""CREATE TABLE maatregel (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            beller INTEGER NOT NULL REFERENCES beller(id),
            soort TEXT,
            trede TEXT,
            besloten_op TEXT NOT NULL,
            besluit_door TEXT NOT NULL CHECK (besluit_door <> ''),
            reden TEXT NOT NULL CHECK (reden <> ''),
            van TEXT NOT NULL,
            tot TEXT,
            geldig_tot TEXT,
            evaluatie_op TEXT,
            omvang TEXT,
            resterend_kanaal TEXT,
            afspraak TEXT,
            gehoord_op TEXT,
            niet_gehoord TEXT,
            {_yes_no("spoed")},
            afwijking TEXT,
            advies TEXT NOT NULL,
            beleid TEXT NOT NULL,
            beleid_versie TEXT NOT NULL,
            beleid_sha256 TEXT NOT NULL,
            uitgereikt_op TEXT,
            wijze TEXT {_one_of("wijze", Delivery)},
            einde TEXT {_one_of("einde", EndKind)},
            einde_op TEXT,
            einde_reden TEXT,
            bezwaar_ontvangen_op TEXT,
            bezwaar_antwoord_voor TEXT,
            bezwaar_beantwoord_op TEXT,
            bezwaar_uitkomst TEXT {_one_of("bezwaar_uitkomst", Verdict)},
            bezwaar_reden TEXT,
            geevalueerd_op TEXT,
            evaluatie TEXT {_one_of("evaluatie", ReviewOutcome)},
            evaluatie_reden TEXT,
            vastgelegd_op TEXT NOT NULL,
            CHECK ((uitgereikt_op IS NULL) = (wijze IS NULL)),
            CHECK (tot IS NULL OR tot >= van)
        ) STRICT""",
        "CREATE INDEX maatregel_beller ON maatregel(beller, id)",
        """CREATE TABLE maatregel_incident (
            maatregel INTEGER NOT NULL REFERENCES maatregel(id),
            incident INTEGER NOT NULL REFERENCES incident(id),
            PRIMARY KEY (maatregel, incident)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX maatregel_incident_incident ON maatregel_incident(incident)",
        """CREATE TABLE brief (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            maatregel INTEGER NOT NULL REFERENCES maatregel(id),
            soort TEXT NOT NULL,
            vorm TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            op TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX brief_maatregel ON brief(maatregel, id)",
        """CREATE TABLE samenvoeging (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            beller INTEGER NOT NULL REFERENCES beller(id),
            opgegaan INTEGER NOT NULL REFERENCES beller(id),
            inhoud TEXT NOT NULL,
            gesplitst INTEGER NOT NULL DEFAULT 0 CHECK (gesplitst IN (0, 1))
        ) STRICT""",
        "CREATE INDEX samenvoeging_beller ON samenvoeging(beller, id) WHERE gesplitst = 0",
        """CREATE TABLE beleid (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            naam TEXT NOT NULL CHECK (naam <> ''),
            versie TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            tekst TEXT NOT NULL,
            sinds TEXT NOT NULL,
            door TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE instelling (
            sleutel TEXT PRIMARY KEY CHECK (sleutel <> ''),
            waarde TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # The only history there is: a row per record and write, `voor` and `na` as JSON of the whole row.
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
            na TEXT
        ) STRICT""",
        "CREATE INDEX logboek_handeling ON logboek(handeling)",
        "CREATE INDEX logboek_record ON logboek(tabel, sleutel, id)",
        """CREATE VIRTUAL TABLE zoekindex USING fts5(
            wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller,
            tokenize = "unicode61 remove_diacritics 2"
        )""",
    ):
        db.execute(statement)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Run the steps this file still lacks, and mark it, all in the transaction that is open.

    Args:
        connection: in a `BEGIN IMMEDIATE`; committing is up to the caller.
    """
    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
