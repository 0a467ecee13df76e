#!/usr/bin/env bash
# Writes requirements.lock anew from requirements.in: the newest versions that have a wheel of pure Python, with the hash
# of each. Pure Python, because one installed folder is used by the system's Python and by CPython 3.14 alike.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/venv"
"$work/venv/bin/pip" download -q -d "$work/wheels" --only-binary=:all: --python-version 3.11 --implementation py \
  --abi none --platform any -r requirements.in
{
  echo "# Made by tools/lock_requirements.sh from requirements.in: pure Python wheels alone, so that one folder serves the"
  echo "# system's Python and CPython 3.14 alike."
  cd "$work/wheels"
  for wheel in *.whl; do
    name=${wheel%%-*} rest=${wheel#*-}
    printf '%s==%s \\\n    --hash=sha256:%s\n' "$(tr '[:upper:]_' '[:lower:]-' <<<"$name")" "${rest%%-*}" \
      "$(sha256sum "$wheel" | cut -d' ' -f1)"
  done
} >"$work/lock"
mv "$work/lock" requirements.lock
