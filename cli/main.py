"""The command `engineroom`: reads the command line, runs one command, turns errors into one line and an exit code."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cli.arguments import parse
from core.errors import EngineroomError, NoticeNotAccepted

DONE, FAILED, NO_NOTICE = 0, 1, 3
"""Exit codes; 2 is argparse's for wrong usage."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what it found goes to stdout, what happened to stderr."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # the program is also what tries patterns in a process of its own
    if sys.platform == "win32":
        _write_utf8()
    parsed = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        code: int = parsed.run(parsed) or DONE
    except NoticeNotAccepted as error:
        print(error, file=sys.stderr)
        return NO_NOTICE
    except EngineroomError as error:
        print(error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        return FAILED
    except KeyboardInterrupt:
        return 128 + 2
    return code


def _write_utf8() -> None:
    """Also where Windows would have its code page, which lacks most letters of most titles."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program without a console has none
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
