"""Published protocols as test tables: P1, P3 and P5 of domain.md over the policies that carry them."""

import pytest
from ladders import History

from agressielog.settings.policy_file import shipped_policy

CARDS = shipped_policy("gele-rode-kaart")
MATRIX = shipped_policy("gedragsmatrix")
DESK = shipped_policy("klantenservice")

P1 = "https://www.westfriesgasthuis.nl/patienten/Paginas/VeiligeZorg.aspx"
P3 = "https://www.terneuzen.nl/sportcentrumvliegendevaart/Binnenbad/Huisregels/Maatregelen"
P5 = "https://nummerklantenservice.nl/de-klant-is-koning-maar-niet-in-alle-gevallen/"


@pytest.mark.parametrize(
    ("behaviour", "yellow_on", "measure", "police", "source"),
    [
        ("schelden", None, "gele_kaart", "nee", P1 + " verbale agressie, none valid"),
        ("belediging", None, "gele_kaart", "nee", P1 + " onheuse bejegening, none valid"),
        ("schelden", "2025-11-20", "rode_kaart", "ja", P1 + " gele kaart less than 1 year old"),
        ("schelden", "2026-11-19", "rode_kaart", "ja", P1 + " gele kaart less than 1 year old"),
        ("belediging", "2026-05-20", "rode_kaart", "ja", P1 + " gele kaart less than 1 year old"),
        ("schelden", "2025-11-19", "gele_kaart", "nee", P1 + " gele kaart valid 1 year"),
        ("bedreiging", None, "rode_kaart", "ja", P1 + " bedreiging, any history"),
        ("bedreiging", "2026-05-20", "rode_kaart", "ja", P1 + " bedreiging, any history"),
        ("fysiek_vernieling", None, "rode_kaart", "ja", P1 + " fysieke agressie, any history"),
        ("fysiek_vernieling", "2026-05-20", "rode_kaart", "ja", P1 + " fysieke agressie, any history"),
    ],
)
def test_yellow_and_red_cards(
    behaviour: str, yellow_on: str | None, measure: str, police: str, source: str
) -> None:
    history = History(CARDS)
    if yellow_on is not None:
        history.call(yellow_on, "schelden", hour=8)
        history.give("geel", yellow_on)
    history.call("2026-11-20", behaviour)
    advice = history.advice("2026-11-20")
    assert (advice.measure, advice.police.value) == (measure, police), source


@pytest.mark.parametrize(
    ("behaviour", "shortest", "longest", "police", "source"),
    [
        ("hinderlijk", "1 dag", "90 dagen", "overwegen", P3 + " aanwijzingen niet opvolgen"),
        ("belediging", "1 dag", "90 dagen", "overwegen", P3 + " belediging, schelden, grove taal"),
        ("schelden", "1 dag", "90 dagen", "overwegen", P3 + " belediging, schelden, grove taal"),
        ("schreeuwen", "1 dag", "90 dagen", "overwegen", P3 + " belediging, schelden, grove taal"),
        ("dronkenschap", "1 dag", "90 dagen", "overwegen", P3 + " dronkenschap"),
        ("opname_kleedruimte", "1 dag", "90 dagen", "overwegen", P3 + " smartphone in kleedruimte"),
        ("bedreiging", None, "365 dagen", "ja", P3 + " bedreiging, verbal or not"),
        ("discriminatie", None, "365 dagen", "ja", P3 + " discriminatie"),
        ("diefstal", None, "365 dagen", "ja", P3 + " diefstal"),
        ("fysiek_vernieling", None, "730 dagen", "ja", P3 + " molestatie (lijfelijk geweld)"),
        ("seksuele_intimidatie", None, "1825 dagen", "ja", P3 + " aanranding / seksuele intimidatie"),
    ],
)
def test_a_range_per_behaviour(
    behaviour: str, shortest: str | None, longest: str, police: str, source: str
) -> None:
    history = History(MATRIX)
    history.call("2026-11-20", behaviour)
    advice = history.advice("2026-11-20")
    told = str(advice.shortest) if advice.shortest is not None else None
    assert (told, str(advice.longest), advice.police.value) == (shortest, longest, police), source
    assert (advice.measure, advice.rung, advice.next) == ("contactverbod", None, None)


@pytest.mark.parametrize(
    ("behaviour", "before", "measure", "length", "source"),
    [
        ("schelden", [], "gesprek_beeindigd", None, P5 + " step 1"),
        ("schelden", ["ophangen"], "aangesproken", None, P5 + " step 2"),
        ("schelden", ["ophangen", "aanspreken"], "contactverbod", "1 maand", P5 + " step 3, repeated"),
        ("bedreiging", [], "contactverbod", "1 maand", P5 + " step 3, very serious"),
        ("schelden", ["aanspreken", "verbod_1_maand"], "contactverbod", "3 maanden", P5 + " step 4"),
        ("bedreiging", ["verbod_1_maand"], "contactverbod", "3 maanden", P5 + " step 4"),
        ("schelden", ["aanspreken", "verbod_3_maanden"], "contactverbod", "6 maanden", P5 + " step 4"),
    ],
)
def test_the_ladder_of_a_telephone_desk(
    behaviour: str, before: list[str], measure: str, length: str | None, source: str
) -> None:
    history = History(DESK)
    for month, rung in enumerate(before, start=1):
        history.give(rung, f"2026-0{month}-01")
    history.call("2026-11-20", behaviour)
    advice = history.advice("2026-11-20")
    told = str(advice.longest) if advice.longest is not None else None
    assert (advice.measure, told) == (measure, length), source


@pytest.mark.parametrize(
    ("behaviour", "police", "source"),
    [
        ("belediging", "overwegen", P5 + " aangifte for serious insult"),
        ("bedreiging", "ja", P5 + " aangifte for threat"),
        ("schelden", "nee", P5),
    ],
)
def test_the_police_at_a_telephone_desk(behaviour: str, police: str, source: str) -> None:
    history = History(DESK)
    history.call("2026-11-20", behaviour)
    assert history.advice("2026-11-20").police.value == police, source
