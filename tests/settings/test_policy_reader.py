"""Policy files: what is wrong is found all at once, each fault with its key and its line."""

import tomllib
from pathlib import Path

import pytest
from policy_files import LADDER, RANGES, changed, refused

from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.policy import BREACH
from agressielog.domain.policy_fault import FaultCode
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Severity
from agressielog.presentation.mistakes.policy_faults import show_fault, show_where
from agressielog.settings.policy_file import LARGEST_FILE, policy_file_text, read_policy


@pytest.mark.parametrize("text", [LADDER, RANGES])
def test_a_sound_file_is_read(text: str) -> None:
    assert read_policy("proef.toml", text).name == "proef"


# What the change is, where the fault is told, which one, and how the line begins that it points at.
ONE_FAULT = [
    ('naam = "proef"', 'naam = "Proef!"', "naam", FaultCode.NOT_CODE, "naam"),
    ('naam = "proef"\n', "", "naam", FaultCode.MISSING, None),
    ('versie = "1"', "versie = 1", "versie", FaultCode.NOT_TEXT, "versie"),
    ('versie = "1"', 'versie = "1"\nverzie = "1"', "verzie", FaultCode.UNKNOWN_KEY, "verzie"),
    ('ernst = "geen"', 'ernst = "nul"', "soort 1, ernst", FaultCode.NOT_CHOICE, "ernst = "),
    ('ernst = "geen"', 'ernst = "geen"\ninstap = "brief"', "soort 1, instap", FaultCode.COUNTS_NEVER, "instap"),
    ('ernst = "geen"', 'ernst = "geen"\naangifte = "ja"', "soort 1, aangifte", FaultCode.COUNTS_NEVER, "aangifte"),
    ('label = "Schelden"', 'label = ""', "soort 2, label", FaultCode.NOT_TEXT, "label"),
    ('label = "Schelden"', 'label = "kritiek"', "soort 2, label", FaultCode.DUPLICATE, "label"),
    ('code = "bedreiging"', 'code = "schelden"', "soort 3, code", FaultCode.DUPLICATE, "code"),
    ('code = "kritiek"\n', "", "soort 1, code", FaultCode.MISSING, "[[soort]]"),
    (
        'ernst = "zwaar"',
        'ernst = "zwaar"\nbereik = { maatregel = "contactverbod", duur = "1 dag", grondslag = "g" }',
        "soort 3, bereik",
        FaultCode.RANGE_WITH_RUNGS,
        "bereik",
    ),
    ('ernst = "zwaar"', 'ernst = "zwaar"\ninstap = "verbot"', "soort 3, instap", FaultCode.UNKNOWN_RUNG, "instap"),
    (
        'aard = "waarschuwing"',
        'aard = "waarschuwing"\n[[maatregel]]\ncode = "mondelinge_waarschuwing"\nlabel = "M"\naard = "gesprek"',
        "maatregel 2, aard",
        FaultCode.NATURE_FIXED,
        "aard",
    ),
    (
        'aard = "waarschuwing"',
        'aard = "waarschuwing"\n[[maatregel]]\ncode = "kaart"\nlabel = "M"\naard = "waarschuwing"',
        "maatregel 2, code",
        FaultCode.DUPLICATE,
        "code",
    ),
    ('aard = "waarschuwing"', 'aard = "streng"', "maatregel 1, aard", FaultCode.NOT_CHOICE, "aard"),
    ('maatregel = "kaart"', 'maatregel = "kaard"', "trede 2, maatregel", FaultCode.UNKNOWN_MEASURE, "maatregel"),
    ('met = ["ordegesprek"]', 'met = "ordegesprek"', "trede 2, met", FaultCode.NOT_LIST, "met"),
    ('met = ["ordegesprek"]', "met = [1]", "trede 2, met, 1", FaultCode.NOT_CODE, "met"),
    ('met = ["ordegesprek"]', 'met = ["Orde gesprek"]', "trede 2, met, 1", FaultCode.NOT_CODE, "met"),
    ('met = ["ordegesprek"]', 'met = ["kaart"]', "trede 2, met, 1", FaultCode.TWICE_IN_RUNG, "met"),
    ('met = ["ordegesprek"]', 'met = ["contactverbod"]', "trede 2, met, 1", FaultCode.COMPANION_UNFIT, "met"),
    ('met = ["ordegesprek"]', 'of = ["contactverbod"]', "trede 2, of, 1", FaultCode.ALTERNATIVE_UNFIT, "of"),
    ('met = ["ordegesprek"]', 'of = ["boete"]', "trede 2, of, 1", FaultCode.UNKNOWN_MEASURE, "of"),
    ('geldig = "12 maanden"', 'geldig = "een jaar"', "trede 2, geldig", FaultCode.NOT_SPAN, "geldig"),
    ('geldig = "12 maanden"', 'geldig = "200 jaar"', "trede 2, geldig", FaultCode.NOT_SPAN, "geldig"),
    ('geldig = "12 maanden"', 'duur = "12 maanden"', "trede 2, duur", FaultCode.LENGTH_UNFIT, "duur"),
    ('duur = "1 maand"\n', "", "trede 3, duur", FaultCode.LENGTH_MISSING, "[[trede]]"),
    ('duur = "1 maand"', 'duur = "1 maand"\ngeldig = "1 dag"', "trede 3, geldig", FaultCode.VALIDITY_UNFIT, "geldig"),
    ('duur = "1 maand"', 'duur = ["3 maanden", "1 maand"]', "trede 3, duur", FaultCode.LENGTH_REVERSED, "duur"),
    ('duur = "1 maand"', 'duur = ["1 dag", "1 maand"]', "trede 3, duur", FaultCode.MIXED_UNITS, "duur"),
    ('duur = "1 maand"', 'duur = ["1 dag"]', "trede 3, duur", FaultCode.NOT_SPAN, "duur"),
    ('duur = "1 maand"', 'duur = [\n  "1 dag",\n  "x",\n]', "trede 3, duur, 2", FaultCode.NOT_SPAN, '  "x"'),
    ('duur = "1 maand"', 'duur = "2 jaar"', "trede 3, duur", FaultCode.DECISION_TOO_LONG, "duur"),
    ('duur = "1 maand"', 'duur = "1 maand"\nin_gesprek = true', "trede 3, in_gesprek", FaultCode.IN_CALL_TOO_HIGH, "in_"),
    ("in_gesprek = true", 'in_gesprek = "ja"', "trede 1, in_gesprek", FaultCode.NOT_YES_NO, "in_gesprek"),
    (
        'duur = "1 maand"',
        'duur = "1 maand"\ngrondslag = "g"\n[[trede]]\ncode = "verbod"\nlabel = "V"\nmaatregel = "contactverbod"\nduur = "1 dag"',
        "trede 4, code",
        FaultCode.DUPLICATE,
        "code",
    ),
    ('licht = "gezegd"\n', "", "instap, licht", FaultCode.NO_ENTRY, "[instap]"),
    ('licht = "gezegd"', 'licht = "gezegt"', "instap, licht", FaultCode.UNKNOWN_RUNG, "licht"),
    ('licht = "gezegd"', 'licht = "gezegd"\ngeen = "brief"', "instap, geen", FaultCode.UNKNOWN_KEY, "geen"),
    ('zwaar = "verbod"', "zwaar = 3", "instap, zwaar", FaultCode.NOT_CODE, "zwaar"),
    ("aantal = 3", "aantal = 1", "patroon, aantal", FaultCode.NOT_COUNT, "aantal"),
    ("aantal = 3", "aantal = true", "patroon, aantal", FaultCode.NOT_COUNT, "aantal"),
    ('trede = "brief"', 'trede = "verbod"', "patroon, trede", FaultCode.PATTERN_TOO_HIGH, "trede"),
    ('trede = "brief"\n', "", "patroon, trede", FaultCode.MISSING, "[patroon]"),
    (
        'hoogste_zonder_schriftelijk = "verbod"',
        'hoogste_zonder_schriftelijk = "gezegd"',
        "waarschuwen, hoogste_zonder_schriftelijk",
        FaultCode.UNWRITTEN_TOO_LOW,
        "hoogste",
    ),
    ('wijzen = ["post", "sms"]', 'wijzen = ["fax"]', "schriftelijk, wijzen, 1", FaultCode.NOT_CHOICE, "wijzen"),
    (
        'zonder_nieuw_besluit = "6 maanden"',
        'zonder_nieuw_besluit = "2 jaar"',
        "besluit, zonder_nieuw_besluit",
        FaultCode.RENEWAL_TOO_LONG,
        "zonder",
    ),
    ('hoogstens = "12 maanden"', 'hoogstens = "0 maanden"', "besluit, hoogstens", FaultCode.NOT_SPAN, "hoogstens"),
    ('altijd = ["112"]', "altijd = []", "open, altijd", FaultCode.EMPTY_LIST, "altijd"),
    ('wijzen = ["post", "sms"]', "wijzen = []", "schriftelijk, wijzen", FaultCode.EMPTY_LIST, "wijzen"),
    ('altijd = ["112"]', 'altijd = [""]', "open, altijd, 1", FaultCode.NOT_TEXT, "altijd"),
    ('contactverbod = "de', 'contactverbot = "de', "beslissers, contactverbot", FaultCode.UNKNOWN_MEASURE, "contactverbot"),
    ('soort = "klacht"', 'soort = "mopper"', "rechtsmiddel, soort", FaultCode.NOT_CHOICE, "soort"),
    ('termijn = "6 weken"\n', "", "rechtsmiddel, termijn", FaultCode.MISSING, "[rechtsmiddel]"),
    ('daarna = ["2 weken"]', 'daarna = ["twee weken"]', "nazorg, daarna, 1", FaultCode.NOT_SPAN, "daarna"),
    ('daarna = ["2 weken"]', 'daarna = ["2 weken", "6 weken", "9 weken"]', "nazorg, daarna, 3", FaultCode.TOO_MANY, "daarna"),
    ('geluid = "schelden"', 'geluid = "scheldn"', "vervangt, geluid", FaultCode.UNKNOWN_KIND, "geluid"),
    ('geluid = "schelden"', 'kritiek = "schelden"', "vervangt, kritiek", FaultCode.REPLACES_ITSELF, "kritiek"),
    ("[vervangt]", "[vervankt]", "vervankt", FaultCode.UNKNOWN_KEY, "[vervankt]"),

]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "where", "code", "line"),
    ONE_FAULT,
    ids=[f"{number} {case[2]}: {case[3].value}" for number, case in enumerate(ONE_FAULT)],
)
def test_one_fault_is_told_once_with_its_key_and_line(
    old: str, new: str, where: str, code: FaultCode, line: str | None
) -> None:
    before, after = LADDER.split(old, 1) if LADDER.count(old) == 1 else _at_last(old)
    text = f"{before}{new}{after}"
    (fault,) = refused(text)
    assert (show_where(fault.where), fault.code) == (where, code)
    pointed = text.splitlines()[fault.line - 1] if fault.line is not None else None
    assert pointed is None if line is None else pointed is not None and pointed.startswith(line)


