#!/usr/bin/env bash
# `conform` as a person uses it, without CPython: the sandbox with a planted bug is judged by the sandbox without it. A
# finding is shown again by the command that the report gives, and minimised; a comparator that sees nothing makes the run
# blind.
set -euo pipefail

conform=$PWD/conformance/conform
out=$(mktemp -d "${TEST_TMPDIR:-/tmp}/end_to_end.XXXXXX")
trap 'rm -rf "$out"' EXIT
engines=(--subject=garter --oracle=garter)
mutant=1

fail() {
  printf 'FAILED: %s\n' "$1" >&2
  [ ! -f "$out/log" ] || tail -n 30 "$out/log" >&2
  exit 1
}

expect() {  # expect CODE COMMAND...: the command ends with the code; what it says is in $out/log
  local code=$1 status=0
  shift
  "$@" >"$out/log" 2>&1 || status=$?
  [ "$status" = "$code" ] || fail "exit code $status instead of $code: ${*:2}"
}

says() { grep -qF -- "$1" "$out/log" || fail "it does not say: $1"; }

run=(run "${engines[@]}" --sources=curated --filter=arithmetic/ --laws=0 --out="$out/run")

expect 0 "$conform" "${run[@]}" --no-controls
expect 1 "$conform" "${run[@]}" --no-controls --mutant=$mutant

# The command of the report, as it is pasted; `./dev conform` hands its arguments on.
replay=$(grep -o '"replay":"[^"]*"' "$out/run/records.jsonl" | head -n 1 | cut -d'"' -f4)
[[ $replay == "./dev conform replay "* ]] || fail "no command to replay in the records"
read -ra words <<<"$replay"
expect 1 "$conform" "${words[@]:2}"
says 'seen again in 3 of 3 fresh runs'

bundle=${words[3]}
expect 0 "$conform" minimise "$bundle" "${words[@]:4}"
[ "$(wc -c <"$bundle/minimised.py")" -lt "$(($(wc -c <"$bundle/program.py") / 2))" ] || fail "the program is not smaller"
expect 1 "$conform" run "${words[@]:4}" --no-controls --laws=0 --out="$out/small" "$bundle/minimised.py"
# Without the bug there is nothing to minimise.
expect 2 "$conform" minimise "$bundle" "${engines[@]}"

# The positive controls notice a comparator that is out of order.
expect 0 "$conform" "${run[@]}" --unconfined-oracle
expect 5 "$conform" "${run[@]}" --unconfined-oracle --blind-comparator
says 'blind'

# What the generator made is told.
expect 0 "$conform" run "${engines[@]}" --sources=generated --count=20 --laws=0 --no-controls --unconfined-oracle --out="$out/gen"
says 'generated: 20 programs'
grep -q '"statements_mean"' "$out/gen/records.jsonl" || fail "the record has no figures"
echo "end to end: fine"
