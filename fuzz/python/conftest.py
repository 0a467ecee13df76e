"""The fixtures of the oracle's tests (garter_core, oracle), for the property tests here."""

import importlib.util
import os

_PATH = os.path.join(os.path.dirname(__file__), "..", "..", "oracle_cpython", "tests", "conftest.py")
_SPEC = importlib.util.spec_from_file_location("oracle_fixtures", _PATH)
_SHARED = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_SHARED)

garter_core = _SHARED.garter_core
oracle = _SHARED.oracle
