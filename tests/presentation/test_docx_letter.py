"""A letter as an office document: whole, from any template that has its fields, and inert."""

import io
import re
import sys
import zipfile
from pathlib import Path

import letters
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from agressielog.application.letter_errors import OfficeSupportMissing, TemplateFault, TemplateFaulty
from agressielog.domain.letter import LetterForm, LetterKind
from agressielog.presentation.letters.compose import compose
from agressielog.presentation.letters.docx import FIELDS, as_docx
from agressielog.presentation.letters.page import Page
from agressielog.settings.letter_templates import DEFAULT_TEMPLATE, read_template, shipped_templates

SHIPPED = shipped_templates()
_WHOLE = """{{ adres|join(' / ') }} {{ datum }} {{ kenmerk }} {{ onderwerp }} {{ aanhef }}
{% for blok in blokken %}{{ blok.tekst }} {% endfor %}
{{ afsluiting|join(' / ') }} {{ ondertekening|join(' / ') }}"""


def _page(kind: LetterKind = LetterKind.BAN) -> Page:
    return compose(kind, letters.EXAMPLES[kind], LetterForm.LETTER)


def _template(text: str) -> bytes:
    """A template of the organisation's own, one paragraph a line."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _text(made: bytes) -> str:
    """All that stands in a document, also in its headers, with no-break spaces as ordinary ones."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = [
            name for name in package.namelist() if re.search(r"word/(document|header\d|footer\d)\.xml", name)
        ]
        texts = [re.sub(r"</w:p>", "\n", package.read(name).decode()) for name in names]
    plain = re.sub(r"<[^>]+>", "", "\n".join(texts)).replace("\xa0", " ")
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    return plain


def _typed(text: str) -> Page:
    return compose(LetterKind.BAN, letters.typed_everywhere(text), LetterForm.LETTER)


@pytest.mark.parametrize("template", SHIPPED)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_whole_on_every_template_of_ours(kind: LetterKind, template: str) -> None:
    page = _page(kind)
    text = _text(as_docx(page, SHIPPED[template], template))
    wanted = [
        *page.sender,
        *page.addressee,
        *(value for _, value in page.reference),
        page.salutation,
        *(block.text for block in page.body),
        *page.closing,
        *page.signatory,
    ]
    assert [one for one in wanted if one not in text] == []
    assert "{" not in text


def test_a_letter_without_a_role_or_an_address_leaves_no_trace_of_them() -> None:
    facts = letters.facts(sender=letters.sender(role=None), addressee=letters.facts().addressee)
    made = as_docx(compose(LetterKind.WARNING, facts, LetterForm.LETTER), SHIPPED[DEFAULT_TEMPLATE], "x")
    assert "teammanager" not in _text(made)


def test_a_date_stays_on_one_line() -> None:
    made = as_docx(_page(), SHIPPED[DEFAULT_TEMPLATE], "x")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert "23\xa0februari\xa02027" in package.read("word/document.xml").decode()


def test_the_document_tells_nothing_of_who_made_it() -> None:
    properties = Document(io.BytesIO(as_docx(_page(), SHIPPED[DEFAULT_TEMPLATE], "x"))).core_properties
    assert (properties.author, properties.title, properties.last_modified_by) == ("", "Brief", "")


# Templates ------------------------------------------------------------------------------------------


def test_an_organisation_may_use_a_template_of_its_own() -> None:
    assert "Geachte heer of mevrouw," in _text(as_docx(_page(), _template(_WHOLE), "eigen.docx"))


@pytest.mark.parametrize(
    "field", ["adres", "datum", "kenmerk", "onderwerp", "aanhef", "afsluiting", "ondertekening"]
)
def test_a_template_that_leaves_something_out_makes_no_letter(field: str) -> None:
    with pytest.raises(TemplateFaulty) as refused:
        as_docx(_page(), _template(re.sub(rf"{{{{ {field}[^}}]*}}}}", "", _WHOLE)), "eigen.docx")
    assert (refused.value.fault, refused.value.path) == (TemplateFault.FIELD_LEFT_OUT, "eigen.docx")
    assert field in refused.value.fields


def test_a_template_that_leaves_out_the_text_makes_no_letter() -> None:
    with pytest.raises(TemplateFaulty) as refused:
        as_docx(_page(), _template(_WHOLE.replace("{{ blok.tekst }}", "")), "eigen.docx")
    assert refused.value.fields == ("blokken",)


