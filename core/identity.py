"""Ids that mean the same on every machine; never asks another machine for one."""

import hashlib
import platform


def stable_id(name: str) -> int:
    """63 bits of the SHA-256 of `name`: fits a signed 64-bit column and needs no shared counter."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") >> 1


def device_name() -> str:
    """A short name of this computer that does not give its host name away."""
    return f"desk-{stable_id(platform.node()) % 0x1000000:06x}"
