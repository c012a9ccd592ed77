"""A package, so that these tests may have a conftest beside the one of all tests."""
