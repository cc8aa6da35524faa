"""Dutch verbs for the commands that have an English name: understood everywhere, shown nowhere (design 2)."""

#: Typed where a command belongs by whoever is lost: `agressielog help lookup`.
HELP = frozenset({"help", "hulp"})

_VERBS = {
    "add": ("noteer", "noteren", "toevoegen", "vastleggen"),
    "backup": ("reservekopie",),
    "check": ("controleer", "nakijken"),
    "demo": ("voorbeeld",),
    "edit": ("wijzig", "wijzigen", "verbeter", "verbeteren"),
    "export": ("exporteer", "exporteren"),
    "import": ("importeer", "importeren"),
    "list": ("lijst",),
    # Not `bel`: that is what the telephone does, and it is one slip away from `beller`.
    "lookup": ("opzoeken",),
    "report": ("rapport", "rapportage"),
    "restore": ("terugzetten",),
    "search": ("zoek", "zoeken"),
    "show": ("toon", "tonen"),
    "undo": ("terug",),
    "advies": ("adviezen",),
    "beller": ("bellers",),
    "brief": ("brieven",),
    "instelling": ("instellingen",),
    "maatregel": ("maatregelen",),
    "taken": ("taak",),
    "tips": ("tip",),
    "toezegging": ("toezeggingen",),
}
_NAMES = {verb: name for name, verbs in _VERBS.items() for verb in verbs}


def in_english(word: str) -> str:
    """Return the name of the command that a Dutch verb stands for; any other word as it is.

    >>> in_english("opzoeken"), in_english("lookup")
    ('lookup', 'lookup')
    """
    return _NAMES.get(word, word)
