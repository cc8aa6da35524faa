"""The texts of the tips: those that come with the program, and what can be wrong with an organisation's own."""

import re
from pathlib import Path

import pytest

from agressielog.application.tips import TipsFaulty
from agressielog.domain.policy import KindCode
from agressielog.domain.policy_fault import FaultCode
from agressielog.domain.tips import SpokenTo, TipPage
from agressielog.presentation.mistakes.policy_faults import show_fault
from agressielog.settings.kind_tips import tip_for
from agressielog.settings.policy_file import shipped_policy
from agressielog.settings.shipped_files import shipped_tips_text
from agressielog.settings.tip_texts import (
    LARGEST_FILE,
    read_tips,
    shipped_tips,
    tips_file_text,
    tips_in_use,
)

PHASES = (
    "aannemen", "luisteren", "begrip", "helpen", "grens", "keuze", "overdragen", "beeindigen", "na_afloop",
)  # fmt: skip
TOPICS = ("bedreiging", "onwel_verward", "discriminatie", "drammen", "emotie_of_middel")

OWN = """\
versie = "1"

[[fase]]
code = "luisteren"
titel = "Luisteren"
kort = "Laat uitpraten."
doe = ["Laat uitpraten."]
zeg = ["Ik luister."]

[[onderwerp]]
code = "onwel"
titel = "Onwel"
kort = "Zorg."
doe = ["Bel 112."]
zeg = ["Waar bent u?"]

[[soort]]
code = "schelden"
tip = "Noem je grens."
zeg = ["Stop daarmee."]
"""

PAGES = pytest.mark.parametrize("page", shipped_tips().pages, ids=lambda page: page.code)


def faults(text: str) -> list[str]:
    with pytest.raises(TipsFaulty) as faulty:
        read_tips("eigen.toml", text)
    return [show_fault(fault) for fault in faulty.value.faults]


def test_every_phase_of_a_call_and_every_topic_has_its_page() -> None:
    assert tuple(page.code for page in shipped_tips().phases) == PHASES
    assert tuple(page.code for page in shipped_tips().topics) == TOPICS


def test_every_kind_of_the_default_policy_has_a_tip_and_no_other() -> None:
    kinds = [kind.code for kind in shipped_policy("standaard").kinds]
    assert sorted(tip.kind for tip in shipped_tips().kinds) == sorted(kinds)


@PAGES
def test_a_page_has_a_few_sentences_to_say(page: TipPage) -> None:
    assert 3 <= len(page.say) <= 5
    assert 4 <= len(page.do) <= 6
    assert page.avoid


@PAGES
def test_every_text_is_a_sentence(page: TipPage) -> None:
    for text in (page.short, *page.do, *page.say, *page.avoid):
        assert re.fullmatch(r"[A-ZÉ‘].*[.?!]", text), text
        assert "  " not in text


@PAGES
def test_a_caller_is_addressed_with_u_and_a_colleague_with_je(page: TipPage) -> None:
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie)\b")
    formal = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
    for sentence in page.say:
        if page.spoken_to is SpokenTo.CALLER:
            assert not informal.search(sentence.replace("[je naam]", "")), sentence
        else:
            assert not formal.search(sentence), sentence
    for text in page.do:
        assert not formal.search(text), text


def test_the_sentences_of_a_kind_are_for_the_caller() -> None:
    for tip in shipped_tips().kinds:
        assert not any(re.search(r"\b(je|jij|jou)\b", sentence) for sentence in tip.say)


def test_care_is_told_apart_from_aggression() -> None:
    care = " ".join(shipped_tips().page("onwel_verward").do)
    assert "112" in care
    assert "geen agressie" in care
    assert "nooit een waarschuwing of maatregel" in care
    assert any("zelfdoding" in sentence for sentence in shipped_tips().page("onwel_verward").say)


