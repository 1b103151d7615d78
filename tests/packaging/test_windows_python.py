"""The Windows Python for tests: taken from an index by name, used only if it is what it was."""

import io
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import windows_python


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing on stderr."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that it has there
        """Nobody reads it."""


@pytest.fixture
def index(tmp_path: Path) -> Iterator[str]:
    """The address of a package index whose files lie in `tmp_path / "simple"`."""
    folder = tmp_path / "simple" / windows_python.CARRIER
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<a href='other-1.0.tar.gz'>other</a>", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}/simple"
    server.shutdown()
    serving.join()
    server.server_close()


def test_a_file_with_another_hash_is_refused(index: str, tmp_path: Path) -> None:
    """Nothing of it is unpacked."""
    folder = tmp_path / "simple" / windows_python.CARRIER
    name = windows_python.CARRIER_FILE
    (folder / "index.html").write_text(f'<a href="../../files/{name}#sha256=1">{name}</a>', encoding="utf-8")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / name).write_bytes(b"something else")

    with pytest.raises(ValueError, match="its hash differs"):
        windows_python._fetch(index, None)


def test_an_index_without_the_file_is_told(index: str) -> None:
    """It may be a mirror that keeps only some packages."""
    with pytest.raises(LookupError, match=windows_python.CARRIER_FILE):
        windows_python._fetch(index, None)


def test_the_python_finds_tree_and_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a file of paths beside it, since an embeddable one looks nowhere else; an older one is gone."""
    monkeypatch.setattr(windows_python, "HERE", tmp_path)
    monkeypatch.setattr(windows_python, "PYTHON", tmp_path / "python")
    (tmp_path / "python" / "older").mkdir(parents=True)
    zipped, packed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as python:
        python.writestr(f"{windows_python.UNZIPPED}/python.exe", b"MZ")
        python.writestr(f"{windows_python.UNZIPPED}/python311._pth", b".")
    with tarfile.open(fileobj=packed, mode="w:gz") as carrier:
        inside = tarfile.TarInfo(windows_python.CARRIED)
        inside.size = len(zipped.getvalue())
        carrier.addfile(inside, io.BytesIO(zipped.getvalue()))

    windows_python._unpack(packed.getvalue())

    assert sorted(path.name for path in (tmp_path / "python").iterdir()) == ["python.exe", "python311._pth"]
    assert "..\\tree" in (tmp_path / "python" / "python311._pth").read_text(encoding="ascii").splitlines()
