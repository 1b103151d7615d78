"""Commands and the composition of the agent process; never holds arithmetic or SQL."""
