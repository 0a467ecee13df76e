#!/usr/bin/env bash
# Forces every rung of bootstrap.sh and runs one program on what each brings. A rung that this machine cannot have
# (no network, no node) is a skip that says why; a rung that answers and then does not run is a failure.
# The last line is `N passed, N failed, N skipped`.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0 skipped=0

pass() { echo "  ok       $1"; passed=$((passed + 1)); }
fail() { echo "  FAILED   $1: $2"; failed=$((failed + 1)); }
skip() { echo "  skipped  $1: $2"; skipped=$((skipped + 1)); }

cat >"$scratch/program.py" <<'PY'
import sys
match sys.version_info[:2]:
    case (3, 14):
        print(type(t"{sys.argv[1]}").__name__, f"{2**70:_}")
sys.stdout.write("no newline at the end")
raise ValueError("caught by nobody")
PY
wanted=$'Template 1_180_591_620_717_411_303_424\nno newline at the end'

runs_program() {  # runs_program NAME PYTHON
  local out status
  out=$(PYTHONHASHSEED=0 "$2" -S -s -P -B "$scratch/program.py" word 2>"$scratch/err")
  status=$?
  if [ "$out" != "$wanted" ]; then
    fail "$1" "printed: $out"
  elif [ $status -ne 1 ] || [ "$(tail -n 1 "$scratch/err")" != "ValueError: caught by nobody" ]; then
    fail "$1" "status $status, stderr: $(tail -n 1 "$scratch/err")"
  elif ! grep -q "File \"$scratch/program.py\", line 6, in <module>" "$scratch/err"; then
    fail "$1" "the traceback does not name the program: $(cat "$scratch/err")"
  else
    pass "$1"
  fi
}

try_rung() {  # try_rung NAME: forces one rung; leaves its Python in $python
  python=
  GARTER_ORACLE_RUNG=$1 "$here/bootstrap.sh" >"$scratch/$1.env" 2>"$scratch/$1.log" || return 1
  eval "$(grep '^python=' "$scratch/$1.env")"
}

packages_python=
if try_rung packages; then
  packages_python=$python
  runs_program "packages" "$python"
else
  skip "packages" "$(tail -n 1 "$scratch/packages.log")"
fi

# The path rung: with a python3.14 on PATH (the one just unpacked), then with one that lies.
if [ -n "$packages_python" ]; then
  mkdir "$scratch/true"
  ln -s "$packages_python" "$scratch/true/python3.14"
  if PATH=$scratch/true:$PATH try_rung path; then runs_program "path" "$python"; else fail "path" "$(cat "$scratch/path.log")"; fi
elif try_rung path; then
  runs_program "path" "$python"
else
  skip "path" "no python3.14 to put on PATH"
fi
mkdir "$scratch/false"
printf '#!/bin/sh\necho cpython 3 11 2 runs\n' >"$scratch/false/python3.14"
chmod +x "$scratch/false/python3.14"
if PATH=$scratch/false:$PATH try_rung path; then
  fail "path refuses another version" "took it"
else
  pass "path refuses another version"
fi

if try_rung pyodide; then runs_program "pyodide" "$python"; else skip "pyodide" "$(tail -n 1 "$scratch/pyodide.log")"; fi

GARTER_ORACLE_RUNG=recorded "$here/bootstrap.sh" >"$scratch/recorded.env" 2>"$scratch/recorded.log"
status=$?
if [ $status -eq 3 ] && grep -q '^rung=recorded$' "$scratch/recorded.env"; then
  pass "recorded says that it cannot judge (status 3)"
else
  fail "recorded" "status $status: $(tail -n 1 "$scratch/recorded.log")"
fi

GARTER_ORACLE_RUNG=nonsense "$here/bootstrap.sh" >/dev/null 2>&1
[ $? -eq 2 ] && pass "an unknown rung is refused" || fail "an unknown rung is refused" "another status"

echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
