"""Writes docs/beleid.md from the schema of policy files: `python tests/support/policy_reference.py`."""

from collections.abc import Iterator
from pathlib import Path

from policy_examples import examples

from agressielog.domain.ladder import STANDARD_MEASURES
from agressielog.settings.policy_schema import Key, Section, Sort
from agressielog.settings.policy_sections import SECTIONS, TOP

PAGE = Path(__file__).parents[2] / "docs" / "beleid.md"

_HEAD = """\
# Beleid

Het beleid van je organisatie is één tekstbestand (TOML, UTF-8). Het zegt welke soorten gedrag er zijn, welke maatregel
daarop volgt, en wat er geregeld moet zijn voordat iemand die oplegt. Bij elke regel staat een `grondslag`: waarom dit zo
is, en waar dat staat.

Vier soorten beleid worden meegeleverd en zijn te gebruiken zoals ze zijn:

| naam | wat |
|---|---|
| `standaard` | waarschuwen, dan een contactverbod van 1, 3 en 6 maanden; bij een bedreiging meteen 3 maanden |
| `gele-rode-kaart` | een waarschuwing die een jaar geldt, daarna een verbod (Westfriesgasthuis) |
| `klantenservice` | ophangen, aanspreken, verbod van 1, 3 en 6 maanden (nummerklantenservice.nl) |
| `gedragsmatrix` | geen treden, per soort gedrag een bereik (Sportcentrum Vliegende Vaart, Terneuzen) |

    agressielog beleid list                     welk beleid er is, en welk beleid sinds wanneer geldt
    agressielog beleid show standaard           alle regels met hun grond
    agressielog beleid check ons-beleid.toml    alle fouten ineens, met sleutel en regel
    agressielog beleid use ons-beleid.toml      neem het in gebruik; de tekst wordt bewaard in het logboek

Een bestand met een fout wordt geweigerd, en het beleid dat gold blijft gelden. Eerder gebruikt beleid blijft in het
logboek staan, zodat elk oud advies is na te gaan. Een nieuw beleid verandert niets aan wat al is opgeslagen.

Een termijn is een aantal met `dag`, `dagen`, `week`, `weken`, `maand`, `maanden` of `jaar`. Een code bestaat uit kleine
letters, cijfers, `-` en `_`.

Deze bladzijde wordt gemaakt uit het schema waarmee het programma een bestand controleert; een test houdt ze gelijk.
"""


def reference() -> str:
    """Return the whole page."""
    return "\n".join([_HEAD, "## Sleutels\n", *_sections(), "## Voorbeelden\n", *_examples()])


def _sections() -> Iterator[str]:
    yield from _section("Boven aan", TOP)
    for name, section in SECTIONS.items():
        yield from _section(name, section)
    yield "### Maatregelen die er altijd zijn\n"
    yield "| code | label | aard |\n|---|---|---|"
    yield from (f"| `{one.code}` | {one.label} | `{one.nature.value}` |" for one in STANDARD_MEASURES)
    yield ""


def _section(name: str, section: Section) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"{section.meaning}\n"
    if section is not TOP and name != "bereik":
        often = f"`[[{name}]]`, zo vaak als nodig" if section.repeated else f"`[{name}]`"
        yield f"{often}; {'verplicht' if section.required else 'mag ontbreken'}.\n"
    yield "| sleutel | wat erin staat | zonder deze sleutel | betekenis |\n|---|---|---|---|"
    for key_name, key in section.keys.items():
        yield f"| `{key_name}` | {_sort(key)} | {_without(key)} | {key.meaning} |"
    if section.free_key is not None:
        yield f"| {section.free} | {_sort(section.free_key)} | | {section.free_key.meaning} |"
    if section.ground:
        yield f"\nZonder dit deel is de grond: {section.ground}"
    yield ""


def _sort(key: Key) -> str:
    match key.sort:
        case Sort.CHOICE:
            return " of ".join(f"`{choice}`" for choice in key.choices)
        case Sort.CHOICES:
            return "lijst van " + ", ".join(f"`{choice}`" for choice in key.choices)
        case Sort.COUNT:
            return f"heel getal vanaf {key.lowest}"
        case _:
            return key.sort.value


def _without(key: Key) -> str:
    match key.default:
        case _ if key.required:
            return "fout"
        case None | "" | ():
            return "niets"
        case bool():
            return f"`{str(key.default).lower()}`"
        case tuple():
            return ", ".join(f"`{item}`" for item in key.default)
        case _:
            return f"`{key.default}`"


def _examples() -> Iterator[str]:
    for example in examples():
        yield f"### {example.title}\n"
        yield f"{example.meaning}\n"
        yield f"```toml\n{example.text}```\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
