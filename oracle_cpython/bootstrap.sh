#!/usr/bin/env bash
# Finds or brings the oracle: a CPython 3.14 on this machine, without changing the system.
#
# Four rungs, tried from the best to the last resort; GARTER_ORACLE_RUNG=NAME tries that one alone (tests do so):
#   path      python3.14 on PATH
#   packages  the distribution's own packages of a newer suite, unpacked (not installed) under the cache
#   pyodide   CPython 3.14 compiled to WebAssembly, one pinned version from npm, run by node
#   recorded  another CPython from 3.11 on: it cannot judge programs; curated cases use their recorded observations
#
# On success it prints what it found as `key=value` lines, quoted for the shell, and keeps them in
# $GARTER_CACHE/oracle/current.env:
#   rung     the rung that answered
#   version  the full version, such as 3.14.8
#   python   a launcher that takes Python's own arguments (for `recorded`: the other CPython)
#   command  the words behind the launcher, for callers that need to exec without a shell
#   home     PYTHONHOME to set when using `command`, or empty
#   root     the folder that must be readable to run it, or empty when it is under /usr
#   include  folders with Python.h and pyconfig.h, separated by colons, or empty
# Exit status: 0 found, 3 found only `recorded`, 1 nothing (each rung's reason on stderr).
#
# It does not install system packages and needs no root; ./dev setup does the installing.
set -euo pipefail

cache=${GARTER_CACHE:-$HOME/.cache/garter}
only=${GARTER_ORACLE_RUNG:-}
pyodide_version=314.0.7
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$cache/oracle
fresh=0

usage() {
  sed -n '2,/^set -euo/{/^set/d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}"
  printf 'usage: bootstrap.sh [--fresh] [--help]\n  --fresh  look again, even when an earlier answer still works\n'
}

say() { printf 'oracle: %s\n' "$*" >&2; }

# Succeeds when the given command is CPython 3.14, and sets `version`.
is_314() {
  local answer
  answer=$(PYTHONHASHSEED=0 timeout 120 "$@" -S -s -P -B -c \
    'import sys; print(sys.implementation.name, *sys.version_info[:3], "runs")' 2>/dev/null) || return 1
  [[ $answer =~ ^cpython\ 3\ 14\ ([0-9]+)\ runs$ ]] || return 1
  version=3.14.${BASH_REMATCH[1]}
}

write_launcher() {  # write_launcher FILE HOME WORD...: the words with PYTHONHOME set, as one executable
  local file=$1 python_home=$2
  shift 2
  {
    echo '#!/bin/sh'
    [ -z "$python_home" ] || printf 'PYTHONHOME=%q\nexport PYTHONHOME\n' "$python_home"
    printf 'exec'
    printf ' %q' "$@"
    printf ' "$@"\n'
  } >"$file.$$"
  chmod +x "$file.$$"
  mv -f "$file.$$" "$file"
}

report() {  # report RUNG HOME ROOT INCLUDE WORD...: keeps and prints the answer
  local rung=$1 python_home=$2 root_folder=$3 include=$4 launcher=$out/python-$1${only:+-forced}
  shift 4
  mkdir -p "$out"
  write_launcher "$launcher" "$python_home" "$@"
  {
    printf 'rung=%q\nversion=%q\npython=%q\n' "$rung" "$version" "$launcher"
    printf 'command=%q\nhome=%q\nroot=%q\ninclude=%q\n' "$(printf '%q ' "$@")" "$python_home" "$root_folder" "$include"
  } >"$out/env.$$"
  [ -n "$only" ] || cp "$out/env.$$" "$out/current.env"
  [ -n "$only" ] || ln -sfn "python-$rung" "$out/python3.14"
  cat "$out/env.$$"
  rm -f "$out/env.$$"
}

rung_path() {
  local found include prefix
  found=$(command -v python3.14) || { [ -z "$only" ] || say "path: no python3.14 on PATH"; return 1; }
  is_314 "$found" || { say "path: $found is not CPython 3.14"; return 1; }
  include=$("$found" -c 'import os, sysconfig
folders = [sysconfig.get_path("include"), sysconfig.get_path("platinclude")]
print(":".join(dict.fromkeys(f for f in folders if os.path.exists(os.path.join(f, "Python.h")))))' 2>/dev/null) || include=
  prefix=$("$found" -c 'import sys; print("" if sys.base_prefix.startswith("/usr") else sys.base_prefix)' 2>/dev/null) || prefix=
  report path "" "$prefix" "$include" "$found"
}

# The folder of the machine's shared libraries, and its program loader.
machine_names() {
  case $(uname -m) in
    x86_64) multiarch=x86_64-linux-gnu loader=ld-linux-x86-64.so.2 ;;
    aarch64) multiarch=aarch64-linux-gnu loader=ld-linux-aarch64.so.1 ;;
    *) return 1 ;;
  esac
}

packages_words() { words=("$root/usr/lib/$multiarch/$loader" --library-path "$root/usr/lib/$multiarch" "$root/usr/bin/python3.14"); }

