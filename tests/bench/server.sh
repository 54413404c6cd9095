#!/bin/sh
# Builds planls and measures its language server and `check` on generated workspaces of 2,000 and 20,000
# files, and on the folders given. Bare python3.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
build="$root/build/bench"
mkdir -p "$build"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPLANLS_BENCH=ON >"$build/configure.log"
cmake --build "$build" --target planls-bin >"$build/build.log"
for count in 2000 20000; do
  workspace="$build/workspace-$count"
  [ -d "$workspace" ] || python3 -B "$here/generate.py" "$workspace" "$count"
  set -- "$@" "$workspace"
done
for workspace in "$@"; do
  echo "$workspace"
  python3 -B "$here/server.py" "$build/planls" "$workspace"
done
