#!/bin/sh
# Builds planls and measures its language server and `planls check` on generated workspaces of 2,000 and 20,000
# files, on the documentation tree of the sample corpus where that is found, and on the folders given, beside
# rumdl (PyPI) and iwe (crates.io: iwes) where they are in the PATH. One table for each. COUNTS="2000" measures fewer.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
build="$root/build/bench"
mkdir -p "$build"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >"$build/configure.log"
cmake --build "$build" --target planls-bin >"$build/build.log"

for count in ${COUNTS:-2000 20000}; do
  workspace="$build/workspace-$count"
  [ -d "$workspace" ] || python3 -B "$here/generate.py" "$workspace" "$count"
  set -- "$@" "$workspace"
done
# The tree is no part of this repository. A worktree looks for it beside the repository it belongs to.
common="$(git -C "$root" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || echo "$root/.git")"
tree="${PLANLS_CORPUS:-$(dirname "$(dirname "$common")")/shared/corpus}/PowerShell-Docs.tar.xz"
if [ -f "$tree" ]; then
  [ -d "$build/PowerShell-Docs" ] || tar -xJf "$tree" -C "$build"
  set -- "$@" "$build/PowerShell-Docs"
else
  echo "the documentation tree is not here (PLANLS_CORPUS): left out"
fi

for workspace in "$@"; do
  peers=
  ! command -v rumdl >/dev/null || peers="rumdl"
  python3 -B "$here/server.py" "$workspace" "planls=$build/planls lsp" ${peers:+"rumdl=rumdl server"} \
    $(! command -v iwes >/dev/null || echo "iwe=iwes")
  echo "  check, CPU s (wall s), peak MB"
  check() { # NAME COMMAND…
    name="$1"; shift
    python3 -B "$here/cost.py" "$name" "$@"
  }
  check planls "$build/planls" check --format json "$workspace"
  [ -z "$peers" ] || check rumdl rumdl check --no-cache "$workspace"
done
