"""Reads the texts of the fictitious call centre that `demo` makes.

The files come with the program and tests read every one of them, so a fault in them is ours: it is not
worded for a user.
"""

import tomllib
from datetime import time
from typing import Any

from agressielog.application.demo_material import (
    Behaviour,
    Chapter,
    Colleague,
    Ending,
    Manner,
    Material,
    Matter,
    Occasion,
    Reasons,
    Regular,
    Resolution,
    Spoken,
    Story,
)
from agressielog.domain.policy import KindCode
from agressielog.domain.setting import Setting
from agressielog.domain.vocabulary import Certainty, Channel
from agressielog.settings.shipped_files import SHIPPED_FILES

# A table of one of the files.
_Table = dict[str, Any]


def demo_material() -> Material:
    """Read all of it."""
    office, behaviour = _read("kcc"), _read("gedrag")
    return Material(
        settings={
            Setting.ORGANISATION: office["organisatie"],
            Setting.REPORT_TO: office["meldpunt"],
            Setting.POSTAL_ADDRESS: office["postadres"],
            Setting.PRIVACY_CONTACT: office["privacycontact"],
            Setting.CONTACT_POINT: office["contactpunt"],
        },
        teams={
            team: tuple(Colleague(who["naam"], who["is"] == "v") for who in colleagues)
            for team, colleagues in office["teams"].items()
        },
        area_codes=tuple(office["netnummers"]),
        initials=tuple(office["bellers"]["voorletters"]),
        surnames=tuple(office["bellers"]["achternamen"]),
        helped=tuple(office["hielp"]["gewoon"]),
        helped_strict=tuple(office["hielp"]["streng"]),
        matters=tuple(map(_matter, _read("onderwerpen")["onderwerp"])),
        manners=tuple(map(_manner, behaviour["gedrag"])),
        endings={ending: _spoken(behaviour["afloop"][ending.value]) for ending in Ending},
        regulars=tuple(map(_regular, _read("bellers")["beller"])),
        stories=tuple(_story(table, {}) for table in _read("losse")["voorval"]),
        reasons=_reasons(_read("besluiten")),
        tour=office["rondleiding"],
    )


def _read(name: str) -> _Table:
    file = SHIPPED_FILES / "demo" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _matter(table: _Table) -> Matter:
    return Matter(
        name=table["naam"],
        teams=tuple(table["teams"]),
        busy=frozenset(table["druk"]),
        occasions=tuple(
            Occasion(
                entry["wat"],
                entry.get("zei"),
                entry.get("fout", False),
                frozenset(entry.get("maanden", range(1, 13))),
            )
            for entry in table["aanleidingen"]
        ),
        promises=tuple(table["toezeggingen"]),
        refusals=tuple(table["geweigerd"]),
    )


def _manner(table: _Table) -> Manner:
    everywhere, telephone, counter = (
        tuple(map(_behaviour, table.get(place, ()))) for place in ("overal", "telefoon", "balie")
    )
    return Manner(KindCode(table["soort"]), table["aandeel"], everywhere, telephone, counter)


def _behaviour(table: _Table) -> Behaviour:
    return Behaviour(
        text=table["wat"],
        quote=table.get("zei"),
        to_woman=table.get("aan") == "v",
        whole=table.get("slot", False),
        warned=table.get("gewaarschuwd", False),
        ended=table.get("beeindigd", False),
    )


def _spoken(table: _Table) -> Spoken:
    return Spoken(*(tuple(table.get(place, ())) for place in ("overal", "telefoon", "balie")))


def _regular(table: _Table) -> Regular:
    return Regular(
        role=table.get("rol"),
        name=table.get("naam"),
        woman=table["is"] == "v",
        number=table["nummer"],
        customer_number=table.get("klantnummer"),
        chapters=tuple(_chapter(entry, table) for entry in table["gesprek"]),
    )


def _chapter(table: _Table, regular: _Table) -> Chapter:
    certainty = table.get("zekerheid", regular.get("zekerheid"))
    return Chapter(
        story=_story(table, regular),
        days_ago=table["dagen"],
        at=time.fromisoformat(table["tijd"]),
        number=table.get("nummer"),
        certainty=Certainty(certainty) if certainty is not None else None,
        nameless=table.get("zonder_naam", False),
        resolution=_resolution(table["besluit"]) if "besluit" in table else None,
    )


def _resolution(table: _Table) -> Resolution:
    return Resolution(
        measure=table["maatregel"],
        reason=table["reden"],
        channel_left=table.get("kanaal"),
        delivered=table.get("uitgereikt", True),
        objection=table.get("bezwaar"),
    )


def _reasons(table: _Table) -> Reasons:
    reasons = {what: tuple(texts) for what, texts in table["redenen"].items()}
    return Reasons(
        decider=table["beslisser"],
        channels=tuple(table["kanalen"]),
        none=reasons["geen"],
        spared=reasons["gespaard"],
        nameless=reasons["naamloos"],
        oral=reasons["mondeling"],
        written=reasons["schriftelijk"],
        ban=reasons["verbod"],
        severe=reasons["zwaar"],
        continued=reasons["evaluatie"],
    )


def _story(table: _Table, around: _Table) -> Story:
    """Read one incident; team and subject may stand in the table *around* it."""
    return Story(
        kinds=tuple(map(KindCode, table["soorten"])),
        account=table["wat"],
        quote=table.get("citaat"),
        team=table["team"] if "team" in table else around["team"],
        subject=table["onderwerp"] if "onderwerp" in table else around["onderwerp"],
        reporter=table.get("melder"),
        channel=Channel(table.get("kanaal", Channel.TELEPHONE.value)),
        warned=table.get("gewaarschuwd", False),
        ended=table.get("beeindigd", False),
        handed_over=table.get("overgedragen", False),
        police=table.get("politie", False),
        our_fault=table.get("fout", False),
        helped=table.get("hielp"),
        refused=table.get("niet_toegezegd"),
        promise=table.get("toezegging"),
        due_in=table.get("binnen"),
        withheld=table.get("anoniem", False),
        named=table.get("met_naam", False),
    )