def test_a_term_with_reasons_that_is_shorter_than_without_is_told_with_its_line() -> None:
    kept = '[bewaren]\nlicht = "12 maanden"\nzwaar = "36 maanden"\nzwaar_hoogstens = "35 maanden"\ngrondslag = "x"\n'
    text = f"{LADDER}\n{kept}"
    (fault,) = refused(text)
    assert (show_where(fault.where), fault.code) == ("bewaren, zwaar_hoogstens", FaultCode.TERM_TOO_SHORT)
    assert fault.line is not None
    assert text.splitlines()[fault.line - 1].startswith("zwaar_hoogstens")


def _at_last(old: str) -> tuple[str, str]:
    before, _, after = LADDER.rpartition(old)
    assert before, old
    return before, after


@pytest.mark.parametrize(
    "part", sorted(tomllib.loads(LADDER).keys() - {"naam", "versie", "maatregel", "vervangt"})
)
def test_every_part_with_a_rule_needs_its_ground(part: str) -> None:
    start = LADDER.index(f"[{part}]")
    text = LADDER[:start] + LADDER[start:].replace('grondslag = "g"\n', "", 1)
    (fault,) = refused(text)
    assert (fault.where[0], fault.where[-1], fault.code) == (part, "grondslag", FaultCode.MISSING)
    assert fault.line == text[: text.index(f"[{part}]")].count("\n") + 1


