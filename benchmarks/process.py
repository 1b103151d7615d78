"""What a process has used, from the kernel's own books; never a sample of it."""

from pathlib import Path


def cpu_s(pid: int) -> float:
    """CPU seconds of all its threads so far, to the nanosecond."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def rss_mb(pid: int) -> float:
    """Resident memory in MB of 2**20 bytes, the unit in which the targets were measured."""
    return _status_kb(pid, "VmRSS") / 1024


def written_mb(pid: int) -> float:
    """Megabytes handed to the block layer so far."""
    lines = Path(f"/proc/{pid}/io").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("write_bytes"))) / 1e6


def _status_kb(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(name)))
