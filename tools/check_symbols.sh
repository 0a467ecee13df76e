#!/usr/bin/env bash
# Reads the core's object files and fails when one of them could allocate, do input or output, read a clock, or keep
# state: invariants I2 and I5 made a test.
#
#   check_symbols.sh ARCHIVE
#
# Two rules. (1) Every symbol that the core needs from outside is on the list below: memory and text builtins, libm, and
# the compiler's own helpers. (2) No object has writable data: .data, .bss, .tdata and .tbss are empty, so that any number
# of interpreters in any threads never meet.
set -euo pipefail
archive=$1
[ -r "$archive" ] || { echo "check_symbols: cannot read $archive"; exit 1; }
nm=$(command -v llvm-nm-19 || command -v nm)
objdump=$(command -v llvm-objdump-19 || command -v objdump)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

allowed='
# builtins that a compiler may call by itself
mem(cpy|move|set|cmp|chr) bcmp strlen strcmp
# the math library, without its global state
(sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|exp|exp2|expm1|log|log2|log10|log1p|pow|sqrt|cbrt)f?
(fmod|remainder|floor|ceil|trunc|round|rint|nearbyint|lrint|llrint|fabs|copysign|frexp|ldexp|scalbn|modf|hypot|fma|erf|erfc|tgamma|lgamma_r|nextafter|ilogb|logb)
# 128-bit arithmetic and the like, from the compiler
__(mul|div|mod|udiv|umod|ashl|ashr|lshr)(ti|di|vti|oti)[34] __multi3 __(u?)(div|mod)ti3 __muloti4 __popcountdi2 __float(un)?ti[ds]f __fix(uns)?dfti __pow[a-z]*
# position-independent code, the stack guard and fortified builtins
_GLOBAL_OFFSET_TABLE_ __stack_chk_fail __mem(cpy|move|set)_chk
# std::to_chars of a double: formats into a buffer that the caller gives
_ZSt8to_charsPcS_[a-z].*
# the personality that every C++ object names; nothing is thrown
__gxx_personality_v0
# string_view::substr with a position beyond the end: a bug of ours, and without exceptions the end of the process
_ZSt24__throw_out_of_range_fmtPKcz
# check.cc prints one line to stderr before it ends the process on a bug of ours
(__)?fprintf(_chk)? stderr
'
pattern=$(sed '/^#/d' <<<"$allowed" | tr -s ' \n' '||' | sed 's/^|//;s/|$//')

"$nm" --format=posix --undefined-only "$archive" 2>/dev/null | awk 'NF >= 2 {print $1}' | sort -u >"$scratch/needed"
"$nm" --format=posix --defined-only --extern-only "$archive" 2>/dev/null | awk 'NF >= 2 {print $1}' | sort -u >"$scratch/given"
[ -s "$scratch/given" ] || { echo "check_symbols: no symbols in $archive: nothing was checked"; exit 1; }

failed=0
comm -23 "$scratch/needed" "$scratch/given" | grep -vE "^($pattern)$" >"$scratch/bad" || true
while read -r symbol; do
  failed=1
  echo "needs $symbol ($(c++filt "$symbol" 2>/dev/null || true)), in: $("$nm" --print-file-name --undefined-only "$archive" 2>/dev/null |
    awk -v s="$symbol" '$NF == s {split($1, part, ":"); print part[2] ? part[2] : $1}' | sort -u | tr '\n' ' ')"
done <"$scratch/bad"

"$objdump" --syms "$archive" 2>/dev/null | awk '
  /file format/ {file = $1}
  $3 != "d" && $4 != "d" && / \.(data|bss|tdata|tbss)(\.|[[:space:]])/ && !/\.data\.rel\.ro/ {print file " keeps state: " $NF}' >"$scratch/state"
if [ -s "$scratch/state" ]; then
  failed=1
  cat "$scratch/state"
fi

[ $failed -eq 0 ] && echo "check_symbols: $(wc -l <"$scratch/given") symbols of the core, none of them reaches outside"
exit $failed
