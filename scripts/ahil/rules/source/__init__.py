"""Rules about the source tree: one file a family."""
