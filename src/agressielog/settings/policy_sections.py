"""Everything a policy file may hold, as data: each key with its sort, its default and what it is for.

The reader checks a file against this, and `docs/beleid.md` is written from it.
"""

from collections.abc import Mapping

from agressielog.domain.ladder import MeasureNature
from agressielog.domain.safeguards import RemedyKind
from agressielog.domain.vocabulary import Delivery, IncidentStatus, PoliceReport, Severity
from agressielog.settings.policy_schema import Key, Section, Sort

GROUND = Key(sort=Sort.TEXT, required=True, meaning="Waarom dit zo is, en waar dat staat.")
_POLICE = tuple(choice.value for choice in PoliceReport)

TOP = Section(
    meaning="Boven aan het bestand, vóór het eerste kopje.",
    keys={
        "naam": Key(sort=Sort.CODE, required=True, meaning="Hoe het beleid heet in `beleid list`."),
        "versie": Key(
            sort=Sort.TEXT, required=True, meaning="Jouw eigen versie; verander haar bij elke wijziging."
        ),
        "omschrijving": Key(sort=Sort.TEXT, default="", meaning="Voor wie of wat het is, in één zin."),
    },
)

RANGE = Section(
    meaning="Wat één soort gedrag vraagt in een beleid zonder treden, als `bereik = { … }` bij die soort.",
    keys={
        "maatregel": Key(sort=Sort.MEASURE, required=True, meaning="De maatregel."),
        "duur": Key(sort=Sort.LENGTH, meaning="Hoelang een verbod of beperking duurt."),
        "hoogstens": Key(
            sort=Sort.SPAN, meaning="In plaats van `duur`: alleen een langste, zonder kortste termijn."
        ),
        "grondslag": GROUND,
    },
)

