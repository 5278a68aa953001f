"""The benchmark: weight, speed and memory in a real browser. ``docs/benchmark.md`` explains."""
