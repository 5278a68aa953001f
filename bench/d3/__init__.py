"""A page written by hand with d3, of the same data: what the explorer's speed is measured against."""
