#!/bin/sh
# Builds planls and measures its language server and `planls check` on generated workspaces of 2,000 and 20,000
# files, on the documentation tree of the sample corpus where that is found, and on the folders given, beside
# rumdl (PyPI) and iwe (crates.io: iwes) where they are in the PATH. One table for each. COUNTS="2000" measures fewer.
# What it generates and unpacks is kept in BENCH_DIR (${TMPDIR:-/tmp}/planls-bench) for the next run.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
build="$root/build/bench"
data="${BENCH_DIR:-${TMPDIR:-/tmp}/planls-bench}"
mkdir -p "$build" "$data"
data="$(cd "$data" && pwd)"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >"$build/configure.log"
cmake --build "$build" --target planls-bin >"$build/build.log"

# A folder is made under another name first: one that is there is whole.
for count in ${COUNTS:-2000 20000}; do
  workspace="$data/workspace-$count"
  if [ ! -d "$workspace" ]; then
    rm -rf "$data/making"
    python3 -B "$here/generate.py" "$data/making" "$count"
    mv "$data/making" "$workspace"
  fi
  set -- "$@" "$workspace"
done
# The tree is no part of this repository. A worktree looks for it beside the repository it belongs to.
common="$(git -C "$root" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || echo "$root/.git")"
tree="${PLANLS_CORPUS:-$(dirname "$(dirname "$common")")/shared/corpus}/PowerShell-Docs.tar.xz"
if [ -f "$tree" ]; then
  if [ ! -d "$data/PowerShell-Docs" ]; then
    rm -rf "$data/making"
    mkdir "$data/making"
    tar -xJf "$tree" -C "$data/making"
    mv "$data/making/PowerShell-Docs" "$data"
    rmdir "$data/making"
  fi
  set -- "$@" "$data/PowerShell-Docs"
else
  echo "the documentation tree is not here (PLANLS_CORPUS): left out"
fi

# What a .gitignore above hides from planls would be measured as nothing.
all_is_read() { # FOLDER
  there="$(find "$1" -type f -name '*.md' | wc -l)"
  read="$("$build/planls" check --format json --fail-on never "$1" | sed -n 's/.*"summary": {"files":\([0-9]*\).*/\1/p')"
  [ "$read" -eq "$there" ] && return
  echo "$1: planls reads $read of $there files" >&2
  return 1
}

for workspace in "$@"; do
  case "$workspace" in
    "$data"/*) all_is_read "$workspace" ;;
    *) all_is_read "$workspace" || true ;; # somebody's own folder may hide what it likes
  esac
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
