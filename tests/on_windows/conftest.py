"""These tests run in the Windows Python only: `tests/windows/test_inside.py` has them run there, under Wine."""

import sys

collect_ignore_glob = [] if sys.platform == "win32" else ["*"]
