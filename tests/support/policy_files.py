"""Policy files as an organisation writes them: one with a ladder, one with ranges, and what becomes of them."""

import pytest

from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.policy_fault import PolicyFault
from agressielog.settings.policy_file import read_policy

LADDER = """\
naam = "proef"
versie = "1"

[[soort]]
code = "kritiek"
label = "Kritiek"
omschrijving = "Geen agressie."
ernst = "geen"
grondslag = "g"

[[soort]]
code = "schelden"
label = "Schelden"
omschrijving = "Scheldwoorden."
ernst = "licht"
grondslag = "g"

[[soort]]
code = "bedreiging"
label = "Bedreiging"
omschrijving = "Zegt iets aan te doen."
ernst = "zwaar"
grondslag = "g"

[[maatregel]]
code = "kaart"
label = "Gele kaart"
aard = "waarschuwing"

[[trede]]
code = "gezegd"
label = "Gezegd"
maatregel = "mondelinge_waarschuwing"
in_gesprek = true
grondslag = "g"

[[trede]]
code = "brief"
label = "Brief"
maatregel = "kaart"
met = ["ordegesprek"]
geldig = "12 maanden"
grondslag = "g"

[[trede]]
code = "verbod"
label = "Verbod"
maatregel = "contactverbod"
duur = "1 maand"
grondslag = "g"

[instap]
licht = "gezegd"
zwaar = "verbod"
grondslag = "g"

[patroon]
aantal = 3
trede = "brief"
grondslag = "g"

[waarschuwen]
eerst_waarschuwen = "brief"
hoogste_zonder_schriftelijk = "verbod"
verplicht = true
grondslag = "g"

[schriftelijk]
wijzen = ["post", "sms"]
grondslag = "g"

[besluit]
hoogstens = "12 maanden"
zonder_nieuw_besluit = "6 maanden"
grondslag = "g"

[open]
altijd = ["112"]
grondslag = "g"

[beslissers]
contactverbod = "de directeur"
grondslag = "g"

[rechtsmiddel]
soort = "klacht"
waar = "bij de commissie"
termijn = "6 weken"
antwoord = "4 weken"
grondslag = "g"

[nazorg]
gesprek_binnen_uren = 72
daarna = ["2 weken"]
laatste_uiterlijk = "8 weken"
grondslag = "g"

[vervangt]
geluid = "schelden"
"""


RANGES = """\
naam = "proef"
versie = "1"

[[soort]]
code = "schelden"
label = "Schelden"
omschrijving = "Scheldwoorden."
ernst = "licht"
bereik = { maatregel = "contactverbod", duur = ["1 dag", "90 dagen"], grondslag = "g" }
grondslag = "g"

[[soort]]
code = "bedreiging"
label = "Bedreiging"
omschrijving = "Zegt iets aan te doen."
ernst = "zwaar"
bereik = { maatregel = "contactverbod", hoogstens = "365 dagen", grondslag = "g" }
grondslag = "g"

[rechtsmiddel]
soort = "klacht"
waar = "bij de commissie"
termijn = "6 weken"
antwoord = "4 weken"
grondslag = "g"
"""


def refused(text: str) -> tuple[PolicyFault, ...]:
    """Return what is wrong with a file, which must be refused."""
    with pytest.raises(PolicyFaulty) as faulty:
        read_policy("proef.toml", text)
    return faulty.value.faults


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)
