#!/usr/bin/env bash
# The pages that are made from the program are current: docs_test.sh GARTER
set -euo pipefail
python3 docs/generate_language.py interpreter/code/features.def --check docs/language.md
python3 docs/check_dumps.py "$1" docs/how-it-works.md
