"""A virtual desktop with real windows, for the demonstration, the tests and the benchmark; no part of the product."""
