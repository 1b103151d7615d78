"""Errors by blame: what a person asked, what the machine refused, what we got wrong; never logs or prints."""


class EngineroomError(Exception):
    """Something a person should read: what happened, and what to do about it."""

    def __init__(self, happened: str, remedy: str) -> None:
        super().__init__(happened, remedy)
        self.happened = happened
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.happened} — {self.remedy}"


class UserError(EngineroomError):
    """A file, a setting or a command that a person can put right."""


class NotNow(UserError):
    """Somebody else was at work just then: the same can be asked again."""


class MachineError(EngineroomError):
    """The disk, the display or the system refused; nothing a person wrote is wrong."""


class BugError(EngineroomError):
    """Engineroom contradicted itself."""

    def __init__(self, happened: str) -> None:
        super().__init__(happened, "this is a fault in Engineroom, please report it")


class NoticeNotAccepted(UserError):
    """Nothing may be recorded before the notice was shown and acknowledged."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing is recorded: the notice has not been acknowledged",
            "read it with `engineroom notice show`, then run `engineroom notice accept`",
        )
