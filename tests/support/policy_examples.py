"""A worked example for each thing a policy file can express: whole files, ready to copy."""

from collections.abc import Iterator
from dataclasses import dataclass

_SWEARING = """\
[[soort]]
code = "schelden"
label = "Schelden"
omschrijving = "Scheldwoorden tegen de medewerker; niet: mopperen op de organisatie."
ernst = "licht"
grondslag = "Huisregels, artikel 2."
"""
_THREAT = """\
[[soort]]
code = "bedreiging"
label = "Bedreiging"
omschrijving = "Zegt iemand iets aan te zullen doen."
ernst = "zwaar"
grondslag = "Huisregels, artikel 3."
"""
_WARNING = """\
[[trede]]
code = "brief"
label = "Waarschuwing"
maatregel = "schriftelijke_waarschuwing"
geldig = "12 maanden"
grondslag = "Huisregels, artikel 4."
"""
_BAN = """\
[[trede]]
code = "verbod"
label = "Verbod van 1 maand"
maatregel = "contactverbod"
duur = "1 maand"
grondslag = "Huisregels, artikel 5."
"""
_ENTRY = """\
[instap]
licht = "brief"
zwaar = "verbod"
grondslag = "Huisregels, artikel 6."
"""
_REMEDY = """\
[rechtsmiddel]
soort = "klacht"
waar = "bij de klachtencommissie, Postbus 1, 1234 AB Ons Dorp"
termijn = "6 weken"
antwoord = "4 weken"
grondslag = "Klachtenregeling, artikel 1."
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One feature: what it is for, in Dutch, and a whole file that uses it."""

    title: str
    meaning: str
    text: str


