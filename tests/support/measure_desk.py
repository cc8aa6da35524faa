"""Measures as they are typed at a desk, and what comes of it."""

from typing import Any

from office import Office

BY = ("--besluit-door", "R. Smit")
WHY = ("--reden", "Schold na een waarschuwing.")
READY = (*BY, *WHY, "--kanaal-over", "post", "--gehoord", "21-11-2026")


def measure(office: Office, *words: str) -> Any:
    shown = office.do("maatregel", *words, "--json")
    assert shown.status == 0, shown.out
    return shown.document["maatregel"]


def codes(office: Office, *words: str) -> list[str]:
    shown = office.do("maatregel", *words, "--json")
    assert shown.status == 4
    assert shown.document["fout"]["code"] == "geweigerd"
    return [reason["code"] for reason in shown.document["fout"]["redenen"]]
