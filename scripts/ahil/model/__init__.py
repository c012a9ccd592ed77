"""Values only: what the curriculum is made of. Nothing here reads, writes or knows a format."""
