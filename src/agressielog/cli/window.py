"""`agressielog` alone on a terminal: one window all day, from one call to the next (issue 4, part 1).

Every answer opens the logbook again, so that it holds what another desk wrote a second ago, and the settings, the
policy and the day are those of this moment. One caller is in view at a time: the screen is wiped before the next
answer and at the end, because it stands at a counter and the next visitor looks along. For the same reason there
is no history; arrow-up brings back only a line that was wrong, to be mended.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from io import StringIO
from itertools import cycle

from agressielog.application.errors import LogbookMissing
from agressielog.application.look_up import Answer
from agressielog.bootstrap import App, open_app
from agressielog.cli import line_editor
from agressielog.cli.add_dialogue import ask_missing
from agressielog.cli.asking import StepBack, ask_yes_no, say
from agressielog.cli.ending import broken_off, judged
from agressielog.cli.exit_status import ExitStatus
from agressielog.cli.goed import note
from agressielog.cli.last_write import LastWrite
from agressielog.cli.lookup_desk import Desk, Teller
from agressielog.cli.main import Globals
from agressielog.cli.opening import say_upgraded
from agressielog.cli.process import Stopped
from agressielog.cli.telling import Telling
from agressielog.cli.window_call import Call, store
from agressielog.domain.errors import AgressielogError
from agressielog.domain.identity import caller_code
from agressielog.domain.setting import TIP_TEXTS, Setting
from agressielog.domain.tips import Sentence, Tips
from agressielog.presentation.console import Output, Screen, standard_output
from agressielog.presentation.good_call_view import show_noted
from agressielog.presentation.mistakes.three_lines import show_mistake
from agressielog.presentation.mistakes.wording import word
from agressielog.presentation.own_screen import own_screen, rows_of
from agressielog.presentation.stored_view import show_recorded
from agressielog.presentation.tips_view import show_card, show_page, show_sentence, show_tips_faulty
from agressielog.presentation.window_view import fitted, show_head, show_keys, show_short_keys, show_waiting
from agressielog.settings.tip_texts import tips_in_use

#: How long a write waits for its turn, in seconds: with the telephone ringing, trying again later is better.
_PATIENCE = 5.0
_PROMPT = "nummer> "
#: What leaves the window, besides the key `q`: what people type into any program.
_LEAVING = frozenset({"q", "stop", "quit", "exit"})
#: Typed in the window by habit, and left out: `agressielog lookup 06...`.
_HABIT = re.compile(r"(?:agressielog\s+)?(?:(?:lookup|opzoeken)\s+)?", re.IGNORECASE)
#: `t kaart` shows all phases at once.
_CARD = "kaart"


def stay(chosen: Globals) -> int:
    """Answer until the user leaves; returns the exit status.

    Raises:
        LogbookMissing: there is nothing to look in; how to begin has been said.
        The `FileTrouble` and `Damaged` families: the logbook cannot be opened to begin with.
    """
    output = standard_output()
    try:
        app = open_app(chosen.db, chosen.as_name)
    except LogbookMissing:
        output.answer.line(
            "Nieuw hier? agressielog demo laat zien wat het kan; agressielog --help toont alle opdrachten."
        )
        output.answer.flush()
        raise
    say_upgraded(app, output)
    with own_screen(sys.stdout, output.answer.surface) as wipe:
        window = _Window(chosen, output, wipe, partial(show_head, output.answer, app.name, demo=app.is_demo))
        window.show_empty()
        window.stay()
    line_editor.forget()
    return ExitStatus.DONE


def _who(typed: str, answer: Answer) -> str | None:
    """Return the number or caller that a call is with; None where a name leaves that open."""
    if answer.name is None:
        return typed
    return caller_code(answer.callers[0].record.caller.id) if len(answer.callers) == 1 else None


class _Window:
    """The conversation with one desk.

    Args:
        chosen: the options before the command.
        output: where everything is shown.
        wipe: empties the screen.
        head: prints what stands at the top of an empty screen.
    """

    def __init__(
        self, chosen: Globals, output: Output, wipe: Callable[[], None], head: Callable[[], None]
    ) -> None:
        self._chosen = chosen
        self._output = output
        self._wipe = wipe
        self._head = head
        self._call: Call | None = None
        # Told in full, and not stored because of trouble with the file; each keeps its ULID, so that trying
        # again never stores one twice.
        self._waiting: list[tuple[Telling, Call]] = []
        self._last_write = LastWrite()
        self._sentences: Iterator[Sentence] | None = None

    def stay(self) -> None:
        """Take calls until the user leaves or the terminal is closed."""
        try:
            while self._goes_on():
                pass
        except Stopped:
            # Nobody can be told any more; what was told to us can still be kept.
            with suppress(Exception):
                self._store_waiting()
            raise

    def _goes_on(self) -> bool:
        try:
            return self._take_line()
        except KeyboardInterrupt:  # once more, while the first one was being answered
            return True

    def _take_line(self) -> bool:
        """Ask for one line and do what it says; False once the user wants to leave."""
        try:
            line = line_editor.read_line(_PROMPT)
        except KeyboardInterrupt:
            say("")
            return bool(line_editor.left_behind()) or not self._may_leave()
        except EOFError:
            say("")
            return not self._may_leave()
        if line.strip().casefold() in _LEAVING:
            return not self._may_leave()
        self._last_write = LastWrite()
        try:
            self._obey(line.strip())
        except (KeyboardInterrupt, EOFError, StepBack) as error:
            self._say_broken_off(error)
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - the window outlives whatever goes wrong with one call
            self._tell(error)
        # Also of a conversation that was broken off: it had shown who it was about.
        self._chosen.looking.keep()
        return True

    def show_empty(self) -> None:
        """Wipe the screen and show what the window is."""
        self._wipe()
        self._head()
        self._output.answer.flush()

    def _obey(self, line: str) -> None:
        line = _HABIT.sub("", line, count=1)
        key, _, rest = line.partition(" ")
        match key.casefold(), rest.strip():
            case "", "":
                self._take_next()
            case "?" | "h" | "help" | "hulp" | "--help", "":
                show_keys(self._output.answer)
            case "m" | "add", "":
                self._record()
            case "m" | "add" | "noteer", number:
                self._look_up(number)
                self._record()
            case "g" | "goed", "":
                self._note_good_call()
            case "t" | "tips", phase:
                self._advise(phase)
            case _:
                self._look_up(line)
        self._output.answer.flush()

    def _open(self, command: str | None = None) -> App:
        """Open the logbook anew; whom *command* shows in a conversation is a look too."""
        app = open_app(
            self._chosen.db, self._chosen.as_name, note=self._last_write.note, write_patience=_PATIENCE
        )
        if command is None:
            return app
        self._chosen.looking.begin(app, command)
        return replace(app, showing=self._chosen.looking.at)

    def _take_next(self) -> None:
        self._call = None
        line_editor.forget()
        self.show_empty()
        self._show_waiting()

    def _look_up(self, typed: str) -> None:
        # First of all: whatever goes wrong below, nothing may be recorded of the caller before.
        self._call = None
        self._wipe()
        line_editor.forget()
        line_editor.remember(typed)
        app = self._open()
        answer = Desk(app, app.today).look_up_or_name(typed)
        self._show(app, answer)
        line_editor.forget()
        if (asked := _who(typed, answer)) is not None:
            self._call = Call(asked, app.now, answer)
            show_short_keys(self._output.answer)
        self._show_waiting()

    def _show(self, app: App, answer: Answer) -> None:
        """Show an answer, as much of it as the screen holds: nothing scrolls back on a screen of its own."""
        shown = StringIO()
        screen = Screen(shown, self._output.answer.surface)
        self._chosen.looking.begin(app, "lookup")
        output = Output(screen, self._output.notices)
        Teller(app, output, self._chosen.looking, as_json=False, exit_code=False, in_window=True).tell(answer)
        sys.stdout.write(fitted(shown.getvalue(), rows_of(sys.stdout)))

    def _record(self) -> None:
        if self._call is None and self._waiting:
            self._store_waiting()
            return
        call = self._called()
        if call is None:
            return
        if call.recorded is not None and not ask_yes_no(
            f"Dit gesprek is al vastgelegd als incident {call.recorded}. Nog een incident vastleggen?",
            default=False,
        ):
            return
        if not any(waiting is call for _, waiting in self._waiting):
            line_editor.forget()
            app = self._open("add")
            self._waiting.append((ask_missing(app, call.begun(app)), call))
        self._store_waiting()

    def _store_waiting(self) -> None:
        """Store what was told, the oldest first; what cannot be stored now goes on waiting."""
        while self._waiting:
            telling, call = self._waiting[0]
            app = self._open("add")
            try:
                recorded = store(app, telling)
            except BaseException:
                # The trouble may have come after the commit: then nothing waits any more.
                if (stored := self._last_write.stored) is not None:
                    self._waiting.pop(0)
                    call.recorded = stored.incidents[-1]
                raise
            self._waiting.pop(0)
            call.recorded = recorded.incident.id
            report_to = app.settings.get(Setting.REPORT_TO)
            show_recorded(self._output.answer, recorded, app.policy, report_to, app.now)

    def _note_good_call(self) -> None:
        call = self._called()
        if call is None:
            return
        if call.good:
            say("Dat dit gesprek goed ging, is al genoteerd.")
            return
        noted = note(self._open("goed"), call.asked)
        call.good = True
        show_noted(self._output.answer, noted)

    def _advise(self, phase: str) -> None:
        tips = self._tips()
        if phase.casefold() == _CARD:
            show_card(self._output.answer, tips, "t")
        elif phase:
            show_page(self._output.answer, tips.page(phase))
        else:
            show_sentence(self._output.answer, self._next_sentence(tips))

    def _next_sentence(self, tips: Tips) -> Sentence:
        """Return another sentence than the last; before anybody was looked up, one of any call."""
        if self._call is not None:
            return self._call.next_sentence(tips)
        if self._sentences is None:
            self._sentences = cycle(tips.sentences(None))
        return next(self._sentences)

    def _tips(self) -> Tips:
        try:
            kept = self._open().settings.get(TIP_TEXTS)
        except AgressielogError:
            # The logbook may be busy; somebody needs words now.
            kept = None
        used = tips_in_use(kept)
        if used.faulty is not None:
            show_tips_faulty(self._output.notices, word(used.faulty).why)
        return used.tips

    def _called(self) -> Call | None:
        if self._call is None:
            say("Typ eerst het nummer; dan hoort dit bij dat gesprek.")
        return self._call

    def _may_leave(self) -> bool:
        """Tell whether nothing would be lost; else the user says so."""
        self._last_write = LastWrite()
        try:
            self._store_waiting()
        except Exception as error:  # noqa: BLE001 - whatever it is, a report must not be lost by it
            self._tell(error)
            return self._gives_up()
        return True

    def _gives_up(self) -> bool:
        try:
            return ask_yes_no("Toch stoppen, en weggooien wat niet is opgeslagen?", default=False)
        except EOFError:
            # Nobody is there any more to say it.
            return True
        except (KeyboardInterrupt, StepBack):
            say("")
            return False

    def _show_waiting(self) -> None:
        show_waiting(self._output.answer, [call.at for _, call in self._waiting])

    def _say_broken_off(self, error: BaseException) -> None:
        say("")
        say(broken_off(error, self._last_write))
        self._show_waiting()

    def _tell(self, error: Exception) -> None:
        _, mistake = judged(error, self._last_write.stored)
        if mistake is not None:
            show_mistake(mistake, self._output, as_json=False)
        self._show_waiting()