IN_RANGES = [
    ('duur = ["1 dag", "90 dagen"]', 'duur = "3 maanden"', "soort 2, bereik", FaultCode.MIXED_UNITS),
    ('hoogstens = "365 dagen"', 'hoogstens = "900 dagen"', "soort 2, bereik, duur", FaultCode.DECISION_TOO_LONG),
    ('hoogstens = "365 dagen", ', "", "soort 2, bereik, duur", FaultCode.LENGTH_MISSING),
    ('hoogstens = "365 dagen"', 'hoogstens = "9 dagen", duur = "9 dagen"', "soort 2, bereik, hoogstens", FaultCode.DUPLICATE),
    ('ernst = "zwaar"', 'ernst = "zwaar"\ninstap = "brief"', "soort 2, instap", FaultCode.NEEDS_RUNGS),
    ("[rechtsmiddel]", '[instap]\ngrondslag = "g"\n[rechtsmiddel]', "instap", FaultCode.NEEDS_RUNGS),
    (
        "[rechtsmiddel]",
        '[waarschuwen]\neerst_waarschuwen = "x"\ngrondslag = "g"\n[rechtsmiddel]',
        "waarschuwen",
        FaultCode.NEEDS_RUNGS,
    ),
    (
        "[rechtsmiddel]",
        '[waarschuwen]\nverplicht = true\ngrondslag = "g"\n[rechtsmiddel]',
        "waarschuwen, verplicht",
        FaultCode.NEEDS_RUNGS,
    ),
    (
        'bereik = { maatregel = "contactverbod", hoogstens = "365 dagen", grondslag = "g" }\n',
        "",
        "soort 2, bereik",
        FaultCode.NO_RANGE,
    ),
    ('{ maatregel = "contactverbod", hoogstens = "365 dagen", grondslag = "g" }', "3", "soort 2, bereik", FaultCode.NOT_TABLE),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "where", "code"), IN_RANGES)
