"""What a colleague has told so far about a call, from options and from answers alike."""

from dataclasses import replace

from agressielog.application.errors import MissingAnswers
from agressielog.application.record import Account
from agressielog.domain.incident import Incident, NewPromise
from agressielog.domain.matching import Choice
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.value import value


@value(kw_only=True)
class Telling:
    """An account that is still growing: no kinds and no text mean that nothing was said of them yet.

    Attributes:
        call: what was told so far.
        who, limits, promises, helped: whether those were spoken about at all; "nothing" is an answer too.
        settled: whether it was decided before whose call it was.
    """

    call: Account
    who: bool = False
    limits: bool = False
    promises: bool = False
    helped: bool = False
    settled: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The options that still have to be given, as on the command line."""
        wanted = (
            ("NUMMER (of --anoniem, --naam, --beller)", self.who),
            ("--soort", bool(self.call.kinds)),
            ("--wat", self.call.incomplete or bool(self.call.account)),
        )
        return tuple(option for option, told in wanted if not told)

    def complete(self) -> Account:
        """Return what can be recorded.

        Raises:
            MissingAnswers: something is left out and nobody was asked.
        """
        if self.missing:
            raise MissingAnswers(self.missing)
        return self.call

    def with_kinds(self, kinds: tuple[KindCode, ...]) -> "Telling":
        """Add what kind of behaviour it was."""
        return replace(self, call=replace(self.call, kinds=kinds))

    def with_account(self, account: str, quote: str | None) -> "Telling":
        """Add what happened; a quote that was given earlier stays."""
        return replace(self, call=replace(self.call, account=account, quote=self.call.quote or quote))

    def with_number(self, number: PhoneNumber | Withheld | None, typed: str | None) -> "Telling":
        """Add the number."""
        return replace(self, call=replace(self.call, number=number, number_typed=typed), who=True)

    def with_name(self, name: str | None) -> "Telling":
        """Add the name, or that there is none."""
        return replace(self, call=replace(self.call, name=name), who=True)

    def with_choice(self, choice: Choice | None) -> "Telling":
        """Add who it was."""
        return replace(self, call=replace(self.call, choice=choice))

    def with_limits(self, *, warned: bool, ended: bool, handed_over: bool) -> "Telling":
        """Add what was done in the call."""
        call = replace(self.call, warned=warned, ended=ended, handed_over=handed_over)
        return replace(self, call=call, limits=True)

    def with_promises(self, promises: tuple[NewPromise, ...]) -> "Telling":
        """Add what was promised, or that nothing was."""
        return replace(self, call=replace(self.call, promises=promises), promises=True)

    def with_helped(self, helped: str | None) -> "Telling":
        """Add what calmed the caller, or that nothing did."""
        return replace(self, call=replace(self.call, helped=helped), helped=True)


def retold(incident: Incident) -> Telling:
    """Return an incomplete report as a telling, for asking only what is missing."""
    call = Account(
        ulid=incident.ulid,
        at=incident.at,
        number=incident.number,
        number_typed=incident.number_typed,
        kinds=incident.kinds,
        reporter=incident.reporter,
        account=incident.account,
        quote=incident.quote,
        warned=incident.warned,
        ended=incident.ended,
        handed_over=incident.handed_over,
        helped=incident.helped,
    )
    limits = incident.warned or incident.ended or incident.handed_over
    return Telling(
        call=call,
        who=True,
        settled=True,
        limits=limits,
        promises=bool(incident.promises),
        helped=incident.helped is not None,
    )
