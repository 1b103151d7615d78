"""Where the rules of one desk lie, and how a person's own are replaced; never reads what stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from classifiers.private_file import write_private
from core.errors import MachineError
from core.paths import Paths, organisation_rules


@dataclass(frozen=True, slots=True)
class Held:
    """The personal rules of now and earlier, byte by byte, so that they can come back."""

    personal: bytes | None
    """None where there is no file."""
    earlier: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePlaces:
    """Every file that has a say."""

    personal: Path
    last_good: Path
    """The personal rules when they were right last."""
    organisation: Path | None = None
    earlier: Path | None = None
    """A folder of the personal rules that held until a moment, one file each, by its name in UTC epoch ms."""

    @classmethod
    def of(cls, paths: Paths) -> "RulePlaces":
        return cls(
            personal=paths.rules,
            last_good=paths.last_good_rules,
            organisation=organisation_rules(),
            earlier=paths.earlier_rules,
        )

    def earlier_files(self) -> Iterator[tuple[int, Path]]:
        """Until when each held, in order; raises MachineError where the folder cannot be read."""
        if self.earlier is None:
            return
        try:
            found = [(int(path.stem), path) for path in self.earlier.glob("*.toml") if path.stem.isdigit()]
        except OSError as error:
            raise MachineError(f"{self.earlier} cannot be read: {error.strerror}", "make the folder yours") from error
        yield from sorted(found)

    def put_in_force(self, text: str, since_ms: int | None) -> None:
        """Replace the personal rules, from a moment on or for all that is recorded; their file keeps its line ends.

        Raises OSError where that is impossible; the rules are then as they were.
        """
        held = self.personal.read_bytes() if self.personal.exists() else b""
        if since_ms is not None and self.earlier is not None:
            write_private(self.earlier / f"{since_ms}.toml", held)
        write_private(self.personal, _with_line_ends_of(held, text.encode()))
        if since_ms is None:
            for _until_ms, path in self.earlier_files():
                path.unlink()

    def held(self) -> Held:
        """Raises OSError where they cannot be read."""
        personal = self.personal.read_bytes() if self.personal.exists() else None
        return Held(personal, tuple((until_ms, path.read_bytes()) for until_ms, path in self.earlier_files()))

    def put_back(self, held: Held) -> None:
        """Let the personal rules be those again that were `held`; raises OSError where that is impossible."""
        wanted = dict(held.earlier)
        for until_ms, path in self.earlier_files():
            if until_ms not in wanted:
                path.unlink()
        if self.earlier is not None:
            for until_ms, content in held.earlier:
                write_private(self.earlier / f"{until_ms}.toml", content)
        if held.personal is None:
            self.personal.unlink(missing_ok=True)
        else:
            write_private(self.personal, held.personal)


def _with_line_ends_of(held: bytes, content: bytes) -> bytes:
    """As most lines of `held` end; as they are where it has none."""
    lines, long_ends = held.count(b"\n"), held.count(b"\r\n")
    if not lines:
        return content
    plain = content.replace(b"\r\n", b"\n")
    return plain.replace(b"\n", b"\r\n") if 2 * long_ends > lines else plain
