BEGIN;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE beller (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT,
        naam_gevouwen TEXT,
        klantnummer TEXT,
        adres TEXT,
        e_mail TEXT,
        taal_of_hulp TEXT,
        samengevoegd_met INTEGER REFERENCES beller(id),
        aangemaakt_op TEXT NOT NULL
    ) STRICT;
CREATE TABLE beller_nummer (
        beller INTEGER NOT NULL REFERENCES beller(id),
        nummer TEXT NOT NULL CHECK (nummer <> ''),
        zekerheid TEXT NOT NULL CHECK (zekerheid IN ('zeker', 'vermoedelijk')),
        sinds TEXT NOT NULL,
        volgorde INTEGER NOT NULL,
        PRIMARY KEY (beller, nummer)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE incident (
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
        anoniem INTEGER NOT NULL DEFAULT 0 CHECK (anoniem IN (0, 1)),
        beller INTEGER REFERENCES beller(id),
        zekerheid TEXT CHECK (zekerheid IN ('zeker', 'vermoedelijk')),
        soort TEXT NOT NULL,
        ernst TEXT NOT NULL CHECK (ernst IN ('geen', 'licht', 'middel', 'zwaar')),
        kanaal TEXT NOT NULL CHECK (kanaal IN ('telefoon', 'balie', 'e-mail', 'post', 'sociale media', 'huisbezoek')),
        team TEXT,
        onderwerp TEXT,
        melder TEXT NOT NULL,
        wat TEXT NOT NULL,
        citaat TEXT,
        gewaarschuwd INTEGER NOT NULL DEFAULT 0 CHECK (gewaarschuwd IN (0, 1)), beeindigd INTEGER NOT NULL DEFAULT 0 CHECK (beeindigd IN (0, 1)), overgedragen INTEGER NOT NULL DEFAULT 0 CHECK (overgedragen IN (0, 1)), politie INTEGER NOT NULL DEFAULT 0 CHECK (politie IN (0, 1)), fout_bij_ons INTEGER NOT NULL DEFAULT 0 CHECK (fout_bij_ons IN (0, 1)),
        niet_toegezegd TEXT,
        hielp TEXT,
        excuses_op TEXT,
        aangifte TEXT NOT NULL CHECK (aangifte IN ('ja', 'overwegen', 'nee')),
        status TEXT NOT NULL CHECK (status IN ('gemeld', 'bevestigd', 'afgewezen', 'ingetrokken')),
        onvolledig INTEGER NOT NULL DEFAULT 0 CHECK (onvolledig IN (0, 1)),
        beantwoord TEXT,
        nazorg TEXT CHECK (nazorg IN ('ernst', 'gevraagd', 'teruggenomen')),
        CHECK (wat <> '' OR onvolledig = 1),
        CHECK ((beller IS NULL) = (zekerheid IS NULL)),
        CHECK (anoniem = 0 OR nummer IS NULL)
    ) STRICT;
CREATE TABLE bijsoort (
        incident INTEGER NOT NULL REFERENCES incident(id),
        volgorde INTEGER NOT NULL,
        soort TEXT NOT NULL,
        PRIMARY KEY (incident, volgorde)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE maatregel (
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
        spoed INTEGER NOT NULL DEFAULT 0 CHECK (spoed IN (0, 1)),
        afwijking TEXT,
        advies TEXT NOT NULL,
        beleid TEXT NOT NULL,
        beleid_versie TEXT NOT NULL,
        beleid_sha256 TEXT NOT NULL,
        uitgereikt_op TEXT,
        wijze TEXT CHECK (wijze IN ('post', 'e-mail', 'sms', 'overhandigd', 'voorgelezen')),
        einde TEXT CHECK (einde IN ('ingetrokken', 'vernietigd', 'opgeheven')),
        einde_op TEXT,
        einde_reden TEXT,
        bezwaar_ontvangen_op TEXT,
        bezwaar_antwoord_voor TEXT,
        bezwaar_beantwoord_op TEXT,
        bezwaar_uitkomst TEXT CHECK (bezwaar_uitkomst IN ('gegrond', 'ongegrond', 'deels')),
        bezwaar_reden TEXT,
        geevalueerd_op TEXT,
        evaluatie TEXT CHECK (evaluatie IN ('opheffen', 'voortzetten')),
        evaluatie_reden TEXT,
        vastgelegd_op TEXT NOT NULL,
        CHECK ((uitgereikt_op IS NULL) = (wijze IS NULL)),
        CHECK (tot IS NULL OR tot >= van)
    ) STRICT;
CREATE TABLE maatregel_incident (
        maatregel INTEGER NOT NULL REFERENCES maatregel(id),
        incident INTEGER NOT NULL REFERENCES incident(id),
        PRIMARY KEY (maatregel, incident)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE brief (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        maatregel INTEGER NOT NULL REFERENCES maatregel(id),
        soort TEXT NOT NULL,
        vorm TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        op TEXT NOT NULL
    ) STRICT;
CREATE TABLE samenvoeging (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        opgegaan INTEGER NOT NULL REFERENCES beller(id),
        inhoud TEXT NOT NULL,
        gesplitst INTEGER NOT NULL DEFAULT 0 CHECK (gesplitst IN (0, 1))
    ) STRICT;
CREATE TABLE beleid (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        naam TEXT NOT NULL CHECK (naam <> ''),
        versie TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        tekst TEXT NOT NULL,
        sinds TEXT NOT NULL,
        door TEXT NOT NULL
    ) STRICT;
CREATE TABLE instelling (
        sleutel TEXT PRIMARY KEY CHECK (sleutel <> ''),
        waarde TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE zoekindex USING fts5(
        wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller,
        tokenize = "unicode61 remove_diacritics 2"
    );
CREATE TABLE logboek (
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
    ) STRICT;
CREATE TABLE nazorg_stap (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        incident INTEGER NOT NULL REFERENCES incident(id),
        stap TEXT NOT NULL CHECK (stap IN ('eerste', 'gesprek', '2wk', '6wk', 'aanbod')),
        door TEXT NOT NULL CHECK (door <> ''),
        op TEXT NOT NULL,
        dag TEXT NOT NULL
    ) STRICT;
CREATE TABLE nazorg_afgezien (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        incident INTEGER NOT NULL REFERENCES incident(id),
        op TEXT NOT NULL
    ) STRICT;
CREATE TABLE toezegging (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        incident INTEGER REFERENCES incident(id),
        beller INTEGER REFERENCES beller(id),
        wat TEXT NOT NULL CHECK (wat <> ''),
        voor TEXT,
        op TEXT,
        door TEXT CHECK (door <> ''),
        klaar_op TEXT,
        CHECK ((incident IS NULL) <> (beller IS NULL)),
        CHECK ((op IS NULL) = (door IS NULL)),
        CHECK (incident IS NOT NULL OR op IS NOT NULL)
    ) STRICT;
CREATE TABLE goed_gesprek (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        maatregel INTEGER NOT NULL REFERENCES maatregel(id),
        op TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door <> '')
    ) STRICT;
CREATE TABLE verzoek (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        soort TEXT NOT NULL CHECK (soort IN ('inzage', 'correctie', 'verwijdering', 'bezwaar')),
        ontvangen_op TEXT NOT NULL,
        antwoord_voor TEXT NOT NULL,
        beantwoord_op TEXT,
        uitkomst TEXT CHECK (uitkomst IN ('toegewezen', 'deels', 'afgewezen', 'ingetrokken')),
        reden TEXT,
        CHECK ((beantwoord_op IS NULL) = (uitkomst IS NULL)),
        CHECK (reden IS NULL OR uitkomst IS NOT NULL)
    ) STRICT;
CREATE TABLE reservekopie (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        op TEXT NOT NULL
    ) STRICT;
CREATE TABLE vasthouding (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER REFERENCES beller(id),
        incident INTEGER REFERENCES incident(id),
        reden TEXT NOT NULL,
        van TEXT NOT NULL,
        tot TEXT,
        opgeheven_op TEXT,
        CHECK ((beller IS NULL) <> (incident IS NULL)),
        CHECK (tot IS NULL OR tot >= van)
    ) STRICT;
CREATE TABLE inzage (
        id INTEGER PRIMARY KEY,
        op TEXT NOT NULL,
        login TEXT NOT NULL,
        naam TEXT NOT NULL,
        opdracht TEXT NOT NULL
    ) STRICT;
CREATE TABLE inzage_beller (
        beller INTEGER NOT NULL,
        inzage INTEGER NOT NULL REFERENCES inzage(id) ON DELETE CASCADE,
        PRIMARY KEY (beller, inzage)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE inzage_telling (
        dag TEXT NOT NULL PRIMARY KEY,
        aantal INTEGER NOT NULL CHECK (aantal > 0)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE inzage_ingenomen (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        merk TEXT NOT NULL,
        tot INTEGER NOT NULL
    ) STRICT;
CREATE TABLE zienswijze (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        gegeven_op TEXT NOT NULL,
        tekst TEXT NOT NULL
    ) STRICT;
CREATE TABLE avg_beperking (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        reden TEXT NOT NULL,
        sinds TEXT NOT NULL,
        opgeheven_op TEXT
    ) STRICT;
CREATE TABLE avg_toch_bekeken (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        reden TEXT NOT NULL,
        op TEXT NOT NULL,
        door TEXT NOT NULL
    ) STRICT;
CREATE TABLE herstel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        op TEXT NOT NULL,
        anker TEXT
    ) STRICT;
CREATE TABLE wissing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        soort TEXT NOT NULL CHECK (soort IN ('vergeten', 'opgeschoond', 'herhaald')),
        op TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door <> ''),
        reden TEXT,
        nagezocht_op TEXT
    ) STRICT;
CREATE TABLE gewist (
        kenmerk TEXT PRIMARY KEY CHECK (kenmerk <> ''),
        wissing INTEGER NOT NULL REFERENCES wissing(id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE gedeeld_onderwerp (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        onderwerp TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (onderwerp <> '')
    ) STRICT;
CREATE TABLE bevroren (
        soort TEXT NOT NULL CHECK (soort IN ('week', 'maand', 'kwartaal', 'jaar')),
        eerste_dag TEXT NOT NULL,
        cijfers TEXT NOT NULL,
        vervolg TEXT,
        PRIMARY KEY (soort, eerste_dag)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE kaart (
        nummer TEXT NOT NULL,
        vanaf INTEGER NOT NULL,
        stand INTEGER NOT NULL,
        status TEXT NOT NULL,
        tekst TEXT NOT NULL,
        gevouwen TEXT,
        bellers TEXT NOT NULL,
        PRIMARY KEY (nummer, vanaf)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE kaartenbak (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        stand INTEGER NOT NULL,
        klaar INTEGER NOT NULL,
        uitgave INTEGER NOT NULL,
        grond TEXT NOT NULL,
        land TEXT NOT NULL,
        melding TEXT
    ) STRICT;
INSERT INTO _sqlite_migrations (id, migration_set, name, applied_at) VALUES (1, 'agressielog', 'm001_logbook', '2026-11-22 14:31:58.479141+00:00');
INSERT INTO beller (id, naam, naam_gevouwen, klantnummer, adres, e_mail, taal_of_hulp, samengevoegd_met, aangemaakt_op) VALUES (1, 'Jansen', 'jansen', 'K1', NULL, NULL, NULL, NULL, '2026-11-20T12:00:00+00:00');
INSERT INTO beller (id, naam, naam_gevouwen, klantnummer, adres, e_mail, taal_of_hulp, samengevoegd_met, aangemaakt_op) VALUES (2, 'De Boer', 'de boer', NULL, NULL, NULL, NULL, NULL, '2026-11-20T12:00:00+00:00');
INSERT INTO beller_nummer (beller, nummer, zekerheid, sinds, volgorde) VALUES (1, '+31612345678', 'zeker', '2026-11-20', 1);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (1, '01M7WD7TG00000000000000004', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schreeuwen', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 0, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (2, '01M7WD7TG00000000000000007', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 1, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (3, '01M7WD7TG00000000000000009', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 2, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 2, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (4, '01M7WD7TG0000000000000000B', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schreeuwen', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 3, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (5, '01M7WD7TG0000000000000000D', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 2, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 4, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (6, '01M7WD7TG0000000000000000F', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 5, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (7, '01M7WD7TG0000000000000000J', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 2, 'zeker', 'schreeuwen', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 6, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (8, '01M7WD7TG0000000000000000M', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 7, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (9, '01M7WD7TG0000000000000000P', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 2, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 8, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (10, '01M7WD7TG0000000000000000R', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schreeuwen', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 9, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (11, '01M7WD7TG0000000000000000T', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 10, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO incident (id, ulid, op, vastgelegd_op, dag, uur, nummer, nummer_getypt, naam_genoemd, klantnummer_genoemd, anoniem, beller, zekerheid, soort, ernst, kanaal, team, onderwerp, melder, wat, citaat, gewaarschuwd, beeindigd, overgedragen, politie, fout_bij_ons, niet_toegezegd, hielp, excuses_op, aangifte, status, onvolledig, beantwoord, nazorg) VALUES (12, '01M7WD7TG0000000000000000X', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20', 13, '+31612345678', '06-12345678', NULL, NULL, 0, 1, 'zeker', 'schelden', 'licht', 'telefoon', 'Balie', 'parkeren', 'Mia de Vries', 'Schold over aanslag 11, bij herhaling.', NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'nee', 'gemeld', 0, NULL, NULL);
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (2, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (3, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (5, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (6, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (8, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (9, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (11, 1, 'bedreiging');
INSERT INTO bijsoort (incident, volgorde, soort) VALUES (12, 1, 'bedreiging');
INSERT INTO maatregel (id, beller, soort, trede, besloten_op, besluit_door, reden, van, tot, geldig_tot, evaluatie_op, omvang, resterend_kanaal, afspraak, gehoord_op, niet_gehoord, spoed, afwijking, advies, beleid, beleid_versie, beleid_sha256, uitgereikt_op, wijze, einde, einde_op, einde_reden, bezwaar_ontvangen_op, bezwaar_antwoord_voor, bezwaar_beantwoord_op, bezwaar_uitkomst, bezwaar_reden, geevalueerd_op, evaluatie, evaluatie_reden, vastgelegd_op) VALUES (1, 1, 'contactverbod', 'verbod_1_maand', '2026-11-01', 'R. Smit', 'Schold na een waarschuwing.', '2026-11-02', '2026-12-01', NULL, '2026-11-17', NULL, 'post', NULL, '2026-10-30', NULL, 0, NULL, '{"duur":null,"maatregel":null}', 'standaard', '2026-11', '0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01T09:00:00+00:00');
INSERT INTO maatregel_incident (maatregel, incident) VALUES (1, 1);
INSERT INTO maatregel_incident (maatregel, incident) VALUES (1, 2);
INSERT INTO brief (id, maatregel, soort, vorm, sha256, op) VALUES (1, 1, 'contactverbod', 'brief', '0000000000000000000000000000000000000000000000000000000000000000', '2026-11-20T12:00:00+00:00');
INSERT INTO samenvoeging (id, beller, opgegaan, inhoud, gesplitst) VALUES (1, 1, 2, '{"behouden_na":[{"aangemaakt_op":"2026-11-20T12:00:00+00:00","adres":null,"e_mail":null,"id":1,"klantnummer":"K1","naam":"Jansen","naam_gevouwen":"jansen","samengevoegd_met":null,"taal_of_hulp":null},[{"nummer":"+31612345678","sinds":"2026-11-20","zekerheid":"zeker"}]],"behouden_voor":[{"aangemaakt_op":"2026-11-20T12:00:00+00:00","adres":null,"e_mail":null,"id":1,"klantnummer":"K1","naam":"Jansen","naam_gevouwen":"jansen","samengevoegd_met":null,"taal_of_hulp":null},[{"nummer":"+31612345678","sinds":"2026-11-20","zekerheid":"zeker"}]],"eigen":[],"incidenten":[],"maatregelen":[],"niet_gekoppeld":[],"opgegaan_voor":[{"aangemaakt_op":"2026-11-20T12:00:00+00:00","adres":null,"e_mail":null,"id":2,"klantnummer":null,"naam":"De Boer","naam_gevouwen":"de boer","samengevoegd_met":null,"taal_of_hulp":null},[{"nummer":"+31201234567","sinds":"2026-11-20","zekerheid":"zeker"}]],"toezeggingen":[]}', 0);
INSERT INTO beleid (id, naam, versie, sha256, tekst, sinds, door) VALUES (1, 'standaard', '2026-11', '663aa18574e3856697112a5671fc615e9fa41ce9ddb9c28f0527ea6690472d06', '# Het beleid waarmee een nieuw logboek begint: soorten gedrag, een ladder van vijf treden en de waarborgen.
# Bij elke regel staat welk gepubliceerd protocol hem draagt (zie docs/beleid.md), of dat hij onze
# eigen keuze is. Maak er je eigen beleid van: kopieer het bestand, verander het en gebruik beleid use BESTAND.

naam = "standaard"
versie = "2026-11"
omschrijving = "Waarschuwen, dan een contactverbod van 1, 3 en 6 maanden; bij een bedreiging meteen 3 maanden."

[instructie]
onbekend = "Neem gewoon op."
anoniem = "Neem gewoon op. Een afgeschermd nummer hoort bij niemand; vraag de naam."
bekend = "Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze."
waarschuwing = "Neem rustig op. Gaat het weer mis: noem de waarschuwing en rond af."
beperking = "Vraag eerst de naam. Houd je aan de afspraak; bij nood help je altijd."
contactverbod = "Vraag eerst de naam. Zeg dat bellen nu niet kan; bij nood help je altijd."
ligt_ter_beoordeling = "Neem rustig op en beloof niets over een besluit."
ligt_ter_beoordeling_zwaar = "Laat een collega meeluisteren; onveilig: rond af."

[telling]
venster = "12 maanden"
telt_vanaf = "gemeld"
grondslag = "Een jaar: Westfriesgasthuis, Stadshagen, Bunschoten, CCV en NHS-huisartsen. Tellen vanaf de melding is onze eigen keuze."

[[soort]]
code = "emotie_kritiek"
label = "Emotie of kritiek"
ernst = "geen"
omschrijving = "Boos, verdrietig of scherp over ons werk; geen agressie, ook niet als het hard klinkt of telkens terugkomt."
grondslag = "Kritiek is geen agressie: huisregels Hollands Kroon; Nationale ombudsman, Zorgvuldig begrenzen (2023)."

[[soort]]
code = "onwel_verward"
label = "Onwel of verward"
ernst = "geen"
omschrijving = "In de war, in nood of niet aanspreekbaar; geen onwil: hier hoort zorg bij en nooit een maatregel."
grondslag = "Een uiting van nood vraagt hulp, geen maatregel: Nationale ombudsman 2018/091."

[[soort]]
code = "drammen"
label = "Drammen"
ernst = "geen"
omschrijving = "Blijft aandringen en neemt geen nee aan; geen agressie zolang het niet persoonlijk of hinderlijk wordt."
grondslag = "Aandringen mag; eerst een gesprek: huisregels Hollands Kroon, protocol Veldhoven (2023)."

[[soort]]
code = "hinderlijk"
label = "Hinderlijk bellen"
ernst = "licht"
omschrijving = "Belt steeds weer zonder nieuwe vraag, ook na uitleg; niet: vaak bellen omdat een vraag open bleef."
grondslag = "Overlast, de lichtste categorie: huisregels Maasgouw; Vliegende Vaart, Terneuzen (1 tot 90 dagen)."

[[soort]]
code = "schreeuwen"
label = "Schreeuwen"
ernst = "licht"
omschrijving = "Gaat door met schreeuwen nadat is gevraagd te stoppen; niet: één keer uitvallen, dat is emotie."
grondslag = "Verbale agressie, de lichtste categorie: Westfriesgasthuis; huisregels RvIG."

[[soort]]
code = "kleineren"
label = "Kleineren"
ernst = "licht"
omschrijving = "Neerbuigend of manipulerend tegen de medewerker; niet: harde kritiek op de organisatie of op een besluit."
grondslag = "Verbale agressie, de lichtste categorie: huisregels RvIG; Westfriesgasthuis."

[[soort]]
code = "schelden"
label = "Schelden"
ernst = "licht"
omschrijving = "Scheldwoorden tegen de medewerker; niet: vloeken over de situatie of mopperen op de organisatie."
grondslag = "Verbale agressie: Westfriesgasthuis (gele kaart); Vliegende Vaart, Terneuzen (1 tot 90 dagen)."

[[soort]]
code = "belediging"
label = "Belediging"
ernst = "middel"
omschrijving = "Raakt iemand bewust in zijn persoon of eer; niet: een los scheldwoord in een boze bui."
aangifte = "overwegen"
grondslag = "Een gele kaart in gepubliceerde protocollen; tussen licht en zwaar is onze eigen keuze. Klachtdelict: art. 266 Sr."

[[soort]]
code = "intimidatie"
label = "Intimidatie"
ernst = "middel"
omschrijving = "Maakt bang om iets af te dwingen, zonder te zeggen wat er zal gebeuren; niet: dreigen met een klacht, advocaat of krant."
grondslag = "Een gele kaart in gepubliceerde protocollen; tussen licht en zwaar is onze eigen keuze."

[[soort]]
code = "discriminatie"
label = "Discriminatie"
ernst = "middel"
omschrijving = "Kleinerend over afkomst, geloof, geslacht, geaardheid, beperking of leeftijd; niet: zeggen dat wij ongelijk behandelen."
aangifte = "overwegen"
grondslag = "Vliegende Vaart, Terneuzen: hoogstens een jaar. Aangifte overwegen is onze eigen keuze."

[[soort]]
code = "seksuele_intimidatie"
label = "Seksuele intimidatie"
ernst = "middel"
omschrijving = "Seksuele opmerkingen, vragen of geluiden; niet: een onhandig compliment dat na één opmerking stopt."
aangifte = "overwegen"
grondslag = "Arbocatalogus huisartsen (SSFH); plaats tussen licht en zwaar is onze eigen keuze."

[[soort]]
code = "bedreiging"
label = "Bedreiging"
ernst = "zwaar"
omschrijving = "Zegt iemand iets aan te zullen doen; niet: aankondigen een klacht in te dienen of de pers te bellen."
aangifte = "ja"
grondslag = "Westfriesgasthuis: meteen een rode kaart en aangifte. Art. 285 Sr."

[[soort]]
code = "belaging"
label = "Belaging (stalking)"
ernst = "zwaar"
omschrijving = "Valt één medewerker stelselmatig lastig, ook buiten het werk; niet: de organisatie vaak bellen."
aangifte = "ja"
grondslag = "Even zwaar als bedreiging: art. 285b Sr; Westfriesgasthuis."

[[soort]]
code = "fysiek_vernieling"
label = "Fysiek geweld of vernieling"
ernst = "zwaar"
omschrijving = "Slaat, duwt, gooit of maakt iets stuk; niet: hard ophangen of met een deur slaan."
aangifte = "ja"
grondslag = "Westfriesgasthuis: meteen een rode kaart en aangifte."

[[soort]]
code = "overtreding_contactverbod"
label = "Overtreding contactverbod"
ernst = "geen"
omschrijving = "Zoekt contact ondanks een verbod; telt zelf niet mee. Kies ook de soort van wat er verder gebeurde."
grondslag = "Een overtreding maakt het verbod niet langer; zie [overtreding]."

[[trede]]
code = "mondeling"
label = "Mondelinge waarschuwing"
maatregel = "mondelinge_waarschuwing"
of = ["ordegesprek"]
geldig = "12 maanden"
in_gesprek = true
grondslag = "Eerst aanspreken, in het gesprek zelf: nummerklantenservice.nl, huisregels Noordwijk en RvIG. Een jaar geldig is onze eigen keuze."

[[trede]]
code = "schriftelijk"
label = "Schriftelijke waarschuwing"
maatregel = "schriftelijke_waarschuwing"
geldig = "12 maanden"
grondslag = "Westfriesgasthuis: de gele kaart geldt een jaar; huisregels Noordwijk."

[[trede]]
code = "verbod_1_maand"
label = "Contactverbod van 1 maand"
maatregel = "contactverbod"
duur = "1 maand"
grondslag = "nummerklantenservice.nl, het enige protocol voor de telefoon: doorgaans een maand; past binnen de 1 tot 90 dagen van Vliegende Vaart."

[[trede]]
code = "verbod_3_maanden"
label = "Contactverbod van 3 maanden"
maatregel = "contactverbod"
duur = "3 maanden"
grondslag = "nummerklantenservice.nl bij herhaling; Den Haag en Beverwijk: de meest gekozen termijn in Nederland."

[[trede]]
code = "verbod_6_maanden"
label = "Contactverbod van 6 maanden"
maatregel = "contactverbod"
duur = "6 maanden"
grondslag = "nummerklantenservice.nl bij herhaling; gepubliceerd gemeentebeleid: na zes maanden een nieuw besluit."

[instap]
licht = "mondeling"
middel = "schriftelijk"
zwaar = "verbod_3_maanden"
grondslag = "Licht: huisregels Noordwijk en RvIG. Middel: Westfriesgasthuis. Zwaar meteen een verbod: Westfriesgasthuis; drie maanden: Den Haag en Beverwijk."

[patroon]
aantal = 3
trede = "schriftelijk"
grondslag = "Drie in een jaar is onze eigen keuze; hoger dan een waarschuwing mag niet zonder waarschuwing."

[waarschuwen]
eerst_waarschuwen = "schriftelijk"
hoogste_zonder_schriftelijk = "verbod_1_maand"
verplicht = true
grondslag = "Ombudsman Groningen: een maatregel zonder waarschuwing is niet behoorlijk; een verbod is het laatste middel."

[schriftelijk]
wijzen = ["post", "e-mail", "overhandigd"]
grondslag = "Huisregels Noordwijk: overhandigd of thuisgestuurd; wat de beller kan nalezen."

[overtreding]
beoordelen_vanaf = 3
grondslag = "Drie keer bellen tijdens een verbod vraagt een blik van een mens; het aantal is onze eigen keuze."

[besluit]
hoogstens = "12 maanden"
zonder_nieuw_besluit = "6 maanden"
grondslag = "Gepubliceerd gemeentebeleid: zes maanden, dan een nieuw besluit. Een jaar is de grens: UWV, teruggebracht van twee jaar."

[horen]
verplicht = true
grondslag = "Nationale ombudsman 2017/111 en Zorgvuldig begrenzen: eerst de kant van de beller."

[evaluatie]
verplicht = true
uiterlijk = "6 maanden"
grondslag = "Stockton Council: uiterlijk na zes maanden; halverwege bekijken is onze eigen keuze. Opheffen, tenzij er goede redenen zijn."

[open]
altijd = ["112", "spoed", "storingsnummer", "wettelijke dienstverlening"]
grondslag = "Spoed nooit, wettelijke diensten blijven: nummerklantenservice.nl; een kanaal blijft altijd open: Hof Arnhem-Leeuwarden."

[beslissers]
schriftelijke_waarschuwing = "teamleider"
contactbeperking = "teamleider"
contactverbod = "manager met mandaat; langer dan 6 maanden de directie"
grondslag = "Een beslisser met mandaat: Xpect en bg.legal; boven zes maanden de leiding: UWV."

[reactie]
binnen_uren = 24
grondslag = "Arbocatalogus A+O fonds Gemeenten, 10.1 sanctiebeleid: een reactie binnen 24 uur."

[rechtsmiddel]
soort = "bezwaar"
waar = "schriftelijk bij de organisatie"
termijn = "6 weken"
antwoord = "4 weken"
schuift = true
grondslag = "Awb art. 6:7: zes weken. Antwoord binnen 4 weken: Collectief Winkelverbod. Schuiven: Algemene termijnenwet art. 1."

[bewaren]
licht = "12 maanden"
middel = "24 maanden"
zwaar = "36 maanden"
zwaar_hoogstens = "60 maanden"
ingetrokken = "30 dagen"
opzoeken = "12 maanden"
grondslag = """
Licht zo lang als het venster; middel en zwaar naar New Forest District Council (2 tot 3 en 3 tot 5 jaar), met
WoonService (3 jaar) en Purmerend (5 jaar) als grens. De 30 dagen en het opzoeken zijn onze eigen keuze."""

[nazorg]
gesprek_binnen_uren = 72
daarna = ["2 weken", "6 weken"]
laatste_uiterlijk = "8 weken"
opnieuw_aanbieden = "2 weken"
grondslag = """
Veilige Publieke Dienstverlening, Houd overzicht: binnen 72 uur, na 2 weken en na 6 tot 8 weken.
Nog eens aanbieden na 2 weken: Arbocatalogus Mode- en interieurindustrie, Nazorg."""

[privacy]
antwoord_inzage = "1 maand"
antwoord_verwijderen = "4 weken"
grondslag = "AVG art. 12 lid 3: een maand; verwijderen binnen 4 weken: Veenendaal en het Collectief Winkelverbod."

[aangifte]
klachttermijn = "3 maanden"
grondslag = "Art. 66 Sr: een klacht over belediging binnen drie maanden."

[nummer]
verouderd_na = "12 maanden"
grondslag = "Een opgezegd 06-nummer komt na ongeveer een jaar terug bij een ander (gsmhelpdesk.nl)."

# De soorten die alleen gedragsmatrix heeft. Wat hier niet bestaat weegt het lichtst: niemand wordt achteraf van iets
# zwaarders beschuldigd dan wat er toen is vastgelegd.
[vervangt]
dronkenschap = "hinderlijk"
opname_kleedruimte = "hinderlijk"
diefstal = "hinderlijk"
', '2026-11-20T12:00:00+00:00', 'Mia de Vries');
INSERT INTO instelling (sleutel, waarde) VALUES ('organisatie', 'Voorbeelddorp');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (1, 'Schold over aanslag 0, bij herhaling.', NULL, 'parkeren', NULL, NULL, 'terugbellen', 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (2, 'Schold over aanslag 1, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (3, 'Schold over aanslag 2, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'De Boer   ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (4, 'Schold over aanslag 3, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (5, 'Schold over aanslag 4, bij herhaling.', NULL, 'parkeren', NULL, NULL, 'terugbellen', 'De Boer   ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (6, 'Schold over aanslag 5, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (7, 'Schold over aanslag 6, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'De Boer   ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (8, 'Schold over aanslag 7, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (9, 'Schold over aanslag 8, bij herhaling.', NULL, 'parkeren', NULL, NULL, 'terugbellen', 'De Boer   ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (10, 'Schold over aanslag 9, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (11, 'Schold over aanslag 10, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO zoekindex (rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller) VALUES (12, 'Schold over aanslag 11, bij herhaling.', NULL, 'parkeren', NULL, NULL, NULL, 'Jansen K1  ');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (1, '01M7WD7TG00000000000000001', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller', '1', NULL, '{"aangemaakt_op":"2026-11-20T12:00:00+00:00","adres":null,"e_mail":null,"id":1,"klantnummer":"K1","naam":"Jansen","naam_gevouwen":"jansen","samengevoegd_met":null,"taal_of_hulp":null}', '8ba58e752d28c47b79c1dfc83420c1f9', '8f43b11d388ff2041ac4afa5bed2c6c504cb0b2608423fda8bf84c54a2693f34', 'cd2ba29791699ab9c61e7731ddc133758d36dc0e833ecc3230a92876c7fd1803');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (2, '01M7WD7TG00000000000000001', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller_nummer', '1/1', NULL, '{"beller":1,"nummer":"+31612345678","sinds":"2026-11-20","volgorde":1,"zekerheid":"zeker"}', 'e169c03a4b5ea6ecbc1c43dc0b67b6ee', 'a1ebfc5b9ba9c72959a2820a28d9ed439248d02e696107bb926e1a7b68a6f840', '669c587851e2216d05d91d7222303ed38bebd293c65553cc190696746abe2a61');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (3, '01M7WD7TG00000000000000002', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller', '2', NULL, '{"aangemaakt_op":"2026-11-20T12:00:00+00:00","adres":null,"e_mail":null,"id":2,"klantnummer":null,"naam":"De Boer","naam_gevouwen":"de boer","samengevoegd_met":null,"taal_of_hulp":null}', '0606561b8bc5edfcd6bd1e74b15bf4c3', '66802ea8812fe1fd84269b09c91a87643b4afbb0bf2715fe74e1907252ce6d07', '5b606d72bb2d2f111db35d0b16362cdb3b29e5daef277d9cc7e140c4e79b4b02');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (4, '01M7WD7TG00000000000000002', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller_nummer', '2/1', NULL, '{"beller":2,"nummer":"+31201234567","sinds":"2026-11-20","volgorde":1,"zekerheid":"zeker"}', '0f2c8523e51d2bfd2db5c0058f00e221', '88ab27ba46f4a6098bb4a0bf91800db3c7992ebbea94f24ad88a9475fa76841b', 'b52d9d020d131f6def3cbfdaafc536e83bf3305451de6e072afde5ac62deb2ff');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (5, '01M7WD7TG00000000000000003', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '1', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":1,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schreeuwen","soorten":["schreeuwen"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG00000000000000004","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 0, bij herhaling.","zekerheid":"zeker"}', '947d480f4090f1bf3cba8a5bbfb49a33', 'b1edb203edd14062df074016e1c53ab3ca19ec81d3b51c5f1f209a43290c7cf1', 'c1729e4702831f994e81689d87f3eb9d993eefedce8be4ee9b7e8aa210ce84a3');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (6, '01M7WD7TG00000000000000003', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'toezegging', '1', NULL, '{"beller":null,"door":null,"id":1,"incident":1,"klaar_op":null,"op":null,"voor":"2026-11-20","wat":"terugbellen"}', '24f56c467dd483456c65b6052f04d4d0', '21b7a74d08802d81a85a1c52c391d19c12c17a7609c5375a5bbf1b547c926ebe', '8ef16c520cab64597d7b0fed286533f44182905910a51fb44cec1a04052fe437');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (7, '01M7WD7TG00000000000000005', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'edit', 'incident', '1', '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":1,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schreeuwen","soorten":["schreeuwen"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG00000000000000004","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 0, bij herhaling.","zekerheid":"zeker"}', '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":1,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schreeuwen","soorten":["schreeuwen"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG00000000000000004","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 0, bij herhaling.","zekerheid":"zeker"}', '0df69116e28035ab79eb4bf155fa6314', '2d0fd5a0e1ef89d062fc9947c82e5e9f40b87059b261940f0d306f752511dc67', '7d274e7e4c17282cb83fe8162369d725e59892fbe1667e5430221c6c31bb7441');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (8, '01M7WD7TG00000000000000006', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '2', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":2,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG00000000000000007","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 1, bij herhaling.","zekerheid":"zeker"}', 'ca59094f8b73aa400d22f616c6835d14', '198d01ec4adfd0a4ceb965c6d00b04b29479bbd1e52130aa75e68e83ad857dcf', 'badd62ec95564950749fe3f6e42fc9da723277896303f7100b27fa183a258678');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (9, '01M7WD7TG00000000000000008', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '3', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":3,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG00000000000000009","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 2, bij herhaling.","zekerheid":"zeker"}', 'eb5c9616903727fe216310c07ab923d4', '8cd13b87e13acd2298349af919fdf798fb135a037f488087e80b8f3ea596d2f9', '71db873f59fd4bf083215420f83d81410e427e6352a2a5eba1c019d5192728ec');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (10, '01M7WD7TG0000000000000000A', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '4', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":4,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schreeuwen","soorten":["schreeuwen"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000B","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 3, bij herhaling.","zekerheid":"zeker"}', 'bdb63fec310047e3c767fe26f9453df2', 'ab008165f513f1d280cee8d116d37384054cd3a0fb6340e58b3e7f0d5919512d', 'a9c109a1f5bfe80ea75bac496e32886285494dfa944bbfc3928df9c288f07e7c');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (11, '01M7WD7TG0000000000000000C', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '5', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":5,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000D","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 4, bij herhaling.","zekerheid":"zeker"}', 'df86c344a10f44f925366d266d1a1d8c', 'b8a894a358de7708cd879c36232e8ca1acc2da82a0fd464a5533a4a9f2c3f728', '8ef633abc06c3a20d4a99543ef60b7ee5a22765c69b25c05f3208e464abccbad');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (12, '01M7WD7TG0000000000000000C', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'toezegging', '2', NULL, '{"beller":null,"door":null,"id":2,"incident":5,"klaar_op":null,"op":null,"voor":"2026-11-20","wat":"terugbellen"}', '6f1f79b199b0fde12a2b03e3444f3d61', 'a2affc8a05ac503cf2837d3084b8100c3bcc47da475bc88118aa8447bcab1263', 'a9038be729acd7721db3235075c04f22712b5e3a508133347ec002bea043adf7');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (13, '01M7WD7TG0000000000000000E', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '6', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":6,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000F","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 5, bij herhaling.","zekerheid":"zeker"}', '791db68e5124afcb3cacb58260163762', '0367b05e658c4635ab467a7ee59866e472a0bfb47d269b6d7fcb238972c6b5e9', '817bdd4663f358e9244e3129623d1599125fb01eafdfc63e643f6ae0c2525a44');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (14, '01M7WD7TG0000000000000000G', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'edit', 'incident', '6', '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":6,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000F","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 5, bij herhaling.","zekerheid":"zeker"}', '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":6,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000F","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 5, bij herhaling.","zekerheid":"zeker"}', '134970f4c5026d6438d59e9c54f3f4cd', '15f294840a327bd376f5294ad820b6f20a300bfa92bbcae75adc38cb54035a31', '442dce78e343929a246e2e1a7814a3b85aa89575a860f4823213a219e642f5ed');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (15, '01M7WD7TG0000000000000000H', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '7', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":7,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schreeuwen","soorten":["schreeuwen"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000J","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 6, bij herhaling.","zekerheid":"zeker"}', '3a949322010790004683aa63e0c6cf56', '0399f9fe73b107343671016b8de5903244a5f29c652dcb2654deed5b74ee6bf2', 'c807ee5962cd78cc0e18e464d700ab11294e9ba7d6c9117392f0faa3da200a3d');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (16, '01M7WD7TG0000000000000000K', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '8', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":8,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000M","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 7, bij herhaling.","zekerheid":"zeker"}', 'a84cc26fd599c8d836d1782e9ac8c2ce', 'f744e988f421ab89c840671f0a7711996fc263b8570507cd27fa572b3a155f31', 'd3e5eb99d44f65178bb695daea161814d8c1cb995bff205110666cdac0cf8a07');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (17, '01M7WD7TG0000000000000000N', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '9', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":9,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000P","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 8, bij herhaling.","zekerheid":"zeker"}', '077f5dd949f2816907f65feb0ff211ec', '5540a1c9ab8768ccc9a92f594939abda117f7e66f89111e866150f099d321c08', '3aa76d4d2691f8129588decdaea603e0428712b38d7eff55221e103b40790e1f');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (18, '01M7WD7TG0000000000000000N', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'toezegging', '3', NULL, '{"beller":null,"door":null,"id":3,"incident":9,"klaar_op":null,"op":null,"voor":"2026-11-20","wat":"terugbellen"}', '5c605876ff116ac8cc46d20f2effd309', '5077ca8f1db43dc256302f560cbcd373a868ab0f08648bd3cb067dfe689243cf', '2e22821215cbb3db1c5d12a4084e30ed165920a60c1c1d902811e78653cb8c16');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (19, '01M7WD7TG0000000000000000Q', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '10', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":10,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schreeuwen","soorten":["schreeuwen"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000R","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 9, bij herhaling.","zekerheid":"zeker"}', 'a23a61552ec6c558ddc54636fc2df3d3', 'e34454c8a20e2a485589a422653ba87057521fb66ad9a27a49e7efbaa138e1f2', 'dee1935c60e64a38d777dbc5805f35d1b4cf71d002fd0f12cf6ba8d2bd699153');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (20, '01M7WD7TG0000000000000000S', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '11', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":11,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000T","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 10, bij herhaling.","zekerheid":"zeker"}', 'd6ac30c402fa6a67e231b3f360054aee', '19181fc01036910b8dc89c00e707f8cfdef1eebd626eb8379e32d69a18ccb3ea', '3b960662846f5390c327262396b6b43836351a3131d69f5ca0df00658a8f0067');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (21, '01M7WD7TG0000000000000000V', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'edit', 'incident', '11', '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":2,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":11,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000T","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 10, bij herhaling.","zekerheid":"zeker"}', '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":11,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000T","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 10, bij herhaling.","zekerheid":"zeker"}', '553075449e12df864466a48a4334d1c0', '647fb55f1e277b5c016841acf155e42423102344f5c40529e1a52a2cf4b8d6a4', 'a0e26bfa10fa6ed8b27d84d3d99bd89325b5dc1158dd68fd609a7f81046d3986');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (22, '01M7WD7TG0000000000000000W', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '12', NULL, '{"aangifte":"nee","anoniem":0,"beantwoord":null,"beeindigd":0,"beller":1,"citaat":null,"dag":"2026-11-20","ernst":"licht","excuses_op":null,"fout_bij_ons":0,"gewaarschuwd":0,"hielp":null,"id":12,"kanaal":"telefoon","klantnummer_genoemd":null,"melder":"Mia de Vries","naam_genoemd":null,"nazorg":null,"niet_toegezegd":null,"nummer":"+31612345678","nummer_getypt":"06-12345678","onderwerp":"parkeren","onvolledig":0,"op":"2026-11-20T12:00:00+00:00","overgedragen":0,"politie":0,"soort":"schelden","soorten":["schelden","bedreiging"],"status":"gemeld","team":"Balie","ulid":"01M7WD7TG0000000000000000X","uur":13,"vastgelegd_op":"2026-11-20T12:00:00+00:00","wat":"Schold over aanslag 11, bij herhaling.","zekerheid":"zeker"}', '37bcf9d5d1b3363d869e3a591137ffb0', '35067f6aa9b7d54e3db289f915b9229bb5e6dc67c37fc4ef179554843c6d8a4e', '627e44ad051004e9677d43baa20df1d419def0fcf2a562780b9baf8af8520a15');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (23, '01M7WD7TG0000000000000000Y', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'samenvoeging', '1', NULL, '{"beller":1,"gesplitst":0,"id":1,"inhoud":"{\"behouden_na\":[{\"aangemaakt_op\":\"2026-11-20T12:00:00+00:00\",\"adres\":null,\"e_mail\":null,\"id\":1,\"klantnummer\":\"K1\",\"naam\":\"Jansen\",\"naam_gevouwen\":\"jansen\",\"samengevoegd_met\":null,\"taal_of_hulp\":null},[{\"nummer\":\"+31612345678\",\"sinds\":\"2026-11-20\",\"zekerheid\":\"zeker\"}]],\"behouden_voor\":[{\"aangemaakt_op\":\"2026-11-20T12:00:00+00:00\",\"adres\":null,\"e_mail\":null,\"id\":1,\"klantnummer\":\"K1\",\"naam\":\"Jansen\",\"naam_gevouwen\":\"jansen\",\"samengevoegd_met\":null,\"taal_of_hulp\":null},[{\"nummer\":\"+31612345678\",\"sinds\":\"2026-11-20\",\"zekerheid\":\"zeker\"}]],\"eigen\":[],\"incidenten\":[],\"maatregelen\":[],\"niet_gekoppeld\":[],\"opgegaan_voor\":[{\"aangemaakt_op\":\"2026-11-20T12:00:00+00:00\",\"adres\":null,\"e_mail\":null,\"id\":2,\"klantnummer\":null,\"naam\":\"De Boer\",\"naam_gevouwen\":\"de boer\",\"samengevoegd_met\":null,\"taal_of_hulp\":null},[{\"nummer\":\"+31201234567\",\"sinds\":\"2026-11-20\",\"zekerheid\":\"zeker\"}]],\"toezeggingen\":[]}","opgegaan":2}', '2ef15948d2097166be0ae3636d7ca3d7', '7611d42513d1c39515acf05e3b6e2bc82089b72c244d2af0763b0316d379ac64', 'c3141466c72f6c1f53d58d7b4035b7921d5ef9a2d7d4e42d29cc756e8ed0cf46');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (24, '01M7WD7TG0000000000000000Y', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller_nummer', '2/1', '{"beller":2,"nummer":"+31201234567","sinds":"2026-11-20","volgorde":1,"zekerheid":"zeker"}', NULL, '23784840ad9090c7f426924443f9a1d8', '7f92f7fdbc3f9973f807ee8f196cbf70f6854f3f2232a4bdaee3528abc767672', 'c6f544b420365db5a15f8d82de258df03e8dac3cb72e40c0a5194e4e696ee88a');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (25, '01M7WD7TG0000000000000000Y', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'instelling', 'organisatie', NULL, '{"sleutel":"organisatie","waarde":"Voorbeeldstad"}', '5e29e01b48ce07e7a870ccaaa376803c', '5adb9e573a9631bdacc638b3ad3845e17d78f5547f53ce3358eca513501f478e', '11a31ac63f502312c2baa79680de4d3b77fe789f424a65206c32fdbede78e52f');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (26, '01M7WD7TG0000000000000000Y', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'instelling', 'organisatie', '{"sleutel":"organisatie","waarde":"Voorbeeldstad"}', '{"sleutel":"organisatie","waarde":"Voorbeelddorp"}', '8b9568a3dd001e4deaa6f080005694cb', 'a3f0472d35bedcbf11f21374ad288f6a334dcd0d875cd6eed866be4831e4e30a', 'ddf079eca7b443bd5cbb21cb76803ff51e9da323f69fa4888e44a5b1ef65139d');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (27, '01M7WD7TG0000000000000000Z', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel add', 'maatregel', '1', NULL, '{"advies":"{\"duur\":null,\"maatregel\":null}","afspraak":null,"afwijking":null,"beleid":"standaard","beleid_sha256":"0000000000000000000000000000000000000000000000000000000000000000","beleid_versie":"2026-11","beller":1,"besloten_op":"2026-11-01","besluit_door":"R. Smit","bezwaar_antwoord_voor":null,"bezwaar_beantwoord_op":null,"bezwaar_ontvangen_op":null,"bezwaar_reden":null,"bezwaar_uitkomst":null,"einde":null,"einde_op":null,"einde_reden":null,"evaluatie":null,"evaluatie_op":"2026-11-17","evaluatie_reden":null,"geevalueerd_op":null,"gehoord_op":"2026-10-30","geldig_tot":null,"id":1,"incidenten":["1","2"],"niet_gehoord":null,"omvang":null,"reden":"Schold na een waarschuwing.","resterend_kanaal":"post","soort":"contactverbod","spoed":0,"tot":"2026-12-01","trede":"verbod_1_maand","uitgereikt_op":null,"van":"2026-11-02","vastgelegd_op":"2026-11-01T09:00:00+00:00","wijze":null}', '4bc41c1f238bb6664e7929f4d045cc78', '84a5c2cd70d02da539b150db318889450b972e9071b436925b157b7aa0ef62cd', '517d8e4078f79b4d0140cc01082d85723a3e71517633dd2381f519b70af7cb91');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (28, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'brief', '1', NULL, '{"id":1,"maatregel":1,"op":"2026-11-20T12:00:00+00:00","sha256":"0000000000000000000000000000000000000000000000000000000000000000","soort":"contactverbod","vorm":"brief"}', '31f0c6d0c079adab267c86df63657aeb', 'f075a2938ae52de75396b18c202353ed1b63e687fd8de2d61c611fc2630579dc', 'd18ce99c507303dff77911dafee3d8cc800f4da5921ad1b1bda6226df299fd01');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (29, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'goed_gesprek', '1', NULL, '{"door":"Mia","id":1,"maatregel":1,"op":"2026-11-20T12:00:00+00:00"}', '0fa6f5cf30de5003601db6531e1aa03a', '7ae2a8cae6e0f02283945f0b98048a7e4c2d5707c907cf1e5dfb9fb187819ff6', 'a8349ea8ea965a725e7487831099619a79d97ce5942c32e01d1e558cb9b6afab');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (30, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'nazorg_stap', '1', NULL, '{"dag":"2026-11-20","door":"R. Smit","id":1,"incident":1,"op":"2026-11-20T12:00:00+00:00","stap":"eerste"}', '1ec4e4aff70f99403a27b721d809e87b', '970ef731f2e06a47d4d4072de595d28d33f6a451e0aac47b62e4921b943291b3', '36b063c647d59a9d8c4dd97c99776d332f2df16c54949db74c5c628bd190c00b');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (31, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'nazorg_afgezien', '1', NULL, '{"id":1,"incident":1,"op":"2026-11-20"}', '13c87e6f0d9da5d5be438557c21bbd14', '0b952b396f11db45d33636180448206efd0c360deed35d4ad1e39743c78eb06a', '9f5f02cbb533b1520dd77229bea1294ea845b513e28dc60766a9defd0b51add1');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (32, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'beleid', '1', NULL, '{"door":"Mia de Vries","id":1,"naam":"standaard","sha256":"663aa18574e3856697112a5671fc615e9fa41ce9ddb9c28f0527ea6690472d06","sinds":"2026-11-20T12:00:00+00:00","tekst":"# Het beleid waarmee een nieuw logboek begint: soorten gedrag, een ladder van vijf treden en de waarborgen.\n# Bij elke regel staat welk gepubliceerd protocol hem draagt (zie docs/beleid.md), of dat hij onze\n# eigen keuze is. Maak er je eigen beleid van: kopieer het bestand, verander het en gebruik beleid use BESTAND.\n\nnaam = \"standaard\"\nversie = \"2026-11\"\nomschrijving = \"Waarschuwen, dan een contactverbod van 1, 3 en 6 maanden; bij een bedreiging meteen 3 maanden.\"\n\n[instructie]\nonbekend = \"Neem gewoon op.\"\nanoniem = \"Neem gewoon op. Een afgeschermd nummer hoort bij niemand; vraag de naam.\"\nbekend = \"Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.\"\nwaarschuwing = \"Neem rustig op. Gaat het weer mis: noem de waarschuwing en rond af.\"\nbeperking = \"Vraag eerst de naam. Houd je aan de afspraak; bij nood help je altijd.\"\ncontactverbod = \"Vraag eerst de naam. Zeg dat bellen nu niet kan; bij nood help je altijd.\"\nligt_ter_beoordeling = \"Neem rustig op en beloof niets over een besluit.\"\nligt_ter_beoordeling_zwaar = \"Laat een collega meeluisteren; onveilig: rond af.\"\n\n[telling]\nvenster = \"12 maanden\"\ntelt_vanaf = \"gemeld\"\ngrondslag = \"Een jaar: Westfriesgasthuis, Stadshagen, Bunschoten, CCV en NHS-huisartsen. Tellen vanaf de melding is onze eigen keuze.\"\n\n[[soort]]\ncode = \"emotie_kritiek\"\nlabel = \"Emotie of kritiek\"\nernst = \"geen\"\nomschrijving = \"Boos, verdrietig of scherp over ons werk; geen agressie, ook niet als het hard klinkt of telkens terugkomt.\"\ngrondslag = \"Kritiek is geen agressie: huisregels Hollands Kroon; Nationale ombudsman, Zorgvuldig begrenzen (2023).\"\n\n[[soort]]\ncode = \"onwel_verward\"\nlabel = \"Onwel of verward\"\nernst = \"geen\"\nomschrijving = \"In de war, in nood of niet aanspreekbaar; geen onwil: hier hoort zorg bij en nooit een maatregel.\"\ngrondslag = \"Een uiting van nood vraagt hulp, geen maatregel: Nationale ombudsman 2018/091.\"\n\n[[soort]]\ncode = \"drammen\"\nlabel = \"Drammen\"\nernst = \"geen\"\nomschrijving = \"Blijft aandringen en neemt geen nee aan; geen agressie zolang het niet persoonlijk of hinderlijk wordt.\"\ngrondslag = \"Aandringen mag; eerst een gesprek: huisregels Hollands Kroon, protocol Veldhoven (2023).\"\n\n[[soort]]\ncode = \"hinderlijk\"\nlabel = \"Hinderlijk bellen\"\nernst = \"licht\"\nomschrijving = \"Belt steeds weer zonder nieuwe vraag, ook na uitleg; niet: vaak bellen omdat een vraag open bleef.\"\ngrondslag = \"Overlast, de lichtste categorie: huisregels Maasgouw; Vliegende Vaart, Terneuzen (1 tot 90 dagen).\"\n\n[[soort]]\ncode = \"schreeuwen\"\nlabel = \"Schreeuwen\"\nernst = \"licht\"\nomschrijving = \"Gaat door met schreeuwen nadat is gevraagd te stoppen; niet: één keer uitvallen, dat is emotie.\"\ngrondslag = \"Verbale agressie, de lichtste categorie: Westfriesgasthuis; huisregels RvIG.\"\n\n[[soort]]\ncode = \"kleineren\"\nlabel = \"Kleineren\"\nernst = \"licht\"\nomschrijving = \"Neerbuigend of manipulerend tegen de medewerker; niet: harde kritiek op de organisatie of op een besluit.\"\ngrondslag = \"Verbale agressie, de lichtste categorie: huisregels RvIG; Westfriesgasthuis.\"\n\n[[soort]]\ncode = \"schelden\"\nlabel = \"Schelden\"\nernst = \"licht\"\nomschrijving = \"Scheldwoorden tegen de medewerker; niet: vloeken over de situatie of mopperen op de organisatie.\"\ngrondslag = \"Verbale agressie: Westfriesgasthuis (gele kaart); Vliegende Vaart, Terneuzen (1 tot 90 dagen).\"\n\n[[soort]]\ncode = \"belediging\"\nlabel = \"Belediging\"\nernst = \"middel\"\nomschrijving = \"Raakt iemand bewust in zijn persoon of eer; niet: een los scheldwoord in een boze bui.\"\naangifte = \"overwegen\"\ngrondslag = \"Een gele kaart in gepubliceerde protocollen; tussen licht en zwaar is onze eigen keuze. Klachtdelict: art. 266 Sr.\"\n\n[[soort]]\ncode = \"intimidatie\"\nlabel = \"Intimidatie\"\nernst = \"middel\"\nomschrijving = \"Maakt bang om iets af te dwingen, zonder te zeggen wat er zal gebeuren; niet: dreigen met een klacht, advocaat of krant.\"\ngrondslag = \"Een gele kaart in gepubliceerde protocollen; tussen licht en zwaar is onze eigen keuze.\"\n\n[[soort]]\ncode = \"discriminatie\"\nlabel = \"Discriminatie\"\nernst = \"middel\"\nomschrijving = \"Kleinerend over afkomst, geloof, geslacht, geaardheid, beperking of leeftijd; niet: zeggen dat wij ongelijk behandelen.\"\naangifte = \"overwegen\"\ngrondslag = \"Vliegende Vaart, Terneuzen: hoogstens een jaar. Aangifte overwegen is onze eigen keuze.\"\n\n[[soort]]\ncode = \"seksuele_intimidatie\"\nlabel = \"Seksuele intimidatie\"\nernst = \"middel\"\nomschrijving = \"Seksuele opmerkingen, vragen of geluiden; niet: een onhandig compliment dat na één opmerking stopt.\"\naangifte = \"overwegen\"\ngrondslag = \"Arbocatalogus huisartsen (SSFH); plaats tussen licht en zwaar is onze eigen keuze.\"\n\n[[soort]]\ncode = \"bedreiging\"\nlabel = \"Bedreiging\"\nernst = \"zwaar\"\nomschrijving = \"Zegt iemand iets aan te zullen doen; niet: aankondigen een klacht in te dienen of de pers te bellen.\"\naangifte = \"ja\"\ngrondslag = \"Westfriesgasthuis: meteen een rode kaart en aangifte. Art. 285 Sr.\"\n\n[[soort]]\ncode = \"belaging\"\nlabel = \"Belaging (stalking)\"\nernst = \"zwaar\"\nomschrijving = \"Valt één medewerker stelselmatig lastig, ook buiten het werk; niet: de organisatie vaak bellen.\"\naangifte = \"ja\"\ngrondslag = \"Even zwaar als bedreiging: art. 285b Sr; Westfriesgasthuis.\"\n\n[[soort]]\ncode = \"fysiek_vernieling\"\nlabel = \"Fysiek geweld of vernieling\"\nernst = \"zwaar\"\nomschrijving = \"Slaat, duwt, gooit of maakt iets stuk; niet: hard ophangen of met een deur slaan.\"\naangifte = \"ja\"\ngrondslag = \"Westfriesgasthuis: meteen een rode kaart en aangifte.\"\n\n[[soort]]\ncode = \"overtreding_contactverbod\"\nlabel = \"Overtreding contactverbod\"\nernst = \"geen\"\nomschrijving = \"Zoekt contact ondanks een verbod; telt zelf niet mee. Kies ook de soort van wat er verder gebeurde.\"\ngrondslag = \"Een overtreding maakt het verbod niet langer; zie [overtreding].\"\n\n[[trede]]\ncode = \"mondeling\"\nlabel = \"Mondelinge waarschuwing\"\nmaatregel = \"mondelinge_waarschuwing\"\nof = [\"ordegesprek\"]\ngeldig = \"12 maanden\"\nin_gesprek = true\ngrondslag = \"Eerst aanspreken, in het gesprek zelf: nummerklantenservice.nl, huisregels Noordwijk en RvIG. Een jaar geldig is onze eigen keuze.\"\n\n[[trede]]\ncode = \"schriftelijk\"\nlabel = \"Schriftelijke waarschuwing\"\nmaatregel = \"schriftelijke_waarschuwing\"\ngeldig = \"12 maanden\"\ngrondslag = \"Westfriesgasthuis: de gele kaart geldt een jaar; huisregels Noordwijk.\"\n\n[[trede]]\ncode = \"verbod_1_maand\"\nlabel = \"Contactverbod van 1 maand\"\nmaatregel = \"contactverbod\"\nduur = \"1 maand\"\ngrondslag = \"nummerklantenservice.nl, het enige protocol voor de telefoon: doorgaans een maand; past binnen de 1 tot 90 dagen van Vliegende Vaart.\"\n\n[[trede]]\ncode = \"verbod_3_maanden\"\nlabel = \"Contactverbod van 3 maanden\"\nmaatregel = \"contactverbod\"\nduur = \"3 maanden\"\ngrondslag = \"nummerklantenservice.nl bij herhaling; Den Haag en Beverwijk: de meest gekozen termijn in Nederland.\"\n\n[[trede]]\ncode = \"verbod_6_maanden\"\nlabel = \"Contactverbod van 6 maanden\"\nmaatregel = \"contactverbod\"\nduur = \"6 maanden\"\ngrondslag = \"nummerklantenservice.nl bij herhaling; gepubliceerd gemeentebeleid: na zes maanden een nieuw besluit.\"\n\n[instap]\nlicht = \"mondeling\"\nmiddel = \"schriftelijk\"\nzwaar = \"verbod_3_maanden\"\ngrondslag = \"Licht: huisregels Noordwijk en RvIG. Middel: Westfriesgasthuis. Zwaar meteen een verbod: Westfriesgasthuis; drie maanden: Den Haag en Beverwijk.\"\n\n[patroon]\naantal = 3\ntrede = \"schriftelijk\"\ngrondslag = \"Drie in een jaar is onze eigen keuze; hoger dan een waarschuwing mag niet zonder waarschuwing.\"\n\n[waarschuwen]\neerst_waarschuwen = \"schriftelijk\"\nhoogste_zonder_schriftelijk = \"verbod_1_maand\"\nverplicht = true\ngrondslag = \"Ombudsman Groningen: een maatregel zonder waarschuwing is niet behoorlijk; een verbod is het laatste middel.\"\n\n[schriftelijk]\nwijzen = [\"post\", \"e-mail\", \"overhandigd\"]\ngrondslag = \"Huisregels Noordwijk: overhandigd of thuisgestuurd; wat de beller kan nalezen.\"\n\n[overtreding]\nbeoordelen_vanaf = 3\ngrondslag = \"Drie keer bellen tijdens een verbod vraagt een blik van een mens; het aantal is onze eigen keuze.\"\n\n[besluit]\nhoogstens = \"12 maanden\"\nzonder_nieuw_besluit = \"6 maanden\"\ngrondslag = \"Gepubliceerd gemeentebeleid: zes maanden, dan een nieuw besluit. Een jaar is de grens: UWV, teruggebracht van twee jaar.\"\n\n[horen]\nverplicht = true\ngrondslag = \"Nationale ombudsman 2017/111 en Zorgvuldig begrenzen: eerst de kant van de beller.\"\n\n[evaluatie]\nverplicht = true\nuiterlijk = \"6 maanden\"\ngrondslag = \"Stockton Council: uiterlijk na zes maanden; halverwege bekijken is onze eigen keuze. Opheffen, tenzij er goede redenen zijn.\"\n\n[open]\naltijd = [\"112\", \"spoed\", \"storingsnummer\", \"wettelijke dienstverlening\"]\ngrondslag = \"Spoed nooit, wettelijke diensten blijven: nummerklantenservice.nl; een kanaal blijft altijd open: Hof Arnhem-Leeuwarden.\"\n\n[beslissers]\nschriftelijke_waarschuwing = \"teamleider\"\ncontactbeperking = \"teamleider\"\ncontactverbod = \"manager met mandaat; langer dan 6 maanden de directie\"\ngrondslag = \"Een beslisser met mandaat: Xpect en bg.legal; boven zes maanden de leiding: UWV.\"\n\n[reactie]\nbinnen_uren = 24\ngrondslag = \"Arbocatalogus A+O fonds Gemeenten, 10.1 sanctiebeleid: een reactie binnen 24 uur.\"\n\n[rechtsmiddel]\nsoort = \"bezwaar\"\nwaar = \"schriftelijk bij de organisatie\"\ntermijn = \"6 weken\"\nantwoord = \"4 weken\"\nschuift = true\ngrondslag = \"Awb art. 6:7: zes weken. Antwoord binnen 4 weken: Collectief Winkelverbod. Schuiven: Algemene termijnenwet art. 1.\"\n\n[bewaren]\nlicht = \"12 maanden\"\nmiddel = \"24 maanden\"\nzwaar = \"36 maanden\"\nzwaar_hoogstens = \"60 maanden\"\ningetrokken = \"30 dagen\"\nopzoeken = \"12 maanden\"\ngrondslag = \"\"\"\nLicht zo lang als het venster; middel en zwaar naar New Forest District Council (2 tot 3 en 3 tot 5 jaar), met\nWoonService (3 jaar) en Purmerend (5 jaar) als grens. De 30 dagen en het opzoeken zijn onze eigen keuze.\"\"\"\n\n[nazorg]\ngesprek_binnen_uren = 72\ndaarna = [\"2 weken\", \"6 weken\"]\nlaatste_uiterlijk = \"8 weken\"\nopnieuw_aanbieden = \"2 weken\"\ngrondslag = \"\"\"\nVeilige Publieke Dienstverlening, Houd overzicht: binnen 72 uur, na 2 weken en na 6 tot 8 weken.\nNog eens aanbieden na 2 weken: Arbocatalogus Mode- en interieurindustrie, Nazorg.\"\"\"\n\n[privacy]\nantwoord_inzage = \"1 maand\"\nantwoord_verwijderen = \"4 weken\"\ngrondslag = \"AVG art. 12 lid 3: een maand; verwijderen binnen 4 weken: Veenendaal en het Collectief Winkelverbod.\"\n\n[aangifte]\nklachttermijn = \"3 maanden\"\ngrondslag = \"Art. 66 Sr: een klacht over belediging binnen drie maanden.\"\n\n[nummer]\nverouderd_na = \"12 maanden\"\ngrondslag = \"Een opgezegd 06-nummer komt na ongeveer een jaar terug bij een ander (gsmhelpdesk.nl).\"\n\n# De soorten die alleen gedragsmatrix heeft. Wat hier niet bestaat weegt het lichtst: niemand wordt achteraf van iets\n# zwaarders beschuldigd dan wat er toen is vastgelegd.\n[vervangt]\ndronkenschap = \"hinderlijk\"\nopname_kleedruimte = \"hinderlijk\"\ndiefstal = \"hinderlijk\"\n","versie":"2026-11"}', '2df8fc9567a97e8d81ea35693dcee9ac', '78e3140e8290a94dc99d191ff627dab19ec7a9801e331611c82f5f3d03c4065d', '8c25b460ee6a717006e75841a5df170a9a4061e2012cac59a69ecfd6a2b0add7');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (33, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'reservekopie', '1', NULL, '{"id":1,"op":"2026-11-20T12:00:00+00:00"}', '1601ba0f710868a45efc79b92e731413', '3de8afaf3104990241f118439286ccfab86abe20d635b0bd1794190facb126c1', 'f6a886bf970de7d5eec1e676013aa9701c460ba963041d207c66078eec3725d3');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (34, '01M7WD7TG00000000000000010', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'maatregel deliver', 'herstel', '1', NULL, '{"anker":"33-YTM8D-FWQ1Q-KXBVP-1WSV0-2EN9Y","id":1,"op":"2026-11-20T12:00:00+00:00"}', '420ba4d300ef9a0038cc1bb1514cb203', 'f07badabc329fd6c6f33ffbdd9ac4f2fd4a115d83197b8b1a6fc8d1029b445d1', 'ff3a38b77a5e5a89e64ea5fb2a249914e75726ceb89ef86f75bd647530e95808');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (35, '01M7WD7TG00000000000000011', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg', 'vasthouding', '1', NULL, '{"beller":1,"id":1,"incident":null,"opgeheven_op":null,"reden":"klacht","tot":null,"van":"2026-11-20"}', '85fbb363d8099e073db97c542801a9c8', 'd86a7cfcb68595e9fed4a1946ebac93c0f64ee5c6e07a5af152b960e6fa92fa1', '5165f248c813de31b9594325da1ceaee5406af29bf67956132b8bdebcdb31914');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (36, '01M7WD7TG00000000000000011', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg', 'zienswijze', '1', NULL, '{"beller":1,"gegeven_op":"2026-11-20","id":1,"tekst":"Het ging anders."}', 'a13a1aaf1a0e79e063c0d297d1d303df', '5d5015fdfc8e03e50547a4d57ce08e3224093474d6e84e914905e5891b55fce8', 'c02a8332532c32870a4d9b117595252fd1a74ee43ac7e017e30366a89fef5e96');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (37, '01M7WD7TG00000000000000011', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg', 'avg_beperking', '1', NULL, '{"beller":1,"id":1,"opgeheven_op":null,"reden":"betwist","sinds":"2026-11-20"}', 'a6e7c321a1ca948245abf6e81343af43', 'efd05d48cc0cae69437f215a64a122b5df8507986b1aab368f88351d3f95c8e4', '37195df93b1950532608d9bc0832031f9096da9016d5f385af6ca93c2a465b9d');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (38, '01M7WD7TG00000000000000011', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg', 'avg_toch_bekeken', '1', NULL, '{"beller":1,"door":"Mia","id":1,"op":"2026-11-20T12:00:00+00:00","reden":"bezwaar"}', '31b1de36a3bcfe94f434399b5f306b6a', '4167a7fde28533f605cee75b59ac1e3564314f5fc03929d53e171dfd918ca8ec', '9eaaa050016ba3f0622c2a920569be9003f8b0b11cac3639ad3c746d57a158f9');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (39, '01M7WD7TG00000000000000011', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg', 'avg_beperking', '1', '{"beller":1,"id":1,"opgeheven_op":null,"reden":"betwist","sinds":"2026-11-20"}', '{"beller":1,"id":1,"opgeheven_op":"2026-11-20","reden":"betwist","sinds":"2026-11-20"}', 'c7306ab0366f6f2d74b9d0a4e11f4563', '471d81d5b9b367d47ae45c639fe395549158d34bbc5a5c3dc435be97b186dcd7', '65b5b9aa226297f8b8f9a58802c0a4fc6658cda4e8b9c9e429786458454e2114');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (40, '01M7WD7TG00000000000000011', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg', 'verzoek', '1', NULL, '{"antwoord_voor":"2026-11-20","beantwoord_op":null,"beller":1,"id":1,"ontvangen_op":"2026-11-20","reden":null,"soort":"inzage","uitkomst":null}', 'c1a1f27b6f81bd6c759a5d431ffe426d', 'a481fb604f19201abac7886c78d631d0c20430624cff1c16c5308d3eeadf3547', '7e96d0e41ccc5dc31d13e1ef47c02c64614cc2e8158c21a9db0b73f8bc96f2a0');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (41, '01M7WD7TG00000000000000012', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller', '3', NULL, NULL, NULL, '8348ecb8d4d52cd53028c15dca1ff4215511c8d0fc57ee5ef07b9d4a05f79c23', '06a54a36c4b3b1c1510096c3a7ac7a81a9fe615a6380abc2368d05d2af9ae1d4');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (42, '01M7WD7TG00000000000000012', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'beller', 'beller_nummer', '3/1', NULL, NULL, NULL, 'a11d95767bc2bc61b60ab56c8d68d8a361532b51fb9cac9cec4acb440ef0f78d', 'bce287ca10f2647a309bc06ce10df892eb970dd85deb208aee7f7b2150d941b3');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (43, '01M7WD7TG00000000000000014', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'add', 'incident', '13', NULL, NULL, NULL, '1819f7ac13205dd87dfb382bd00af9d41766a0dd365b7fa66e61e96d6cc2d41a', '25bb9f5400a13dbe8c9aff7e4d1f97ea851f158525ef1f5560a37a61a9228327');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (44, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'gedeeld_onderwerp', '1', NULL, '{"id":1,"onderwerp":"parkeren"}', '5fff206b2aab4226b12583b25d837a6d', '4c635ed518dc9a410a15bb57ae3873a5fb538c19e759cdd882484e331fa97450', 'cd44b890c32d351171daf76a9fa6fe26c36af19e4cb9bc620f6be99c81724184');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (45, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'logboek', 'wissing', NULL, '{"gewist":[41,42,43]}', 'd04eaf1ca7a80a34531ebe07bde75eda', 'fdd11b017d92ef61b95b5d0352a4ecffb4dd452ee2f997a4a51dd97458ce05d4', 'c6bd79800513d3b029ecd82f4b6b49685be19fa31a4d811739905cf212303812');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (46, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'bevroren', 'jaar/2026-01-01', NULL, '{"cijfers":"{\"anoniem\":0,\"beeindigd\":0,\"bellers\":1,\"fout_bij_ons\":0,\"gewaarschuwd\":0,\"grens_gesteld\":0,\"herhaalde_bellers\":0,\"onvolledig\":0,\"overgedragen\":0,\"per_aangifte\":[[\"nee\",1]],\"per_dag\":[[\"2026-09-21\",1]],\"per_ernst\":[[\"licht\",1]],\"per_kanaal\":[[\"telefoon\",1]],\"per_onderwerp\":[[\"parkeren\",1]],\"per_soort\":[[\"schelden\",1]],\"per_team\":[[\"Balie\",1]],\"per_uur_en_weekdag\":[[14,0,1]],\"politie\":0,\"totaal\":1}","eerste_dag":"2026-01-01","soort":"jaar","vervolg":null}', '961dcbdd6f13b556e320cd7bf0ace5d2', 'e932d2e17e005c83e6af4f1c47a9ea6b302cc6c7a742badac1b47469cbfe35c8', 'c59590d7c067a5c177ce17058978b003b8158a55461e14ce20586ac82a64afab');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (47, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'bevroren', 'kwartaal/2026-07-01', NULL, '{"cijfers":"{\"anoniem\":0,\"beeindigd\":0,\"bellers\":1,\"fout_bij_ons\":0,\"gewaarschuwd\":0,\"grens_gesteld\":0,\"herhaalde_bellers\":0,\"onvolledig\":0,\"overgedragen\":0,\"per_aangifte\":[[\"nee\",1]],\"per_dag\":[[\"2026-09-21\",1]],\"per_ernst\":[[\"licht\",1]],\"per_kanaal\":[[\"telefoon\",1]],\"per_onderwerp\":[[\"parkeren\",1]],\"per_soort\":[[\"schelden\",1]],\"per_team\":[[\"Balie\",1]],\"per_uur_en_weekdag\":[[14,0,1]],\"politie\":0,\"totaal\":1}","eerste_dag":"2026-07-01","soort":"kwartaal","vervolg":null}', '0419039a74698cc0be500c8462148a41', 'fefdc4bf5b7a5c9a3f4357dbc623b93bb05d93670f639480194b683fe6572646', '72112b962037f272e4753f514defa93536e46a4353acd38f919d25d225f1a764');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (48, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'bevroren', 'maand/2026-09-01', NULL, '{"cijfers":"{\"anoniem\":0,\"beeindigd\":0,\"bellers\":1,\"fout_bij_ons\":0,\"gewaarschuwd\":0,\"grens_gesteld\":0,\"herhaalde_bellers\":0,\"onvolledig\":0,\"overgedragen\":0,\"per_aangifte\":[[\"nee\",1]],\"per_dag\":[[\"2026-09-21\",1]],\"per_ernst\":[[\"licht\",1]],\"per_kanaal\":[[\"telefoon\",1]],\"per_onderwerp\":[[\"parkeren\",1]],\"per_soort\":[[\"schelden\",1]],\"per_team\":[[\"Balie\",1]],\"per_uur_en_weekdag\":[[14,0,1]],\"politie\":0,\"totaal\":1}","eerste_dag":"2026-09-01","soort":"maand","vervolg":null}', '3906483252dfbf5d02d0b88c01271104', '9979e88190bfd03c07299f826b190d0cc5dcaaf0eb557bc3bbc984ad5f20f708', 'd34299f9f68c1d1599bf776b3c4c53e8f8066016a948f5e42aff4a7bbb479c25');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (49, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'bevroren', 'week/2026-09-21', NULL, '{"cijfers":"{\"anoniem\":0,\"beeindigd\":0,\"bellers\":1,\"fout_bij_ons\":0,\"gewaarschuwd\":0,\"grens_gesteld\":0,\"herhaalde_bellers\":0,\"onvolledig\":0,\"overgedragen\":0,\"per_aangifte\":[[\"nee\",1]],\"per_dag\":[[\"2026-09-21\",1]],\"per_ernst\":[[\"licht\",1]],\"per_kanaal\":[[\"telefoon\",1]],\"per_onderwerp\":[[\"parkeren\",1]],\"per_soort\":[[\"schelden\",1]],\"per_team\":[[\"Balie\",1]],\"per_uur_en_weekdag\":[[14,0,1]],\"politie\":0,\"totaal\":1}","eerste_dag":"2026-09-21","soort":"week","vervolg":null}', '3259c7a0fee8781ec8f7faa8e994225e', '39274006221a8aeb7b0afe6ff99b722ac8dd179bee14e870172b19359314e4cd', '028ebb037ea9fd1cfa72349359a7e040dd6127e7ed71cd4e7d4e2abf890fea7f');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (50, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'wissing', '1', NULL, '{"door":"R. Smit","id":1,"nagezocht_op":null,"op":"2026-11-20T12:00:00+00:00","reden":null,"soort":"vergeten"}', 'd7d0f8971ba6d34a0cbdfef08077e1ad', '7fd6c1a087b81431f4148eaf11f1d5dd07a9803d0dc87417c470f3f0ecd28b4d', '126d8d90fa6824243f25be57e621ae410189accb46aed4dd0c6369eafaabb4a1');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (51, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'gewist', '01M7WD7TG00000000000000012/B3', NULL, '{"kenmerk":"01M7WD7TG00000000000000012/B3","wissing":1}', '1d68841342f4a662b654433a0ad97005', '304c6aa7f727525fda134d3f701fc0f036b11ec28c0a4619a1cb6df5bd43f38d', '7cbee37efc84749ef4b6a38fd67d665e92ab3909dcbd3d75ad37d9039745191a');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (52, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'gewist', '01M7WD7TG00000000000000013', NULL, '{"kenmerk":"01M7WD7TG00000000000000013","wissing":1}', 'd6637c3a2940ad329c7fd1dcc8f99192', '6317cbc757e38c227fec689103c5e22fae766cdeab5b215fde427350347c8b86', '5e797e7bf082e52dd9b944c7c98752c6772f8e28ef4be038be4d3bd198bb6e36');
INSERT INTO logboek (id, handeling, op, login, naam, opdracht, tabel, sleutel, voor, na, zout, verbintenis, keten) VALUES (53, '01M7WD7TG00000000000000016', '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'avg vergeet', 'wissing', '1', '{"door":"R. Smit","id":1,"nagezocht_op":null,"op":"2026-11-20T12:00:00+00:00","reden":null,"soort":"vergeten"}', '{"door":"R. Smit","id":1,"nagezocht_op":"2026-11-20T12:00:00+00:00","op":"2026-11-20T12:00:00+00:00","reden":null,"soort":"vergeten"}', '4125eae0d53d3f638cc13ad73bf11d5e', '87fd8cdb386509bfb8085a33187dff12cc8dc7ae4acc3a4e4b9b40db16c4af80', '06f80ae0d5e5bacf23eeeb555892e1e0b0ca1467dda8850804568f06a1054c93');
INSERT INTO nazorg_stap (id, incident, stap, door, op, dag) VALUES (1, 1, 'eerste', 'R. Smit', '2026-11-20T12:00:00+00:00', '2026-11-20');
INSERT INTO nazorg_afgezien (id, incident, op) VALUES (1, 1, '2026-11-20');
INSERT INTO toezegging (id, incident, beller, wat, voor, op, door, klaar_op) VALUES (1, 1, NULL, 'terugbellen', '2026-11-20', NULL, NULL, NULL);
INSERT INTO toezegging (id, incident, beller, wat, voor, op, door, klaar_op) VALUES (2, 5, NULL, 'terugbellen', '2026-11-20', NULL, NULL, NULL);
INSERT INTO toezegging (id, incident, beller, wat, voor, op, door, klaar_op) VALUES (3, 9, NULL, 'terugbellen', '2026-11-20', NULL, NULL, NULL);
INSERT INTO goed_gesprek (id, maatregel, op, door) VALUES (1, 1, '2026-11-20T12:00:00+00:00', 'Mia');
INSERT INTO verzoek (id, beller, soort, ontvangen_op, antwoord_voor, beantwoord_op, uitkomst, reden) VALUES (1, 1, 'inzage', '2026-11-20', '2026-11-20', NULL, NULL, NULL);
INSERT INTO reservekopie (id, op) VALUES (1, '2026-11-20T12:00:00+00:00');
INSERT INTO vasthouding (id, beller, incident, reden, van, tot, opgeheven_op) VALUES (1, 1, NULL, 'klacht', '2026-11-20', NULL, NULL);
INSERT INTO inzage (id, op, login, naam, opdracht) VALUES (1, '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'show');
INSERT INTO inzage (id, op, login, naam, opdracht) VALUES (2, '2026-11-20T12:00:00+00:00', 'mdevries', 'Mia de Vries', 'show');
INSERT INTO inzage_beller (beller, inzage) VALUES (1, 1);
INSERT INTO inzage_beller (beller, inzage) VALUES (1, 2);
INSERT INTO inzage_telling (dag, aantal) VALUES ('2026-11-20', 1);
INSERT INTO inzage_ingenomen (id, merk, tot) VALUES (1, '6d65726b2065343034316231636632366130323138', 62);
INSERT INTO zienswijze (id, beller, gegeven_op, tekst) VALUES (1, 1, '2026-11-20', 'Het ging anders.');
INSERT INTO avg_beperking (id, beller, reden, sinds, opgeheven_op) VALUES (1, 1, 'betwist', '2026-11-20', '2026-11-20');
INSERT INTO avg_toch_bekeken (id, beller, reden, op, door) VALUES (1, 1, 'bezwaar', '2026-11-20T12:00:00+00:00', 'Mia');
INSERT INTO herstel (id, op, anker) VALUES (1, '2026-11-20T12:00:00+00:00', '33-YTM8D-FWQ1Q-KXBVP-1WSV0-2EN9Y');
INSERT INTO wissing (id, soort, op, door, reden, nagezocht_op) VALUES (1, 'vergeten', '2026-11-20T12:00:00+00:00', 'R. Smit', NULL, '2026-11-20T12:00:00+00:00');
INSERT INTO gewist (kenmerk, wissing) VALUES ('01M7WD7TG00000000000000012/B3', 1);
INSERT INTO gewist (kenmerk, wissing) VALUES ('01M7WD7TG00000000000000013', 1);
INSERT INTO gedeeld_onderwerp (id, onderwerp) VALUES (1, 'parkeren');
INSERT INTO bevroren (soort, eerste_dag, cijfers, vervolg) VALUES ('jaar', '2026-01-01', '{"anoniem":0,"beeindigd":0,"bellers":1,"fout_bij_ons":0,"gewaarschuwd":0,"grens_gesteld":0,"herhaalde_bellers":0,"onvolledig":0,"overgedragen":0,"per_aangifte":[["nee",1]],"per_dag":[["2026-09-21",1]],"per_ernst":[["licht",1]],"per_kanaal":[["telefoon",1]],"per_onderwerp":[["parkeren",1]],"per_soort":[["schelden",1]],"per_team":[["Balie",1]],"per_uur_en_weekdag":[[14,0,1]],"politie":0,"totaal":1}', NULL);
INSERT INTO bevroren (soort, eerste_dag, cijfers, vervolg) VALUES ('kwartaal', '2026-07-01', '{"anoniem":0,"beeindigd":0,"bellers":1,"fout_bij_ons":0,"gewaarschuwd":0,"grens_gesteld":0,"herhaalde_bellers":0,"onvolledig":0,"overgedragen":0,"per_aangifte":[["nee",1]],"per_dag":[["2026-09-21",1]],"per_ernst":[["licht",1]],"per_kanaal":[["telefoon",1]],"per_onderwerp":[["parkeren",1]],"per_soort":[["schelden",1]],"per_team":[["Balie",1]],"per_uur_en_weekdag":[[14,0,1]],"politie":0,"totaal":1}', NULL);
INSERT INTO bevroren (soort, eerste_dag, cijfers, vervolg) VALUES ('maand', '2026-09-01', '{"anoniem":0,"beeindigd":0,"bellers":1,"fout_bij_ons":0,"gewaarschuwd":0,"grens_gesteld":0,"herhaalde_bellers":0,"onvolledig":0,"overgedragen":0,"per_aangifte":[["nee",1]],"per_dag":[["2026-09-21",1]],"per_ernst":[["licht",1]],"per_kanaal":[["telefoon",1]],"per_onderwerp":[["parkeren",1]],"per_soort":[["schelden",1]],"per_team":[["Balie",1]],"per_uur_en_weekdag":[[14,0,1]],"politie":0,"totaal":1}', NULL);
INSERT INTO bevroren (soort, eerste_dag, cijfers, vervolg) VALUES ('week', '2026-09-21', '{"anoniem":0,"beeindigd":0,"bellers":1,"fout_bij_ons":0,"gewaarschuwd":0,"grens_gesteld":0,"herhaalde_bellers":0,"onvolledig":0,"overgedragen":0,"per_aangifte":[["nee",1]],"per_dag":[["2026-09-21",1]],"per_ernst":[["licht",1]],"per_kanaal":[["telefoon",1]],"per_onderwerp":[["parkeren",1]],"per_soort":[["schelden",1]],"per_team":[["Balie",1]],"per_uur_en_weekdag":[[14,0,1]],"politie":0,"totaal":1}', NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES ('beller', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('logboek', 53);
INSERT INTO sqlite_sequence (name, seq) VALUES ('incident', 13);
INSERT INTO sqlite_sequence (name, seq) VALUES ('toezegging', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES ('samenvoeging', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('maatregel', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('brief', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('goed_gesprek', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('nazorg_stap', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('nazorg_afgezien', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('beleid', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('reservekopie', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('herstel', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('vasthouding', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('zienswijze', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('avg_beperking', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('avg_toch_bekeken', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('verzoek', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('gedeeld_onderwerp', 1);
INSERT INTO sqlite_sequence (name, seq) VALUES ('wissing', 1);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX beller_klantnummer ON beller(klantnummer) WHERE klantnummer IS NOT NULL;
CREATE INDEX beller_naam ON beller(naam_gevouwen) WHERE naam_gevouwen IS NOT NULL;
CREATE INDEX beller_samengevoegd_met ON beller(samengevoegd_met) WHERE samengevoegd_met IS NOT NULL;
CREATE INDEX beller_nummer_nummer ON beller_nummer(nummer, beller);
CREATE INDEX bijsoort_soort ON bijsoort(soort, incident);
CREATE INDEX incident_op ON incident(op);
CREATE INDEX incident_nummer ON incident(nummer, op) WHERE nummer IS NOT NULL;
CREATE INDEX incident_beller ON incident(beller, op) WHERE beller IS NOT NULL;
CREATE INDEX incident_soort ON incident(soort, op);
CREATE INDEX incident_ernst ON incident(ernst, op);
CREATE INDEX incident_team ON incident(team COLLATE NOCASE, op) WHERE team IS NOT NULL;
CREATE INDEX incident_onderwerp ON incident(onderwerp COLLATE NOCASE, beller)
        WHERE onderwerp IS NOT NULL AND beller IS NOT NULL;
CREATE INDEX incident_melder ON incident(melder, op);
CREATE INDEX incident_onvolledig ON incident(op) WHERE onvolledig = 1;
CREATE INDEX incident_cijfers ON incident(
        dag, status, soort, ernst, team, kanaal, onderwerp, uur, gewaarschuwd, beeindigd,
        overgedragen, politie, aangifte, fout_bij_ons, anoniem, onvolledig, beller, zekerheid
    );
CREATE INDEX maatregel_beller ON maatregel(beller, id);
CREATE INDEX maatregel_incident_incident ON maatregel_incident(incident);
CREATE INDEX brief_maatregel ON brief(maatregel, id);
CREATE INDEX samenvoeging_beller ON samenvoeging(beller, id) WHERE gesplitst = 0;
CREATE INDEX logboek_handeling ON logboek(handeling);
CREATE INDEX logboek_record ON logboek(tabel, sleutel, id);
CREATE TRIGGER logboek_sluit_aan BEFORE INSERT ON logboek
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM logboek) OR NEW.zout IS NULL
    BEGIN SELECT RAISE(ABORT, 'het logboek wordt alleen aan het eind aangevuld'); END;
CREATE TRIGGER logboek_staat_vast BEFORE UPDATE ON logboek
    WHEN NOT (NEW.id IS OLD.id AND NEW.handeling IS OLD.handeling AND NEW.op IS OLD.op AND NEW.login IS OLD.login AND NEW.naam IS OLD.naam AND NEW.opdracht IS OLD.opdracht AND NEW.tabel IS OLD.tabel AND NEW.sleutel IS OLD.sleutel AND NEW.verbintenis IS OLD.verbintenis AND NEW.keten IS OLD.keten AND NEW.voor IS NULL AND NEW.na IS NULL AND NEW.zout IS NULL)
    BEGIN SELECT RAISE(ABORT, 'een regel van het logboek kan alleen leeggemaakt worden'); END;
CREATE TRIGGER logboek_blijft BEFORE DELETE ON logboek
    BEGIN SELECT RAISE(ABORT, 'een regel van het logboek gaat nooit weg'); END;
CREATE UNIQUE INDEX nazorg_stap_incident ON nazorg_stap(incident, stap);
CREATE INDEX nazorg_afgezien_incident ON nazorg_afgezien(incident, op);
CREATE INDEX incident_nazorg ON incident(op, melder, ernst, status, nazorg) WHERE nazorg IS NOT NULL;
CREATE INDEX toezegging_incident ON toezegging(incident) WHERE incident IS NOT NULL;
CREATE INDEX toezegging_beller ON toezegging(beller) WHERE beller IS NOT NULL;
CREATE INDEX toezegging_klaar_op ON toezegging(klaar_op);
CREATE INDEX goed_gesprek_maatregel ON goed_gesprek(maatregel, op);
CREATE INDEX goed_gesprek_op ON goed_gesprek(op);
CREATE INDEX verzoek_beller ON verzoek(beller, id);
CREATE INDEX verzoek_beantwoord_op ON verzoek(beantwoord_op);
CREATE INDEX reservekopie_op ON reservekopie(op);
CREATE INDEX incident_onbeantwoord ON incident(op, beller)
        WHERE zekerheid = 'zeker' AND beantwoord IS NULL AND status IN ('gemeld', 'bevestigd');
CREATE INDEX incident_gewaarschuwd ON incident(beller, op)
        WHERE gewaarschuwd = 1 AND zekerheid = 'zeker' AND status IN ('gemeld', 'bevestigd');
CREATE INDEX incident_vermoedelijk ON incident(op)
        WHERE zekerheid = 'vermoedelijk' AND beantwoord IS NULL AND status IN ('gemeld', 'bevestigd');
CREATE INDEX incident_vervallen ON incident(op) WHERE status IN ('afgewezen', 'ingetrokken');
CREATE INDEX maatregel_uitgereikt_op ON maatregel(uitgereikt_op) WHERE soort IS NOT NULL;
CREATE INDEX maatregel_tot ON maatregel(tot) WHERE tot IS NOT NULL;
CREATE INDEX maatregel_geldig_tot ON maatregel(geldig_tot) WHERE geldig_tot IS NOT NULL;
CREATE INDEX maatregel_bezwaar ON maatregel(bezwaar_beantwoord_op)
        WHERE bezwaar_ontvangen_op IS NOT NULL;
CREATE INDEX maatregel_besloten_op ON maatregel(besloten_op);
CREATE INDEX maatregel_bezwaar_ontvangen_op ON maatregel(bezwaar_ontvangen_op)
        WHERE bezwaar_ontvangen_op IS NOT NULL;
CREATE INDEX vasthouding_beller ON vasthouding(beller, id);
CREATE INDEX vasthouding_incident ON vasthouding(incident, id);
CREATE INDEX inzage_op ON inzage(op, login, naam, opdracht);
CREATE INDEX inzage_beller_inzage ON inzage_beller(inzage);
CREATE INDEX inzage_telling_aantal ON inzage_telling(aantal);
CREATE INDEX zienswijze_beller ON zienswijze(beller, id);
CREATE INDEX avg_beperking_beller ON avg_beperking(beller, id);
CREATE INDEX avg_beperking_loopt ON avg_beperking(id) WHERE opgeheven_op IS NULL;
CREATE INDEX avg_toch_bekeken_beller ON avg_toch_bekeken(beller, id);
PRAGMA application_id=1095191623;
PRAGMA user_version=1;
COMMIT;