SECTIONS: Mapping[str, Section] = {
    "instructie": Section(
        meaning="Wat de collega doet bij elke uitkomst van opzoeken. Eén zin, liefst binnen 78 tekens.",
        keys={
            "onbekend": Key(sort=Sort.TEXT, default="Neem gewoon op.", meaning="Bij een onbekend nummer."),
            "anoniem": Key(
                sort=Sort.TEXT,
                default="Neem gewoon op. Een afgeschermd nummer hoort bij niemand; vraag de naam.",
                meaning="Bij een afgeschermd nummer.",
            ),
            "bekend": Key(
                sort=Sort.TEXT,
                default="Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.",
                meaning="Er waren eerder incidenten, en er geldt geen maatregel.",
            ),
            "waarschuwing": Key(
                sort=Sort.TEXT,
                default="Neem rustig op. Gaat het weer mis: noem de waarschuwing en rond af.",
                meaning="Er geldt een schriftelijke waarschuwing.",
            ),
            "beperking": Key(
                sort=Sort.TEXT,
                default="Vraag eerst de naam. Houd je aan de afspraak; bij nood help je altijd.",
                meaning="Er geldt een beperking van het contact.",
            ),
            "contactverbod": Key(
                sort=Sort.TEXT,
                default="Vraag eerst de naam. Zeg dat bellen nu niet kan; bij nood help je altijd.",
                meaning="Er geldt een contactverbod.",
            ),
            "ligt_ter_beoordeling": Key(
                sort=Sort.TEXT,
                default="Neem rustig op en beloof niets over een besluit.",
                meaning="Een incident wacht op een besluit.",
            ),
            "ligt_ter_beoordeling_zwaar": Key(
                sort=Sort.TEXT,
                default="Laat een collega meeluisteren; onveilig: rond af.",
                meaning="Een zwaar incident wacht op een besluit.",
            ),
        },
    ),
    "telling": Section(
        meaning="Welke incidenten meetellen.",
        ground="Een jaar is wat gepubliceerde protocollen aanhouden.",
        keys={
            "venster": Key(
                sort=Sort.SPAN,
                default="12 maanden",
                meaning="Zo lang telt een incident mee; dezelfde dag een jaar later hoort er nog bij.",
            ),
            "telt_vanaf": Key(
                sort=Sort.CHOICE,
                choices=(IncidentStatus.REPORTED.value, IncidentStatus.CONFIRMED.value),
                default="gemeld",
                meaning="Tellen alle meldingen, of alleen wat een ander heeft bevestigd?",
            ),
            "grondslag": GROUND,
        },
    ),
    "soort": Section(
        meaning="Een soort gedrag. Soorten met ernst `geen` worden vastgelegd en tellen nooit mee. De soort "
        "`overtreding_contactverbod`, met ernst `geen`, is er altijd, ook als je haar niet noemt.",
        repeated=True,
        required=True,
        keys={
            "code": Key(sort=Sort.CODE, required=True, meaning="Zoals ze wordt opgeslagen."),
            "label": Key(sort=Sort.TEXT, required=True, meaning="Zoals ze op het scherm staat."),
            "omschrijving": Key(sort=Sort.TEXT, required=True, meaning="Wat het is, en wat het niet is."),
            "ernst": Key(
                sort=Sort.CHOICE,
                required=True,
                choices=tuple(choice.value for choice in Severity),
                meaning="Hoe zwaar ze weegt.",
            ),
            "aangifte": Key(
                sort=Sort.CHOICE, choices=_POLICE, default="nee", meaning="Of de politie erbij hoort."
            ),
            "instap": Key(
                sort=Sort.RUNG, meaning="Een eigen trede om op in te stappen, in plaats van die bij de ernst."
            ),
            "bereik": Key(sort=Sort.TABLE, meaning="In een beleid zonder treden: zie [bereik](#bereik)."),
            "grondslag": GROUND,
        },
    ),
    "bereik": RANGE,
    "maatregel": Section(
        meaning="Een maatregel die je zelf noemt. Zonder deze kopjes ken je er al vijf: `mondelinge_waarschuwing`, "
        "`ordegesprek`, `schriftelijke_waarschuwing`, `contactbeperking` en `contactverbod`. "
        "De volgorde is van licht naar zwaar.",
        repeated=True,
        keys={
            "code": Key(sort=Sort.CODE, required=True, meaning="Zoals ze wordt opgeslagen."),
            "label": Key(
                sort=Sort.TEXT, required=True, meaning="Zoals ze op het scherm en in brieven staat."
            ),
            "aard": Key(
                sort=Sort.CHOICE,
                required=True,
                choices=tuple(choice.value for choice in MeasureNature),
                meaning="Een beperking en een verbod hebben een einde, en alle waarborgen.",
            ),
        },
    ),
    "trede": Section(
        meaning="Een trede van de ladder, van licht naar zwaar. Wie een maatregel kreeg, komt bij het volgende incident "
        "één trede hoger.",
        repeated=True,
        keys={
            "code": Key(sort=Sort.CODE, required=True, meaning="Zoals ze wordt opgeslagen."),
            "label": Key(sort=Sort.TEXT, required=True, meaning="Zoals ze op het scherm staat."),
            "maatregel": Key(sort=Sort.MEASURE, required=True, meaning="De maatregel van deze trede."),
            "of": Key(
                sort=Sort.MEASURES,
                default=(),
                meaning="Maatregelen die in haar plaats mogen; de eerste is het advies.",
            ),
            "met": Key(
                sort=Sort.MEASURES,
                default=(),
                meaning="Maatregelen die erbij horen, zoals een gesprek bij een brief. Leg ze apart vast; ze zijn zelf geen trede.",
            ),
            "geldig": Key(
                sort=Sort.SPAN,
                meaning="Hoelang een waarschuwing telt; anders zo lang als het venster van `telling`.",
            ),
            "duur": Key(
                sort=Sort.LENGTH, meaning="Hoelang een beperking of verbod duurt; verplicht bij die twee."
            ),
            "in_gesprek": Key(
                sort=Sort.YES_NO,
                default=False,
                meaning="Alleen op de eerste trede: wie in het gesprek is gewaarschuwd, heeft haar gehad.",
            ),
            "aangifte": Key(
                sort=Sort.CHOICE,
                choices=_POLICE,
                default="nee",
                meaning="Of de politie bij deze trede hoort.",
            ),
            "grondslag": GROUND,
        },
    ),
    "instap": Section(
        meaning="De eerste trede per ernst; verplicht voor elke ernst boven `geen` die een soort heeft.",
        keys={
            severity.value: Key(
                sort=Sort.RUNG, meaning=f"Waar een incident met ernst `{severity.value}` begint."
            )
            for severity in Severity
            if severity is not Severity.NONE
        }
        | {"grondslag": GROUND},
    ),
    "patroon": Section(
        meaning="Veel incidenten samen tillen het advies naar een trede, nooit hoger.",
        keys={
            "aantal": Key(
                sort=Sort.COUNT,
                required=True,
                lowest=2,
                meaning="Zo veel tellende incidenten in het venster.",
            ),
            "trede": Key(
                sort=Sort.RUNG, required=True, meaning="Naar deze trede; niet boven `eerst_waarschuwen`."
            ),
            "grondslag": GROUND,
        },
    ),
    "waarschuwen": Section(
        meaning="Eerst waarschuwen. Geldt niet bij ernst `zwaar`.",
        keys={
            "eerst_waarschuwen": Key(
                sort=Sort.RUNG, meaning="Boven deze trede komt niemand die nog nooit is gewaarschuwd."
            ),
            "hoogste_zonder_schriftelijk": Key(
                sort=Sort.RUNG, meaning="Zonder schriftelijke waarschuwing komt niemand hoger dan deze trede."
            ),
            "verplicht": Key(
                sort=Sort.YES_NO,
                meaning="Wordt een verbod zonder waarschuwing geweigerd? Zonder deze sleutel: ja, "
                "als `eerst_waarschuwen` er staat.",
            ),
            "grondslag": GROUND,
        },
    ),
    "schriftelijk": Section(
        meaning="Wat als schriftelijk telt.",
        ground="Wie het kan nalezen, kan er iets mee en kan er iets tegen doen.",
        keys={
            "wijzen": Key(
                sort=Sort.CHOICES,
                choices=tuple(choice.value for choice in Delivery),
                default=(Delivery.POST.value, Delivery.E_MAIL.value, Delivery.HANDED_OVER.value),
                filled=True,
                meaning="De manieren van uitreiken die schriftelijk zijn.",
            ),
            "grondslag": GROUND,
        },
    ),
    "overtreding": Section(
        meaning="Bellen ondanks een verbod telt niet mee, maar vraagt op den duur een oordeel.",
        keys={
            "beoordelen_vanaf": Key(
                sort=Sort.COUNT, required=True, meaning="Vanaf zo veel overtredingen tijdens één verbod."
            ),
            "grondslag": GROUND,
        },
    ),
    "besluit": Section(
        meaning="Hoelang een beperking of verbod hoogstens duurt.",
        ground="Langer dan een jaar is volgens ombudsman en rechter zelden evenredig.",
        keys={
            "hoogstens": Key(sort=Sort.SPAN, default="12 maanden", meaning="De langste duur in één besluit."),
            "zonder_nieuw_besluit": Key(
                sort=Sort.SPAN,
                default="6 maanden",
                meaning="Duurt een maatregel langer, dan wordt uiterlijk dan opnieuw besloten: de evaluatie valt niet later.",
            ),
            "grondslag": GROUND,
        },
    ),
    "horen": Section(
        meaning="Of de beller wordt gehoord voor een beperking of verbod.",
        ground="Wie iets wordt opgelegd, mag eerst zijn kant vertellen.",
        keys={
            "verplicht": Key(
                sort=Sort.YES_NO, default=True, meaning="Gehoord, of een reden waarom dat niet kon."
            ),
            "grondslag": GROUND,
        },
    ),
    "evaluatie": Section(
        meaning="Of een beperking of verbod halverwege wordt bekeken; gewoonlijk wordt het dan opgeheven.",
        ground="Zonder datum kijkt niemand meer; iemand kan zijn leven beteren.",
        keys={
            "verplicht": Key(sort=Sort.YES_NO, default=True, meaning="Wel of niet."),
            "uiterlijk": Key(
                sort=Sort.SPAN, default="6 maanden", meaning="Uiterlijk dan, ook als halverwege later is."
            ),
            "grondslag": GROUND,
        },
    ),
    "open": Section(
        meaning="Wat een verbod nooit dekt.",
        ground="Wie in nood is, wordt geholpen.",
        keys={
            "altijd": Key(
                sort=Sort.TEXTS,
                default=("112",),
                filled=True,
                meaning="Wat altijd open blijft, zoals `spoedzorg`.",
            ),
            "grondslag": GROUND,
        },
    ),
    "beslissers": Section(
        meaning="Wie wat mag besluiten. Voor een maatregel die er niet staat, beslist wie bij `instelling` staat.",
        free="code van een maatregel",
        free_key=Key(sort=Sort.TEXT, meaning="Wie daarover beslist, in woorden."),
        keys={"grondslag": GROUND},
    ),
    "reactie": Section(
        meaning="Wanneer de beller van ons hoort.",
        ground="Arbocatalogus A+O fonds Gemeenten, 10.1 sanctiebeleid.",
        keys={
            "binnen_uren": Key(
                sort=Sort.COUNT, default=24, meaning="Zo veel uur na het incident, tot het uitreiken."
            ),
            "grondslag": GROUND,
        },
    ),
    "rechtsmiddel": Section(
        meaning="Wat de beller tegen een maatregel kan doen.",
        required=True,
        keys={
            "soort": Key(
                sort=Sort.CHOICE,
                required=True,
                choices=tuple(choice.value for choice in RemedyKind),
                meaning="`bezwaar` bij een bestuursorgaan, anders `klacht`.",
            ),
            "waar": Key(sort=Sort.TEXT, required=True, meaning="Waar hij dat indient."),
            "termijn": Key(sort=Sort.SPAN, required=True, meaning="Hoelang hij daarvoor heeft."),
            "antwoord": Key(sort=Sort.SPAN, required=True, meaning="Binnen welke termijn wij antwoorden."),
            "schuift": Key(
                sort=Sort.YES_NO,
                default=False,
                meaning="Schuift een termijn die in een weekend of op een feestdag eindigt, naar de eerste werkdag?",
            ),
            "grondslag": GROUND,
        },
    ),
    "bewaren": Section(
        meaning="Hoelang een incident met deze ernst bij een beller blijft staan, na het laatste incident van die beller "
        "dat meetelde. Een brief noemt deze termijn: staat ze er niet, dan wordt de brief niet gemaakt. Wat een "
        "maatregel, een trede, een open bezwaar, verzoek of toezegging of een vasthouding nodig heeft, blijft zo lang.",
        keys={
            severity.value: Key(sort=Sort.SPAN, meaning=f"Bij ernst `{severity.value}`.")
            for severity in Severity
            if severity is not Severity.NONE
        }
        | {
            "zwaar_hoogstens": Key(
                sort=Sort.SPAN,
                meaning="Een zwaar incident mag, met reden (`avg vasthouden --langer`), hoogstens zo lang blijven; even "
                "gerekend als hierboven.",
            ),
            "ingetrokken": Key(sort=Sort.SPAN, meaning="Wat is ingetrokken of afgewezen; anders 30 dagen."),
            "opzoeken": Key(sort=Sort.SPAN, meaning="Wie wie heeft opgezocht; anders 12 maanden."),
            "grondslag": GROUND,
        },
    ),
    "nazorg": Section(
        meaning="Zorg voor de collega, gerekend vanaf het incident. Het eerste contact is altijd dezelfde dag; uren "
        "lopen door, dagen en weken schuiven als het rechtsmiddel dat zegt. Zonder dit deel: 72 uur, 2 en 6 weken.",
        keys={
            "gesprek_binnen_uren": Key(sort=Sort.COUNT, required=True, meaning="Het gesprek."),
            "daarna": Key(sort=Sort.SPANS, required=True, meaning="Hoogstens twee gesprekken daarna."),
            "laatste_uiterlijk": Key(sort=Sort.SPAN, required=True, meaning="Uiterlijk dan het laatste."),
            "opnieuw_aanbieden": Key(sort=Sort.SPAN, default="2 weken", meaning="Nog één keer, na afzien."),
            "grondslag": GROUND,
        },
    ),
    "privacy": Section(
        meaning="Termijnen bij een verzoek van de beller.",
        keys={
            "antwoord_inzage": Key(
                sort=Sort.SPAN, required=True, meaning="Antwoord op een verzoek om inzage."
            ),
            "antwoord_verwijderen": Key(
                sort=Sort.SPAN, required=True, meaning="Antwoord op een verzoek om verwijdering."
            ),
            "grondslag": GROUND,
        },
    ),
    "aangifte": Section(
        meaning="Termijnen bij aangifte.",
        keys={
            "klachttermijn": Key(
                sort=Sort.SPAN, required=True, meaning="Binnen deze termijn een klacht over belediging."
            ),
            "grondslag": GROUND,
        },
    ),
    "nummer": Section(
        meaning="Oude nummers.",
        keys={
            "verouderd_na": Key(
                sort=Sort.SPAN, required=True, meaning="Zo lang niet gezien: het kan van een ander zijn."
            ),
            "grondslag": GROUND,
        },
    ),
    "vervangt": Section(
        meaning="Soorten uit een eerder beleid die in het logboek staan en hier anders heten. "
        "Zonder deze regel wordt een beleid geweigerd dat zo'n soort niet heeft.",
        free="code van een soort uit het eerdere beleid",
        free_key=Key(sort=Sort.CODE, meaning="De soort uit dit beleid die haar vervangt."),
    ),
}
