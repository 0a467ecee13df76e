#!/usr/bin/env bash
# What `./dev install PREFIX` puts somewhere is enough for others: the README's example is built against it, once by
# pkg-config and once by CMake's find_package(garter), and prints what the README says. The installed programs run.
#
#   tools/install_test.sh [PREFIX]      from the repository's root; PREFIX: installed already
#
# pkg-config or CMake, where they are missing, are said to be and left out; one of the two must be there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=${1:-$work/prefix}
[ $# -eq 1 ] || ./dev install "$prefix"
compiler=${CXX:-clang++-19}

# The README's first C++ block; its tail says what the program prints.
awk '/^```cpp$/ {inside = 1; next} /^```$/ {if (inside) exit} inside' README.md >"$work/main.cc"
[ -s "$work/main.cc" ] || { echo "the README has no C++ example"; exit 1; }

built=0
if command -v pkg-config >/dev/null; then
  export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
  [ "$(pkg-config --modversion garter)" = "$(cat VERSION)" ] || { echo "garter.pc has another version"; exit 1; }
  read -ra flags <<<"$(pkg-config --cflags --libs garter)"
  "$compiler" -std=c++20 "$work/main.cc" "${flags[@]}" -o "$work/by_pkg_config"
  tools/readme_example_test.sh "$work/by_pkg_config" README.md
  built=$((built + 1))
else
  echo "no pkg-config here: left out"
fi

if command -v cmake >/dev/null; then
  cat >"$work/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.22)
project(consumer LANGUAGES CXX)
find_package(garter REQUIRED)
add_executable(by_cmake main.cc)
target_link_libraries(by_cmake PRIVATE garter::garter)
CMAKE
  cmake -S "$work" -B "$work/build" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix" >"$work/cmake.log" ||
    { cat "$work/cmake.log"; exit 1; }
  cmake --build "$work/build" >>"$work/cmake.log" || { cat "$work/cmake.log"; exit 1; }
  tools/readme_example_test.sh "$work/build/by_cmake" README.md
  built=$((built + 1))
else
  echo "no CMake here: left out"
fi
[ $built -gt 0 ] || { echo "neither pkg-config nor CMake is here"; exit 1; }

# The headers stand alone: nothing of the repository is needed to read them.
for header in interpreter host_block; do
  echo "#include \"interpreter/$header.h\"" >"$work/alone.cc"
  (cd "$work" && "$compiler" -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I"$prefix/include" alone.cc)
done
[ "$("$prefix/bin/garter" run -c 'print(6 * 7)')" = 42 ] || { echo "the installed garter does not run"; exit 1; }
"$prefix/bin/conform" --help >/dev/null || { echo "the installed conform does not run"; exit 1; }
echo "the example works against what was installed, $built ways"
