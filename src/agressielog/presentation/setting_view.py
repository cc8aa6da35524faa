"""Shows the organisation's settings: what each is for, how it stands, and what a change means."""

from agressielog.application.organisation import Changed, Settings
from agressielog.domain.setting import Setting
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import clipped

_VALUE = 60


@value
class SettingText:
    """What a setting is for, in a list, and the question that asks for it."""

    purpose: str
    question: str


SETTING_TEXTS = {
    Setting.ORGANISATION: SettingText("naam boven rapporten en brieven", "Hoe heet de organisatie?"),
    Setting.COUNTRY: SettingText(
        "land van nummers zonder landcode", "Uit welk land zijn nummers zonder landcode? NL, BE of DE"
    ),
    Setting.POLICY: SettingText("soorten, hun ernst en wat je doet", "Welk beleid geldt?"),
    Setting.DECIDER: SettingText("wie over maatregelen beslist", "Wie beslist over maatregelen?"),
    Setting.REPORT_TO: SettingText(
        "waar je een incident meldt", "Bij wie meldt een medewerker een incident?"
    ),
    Setting.BACKUP_FOLDER: SettingText(
        "map voor reservekopieën", "In welke map komen reservekopieën? Het volledige pad"
    ),
    Setting.POSTAL_ADDRESS: SettingText("afzender in brieven", "Wat is het postadres?"),
    Setting.PRIVACY_CONTACT: SettingText(
        "voor vragen over gegevens en inzage", "Bij wie kan een beller terecht over zijn gegevens?"
    ),
    Setting.CONTACT_POINT: SettingText(
        "waar een beller kan reageren",
        "Waar kan een beller reageren op een brief? Geen naam van een medewerker",
    ),
    Setting.COMPLAINTS_BODY: SettingText(
        "waar een klacht daarna heen kan", "Waar kan iemand heen die het niet eens is met ons antwoord?"
    ),
}

_COUNTRIES = {
    Country.NETHERLANDS: "Nederland",
    Country.BELGIUM: "België",
    Country.GERMANY: "Duitsland",
}


def show_settings(screen: Screen, settings: Settings, logbook: str) -> None:
    """Print every setting with what it is for, and where the logbook is."""
    screen.table(
        ["Sleutel", "Waarvoor", "Waarde"],
        [(setting.value, SETTING_TEXTS[setting].purpose, _stands(settings, setting)) for setting in Setting],
    )
    screen.blank()
    screen.line(f"Logboek: {logbook}")
    screen.line("Veranderen: agressielog instelling set SLEUTEL WAARDE")


def show_changes(screen: Screen, changed: Changed) -> None:
    """Print what changed and what that means, or that nothing did."""
    if not changed.changes:
        screen.line("Er is niets veranderd; er is niets opgeslagen.")
        return
    screen.line(styled("Opgeslagen, voor iedereen die met dit logboek werkt.", Style.GOOD))
    for change in changed.changes:
        screen.line(
            f"{change.setting.value}: {_value(change.before)} → {_value(change.after)}", indent=2, hanging=2
        )
    for change in changed.changes:
        default = changed.settings.defaults.get(change.setting)
        if (change.before or default) != (change.after or default):
            for line in _meaning(change.setting, changed.settings):
                screen.line(line)


def show_onward(screen: Screen) -> None:
    """Print what somebody can do who has just set up the logbook."""
    screen.blank()
    screen.fields(
        [
            ("Een gesprek vastleggen:", "agressielog add"),
            ("Opzoeken wie er belt:", "agressielog lookup"),
            ("Deze instellingen nakijken:", "agressielog instelling list"),
        ]
    )


def settings_json(settings: Settings, logbook: str) -> dict[str, object]:
    """Return the document of `instelling list`: the value in force of every setting."""
    return {
        "schema": "agressielog.instelling.list/1",
        "logboek": logbook,
        "instellingen": _values(settings),
    }


def changes_json(changed: Changed) -> dict[str, object]:
    """Return the document of `instelling set`."""
    return {
        "schema": "agressielog.instelling.set/1",
        "veranderd": [
            {"veld": change.setting.value, "voor": change.before, "na": change.after}
            for change in changed.changes
        ],
        "instellingen": _values(changed.settings),
    }


def _meaning(setting: Setting, settings: Settings) -> tuple[str, ...]:
    """Return what changes for the desk with a setting that decides about people."""
    match setting:
        case Setting.COUNTRY:
            country = _COUNTRIES[Country(settings.in_force(setting) or Country.NETHERLANDS)]
            return (
                f"Een nummer zonder landcode is voortaan een nummer uit {country}.",
                "Nummers die al in het logboek staan, veranderen niet.",
            )
        case Setting.POLICY:
            return (
                f"Vanaf nu gelden de soorten, de ernst en de aanwijzingen van {settings.in_force(setting)},",
                "ook bij het opzoeken van eerdere incidenten; de ernst die daarbij is opgeslagen, blijft.",
            )
        case _:
            return ()


def _stands(settings: Settings, setting: Setting) -> str:
    if setting in settings.made:
        return settings.made[setting]
    default = settings.defaults.get(setting)
    return f"{default} (niet ingesteld)" if default is not None else "niet ingesteld"


def _values(settings: Settings) -> dict[str, str | None]:
    return {setting.value: settings.in_force(setting) for setting in Setting}


def _value(value: str | None) -> str:
    return "(leeg)" if value is None else clipped(value, _VALUE)