def test_a_policy_with_ranges_has_its_own_rules(old: str, new: str, where: str, code: FaultCode) -> None:
    faults = refused(changed(RANGES, old, new))
    assert (where, code) in [(show_where(fault.where), fault.code) for fault in faults]


def test_entries_may_not_fall_while_severity_rises() -> None:
    text = changed(
        changed(LADDER, 'licht = "gezegd"', 'licht = "brief"'), 'zwaar = "verbod"', 'zwaar = "gezegd"'
    )
    (fault,) = refused(text)
    assert show_fault(fault) == "instap, zwaar (regel 54): de instap van zwaar ligt lager dan die van licht"


def test_the_highest_without_a_letter_cannot_stand_alone() -> None:
    text = changed(changed(LADDER, 'eerst_waarschuwen = "brief"\n', ""), "verplicht = true\n", "")
    (fault,) = refused(text)
    assert (show_where(fault.where), fault.code) == (
        "waarschuwen, hoogste_zonder_schriftelijk",
        FaultCode.UNWRITTEN_ALONE,
    )


def test_a_demanded_warning_needs_a_rung() -> None:
    text = changed(
        changed(LADDER, 'eerst_waarschuwen = "brief"\n', ""), 'hoogste_zonder_schriftelijk = "verbod"\n', ""
    )
    (fault,) = refused(text)
    assert fault.code is FaultCode.WARNING_UNNAMED


