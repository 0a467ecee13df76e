"""Generated Python programs for property tests: see strategies.py."""
