#!/bin/sh
# Writes the library's sources as a C++ table: embed.sh FILE... > prelude_sources.cc. A file's name within prelude/ is its
# module's: collections/abc.py is collections.abc, collections/__init__.py the package collections.
# prelude/embed.cmake does the same for CMake.
set -eu
cat <<'HEAD'
// Made from interpreter/prelude/*.py by embed.sh: do not edit.
#include "interpreter/modules/modules.h"

namespace garter {

const LibrarySource kLibrary[] = {
HEAD
count=0
for file in "$@"; do
  name=${file##*/prelude/}
  name=${name%.py}
  package=false
  case $name in
  */__init__) name=${name%/__init__} package=true ;;
  esac
  name=$(printf '%s' "$name" | tr / .)
  printf '    {"%s", %s, R"PRELUDE(' "$name" "$package"
  cat "$file"
  printf ')PRELUDE"},\n'
  count=$((count + 1))
done
cat <<TAIL
};
const uint32_t kLibraryCount = $count;

}  // namespace garter
TAIL
