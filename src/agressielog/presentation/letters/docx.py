r"""A letter as an office document, from a template that the organisation may replace.

What users typed goes in as values: each is escaped for XML, and its braces are written as character
references, so that no pass of docxtpl over its own output can take them for fields. The template is the
organisation's own file and runs in Jinja's sandbox all the same.
"""

import io
import re
from html import escape
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from agressielog.application.letter_errors import OfficeSupportMissing, TemplateFault, TemplateFaulty
from agressielog.domain.calendar_words import MONTHS
from agressielog.presentation.letters.page import Page

if TYPE_CHECKING:
    from markupsafe import Markup

#: What a template may use.
FIELDS = (
    "afzender",
    "adres",
    "datum",
    "kenmerk",
    "verzending",
    "onderwerp",
    "aanhef",
    "blokken",
    "afsluiting",
    "ondertekening",
    "registratie",
)
#: The sender may be printed on the paper already; who leaves the registration out can prove less.
_OPTIONAL = frozenset({"afzender", "verzending", "registratie"})
_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")
_NAMES = {"Datum": "datum", "Ons kenmerk": "kenmerk", "Verzending": "verzending", "Onderwerp": "onderwerp"}


def as_docx(page: Page, template: bytes, path: str) -> bytes:
    """Return the letter as the bytes of an office document.

    Args:
        page: what it says.
        template: an office document with fields.
        path: of the template, for an error.

    Raises:
        OfficeSupportMissing: the extra `[brief]` is not installed.
        TemplateFaulty: the template cannot be read, or leaves out something of the letter.
    """
    try:
        from docx.opc.exceptions import PackageNotFoundError
        from docxtpl import DocxTemplate
        from jinja2 import StrictUndefined, TemplateError, UndefinedError
        from jinja2.sandbox import SandboxedEnvironment
    except ImportError as error:
        raise OfficeSupportMissing from error
    document = DocxTemplate(io.BytesIO(template))
    made = io.BytesIO()
    try:
        environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        used = document.get_undeclared_template_variables(environment)
        _refuse_fields(path, TemplateFault.UNKNOWN_FIELD, used - set(FIELDS))
        _refuse_fields(path, TemplateFault.FIELD_LEFT_OUT, set(FIELDS) - _OPTIONAL - used)
        document.render(_values(page), environment, autoescape=True)
        document.save(made)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise TemplateFaulty(path, TemplateFault.UNREADABLE) from error
    except UndefinedError as error:
        raise TemplateFaulty(path, TemplateFault.UNKNOWN_FIELD) from error
    except (TemplateError, SyntaxError) as error:  # broken XML is a SyntaxError of lxml
        raise TemplateFaulty(path, TemplateFault.SYNTAX) from error
    left_out = _left_out(page, made.getvalue())
    if left_out:
        raise TemplateFaulty(path, TemplateFault.FIELD_LEFT_OUT, left_out)
    return made.getvalue()


def _refuse_fields(path: str, fault: TemplateFault, fields: set[str]) -> None:
    if fields:
        raise TemplateFaulty(path, fault, tuple(sorted(fields)))


def _values(page: Page) -> dict[str, object]:
    references = {_NAMES[name]: _value(value) for name, value in page.reference}
    return {
        "afzender": _lines(page.sender),
        "adres": _lines(page.addressee),
        **references,
        "aanhef": _value(page.salutation),
        "blokken": [{"soort": block.kind.value, "tekst": _value(block.text)} for block in page.body],
        "afsluiting": _lines(page.closing),
        "ondertekening": _lines(page.signatory),
        "registratie": _value(page.registration),
    }


def _lines(lines: tuple[str, ...]) -> "list[Markup]":
    return [_value(line) for line in lines]


def _value(text: str) -> "Markup":
    from markupsafe import Markup

    return Markup(escape(_unbroken(text)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped here


def _unbroken(text: str) -> str:
    """Return *text* with every date on one line: `20 november 2026` has no-break spaces."""
    return _DATE.sub(lambda found: found[0].replace(" ", "\xa0"), text)


def _left_out(page: Page, made: bytes) -> tuple[str, ...]:
    """Return the fields of which something is not in the document, though the template names them."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    document = Document(io.BytesIO(made))
    text = "\n".join(Paragraph(found, document).text for found in document.element.body.iter(qn("w:p")))
    wanted = {
        "adres": page.addressee,
        **{_NAMES[name]: (value,) for name, value in page.reference if name != "Verzending"},
        "aanhef": (page.salutation,),
        "blokken": tuple(block.text for block in page.body),
        "afsluiting": page.closing,
        "ondertekening": page.signatory,
    }
    return tuple(field for field, texts in wanted.items() if any(_unbroken(one) not in text for one in texts))