def examples() -> Iterator[Example]:
    """Give the examples, the simplest first."""
    yield _example(
        "Een klein beleid",
        "Twee soorten, twee treden. Alles wat er niet staat, heeft de waarde die bij de sleutel genoemd is.",
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        _ENTRY,
    )
    yield _example(
        "Eigen namen, een ander venster, alleen bevestigde meldingen",
        "Treden heten zoals jij wilt. Hier telt een incident een half jaar, en pas als een ander het bevestigde.",
        '[telling]\nvenster = "6 maanden"\ntelt_vanaf = "bevestigd"\ngrondslag = "Besluit van het team, 1 mei 2026."\n',
        _SWEARING,
        _WARNING.replace('"brief"', '"geel"').replace("Waarschuwing", "Gele kaart"),
        _BAN.replace('"verbod"', '"rood"').replace("Verbod van 1 maand", "Rode kaart"),
        '[instap]\nlicht = "geel"\ngrondslag = "Huisregels, artikel 6."\n',
    )
    yield _example(
        "In het gesprek waarschuwen, en de keuze tussen twee maatregelen",
        "Wie in het gesprek is gewaarschuwd, heeft de eerste trede gehad. In plaats daarvan mag een ordegesprek (`of`).",
        _SWEARING,
        '[[trede]]\ncode = "gezegd"\nlabel = "Gewaarschuwd"\nmaatregel = "mondelinge_waarschuwing"\nof = ["ordegesprek"]\n'
        'geldig = "12 maanden"\nin_gesprek = true\ngrondslag = "Huisregels, artikel 4."\n',
        _BAN,
        '[instap]\nlicht = "gezegd"\ngrondslag = "Huisregels, artikel 6."\n',
    )
    yield _example(
        "Een trede met twee maatregelen, en een duur met een bereik",
        "De brief gaat samen met een gesprek (`met`). Het verbod duurt zo lang als de beslisser kiest: 12 tot 24 maanden. "
        "Daarvoor moet één besluit ook zo lang mogen zijn.",
        _SWEARING,
        _WARNING.replace("geldig", 'met = ["ordegesprek"]\ngeldig'),
        _BAN.replace("1 maand", "12 tot 24 maanden").replace(
            'duur = "12 tot 24 maanden"', 'duur = ["12 maanden", "24 maanden"]'
        ),
        '[instap]\nlicht = "brief"\ngrondslag = "Huisregels, artikel 6."\n',
        '[besluit]\nhoogstens = "24 maanden"\nzonder_nieuw_besluit = "12 maanden"\n'
        'grondslag = "Huisregels, artikel 7: daarna een nieuw besluit."\n',
    )
    yield _example(
        "Een soort met een eigen instap",
        "Discriminatie begint meteen bij de brief, ook al begint `middel` lager.",
        _SWEARING,
        _SWEARING.replace("schelden", "belediging")
        .replace("Schelden", "Belediging")
        .replace("licht", "middel"),
        _SWEARING.replace("schelden", "discriminatie")
        .replace("Schelden", "Discriminatie")
        .replace('"licht"', '"middel"\ninstap = "brief"'),
        '[[trede]]\ncode = "gezegd"\nlabel = "Gewaarschuwd"\nmaatregel = "mondelinge_waarschuwing"\n'
        'grondslag = "Huisregels, artikel 4."\n',
        _WARNING,
        '[instap]\nlicht = "gezegd"\nmiddel = "gezegd"\ngrondslag = "Huisregels, artikel 6."\n',
    )
    yield _example(
        "Een patroon, en eerst waarschuwen",
        "Drie incidenten in het venster brengen een brief. Niemand krijgt een verbod die nooit is gewaarschuwd, en zonder "
        "brief nooit meer dan een maand; bij `zwaar` geldt dat niet. Drie overtredingen van een verbod vragen een oordeel.",
        _SWEARING,
        _THREAT,
        '[[trede]]\ncode = "gezegd"\nlabel = "Gewaarschuwd"\nmaatregel = "mondelinge_waarschuwing"\nin_gesprek = true\n'
        'grondslag = "Huisregels, artikel 4."\n',
        _WARNING,
        _BAN,
        '[instap]\nlicht = "gezegd"\nzwaar = "verbod"\ngrondslag = "Huisregels, artikel 6."\n',
        '[patroon]\naantal = 3\ntrede = "brief"\ngrondslag = "Besluit van het team, 1 mei 2026."\n',
        '[waarschuwen]\neerst_waarschuwen = "brief"\nhoogste_zonder_schriftelijk = "verbod"\n'
        'grondslag = "Huisregels, artikel 8."\n',
        '[overtreding]\nbeoordelen_vanaf = 3\ngrondslag = "Besluit van het team, 1 mei 2026."\n',
    )
    yield _example(
        "Geen verbod meteen na een bedreiging",
        "Stapt `zwaar` lager in, dan volgt ook op een bedreiging eerst een brief.",
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        '[instap]\nlicht = "brief"\nzwaar = "brief"\ngrondslag = "Wij waarschuwen altijd eerst: huisregels, artikel 6."\n',
    )
    yield _example(
        "Aangifte, per soort en per trede",
        "Het sterkste van beide geldt.",
        _SWEARING,
        _THREAT.replace("grondslag", 'aangifte = "ja"\ngrondslag'),
        _WARNING,
        _BAN.replace("grondslag", 'aangifte = "overwegen"\ngrondslag'),
        _ENTRY,
    )
    yield _example(
        "Waarborgen: horen, evalueren, open houden, beslissen",
        "Niet horen mag, met een grond. Wat altijd open blijft, dekt geen enkel verbod.",
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        _ENTRY,
        '[horen]\nverplicht = false\ngrondslag = "Wij horen achteraf: huisregels, artikel 9."\n',
        '[evaluatie]\nverplicht = true\nuiterlijk = "3 maanden"\ngrondslag = "Huisregels, artikel 10."\n',
        '[open]\naltijd = ["112", "spoedzorg"]\ngrondslag = "Huisregels, artikel 11."\n',
        '[beslissers]\ncontactverbod = "de directeur"\ngrondslag = "Mandaatbesluit 2026."\n',
        '[reactie]\nbinnen_uren = 48\ngrondslag = "Besluit van het team, 1 mei 2026."\n',
    )
    yield _example(
        "Bezwaar, met termijnen die schuiven",
        "Bij een bestuursorgaan staat bezwaar open. Een termijn die in een weekend of op een feestdag eindigt, schuift.",
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        _ENTRY,
        remedy='[rechtsmiddel]\nsoort = "bezwaar"\nwaar = "bij het college, Postbus 1, 1234 AB Ons Dorp"\n'
        'termijn = "6 weken"\nantwoord = "6 weken"\nschuift = true\ngrondslag = "Awb art. 6:7; Algemene termijnenwet."\n',
    )
    yield _example(
        "Eigen maatregelen, en wat schriftelijk is",
        "Een eigen maatregel heeft een aard. Hier telt ook een sms als schriftelijk.",
        _SWEARING,
        _THREAT,
        '[[maatregel]]\ncode = "laatste_waarschuwing"\nlabel = "Laatste waarschuwing"\naard = "waarschuwing"\n',
        '[[maatregel]]\ncode = "vast_contact"\nlabel = "Eén contactpersoon"\naard = "beperking"\n',
        _WARNING.replace('"schriftelijke_waarschuwing"', '"laatste_waarschuwing"'),
        _BAN.replace('"contactverbod"', '"vast_contact"').replace("Verbod van", "Eén contactpersoon,"),
        _ENTRY,
        '[schriftelijk]\nwijzen = ["post", "e-mail", "sms", "overhandigd"]\ngrondslag = "Besluit van het team, 1 mei 2026."\n',
    )
    yield _example(
        "Een bereik per soort, zonder treden",
        "Elke soort heeft haar eigen kortste en langste termijn, allemaal in dezelfde eenheid. Er is geen waarschuwing vooraf.",
        _SWEARING.replace(
            "grondslag =",
            'bereik = { maatregel = "contactverbod", duur = ["1 dag", "90 dagen"], grondslag = "Matrix, regel 1." }\n'
            "grondslag =",
        ),
        _THREAT.replace(
            "grondslag =",
            'aangifte = "ja"\n'
            'bereik = { maatregel = "contactverbod", hoogstens = "365 dagen", grondslag = "Matrix, regel 2." }\n'
            "grondslag =",
        ),
    )
    yield _example(
        "Eigen aanwijzingen en bewaartermijnen",
        "Wat er niet staat, houdt de gewone tekst.",
        '[instructie]\nbekend = "Neem op met een collega ernaast."\nligt_ter_beoordeling_zwaar = "Niet zelf opnemen."\n',
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        _ENTRY,
        '[bewaren]\nlicht = "12 maanden"\nzwaar = "36 maanden"\nzwaar_hoogstens = "60 maanden"\n'
        'ingetrokken = "30 dagen"\nopzoeken = "12 maanden"\ngrondslag = "Privacyregeling, artikel 5."\n',
    )
    yield _example(
        "Overstappen van een beleid met andere soorten",
        "In het logboek staan nog incidenten van de soort `geluidsoverlast`; die tellen voortaan als `schelden`.",
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        _ENTRY,
        '[vervangt]\ngeluidsoverlast = "schelden"\n',
    )
    yield _example(
        "Termijnen voor collega, privacy en politie",
        "Deze termijnen staan apart van het advies.",
        _SWEARING,
        _THREAT,
        _WARNING,
        _BAN,
        _ENTRY,
        '[nazorg]\ngesprek_binnen_uren = 72\ndaarna = ["2 weken", "6 weken"]\nlaatste_uiterlijk = "8 weken"\n'
        'opnieuw_aanbieden = "2 weken"\n'
        'grondslag = "Agressieprotocol, artikel 4."\n',
        '[privacy]\nantwoord_inzage = "1 maand"\nantwoord_verwijderen = "4 weken"\ngrondslag = "AVG art. 12."\n',
        '[aangifte]\nklachttermijn = "3 maanden"\ngrondslag = "Art. 66 Sr."\n',
        '[nummer]\nverouderd_na = "12 maanden"\ngrondslag = "Een oud nummer komt na een jaar terug."\n',
    )


def _example(title: str, meaning: str, *blocks: str, remedy: str = _REMEDY) -> Example:
    head = 'naam = "ons-beleid"\nversie = "1"\n'
    return Example(title, meaning, "\n".join([head, *blocks, remedy]))
