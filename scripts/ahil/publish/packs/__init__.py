"""The formats people carry, as files: one module a format, each with ``make``."""
