"""Which Engineroom this is; never changes at run time."""

VERSION = "0.1.0"
