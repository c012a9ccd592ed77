"""The edge: disk, clock, processes and everything else outside the program."""