def test_a_warning_cannot_itself_be_a_ban() -> None:
    faults = refused(changed(LADDER, 'eerst_waarschuwen = "brief"', 'eerst_waarschuwen = "verbod"'))
    assert [fault.code for fault in faults] == [FaultCode.WARNING_BINDS]


def test_a_ban_is_not_given_in_the_call_itself() -> None:
    text = changed(
        LADDER, 'maatregel = "mondelinge_waarschuwing"', 'maatregel = "contactverbod"\nduur = "1 dag"'
    )
    assert FaultCode.IN_CALL_BINDS in {fault.code for fault in refused(text)}


def test_a_breach_never_counts() -> None:
    (fault,) = refused(changed(LADDER, 'code = "bedreiging"', 'code = "overtreding_contactverbod"'))
    assert (show_where(fault.where), fault.code) == ("soort 3, ernst", FaultCode.BREACH_COUNTS)


def test_a_policy_from_which_nothing_follows_is_refused() -> None:
    text = "".join(line for line in RANGES.splitlines(keepends=True) if not line.startswith("bereik"))
    assert [fault.code for fault in refused(text)] == [FaultCode.NOTHING_FOLLOWS]


def test_a_policy_of_nothing_but_kinds_that_never_count_may_be() -> None:
    text = RANGES.replace('"licht"', '"geen"').replace('"zwaar"', '"geen"')
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("bereik"))
    assert read_policy("proef.toml", text).ladder is None


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = LADDER
    for old, new in (
        ('ernst = "geen"', 'ernst = "nul"'),
        ('duur = "1 maand"', 'duur = "een maand"'),
        ('licht = "gezegd"', 'licht = "gezegt"'),
        ('termijn = "6 weken"', "termijn = 6"),
    ):
        text = changed(text, old, new)
    shown = [show_fault(fault) for fault in refused(text)]
    assert shown == [
        'soort 1, ernst (regel 8): "nul" kan niet; kies geen, licht, middel of zwaar',
        'trede 3, duur (regel 49): "een maand" is geen termijn; schrijf bijvoorbeeld "12 maanden" of "90 dagen"',
        'instap, licht (regel 53): er is geen trede "gezegt" (wel: gezegd)',
        'rechtsmiddel, termijn (regel 88): "6" is geen termijn; schrijf bijvoorbeeld "12 maanden" of "90 dagen"',
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("naam = proef\n", 1),
        ("[[soort]\n", 1),
        ("a = " + "[" * 5000, None),
        ("a = " + "9" * 5000, None),
    ],
)
def test_what_is_no_toml_is_told_at_its_line(text: str, line: int | None) -> None:
    (fault,) = refused(text)
    assert (fault.code, fault.line) == (FaultCode.NOT_TOML, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('naam = "a"\n\nnaam = "b"\n', 3),
        ("[open]\n\n[open]\n", 3),
        ("[soort]\n\n[[soort]]\n", 3),
    ],
)
def test_what_stands_in_a_file_twice_is_told_at_its_line(text: str, line: int) -> None:
    (fault,) = refused(text)
    assert (fault.code, fault.line) == (FaultCode.STANDS_TWICE, line)


def test_every_policy_has_the_kind_for_a_call_in_spite_of_a_ban() -> None:
    breach = read_policy("proef.toml", RANGES).kind(BREACH)
    assert (breach.severity, bool(breach.ground)) == (Severity.NONE, True)


