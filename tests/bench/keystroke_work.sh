#!/bin/sh
# A keystroke's work does not depend on how many files there are: instructions counted by callgrind in workspaces
# of 100, 1,000 and 10,000 files. Fails where the last takes more than half as many again as the first (trees of
# names get a little deeper). Arguments: other numbers of files, before them `--program FILE`, where it is built.
set -eu
command -v valgrind >/dev/null || { echo "skipped: valgrind is not here"; exit 77; }
if [ "${1:-}" = --program ]; then
  program="$2"
  build="$(dirname "$2")"
  shift 2
else
  root="$(dirname "$0")/../.."
  build="$root/build/bench"
  program="$build/tests/bench/keystroke_work"
  mkdir -p "$build"
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$build/configure.log"
  cmake --build "$build" --target keystroke_work >"$build/build.log"
fi
[ $# -gt 0 ] || set -- 100 1000 10000
first=
for files in "$@"; do
  out="$build/keystroke_work.$files"
  valgrind --tool=callgrind --callgrind-out-file="$out" --collect-atstart=no --toggle-collect=keystroke \
    "$program" "$files" >"$out.work" 2>"$out.log"
  count=$(sed -n 's/^\(totals\|summary\): *\([0-9]*\).*/\2/p' "$out" | head -1)
  [ -n "$count" ] && [ "$count" -gt 0 ] || { echo "nothing was counted: $out.log"; exit 1; }
  first=${first:-$count}
  printf '%6d files: %10d instructions for 4 keystrokes (%d %% of the first)\n' "$files" "$count" $((count * 100 / first))
done
[ $((count * 100 / first)) -le 150 ] || { echo "a keystroke's work grows with the workspace"; exit 1; }