# Unpacks CPython 3.14 of one suite into $root. An apt of its own (lists, state, cache in a temporary folder) reads the
# same mirror as the system's, so that nothing of the system changes.
unpack_packages() {
  local suite=$1 mirror work
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep '/debian/$' | sort -u | head -n 1)
  [ -n "$mirror" ] || { say "packages: apt has no list of a Debian mirror (apt-get update?)"; return 1; }
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/.unpack.XXXXXX")
  mkdir -p "$work"/{lists/partial,cache/archives/partial,state,root}
  : >"$work/state/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
  # Mirrors of a fixed date have Release files that count as expired; the signature is checked all the same.
  cat >"$work/apt.conf" <<C
Dir::Etc::sourcelist "$work/sources.list"; Dir::Etc::sourceparts "/dev/null"; Dir::Etc::parts "/dev/null";
Dir::State::lists "$work/lists"; Dir::State::status "$work/state/status"; Dir::Cache "$work/cache";
APT::Sandbox::User ""; Acquire::Check-Valid-Until "false"; Acquire::Languages "none";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
C
  if ! (
    export APT_CONFIG=$work/apt.conf
    apt-get -qq update && cd "$work/cache" &&
      apt-get -qq download python3.14-minimal libpython3.14-minimal libpython3.14-stdlib libpython3.14 libpython3.14-dev \
        libc6 libexpat1 zlib1g libstdc++6 libgcc-s1 libffi8 libbz2-1.0 liblzma5 libzstd1 libuuid1 &&
      for deb in *.deb; do dpkg-deb -x "$deb" "$work/root" || exit 1; done
  ) >"$work/log" 2>&1; then
    say "packages: suite $suite: $(tail -n 1 "$work/log")"
    rm -rf "$work"
    return 1
  fi
  rm -rf "$root"
  mv "$work/root" "$root"
  rm -rf "$work"
}

rung_packages() {
  local suite root=$cache/python3.14 words
  machine_names || { say "packages: no recipe for $(uname -m)"; return 1; }
  packages_words
  if [ ! -e "$root/usr/bin/python3.14" ]; then
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || { say "packages: not a Debian system"; return 1; }
    for suite in forky testing sid; do
      say "packages: unpacking CPython 3.14 of Debian $suite into $root (about 70 MB)"
      unpack_packages "$suite" && break
    done
  fi
  PYTHONHOME=$root/usr is_314 "${words[@]}" || { say "packages: $root does not run"; return 1; }
  report packages "$root/usr" "$root" "$root/usr/include/python3.14:$root/usr/include" "${words[@]}"
}

rung_pyodide() {
  local root=$cache/pyodide-$pyodide_version words
  command -v node >/dev/null || { say "pyodide: node is missing"; return 1; }
  if [ ! -e "$root/node_modules/pyodide/pyodide.mjs" ]; then
    command -v npm >/dev/null || { say "pyodide: npm is missing"; return 1; }
    say "pyodide: installing pyodide $pyodide_version from npm into $root (about 14 MB)"
    mkdir -p "$root"
    (cd "$root" && echo '{"private": true}' >package.json &&
      npm install --no-audit --no-fund --ignore-scripts --silent "pyodide@$pyodide_version") >&2 || {
      say "pyodide: npm install failed"
      return 1
    }
  fi
  words=("$(command -v node)" "$here/pyodide_python.mjs" "$root/node_modules/pyodide")
  is_314 "${words[@]}" || { say "pyodide: $root does not run"; return 1; }
  report pyodide "" "$root" "" "${words[@]}"
}

rung_recorded() {
  local name found
  for name in /usr/bin/python3 python3.13 python3.12 python3.11 python3; do
    found=$(command -v "$name") || continue
    version=$("$found" -c 'import sys
if sys.implementation.name == "cpython" and sys.version_info >= (3, 11): print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null)
    [ -n "$version" ] || continue
    report recorded "" "" "" "$found"
    return
  done
  say "recorded: no CPython from 3.11 on"
  return 1
}

# An earlier answer that still runs is the answer.
known() {
  [ "$fresh" = 0 ] && [ -z "$only" ] && [ -r "$out/current.env" ] || return 1
  local rung version python command home root include kept
  kept=$(cat "$out/current.env")
  eval "$kept"
  [ "$rung" != recorded ] && is_314 "$python" && printf '%s\n' "$kept"
}

main() {
  case ${1:-} in
    --help | -h) usage; exit 0 ;;
    --fresh) fresh=1 ;;
    "") ;;
    *) usage >&2; exit 2 ;;
  esac
  case $only in
    "" | path | packages | pyodide | recorded) ;;
    *) say "GARTER_ORACLE_RUNG=$only: no such rung"; exit 2 ;;
  esac
  mkdir -p "$cache"
  exec 9>"$cache/.oracle.lock"
  flock 9
  known && exit 0
  for rung_name in path packages pyodide; do
    [ -z "$only" ] || [ "$only" = "$rung_name" ] || continue
    "rung_$rung_name" && exit 0
  done
  [ -z "$only" ] || [ "$only" = recorded ] || exit 1
  rung_recorded || exit 1
  say "no CPython 3.14: only recorded cases can be judged"
  exit 3
}

main "$@"
