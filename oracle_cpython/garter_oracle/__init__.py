"""The CPython side of the conformance toolkit: runs one Python program after another and says what each did."""
