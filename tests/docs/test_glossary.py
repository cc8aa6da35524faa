"""docs/woordenlijst.md is the enums and the names of the code, no more and no less."""

import importlib
import pkgutil
import re
from enum import StrEnum
from pathlib import Path

import agressielog.domain
from agressielog.domain.advice import NotCounted, RuleCode
from agressielog.domain.aftercare import AftercareClosed, AftercareGround, AftercareStep
from agressielog.domain.decision import MeasureStatus, ReviewOutcome, Verdict
from agressielog.domain.duty import DutyKind
from agressielog.domain.erasure import ErasureKind
from agressielog.domain.gates import GateCode
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.measure import EndKind
from agressielog.domain.period import PeriodSort
from agressielog.domain.phone import NumberSort
from agressielog.domain.promise import PromiseStatus
from agressielog.domain.report_outcome import ReportOutcome
from agressielog.domain.request import RequestKind, RequestOutcome
from agressielog.domain.span import SpanUnit
from agressielog.domain.tips import SpokenTo
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    Country,
    Delivery,
    IncidentStatus,
    PoliceReport,
    Severity,
    Standing,
)

GLOSSARY = (Path(__file__).parents[2] / "docs" / "woordenlijst.md").read_text(encoding="utf-8")
CODES: tuple[type[StrEnum], ...] = (
    Severity,
    Channel,
    IncidentStatus,
    Certainty,
    PoliceReport,
    Standing,
    Country,
    PeriodSort,
    NumberSort,
    Delivery,
    MeasureNature,
    SpanUnit,
    RuleCode,
    NotCounted,
    GateCode,
    MeasureStatus,
    EndKind,
    Verdict,
    ReviewOutcome,
    DutyKind,
    RequestKind,
    RequestOutcome,
    AftercareStep,
    AftercareGround,
    AftercareClosed,
    PromiseStatus,
    ReportOutcome,
    SpokenTo,
    ErasureKind,
)


def _rows(title: str) -> list[list[str]]:
    section = GLOSSARY.split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_stored_code_is_listed_once_and_as_it_is_stored() -> None:
    listed = [(identifier.strip("`"), stored.strip("`")) for _, identifier, stored in _rows("Codes")]
    assert listed == [(f"{enum.__name__}.{code.name}", code.value) for enum in CODES for code in enum]


def test_every_thing_that_is_listed_is_a_class_of_the_core() -> None:
    names = {
        name
        for package in ("domain", "application")
        for module in pkgutil.iter_modules(
            importlib.import_module(f"agressielog.{package}").__path__, f"agressielog.{package}."
        )
        for name in vars(importlib.import_module(module.name))
    }
    named = {name for row in _rows("Dingen") for cell in row[1:] for name in re.findall(r"`(\w+)`", cell)}
    assert named <= names
    assert agressielog.domain.__doc__
