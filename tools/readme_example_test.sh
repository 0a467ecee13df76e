#!/usr/bin/env bash
# The README's example prints what the README says under it.
set -u
example=$1 readme=$2
promised=$(sed -n 's/^It prints `\([^`]*\)`.*/\1/p' "$readme")
[ -n "$promised" ] || { echo "the README does not say what its example prints"; exit 1; }
printed=$("$example") || { echo "the example exits with $?"; exit 1; }
[ "$printed" = "$promised" ] || { echo "the README promises '$promised', the example prints '$printed'"; exit 1; }
