"""Small files for this user alone, replaced in one step; never reads one."""

import os
import tempfile
from pathlib import Path

from core.replacing import put_in_place


def write_private(file: Path, content: bytes) -> None:
    """Raises OSError where that is impossible; `file` is then as it was."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.exists() and file.read_bytes() == content:
        return
    descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=file.stem)  # 0600, and no other process's draft
    try:
        with os.fdopen(descriptor, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        put_in_place(Path(draft), file)
    finally:
        Path(draft).unlink(missing_ok=True)
