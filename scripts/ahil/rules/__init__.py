"""Values in, faults out: nothing here reads, writes or knows a format."""
