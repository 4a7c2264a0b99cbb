"""Benchmarks: ratios to a named peer in the same run. `make bench` prints them; no test looks at a clock."""