def test_a_template_that_names_a_field_without_showing_it_makes_no_letter() -> None:
    hidden = _WHOLE.replace("{{ adres|join(' / ') }}", "{% if false %}{{ adres }}{% endif %}")
    with pytest.raises(TemplateFaulty) as refused:
        as_docx(_page(), _template(hidden), "eigen.docx")
    assert refused.value.fields == ("adres",)


def test_the_sender_may_be_printed_on_the_paper() -> None:
    assert "afzender" not in _WHOLE
    assert as_docx(_page(), _template(_WHOLE), "eigen.docx")


@pytest.mark.parametrize(
    ("text", "fault", "fields"),
    [
        ("{{ naam }} {{ wachtwoord }}", TemplateFault.UNKNOWN_FIELD, ("naam", "wachtwoord")),
        ("{{ aanhef.geheim }}", TemplateFault.UNKNOWN_FIELD, ()),
        ("{{ aanhef", TemplateFault.SYNTAX, ()),
        ("{% for blok in blokken %}", TemplateFault.SYNTAX, ()),
        ("{{ aanhef.__class__.__mro__ }}", TemplateFault.SYNTAX, ()),
        ("{{ ondertekening[9].x }}", TemplateFault.UNKNOWN_FIELD, ()),
    ],
)
def test_a_faulty_template_is_refused(text: str, fault: TemplateFault, fields: tuple[str, ...]) -> None:
    with pytest.raises(TemplateFaulty) as refused:
        as_docx(_page(), _template(f"{_WHOLE}\n{text}"), "eigen.docx")
    assert (refused.value.fault, refused.value.fields) == (fault, fields)


@pytest.mark.parametrize("content", [b"", b"Geachte heer,", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_office_document_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateFaulty) as refused:
        as_docx(_page(), content, "brief.doc")
    assert refused.value.fault is TemplateFault.UNREADABLE


def test_a_packed_file_that_is_no_office_document_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("brief.txt", "Geachte heer,")
    with pytest.raises(TemplateFaulty) as refused:
        as_docx(_page(), packed.getvalue(), "brief.zip")
    assert refused.value.fault is TemplateFault.UNREADABLE


def test_a_template_is_read_from_its_file(tmp_path: Path) -> None:
    own = tmp_path / "eigen.docx"
    own.write_bytes(b"eigen")
    assert read_template(own) == b"eigen"
    assert read_template(None) == SHIPPED[DEFAULT_TEMPLATE]


def test_without_the_extra_there_is_no_office_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(OfficeSupportMissing):
        as_docx(_page(), SHIPPED[DEFAULT_TEMPLATE], "x")


def test_the_fields_are_the_ones_our_template_shows() -> None:
    with zipfile.ZipFile(io.BytesIO(SHIPPED[DEFAULT_TEMPLATE])) as package:
        shown = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    assert [field for field in FIELDS if field not in shown] == []


# What somebody typed --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "{{ 7 * 7 }}",
        "{{ datum }}",
        "{% for x in blokken %}x{% endfor %}",
        "{%p endfor %}",
        "{# weg #}",
        "{_{ 7 * 7 }_}",
        "{_% endfor %_}",
        "{{ ''.__class__.__mro__ }}",
        "{%- raw -%}",
        "{{r datum }}",
        "</w:t></w:r></w:p><w:p><w:r><w:t>Vervalst",
        "<w:br/>",
        "]]><!--",
        "&lt;b&gt; &amp; &#123;&#123; datum }}",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        "${jndi:ldap://x} $(id) `id`",
        "=HYPERLINK(0)",
        "\\1 \\g<0> \\n",
    ],
)
@pytest.mark.parametrize("template", SHIPPED)
def test_what_was_typed_stands_in_the_letter_to_the_letter(typed: str, template: str) -> None:
    text = _text(as_docx(_typed(typed), SHIPPED[template], template))
    assert text.count(typed) >= 15
    assert "49" not in text.replace("2049", "")


@pytest.mark.parametrize(
    "control", ["\x07", "\x0c", "\x0b", "\x1b[2J", "\x00"[:0] + "\x01", "\u202e", "\u2028", "\ufffe"]
)
def test_a_control_character_is_shown(control: str) -> None:
    shown = _text(as_docx(_typed(f"voor{control}na"), SHIPPED[DEFAULT_TEMPLATE], "x"))
    assert re.search(r"voor\\[xu][0-9a-f]+(\[2J)?na", shown)


@settings(max_examples=25)
@given(st.text(max_size=30))
def test_whatever_is_typed_the_letter_is_whole(typed: str) -> None:
    page = _typed(f"x{typed}")
    assert as_docx(page, _template(_WHOLE), "eigen.docx")