def test_an_own_file_may_be_as_short_as_this() -> None:
    tips = read_tips("eigen.toml", OWN)
    assert [page.code for page in tips.pages] == ["luisteren", "onwel"]
    assert tips.phases[0].spoken_to is SpokenTo.CALLER


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('versie = "1"', ""), "versie: ontbreekt"),
        (("versie", "versei"), "versei (regel 1): deze sleutel bestaat niet (wel: versie)"),
        (("[[onderwerp]]", "[[onderwrp]]"), "onderwrp (regel 10): deze sleutel bestaat niet (wel: onderwerp)"),
        (("[[fase]]", "[fase]"), "fase (regel 3): moet een of meer tabellen zijn: [[fase]]"),
        (('titel = "Luisteren"', ""), "fase 1, titel (regel 3): ontbreekt"),
        (('titel = "Luisteren"', 'titel = "Luisteren en nog meer"'), "fase 1, titel (regel 5): is langer dan 14 tekens"),
        (('kort = "Laat uitpraten."', f'kort = "{"x" * 64}"'), "fase 1, kort (regel 6): is langer dan 63 tekens"),
        (('"Ik luister."', f'"{"x" * 62}"'), "fase 1, zeg, 1 (regel 8): is langer dan 61 tekens"),
        (('"Ik luister."', f'"Kort.", "{"x" * 137}"'), "fase 1, zeg, 2 (regel 8): is langer dan 136 tekens"),
        (('zeg = ["Ik luister."]', "zeg = []"), "fase 1, zeg (regel 8): moet een tekst"),
        (('zeg = ["Ik luister."]', "zeg = 3"), 'fase 1, zeg (regel 8): moet een lijst zijn, zoals ["a", "b"]'),
        (('zeg = ["Ik luister."]', 'zeg = ["Ik luister.", 3]'), "fase 1, zeg, 2 (regel 8): moet een tekst"),
        (("doe = [", 'tegen = "baas"\ndoe = ['), 'fase 1, tegen (regel 7): "baas" kan niet; kies beller of collega'),
        (('code = "onwel"', 'code = "luisteren"'), 'onderwerp 1, code (regel 11): "luisteren" staat er al'),
        (('code = "onwel"', 'code = "On wel"'), "onderwerp 1, code (regel 11): moet een code zijn: kleine letters, cijfers, - en _, hoogstens 60"),
        (('tip = "Noem je grens."', f'tip = "{"x" * 72}"'), "soort 1, tip (regel 19): is langer dan 71 tekens"),
        (('["Bel 112."]', "[" + 20 * '"Bel 112.", ' + "]"), "onderwerp 1 (regel 10): past niet op één scherm; haal 4 regels weg"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_key_and_line(change: tuple[str, str], fault: str) -> None:
    text = OWN.replace(*change, 1)
    assert text != OWN
    assert any(told.startswith(fault) for told in faults(text)), faults(text)


def test_a_kind_stands_in_the_file_once() -> None:
    again = '\n[[soort]]\ncode = "schelden"\ntip = "x"\nzeg = ["x"]\n'
    assert faults(OWN + again) == ['soort 2, code (regel 23): "schelden" staat er al']


def test_more_phases_than_the_card_holds_are_refused() -> None:
    phase = OWN[OWN.index("[[fase]]") : OWN.index("[[onderwerp]]")]
    many = "".join(phase.replace('"luisteren"', f'"fase{number}"') for number in range(9))
    assert faults(OWN + many) == ["fase 10 (regel 77): er mogen er hoogstens 9 zijn"]


def test_a_file_without_phases_is_refused() -> None:
    assert faults('versie = "1"\n') == ["fase: ontbreekt"]


def test_a_file_that_is_no_toml_says_where() -> None:
    (told,) = faults('versie = "1"\n[[fase\n')
    assert told.startswith("regel 2: dit is geen geldige TOML")


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = OWN.replace('kort = "Laat uitpraten."', "kort = 3").replace('tip = "Noem je grens."', "")
    assert [fault.split(":")[0] for fault in faults(text)] == [
        "fase 1, kort (regel 6)",
        "soort 1, tip (regel 17)",
    ]


def test_a_file_is_read_as_utf_8_with_or_without_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "eigen.toml"
    file.write_bytes(b"\xef\xbb\xbf" + OWN.encode())
    assert tips_file_text(file) == OWN


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    for content, code, line in (
        (b"versie = 1\n\xff", FaultCode.NOT_UTF8, 2),
        (b"#" * (LARGEST_FILE + 1), FaultCode.TOO_LARGE, None),
    ):
        file = tmp_path / "eigen.toml"
        file.write_bytes(content)
        with pytest.raises(TipsFaulty) as faulty:
            tips_file_text(file)
        assert [(fault.code, fault.line) for fault in faulty.value.faults] == [(code, line)]


def test_without_own_texts_those_of_the_program_are_in_use() -> None:
    used = tips_in_use(None)
    assert (used.tips, used.text, used.own, used.faulty) == (shipped_tips(), shipped_tips_text(), False, None)


def test_own_texts_are_in_use_once_they_are_kept() -> None:
    used = tips_in_use(OWN)
    assert (used.tips.version, used.text, used.own, used.faulty) == ("1", OWN, True, None)


def test_own_texts_that_stopped_being_readable_fall_back_and_say_so() -> None:
    used = tips_in_use("versie = 1")
    assert (used.tips, used.own) == (shipped_tips(), False)
    assert used.faulty is not None


def test_the_tip_of_a_kind_is_found_without_reading_the_rest() -> None:
    assert {kind.kind: tip_for(None, kind.kind) for kind in shipped_tips().kinds} == {
        kind.kind: kind.tip for kind in shipped_tips().kinds
    }
    own = shipped_tips_text().replace(shipped_tips().kinds[0].tip, "Adem rustig uit.")
    assert tip_for(own, shipped_tips().kinds[0].kind) == "Adem rustig uit."
    assert tip_for(None, KindCode("bestaat_niet")) is None