def test_a_kind_of_ones_own_for_a_call_in_spite_of_a_ban_is_not_doubled() -> None:
    own = (
        '[[soort]]\ncode = "overtreding_contactverbod"\nlabel = "Toch gebeld"\nomschrijving = "x"\n'
        'ernst = "geen"\ngrondslag = "g"\n\n[rechtsmiddel]'
    )
    kinds = read_policy("proef.toml", changed(RANGES, "[rechtsmiddel]", own)).kinds
    assert [kind.label for kind in kinds if kind.code == BREACH] == ["Toch gebeld"]
    elsewhere = RANGES + '\n[vervangt]\novertreding_contactverbod = "schelden"\n'
    assert BREACH not in {kind.code for kind in read_policy("proef.toml", elsewhere).kinds}


@pytest.mark.parametrize(
    "text",
    ["", "soort = 3\ntrede = []\n", "soort = [3]\n", '[[soort]]\n[soort.bereik]\nx = {y = [1, {z = "a"}]}\n'],
)
def test_an_odd_file_is_refused_with_what_is_missing(text: str) -> None:
    codes = {fault.code for fault in refused(text)}
    assert FaultCode.MISSING in codes


def test_the_text_is_known_by_its_hash() -> None:
    one, other = read_policy("a", LADDER), read_policy("b", LADDER + "# anders\n")
    assert one.sha256 != other.sha256
    assert len(one.sha256) == 64


def test_what_a_file_leaves_out_is_strict_and_has_a_ground() -> None:
    policy = read_policy("proef.toml", RANGES)
    gates = policy.safeguards
    assert gates is not None
    assert (gates.hearing.on, gates.review.on, gates.warned_first.on) == (True, True, False)
    assert (str(gates.longest_decision), str(gates.longest_without_new)) == ("12 maanden", "6 maanden")
    assert gates.open_always == ("112",)
    assert gates.reaction_hours == 24
    assert policy.window == Span(12, SpanUnit.MONTH)
    assert all(policy.ground_of(part) for part in ("telling", "besluit", "schriftelijk", "reactie", "open"))
    assert all(text for _, text in policy.instructions)


def test_measures_of_ones_own_keep_their_order_among_the_known_ones() -> None:
    text = changed(
        LADDER,
        '[[maatregel]]\ncode = "kaart"',
        '[[maatregel]]\ncode = "praatje"\nlabel = "Praatje"\naard = "gesprek"\n\n[[maatregel]]\ncode = "kaart"',
    )
    codes = [str(measure.code) for measure in read_policy("proef.toml", text).measures]
    assert sorted(codes) == sorted(
        [
            *("praatje", "kaart", "mondelinge_waarschuwing", "ordegesprek", "schriftelijke_waarschuwing"),
            *("contactbeperking", "contactverbod"),
        ]
    )
    assert codes.index("praatje") < codes.index("kaart") < codes.index("contactbeperking")
    assert codes[-1] == "contactverbod"


def test_the_known_measures_keep_their_own_order_where_a_file_lists_none() -> None:
    assert [measure.code for measure in read_policy("proef.toml", RANGES).measures] == [
        "mondelinge_waarschuwing",
        "ordegesprek",
        "schriftelijke_waarschuwing",
        "contactbeperking",
        "contactverbod",
    ]


def test_a_file_is_read_as_it_is_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "beleid.toml"
    path.write_bytes(b"\xef\xbb\xbf" + LADDER.replace("\n", "\r\n").encode())
    assert policy_file_text(path) == LADDER.replace("\n", "\r\n")
    assert read_policy("beleid.toml", policy_file_text(path)).name == "proef"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'naam = "x"\nversie = "caf\xe9"\n', FaultCode.NOT_UTF8, 2),
        (b"#" * (LARGEST_FILE + 1), FaultCode.TOO_LARGE, None),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_refused(
    tmp_path: Path, content: bytes, code: FaultCode, line: int | None
) -> None:
    path = tmp_path / "beleid.toml"
    path.write_bytes(content)
    with pytest.raises(PolicyFaulty) as faulty:
        policy_file_text(path)
    (fault,) = faulty.value.faults
    assert (fault.code, fault.line) == (code, line)
