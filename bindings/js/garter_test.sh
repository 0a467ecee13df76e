#!/usr/bin/env bash
# Runs a test script under node; without node the test fails and says what to install.
set -euo pipefail
command -v node >/dev/null || { echo "node 18 or newer is needed: ./dev setup installs it"; exit 1; }
exec node "$@"
