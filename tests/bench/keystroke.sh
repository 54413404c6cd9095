#!/bin/sh
# Builds and runs the keystroke benchmark. Arguments: the documents to edit (in memory only).
set -eu
root="$(dirname "$0")/../.."
build="$root/build/bench"
mkdir -p "$build"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPLANLS_BENCH=ON >"$build/configure.log"
cmake --build "$build" --target keystroke_bench >"$build/build.log"
exec "$build/tests/bench/keystroke_bench" "$@"
