"""The tables of the first logbook: callers, incidents, decisions, policy and search index."""

from agressielog.domain.aftercare import AftercareGround
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
from agressielog.storage.columns import one_of, yes_no

TABLES: tuple[str, ...] = (
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
    # Every look is noted for everybody who was merged into whom was seen.
    "CREATE INDEX beller_samengevoegd_met ON beller(samengevoegd_met) WHERE samengevoegd_met IS NOT NULL",
    f"""CREATE TABLE beller_nummer (
        beller INTEGER NOT NULL REFERENCES beller(id),
        nummer TEXT NOT NULL CHECK (nummer <> ''),
        zekerheid TEXT NOT NULL {one_of("zekerheid", Certainty)},
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
        naam_genoemd TEXT,
        klantnummer_genoemd TEXT,
        {yes_no("anoniem")},
        beller INTEGER REFERENCES beller(id),
        zekerheid TEXT {one_of("zekerheid", Certainty)},
        soort TEXT NOT NULL,
        ernst TEXT NOT NULL {one_of("ernst", Severity)},
        kanaal TEXT NOT NULL {one_of("kanaal", Channel)},
        team TEXT,
        onderwerp TEXT,
        melder TEXT NOT NULL,
        wat TEXT NOT NULL,
        citaat TEXT,
        {yes_no("gewaarschuwd", "beeindigd", "overgedragen", "politie", "fout_bij_ons")},
        niet_toegezegd TEXT,
        hielp TEXT,
        excuses_op TEXT,
        aangifte TEXT NOT NULL {one_of("aangifte", PoliceReport)},
        status TEXT NOT NULL {one_of("status", IncidentStatus)},
        {yes_no("onvolledig")},
        beantwoord TEXT,
        nazorg TEXT {one_of("nazorg", AftercareGround)},
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
    "CREATE INDEX incident_team ON incident(team COLLATE NOCASE, op) WHERE team IS NOT NULL",
    # Whose subjects are: a report asks it of each that it names.
    """CREATE INDEX incident_onderwerp ON incident(onderwerp COLLATE NOCASE, beller)
        WHERE onderwerp IS NOT NULL AND beller IS NOT NULL""",
    "CREATE INDEX incident_melder ON incident(melder, op)",
    "CREATE INDEX incident_onvolledig ON incident(op) WHERE onvolledig = 1",
    # Holds every column the month report adds up, so that it never visits the table.
    """CREATE INDEX incident_cijfers ON incident(
        dag, status, soort, ernst, team, kanaal, onderwerp, uur, gewaarschuwd, beeindigd,
        overgedragen, politie, aangifte, fout_bij_ons, anoniem, onvolledig, beller, zekerheid
    )""",
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
        {yes_no("spoed")},
        afwijking TEXT,
        advies TEXT NOT NULL,
        beleid TEXT NOT NULL,
        beleid_versie TEXT NOT NULL,
        beleid_sha256 TEXT NOT NULL,
        uitgereikt_op TEXT,
        wijze TEXT {one_of("wijze", Delivery)},
        einde TEXT {one_of("einde", EndKind)},
        einde_op TEXT,
        einde_reden TEXT,
        bezwaar_ontvangen_op TEXT,
        bezwaar_antwoord_voor TEXT,
        bezwaar_beantwoord_op TEXT,
        bezwaar_uitkomst TEXT {one_of("bezwaar_uitkomst", Verdict)},
        bezwaar_reden TEXT,
        geevalueerd_op TEXT,
        evaluatie TEXT {one_of("evaluatie", ReviewOutcome)},
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
    """CREATE VIRTUAL TABLE zoekindex USING fts5(
        wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller,
        tokenize = "unicode61 remove_diacritics 2"
    )""",
)
