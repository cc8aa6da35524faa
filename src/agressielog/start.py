"""The console entry: hands everything to the full program."""

import sys


def main() -> None:
    """Do what was typed and leave with its exit status."""
    try:
        import signal  # noqa: PLC0415 - with enum it costs more than a fast answer may

        # While the program is loading there is nothing to undo: Ctrl-C ends it at once, as SIGTERM does.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)

        from agressielog.cli.main import run  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))
